"""Plans of the real content for answers given in a test."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from made_plans import MONDAY, Planner

from employer_assistant.content.library import Library
from employer_assistant.content.model import Procedure
from employer_assistant.plan.model import Plan, Progress
from employer_assistant.plan.planning import plan
from employer_assistant.rules.answers import Answer
from employer_assistant.rules.assessment import Status, assess_route
from employer_assistant.rules.situation import Situation


@pytest.fixture(scope="session")
def planner(library: Library) -> Planner:
    """Make a plan; ``status`` puts another status on the route, to plan whatever the answers lack."""

    def make(
        route: str,
        procedure: Procedure = "regular",
        answers: Mapping[str, Answer] | None = None,
        *,
        on: date = MONDAY,
        progress: Progress | None = None,
        start_by: date | None = None,
        status: Status | None = None,
        content: Library = library,
    ) -> Plan:
        situation = Situation(content, {**(answers or {})}, on)
        found = assess_route(content.routes[route], situation)
        if status is not None:
            found = replace(found, status=status)
        return plan(situation, found, procedure, progress or Progress({}, {}), start_by)

    return make
