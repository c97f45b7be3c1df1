"""Of the steps that could meet a condition, those are named that suit the case."""

from __future__ import annotations

from datetime import date

import pytest

from employer_assistant.content.library import Library
from employer_assistant.plan.selection import fitting_remedies
from employer_assistant.plan.setting import Setting
from employer_assistant.rules.assessment import assess
from employer_assistant.rules.situation import Situation

CARD, DEGREE_STEP = "opportunity-card-20a", "zab-statement"


@pytest.mark.parametrize(("kind", "named"), [("vocational", False), ("academic", True)])
def test_the_statement_on_a_degree_is_named_for_degrees_only(library: Library, kind: str, named: bool) -> None:
    answers = {"job.purpose": "scouting", "qualification.kind": kind, "qualification.recognition": "none"}
    situation = Situation(library, answers, date(2026, 11, 22))
    finding = next(one for one in assess(situation).route(CARD).findings if one.condition.id == f"{CARD}.c1")
    assert DEGREE_STEP in finding.remedy_steps
    fitting = fitting_remedies(finding, Setting(situation, CARD, "regular"))
    assert fitting
    assert (DEGREE_STEP in fitting) == named
