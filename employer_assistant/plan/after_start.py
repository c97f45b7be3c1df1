"""After the first working day: what there is to do, and what only if something changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from employer_assistant.plan.model import Plan, PlannedStep

Group = Literal["arrival", "integration", "running", "if", "end"]
GROUPS: tuple[Group, ...] = ("arrival", "integration", "running", "if", "end")
PHASES = ("arrival", "integration", "retention")
"""Phases that begin with the entry."""


@dataclass(frozen=True)
class DutyGroup:
    """Duties that belong together, in the order of the road. Phrase of the heading: ``duties.<group>``."""

    group: Group
    steps: tuple[PlannedStep, ...]


def duties_after_start(plan: Plan) -> tuple[DutyGroup, ...]:
    """Return what follows the entry: on arrival, in the first year, all the time, if something changes, at the end.

    Groups without a step of this plan are left out.
    """
    found: dict[Group, list[PlannedStep]] = {group: [] for group in GROUPS}
    for planned in plan.steps:
        if planned.step.phase in PHASES:
            found[group_of(planned)].append(planned)
    return tuple(DutyGroup(group, tuple(steps)) for group, steps in found.items() if steps)


def group_of(planned: PlannedStep) -> Group:
    """Return the group of a step that follows the entry."""
    step = planned.step
    if planned.contingent:
        return "if"
    if step.phase == "arrival":
        return "arrival"
    if step.phase == "integration":
        return "integration"
    return "end" if step.start_event else "running"
