"""What a paper is made from: one case, or how many cases stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from employer_assistant.cases.model import Case
from employer_assistant.content.library import Library
from employer_assistant.plan.model import Plan
from employer_assistant.plan.outlook import Outlook
from employer_assistant.rules.assessment import Assessment, RouteAssessment, assess
from employer_assistant.rules.situation import Situation
from employer_assistant.rules.told import route_told


@dataclass(frozen=True)
class PaperInput:
    """One case as the rules and the plan see it on a day; ``plan`` None = no route to plan for."""

    library: Library
    case: Case
    situation: Situation
    assessment: Assessment
    plan: Plan | None
    on: date
    app_version: str

    @property
    def route(self) -> RouteAssessment | None:
        """The route the paper is about: that of the plan, else the chosen one, else the best."""
        if self.plan is not None:
            return self.plan.route
        return route_told(self.assessment, self.case.route) or self.assessment.best


@dataclass(frozen=True)
class CaseState:
    """A case on the report on many: its title as lists show it and its state, as the overview has worked it out."""

    title: str
    outlook: Outlook
    sample: bool = False


def no_case(library: Library, on: date, app_version: str, *, sample: bool) -> PaperInput:
    """Return what a paper on no single case is made from: day and content; ``sample``: all its cases are made up."""
    situation = Situation(library, {}, on)
    return PaperInput(library, Case("", sample=sample), situation, assess(situation), None, on, app_version)
