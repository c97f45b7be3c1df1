"""Figures of law on a later day: not known yet, a draft only, or a pay between the value of now and the draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from employer_assistant.content.figures import DECIDING, value_on
from employer_assistant.rules.assessment import CaseWarning, Finding, RouteAssessment, find
from employer_assistant.rules.judge import judge, unique
from employer_assistant.rules.situation import Situation
from employer_assistant.rules.verdict import Verdict

MINIMUM_WAGE, WEEKS, PAY = "minimum-wage", 52, "job.gross_annual_salary"
TRAINING_PAY = "apprenticeship.monthly_pay"
WAGE_FACTS = (PAY, "job.weekly_hours")
"""What the minimum wage of a paid job is worked out from."""


def without_figure(found: Iterable[RouteAssessment], situation: Situation, day: date) -> Iterator[CaseWarning]:
    """Warn of figures of these routes that have no final value on the day.

    ``case`` among the values says more: ``idle``, nothing hangs on it then; ``between`` and ``reaches``, where the
    pay stands to the value of now and to the draft.
    """
    used: dict[str, tuple[str, ...]] = {}
    cases: dict[str, set[str]] = {}
    then = replace(situation, on=day)
    for route in found:
        for finding in route.findings:
            for figure in _figures(finding, situation):
                used[figure] = unique((*used.get(figure, ()), route.route.id))
                cases.setdefault(figure, set()).add(_case(finding, route, figure, situation, then))
    for figure, routes in used.items():
        value, values = value_on(situation.library.figures[figure], day), {"figure": figure, "year": str(day.year)}
        if value is None:
            yield CaseWarning("figure-not-known", {**values, **_idle(cases[figure])}, routes)
        elif value.status not in DECIDING:
            yield CaseWarning("figure-not-final", {**values, **_amounts(figure, cases[figure], situation, day)}, routes)


def pay_of_hire(situation: Situation) -> str:
    """Return the fact that holds the pay of this hire: of a training the month's, else the year's."""
    return TRAINING_PAY if situation.value("job.purpose") == "apprenticeship" else PAY


def below_minimum_wage(situation: Situation, day: date) -> Iterator[CaseWarning]:
    """Warn of a pay below the minimum wage for the hours of the job on the day (§ 1 MiLoG).

    Counted with 52 weeks, so that no lawful pay is warned of.
    """
    pay, hours = (situation.value(fact) for fact in WAGE_FACTS)
    paid_job = situation.value("job.purpose") == "employment"
    if not paid_job or not isinstance(pay, Decimal) or not isinstance(hours, Decimal):
        return
    hourly = value_on(situation.library.figures[MINIMUM_WAGE], day)
    if hourly is None or hourly.value is None or hourly.status not in DECIDING:
        return
    floor = hourly.value * hours * WEEKS
    if pay < floor:
        values = {"figure": MINIMUM_WAGE, "day": day.isoformat(), "pay_floor": str(floor), "weekly_hours": str(hours)}
        yield CaseWarning("below-minimum-wage", values)


def _figures(finding: Finding, situation: Situation) -> tuple[str, ...]:
    condition = finding.condition
    return judge(condition.met_when, situation, condition.counted_at).figures if finding.blocks else ()


def _case(finding: Finding, route: RouteAssessment, figure: str, now: Situation, then: Situation) -> str:
    """Return how the condition stands to the figure on the later day.

    Nothing hangs on a draft that the pay would reach even if the figure rose twice as much.
    """
    if find(finding.condition, route.route, then).verdict is not Verdict.UNKNOWN:
        return "idle"
    low, pay, draft = now.deciding_figure(figure), now.value(PAY), then.figure(figure)
    if PAY not in finding.facts or not isinstance(low, Decimal) or not isinstance(pay, Decimal):
        return ""
    if draft is None or draft.value is None or pay < low:
        return ""
    if pay >= draft.value + (draft.value - low):
        return "idle"
    return "between" if pay < draft.value else "reaches"


def _idle(cases: set[str]) -> dict[str, str]:
    return {"case": "idle"} if cases == {"idle"} else {}


def _amounts(figure: str, cases: set[str], situation: Situation, day: date) -> dict[str, str]:
    told = cases - {"idle"}
    if len(told) != 1 or told == {""}:
        return _idle(cases)
    draft = value_on(situation.library.figures[figure], day)
    amounts = {"pay_now": situation.deciding_figure(figure), "pay_draft": draft.value if draft else None}
    return {"case": told.pop(), "pay": str(situation.value(PAY)), **{name: str(one) for name, one in amounts.items()}}
