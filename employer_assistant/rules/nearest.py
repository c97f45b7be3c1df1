"""A useful No: where no route is open or reachable, the nearest openings, what each would take, whom to ask."""

from __future__ import annotations

from dataclasses import dataclass

from employer_assistant.content.model import Office
from employer_assistant.rules.assessment import Assessment, Finding, RouteAssessment, Status, find
from employer_assistant.rules.interview import askable
from employer_assistant.rules.judge import unique
from employer_assistant.rules.levers import Lever, after, levers_for
from employer_assistant.rules.once import once
from employer_assistant.rules.situation import Situation
from employer_assistant.rules.told import routes_told
from employer_assistant.rules.typical import suits

MOST = 3
"""Openings named; more would no longer help."""
ADVICE = ("zefas", "welcome_center", "recognition_advice", "ihk", "hwk", "employment_agency")
"""Roles of the desks that advise employers, whom to ask first."""


@dataclass(frozen=True)
class Opening:
    """A route that could come into reach. ``lever``: the change it takes; None if only answers are missing.

    ``missing``: what stands in the way now, of several ways that of the lever; ``questions``: facts still to find out,
    whose ``where`` says from whom;
    ``ask``: the same for the facts of the lever. ``suits``: it is for people of this occupation.
    """

    found: RouteAssessment
    lever: Lever | None
    missing: tuple[Finding, ...]
    questions: tuple[str, ...]
    ask: tuple[str, ...]
    suits: bool


@dataclass(frozen=True)
class UsefulNo:
    """The nearest openings, nearest first, and the desks that advise, by role in the order to ask them."""

    openings: tuple[Opening, ...]
    advice: tuple[Office, ...]

    @property
    def title(self) -> str:
        """The phrase above the openings: one of them would open a route, or at best could."""
        opens = any(one.lever is not None and one.lever.opens for one in self.openings)
        return "result.no.title" if opens else "result.no.title.perhaps"


def nearest(assessment: Assessment, most: int = MOST) -> UsefulNo | None:
    """Return the nearest openings; None if a route is open or reachable, or no title is needed."""
    if assessment.best is not None or not assessment.title_needed:
        return None
    pairs = zip(assessment.routes, routes_told(assessment), strict=True)
    openings = [found for pair in pairs if (found := _opening(*pair, assessment.situation)) is not None]
    openings.sort(key=_effort)
    offices = assessment.situation.library.offices.values()
    advice = sorted((office for office in offices if office.role in ADVICE), key=lambda one: ADVICE.index(one.role))
    return UsefulNo(tuple(openings[:most]), tuple(advice))


@once
def nearest_first(assessment: Assessment) -> tuple[RouteAssessment, ...]:
    """Return all routes as they are told: by rank, but the closed ones last and the nearest of them first.

    Nearer is what somebody can open by a change, what suits the occupation first, in the order of such changes; then
    what fewest points close; then the better rank.
    """
    pairs = zip(assessment.routes, routes_told(assessment), strict=True)
    closed = [pair for pair in pairs if pair[0].status is Status.CLOSED]
    closed.sort(key=lambda pair: _distance(pair[0], pair[1], assessment.situation))
    live = (found for found in assessment.routes if found.status is not Status.CLOSED)
    return (*live, *(told for _, told in closed))


def _distance(
    found: RouteAssessment, told: RouteAssessment, situation: Situation
) -> tuple[bool, bool, bool, bool, int, int, int, int]:
    lever = next(iter(levers_for(found, situation)), None)
    effort = lever.effort if lever is not None else (False, False, 0, 0)
    closing = sum(one.status is Status.CLOSED for one in told.blocking)
    strange = lever is not None and not suits(found.route, after(lever.changes, situation))
    return (lever is None, strange, *effort, closing, found.route.rank)


def _opening(found: RouteAssessment, told: RouteAssessment, situation: Situation) -> Opening | None:
    missing = tuple(finding for finding in told.blocking if finding.status is found.status)
    if found.status is Status.UNDECIDED:
        questions = unique(question for fact in found.open_facts if (question := askable(fact, situation)))
        unknown = [fact for fact in found.open_facts if fact not in questions and fact in situation.answers]
        asked = (*unknown, *questions)
        return Opening(found, None, missing, asked, asked, suits(found.route, situation))
    lever = next(iter(levers_for(found, situation)), None)
    if lever is None:
        return None
    then = after(lever.changes, situation)
    turned = tuple(one for one in missing if find(one.condition, found.route, then).status < one.status)
    changed = tuple(change.fact for change in lever.changes)
    return Opening(found, lever, turned or missing, (), changed, suits(found.route, then))


def _effort(opening: Opening) -> tuple[bool, bool, bool, int, int, int, int]:
    """Order openings: what suits the occupation, adjustments, what really opens, fewest changes, who makes them.

    Then fewest questions, then rank.
    """
    effort = opening.lever.effort if opening.lever else (False, False, 0, 0)
    return (not opening.suits, *effort, len(opening.questions), opening.found.route.rank)
