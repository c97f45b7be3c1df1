"""Both procedures side by side, and the cases in which § 81a brings nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from employer_assistant.content.library import Library
from employer_assistant.content.phrases import phrase
from employer_assistant.plan.comparison import Comparison, compare, procedures
from employer_assistant.plan.model import Progress
from employer_assistant.plan.planning import NotPossible
from employer_assistant.rules.answers import Answer
from employer_assistant.rules.assessment import Status, assess_route
from employer_assistant.rules.situation import Situation

MONDAY = date(2026, 11, 23)
ABROAD: dict[str, Answer] = {"person.location": "abroad", "person.citizenship": ("IN",)}


@pytest.fixture
def comparison(library: Library) -> Any:
    def make(route: str, answers: Mapping[str, Answer], progress: Progress | None = None) -> Comparison:
        situation = Situation(library, {**answers}, MONDAY)
        found = replace(assess_route(library.routes[route], situation), status=Status.OPEN)
        return compare(situation, found, progress or Progress({}, {}))

    return make


def reasons(found: Comparison) -> list[str]:
    return [reason.id for reason in found.reasons]


def test_recognition_still_open_speaks_for_the_accelerated_procedure(comparison: Any) -> None:
    found = comparison("vocational-18a", {**ABROAD, "qualification.recognition": "none"})
    assert (found.brings, reasons(found)) == ("may_help", [])
    assert found.accelerated is not None
    assert found.likely_days == (found.regular.plan.finish.likely - found.accelerated.plan.finish.likely).days > 0
    assert not found.sure, "worst with worst: the spans overlap"
    assert procedures(found) == ("regular", "accelerated")


def test_nothing_left_to_recognise_leaves_only_the_wait(comparison: Any) -> None:
    found = comparison("blue-card-regular", {**ABROAD, "job.regulated": "no"})
    assert (found.brings, reasons(found)) == ("little", ["nothing-to-recognise"])


@pytest.mark.parametrize("country", ["US", "JP", "GB"])
def test_nationals_of_section_41_hardly_need_it(comparison: Any, country: str) -> None:
    found = comparison("vocational-18a", {**ABROAD, "person.citizenship": (country,)})
    assert found.brings == "not_needed"
    assert "visa-free" in reasons(found)
    assert found.accelerated is not None, "it is allowed all the same"


@pytest.mark.parametrize(
    ("route", "answers", "reason"),
    [
        ("western-balkans-26-2", {**ABROAD, "person.citizenship": ("RS",)}, "excluded"),
        ("vocational-18a", {**ABROAD, "person.location": "germany"}, "in-germany"),
    ],
)
def test_where_it_does_not_exist(comparison: Any, route: str, answers: dict[str, Answer], reason: str) -> None:
    found = comparison(route, answers)
    assert (found.brings, reasons(found), found.accelerated) == ("impossible", [reason], None)
    assert found.likely_days is None
    assert found.reasons[0].norm


def test_law_reports_and_estimates_are_kept_apart(comparison: Any) -> None:
    found = comparison("vocational-18a", ABROAD)
    for side in (found.regular, found.accelerated):
        kinds = {kind: {step.step.id for step in steps} for kind, steps in side.by_kind.items()}
        critical = {step.step.id for step in side.plan.steps if step.critical}
        assert set().union(*kinds.values()) == critical
        assert sum(len(ids) for ids in kinds.values()) == len(critical)
        for kind, steps in side.by_kind.items():
            assert all(step.duration.kind == kind for step in steps)
    norms = {period.step: period.statutory.norm for period in found.accelerated.periods}
    assert "14a" in norms["recognition-processing-accelerated"]
    assert "31a" in norms["visa-decision-accelerated"]


def test_what_can_lapse_is_named(comparison: Any) -> None:
    found = comparison("vocational-18a", ABROAD)
    assert [lapse.step for lapse in found.accelerated.lapses] == ["abh-advance-consent"]
    assert found.regular.lapses == (), "the advance approval is optional there and not taken"
    taken = comparison("vocational-18a", ABROAD, Progress({}, {}, taken=("ba-advance-approval",)))
    assert [lapse.step for lapse in taken.regular.lapses] == ["ba-advance-approval"]


def test_every_step_of_the_accelerated_procedure_stands_in_order(comparison: Any) -> None:
    plan = comparison("vocational-18a", {**ABROAD, "qualification.recognition": "none"}).accelerated.plan
    order = [step.step.id for step in plan.steps if not (step.contingent or step.optional)]
    wanted = [
        "power-of-attorney",
        "abh-agreement",
        "recognition-application-accelerated",
        "recognition-processing-accelerated",
        "abh-advance-consent",
        "appointment-accelerated",
        "visa-appointment",
        "visa-decision-accelerated",
    ]
    assert [step for step in order if step in wanted] == wanted
    assert {"abh-fee", "ba-approval-accelerated", "forward-consent"} <= set(order)


def test_a_closed_route_has_nothing_to_compare(library: Library) -> None:
    situation = Situation(library, {**ABROAD}, MONDAY)
    closed = replace(assess_route(library.routes["vocational-18a"], situation), status=Status.CLOSED)
    with pytest.raises(NotPossible):
        compare(situation, closed, Progress({}, {}))


def test_every_verdict_and_reason_has_a_sentence() -> None:
    for language in ("de", "en"):
        for verdict in ("impossible", "not_needed", "little", "may_help"):
            assert phrase(f"comparison.brings.{verdict}", language)
        for reason in ("excluded", "in-germany", "visa-free", "nothing-to-recognise", "not-earlier"):
            assert phrase(f"comparison.reason.{reason}", language)
