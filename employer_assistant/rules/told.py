"""Routes as window, command and papers tell them: of a closed one nothing that rests on parked answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from employer_assistant.content.model import Pitfall, Route, Ruleset
from employer_assistant.rules.assessment import Assessment, Finding, RouteAssessment, Status, find
from employer_assistant.rules.judge import possible
from employer_assistant.rules.once import once
from employer_assistant.rules.overrides import Override, overrides
from employer_assistant.rules.parked import counted, counting_alone
from employer_assistant.rules.situation import Situation
from employer_assistant.rules.verdict import Verdict


@once
def routes_told(assessment: Assessment) -> tuple[RouteAssessment, ...]:
    """Return all routes, best rank first, the closed ones judged by the answers that count alone.

    What closes a route always stays. Further points that rest on answers once given for it are left out, as the
    answers are; of a point told, only the answers that count are named. No status differs.
    """
    if all(found.status is not Status.CLOSED for found in assessment.routes):
        return assessment.routes
    alone = counting_alone(assessment)
    counting = counted(alone)
    return tuple(
        _closed(again, counting) if found.status is Status.CLOSED else found
        for found, again in zip(assessment.routes, alone.routes, strict=True)
    )


def route_told(assessment: Assessment, route_id: str | None) -> RouteAssessment | None:
    """Return one route as it is told; None if it is not judged (no title is needed, or the content has no such)."""
    return next((found for found in routes_told(assessment) if found.route.id == route_id), None)


def told_by(found: RouteAssessment, assessment: Assessment) -> Situation:
    """Return the situation by which a route is told: of a closed one without the parked answers."""
    return counting_alone(assessment).situation if found.status is Status.CLOSED else assessment.situation


def findings_told(found: RouteAssessment, situation: Situation) -> tuple[Finding, ...]:
    """Return the points that are about the case, today or on the planned day.

    Somebody who turns 45 before the planned start needs the rule from age 45, though it does not bind yet.
    """
    planned = situation.value("job.start_wished")
    then = replace(situation, on=planned) if isinstance(planned, date) and planned > situation.on else None
    return tuple(
        one
        for one in found.findings
        if not one.idle or (then is not None and not find(one.condition, found.route, then).idle)
    )


def pitfalls_told(of: Route | Ruleset, assessment: Assessment) -> tuple[Pitfall, ...]:
    """Return the notes of a route or rule set that can be about the case, by the answers that count."""
    counting = counting_alone(assessment).situation
    return tuple(one for one in of.pitfalls if possible(one.when, counting))


def overrides_told(assessment: Assessment) -> tuple[Override, ...]:
    """Return the answers that depart from what follows from others, without the parked ones."""
    counting = counting_alone(assessment).situation.answers
    return tuple(one for one in overrides(assessment.situation) if one.fact.id in counting)


def _closed(found: RouteAssessment, counting: frozenset[str]) -> RouteAssessment:
    return replace(found, findings=tuple(_told(one, counting) for one in found.findings if _counts(one, counting)))


def _counts(finding: Finding, counting: frozenset[str]) -> bool:
    """Tell whether a point is settled by what counts; what is open is only worth telling if all of it counts."""
    settled = finding.verdict is not Verdict.UNKNOWN and not finding.assumed
    return settled or counting.issuperset(finding.facts)


def _told(finding: Finding, counting: frozenset[str]) -> Finding:
    return replace(finding, facts=tuple(fact for fact in finding.facts if fact in counting))
