"""The days of deadlines. Only periods to act or decide roll to the next working day; the rest ends as counted."""

from __future__ import annotations

from datetime import date

from employer_assistant.content.model import Deadline
from employer_assistant.plan.anchors import anchor
from employer_assistant.plan.calendar import rolled, shifted
from employer_assistant.plan.model import PlannedDeadline, PlannedStep
from employer_assistant.plan.road import Dated, Road
from employer_assistant.plan.setting import met

ENDS = frozenset({"within", "not_later_than", "at_least_before"})
"""Relations whose day is the last on which the step is in time."""


def deadlines(step: str, road: Road) -> tuple[PlannedDeadline, ...]:
    """Return every clause of the step that holds for the case, with its day."""
    clauses = (clause for clause in road.steps[step].step.deadlines if met(clause.when, road.setting))
    return tuple(_planned(clause, step, road) for clause in clauses)


def fixed_day(planned: PlannedStep) -> date | None:
    """Return the first day by which the law wants the step and which no plan moves; None if there is none."""
    days = (
        one.date
        for one in planned.deadlines
        if one.deadline.strength == "statute" and one.deadline.relation in ENDS and not one.assumed
    )
    return min(filter(None, days), default=None)


def _planned(clause: Deadline, step: str, road: Road) -> PlannedDeadline:
    found = anchor(clause.anchor_event, road, step)
    if found is None:
        return PlannedDeadline(clause, None, None, assumed=True)
    day = day_of(clause, found.day, road.setting.library.holidays)
    late = _over_after(day, clause, road.dated[step])
    at_risk = not late and _at_risk(clause, step, road)
    return PlannedDeadline(clause, found.day, day, found.assumed, late, at_risk)


def _over_after(day: date, clause: Deadline, dated: Dated) -> bool:
    end = dated.finish or dated.start
    return clause.relation in ENDS and not dated.done and end is not None and end.likely > day


def _at_risk(clause: Deadline, step: str, road: Road) -> bool:
    """Tell whether the longest duration overshoots the day that the deadline has after a road as long as can be.

    Asked only of what the worker must have reached by a day that is no mere advice: an employer can hurry with what is
    in the own hands, and the periods of authorities bind these.
    """
    if road.steps[step].step.responsible != "worker" or clause.strength == "recommended":
        return False
    longest = road.at_longest
    found = anchor(clause.anchor_event, longest, step)
    if found is None:
        return False
    return _over_after(day_of(clause, found.day, road.setting.library.holidays), clause, longest.dated[step])


def day_of(clause: Deadline, anchor_day: date, holidays: frozenset[date]) -> date:
    """Return the day on which the clause bites, counted from the day of its event."""
    day = anchor_day
    if clause.value is not None and clause.unit is not None:
        value = -clause.value if clause.relation == "at_least_before" else clause.value
        day = shifted(anchor_day, value, clause.unit, holidays)
    return rolled(day, clause.holidays_of, holidays) if clause.rolls else day
