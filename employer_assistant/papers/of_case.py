"""From a case to what its papers are made from: the chosen route, else the best, in the procedure it allows."""

from __future__ import annotations

from datetime import date

from employer_assistant.cases.model import Case
from employer_assistant.cases.view import progress_of, situation_of
from employer_assistant.content.library import Library
from employer_assistant.content.model import Procedure
from employer_assistant.papers.input import PaperInput
from employer_assistant.plan.model import Plan
from employer_assistant.plan.planning import NotPossible, plan
from employer_assistant.plan.selection import accelerated, in_germany
from employer_assistant.rules.assessment import Assessment, RouteAssessment, Status, assess


def input_of(case: Case, library: Library, on: date, app_version: str) -> PaperInput:
    """Return what the papers of a case are made from on a day; without a usable route they have no plan."""
    situation = situation_of(case, library, on)
    assessment = assess(situation)
    found = _route(case, assessment)
    road: Plan | None = None
    if found is not None:
        swift = case.procedure == "accelerated" and not in_germany(situation)
        procedure: Procedure = "accelerated" if swift and accelerated(found, situation) != "no" else "regular"
        try:
            road = plan(situation, found, procedure, progress_of(case), None)
        except NotPossible:
            road = None
    return PaperInput(library, case, situation, assessment, road, on, app_version)


def _route(case: Case, assessment: Assessment) -> RouteAssessment | None:
    """Return the chosen route, else the best, else the first that is undecided."""
    if not assessment.title_needed:
        return None
    chosen = [found for found in assessment.routes if found.route.id == case.route]
    undecided = (found for found in assessment.routes if found.status is Status.UNDECIDED)
    return chosen[0] if chosen else assessment.best or next(undecided, None)
