"""Of the steps that could meet a condition, those are named that suit the case; where none does, none is named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from generated import answer_sets, examples
from hypothesis import given
from hypothesis import strategies as st
from worked import LIBRARY, Reader

from employer_assistant.content.library import Library
from employer_assistant.plan.model import Progress
from employer_assistant.plan.remedies import fitting_remedies, named_remedy, steps_of, ways_to_open, without_step
from employer_assistant.plan.selection import accelerated, fitting_procedure, select
from employer_assistant.plan.setting import Setting
from employer_assistant.rules.answers import Answer
from employer_assistant.rules.assessment import Finding, RouteAssessment, Status, assess_route
from employer_assistant.rules.situation import Situation
from employer_assistant.rules.verdict import Verdict

CARD, DEGREE_STEP, DECISION_STEP = "opportunity-card-20a", "zab-statement", "recognition-processing-regular"
READER = Reader(LIBRARY)
TODAY = date(2026, 11, 22)
SEARCH: dict[str, Answer] = {
    "job.purpose": "scouting",
    "job.regulated": "no",
    "person.location": "abroad",
    "person.birth_date": date(1998, 4, 2),
    "person.german_level": "b1",
    "person.english_level": "b1",
    "person.livelihood_secured": True,
    "person.months_in_germany_last_5_years": Decimal(0),
    "qualification.kind": "vocational",
    "qualification.recognition": "none",
    "qualification.completed_in_germany": "none",
    "qualification.training_years": Decimal(3),
    "qualification.state_recognised_at_home": True,
    "qualification.german_confirmation": True,
    "qualification.relevant_experience_last_5_years": Decimal(3),
    "qualification.relevant_experience_last_7_years": Decimal(5),
}
"""Somebody who has the points for a search card, and a vocational qualification that is not recognised."""


def first(found: RouteAssessment, condition: str) -> Finding:
    return next(one for one in found.findings if one.condition.id == condition)


@pytest.mark.parametrize(
    ("kind", "recognition", "confirmed", "named"),
    [
        ("vocational", "none", False, DECISION_STEP),
        ("vocational", "applied", False, DECISION_STEP),
        ("higher_vocational", "applied", True, DECISION_STEP),
        ("academic", "none", False, DEGREE_STEP),
        ("academic", "applied", False, DEGREE_STEP),
        ("academic", "none", True, DEGREE_STEP),
    ],
)
def test_a_degree_is_compared_and_a_vocational_qualification_recognised(
    library: Library, kind: str, recognition: str, confirmed: bool, named: str
) -> None:
    answers = {
        "job.purpose": "scouting",
        "job.regulated": "no",
        "qualification.kind": kind,
        "qualification.recognition": recognition,
        "qualification.german_confirmation": confirmed,
    }
    situation = Situation(library, answers, TODAY)
    finding = first(assess_route(library.routes[CARD], situation), f"{CARD}.c1")
    assert {DEGREE_STEP, DECISION_STEP} <= set(finding.remedy_steps)
    assert named_remedy(finding, Setting(situation, CARD, "regular")) == named


def untrue(situation: Situation, *routes: str) -> Iterator[str]:
    """Name the points of reachable routes for which a step is named that the plan lacks, or that has no words."""
    for route in (situation.library.routes[name] for name in routes or situation.library.routes):
        found = assess_route(route, situation)
        missing = [one for one in found.weighing if one.verdict is Verdict.UNMET and one.remedy_steps]
        if found.status is Status.REACHABLE and missing:
            yield from _untrue(found, missing, Setting(situation, route.id, "regular"))
            if fitting_procedure("accelerated", situation) != "regular" and accelerated(found, situation) != "no":
                yield from _untrue(found, missing, Setting(situation, route.id, "accelerated"))


def _untrue(found: RouteAssessment, missing: list[Finding], setting: Setting) -> Iterator[str]:
    steps = select(found, setting, Progress({}, {}))
    for finding in missing:
        named = named_remedy(finding, setting)
        if named is not None and named not in steps:
            yield f"{finding.condition.id}: {named} is not on the road"
        elif named is not None and steps[named].optional:
            yield f"{finding.condition.id}: {named} is optional"
        elif named is None and not without_step(finding, "de"):
            yield f"{finding.condition.id}: nothing is said"


def test_a_named_step_is_on_the_road_of_every_worked_case() -> None:
    """Each case on its own route and on the search card, whose two ways many situations reach."""
    cases = {case.name: case for case in (*READER.all(), *READER.from_sources())}
    faults = {name: found for name, case in cases.items() if (found := list(untrue(case.situation, case.route, CARD)))}
    assert not faults


@given(st.data())
@examples(60)
def test_a_named_step_is_on_the_road_of_any_case(data: st.DataObject) -> None:
    situation = Situation(LIBRARY, data.draw(answer_sets(LIBRARY, READER)), TODAY)
    assert not list(untrue(situation))


def test_the_check_notices_a_step_that_does_not_apply(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: naming the last step of the condition, as was done once, is caught."""
    monkeypatch.setattr(f"{__name__}.named_remedy", lambda finding, setting: finding.remedy_steps[-1])
    assert any(fault for case in READER.of_route(CARD) for fault in untrue(case.situation))


def test_where_no_step_fits_the_change_that_helps_is_told(library: Library) -> None:
    situation = READER.situation(CARD, {"person.location": "germany", "person.status_in_germany": "unknown"})
    here = replace(situation, answers={**situation.answers, "person.status_in_germany": "visa_free_visit"})
    finding = first(assess_route(library.routes[CARD], here), f"{CARD}.c6")
    assert finding.remedy_steps
    assert not fitting_remedies(finding, Setting(here, CARD, "regular"))
    assert finding.condition.action is not None
    assert without_step(finding, "de") == finding.condition.action.de


def test_where_nothing_helps_for_sure_the_desk_is_named(library: Library) -> None:
    situation = READER.situation("qualification-analysis-16d6", {"qualification.procedure_affirmed": "false"})
    found = assess_route(library.routes["qualification-analysis-16d6"], situation)
    finding = first(found, "qualification-analysis-16d6.c1")
    assert named_remedy(finding, Setting(situation, found.route.id, "regular")) is None
    assert "Ausländerbehörde" in without_step(finding, "de")


@pytest.mark.parametrize(
    ("changed", "ways"),
    [
        ({"qualification.german_confirmation": False}, [(DECISION_STEP,), ("dab",)]),
        ({}, [()]),  # control: the points are met, so nothing of the other way is missing
    ],
)
def test_two_ways_through_a_route_are_told_apart(
    library: Library, changed: dict[str, bool | str], ways: list[tuple[str, ...]]
) -> None:
    """The search card asks for a recognised qualification or for points: what both lack is not one list."""
    situation = Situation(library, {**SEARCH, **changed}, TODAY)
    found, setting = assess_route(library.routes[CARD], situation), Setting(situation, CARD, "regular")
    assert [steps_of(way, setting) for way in ways_to_open(found, setting)] == ways
