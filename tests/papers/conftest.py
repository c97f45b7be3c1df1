"""From a made-up hire to the values a paper is made of."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made_up_hire import METALWORKER, ON, Maker

from employer_assistant.cases.model import Case
from employer_assistant.cases.view import progress_of, situation_of
from employer_assistant.content.library import Library
from employer_assistant.content.model import Procedure
from employer_assistant.papers.input import PaperInput
from employer_assistant.plan.planning import plan
from employer_assistant.rules.assessment import assess


@pytest.fixture(scope="session")
def make(library: Library) -> Maker:
    """Work out a case as the app does; ``planned`` False leaves the plan out."""

    def made(case: Case = METALWORKER, *, planned: bool = True, **changes: object) -> PaperInput:
        case = replace(case, **changes)
        situation = situation_of(case, library, ON)
        assessment = assess(situation)
        procedure: Procedure = case.procedure or "regular"
        route = assessment.route(case.route) if case.route and planned else None
        road = plan(situation, route, procedure, progress_of(case), None) if route else None
        return PaperInput(library, case, situation, assessment, road, ON, "0.1.0")

    return made
