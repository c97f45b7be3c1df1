"""The parts that commands share: the content, the judged case, its plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, partial

from employer_assistant.cases.model import Case
from employer_assistant.cases.view import progress_of, situation_of
from employer_assistant.cli.output import Refused, as_said
from employer_assistant.content.library import Library
from employer_assistant.content.model import Procedure
from employer_assistant.content.pack import installed
from employer_assistant.content.phrases import phrase, text
from employer_assistant.plan.comparison import Comparison
from employer_assistant.plan.model import Plan
from employer_assistant.rules.assessment import Assessment, CaseWarning, RouteAssessment, assess
from employer_assistant.rules.interview import Interview
from employer_assistant.rules.levers import Lever
from employer_assistant.rules.rulesets import RulesetCheck


@cache
def library() -> Library:
    """Return the installed content by id."""
    return Library(installed())


@dataclass(frozen=True)
class Wish:
    """What the arguments say about the plan; None = as the case says."""

    route: str | None
    procedure: Procedure | None
    start_by: date | None = None


@dataclass(frozen=True)
class Result:
    """A judged case with all that is said about it."""

    case: Case
    assessment: Assessment
    levers: Mapping[str, tuple[Lever, ...]]
    questions: Interview
    warnings: tuple[CaseWarning, ...]
    rulesets: tuple[RulesetCheck, ...]


def judged(case: Case, on: date) -> Assessment:
    """Judge a case on a day."""
    return assess(situation_of(case, library(), on))


def wanted_route(assessment: Assessment, case: Case, wish: Wish) -> RouteAssessment:
    """Return the route asked for, else that of the case, else the best usable one. Raises Refused."""
    if wish.route is not None and wish.route not in library().routes:
        raise Refused("cli.route-unknown", route=wish.route, known=", ".join(library().routes))
    if not assessment.title_needed:
        raise Refused("warning.no-title-needed")
    best = assessment.best
    route = wish.route or case.route or (best.route.id if best else None)
    if route is None or route not in library().routes:
        raise Refused("cli.route-missing")
    return assessment.route(route)


def planned(assessment: Assessment, case: Case, wish: Wish) -> Plan:
    """Work out the plan that is asked for. Raises Refused where there is none."""
    from employer_assistant.plan.planning import NotPossible, plan

    route = wanted_route(assessment, case, wish)
    procedure = wish.procedure or case.procedure or "regular"
    try:
        return plan(assessment.situation, route, procedure, progress_of(case), wish.start_by)
    except NotPossible as error:
        raise as_said(partial(_why_not, error.reason, route)) from None


def compared(assessment: Assessment, case: Case, wish: Wish) -> Comparison:
    """Work out both procedures for the route that is asked for. Raises Refused where there is no plan."""
    from employer_assistant.plan.comparison import compare
    from employer_assistant.plan.planning import NotPossible

    route = wanted_route(assessment, case, wish)
    try:
        return compare(assessment.situation, route, progress_of(case), wish.start_by)
    except NotPossible as error:
        raise as_said(partial(_why_not, error.reason, route)) from None


def _why_not(reason: str, route: RouteAssessment, language: str) -> str:
    return phrase(f"reason.{reason}", language, route=text(route.route.title, language))
