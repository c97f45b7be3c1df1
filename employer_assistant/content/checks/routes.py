"""Checks of routes and conditions: ranks, what a route requires, and shared conditions that really apply."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from employer_assistant.content import expressions as x
from employer_assistant.content.checks.reporter import Reporter
from employer_assistant.content.model import Condition, Content, Route, Ruleset
from employer_assistant.content.walk import Path, expressions

_RULINGS = {"ba_approval": ("none", "required", "depends"), "accelerated": ("yes", "ask", "no")}


def check_routes(content: Content, reporter: Reporter) -> None:
    """Report faults of routes and of all conditions."""
    ranks = [route.rank for route in content.routes]
    for route in content.routes:
        if ranks.count(route.rank) > 1 or not 1 <= route.rank <= len(ranks):
            message = f"The ranks run from 1 to {len(ranks)}, each once. Mend the rank {route.rank}."
            reporter.report("routes", route.id, message, "rank")
        _requires(route, reporter)
        _rulings(route, reporter)
    shared = {condition.id: condition for condition in content.shared_conditions}
    seen: set[str] = set()
    for collection, item, condition, path in conditions(content):
        faults = [
            *_condition(condition),
            *(_shared(condition) if collection == "shared_conditions" else _own(condition)),
        ]
        if collection == "routes":
            faults += _repeated(condition, item, shared)
        if collection == "rulesets" and condition.effect == "blocks":
            faults.append(f"'{condition.id}' stands beside the routes and cannot block one. Change its effect.")
        if condition.id in seen:
            faults.append(f"The id '{condition.id}' is used twice. Rename one.")
        seen.add(condition.id)
        for fault in faults:
            reporter.report(collection, item, fault, *path)


def conditions(content: Content) -> Iterator[tuple[str, str, Condition, Path]]:
    """Return every condition with collection and id of the item that holds it, and its path inside that item."""
    for condition in content.shared_conditions:
        yield "shared_conditions", condition.id, condition, ()
    holders: list[tuple[str, Route | Ruleset]] = [("routes", route) for route in content.routes]
    holders += [("rulesets", ruleset) for ruleset in content.rulesets]
    for collection, holder in holders:
        for index, condition in enumerate(holder.conditions):
            yield collection, holder.id, condition, ("conditions", index)


def _requires(route: Route, reporter: Reporter) -> None:
    own = {condition.id: condition for condition in route.conditions}
    used: Counter[str] = Counter()
    for path, node in expressions(route.requires):
        if not isinstance(node, x.ConditionMet | x.All | x.AnyOf):
            message = "'requires' joins conditions by 'all' and 'any' only. Put the test into a condition."
            reporter.report("routes", route.id, message, "requires", *path)
        elif isinstance(node, x.ConditionMet):
            used[node.condition] += 1
            fault = _cannot_require(node.condition, own)
            if fault:
                reporter.report("routes", route.id, fault, "requires", *path)
    for index, condition in enumerate(route.conditions):
        if condition.effect == "blocks" and condition.id not in used:
            message = f"'{condition.id}' never matters: 'requires' does not name it. Add it there or change its effect."
            reporter.report("routes", route.id, message, "conditions", index)


def _cannot_require(condition: str, own: dict[str, Condition]) -> str | None:
    if condition not in own:
        return f"'{condition}' is no condition of this route. Name one of its own."
    if own[condition].effect != "blocks":
        return f"'{condition}' does not block. Remove it from 'requires' or change its effect."
    return None


def _rulings(route: Route, reporter: Reporter) -> None:
    for name, allowed in _RULINGS.items():
        ruling = getattr(route, name)
        values: list[tuple[Path, str]] = [((name, "value"), ruling.value)]
        values += [((name, "cases", index, "value"), case.value) for index, case in enumerate(ruling.cases)]
        for path, value in values:
            if value not in allowed:
                message = f"'{value}' is no ruling here. Choose among: {', '.join(allowed)}."
                reporter.report("routes", route.id, message, *path)


def _condition(condition: Condition) -> Iterator[str]:
    if condition.valid_from and condition.valid_to and condition.valid_to < condition.valid_from:
        yield f"'{condition.id}': 'valid_to' lies before 'valid_from'. Mend the period."


def _own(condition: Condition) -> Iterator[str]:
    if condition.applies_to or condition.applies_if:
        yield f"'{condition.id}' is no shared condition; 'applies_to' and 'applies_if' are for those. Remove them."
    if condition.effect == "not_needed":
        yield f"'{condition.id}': only a shared condition can say that no title is needed. Change its effect."


def _repeated(condition: Condition, route: str, shared: dict[str, Condition]) -> Iterator[str]:
    if condition.same_as in shared and route not in shared[str(condition.same_as)].applies_to:
        yield f"'{condition.same_as}' does not apply to this route, so '{condition.id}' repeats nothing. Mend it."


def _shared(condition: Condition) -> Iterator[str]:
    for route in sorted(condition.applies_if.keys() - set(condition.applies_to)):
        yield f"'applies_if' names '{route}', which 'applies_to' does not. Add it there."
    if not condition.applies_to and condition.effect != "not_needed":
        yield f"'{condition.id}' never matters: it applies to no route. Name routes in 'applies_to'."
    if condition.same_as:
        yield "'same_as' is for a route's own condition. Remove it."
