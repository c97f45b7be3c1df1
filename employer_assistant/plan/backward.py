"""Counting back from the wished first day of work, and the chain of steps that decides when it can be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from employer_assistant.plan.calendar import last_working_day, latest_start, next_working_day
from employer_assistant.plan.desk_days import closed_days
from employer_assistant.plan.road import Road, ends_after, topological
from employer_assistant.plan.schedule import UNITS


def begin_by(road: Road, wished: date) -> date | None:
    """Return the last day on which the next step must begin so that work starts as wished even at the latest values.

    None if a longest duration on the way is not known, or if nothing is left to begin.
    """
    goal = road.milestone.step.id
    must_end = {goal: wished}
    must_begin: list[date] = []
    for step in reversed(topological(road.steps)):
        dated = road.dated[step]
        if step not in must_end or dated.done:
            continue
        duration = road.steps[step].duration
        if duration.max is None:
            return None
        if dated.begun:
            continue
        end = _last_open(must_end[step], step, road) - timedelta(days=road.steps[step].late)
        begin = _last_open(latest_start(end, duration.max, UNITS[duration.unit]), step, road)
        must_begin.append(begin)
        for earlier in road.before(step):
            must_end[earlier] = min(begin, must_end.get(earlier, begin))
    return min(must_begin, default=None)


def critical(road: Road) -> frozenset[str]:
    """Return the open steps on the longest chain, by the likely values, that ends in the first working day."""
    goal = road.milestone.step.id
    found: set[str] = set()
    left = [goal] if not road.dated[goal].done else []
    while left:
        step = left.pop()
        if step not in found:
            found.add(step)
            left += _deciding(step, road)
    return frozenset(found)


def _last_open(day: date, step: str, road: Road) -> date:
    closed = closed_days(road.steps[step].step, road.setting.library)
    return day if closed is None else last_working_day(day, closed)


def _deciding(step: str, road: Road) -> Iterator[str]:
    """Return the predecessors whose end is the beginning of the step, or the closed day before it."""
    dated = road.dated[step]
    if dated.begun or dated.start is None:
        return
    closed = closed_days(road.steps[step].step, road.setting.library)
    ends = {earlier: end for earlier in road.before(step) if (end := road.dated[earlier].finish) is not None}
    last = max((end.likely for end in ends.values()), default=None)
    if last is None or dated.start.likely != (last if closed is None else next_working_day(last, closed)):
        return
    for earlier, end in ends.items():
        if any(end == road.dated[other].finish for other in ends_after(earlier, road.steps)):
            continue  # it waits for another step, and that one decides
        if not road.dated[earlier].done and end.likely == last:
            yield earlier
