"""A case under old and new content: everything that became different, to be told after an installation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from employer_assistant.cases.model import Case
from employer_assistant.cases.view import progress_of, situation_of
from employer_assistant.content.library import Library
from employer_assistant.plan.model import Plan
from employer_assistant.plan.planning import NotPossible, plan
from employer_assistant.plan.retest import plans_changed
from employer_assistant.rules.assessment import Assessment, assess
from employer_assistant.rules.retest import Effect, routes_changed


@dataclass(frozen=True)
class AffectedCase:
    """A case that stands differently, and how."""

    case_id: str
    case: Case
    effects: tuple[Effect, ...]


def retest(case: Case, old: Library, new: Library, on: date) -> tuple[Effect, ...]:
    """Return what the new content changes for the case: routes, then the plan of its route as it was chosen so far."""
    before, after = (assess(situation_of(case, library, on)) for library in (old, new))
    gone = [
        Effect("answer-unused", fact, {"fact": old.facts[fact].label})
        for fact in case.answers
        if fact in old.facts and fact not in new.facts
    ]
    best = before.best
    route = case.route or (best.route.id if best else None)
    was, now = _plan(case, before, route), _plan(case, after, route)
    changed = plans_changed(was, now) if was is not None and now is not None else ()
    return (*routes_changed(before, after), *changed, *gone)


def _plan(case: Case, assessment: Assessment, route: str | None) -> Plan | None:
    found = next((found for found in assessment.routes if found.route.id == route), None)
    if found is None:
        return None
    try:
        return plan(assessment.situation, found, case.procedure or "regular", progress_of(case), None)
    except NotPossible:
        return None
