"""The forward pass: when each step can begin and end, with three values, from what happened and from today on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from employer_assistant.content.model import Duration
from employer_assistant.plan.calendar import PeriodUnit, next_working_day, shifted
from employer_assistant.plan.desk_days import closed_days
from employer_assistant.plan.model import Range
from employer_assistant.plan.road import Dated, Road, before, ends_after, topological
from employer_assistant.plan.selection import Chosen
from employer_assistant.plan.setting import Setting, met
from employer_assistant.plan.start_of_work import AGREED, not_before

UNITS: dict[str | None, PeriodUnit] = {"days": "calendar_days", "weeks": "weeks", "months": "months"}
"""Durations are counted in calendar days, weeks and months."""


def schedule(
    setting: Setting, steps: Mapping[str, Chosen], events: Mapping[str, date], ticks: Mapping[str, date]
) -> Road:
    """Date all steps. Steps that are not counted take their dates from the others and never move them."""
    dated: dict[str, Dated] = {}
    named = replace(setting, wished=events.get(AGREED) or setting.wished)
    for step in topological(steps):
        real = _real_days(steps[step], setting, events, ticks)
        dated[step] = _dated(step, steps, dated, named, real)
    return Road(setting, steps, events, dated)


def _real_days(
    chosen: Chosen, setting: Setting, events: Mapping[str, date], ticks: Mapping[str, date]
) -> dict[str, date]:
    """Return the days on which a step really began and ended, as far as they are entered."""
    found: dict[str, date] = {}
    started = [events[event] for event in (*chosen.start_events, *_triggers(chosen, setting)) if event in events]
    ended = [events[event] for event in chosen.finish_events if event in events]
    if chosen.step.id in ticks:
        ended.append(ticks[chosen.step.id])
    if started:
        found["start"] = started[0]
    if ended:
        found["finish"] = ended[0]
    return found


def _triggers(chosen: Chosen, setting: Setting) -> tuple[str, ...]:
    """Return the events that set off a contingent step: those its period counts from and no plan can foresee."""
    if not chosen.contingent:
        return ()
    anchors = (
        clause.anchor_event for clause in chosen.step.deadlines if clause.relation in ("within", "without_delay")
    )
    unforeseen = setting.library.events
    return tuple(event for event in anchors if event in unforeseen and not unforeseen[event].anchors)


def _dated(
    step: str, steps: Mapping[str, Chosen], dated: Mapping[str, Dated], setting: Setting, real: Mapping[str, date]
) -> Dated:
    chosen, on = steps[step], setting.situation.on
    ends = [
        end
        for other in before(step, steps)
        if _moves(steps[other], chosen) and (end := _end(dated[other], steps[other], setting))
    ]
    if "finish" in real:
        day = real["finish"]
        earlier = max((end.likely for end in ends), default=day)
        return Dated(_on(real.get("start", min(earlier, day))), _on(day), done=True, begun=True)
    if "start" in real:
        start = _on(real["start"])
    elif chosen.contingent or _waits(chosen):
        return Dated()
    else:
        start = _open(_latest_of([_on(on), *ends, *_not_before(step, steps, dated, setting)]), chosen, setting)
    waits = [
        end
        for other in ends_after(step, steps)
        if steps[other].counted and (end := _end(dated[other], steps[other], setting))
    ]
    finish = _latest_of([_on(on), _later(_ended(start, chosen.duration), chosen.late), *waits])
    finish = _open(finish, chosen, setting)
    endless = chosen.duration.min is None
    return Dated(start, None if endless else finish, begun="start" in real)


def _not_before(
    step: str, steps: Mapping[str, Chosen], dated: Mapping[str, Dated], setting: Setting
) -> Iterator[Range]:
    """Yield the days before which the step makes no sense, counted from the end of steps that come before it."""
    for clause in steps[step].step.deadlines:
        if (
            clause.relation != "not_before"
            or clause.value is None
            or clause.unit is None
            or not met(clause.when, setting)
        ):
            continue
        for other in before(step, steps):
            end = _end(dated[other], steps[other], setting)
            if clause.anchor_event in steps[other].finish_events and end is not None:
                count = partial(shifted, value=clause.value, unit=clause.unit, holidays=setting.library.holidays)
                yield Range(count(end.earliest), count(end.likely), count(end.latest) if end.latest else None)


def _moves(earlier: Chosen, later: Chosen) -> bool:
    return earlier.counted or (earlier.optional and later.optional)


def _end(dated: Dated, chosen: Chosen, setting: Setting) -> Range | None:
    """Return when those after the step can begin; nobody knows the latest day if its duration is not known.

    What follows the first working day waits for the start that is agreed or wished as well.
    """
    if dated.finish is None and dated.start is not None:
        return Range(dated.start.earliest, dated.start.likely, None)
    if chosen.step.milestone and dated.finish is not None and not dated.done:
        return not_before(dated.finish, setting.wished)
    return dated.finish


def _waits(chosen: Chosen) -> bool:
    """Tell whether the step begins with an event that nobody can plan (the employment ends one day)."""
    return chosen.step.phase == "retention" and bool(chosen.start_events)


def _on(day: date) -> Range:
    return Range(day, day, day)


def _latest_of(ranges: Iterable[Range]) -> Range:
    found = list(ranges)
    ends = [one.latest for one in found]
    known = [end for end in ends if end is not None]
    return Range(
        max(one.earliest for one in found),
        max(one.likely for one in found),
        max(known) if len(known) == len(ends) else None,
    )


def _ended(start: Range, duration: Duration) -> Range:
    unit = UNITS.get(duration.unit, "calendar_days")
    return Range(
        shifted(start.earliest, duration.min or 0, unit, ()),
        shifted(start.likely, duration.likely or 0, unit, ()),
        None if start.latest is None or duration.max is None else shifted(start.latest, duration.max, unit, ()),
    )


def _later(days: Range, late: int) -> Range:
    more = timedelta(days=late)
    return Range(days.earliest + more, days.likely + more, None if days.latest is None else days.latest + more)


def _open(days: Range, chosen: Chosen, setting: Setting) -> Range:
    """Move days on which the desk of the step is closed to the next one on which it is open."""
    closed = closed_days(chosen.step, setting.library)
    if closed is None:
        return days
    latest = None if days.latest is None else next_working_day(days.latest, closed)
    return Range(next_working_day(days.earliest, closed), next_working_day(days.likely, closed), latest)
