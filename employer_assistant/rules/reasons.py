"""Which answers a settled verdict rests on: the fewest, and of equals those asked first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from employer_assistant.content import expressions as x
from employer_assistant.rules.answers import UNKNOWN
from employer_assistant.rules.assessment import Finding, RouteAssessment, Status
from employer_assistant.rules.judge import judge, unique
from employer_assistant.rules.prospects import sources_of
from employer_assistant.rules.situation import Situation
from employer_assistant.rules.verdict import Verdict

Facts = tuple[str, ...]


def closing_facts(found: RouteAssessment, situation: Situation) -> Facts:
    """Return the facts that alone keep a closed route closed; empty if it is not closed."""
    if found.status is not Status.CLOSED:
        return ()
    findings = {finding.condition.id: finding for finding in found.findings}
    own = {condition.id for condition in found.route.conditions}
    ways = [
        support(finding, found.route.id, situation)
        for finding in found.findings
        if finding.blocks and finding.status is Status.CLOSED and finding.condition.id not in own
    ]
    joined = _joined(found.route.requires, findings, found.route.id, situation)
    return _first_asked([*ways, *([] if joined is None else [joined])], situation)


def support(finding: Finding, route: str, situation: Situation) -> Facts:
    """Return the facts on which a met or unmet finding rests."""
    condition = finding.condition
    why = _why(condition.met_when, situation, condition.counted_at)
    only_if = condition.applies_if.get(route)
    if only_if is None:
        return why
    spared = judge(only_if, situation, condition.counted_at).verdict is Verdict.UNMET
    because = _why(only_if, situation, condition.counted_at)
    return because if spared else unique((*because, *why))


def grounds(finding: Finding, situation: Situation) -> tuple[Facts, ...]:
    """Return the separate grounds on which a met finding rests if there are several: facts that each would do alone.

    So two exceptions to one condition never hold at once unnoticed. Alternatives that share their facts are one ground.
    Only facts of the finding count: a closed route is told without what rests on parked answers.
    """
    if finding.verdict is not Verdict.MET or finding.assumed:
        return ()
    condition = finding.condition
    several = _grounds(condition.met_when, situation, condition.counted_at)
    told = tuple(facts for facts in several if set(facts) <= set(finding.facts))
    return told if len(told) > 1 else ()


def _grounds(test: x.Test, situation: Situation, moment: str) -> tuple[Facts, ...]:
    match test:
        case x.All(of=parts):
            inner = (_grounds(part, situation, moment) for part in parts)
            return next((found for found in inner if found), ())
        case x.AnyOf(of=parts):
            met = [part for part in parts if judge(part, situation, moment).verdict is Verdict.MET]
            if len(met) == 1:
                return _grounds(met[0], situation, moment)
            separate: list[Facts] = []
            for facts in sorted((_why(part, situation, moment) for part in met), key=len):
                if not any(set(facts) & set(known) for known in separate):
                    separate.append(facts)
            return tuple(separate) if len(separate) > 1 else ()
    return ()


def origins(facts: Iterable[str], situation: Situation) -> Facts:
    """Return the facts with those from which unanswered ones follow."""
    found: dict[str, None] = {}
    left = list(facts)
    while left:
        fact = left.pop(0)
        if fact in found:
            continue
        found[fact] = None
        if situation.answers.get(fact, UNKNOWN) == UNKNOWN:
            left += sources_of(fact, situation)
    return tuple(found)


def _joined(requires: x.Test, findings: Mapping[str, Finding], route: str, situation: Situation) -> Facts | None:
    """Return the facts that close a part of ``requires``; None if it is not closed."""
    match requires:
        case x.ConditionMet(condition=condition):
            finding = findings[condition]
            return support(finding, route, situation) if finding.status is Status.CLOSED else None
        case x.All(of=parts):
            closed = [facts for part in parts if (facts := _joined(part, findings, route, situation)) is not None]
            return _first_asked(closed, situation) if closed else None
        case x.AnyOf(of=parts):
            every = [_joined(part, findings, route, situation) for part in parts]
            return None if None in every else unique(fact for facts in every for fact in facts or ())
    raise TypeError("requires joins conditions only")


def _why(test: x.Test, situation: Situation, moment: str) -> Facts:
    """Return the facts on which the verdict of a test rests."""
    verdict = judge(test, situation, moment).verdict
    match test:
        case x.Not(of=part):
            return _why(part, situation, moment)
        case x.All(of=parts) | x.AnyOf(of=parts):
            deciding = Verdict.UNMET if isinstance(test, x.All) else Verdict.MET
            every = [(judge(part, situation, moment).verdict, part) for part in parts]
            if verdict is deciding:
                ways = [_why(part, situation, moment) for said, part in every if said is deciding]
                return _first_asked(ways, situation)
            return unique(fact for _, part in every for fact in _why(part, situation, moment))
    return judge(test, situation, moment).facts


def _first_asked(ways: list[Facts], situation: Situation) -> Facts:
    """Return the way whose last fact is asked first, the shorter one of equals."""
    order = situation.library.fact_order
    return min(ways, key=lambda facts: (max((order[fact] for fact in facts), default=-1), len(facts)), default=())
