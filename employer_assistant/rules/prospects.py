"""What can still become of a route: the best status that further answers can give it, and the answers that count."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from employer_assistant.content import expressions as x
from employer_assistant.rules.assessment import Finding, RouteAssessment, Status, remembered_of
from employer_assistant.rules.judge import judge, unique
from employer_assistant.rules.points import points_in
from employer_assistant.rules.remembered import remembered
from employer_assistant.rules.situation import Situation
from employer_assistant.rules.verdict import Verdict


@dataclass(frozen=True)
class Prospect:
    """``now``: the status; ``possible``: the best one within reach; ``facts``: missing answers that can lead there."""

    now: Status
    possible: Status
    facts: tuple[str, ...]


def prospect(found: RouteAssessment, situation: Situation, goal: Status) -> Prospect:
    """Tell whether the route can still come to ``goal`` or better, and by which answers.

    A way that cannot come there is not asked about, nor is anything once the goal is reached. Of parts that must all be
    met the one that hangs on fewest answers comes first: if it fails, the others need not be asked.
    """
    return remembered_of(found.route, f"prospect {goal}", situation, lambda: _of_route(found, situation, goal))


def _of_route(found: RouteAssessment, situation: Situation, goal: Status) -> Prospect:
    own = {condition.id for condition in found.route.conditions}
    parts = {
        finding.condition.id: _of_finding(finding, found.route.id, situation, goal)
        for finding in found.findings
        if finding.blocks
    }
    shared = [part for condition, part in parts.items() if condition not in own]
    return _all_of([_joined(found.route.requires, parts, goal), *shared], goal)


def given_up(fact: str, situation: Situation) -> bool:
    """Tell whether nothing more can be asked to know the fact: it and all it follows from were answered "unknown"."""
    return fact in situation.answers and all(given_up(source, situation) for source in sources_of(fact, situation))


def sources_of(fact: str, situation: Situation) -> tuple[str, ...]:
    """Return the facts from which a fact can follow; of what other answers rule out already, none."""
    found: list[str] = []
    for rule in situation.library.facts[fact].derived:
        if rule.when is not None:
            judged = judge(rule.when, situation)
            if judged.verdict is Verdict.UNMET:
                continue
            found += judged.facts
        if rule.fact is not None:
            found.append(rule.fact)
        if rule.occupation is not None:
            found.append("job.occupation")
    return unique(found)


def _of_finding(finding: Finding, route: str, situation: Situation, goal: Status) -> Prospect:
    if finding.assumed or finding.status is not Status.UNDECIDED:
        return Prospect(finding.status, finding.status, ())
    condition = finding.condition
    only_if = condition.applies_if.get(route)
    test = condition.met_when if only_if is None else x.AnyOf((x.Not(only_if), condition.met_when))
    chance = _Chance(False, False, ())
    if finding.open_facts:
        said = "chance" if only_if is None else f"chance of {route}"
        chance = remembered(condition, said, situation, lambda: _chance(test, situation, condition.counted_at))
    if chance.met:
        return Prospect(finding.status, Status.OPEN, chance.facts)
    by_step = chance.unmet and goal >= Status.REACHABLE and finding.remedy_steps and condition.kind == "law"
    return (
        Prospect(finding.status, Status.REACHABLE, finding.open_facts)
        if by_step
        else Prospect(finding.status, finding.status, ())
    )


@dataclass(frozen=True)
class _Chance:
    """Whether a test can still come out met or unmet, and by which missing answers it can be met."""

    met: bool
    unmet: bool
    facts: tuple[str, ...]


def _chance(test: x.Test, situation: Situation, moment: str) -> _Chance:
    match test:
        case x.All(of=tests):
            parts = [_chance(part, situation, moment) for part in tests]
            met = all(part.met for part in parts)
            return _Chance(met, any(part.unmet for part in parts), _facts_of(parts if met else []))
        case x.AnyOf(of=tests):
            parts = [_chance(part, situation, moment) for part in tests]
            able = [part for part in parts if part.met]
            return _Chance(bool(able), all(part.unmet for part in parts), _facts_of(able))
        case x.Not(of=part):
            turned = _chance(part, situation, moment)
            return _Chance(turned.unmet, turned.met, judge(part, situation, moment).open_facts if turned.unmet else ())
    judged = judge(test, situation, moment)
    if judged.verdict is not Verdict.UNKNOWN:
        return _Chance(judged.verdict is Verdict.MET, judged.verdict is Verdict.UNMET, ())
    lost = [fact for fact in judged.open_facts if given_up(fact, situation)]
    able_to_change = len(lost) < len(judged.open_facts) and (not lost or _counts_points(test))
    return _Chance(able_to_change, able_to_change, judged.open_facts if able_to_change else ())


def _facts_of(parts: list[_Chance]) -> tuple[str, ...]:
    return unique(fact for part in parts for fact in part.facts)


def _counts_points(test: x.Test) -> bool:
    """Tell whether a sum of points is compared: the others can suffice where one is not known."""
    return isinstance(test, x.AtLeast) and any(points_in(test.left))


def _joined(test: x.Test, parts: Mapping[str, Prospect], goal: Status) -> Prospect:
    match test:
        case x.ConditionMet(condition=condition):
            return parts[condition]
        case x.All(of=tests):
            return _all_of([_joined(part, parts, goal) for part in tests], goal)
        case x.AnyOf(of=tests):
            return _any_of([_joined(part, parts, goal) for part in tests], goal)
    raise TypeError("requires joins conditions only")


def _all_of(parts: list[Prospect], goal: Status) -> Prospect:
    now, possible = max(part.now for part in parts), max(part.possible for part in parts)
    asked = sorted(parts, key=lambda part: len(part.facts)) if possible <= goal < now else []
    return Prospect(now, possible, unique(fact for part in asked for fact in part.facts))


def _any_of(parts: list[Prospect], goal: Status) -> Prospect:
    now, possible = min(part.now for part in parts), min(part.possible for part in parts)
    asked = [part for part in parts if part.possible <= goal] if now > goal else []
    return Prospect(now, possible, unique(fact for part in asked for fact in part.facts))
