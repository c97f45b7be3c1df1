"""Warnings about a case: no title needed, a year without final figures, a boundary crossed before the planned day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from employer_assistant.content import expressions as x
from employer_assistant.content.model import Condition
from employer_assistant.content.walk import expressions
from employer_assistant.rules.assessment import Assessment, CaseWarning, RouteAssessment, Status, find
from employer_assistant.rules.figures_then import below_minimum_wage, without_figure
from employer_assistant.rules.judge import judge, unique
from employer_assistant.rules.situation import Situation
from employer_assistant.rules.verdict import Verdict

FREE = "person.free_movement_right"
"""Follows from the citizenship; denied all the same, the law knows one reason only: its loss was formally stated."""
OCCUPATION, LEVEL = "job.occupation", "job.level"
SPANS = (x.AtLeast, x.AtMost, x.MoreThan, x.Before, x.WithinYears)


def warnings(assessment: Assessment) -> tuple[CaseWarning, ...]:
    """Return what has to be said beside the routes. Warnings never change a status."""
    if not assessment.title_needed:
        return (CaseWarning("no-title-needed", {}),)
    found: dict[tuple[str, tuple[tuple[str, str], ...]], CaseWarning] = {}
    for warning in _all(assessment):
        key = (warning.id, tuple(sorted(warning.values.items())))
        found[key] = replace(warning, routes=unique((*found.get(key, warning).routes, *warning.routes)))
    return tuple(found.values())


def telling(said: Iterable[CaseWarning], assessment: Assessment) -> tuple[CaseWarning, ...]:
    """Return the warnings a reader needs: of the whole case, or of a route not closed, ranked not below the best.

    A figure on which nothing hangs is not told.
    """
    last = assessment.best.route.rank if assessment.best else None
    live = (found.route for found in assessment.routes if found.status is not Status.CLOSED)
    near = {route.id for route in live if last is None or route.rank <= last}
    told = (warning for warning in said if warning.values.get("case") != "idle")
    return tuple(warning for warning in told if not warning.routes or near.intersection(warning.routes))


def _all(assessment: Assessment) -> Iterator[CaseWarning]:
    situation = assessment.situation
    live = [found for found in assessment.routes if found.status is not Status.CLOSED]
    planned = situation.value("job.start_wished")
    later = isinstance(planned, date) and planned > situation.on
    yield from without_figure(live, situation, situation.on)
    yield from below_minimum_wage(situation, planned if isinstance(planned, date) and later else situation.on)
    yield from _limits(live)
    if situation.value(FREE) is False and situation.derived(FREE) is True:
        yield CaseWarning("free-movement-denied", {"fact": FREE})
    yield from _helper_as_skilled(situation)
    if isinstance(planned, date) and later:
        yield from without_figure(live, situation, planned)
        yield from _boundaries(assessment, planned)
    elif isinstance(planned, date):
        yield CaseWarning("start-in-past", {"day": planned.isoformat()})


def _helper_as_skilled(situation: Situation) -> Iterator[CaseWarning]:
    """A helper occupation in a job that is said to need training: one of both is likely wrong (§ 2 Abs. 12b AufenthG).

    Only told: what counts is what the job requires, and the firm knows that.
    """
    occupation = situation.library.occupations.get(str(situation.value(OCCUPATION)))
    if occupation is not None and occupation.kind == "helper" and situation.value(LEVEL) in ("skilled", "academic"):
        yield CaseWarning("helper-as-skilled", {"occupation": occupation.id})


def _limits(live: list[RouteAssessment]) -> Iterator[CaseWarning]:
    """A title is open, but not for as long as planned."""
    for found in live:
        for finding in found.findings:
            if finding.condition.effect == "limit" and finding.verdict is Verdict.UNMET:
                yield CaseWarning("limit", {"unmet": finding.condition.id, "route": found.route.id}, (found.route.id,))


def _boundaries(assessment: Assessment, planned: date) -> Iterator[CaseWarning]:
    """A condition that is met today would not be met on the planned day, or hangs on a figure then (age, span)."""
    then: Situation = replace(assessment.situation, on=planned)
    for found in assessment.routes:
        if found.status is Status.CLOSED:
            continue
        for finding in found.findings:
            settled = finding.blocks and finding.verdict is Verdict.MET and not finding.assumed
            later = find(finding.condition, found.route, then).verdict if settled else Verdict.MET
            if later is Verdict.UNMET or (
                later is Verdict.UNKNOWN and _passed(finding.condition, assessment.situation, then)
            ):
                route = found.route.id
                yield CaseWarning("boundary", {"condition": finding.condition.id, "route": route}, (route,))


def _passed(condition: Condition, now: Situation, then: Situation) -> bool:
    """Tell whether an age or a span of the condition that holds now has passed by then, whatever the figures are."""
    spans = (part for _, part in expressions(condition.met_when) if isinstance(part, SPANS))
    judged = ((judge(part, day, condition.counted_at) for day in (now, then)) for part in spans)
    return any(
        before.verdict is Verdict.MET and after.verdict is Verdict.UNMET and not after.figures
        for before, after in judged
    )
