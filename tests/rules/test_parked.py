"""Parked answers: they change nothing while parked, nothing that counts is parked, and they return with their path."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from generated import answer_sets, possible_answers
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from worked import Reader

from employer_assistant.content.library import Library
from employer_assistant.content.pack import installed
from employer_assistant.plan.model import Progress
from employer_assistant.plan.planning import NotPossible, plan
from employer_assistant.rules.answers import Answer
from employer_assistant.rules.assessment import Assessment, Status, assess
from employer_assistant.rules.parked import counted, parked
from employer_assistant.rules.reasons import closing_facts, origins
from employer_assistant.rules.situation import Situation

LIBRARY = Library(installed())
READER = Reader(LIBRARY)
DAY = date(2026, 11, 22)
SLOW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
NOTHING_DONE = Progress({}, {})


def _judged(answers: dict[str, Answer]) -> Assessment:
    return assess(Situation(LIBRARY, answers, DAY))


def _said(assessment: Assessment) -> list[tuple[Any, ...]]:
    return [(found.route.id, found.status, *_rulings(found)) for found in assessment.routes]


def _rulings(found: Any) -> tuple[Any, ...]:
    return () if found.status is Status.CLOSED else (found.ba_approval, found.accelerated, found.open_facts)


def _road(assessment: Assessment) -> Any:
    if assessment.best is None:
        return None
    try:
        found = plan(assessment.situation, assessment.best, "regular", NOTHING_DONE, None)
    except NotPossible as reason:
        return str(reason)
    return found.steps, found.finish, found.documents, found.costs, found.begin_by


@SLOW
@given(answer_sets(LIBRARY, READER))
def test_without_parked_answers_all_is_the_same(answers: dict[str, Answer]) -> None:
    with_all = _judged(answers)
    stale = parked(with_all)
    without = _judged({fact: answer for fact, answer in answers.items() if fact not in stale})
    assert without.title_needed == with_all.title_needed
    assert _said(without) == _said(with_all)
    assert _road(without) == _road(with_all)


@SLOW
@given(answer_sets(LIBRARY, READER), st.data())
def test_a_parked_answer_may_be_anything(answers: dict[str, Answer], data: st.DataObject) -> None:
    """A stale answer cannot steer a status, whatever it says, as long as its question does not apply."""
    stale = [fact for fact in parked(_judged(answers)) if fact in possible_answers(LIBRARY)]
    if not stale:
        return
    fact = data.draw(st.sampled_from(stale))
    other = READER.situation(None, {fact: data.draw(st.sampled_from(possible_answers(LIBRARY)[fact]))}).answers[fact]
    before, after = _judged(answers), _judged({**answers, fact: other})
    kept = {found.route.id: found.status for found in before.routes if found.status is not Status.OPEN}
    assert {found.route.id: found.status for found in after.routes if found.route.id in kept} == kept
    assert before.title_needed == after.title_needed


@SLOW
@given(answer_sets(LIBRARY, READER))
def test_closing_facts_alone_close_the_route(answers: dict[str, Answer]) -> None:
    assessment = _judged(answers)
    for found in assessment.routes:
        facts = origins(closing_facts(found, assessment.situation), assessment.situation)
        assert bool(facts) == (found.status is Status.CLOSED)
        if facts:
            alone = _judged({fact: answer for fact, answer in answers.items() if fact in facts})
            assert not alone.title_needed or alone.route(found.route.id).status is Status.CLOSED


def test_apprenticeship_answers_are_parked_when_the_purpose_changes_and_return_with_it() -> None:
    trainee = dict(READER.situation("training-16a", {}).answers)
    worker = {**trainee, "job.purpose": "employment"}
    shared = {"apprenticeship.type"}  # rules shared with other titles ask about it too
    own = [fact for fact in trainee if fact.startswith("apprenticeship.") and fact not in shared]
    assert len(own) > 3
    assert not set(own) & set(parked(_judged(trainee)))
    assert set(own) <= set(parked(_judged(worker)))
    assert not set(own) & set(parked(_judged({**worker, "job.purpose": "apprenticeship"})))


@pytest.mark.parametrize("route", list(LIBRARY.routes))
def test_nothing_asked_about_is_parked(route: str) -> None:
    """Control: of a route that is open, no answer of its own findings is parked."""
    assessment = assess(READER.situation(route, {}))
    found = assessment.route(route)
    assert found.status is Status.OPEN
    assert not {fact for finding in found.findings for fact in finding.facts} & set(parked(assessment))


def test_details_of_papers_are_never_parked() -> None:
    assessment = _judged({"person.family_name": "Muster", "person.free_movement_right": True, "job.level": "skilled"})
    assert not assessment.title_needed
    assert parked(assessment) == ("job.level",)
    assert "person.family_name" in counted(assessment)
