"""The parts that commands share: the content, the judged case, its plan."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from employer_assistant.app_content import Shelf
from employer_assistant.cases.model import Case
from employer_assistant.cases.view import progress_of, situation_of
from employer_assistant.cli.output import Refused, as_said, complain
from employer_assistant.content.library import Library
from employer_assistant.content.model import Content, Procedure
from employer_assistant.content.phrases import phrase, text
from employer_assistant.rules.assessment import Assessment, CaseWarning, RouteAssessment, assess

if TYPE_CHECKING:
    from employer_assistant.content.assemble import Assembly
    from employer_assistant.plan.comparison import Comparison
    from employer_assistant.plan.model import Plan
    from employer_assistant.rules.interview import Interview
    from employer_assistant.rules.levers import Lever
    from employer_assistant.rules.rulesets import RulesetCheck
    from employer_assistant.storage.packs import InUse


@cache
def shelf() -> Shelf:
    """Return this user's packs and corrections."""
    return Shelf()


@cache
def in_use() -> InUse:
    """Return the newest usable content, as its pack has it; says on standard error if an installed one is faulty."""
    found = shelf().in_use
    if found.problem is not None:
        language = spoken()
        complain(phrase("pack.not-in-use", language, sentence=found.problem.say(language)))
    return found


@cache
def library() -> Library:
    """Return the content in use by id, with what this user confirmed or corrected of the directory."""
    return with_corrections(in_use().content)


def with_corrections(content: Content) -> Library:
    """Return content by id, with this user's corrections; faulty ones are left aside and told on standard error."""
    found = shelf().library_of(content)
    problem = shelf().problem
    if problem is not None:
        complain(problem.say(spoken()))
    return found


def forget() -> None:
    """Let the content be read anew, after a pack was installed or a desk corrected."""
    for read in (shelf, in_use, library):
        read.cache_clear()


def spoken() -> str:
    """Return the language of this call, where no options are at hand."""
    from employer_assistant.cli.arguments import language_of

    return language_of(sys.argv[1:])


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


def judged(case: Case, on: date, content: Library | None = None) -> Assessment:
    """Judge a case on a day, by other content than that in use if one is named."""
    return assess(situation_of(case, content or library(), on))


def wanted_route(assessment: Assessment, case: Case, wish: Wish) -> RouteAssessment:
    """Return the route asked for, else that of the case, else the best usable one. Raises Refused."""
    if wish.route is not None and wish.route not in assessment.situation.library.routes:
        raise Refused("cli.route-unknown", route=wish.route, known=", ".join(assessment.situation.library.routes))
    if not assessment.title_needed:
        raise Refused("warning.no-title-needed")
    best = assessment.best
    route = wish.route or case.route or (best.route.id if best else None)
    if route is None or route not in assessment.situation.library.routes:
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


def assembled(folder: Path) -> Assembly:
    """Read a folder of content. Raises Refused where the library that knows the holidays is not installed."""
    from employer_assistant.content.assemble import assemble

    try:
        return assemble(folder)
    except ModuleNotFoundError as error:
        raise Refused("cli.content.author-only", module=error.name) from None
