"""One case at a glance: what is next, who is waited for, which days press. Cheaper than a plan: no papers, no desks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from employer_assistant.content.library import Library
from employer_assistant.content.model import Deadline, Procedure, Step, Text
from employer_assistant.plan.anchors import anchor
from employer_assistant.plan.backward import critical
from employer_assistant.plan.deadlines import ENDS, day_of
from employer_assistant.plan.model import Progress, Range
from employer_assistant.plan.planning import Asked, NotPossible, road_of, statuses
from employer_assistant.plan.road import Road
from employer_assistant.plan.setting import met
from employer_assistant.rules.assessment import RouteAssessment, Status, assess, assess_route, title_needed
from employer_assistant.rules.situation import Situation

Risk = Literal["overdue", "late", "at_risk", "undecided", "questions", "no_route", "not_needed", "none"]
"""The gravest first: a day has passed; the wished start is likely missed, or may be; the route is unsure, needs more
answers, or there is none; no title is needed at all."""
What = Literal["deadline", "expiry"]
DELETED = "data_deleted"
"""The event of the step that says when data must be gone. "Without delay" presses there from the day itself."""


@dataclass(frozen=True)
class Due:
    """A day to heed. A deadline belongs to a clause of a step; an expiry to a clause, or to an event without a step.

    ``assumed``: the day it counts from has not happened yet, so it moves with the plan.
    """

    day: date
    what: What
    step: str | None
    clause: int | None
    event: str | None
    strength: Literal["statute", "practice", "recommended"]
    norm: str
    assumed: bool

    def text(self, library: Library) -> Text:
        """Return what is due: the clause, or the title of the event."""
        if self.step is not None and self.clause is not None:
            return library.steps[self.step].deadlines[self.clause].text
        return library.events[str(self.event)].title


@dataclass(frozen=True)
class Outlook:
    """A case on a day. ``waiting_for``: who has to act at the next step. ``dues``: by day, the earliest first."""

    on: date
    route: str | None
    procedure: Procedure
    phase: str | None
    next_step: str | None
    waiting_for: str | None
    finish: Range | None
    started: bool
    risk: Risk
    dues: tuple[Due, ...]

    @property
    def overdue(self) -> tuple[Due, ...]:
        """Days that have passed and really ran."""
        return tuple(due for due in self.dues if due.day < self.on and not due.assumed)

    @property
    def next_due(self) -> Due | None:
        """The first day that is still to come."""
        return next((due for due in self.dues if due.day >= self.on), None)


def outlook(
    situation: Situation, route: str | None, procedure: Procedure, progress: Progress, start_by: date | None = None
) -> Outlook:
    """Look at a case on the route that was chosen, else on the best that is usable."""
    found = _route(situation, route)
    try:
        road = road_of(Asked(situation, found, procedure, progress, start_by)) if found else None
    except NotPossible:
        road = None
    if found is None or road is None:
        lack = _lack(situation, route)
        dues = tuple(_deletions(situation, progress))
        return Outlook(situation.on, route, procedure, None, None, None, None, started=False, risk=lack, dues=dues)
    dues = tuple(sorted(_dues(road), key=lambda due: (due.day, due.step or "", due.clause or 0)))
    step = _next(road)
    wished = road.setting.wished
    milestone = road.milestone.step.id
    started = road.dated[milestone].done
    late = _late(road.finish, wished) if wished is not None and not started else "none"
    overdue = any(due.day < situation.on and not due.assumed and due.strength == "statute" for due in dues)
    risk: Risk = "overdue" if overdue else late
    if risk == "none" and found.status is Status.UNDECIDED:
        risk = "undecided"
    return Outlook(
        on=situation.on,
        route=found.route.id,
        procedure=road.setting.procedure,
        phase=road.steps[step].step.phase if step else None,
        next_step=step,
        waiting_for=road.steps[step].step.responsible if step else None,
        finish=road.finish,
        started=started,
        risk=risk,
        dues=dues,
    )


def _route(situation: Situation, route: str | None) -> RouteAssessment | None:
    if route in situation.library.routes:
        return assess_route(situation.library.routes[route], situation) if title_needed(situation) else None
    return assess(situation).best


def _lack(situation: Situation, route: str | None) -> Risk:
    """Tell why there is no road."""
    if not title_needed(situation):
        return "not_needed"
    if route in situation.library.routes:
        return "no_route"
    unsure = any(one.status is Status.UNDECIDED for one in assess(situation).routes)
    return "questions" if unsure else "no_route"


def _next(road: Road) -> str | None:
    """Return the step that decides the end now; after the start, the one that is planned first."""
    found = statuses(road, critical(road))
    able = [step for step, status in found.items() if status == "next"]
    able = able or [step for step, status in found.items() if status == "open" and road.steps[step].counted]
    return min(able, key=lambda step: _begins(road, step), default=None)


def _begins(road: Road, step: str) -> date:
    start = road.dated[step].start
    return start.likely if start else date.max


def _late(finish: Range, wished: date) -> Risk:
    if finish.likely > wished:
        return "late"
    return "at_risk" if finish.latest is None or finish.latest > wished else "none"


def _dues(road: Road) -> Iterator[Due]:
    for step, chosen in road.steps.items():
        dated = road.dated[step]
        if chosen.optional or (chosen.contingent and dated.start is None):
            continue
        for place, clause in enumerate(chosen.step.deadlines):
            if _matters(clause, chosen.step, road, done=dated.done) and met(clause.when, road.setting):
                yield from _due(clause, place, step, road)
    for event in road.setting.library.content.events:
        over = event.until_event is not None and event.until_event in road.events
        if event.watched and not over:
            found = anchor(event.id, road, "")
            if found is not None:
                yield Due(found.day, "expiry", None, None, event.id, "statute", "", found.assumed)


def _deletions(situation: Situation, progress: Progress) -> Iterator[Due]:
    """Yield when data of a person without a road must be gone: somebody who was refused, or a case without a route."""
    for step in situation.library.steps.values():
        if step.finish_event != DELETED or step.id in progress.ticks or DELETED in situation.events:
            continue
        for place, clause in enumerate(step.deadlines):
            begun = situation.events.get(clause.anchor_event)
            if begun is not None and clause.when is None:
                day = day_of(clause, begun, situation.library.holidays)
                yield Due(day, "deadline", step.id, place, None, clause.strength, clause.norm, assumed=False)


def _matters(clause: Deadline, step: Step, road: Road, *, done: bool) -> bool:
    """Tell whether a clause still presses: what must be done, until it is; what was obtained, until it was used."""
    if clause.relation == "valid_for":
        return clause.until_event is None or clause.until_event not in road.events
    at_once = clause.relation == "without_delay" and step.finish_event == DELETED
    return (clause.relation in ENDS or at_once) and not done


def _due(clause: Deadline, place: int, step: str, road: Road) -> Iterator[Due]:
    found = anchor(clause.anchor_event, road, step)
    if found is not None:
        day = day_of(clause, found.day, road.setting.library.holidays)
        what: What = "expiry" if clause.relation == "valid_for" else "deadline"
        yield Due(day, what, step, place, None, clause.strength, clause.norm, found.assumed)
