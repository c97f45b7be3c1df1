"""The road: steps, what precedes what, what happened, and the dates that follow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from graphlib import TopologicalSorter

from employer_assistant.plan.model import Range
from employer_assistant.plan.selection import Chosen
from employer_assistant.plan.setting import Setting


@dataclass(frozen=True)
class Dated:
    """When a step runs; None = has no date. ``done``: it is over; ``begun``: its beginning is a fact."""

    start: Range | None = None
    finish: Range | None = None
    done: bool = False
    begun: bool = False


@dataclass(frozen=True)
class Road:
    """The steps of a plan with their dates, and the events that took place."""

    setting: Setting
    steps: Mapping[str, Chosen]
    events: Mapping[str, date]
    dated: Mapping[str, Dated]

    @property
    def milestone(self) -> Chosen:
        """The first working day."""
        return next(chosen for chosen in self.steps.values() if chosen.step.milestone)

    @property
    def finish(self) -> Range:
        """When work can begin: a lawful working day."""
        found = self.dated[self.milestone.step.id].finish
        if found is None:
            raise ValueError("The milestone needs a duration")
        return found

    @cached_property
    def at_longest(self) -> Road:
        """The same road with the latest day of each step as its likely one, as far as it is known."""
        dated = {
            step: replace(one, start=_latest(one.start), finish=_latest(one.finish)) for step, one in self.dated.items()
        }
        return replace(self, dated=dated)

    def before(self, step: str) -> tuple[str, ...]:
        """Return the counted steps that must be over before the step begins."""
        return tuple(other for other in before(step, self.steps) if self.steps[other].counted)


def _latest(days: Range | None) -> Range | None:
    return None if days is None else replace(days, likely=days.latest or days.likely)


def before(step: str, steps: Mapping[str, Chosen]) -> tuple[str, ...]:
    """Return the predecessors of a step that belong to the plan."""
    return tuple(other for other in steps[step].step.depends_on if other in steps)


def ends_after(step: str, steps: Mapping[str, Chosen]) -> tuple[str, ...]:
    """Return the steps of the plan that must be over before the step ends."""
    return tuple(other for other in steps[step].step.ends_after if other in steps)


def topological(steps: Mapping[str, Chosen]) -> tuple[str, ...]:
    """Return the ids so that each comes after its predecessors. Raises graphlib.CycleError."""
    earlier = {step: (*before(step, steps), *ends_after(step, steps)) for step in steps}
    return tuple(TopologicalSorter(earlier).static_order())
