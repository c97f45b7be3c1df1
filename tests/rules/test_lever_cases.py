"""Levers as an adviser would give them: what is offered last, what with a warning, and what never."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from worked import LIBRARY, Reader

from employer_assistant.rules.assessment import Status, assess
from employer_assistant.rules.levers import Lever, levers_for
from employer_assistant.rules.nearest import nearest
from employer_assistant.rules.warnings import warnings
from employer_assistant.rules.wording import (
    MOST_QUESTIONS,
    lever_by,
    lever_effect,
    lever_line,
    lever_text,
    warning_text,
)

READER = Reader(LIBRARY)
REJECTED = {
    "person.location": "germany",
    "person.status_in_germany": "toleration",
    "person.asylum_history": "rejected_final",
    "person.asylum_rejected_art42": "true",
}


def offered(profile: str, route: str, changes: Mapping[str, Any]) -> dict[tuple[str, ...], Lever]:
    """Return the levers of a route by the facts they change."""
    situation = READER.situation(profile, changes)
    found = assess(situation).route(route)
    return {tuple(change.fact for change in lever.changes): lever for lever in levers_for(found, situation)}


def test_an_apprenticeship_instead_of_a_job_is_offered_in_words_and_last() -> None:
    lever = offered("vocational-18a", "training-16a", {})[("job.purpose",)]
    assert (lever.by, lever.far_reaching) == ("employer", True)
    assert lever_text(lever, LIBRARY, "de") == (
        "Planen Sie stattdessen eine Ausbildung. Das passt nur, wenn die Person einen Beruf lernen will und Sie "
        "ausbilden können. Anlass: „Ausbildung“ statt „Arbeit in Ihrem Betrieb“."
    )
    assert lever_by(lever, LIBRARY, "de") == "Das kann ändern: Sie (Betrieb)"
    both = offered("vocational-18a", "experienced-worker", {"job.purpose": "apprenticeship"})
    assert [lever.far_reaching for lever in both.values()] == sorted(lever.far_reaching for lever in both.values())


def test_a_lever_says_whether_it_opens_or_what_is_still_to_be_answered() -> None:
    """An apprenticeship was named as what would open a way, with none of its own questions answered."""
    lever = offered("vocational-18a", "training-16a", {})[("job.purpose",)]
    assert (lever.status, lever.opens) == (Status.UNDECIDED, False)
    assert {"apprenticeship.type", "apprenticeship.contract"} <= set(lever.questions)
    said = lever_line(lever, LIBRARY, "de")
    assert "Ob der Weg dann offen ist, steht noch nicht fest. Noch zu beantworten: " in said
    assert "Art der Ausbildung, " in said
    assert lever_effect(lever, LIBRARY, "en").endswith(" more points.")
    assert len(lever.questions) > MOST_QUESTIONS + 1
    answered = {"apprenticeship.type": "company", "apprenticeship.qualified": "true"}
    few = offered("vocational-18a", "training-16a", answered)[("job.purpose",)]
    assert 0 < len(few.questions) < len(lever.questions)
    paid = offered("blue-card-regular", "blue-card-regular", {"job.gross_annual_salary": "44000"})
    assert "Danach wäre der Weg offen." in lever_line(paid[("job.gross_annual_salary",)], LIBRARY, "de")
    no_recognition = {"job.gross_annual_salary": "30000", "qualification.recognition": "none"}
    road = offered("blue-card-regular", "blue-card-regular", no_recognition)[("job.gross_annual_salary",)]
    assert "Danach wäre der Weg erreichbar." in lever_line(road, LIBRARY, "de")


def test_what_really_opens_stands_before_what_only_makes_undecided() -> None:
    no = nearest(assess(READER.situation("academic-18b", {"person.entry_ban": "true"})))
    assert no is not None
    opening = no.openings[-1].lever
    assert opening is not None
    assert (opening.opens, len(opening.changes)) == (True, 2), "though others take one change only"
    assert no.title == "result.no.title"
    lone = nearest(assess(READER.situation("vocational-18a", {"job.level": "helper", "qualification.kind": "none"})))
    assert lone is not None
    assert not [one for one in lone.openings if one.lever is not None and one.lever.opens]
    assert lone.title == "result.no.title.perhaps"


def test_a_search_is_never_offered_and_a_secondment_only_within_a_group() -> None:
    for purpose in ("employment", "apprenticeship", "secondment", "scouting"):
        for group in ("true", "false", "unknown"):
            changes = {"job.purpose": purpose, "employer.foreign_group_company": group}
            for route in LIBRARY.routes:
                for lever in offered("vocational-18a", route, changes).values():
                    to = {change.to for change in lever.changes if change.fact == "job.purpose"}
                    assert "scouting" not in to
                    assert "secondment" not in to or group == "true"


def test_another_job_is_offered_only_where_the_firm_has_such_work() -> None:
    for care, isco, role in (("true", "5321", "care-assistant-22a"), ("false", "8332", "professional-drivers-24a")):
        own = {"job.special_role": "none", "job.health_or_care": care, "job.isco08": isco}
        assert ("job.special_role",) in offered("care-assistant-22a", role, own)
        strange = {**own, "job.health_or_care": "false", "job.isco08": "2512"}
        assert ("job.special_role",) not in offered("care-assistant-22a", role, strange)
    never = {"executive", "specialist", "other_public_interest"}
    for route in ("executives-specialists-3", "public-interest-19c3", "ict-card-19"):
        for lever in offered("vocational-18a", route, {"job.special_role": "none"}).values():
            assert not {change.to for change in lever.changes} & never


def test_leaving_lifts_the_bar_after_deceit_and_comes_with_a_warning() -> None:
    """§ 10 Abs. 3 Satz 2 AufenthG: no title before departure."""
    lever = offered("vocational-18a", "vocational-18a", REJECTED)[("person.location",)]
    said = lever_text(lever, LIBRARY, "de")
    assert said.startswith("Lassen Sie die Person zuerst anwaltlich oder in einer Migrationsberatung beraten")
    assert "Einreiseverbot" in said
    assert lever.far_reaching
    assert "entry ban" in lever_text(lever, LIBRARY, "en")


def test_nobody_is_sent_away_for_a_title_that_needs_a_toleration() -> None:
    """§ 19d Abs. 1 AufenthG: leaving ends the toleration, so it opens nothing."""
    changes = {"person.asylum_history": "rejected_final", "person.asylum_rejected_art42": "true"}
    situation = READER.situation("qualified-tolerated-19d", changes)
    assert assess(situation).route("qualified-tolerated-19d").status is Status.CLOSED
    assert offered("qualified-tolerated-19d", "qualified-tolerated-19d", changes) == {}


@pytest.mark.parametrize("status", ["asylum_pending", "toleration", "temporary_protection", "other_humanitarian"])
def test_protection_or_toleration_is_never_changed_for_a_title(status: str) -> None:
    situation = READER.situation("academic-18b", {"person.location": "germany", "person.status_in_germany": status})
    for found in assess(situation).routes:
        for lever in levers_for(found, situation):
            assert "person.status_in_germany" not in {change.fact for change in lever.changes}
            if status == "asylum_pending":
                assert "person.location" not in {change.fact for change in lever.changes}


def test_a_work_ban_is_for_the_authority_to_lift() -> None:
    """§ 60a Abs. 6, § 60b Abs. 4 AufenthG: some bans end with cooperation, others stay."""
    route = "training-tolerated-16g-60c"
    lever = offered(route, route, {"stay.work_ban": "true"})[("stay.work_ban",)]
    assert lever.by == "authority"
    assert "sicheren Herkunftsstaaten" in lever_text(lever, LIBRARY, "de")
    assert offered(route, route, {"stay.work_ban": "true", "person.conduct_clear": "false"}) == {}


def test_after_a_refusal_only_a_new_application_is_offered_without_a_promise() -> None:
    lever = offered("vocational-18a", "vocational-18a", {"qualification.recognition": "refused"})
    [(facts, new)] = lever.items()
    assert facts == ("qualification.recognition",)
    assert [change.to for change in new.changes] == ["applied"]
    assert new.status is Status.REACHABLE
    assert "Ob das Erfolg hat, ist offen." in lever_text(new, LIBRARY, "de")


def test_a_recognition_reached_is_not_given_back() -> None:
    assert (
        offered("recognition-partnership-16d3", "recognition-partnership-16d3", {"qualification.recognition": "full"})
        == {}
    )


def test_waiting_is_not_offered_where_something_else_closes_by_then() -> None:
    """Twelve months of the EU Blue Card are over on 22 December; the degree is three years old on the first."""
    route = "blue-card-mobility-18i"
    mine = {
        "job.gross_annual_salary": "46000",
        "job.isco08": "2631",
        "qualification.completed_on": "2023-12-01",
        "stay.eu_blue_card_months": "11",
        "stay.eu_mobility_used_before": "false",
        "job.comparable_conditions": "true",
    }
    assert (
        assess(READER.situation(route, {**mine, "stay.eu_blue_card_months": "12"})).route(route).status is Status.OPEN
    )
    assert ("stay.eu_blue_card_months",) not in offered(route, route, mine)
    assert ("stay.eu_blue_card_months",) in offered(route, route, {**mine, "qualification.completed_on": "2026-01-01"})


def test_waiting_is_not_offered_to_who_has_no_such_title() -> None:
    profile = {"person.status_in_germany": "employment", "stay.months_on_blue_card": "0"}
    for facts in offered("settlement-18c", "settlement-18c", {**profile, "stay.pension_months": "35"}):
        assert "stay.months_on_blue_card" not in facts


@pytest.mark.parametrize(
    ("role", "trainee", "days", "said"),
    [
        ("executive", "false", "1096", False),
        ("executive", "false", "1097", True),
        ("none", "true", "366", False),
        ("none", "true", "367", True),
    ],
)
def test_a_secondment_longer_than_the_card_is_warned_of(role: str, trainee: str, days: str, said: bool) -> None:
    """§ 19 Abs. 4 AufenthG: three years at most, for trainees one; the card is issued all the same."""
    own = {"job.special_role": role, "secondment.trainee": trainee, "secondment.days_planned": days}
    assessment = assess(READER.situation("ict-card-19", {**own, "qualification.kind": "academic"}))
    assert assessment.route("ict-card-19").status is Status.OPEN
    found = [one for one in warnings(assessment) if one.id == "limit" and one.routes == ("ict-card-19",)]
    assert bool(found) == said
    for one in found:
        assert "endet nach drei Jahren" in warning_text(one, LIBRARY, "de")


def test_a_useful_no_names_small_changes_before_another_offer() -> None:
    situation = READER.situation("qualified-tolerated-19d", {"job.temporary_agency_work": "true"})
    found = nearest(assess(situation))
    assert found is not None
    far = [opening.lever.far_reaching for opening in found.openings if opening.lever]
    assert far == sorted(far)
    assert set(far) == {False, True}


def test_it_experience_is_waited_for_only_in_it_jobs() -> None:
    route = "blue-card-mobility-18i"
    mine = {
        "qualification.kind": "vocational",
        "qualification.completed_in_germany": "none",
        "qualification.it_experience_last_7_years": "2",
        "stay.eu_blue_card_months": "12",
    }
    for isco, is_ict in (("2512", "true"), ("2142", "false")):
        levers = offered(route, route, {**mine, "job.isco08": isco, "job.is_ict": is_ict})
        assert (("qualification.it_experience_last_7_years",) in levers) == (is_ict == "true")


def test_words_fit_the_change_not_only_the_condition() -> None:
    """One condition can be met in several ways; each is told as what it is."""
    route = "blue-card-mobility-18i"
    mine = {"qualification.recognition": "none", "stay.eu_blue_card_months": "12", "qualification.kind": "academic"}
    said = {
        facts: lever_text(lever, LIBRARY, "de")
        for facts, lever in offered(route, route, {**mine, "qualification.completed_in_germany": "none"}).items()
    }
    assert said[("qualification.recognition",)].startswith("Lassen Sie prüfen, ob der Abschluss")
    assert said[("stay.eu_blue_card_months",)].startswith("Warten Sie, bis die Person die Blaue Karte")


def test_training_in_the_firm_instead_of_a_school_but_never_a_school_as_a_way_round() -> None:
    school = {
        "apprenticeship.type": "school",
        "apprenticeship.state_recognised": "false",
        "job.purpose": "apprenticeship",
    }
    assert ("apprenticeship.type",) in offered("training-16a", "training-16a", school)
    low = {"apprenticeship.type": "company", "job.comparable_conditions": "false"}
    assert ("apprenticeship.type",) not in offered("training-16a", "training-16a", low)


@pytest.mark.parametrize(("used", "months"), [("0", 8), ("3", 5), ("unknown", 8)])
def test_a_permanent_contract_becomes_the_longest_that_the_short_route_allows(used: str, months: int) -> None:
    """§ 15d Abs. 3 BeschV: eight months in twelve. From "permanent" one month is not the near choice."""
    changes = {"job.contract_months": "0", "stay.months_15d_used": used, "employer.months_15d_used": "0"}
    lever = offered("short-term-quota-15d", "short-term-quota-15d", changes)[("job.contract_months",)]
    assert [change.to for change in lever.changes] == [months]
    assert "höchstens acht Monaten" in lever_text(lever, LIBRARY, "de")


def test_a_no_for_a_helper_does_not_begin_with_the_blue_card() -> None:
    """More pay would have "opened" the move with another EU state's Blue Card, as long as nobody asked for one."""
    asked = {
        "job.purpose": "employment",
        "job.offer": "true",
        "job.occupation": "lagerhelfer",
        "job.temporary_agency_work": "false",
        "job.comparable_conditions": "true",
        "job.special_role": "none",
        "job.weekly_hours": "40",
        "job.contract_months": "12",
        "job.gross_annual_salary": "29000",
        "job.quota_15d_open": "unknown",
        "employer.collective_agreement": "false",
        "stay.months_15d_used": "unknown",
        "person.citizenship": ["IN"],
        "person.location": "abroad",
        "person.passport_valid": "true",
        "person.entry_ban": "false",
        "person.free_movement_right": "false",
        "qualification.kind": "none",
        "qualification.completed_in_germany": "none",
    }
    assessment = assess(READER.situation(None, asked))
    no = nearest(assessment)
    assert no is not None
    assert [one.found.route.id for one in no.openings][:2] == ["training-16a", "short-term-quota-15d"]
    card = next(one for one in assessment.routes if one.route.id == "blue-card-mobility-18i")
    assert levers_for(card, assessment.situation), "the control: a change there is"
