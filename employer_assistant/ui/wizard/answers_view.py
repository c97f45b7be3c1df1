"""Check your answers: those not known first with what to find out, decisive ones marked, parked ones apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from employer_assistant.content.model import Fact
from employer_assistant.rules.answers import Answer
from employer_assistant.rules.checked_answers import CheckedAnswers, checked_answers
from employer_assistant.rules.deciding import hanging_on, routes_on
from employer_assistant.rules.overrides import overrides
from employer_assistant.rules.wording import answer_text, override_text
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit.layout import ScrollPage, Turning, clear, row, stack
from employer_assistant.ui.kit.widgets import Button, Card, Divider, Heading, LinkButton, PlainLabel, PrimaryButton
from employer_assistant.ui.screens.parts import Fitting

MOST_NAMED = 3
FORM = "answers"
"""The paper that prints this list."""


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
        self._departing: dict[str, str] = {}

    def rebuild(self) -> None:
        """Show the present answers."""
        self.heading.setParent(None)
        clear(self.column)
        self.buttons = {}
        self.add(self.heading, PlainLabel(self.context.t("ui.answers.intro"), quiet=True), self._onward())
        assessment = self.context.controller.assessment()
        case = self.context.controller.case
        found = checked_answers(assessment, case.route if case is not None else None)
        given = assessment.situation.answers
        self._departing = self._departures()
        if found.unknown:
            self.add(self._group("ui.answers.unknown", found.unknown, given, found))
        for section, facts in found.known:
            self.add(self._card(self.context.words(section.title), facts, given, found))
        if found.derived:
            self.add(self._group("ui.answers.derived", found.derived, found.derived, found))
        if found.parked:
            self.add(self._group("ui.answers.parked", found.parked, given, found))
        self._further()

    def _departures(self) -> dict[str, str]:
        """Return by fact that an answer departs from what follows, with its reason."""
        controller, library, language = self.context.controller, self.context.library, self.context.language
        reasons = controller.case.reasons if controller.case is not None else {}
        return {
            one.fact.id: override_text(one, reasons.get(one.fact.id, ""), library, language)
            for one in overrides(controller.situation())
        }

    def show_answer(self, fact: str) -> None:
        """Give the keyboard to an answer, as after it was changed."""
        button = self.buttons.get(fact)
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(button)

    def _onward(self) -> QWidget:
        left = bool(self.context.controller.interview().next_facts)
        button = PrimaryButton(self.context.t("ui.answers.go_on" if left else "ui.answers.result"))
        button.clicked.connect(self._go_on)
        to_paper = Button(self.context.t("ui.answers.print"))
        to_paper.clicked.connect(lambda: self.context.go("print", FORM))
        return Fitting(button, to_paper)

    def _group(self, key: str, facts: Iterable[str], given: Mapping[str, Answer], found: CheckedAnswers) -> Card:
        card = self._card(self.context.t(key), facts, given, found)
        card.column.insertWidget(1, PlainLabel(self.context.t(f"{key}.intro"), quiet=True))
        return card

    def _card(self, title: str, facts: Iterable[str], given: Mapping[str, Answer], found: CheckedAnswers) -> Card:
        card = Card(title)
        for place, fact in enumerate(facts):
            if place:
                card.add(Divider())
            card.add(self._row(self.context.library.facts[fact], given[fact], found))
        return card

    def _row(self, fact: Fact, answer: Answer, found: CheckedAnswers) -> QWidget:
        """Return question, answer and what belongs to it; the decisive ones strong and marked, the others quiet."""
        decided = fact.id in found.decisive
        said = answer_text(fact, answer, self.context.library, self.context.language)
        words: list[QWidget] = [PlainLabel(said, "strong" if decided else "body")]
        if decided:
            words.append(PlainLabel(self.context.t("ui.answers.decisive"), "small"))
        words += [PlainLabel(line, "small") for line in self._remarks(fact, found)]
        line = Turning(520, 14)
        top = Qt.AlignmentFlag.AlignTop
        line.line.addWidget(PlainLabel(self.context.words(fact.label), quiet=not decided), 5, top)
        line.line.addWidget(stack(*words, space=2), 6, top)
        line.line.addWidget(self._changer(fact), 0, top | Qt.AlignmentFlag.AlignLeft)
        line.setAccessibleName(self.context.words(fact.label))
        return line

    def _remarks(self, fact: Fact, found: CheckedAnswers) -> Iterator[str]:
        t, library = self.context.t, self.context.library
        assessment = self.context.controller.assessment()
        if fact.id in found.unknown:
            yield t("ui.answers.find_out", where=self.context.words(fact.where))
            hanging = hanging_on(fact.id, assessment)
            yield t("ui.answers.hangs", routes=self._named(hanging)) if hanging else t("ui.answers.hangs.none")
        parked = fact.id in found.parked and assessment.title_needed
        asking = routes_on(fact.id, library) if parked else ()
        if asking:
            yield t("ui.answers.parked.why", routes=self._named(asking))
        if fact.id in self._departing:
            yield self._departing[fact.id]

    def _named(self, routes: tuple[str, ...]) -> str:
        """Name the first routes, and how many more there are."""
        known = self.context.library.routes
        names = self.context.t("page.list").join(self.context.words(known[one].short) for one in routes[:MOST_NAMED])
        more = len(routes) - MOST_NAMED
        return self.context.t("ui.answers.and_more", names=names, n=more) if more > 0 else names

    def _changer(self, fact: Fact) -> Button:
        label = self.context.words(fact.label)
        button = LinkButton(
            self.context.t("ui.answers.change"), name=self.context.t("ui.answers.change.of", what=label)
        )
        button.clicked.connect(partial(self._wanted, fact.id))
        self.buttons[fact.id] = button
        return button

    def _wanted(self, fact: str, _on: bool = False) -> None:
        self._change(fact)

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
