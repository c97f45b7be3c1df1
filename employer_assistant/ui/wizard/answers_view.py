"""Check your answers: all of them in groups, those not known first, each with a way to change it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from employer_assistant.content.model import Fact
from employer_assistant.rules.answers import UNKNOWN, Answer
from employer_assistant.rules.assessment import Status
from employer_assistant.rules.wording import answer_text
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.layout import ScrollPage, clear, row
from employer_assistant.ui.kit.widgets import Button, Card, Heading, LinkButton, PlainLabel, PrimaryButton


class AnswersView(ScrollPage):
    """The list. ``change(fact)`` goes to a question, ``go_on()`` to the next open question or the result.

    ``offer(facts)`` asks further questions.
    """

    def __init__(
        self,
        context: Context,
        change: Callable[[str], None],
        go_on: Callable[[], None],
        offer: Callable[[tuple[str, ...]], None],
    ) -> None:
        super().__init__()
        self.context = context
        self._change, self._go_on, self._offer = change, go_on, offer
        self.heading = Heading(context.t("ui.answers.title"))
        self.buttons: dict[str, Button] = {}

    def rebuild(self) -> None:
        """Show the present answers."""
        self.heading.setParent(None)
        clear(self.column)
        self.buttons = {}
        self.add(self.heading, PlainLabel(self.context.t("ui.answers.intro"), quiet=True), self._onward())
        case, facts = self.context.controller.case, self.context.library.facts
        given = {fact: case.answers[fact] for fact in facts if fact in case.answers} if case is not None else {}
        unknown = [fact for fact, answer in given.items() if answer == UNKNOWN]
        if unknown:
            self.add(self._group(self.context.t("ui.answers.unknown"), unknown, given))
        for section in self.context.library.content.interview.sections:
            known = [fact for fact in given if facts[fact].group == section.id and fact not in unknown]
            if known:
                self.add(self._group(self.context.words(section.title), known, given))
        derived = self._derived(given)
        if derived:
            self.add(self._group(self.context.t("ui.answers.derived"), derived, derived))
        self._further()

    def _derived(self, given: Mapping[str, Answer]) -> dict[str, Answer]:
        """Return what follows from other answers and matters for a route that is not closed."""
        assessment = self.context.controller.assessment()
        live = [one for one in assessment.routes if one.status is not Status.CLOSED]
        used = {fact for one in live for finding in one.findings for fact in finding.facts}
        facts = self.context.library.facts
        values = {fact: assessment.situation.value(fact) for fact in facts if fact in used and fact not in given}
        return {fact: value for fact, value in values.items() if value is not None}

    def _onward(self) -> QWidget:
        left = bool(self.context.controller.interview().next_facts)
        button = PrimaryButton(self.context.t("ui.answers.go_on" if left else "ui.answers.result"))
        button.clicked.connect(self._go_on)
        return row(button, None)

    def _group(self, title: str, facts: Iterable[str], given: Mapping[str, Answer]) -> Card:
        card = Card(title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(18))
        grid.setVerticalSpacing(theme.px(4))
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 4)
        deciding = self._deciding()
        for line, fact_id in enumerate(facts):
            fact = self.context.library.facts[fact_id]
            answer = answer_text(fact, given[fact_id], self.context.library, self.context.language)
            grid.addWidget(PlainLabel(self.context.words(fact.label), quiet=fact_id not in deciding), line, 0)
            grid.addWidget(PlainLabel(answer, "strong" if fact_id in deciding else "body"), line, 1)
            grid.addWidget(self._changer(fact), line, 2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        card.column.addLayout(grid)
        return card

    def _changer(self, fact: Fact) -> Button:
        label = self.context.words(fact.label)
        button = LinkButton(
            self.context.t("ui.answers.change"), name=self.context.t("ui.answers.change.of", what=label)
        )
        button.clicked.connect(lambda: self._change(fact.id))
        self.buttons[fact.id] = button
        return button

    def _deciding(self) -> set[str]:
        """Return the facts that the best route rests on."""
        best = self.context.controller.assessment().best
        return {fact for found in best.findings for fact in found.facts} if best is not None else set()

    def _further(self) -> None:
        """Offer what the rules do not need: optional questions, and what only the papers want."""
        case = self.context.controller.case
        answers = case.answers if case is not None else {}
        optional = self.context.controller.interview().optional_facts
        papers = tuple(fact for fact in self.context.library.content.interview.details if fact not in answers)
        for key, facts in (("optional", optional), ("papers", papers)):
            if facts:
                button = Button(self.context.t(f"ui.answers.{key}.button", n=len(facts)))
                button.clicked.connect(lambda _on=False, facts=facts: self._offer(facts))
                text = PlainLabel(self.context.t(f"ui.answers.{key}.text"), quiet=True)
                self.add(Card(self.context.t(f"ui.answers.{key}.title"), text, row(button, None)))
