"""Warnings about a case: no title needed, a year without final figures, a boundary crossed before the planned day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from employer_assistant.content import expressions as x
from employer_assistant.content.figures import DECIDING, value_on
from employer_assistant.content.model import Condition
from employer_assistant.content.walk import expressions
from employer_assistant.rules.assessment import Assessment, CaseWarning, Finding, Status, find
from employer_assistant.rules.judge import judge, unique
from employer_assistant.rules.situation import Situation
from employer_assistant.rules.verdict import Verdict

MINIMUM_WAGE, WEEKS = "minimum-wage", 52
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
    """Return the warnings a reader needs: of the whole case, or of a route not closed, ranked not below the best."""
    last = assessment.best.route.rank if assessment.best else None
    live = (found.route for found in assessment.routes if found.status is not Status.CLOSED)
    near = {route.id for route in live if last is None or route.rank <= last}
    return tuple(warning for warning in said if not warning.routes or near.intersection(warning.routes))


def _all(assessment: Assessment) -> Iterator[CaseWarning]:
    situation = assessment.situation
    yield from _without_figure(assessment, situation.on)
    yield from _below_minimum_wage(situation)
    planned = situation.value("job.start_wished")
    if isinstance(planned, date) and planned > situation.on:
        yield from _without_figure(assessment, planned)
        yield from _boundaries(assessment, planned)
    elif isinstance(planned, date):
        yield CaseWarning("start-in-past", {"day": planned.isoformat()})


def _without_figure(assessment: Assessment, day: date) -> Iterator[CaseWarning]:
    """A figure that a route not closed needs has no final value on the day."""
    library = assessment.situation.library
    for figure_id, routes in _figures_used(assessment).items():
        found, values = value_on(library.figures[figure_id], day), {"figure": figure_id, "year": str(day.year)}
        if found is None:
            yield CaseWarning("figure-not-known", values, routes)
        elif found.status not in DECIDING:
            yield CaseWarning("figure-not-final", values, routes)


def _below_minimum_wage(situation: Situation) -> Iterator[CaseWarning]:
    """The pay of the job lies below the minimum wage for its hours, today or on the planned day (§ 1 MiLoG).

    Counted with 52 weeks, so that no lawful pay is warned of.
    """
    pay, hours = situation.value("job.gross_annual_salary"), situation.value("job.weekly_hours")
    if situation.value("job.purpose") != "employment" or not isinstance(pay, Decimal) or not isinstance(hours, Decimal):
        return
    planned = situation.value("job.start_wished")
    day = max(situation.on, planned) if isinstance(planned, date) else situation.on
    hourly = value_on(situation.library.figures[MINIMUM_WAGE], day)
    if hourly is None or hourly.value is None or hourly.status not in DECIDING:
        return
    floor = hourly.value * hours * WEEKS
    if pay < floor:
        values = {"figure": MINIMUM_WAGE, "day": day.isoformat(), "pay_floor": str(floor), "weekly_hours": str(hours)}
        yield CaseWarning("below-minimum-wage", values)


def _figures_used(assessment: Assessment) -> dict[str, tuple[str, ...]]:
    """Figures that conditions of routes not closed compare with, in order, and those routes."""
    situation = assessment.situation
    used: dict[str, tuple[str, ...]] = {}
    for route, finding in _live(assessment):
        condition = finding.condition
        for figure in judge(condition.met_when, situation, condition.counted_at).figures:
            used[figure] = unique((*used.get(figure, ()), route))
    return used


def _live(assessment: Assessment) -> Iterator[tuple[str, Finding]]:
    for found in assessment.routes:
        if found.status is not Status.CLOSED:
            yield from ((found.route.id, finding) for finding in found.findings if finding.blocks)


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
