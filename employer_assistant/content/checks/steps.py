"""Checks of steps: who does it, order without circles, one milestone, and that some route reaches each step."""

from __future__ import annotations

from itertools import combinations

from employer_assistant.content.checks.reporter import Reporter
from employer_assistant.content.model import Content, Duration, Fee, Route, Step
from employer_assistant.content.walk import routes_of


def check_steps(content: Content, reporter: Reporter) -> None:
    """Report faults of steps. Two steps with one event in the same plan need judging: see the rules."""
    accelerated = {route.id for route in content.routes if _may_be_accelerated(route)}
    every = {route.id for route in content.routes}
    before = {step.id: (*step.depends_on, *step.ends_after) for step in content.steps}
    for step in content.steps:
        for message, *inner in (*_times(step), *_money(step)):
            reporter.report("steps", step.id, str(message), *inner)
        reached = routes_of(step, every) & (accelerated if step.procedure == "accelerated" else every)
        if not reached:
            message = "No route ever reaches this step. Name routes in 'applies_to' that have this procedure."
            reporter.report("steps", step.id, message, "applies_to")
        if _waits_for_itself(step.id, before):
            reporter.report("steps", step.id, "The step waits for itself. Break the circle.", "depends_on")
    _milestones(content, every, reporter)


def _may_be_accelerated(route: Route) -> bool:
    return any(value != "no" for value in (route.accelerated.value, *(case.value for case in route.accelerated.cases)))


def _milestones(content: Content, every: set[str], reporter: Reporter) -> None:
    marked = [step for step in content.steps if step.milestone]
    for step in marked:
        if step.contingent or step.optional_for:
            message = "The milestone ends every plan; it cannot be contingent or optional. Remove that."
            reporter.report("steps", step.id, message, "milestone")
    for one, other in combinations(marked, 2):
        if routes_of(one, every) & routes_of(other, every):
            message = f"'{one.id}' is a milestone of the same routes. One plan has one; remove the other."
            reporter.report("steps", other.id, message, "milestone")
    reached = {route for step in marked for route in routes_of(step, every)}
    for route in sorted(every - reached):
        reporter.report("routes", route, "No milestone step ends the plan of this route. Let one apply to it.")


def _waits_for_itself(start: str, before: dict[str, tuple[str, ...]]) -> bool:
    waiting, seen = list(before[start]), set[str]()
    while waiting:
        step = waiting.pop()
        if step == start:
            return True
        if step not in seen:
            seen.add(step)
            waiting += before.get(step, ())
    return False


_Fault = tuple[str | int, ...]


def _times(step: Step) -> list[_Fault]:
    found = _duration(step.duration, ("duration",))
    for index, variant in enumerate(step.variants):
        found += _duration(variant.duration, ("variants", index, "duration"))
    for index, deadline in enumerate(step.deadlines):
        if (deadline.value is None) != (deadline.unit is None):
            found.append(("A deadline has both 'value' and 'unit' or neither. Mend it.", "deadlines", index))
        if deadline.strength == "statute" and not deadline.norm.strip():
            found.append(("A deadline of law names its 'norm'. Add it.", "deadlines", index))
    return found


def _duration(duration: Duration, path: tuple[str | int, ...]) -> list[_Fault]:
    given = (duration.min, duration.likely, duration.max)
    known = [value for value in given if value is not None]
    if known and (duration.min is None or duration.likely is None or duration.unit is None):
        return [("A duration has 'min', 'likely' and 'unit', or none of them. Add what is missing.", *path)]
    if known != sorted(known):
        return [("A duration runs from 'min' over 'likely' to 'max'. Mend the order.", *path)]
    return []


def _money(step: Step) -> list[_Fault]:
    found = _fee(step.fee, ("fee",))
    for index, variant in enumerate(step.fee_variants):
        found += _fee(variant.fee, ("fee_variants", index, "fee"))
    for index, also in enumerate(step.also_due):
        found += _fee(also.fee, ("also_due", index, "fee"))
    return found


def _fee(fee: Fee, path: tuple[str | int, ...]) -> list[_Fault]:
    if (fee.min is None) != (fee.max is None):
        return [("A fee has both 'min' and 'max' or neither. Mend it.", *path)]
    if fee.min is not None and fee.max is not None and fee.max < fee.min:
        return [("'max' is less than 'min'. Mend the fee.", *path, "max")]
    if fee.min is None and fee.reason is None:
        return [("The fee is not known and nothing says why. Add 'reason'.", *path)]
    return []
