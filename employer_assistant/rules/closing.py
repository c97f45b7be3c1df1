"""How likely one answer alone closes a route: an estimate for the order of questions, never a verdict."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from employer_assistant.content import expressions as x
from employer_assistant.content.checks.walk import facts_in
from employer_assistant.content.library import Library
from employer_assistant.content.model import Condition, Fact, Route
from employer_assistant.rules.judge import LEVELS, unique

EVEN = 0.5
"""Chance of what nothing is known about."""
Chances = Mapping[str, tuple[float, float]]
"""By fact: the chance that its answer alone makes a test unmet, and that it alone makes it met."""


@lru_cache(maxsize=4)
def closing_chances(library: Library) -> Mapping[str, Mapping[str, float]]:
    """Return by route and fact the chance that the answer alone closes the route; facts that cannot are left out."""
    return {route.id: _of_route(route, library) for route in library.routes.values()}


def _of_route(route: Route, library: Library) -> Mapping[str, float]:
    own = {condition.id: _of_condition(condition, route, library) for condition in route.conditions}
    shared = [
        _of_condition(condition, route, library)
        for condition in library.content.shared_conditions
        if route.id in condition.applies_to and condition.effect == "blocks"
    ]
    found: dict[str, float] = {}
    for chances in (_joined(route.requires, own), *shared):
        for fact, (unmet, _) in chances.items():
            found[fact] = max(unmet, found.get(fact, 0.0))
    return {fact: chance for fact, chance in found.items() if chance > 0}


def _of_condition(condition: Condition, route: Route, library: Library) -> Chances:
    """Return the chances of a condition; one that the road meets, or that is discretion, closes nothing."""
    chances = _of_test(condition.met_when, library)
    only_if = condition.applies_if.get(route.id)
    if only_if is not None:
        chances = _any([_turned(_of_test(only_if, library)), chances])
    roads = (library.steps[step].applies_to for step in condition.remedy_steps)
    on_road = any("all" in applies_to or route.id in applies_to for applies_to in roads)
    if condition.kind != "law" or on_road or condition.assume_met:
        return {fact: (0.0, met) for fact, (_, met) in chances.items()}
    return chances


def _joined(requires: x.Test, own: Mapping[str, Chances]) -> Chances:
    match requires:
        case x.ConditionMet(condition=condition):
            return own[condition]
        case x.All(of=parts):
            return _all([_joined(part, own) for part in parts])
        case x.AnyOf(of=parts):
            return _any([_joined(part, own) for part in parts])
    raise TypeError("requires joins conditions only")


def _of_test(test: x.Test, library: Library) -> Chances:
    match test:
        case x.All(of=parts):
            return _all([_of_test(part, library) for part in parts])
        case x.AnyOf(of=parts):
            return _any([_of_test(part, library) for part in parts])
        case x.Not(of=part):
            return _turned(_of_test(part, library))
        case x.AtLeast() | x.AtMost() | x.MoreThan() | x.Before():
            facts = facts_in(test)
            chance = EVEN if len(facts) == 1 else 0.0
            return dict.fromkeys(facts, (chance, chance))
        case x.ConditionMet() | x.RouteIs() | x.ProcedureIs():
            raise TypeError(f"{type(test).__name__} is no test over answers")
    met = _share_met(test, library.facts[test.fact])
    return {test.fact: (1 - met, met)}


def _share_met(test: x.Test, fact: Fact) -> float:
    """Return which share of the possible answers meets a test of one fact."""
    size = len(fact.choices) or 2
    match test:
        case x.Is():
            return 1 / size
        case x.In(values=values) if fact.choices:
            return len(values) / size
        case x.NotIn(values=values) if fact.choices:
            return 1 - len(values) / size
        case x.LevelAtLeast(level=level):
            return 1 - LEVELS.index(level) / len(LEVELS)
    return EVEN


def _turned(chances: Chances) -> Chances:
    return {fact: (met, unmet) for fact, (unmet, met) in chances.items()}


def _all(parts: list[Chances]) -> Chances:
    return _turned(_any([_turned(part) for part in parts]))


def _any(parts: list[Chances]) -> Chances:
    """Any part met meets the whole; the whole is unmet if this fact makes its parts so and the rest happens to be."""
    found: dict[str, tuple[float, float]] = {}
    for fact in unique(fact for part in parts for fact in part):
        unmet, met = 1.0, 0.0
        for part in parts:
            unmet *= part[fact][0] if fact in part else EVEN
            met = max(met, part[fact][1] if fact in part else 0.0)
        found[fact] = (unmet, met)
    return found
