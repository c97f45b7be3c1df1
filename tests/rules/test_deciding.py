"""Decisive answers, deciding questions, the nearest openings: what they say is what a new assessment gives."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from generated import answer_sets, possible_answers
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from worked import LIBRARY, Reader, typed_answer

from employer_assistant.cases.case_file import read_case
from employer_assistant.rules.answers import UNKNOWN, Answer
from employer_assistant.rules.assessment import Assessment, Status, assess
from employer_assistant.rules.deciding import deciding, hanging_on, routes_on
from employer_assistant.rules.decisive import decisive, decisive_for
from employer_assistant.rules.levers import after
from employer_assistant.rules.nearest import ADVICE, nearest, nearest_first
from employer_assistant.rules.situation import Situation

READER = Reader(LIBRARY)
DAY = date(2026, 11, 22)
SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
SLOW = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))


def _judged(answers: dict[str, Answer]) -> Assessment:
    return assess(Situation(LIBRARY, answers, DAY))


def _answer(fact: str, data: st.DataObject) -> Answer:
    return typed_answer(LIBRARY, fact, data.draw(st.sampled_from(possible_answers(LIBRARY)[fact])))


@SLOW
@given(answer_sets(LIBRARY, READER))
def test_without_a_decisive_answer_the_best_route_stands_otherwise(answers: dict[str, Answer]) -> None:
    assessment = _judged(answers)
    best = assessment.best
    if best is None:
        return
    marked = decisive(assessment)
    for fact in answers:
        without = _judged({other: answer for other, answer in answers.items() if other != fact})
        same = not without.title_needed or without.route(best.route.id).status is best.status
        assert same != (fact in marked) or not without.title_needed, fact


def test_decisive_answers_of_a_plain_case() -> None:
    marked = decisive(assess(READER.situation("vocational-18a", {})))
    assert {"job.purpose", "qualification.kind", "qualification.recognition"} <= set(marked)
    assert not {"person.conduct_clear", "person.citizenship", "employer.recruited_by"} & set(marked)


def test_decisive_are_the_answers_of_the_chosen_route() -> None:
    assessment = assess(READER.situation("blue-card-regular", {}))
    pay = "job.gross_annual_salary"
    assert assessment.best is not None
    assert assessment.best.route.id == "blue-card-regular"
    assert pay in decisive(assessment)
    assert decisive(assessment, "blue-card-regular") == decisive(assessment)
    assert pay not in decisive(assessment, "academic-18b")
    assert "job.level" in set(decisive(assessment, "academic-18b")) - set(decisive(assessment))
    assert decisive(assessment, "training-16a") == ("job.purpose",), "of a closed one what closes it"
    assert decisive(assessment, "no-such-route") == decisive(assessment)


def test_decisive_where_all_is_closed_and_where_no_title_is_needed() -> None:
    ban = assess(READER.situation("vocational-18a", {"person.entry_ban": "true"}))
    assert ban.best is None
    assert "job.purpose" in decisive(ban)
    free = assess(READER.situation("vocational-18a", {"person.free_movement_right": "true"}))
    assert decisive(free) == ("person.free_movement_right",)


@SLOW
@given(answer_sets(LIBRARY, READER), st.data())
def test_a_question_that_decides_alone_does_so_whatever_is_answered(
    answers: dict[str, Answer], data: st.DataObject
) -> None:
    assessment = _judged(answers)
    for found in assessment.routes:
        said = deciding(found, assessment.situation)
        if found.status is not Status.UNDECIDED:
            assert said is None
        if said is None:
            continue
        assert said.question in said.questions
        assert answers.get(said.question, UNKNOWN) == UNKNOWN
        if said.alone and said.question in possible_answers(LIBRARY):
            then = _judged({**answers, said.question: _answer(said.question, data)})
            assert not then.title_needed or then.route(found.route.id).status is not Status.UNDECIDED


def test_what_is_not_known_is_the_deciding_question() -> None:
    assessment = assess(READER.situation("vocational-18a", {"qualification.recognition": UNKNOWN}))
    said = deciding(assessment.route("vocational-18a"), assessment.situation)
    assert said is not None
    assert (said.question, said.alone) == ("qualification.recognition", True)
    assert set(said.outcomes) >= {Status.OPEN}


@SLOW
@given(answer_sets(LIBRARY, READER), st.data())
def test_a_fact_on_which_no_open_route_hangs_changes_none(answers: dict[str, Answer], data: st.DataObject) -> None:
    assessment = _judged(answers)
    fact = data.draw(st.sampled_from(sorted(possible_answers(LIBRARY))))
    hanging = set(hanging_on(fact, assessment))
    assert hanging <= set(routes_on(fact, LIBRARY))
    then = _judged({**answers, fact: _answer(fact, data)})
    if not then.title_needed:
        return
    for found in assessment.routes:
        if found.status is not Status.CLOSED and found.route.id not in hanging:
            assert then.route(found.route.id).status is found.status, (found.route.id, fact)


@SLOW
@given(answer_sets(LIBRARY, READER))
def test_a_useful_no_only_where_nothing_is_open_and_every_lever_in_it_works(answers: dict[str, Answer]) -> None:
    assessment = _judged(answers)
    no = nearest(assessment)
    assert (no is None) == (assessment.best is not None or not assessment.title_needed)
    if no is None:
        return
    assert len(no.openings) <= 3
    for opening in no.openings:
        if opening.lever is None:
            assert opening.found.status is Status.UNDECIDED
        else:
            then = assess(after(opening.lever.changes, assessment.situation)).route(opening.found.route.id)
            assert then.status is opening.lever.status < Status.CLOSED
            assert {change.fact for change in opening.lever.changes} == set(opening.ask)


def test_a_useful_no_names_the_nearest_route_and_desks() -> None:
    answers = {"person.entry_ban": "true"}
    no = nearest(assess(READER.situation("vocational-18a", answers)))
    assert no is not None
    assert no.openings[0].lever is not None
    assert no.openings[0].lever.by == "authority"
    assert [change.fact for change in no.openings[0].lever.changes] == ["person.entry_ban"]
    roles = [office.role for office in no.advice]
    assert roles == sorted(roles, key=ADVICE.index)
    assert "zefas" in roles


def test_closed_routes_are_told_nearest_first_and_the_others_by_rank() -> None:
    case = read_case((SAMPLES / "lagerhelfer.yaml").read_bytes(), "lagerhelfer.yaml", LIBRARY)
    assessment = assess(Situation(LIBRARY, case.answers, DAY))
    no, told = nearest(assessment), nearest_first(assessment)
    assert no is not None
    assert [one.found.route.id for one in no.openings] == [one.route.id for one in told[:2]]
    assert told[0].route.rank > 5, "control: by rank a Blue Card would stand first"
    closing = [sum(one.status is Status.CLOSED for one in found.blocking) for found in told[2:]]
    assert closing == sorted(closing)
    assert {one.route.id for one in told} == set(LIBRARY.routes)
    assert [one.route.id for one in nearest_first(assess(assessment.situation))] == [one.route.id for one in told]
    hopeful = assess(READER.situation("vocational-18a", {}))
    live = [one.route.rank for one in nearest_first(hopeful) if one.status is not Status.CLOSED]
    assert live
    assert live == sorted(live)


@pytest.mark.parametrize("fact", ["job.occupation", "job.purpose", "person.birth_date"])
def test_routes_on_a_fact(fact: str) -> None:
    assert routes_on(fact, LIBRARY)
    assert routes_on("person.family_name", LIBRARY) == ()


def test_decisive_for_counts_only_what_blocks() -> None:
    assessment = assess(READER.situation("vocational-18a", {}))
    closed = assessment.route("blue-card-regular")
    marked = decisive_for(closed, assessment.situation)
    for fact in marked:
        less = {other: answer for other, answer in assessment.situation.answers.items() if other != fact}
        assert (
            assess(replace(assessment.situation, answers=less)).route("blue-card-regular").status is not closed.status
        )
