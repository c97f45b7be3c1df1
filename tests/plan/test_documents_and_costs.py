"""Papers for a desk, how they are proved genuine, and the single amounts behind the sums."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from made_plans import Planner
from test_any_plan import RANDOM, cases

from employer_assistant.plan.after_start import duties_after_start
from employer_assistant.plan.documents import complete_for
from employer_assistant.plan.model import Progress

TRADE: dict[str, Any] = {"person.citizenship": ("VN",), "person.location": "abroad"}


def test_complete_for_the_appointment(planner: Planner) -> None:
    plan = planner("vocational-18a", answers=TRADE)
    first = complete_for(plan, "visa-appointment")
    needed = {paper.document.id for paper in first.missing}
    assert "passport" in needed
    assert not first.complete
    assert needed.isdisjoint(paper.document.id for paper in first.perhaps)
    states = dict.fromkeys(needed, "checked") | {"passport": "asked"}
    almost = complete_for(planner("vocational-18a", answers=TRADE, progress=_papers(states)), "visa-appointment")
    assert [paper.document.id for paper in almost.missing] == ["passport"], "asked for is not there"
    full = _papers(states | {"passport": "received"})
    assert complete_for(planner("vocational-18a", answers=TRADE, progress=full), "visa-appointment").complete
    with pytest.raises(KeyError):
        complete_for(plan, "dab-of-another-road")


def test_the_rule_of_the_state_stands_at_papers_that_may_need_proof(planner: Planner) -> None:
    answers = {**TRADE, "qualification.country": "VN", "person.residence_country": "IN", "person.family_joins": "now"}
    plan = planner("vocational-18a", answers=answers)
    for paper in plan.documents:
        states = [found.country.id for found in paper.authentications]
        assert states == (["VN", "IN"] if "authentication" in paper.document.forms else []), paper.document.id
    proved = [paper for paper in plan.documents if paper.authentications]
    assert proved
    rules = {found.country.id: found.rule for found in proved[0].authentications}
    assert rules == {"VN": "legalisation", "IN": "verification"}
    unknown = planner("vocational-18a", answers={**answers, "qualification.country": "unknown"})
    assert [found.country.id for found in unknown.documents[0].authentications] in ([], ["IN"])


def test_single_amounts_say_what_for_who_pays_and_how_sure(planner: Planner) -> None:
    items = {item.step: item for item in planner("vocational-18a", "accelerated", TRADE).items}
    fee = items["abh-fee"]
    assert (fee.min, fee.max, fee.payer, fee.certainty) == (Decimal(411), Decimal(411), "employer", "exact")
    assert items["authenticate-translate"].certainty == "unknown"
    assert items["authenticate-translate"].min is None
    assert items["authenticate-translate"].basis is not None, "why it is not known"
    assert "need-and-route" not in items


@RANDOM
@given(case=cases())
def test_sums_are_the_sums_of_their_items(planner: Planner, case: Mapping[str, Any]) -> None:
    plan = planner(**case)
    for payer, costs in plan.costs.items():
        own = [item for item in plan.items if item.payer == payer]
        assert costs.min == sum(item.min for item in own if item.min is not None)
        assert costs.max == sum(item.max for item in own if item.max is not None)
        assert costs.unknown == tuple(item.step for item in own if item.max is None)
    assert {item.payer for item in plan.items} <= set(plan.costs)
    free = {step.step.id for step in plan.steps if step.fee.max == 0}
    assert not free & {item.step for item in plan.items}


def test_after_the_start_every_duty_of_the_issue_has_a_step(planner: Planner) -> None:
    plan = planner("vocational-18a", answers=TRADE)
    groups = {group.group: [step.step.id for step in group.steps] for group in duties_after_start(plan)}
    assert list(groups) == ["arrival", "integration", "running", "if", "end"]
    assert {
        "registration",
        "health-insurance",
        "residence-title-application",
        "check-title-before-work",
        "info-45c",
        "sofortmeldung",
        "social-insurance-registration",
        "collect-eat",
    } <= set(groups["arrival"])
    assert groups["running"] == ["expiry-watch"]
    assert {"extension", "settlement", "early-end-employer", "early-end-worker"} <= set(groups["if"])
    assert groups["end"] == ["retention-deletion"]


def _papers(states: Mapping[str, str]) -> Progress:
    return Progress({}, {}, documents=states)


def test_the_age_of_a_paper_is_that_of_the_desks_of_the_case(planner: Planner) -> None:
    def ages(paper: str, route: str = "vocational-18a", **answers: object) -> list[str]:
        found = planner(route, answers={**TRADE, **answers}).documents
        return [age.de for one in found if one.document.id == paper for age in one.ages]

    assert any("Indien" in age for age in ages("photos", **{"person.residence_country": "IN"}))
    assert not ages("photos", **{"person.residence_country": "VN"})
    assert not ages("photos", "blue-card-regular", **{"person.residence_country": "IN"}), "the list is for training"
    assert not ages("photos", **{"person.residence_country": "IN", "person.location": "germany"})
    assert any("Görlitz" in age for age in ages("registration-certificate", **{"job.site_postcode": "02763"}))
    assert not ages("registration-certificate", **{"job.site_postcode": "09111"})
    assert not ages("registration-certificate")
    assert ages("passport", **{"person.location": "abroad"})
    assert not ages("passport", **{"person.location": "germany"}), "no mission abroad sees it"


def test_the_visa_wants_what_the_route_and_the_procedure_bring(planner: Planner) -> None:
    def wanted(route: str, procedure: str = "regular", **answers: object) -> dict[str, bool]:
        plan = planner(route, procedure, {**TRADE, **answers})
        return {one.document.id: one.only_if is None for one in plan.documents if "visa-documents" in one.steps}

    trade, fast = wanted("vocational-18a"), wanted("vocational-18a", "accelerated")
    assert "advance-consent" not in trade
    assert fast["advance-consent"]
    assert trade["recognition-decision"]
    assert not trade["motivation-letter"], "asked for by single missions only"
    search = wanted("opportunity-card-20a", **{"qualification.kind": "vocational"})
    assert {"employment-declaration", "employment-contract", "zab-statement"}.isdisjoint(search)
    assert search["dab"]
    assert "recognition-decision" not in search
    assert "recognition-decision" not in wanted("training-16a")
    assert wanted("experienced-worker", **{"qualification.kind": "academic"})["zab-statement"]


@pytest.mark.parametrize(
    ("route", "asked"), [("ict-card-19", False), ("vocational-18a", False), ("training-16a", True)]
)
def test_german_of_the_spouse_only_where_the_law_asks_for_it(planner: Planner, route: str, asked: bool) -> None:
    plan = planner(route, answers={**TRADE, "person.family_joins": "spouse"})
    assert ("spouse-language-a1" in {paper.document.id for paper in plan.documents}) == asked


@pytest.mark.parametrize("is_ict", [True, False])
def test_project_lists_only_for_it_work(planner: Planner, is_ict: bool) -> None:
    plan = planner("experienced-worker", answers={**TRADE, "job.is_ict": is_ict})
    assert ("project-list" in {paper.document.id for paper in plan.documents}) == is_ict


@pytest.mark.parametrize("kind", ["academic", "vocational"])
def test_who_studied_brings_the_degree(planner: Planner, kind: str) -> None:
    plan = planner("blue-card-regular", answers={**TRADE, "qualification.kind": kind})
    asked = {paper.document.id for paper in plan.documents if "collect-candidate-docs" in paper.steps}
    assert ("degree-certificate" in asked) == (kind == "academic")


STUDIED = {"qualification.kind": "academic"}


@pytest.mark.parametrize(
    ("route", "answers", "paper", "steps"),
    [
        ("blue-card-regular", STUDIED, "degree-certificate", {"visa-documents"}),
        (
            "academic-18b",
            {**STUDIED, "person.location": "germany"},
            "degree-certificate",
            {"title-application-in-germany"},
        ),
        ("experienced-worker", {}, "certificates-work", {"visa-documents"}),
        ("ict-card-19", {}, "group-proof", {"visa-documents"}),
    ],
)
def test_what_proves_the_title_goes_to_the_desk_that_decides(
    planner: Planner, route: str, answers: dict[str, Any], paper: str, steps: set[str]
) -> None:
    found = {one.document.id: one for one in planner(route, answers={**TRADE, **answers}).documents}
    assert steps <= set(found[paper].steps)


@RANDOM
@given(case=cases())
def test_what_the_mission_may_ask_for_stands_at_a_step_of_the_mission(
    planner: Planner, case: Mapping[str, Any]
) -> None:
    plan = planner(**case)
    missions = {step.step.id for step in plan.steps if step.step.office == "mission" and not step.contingent}
    for paper in plan.documents:
        if missions and paper.only_if is not None and "Auslandsvertretung" in paper.only_if.de:
            assert missions & set(paper.steps), paper.document.id
