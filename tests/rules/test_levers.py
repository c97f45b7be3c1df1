"""Levers: exact, verified, never a re-answering, and fast."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, settings
from worked import LIBRARY, Reader

from employer_assistant.content.library import Library
from employer_assistant.rules.answers import Answer
from employer_assistant.rules.assessment import Assessment, Status, assess, assess_route
from employer_assistant.rules.judge import judge
from employer_assistant.rules.levers import Lever, after, levers, levers_for
from employer_assistant.rules.situation import COUNTED_TO, Situation
from employer_assistant.rules.verdict import Verdict
from employer_assistant.rules.ways import Change, ways_to_meet
from employer_assistant.rules.wording import answer_text, lever_text

ON = date(2026, 11, 22)
READER = Reader(LIBRARY)
SLOW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
DEVELOPER: dict[str, Answer] = {
    "job.purpose": "employment",
    "job.offer": True,
    "job.matches_degree": True,
    "job.level": "academic",
    "job.isco08": "2512",
    "job.contract_months": Decimal(0),
    "job.gross_annual_salary": Decimal(44000),
    "person.location": "abroad",
    "person.citizenship": ("IN",),
    "qualification.kind": "academic",
    "qualification.recognition": "comparable",
}


def judged(library: Library, **changed: Answer) -> Assessment:
    answers = {**DEVELOPER, **{fact.replace("__", "."): value for fact, value in changed.items()}}
    return assess(Situation(library, answers, ON))


def found(assessment: Assessment, route: str) -> list[list[tuple[str, Answer]]]:
    return [[(change.fact, change.to) for change in lever.changes] for lever in levers(assessment)[route]]


def test_pay_rises_exactly_to_the_figure(library: Library) -> None:
    assessment = judged(library)
    assert assessment.route("blue-card-regular").status is Status.CLOSED
    assert found(assessment, "blue-card-regular") == [[("job.gross_annual_salary", Decimal(50700))]]
    assert found(assessment, "blue-card-reduced") == [[("job.gross_annual_salary", Decimal("45934.2"))]]


def test_no_lever_where_the_pay_is_enough(library: Library) -> None:
    assessment = judged(library, job__gross_annual_salary=Decimal(50700))
    assert assessment.route("blue-card-regular").status is not Status.CLOSED
    assert found(assessment, "blue-card-regular") == []


def test_two_closed_conditions_need_two_changes(library: Library) -> None:
    assessment = judged(library, job__matches_degree=False)
    [changes] = found(assessment, "blue-card-regular")
    assert dict(changes) == {"job.matches_degree": True, "job.gross_annual_salary": Decimal(50700)}


def test_a_past_fact_is_never_changed(library: Library) -> None:
    assessment = judged(library, qualification__kind="none", qualification__completed_in_germany="none")
    assert assessment.route("vocational-18a").status is Status.CLOSED
    assert found(assessment, "vocational-18a") == []


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"job__level": "helper"},
        {"job__comparable_conditions": False, "job__temporary_agency_work": True},
        {"person__location": "germany", "person__asylum_history": "withdrawn", "person__passport_valid": False},
        {
            "job__purpose": "apprenticeship",
            "person__livelihood_secured": False,
            "apprenticeship__net_monthly_pay": Decimal(600),
            "person__monthly_funds": Decimal(0),
        },
        {"person__birth_date": date(1975, 1, 1), "person__old_age_provision": False},
    ],
)
def test_every_lever_is_real(library: Library, changed: dict[str, Answer]) -> None:
    assessment = judged(library, **changed)
    every = [(route, lever) for route, many in levers(assessment).items() for lever in many]
    assert every
    for route, lever in every:
        _is_real(route, lever, assessment, library)


def _is_real(route: str, lever: Lever, assessment: Assessment, library: Library) -> None:
    situation = assessment.situation
    assert 1 <= len(lever.changes) <= 2
    for change in lever.changes:
        assert library.facts[change.fact].changeable_by != "never"
        assert situation.value(change.fact) == change.old != change.to
        without = tuple(other for other in lever.changes if other is not change)
        if assessment.route(route).status is Status.CLOSED and without:
            assert assess_route(library.routes[route], after(without, situation)).status is Status.CLOSED
    again = assess(after(lever.changes, situation)).route(route)
    assert again.status is lever.status < assessment.route(route).status


def test_words_name_action_label_and_both_values(library: Library) -> None:
    [lever] = levers(judged(library))["blue-card-reduced"]
    german = lever_text(lever, library, "de")
    assert "45.934,20 Euro im Jahr statt 44.000 Euro im Jahr" in german
    assert german.startswith(library.conditions["blue-card-reduced.c4"].action.de)  # type: ignore[union-attr]
    assert "45,934.20 euros per year instead of 44,000" in lever_text(lever, library, "en")


def test_a_lever_never_says_that_another_answer_is_enough(library: Library) -> None:
    [lever] = levers(judged(library))["blue-card-reduced"]
    funds = Change("person.livelihood_secured", False, True, Decimal(1))
    act = lever_text(replace(lever, changes=(funds,)), library, "de")
    assert act == " ".join(words.de for words in lever.words)
    assert "ja statt nein" in lever_text(replace(lever, changes=(funds,), words=()), library, "de"), (
        "control: no act said"
    )


def test_answers_in_words(library: Library) -> None:
    facts = library.facts
    assert answer_text(facts["job.offer"], True, library, "de") == "ja"
    assert answer_text(facts["job.start_wished"], date(2027, 3, 1), library, "de") == "01.03.2027"
    assert answer_text(facts["job.contract_months"], Decimal(0), library, "de") == "unbefristet"
    assert answer_text(facts["job.start_wished"], date(2027, 3, 1), library, "en") == "1 March 2027"
    assert answer_text(facts["person.citizenship"], ("VN", "PH"), library, "de") == "Vietnam, Philippinen"
    assert answer_text(facts["job.level"], "unknown", library, "en") == "I don't know"
    town = facts["job.site_municipality"]
    assert answer_text(town, "14626610", library, "de") == answer_text(town, "Zittau", library, "de") == "Zittau"
    assert answer_text(facts["employer.name"], "14626610", library, "de") == "14626610"
    units = {fact.unit for fact in facts.values() if fact.kind in ("money", "number")}
    for fact in facts.values():
        if fact.kind in ("money", "number"):
            assert "5" in answer_text(fact, Decimal(5), library, "en")
    assert "months" in units


def test_all_routes_are_worked_out_in_an_instant(library: Library) -> None:
    assessment = judged(library, job__level="helper", job__comparable_conditions=False)
    times = []
    for _ in range(5):
        fresh = replace(assessment)
        start = time.process_time()
        levers(fresh)
        times.append(time.process_time() - start)
    assert min(times) < 0.15  # below 0.05 on a quiet machine


def test_waiting_names_the_day_and_counts_to_it() -> None:
    cook = READER.situation("specialty-cook-11-2", {"stay.cook_title_ended_on": "2024-05-31"})
    closed = assess(cook).route("specialty-cook-11-2")
    assert closed.status is Status.CLOSED
    [lever] = [lever for lever in levers_for(closed, cook) if lever.by == "time"]
    assert lever.wait == date(2027, 5, 31)
    condition = lever.conditions[0]
    for day, met in ((lever.wait - timedelta(days=1), False), (lever.wait, True)):
        judged = judge(condition.met_when, replace(cook, on=day), condition.counted_at)
        assert (judged.verdict is Verdict.MET) == met, day
    assert "31.05.2027" in lever_text(lever, LIBRARY, "de")
    assert "2024" not in lever_text(lever, LIBRARY, "de")


def test_a_day_fixed_by_an_event_cannot_be_waited_for() -> None:
    cook = READER.situation("specialty-cook-11-2", {"stay.cook_title_ended_on": "2024-05-31"})
    condition = next(one for one in LIBRARY.routes["specialty-cook-11-2"].conditions if one.id.endswith(".c3"))
    event = COUNTED_TO[condition.counted_at]
    fixed = replace(cook, events={event[0]: ON}) if event else cook
    waits = [lever for lever in levers_for(assess(fixed).route("specialty-cook-11-2"), fixed) if lever.wait]
    assert bool(waits) == (not event)


def test_a_number_that_grows_with_time_names_its_day() -> None:
    ict = READER.situation("ict-card-19", {"secondment.months_since_last_ict": 4})
    [lever] = levers_for(assess(ict).route("ict-card-19"), ict)
    assert (lever.by, lever.wait) == ("time", date(2027, 1, 22))
    assert "22.01.2027" in lever_text(lever, LIBRARY, "de")


def test_points_are_reached_by_one_feature_or_by_two() -> None:
    """The table of points of § 20a: what is missing is reached by the fewest features, none of them age or past."""
    condition = LIBRARY.conditions["opportunity-card-20a.c4"]
    none = {
        "qualification.recognition": "none",
        "person.english_level": "none",
        "person.birth_date": "1980-01-01",
        "qualification.relevant_experience_last_5_years": "0",
        "qualification.relevant_experience_last_7_years": "0",
        "person.months_in_germany_last_5_years": "0",
        "person.spouse_applies_too": "false",
        "qualification.isco08": "9999",
    }
    sizes = set()
    for level in ("none", "a1", "a2", "b1"):
        few = READER.situation("opportunity-card-20a", {**none, "person.german_level": level})
        ways = ways_to_meet(condition, "opportunity-card-20a", few)
        assert judge(condition.met_when, few).verdict is not Verdict.UNMET or ways, level
        sizes |= {len(way) for way in ways}
        for way in ways:
            assert judge(condition.met_when, after(way, few)).verdict is Verdict.MET
            assert all(LIBRARY.facts[change.fact].changeable_by != "never" for change in way)
    assert sizes == {1, 2}


def test_nobody_is_told_to_become_younger_or_of_another_nation() -> None:
    for case in list(READER.all())[::40]:
        for many in levers(assess(case.situation)).values():
            facts = {change.fact for lever in many for change in lever.changes}
            assert not facts & {"person.birth_date", "person.citizenship", "qualification.completed_on"}
