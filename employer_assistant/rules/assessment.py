"""The assessment: each route open, reachable, undecided or closed, with findings that say why."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property, partial
from typing import TypeVar

from employer_assistant.content import expressions as x
from employer_assistant.content.model import Condition, FigureValue, Route, Ruling
from employer_assistant.rules.judge import Judgement, holds, judge, telling_figures, unique
from employer_assistant.rules.remembered import remembered
from employer_assistant.rules.situation import Situation, in_force
from employer_assistant.rules.verdict import Verdict, any_of, negated

_T = TypeVar("_T")


class Status(IntEnum):
    """How a route stands. The order counts: of parts joined by "and" the highest decides, by "or" the lowest."""

    OPEN = 0
    REACHABLE = 1
    UNDECIDED = 2
    CLOSED = 3

    @property
    def id(self) -> str:
        """The name as the command line writes it."""
        return self.name.lower()


@dataclass(frozen=True)
class Finding:
    """What became of one condition. ``status``: what it alone makes of the route; ``assumed``: rare, counts as met.

    ``idle``: it counts as met because the rule is not about this case (`Condition.applies_if` is unmet or
    `Condition.idle_when` met).
    """

    condition: Condition
    verdict: Verdict
    status: Status
    assumed: bool
    facts: tuple[str, ...]
    open_facts: tuple[str, ...]
    figures: tuple[tuple[str, FigureValue], ...]
    remedy_steps: tuple[str, ...]
    idle: bool = False

    @property
    def blocks(self) -> bool:
        """Whether the condition takes part in the status (others are duties, procedure or variants)."""
        return self.condition.effect == "blocks"


@dataclass(frozen=True)
class RouteAssessment:
    """One route judged. ``open_facts``: answers still missing that can change its status.

    ``spare``: conditions that lie on a way through ``requires`` only that is worse than another.
    """

    route: Route
    status: Status
    findings: tuple[Finding, ...]
    open_facts: tuple[str, ...]
    assumed_facts: tuple[str, ...]
    ba_approval: str
    accelerated: str
    spare: frozenset[str]

    @cached_property
    def blocking(self) -> tuple[Finding, ...]:
        """The findings that keep the route from being open, worst first."""
        found = [finding for finding in self.findings if finding.blocks and finding.status is not Status.OPEN]
        return tuple(sorted(found, key=lambda finding: -finding.status))

    @property
    def weighing(self) -> tuple[Finding, ...]:
        """Those of ``blocking`` that count: what another point makes up for, or another way through, is left out."""
        counting = (one for one in self.blocking if one.condition.id not in self.spare)
        return tuple(finding for finding in counting if finding.status <= self.status)


@dataclass(frozen=True)
class CaseWarning:
    """Something to say; ``values`` fill the phrase ``warning.<id>``. ``routes`` it concerns, empty = the whole case."""

    id: str
    values: Mapping[str, str]
    routes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Assessment:
    """All routes, best rank first; empty if no title is needed.

    ``needless_facts``: answers still missing that could make a title needless; assumed away until given.
    """

    situation: Situation
    routes: tuple[RouteAssessment, ...]
    title_needed: bool
    needless_facts: tuple[str, ...] = ()

    @cached_property
    def best(self) -> RouteAssessment | None:
        """The route of best rank that is open or reachable."""
        return next((route for route in self.routes if route.status <= Status.REACHABLE), None)

    def route(self, route_id: str) -> RouteAssessment:
        """Return one route's assessment. Raises KeyError for an unknown id."""
        return next(found for found in self.routes if found.route.id == route_id)


def assess(situation: Situation) -> Assessment:
    """Judge all routes of the content for a situation."""
    needless = _needless(situation)
    if not _needed(needless):
        return Assessment(situation, (), title_needed=False)
    routes = tuple(
        remembered_of(route, "assessed", situation, partial(assess_route, route, situation))
        for route in situation.library.routes.values()
    )
    return Assessment(situation, routes, True, unique(fact for judged in needless for fact in judged.open_facts))


def remembered_of(route: Route, said: str, situation: Situation, work: Callable[[], _T]) -> _T:
    """Return what ``work`` says about a route: remembered for the answers that count for it, by whatever condition."""
    return remembered(route, said, situation, work, lambda: shared_for(route, situation))


def title_needed(situation: Situation) -> bool:
    """Tell whether the person needs a residence title at all."""
    return _needed(_needless(situation))


def _needless(situation: Situation) -> list[Judgement]:
    conditions = situation.library.content.shared_conditions
    return [judge(condition.met_when, situation) for condition in conditions if condition.effect == "not_needed"]


def _needed(needless: list[Judgement]) -> bool:
    return all(judged.verdict is not Verdict.UNMET for judged in needless)


def assess_route(route: Route, situation: Situation) -> RouteAssessment:
    """Judge one route: its own conditions as ``requires`` joins them, and every shared one that holds for it."""
    own = {condition.id: find(condition, route, situation) for condition in route.conditions}
    shared = tuple(find(condition, route, situation) for condition in shared_for(route, situation))
    joined = _join(route.requires, own)
    parts = [joined, *(_Part.of(finding) for finding in shared if finding.blocks)]
    status = max(part.status for part in parts)
    findings = (*own.values(), *shared)
    assumed = unique(fact for finding in findings if finding.assumed for fact in finding.open_facts)
    return RouteAssessment(
        route,
        status,
        findings,
        () if status is Status.CLOSED else unique(fact for part in parts for fact in part.open_facts),
        () if status is Status.CLOSED else assumed,
        ruled(route.ba_approval, situation),
        ruled(route.accelerated, situation),
        frozenset(finding.condition.id for finding in own.values() if finding.blocks) - joined.best,
    )


def musts(found: RouteAssessment) -> frozenset[str]:
    """Return the conditions that every way to the title needs: shared ones, and own ones without an alternative."""
    own = {condition.id for condition in found.route.conditions}
    shared = {finding.condition.id for finding in found.findings if finding.condition.id not in own}
    return frozenset(_mandatory(found.route.requires) | shared)


def _mandatory(requires: x.Test) -> set[str]:
    """Return the conditions that every way through ``requires`` needs."""
    match requires:
        case x.ConditionMet(condition=condition):
            return {condition}
        case x.All(of=parts):
            return set[str]().union(*(_mandatory(part) for part in parts))
    return set()


def shared_for(route: Route, situation: Situation) -> Iterator[Condition]:
    """Return the shared conditions that hold for the route and are not repeated by one of its own."""
    repeated = {condition.same_as for condition in route.conditions}
    for condition in situation.library.content.shared_conditions:
        if route.id in condition.applies_to and condition.id not in repeated and condition.effect != "not_needed":
            yield condition


def find(condition: Condition, route: Route, situation: Situation) -> Finding:
    """Judge one condition for a route. A rule that is not in force on the day asked is not known: unknown."""
    return remembered(condition, route.id, situation, partial(_find, condition, route, situation))


def _find(condition: Condition, route: Route, situation: Situation) -> Finding:
    judged = remembered(
        condition, "judged", situation, lambda: judge(condition.met_when, situation, condition.counted_at)
    )
    verdict, facts, open_facts = judged.verdict, judged.facts, judged.open_facts
    only_if = condition.applies_if.get(route.id)
    idle = False
    if only_if is not None:
        applies = judge(only_if, situation, condition.counted_at)
        idle = applies.verdict is Verdict.UNMET
        verdict = any_of((negated(applies.verdict), verdict))
        facts = unique((*applies.facts, *facts))
        open_facts = unique((*applies.open_facts, *open_facts)) if verdict is Verdict.UNKNOWN else ()
    if not in_force(condition, situation.on):
        verdict, open_facts = Verdict.UNKNOWN, ()
    assumed = condition.assume_met and verdict is Verdict.UNKNOWN
    if assumed:
        verdict = Verdict.MET
    if verdict is Verdict.MET and condition.idle_when is not None:
        idle = idle or judge(condition.idle_when, situation, condition.counted_at).verdict is Verdict.MET
    steps = tuple(step for step in condition.remedy_steps if on_the_road(step, route, situation))
    telling = telling_figures(condition.met_when, situation, condition.counted_at) if judged.figures else ()
    figures = ((figure, situation.figure(figure)) for figure in telling)
    return Finding(
        condition,
        verdict,
        _status(condition, verdict, steps) if condition.effect == "blocks" else Status.OPEN,
        assumed,
        facts,
        open_facts,
        tuple((figure, value) for figure, value in figures if value is not None),
        steps,
        idle,
    )


def on_the_road(step_id: str, route: Route, situation: Situation) -> bool:
    """Tell whether a step belongs to the road of the route."""
    applies_to = situation.library.steps[step_id].applies_to
    return "all" in applies_to or route.id in applies_to


def _status(condition: Condition, verdict: Verdict, steps: tuple[str, ...]) -> Status:
    if verdict is Verdict.MET:
        return Status.OPEN
    if verdict is Verdict.UNKNOWN or condition.kind != "law":
        return Status.UNDECIDED
    return Status.REACHABLE if steps else Status.CLOSED


@dataclass(frozen=True)
class _Part:
    """The status of a part of ``requires``, the missing answers that can still change it, and the best ways through."""

    status: Status
    open_facts: tuple[str, ...]
    best: frozenset[str]

    @staticmethod
    def of(finding: Finding) -> _Part:
        decided = finding.status is Status.CLOSED or finding.assumed
        return _Part(finding.status, () if decided else finding.open_facts, frozenset((finding.condition.id,)))


def _join(test: x.Test, findings: Mapping[str, Finding]) -> _Part:
    """Join conditions: all = the worst part decides; any = the best one, in the order open, reachable, undecided."""
    match test:
        case x.ConditionMet(condition=condition):
            return _Part.of(findings[condition])
        case x.All(of=tests):
            parts = [_join(part, findings) for part in tests]
            status = max(part.status for part in parts)
            live = [] if status is Status.CLOSED else parts
            best = parts
        case x.AnyOf(of=tests):
            parts = [_join(part, findings) for part in tests]
            status = min(part.status for part in parts)
            live = [] if status is Status.OPEN else parts
            best = [part for part in parts if part.status is status]
        case _:
            raise TypeError("requires joins conditions only")
    ways = frozenset[str]().union(*(part.best for part in best))
    return _Part(status, unique(fact for part in live for fact in part.open_facts), ways)


def ruled(ruling: Ruling, situation: Situation) -> str:
    """Return the value of BA approval or § 81a: the first case that is met, else the general value."""
    return next((case.value for case in ruling.cases if holds(case.when, situation)), ruling.value)
