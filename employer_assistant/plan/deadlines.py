"""The days of deadlines. Only periods to act or decide roll to the next working day; the rest ends as counted."""

from __future__ import annotations

from datetime import date

from employer_assistant.content.model import Deadline
from employer_assistant.plan.anchors import anchor
from employer_assistant.plan.calendar import rolled, shifted
from employer_assistant.plan.model import PlannedDeadline
from employer_assistant.plan.road import Road
from employer_assistant.plan.setting import met

ENDS = frozenset({"within", "not_later_than", "at_least_before"})
"""Relations whose day is the last on which the step is in time."""


def deadlines(step: str, road: Road) -> tuple[PlannedDeadline, ...]:
    """Return every clause of the step that holds for the case, with its day."""
    clauses = (clause for clause in road.steps[step].step.deadlines if met(clause.when, road.setting))
    return tuple(_planned(clause, step, road) for clause in clauses)


def _planned(clause: Deadline, step: str, road: Road) -> PlannedDeadline:
    found = anchor(clause.anchor_event, road, step)
    if found is None:
        return PlannedDeadline(clause, None, assumed=True)
    day, dated = day_of(clause, found.day, road.setting.library.holidays), road.dated[step]
    end = dated.finish or dated.start
    late = clause.relation in ENDS and not dated.done and end is not None and end.likely > day
    return PlannedDeadline(clause, day, found.assumed, late)


def day_of(clause: Deadline, anchor_day: date, holidays: frozenset[date]) -> date:
    """Return the day on which the clause bites, counted from the day of its event."""
    day = anchor_day
    if clause.value is not None and clause.unit is not None:
        value = -clause.value if clause.relation == "at_least_before" else clause.value
        day = shifted(anchor_day, value, clause.unit, holidays)
    return rolled(day, clause.holidays_of, holidays) if clause.rolls else day
