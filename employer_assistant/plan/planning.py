"""The plan: the road of one route, worked out anew from the case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from graphlib import TopologicalSorter
from heapq import heappop, heappush

from employer_assistant.content.model import Procedure
from employer_assistant.plan.anchors import ancestors
from employer_assistant.plan.backward import begin_by, critical
from employer_assistant.plan.costs import cost_items, costs
from employer_assistant.plan.deadlines import deadlines
from employer_assistant.plan.desk_of_step import Places, desk_of, places
from employer_assistant.plan.documents import documents, papers_of
from employer_assistant.plan.fees import also_due_of, fee_of, fee_on, on_top_of
from employer_assistant.plan.model import Plan, PlannedStep, Progress, StepStatus
from employer_assistant.plan.road import Road, before
from employer_assistant.plan.schedule import schedule
from employer_assistant.plan.selection import accelerated, fitting_procedure, happened, select
from employer_assistant.plan.setting import Setting
from employer_assistant.plan.start_of_work import reckoned, start_of_work
from employer_assistant.plan.warnings import of_place, warnings
from employer_assistant.rules.assessment import RouteAssessment, Status
from employer_assistant.rules.situation import Situation

PHASES = ("preparation", "recruiting", "recognition", "permission", "visa", "arrival", "integration", "retention")
"""Phases in the order of the road."""


class NotPossible(ValueError):
    """There is no such plan. ``reason`` is the id of a phrase ``reason.<id>``, filled with ``values``."""

    def __init__(self, reason: str, values: Mapping[str, str]) -> None:
        super().__init__(f"{reason}: {dict(values)}")
        self.reason = reason
        self.values = values


@dataclass(frozen=True)
class Asked:
    """What a plan is asked for. ``start_by`` outranks the answer ``job.start_wished``."""

    situation: Situation
    route: RouteAssessment
    procedure: Procedure
    progress: Progress
    start_by: date | None = None

    @property
    def wished(self) -> date | None:
        """The start of work that is wished."""
        wished = self.start_by or self.situation.value("job.start_wished")
        return wished if isinstance(wished, date) else None


def plan(
    situation: Situation, route: RouteAssessment, procedure: Procedure, progress: Progress, start_by: date | None
) -> Plan:
    """Work out the plan for a route that is not closed.

    Raises NotPossible for a closed route and where § 81a is excluded. For a person in Germany the plan is regular.
    """
    asked = Asked(situation, route, procedure, progress, start_by)
    return plan_of_road(road_of(asked), asked)


def road_of(asked: Asked, late: Mapping[str, int] | None = None) -> Road:
    """Date the steps of a route, without papers, desks and costs. ``late``: days by which open steps take longer.

    Raises NotPossible as `plan` does.
    """
    situation, route, progress = asked.situation, asked.route, asked.progress
    if route.status is Status.CLOSED:
        raise NotPossible("route-closed", {"route": route.route.id})
    if asked.procedure == "accelerated" and accelerated(route, situation) == "no":
        raise NotPossible("accelerated-excluded", {"route": route.route.id})
    setting = Setting(situation, route.route.id, fitting_procedure(asked.procedure, situation), asked.wished)
    steps = select(route, setting, progress)
    supposed = {step: replace(steps[step], late=days) for step, days in (late or {}).items() if step in steps}
    return schedule(setting, {**steps, **supposed}, happened(setting, progress), progress.ticks)


def plan_of_road(road: Road, asked: Asked) -> Plan:
    """Return the whole plan of dated steps."""
    setting, situation = road.setting, road.setting.situation
    where = places(situation)
    steps = _planned(road, where)
    wished = setting.wished
    ordered = tuple(road.steps[planned.step.id] for planned in steps)
    items = cost_items(steps)
    return Plan(
        route=asked.route,
        procedure=setting.procedure,
        on=situation.on,
        start_by=wished,
        steps=steps,
        documents=documents(ordered, setting, asked.progress.documents),
        costs=costs(items),
        items=items,
        finish=road.finish,
        start_of_work=start_of_work(road),
        begin_by=begin_by(road, wished) if wished else None,
        warnings=(*of_place(where.work), *warnings(asked.route, asked.procedure, road, steps)),
    )


def _planned(road: Road, where: Places) -> tuple[PlannedStep, ...]:
    on_longest = critical(road)
    status_of = statuses(road, on_longest)
    ahead = ancestors(road.milestone.step.id, road)
    return tuple(
        PlannedStep(
            step=chosen.step,
            status=status_of[step],
            contingent=chosen.contingent,
            optional=chosen.optional,
            provisional=chosen.provisional,
            duration=chosen.duration,
            start=road.dated[step].start,
            finish=road.dated[step].finish,
            critical=step in on_longest,
            deadlines=deadlines(step, road),
            documents=papers_of(chosen.step, road.setting),
            office=(found := desk_of(chosen.step.office, where, road.setting.situation)).desk,
            fee=fee_on(fee_of(chosen.step, road.setting), _begins(step, road), road.setting.library),
            office_assumed=found.assumed,
            on_top=on_top_of(chosen.step, road.setting),
            also_due=also_due_of(chosen.step, _begins(step, road), road.setting),
            reckoned=reckoned(road) if chosen.step.milestone else None,
            ahead=step in ahead,
        )
        for step in in_order(road)
        for chosen in (road.steps[step],)
    )


def _begins(step: str, road: Road) -> date:
    """Return the day the step likely begins: a fee is due with the application."""
    start = road.dated[step].start
    return start.likely if start else road.setting.situation.on


def in_order(road: Road) -> tuple[str, ...]:
    """Return the ids so that each step comes after its predecessors, else by phase, planned start and source order."""
    place = {step: index for index, step in enumerate(road.steps)}
    sorter = TopologicalSorter({step: before(step, road.steps) for step in road.steps})
    sorter.prepare()
    waiting: list[tuple[int, date, int, str]] = []
    found: list[str] = []
    while sorter.is_active():
        for step in sorter.get_ready():
            milestone = road.steps[step].step.milestone
            start = (reckoned(road) if milestone else None) or road.dated[step].start
            phase = PHASES.index(road.steps[step].step.phase)
            heappush(waiting, (phase, start.likely if start else date.max, place[step], step))
        step = heappop(waiting)[3]
        found.append(step)
        sorter.done(step)
    return tuple(found)


def statuses(road: Road, on_longest: frozenset[str]) -> dict[str, StepStatus]:
    """Say of each step whether it is done, can begin now, or waits; ``next`` is what decides the finish now."""
    found = {step: _status(step, road) for step in road.steps}
    able = [step for step in in_order(road) if found[step] == "open" and road.steps[step].counted]
    decisive = [step for step in able if step in on_longest] or able[:1]
    return {**found, **dict.fromkeys(decisive, _NEXT)}


_NEXT: StepStatus = "next"


def _status(step: str, road: Road) -> StepStatus:
    dated = road.dated[step]
    if dated.done:
        return "done"
    if dated.start is None:
        return "waiting"
    ready = dated.begun or all(road.dated[earlier].done for earlier in road.before(step))
    return "open" if ready else "waiting"
