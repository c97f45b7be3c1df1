"""The card that shows newer content: what changed in words, which cases stand differently, install or not."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from employer_assistant.cases.retest import AffectedCase
from employer_assistant.cases.titles import shown_title
from employer_assistant.rules.retest import effect_text
from employer_assistant.rules.wording import date_text
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.layout import clear, stack
from employer_assistant.ui.kit.notice import Notice
from employer_assistant.ui.kit.widgets import Button, Card, LinkButton, PlainLabel, PrimaryButton
from employer_assistant.ui.screens.fold import WordsButton, fold
from employer_assistant.ui.screens.parts import buttons, labelled
from employer_assistant.ui.updates.trial import Trial, changes

SHOWN_AT_ONCE = 6
"""Changes that stand on the card; all of them are folded below."""


class TrialCard(Card):
    """Newer content beside what is in use."""

    def __init__(
        self, context: Context, trial: Trial, install: Callable[[Trial], object], drop: Callable[[], object]
    ) -> None:
        t, new = context.t, trial.new
        super().__init__(t("page.updates.trial" if trial.data else "page.updates.last", version=new.version))
        self.context, self.trial = context, trial
        day = date_text(new.law_as_of, context.language)
        self.add(PlainLabel(t("page.updates.trial.state", law=day, before=trial.old.version)))
        self._add_changes(changes(trial, context.language))
        self._affected = QVBoxLayout()
        self._affected.setSpacing(theme.px(8))
        self.column.addLayout(self._affected)
        self.install, self.drop = PrimaryButton(t("page.updates.install")), Button(t("page.updates.drop"))
        if trial.data is not None:
            self.install.clicked.connect(lambda: install(trial))
            self.drop.clicked.connect(lambda _on=False: drop())
            self.add(buttons(self.install, self.drop))
        self.show_tested()

    def _add_changes(self, found: list[tuple[str, tuple[str, ...]]]) -> None:
        t = self.context.t
        if not found:
            self.add(PlainLabel(t("diff.none")))
            return
        shown = found if len(found) <= SHOWN_AT_ONCE else found[:SHOWN_AT_ONCE]
        self.add(PlainLabel(t("page.updates.changes", n=len(found)), "strong"))
        self.add(_lines(shown))
        if len(shown) < len(found):
            self.add(fold(t("page.updates.changes.all", n=len(found)), partial(_lines, found[SHOWN_AT_ONCE:]), t))

    def show_tested(self) -> None:
        """Show how far the cases are tested, and at the end which stand differently."""
        t, trial = self.context.t, self.trial
        clear(self._affected)
        self._affected.addWidget(PlainLabel(t("page.updates.affected"), "strong"))
        if not trial.done:
            self._affected.addWidget(PlainLabel(t("page.updates.testing", n=trial.tested)))
            return
        if trial.problem:
            self._affected.addWidget(Notice(t("page.updates.not-tested", sentence=trial.problem), "caution"))
        key = "page.updates.affected.some" if trial.affected else "page.updates.affected.none"
        self._affected.addWidget(PlainLabel(t(key, n=len(trial.affected), all=trial.tested)))
        for one in trial.affected:
            self._affected.addWidget(self._case(one))
        if trial.affected:
            copy = LinkButton(t("page.updates.copy"))
            copy.clicked.connect(partial(self._copy, copy))
            self._affected.addWidget(buttons(copy))

    def _case(self, one: AffectedCase) -> QWidget:
        title = WordsButton(shown_title(one.case, self.context.library, self.context.language))
        title.clicked.connect(partial(self._open, one.case_id))
        return stack(title, *(PlainLabel(f"• {line}") for line in self._effects(one)), space=2)

    def _effects(self, one: AffectedCase) -> list[str]:
        return [effect_text(effect, self.context.language) for effect in one.effects]

    def _open(self, case_id: str, _on: bool = False) -> None:
        window = self.context.window
        if window.safely(lambda: self.context.controller.open(case_id)):
            window.open_case("result")

    def _copy(self, button: LinkButton, _on: bool = False) -> None:
        lines = []
        for one in self.trial.affected:
            title = shown_title(one.case, self.context.library, self.context.language)
            lines += [title, *(f"- {line}" for line in self._effects(one)), ""]
        QApplication.clipboard().setText("\n".join(lines))
        button.setText(self.context.t("page.office.copied"))


def _lines(found: list[tuple[str, tuple[str, ...]]]) -> QWidget:
    return stack(*(labelled(headline, *details) for headline, details in found), space=6)
