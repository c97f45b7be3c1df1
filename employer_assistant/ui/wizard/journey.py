"""The path through the questions. It is ours; windows only show it.

A question is asked if, given only the answers before it on the path, it can still change something. So going forward
again replays the answers: what no longer applies is passed over and stays in the case, parked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from employer_assistant.rules.answers import UNKNOWN, Answer
from employer_assistant.rules.assessment import Assessment, Status, assess
from employer_assistant.rules.interview import Interview, askable, interview
from employer_assistant.rules.situation import Situation

if TYPE_CHECKING:
    from employer_assistant.app import Controller

PLACE, TOWN, START = "job.site_postcode", "job.site_municipality", "job.start_wished"
PLAN_FACTS = (PLACE, TOWN, START)
"""What offices and dates need; asked once the rules need nothing more."""


DRAFTS = "drafts:"
"""Begins the name under which the context keeps the drafts of a case; its id follows."""


@dataclass(frozen=True)
class Draft:
    """What was typed and not yet answered. ``unknown``: "I don't know" is marked."""

    typed: str = ""
    unknown: bool = False


class Journey:
    """Where the user is on the path of one case.

    ``current`` None: nothing more has to be asked. ``listing``: the list of answers is shown instead of the question.
    ``returns``: the page on which the change of the question was wanted, ``answers`` for the list; "" = none, so the
    next question follows. ``drafts``: typed, not yet answered.
    """

    def __init__(self, controller: Controller, drafts: dict[str, Draft]) -> None:
        self._controller = controller
        self.case_id = controller.case_id
        self.drafts = drafts
        facts = controller.library.facts
        case = controller.case
        self.path: list[str] = [fact for fact in case.answers if fact in facts] if case is not None else []
        self.last_answered = self.path[-1] if self.path else None
        self.returns = ""
        self.listing = False
        self._more: tuple[str, ...] = ()
        self.current: str | None = None
        self.show(self.first_open())

    def show(self, fact: str | None, *, returns: str = "") -> None:
        """Go to a question; one that is new comes last."""
        self.current = fact
        self.returns = returns
        self.listing = fact is None
        if fact is not None and fact not in self.path:
            self.path.append(fact)

    def first_open(self) -> str | None:
        """Return the question to ask next: what the rules need, what offices and dates need, then what was offered."""
        answers = self._answers()
        needed = self._controller.interview().next_facts
        if needed:
            return needed[0]
        wanted = (*self._for_the_plan(), *self._more)
        return next((fact for fact in wanted if fact not in answers), None)

    def offer(self, facts: Sequence[str]) -> None:
        """Ask these too, although nothing depends on them, and go to the first."""
        self._more = tuple(facts)
        self.show(self.first_open())

    def following(self) -> str | None:
        """Return the question after the current one: an earlier answer further on, else the first open one."""
        place = self._place()
        later = (fact for index, fact in enumerate(self.path) if index > place and self._asked(index))
        return next(later, None) or self.first_open()

    def previous(self) -> str | None:
        """Return the question before the current one, None at the first."""
        earlier = (self.path[index] for index in range(self._place() - 1, -1, -1) if self._asked(index))
        return next(earlier, None)

    def _place(self) -> int:
        return self.path.index(self.current) if self.current in self.path else len(self.path)

    def _answers(self) -> dict[str, object]:
        case = self._controller.case
        return dict(case.answers) if case is not None else {}

    def _asked(self, index: int) -> bool:
        """Tell whether the question at a place of the path can matter, given the answers before it."""
        fact = self.path[index]
        situation = self._controller.situation()
        if fact in PLAN_FACTS or fact in self._more or fact in situation.library.content.interview.details:
            return fact in situation.answers or fact == self.current
        before = {one: situation.answers[one] for one in self.path[:index] if one in situation.answers}
        found = interview(assess(replace(situation, answers=before)))
        return fact in found.next_facts or fact in found.optional_facts

    def _for_the_plan(self) -> tuple[str, ...]:
        """What offices and dates need; the municipality only if the postcode lies in two districts.

        Where every route is closed there is no date to work out, only a desk to ask; without a title neither.
        """
        assessment = self._controller.assessment()
        if not assessment.title_needed:
            return ()
        dates = (START,) if any(found.status is not Status.CLOSED for found in assessment.routes) else ()
        postcode = self._answers().get(PLACE)
        library = self._controller.library
        places = library.municipalities_by_postcode.get(postcode, ()) if isinstance(postcode, str) else ()
        unclear = len({place.district for place in places}) > 1
        return (PLACE, TOWN, *dates) if unclear else (PLACE, *dates)


def what_follows(fact: str, situation: Situation) -> Answer | None:
    """Return what other answers say about a fact, whatever was answered itself; None if they say nothing."""
    others = {one: answer for one, answer in situation.answers.items() if one != fact}
    return replace(situation, answers=others).value(fact)


def questions_left(assessment: Assessment, found: Interview) -> int:
    """Estimate the questions left: what the best-ranked undecided route lacks, at most what is still needed."""
    undecided = (one for one in assessment.routes if one.status is Status.UNDECIDED)
    best = next(undecided, None)
    if best is None:
        return len(found.next_facts)
    facts = (*best.open_facts, *best.assumed_facts)
    lacking = {question for fact in facts if (question := askable(fact, assessment.situation)) is not None}
    return min(len(found.next_facts), max(len(lacking), 1))


def not_known(assessment: Assessment) -> int:
    """Count the answers "I don't know" that count for the case; parked ones are left out."""
    from employer_assistant.rules.parked import parked

    unknown = {fact for fact, answer in assessment.situation.answers.items() if answer == UNKNOWN}
    return len(unknown.difference(parked(assessment))) if unknown else 0
