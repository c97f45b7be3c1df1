"""What a delay does to the end of the road, and what can be done now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from employer_assistant.plan.difference import Moves, moves
from employer_assistant.plan.model import Plan, PlannedStep, Progress
from employer_assistant.plan.planning import Asked, plan_of_road, road_of
from employer_assistant.plan.road import Road
from employer_assistant.plan.schedule import schedule

_EndIf: TypeAlias = Callable[[str, int], date]

MOST_SLACK = 366 * 3
"""Days after which a step is said not to matter for the end."""


@dataclass(frozen=True)
class Effect:
    """What lateness of a step does: days by which a week moves the likely end, and days it may be late for free."""

    step: str
    days_per_week: int
    slack_days: int


def possible_now(found: Plan) -> tuple[PlannedStep, ...]:
    """Return the steps that can be worked on now, side by side, those that decide the end first."""
    able = [step for step in found.steps if step.status in ("next", "open") and not (step.contingent or step.optional)]
    return tuple(sorted(able, key=lambda step: (not step.critical, step.status != "next")))


def delayed(asked: Asked, step: str, weeks: int) -> Moves:
    """Return what moves if a step takes so many weeks longer than planned. Raises NotPossible."""
    return moves(_supposed(asked, {}), _supposed(asked, {step: weeks * 7}))


def _supposed(asked: Asked, late: Mapping[str, int]) -> Plan:
    return plan_of_road(road_of(asked, late), asked)


def effects(asked: Asked) -> tuple[Effect, ...]:
    """Return for each open step that work waits for what a week of delay does to the likely end, the costliest first.

    Raises NotPossible.
    """
    road = road_of(asked)
    open_steps = (step for step in _before_the_milestone(road) if not road.dated[step].done)
    found = [_effect(road, asked.progress, step) for step in open_steps]
    return tuple(sorted(found, key=lambda effect: (-effect.days_per_week, effect.slack_days, effect.step)))


def effect(asked: Asked, step: str) -> Effect | None:
    """Return what a week of delay of one step does; None if work does not wait for it (any more)."""
    road = road_of(asked)
    matters = step in _before_the_milestone(road) and not road.dated[step].done
    return _effect(road, asked.progress, step) if matters else None


def _effect(road: Road, progress: Progress, step: str) -> Effect:
    end = road.finish.likely

    def end_if(step: str, days: int) -> date:
        steps = {**road.steps, step: replace(road.steps[step], late=days)}
        return schedule(road.setting, steps, road.events, progress.ticks).finish.likely

    return Effect(step, (end_if(step, 7) - end).days, _slack(end_if, step, end))


def _before_the_milestone(road: Road) -> frozenset[str]:
    """Return the counted steps that the first working day waits for, itself included."""
    found: set[str] = set()
    left = [road.milestone.step.id]
    while left:
        step = left.pop()
        if step not in found:
            found.add(step)
            left += road.before(step)
    return frozenset(found)


def _slack(end_if: _EndIf, step: str, end: date) -> int:
    """Return the most days of delay that leave the likely end where it is."""
    low, high = 0, 1
    while high <= MOST_SLACK and end_if(step, high) <= end:
        low, high = high, high * 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if end_if(step, middle) <= end else (low, middle)
    return low
