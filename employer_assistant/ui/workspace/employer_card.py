"""The firm's data, entered once: learned from a case, mended, forgotten. New cases begin with them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from employer_assistant.rules.answers import Answer
from employer_assistant.rules.wording import answer_text
from employer_assistant.ui.context import Context
from employer_assistant.ui.dialogs import ask_text, choose
from employer_assistant.ui.kit.flow import flow
from employer_assistant.ui.kit.layout import clear
from employer_assistant.ui.kit.widgets import Button, ComboBox, PlainLabel
from employer_assistant.ui.screens.fold import WordsButton
from employer_assistant.ui.workspace.acts import DeedCard

NEWEST = 30
"""Cases offered to learn from."""


class EmployerCard(DeedCard):
    """One line per answer about the firm."""

    def __init__(self, context: Context) -> None:
        t = context.t
        super().__init__(context, t("ui.employer.title"), t("ui.employer.text"))
        self.list = QWidget()
        self._column = QVBoxLayout(self.list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.cases = ComboBox(t("ui.employer.from"))
        self.learn_button, self.forget_button = Button(t("ui.employer.learn")), Button(t("ui.employer.forget"))
        self.learn_button.clicked.connect(lambda _on: self.learn())
        self.forget_button.clicked.connect(lambda _on: self.keep({}))
        self.source = flow(self.cases, self.learn_button)
        self.add(self.list)
        self.add(self.source)
        self.add(flow(self.forget_button))

    def refresh(self) -> None:
        """Show what is kept, and the newest cases."""
        clear(self._column)
        library, t = self.context.library, self.context.t
        kept = self.context.controller.all_cases.settings.employer
        for fact, value in kept.items():
            known = library.facts.get(fact)
            if known is not None:
                words = answer_text(known, value, library, self.context.language)
                button = WordsButton(t("ui.employer.one", label=self.context.words(known.label), value=words))
                button.clicked.connect(lambda _on=False, fact=fact: self.change(fact))
                self._column.addWidget(button)
        if not kept:
            self._column.addWidget(PlainLabel(t("ui.employer.none"), "small"))
        self.forget_button.setVisible(bool(kept))
        self._offer()

    def _offer(self) -> None:
        cases, language = self.context.controller.all_cases, self.context.language
        chosen = self.cases.currentData()
        self.cases.clear()
        if not self.context.window.safely(lambda: cases.refresh(0)):
            return
        for row in cases.rows(language=language)[:NEWEST]:
            self.cases.addItem(row.title(self.context.library, language), row.case.id)
        self.cases.setCurrentIndex(max(self.cases.findData(chosen), 0))
        self.source.setVisible(self.cases.count() > 0)

    def learn(self) -> None:
        """Keep the firm's data of the chosen case."""
        case_id, found = self.cases.currentData(), list[int]()
        cases = self.context.controller.all_cases
        if case_id and self.context.window.safely(lambda: found.append(cases.learn_employer(case_id))):
            self.refresh()
            key = "ui.employer.learned" if found[0] else "ui.employer.nothing"
            self.say(self.context.t(key, n=found[0]), "positive" if found[0] else "neutral")

    def change(self, fact: str) -> None:
        """Mend a text, or forget an answer."""
        t, library = self.context.t, self.context.library
        kept = dict(self.context.controller.all_cases.settings.employer)
        known, label = library.facts[fact], self.context.words(library.facts[fact].label)
        ways = (t("ui.employer.one.forget"), *((t("ui.employer.one.change"),) if known.kind == "text" else ()))
        match choose(self, t("ui.employer.one.ask", label=label), ways, t("ui.cancel")):
            case 0:
                del kept[fact]
                self.keep(kept)
            case 1:
                typed = ask_text(self, label, str(kept[fact]), t("ui.workspace.keep"), t("ui.cancel"))
                if typed:
                    self.keep({**kept, fact: typed})

    def keep(self, answers: dict[str, Answer]) -> None:
        """Keep these answers for new cases; cases that are there stay as they are."""
        cases = self.context.controller.all_cases
        if self.context.window.safely(lambda: cases.set_settings(replace(cases.settings, employer=answers))):
            self.refresh()
            self.say(self.context.t("ui.workspace.kept"))
