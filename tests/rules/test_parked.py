"""Parked answers: they change nothing while parked, nothing that counts is parked, and they return with their path."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from generated import THOUSANDS, answer_sets, examples, other_answers, possible_answers, told_cases
from hypothesis import given
from hypothesis import strategies as st
from worked import LIBRARY, Reader

from employer_assistant.cases.answering import answering
from employer_assistant.cases.commands import Together
from employer_assistant.cases.model import Case
from employer_assistant.cases.view import situation_of
from employer_assistant.papers.filled import value
from employer_assistant.papers.form import form_in
from employer_assistant.papers.html import render_html
from employer_assistant.papers.input import PaperInput
from employer_assistant.papers.of_case import input_of
from employer_assistant.papers.printing import forms_for
from employer_assistant.papers.sheet import Sheet
from employer_assistant.plan.model import Plan
from employer_assistant.rules.answers import Answer
from employer_assistant.rules.assessment import Assessment, Status, assess
from employer_assistant.rules.checked_answers import checked_answers
from employer_assistant.rules.figures_then import PAY, TRAINING_PAY, WAGE_FACTS, pay_of_hire
from employer_assistant.rules.interview import interview
from employer_assistant.rules.levers import Lever
from employer_assistant.rules.nearest import nearest, nearest_first
from employer_assistant.rules.parked import counted, parked
from employer_assistant.rules.reasons import closing_facts, origins
from employer_assistant.rules.situation import Situation
from employer_assistant.rules.told import routes_told
from employer_assistant.rules.warnings import warnings

READER = Reader(LIBRARY)
DAY = date(2026, 11, 22)
FORMS = sorted(one.id for one in forms_for("de") if one.id != "portfolio")
QUICK = examples(12)
SLOW = examples(25)


def _judged(answers: dict[str, Answer]) -> Assessment:
    return assess(Situation(LIBRARY, answers, DAY))


def _said(assessment: Assessment) -> list[tuple[Any, ...]]:
    return [(found.route.id, found.status, *_rulings(found)) for found in assessment.routes]


def _rulings(found: Any) -> tuple[Any, ...]:
    return () if found.status is Status.CLOSED else (found.ba_approval, found.accelerated, found.open_facts)


def _without_what_counts_for_nothing(case: Case, form: str) -> None:
    """Hold a case against itself without its parked answers: result, questions, warnings, plan, and one of its papers.

    Of a closed route that it is closed is compared, and what is told of it: its further points that rest on what was
    once answered for it are left out (`routes_told`).
    """
    whole = input_of(case, LIBRARY, DAY, "")
    stale = parked(whole.assessment)
    answers = {fact: answer for fact, answer in case.answers.items() if fact not in stale}
    less = input_of(replace(case, answers=answers), LIBRARY, DAY, "")
    assert less.assessment.title_needed == whole.assessment.title_needed
    assert _said(less.assessment) == _said(whole.assessment)
    assert routes_told(less.assessment) == routes_told(whole.assessment)
    assert interview(less.assessment).next_facts == interview(whole.assessment).next_facts
    assert warnings(less.assessment) == warnings(whole.assessment)
    assert _planned(less) == _planned(whole)
    assert checked_answers(less.assessment, case.route) == replace(
        checked_answers(whole.assessment, case.route), parked=()
    )
    if _offered(less) == _offered(whole):
        assert _printed(form, less) == _printed(form, whole)


def _offered(inputs: PaperInput) -> tuple[list[tuple[Lever | None, tuple[str, ...]]], list[str]]:
    """Return what papers say would open a route, and the order of the routes, which hangs on that.

    Levers are tried with all answers: these return with the path.
    """
    found = nearest(inputs.assessment)
    openings = [(opening.lever, opening.questions) for opening in found.openings] if found else []
    return openings, [one.route.id for one in nearest_first(inputs.assessment)]


def _planned(inputs: PaperInput) -> Plan | None:
    return replace(inputs.plan, route=None) if inputs.plan else None  # type: ignore[arg-type]


def _printed(form: str, inputs: PaperInput) -> str:
    return render_html(form, inputs, "de")


def _there_and_back(case: Case, fact: str, other: Answer | None) -> None:
    """Answer otherwise, then as before, as the interview does: all that was parked meanwhile counts again.

    What one of the two changes overtakes is shown before it counts, and undo brings it back.
    """
    gone = _answered(case, fact, other)
    back = _answered(gone, fact, case.answers.get(fact))
    taken_back = (case.answers.keys() - back.answers.keys()) - {fact}
    assert taken_back <= {one.id for one in LIBRARY.facts.values() if one.derived}, "only what follows from others"
    assert back.answers == {one: answer for one, answer in case.answers.items() if one not in taken_back}


def _answered(case: Case, fact: str, value: Answer | None) -> Case:
    commands = answering({fact: value}, case, situation_of(case, LIBRARY, DAY))
    return Together(commands).apply(case)[0]


@st.composite
def _detours(draw: st.DrawFn) -> tuple[Case, str, str, Answer | None]:
    case = draw(told_cases(LIBRARY, READER))
    return case, draw(st.sampled_from(FORMS)), *draw(other_answers(LIBRARY, case))


def _stale_answers_never_count(detour: tuple[Case, str, str, Answer | None]) -> None:
    case, form, fact, other = detour
    _without_what_counts_for_nothing(case, form)
    _there_and_back(case, fact, other)


@QUICK
@given(_detours())
def test_stale_answers_never_count_and_return(detour: tuple[Case, str, str, Answer | None]) -> None:
    _stale_answers_never_count(detour)


@pytest.mark.slow
@pytest.mark.timeout(5400)
@THOUSANDS
@given(_detours())
def test_thousands_of_stale_answers_never_count_and_return(detour: tuple[Case, str, str, Answer | None]) -> None:
    _stale_answers_never_count(detour)


@pytest.mark.parametrize("counting", ["person.passport_valid", "job.weekly_hours", "person.residence_country"])
def test_control_a_counting_answer_called_parked_is_noticed(monkeypatch: pytest.MonkeyPatch, counting: str) -> None:
    answers = {**READER.situation("vocational-18a", {}).answers, "job.gross_annual_salary": Decimal(15000)}
    case = Case("Musterfall", answers)
    _without_what_counts_for_nothing(case, "employment-declaration")
    monkeypatch.setitem(globals(), "parked", lambda assessment: (counting,))
    with pytest.raises(AssertionError):
        _without_what_counts_for_nothing(case, "employment-declaration")


def test_control_answers_that_do_not_return_are_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    case = Case("Musterfall", READER.situation("training-16a", {}).answers)
    _there_and_back(case, "job.purpose", "employment")
    keep = Together.apply

    def forgetful(self: Together, case: Case) -> Any:
        changed, undo = keep(self, case)
        stale = parked(assess(situation_of(changed, LIBRARY, DAY)))
        return replace(
            changed, answers={one: value for one, value in changed.answers.items() if one not in stale}
        ), undo

    monkeypatch.setattr(Together, "apply", forgetful)
    with pytest.raises(AssertionError):
        _there_and_back(case, "job.purpose", "employment")


class Read(dict[str, Answer]):
    """Answers that remember which of them were asked for."""

    def __init__(self, answers: Mapping[str, Answer]) -> None:
        super().__init__(answers)
        self.facts: set[str] = set()

    def get(self, fact: str, *other: Any) -> Any:
        self.facts.add(fact)
        return super().get(fact, *other)


def _printed_names(project: Path) -> set[str]:
    """Return every answer that a form names, and what forms say of the case itself."""
    words = "".join(form.read_text("utf-8") for form in (project / "forms").rglob("*.yaml"))
    facts = set(re.findall(r"[a-z]+\.[a-z_0-9]+", words)) & LIBRARY.facts.keys()
    return facts | set(re.findall(r"(?:case|desk|letter_to|marks):[a-z_]+", words))


@pytest.mark.parametrize("purpose", ["employment", "secondment", "apprenticeship"])
def test_what_papers_print_and_the_minimum_wage_asks_is_never_parked(project: Path, purpose: str) -> None:
    """Hours, pay and the end of the contract were said not to count, while the declaration printed them."""
    answers = {"job.purpose": purpose, "qualification.kind": "academic", "job.contract_months": Decimal(12)}
    inputs = input_of(Case("Musterfall", answers), LIBRARY, DAY, "")
    read = Read(answers)
    seen = Situation(LIBRARY, read, DAY)
    sheet = Sheet(form_in("employment-declaration", "de", LIBRARY), replace(inputs, situation=seen), "de")
    names = _printed_names(project)
    assert {"job.weekly_hours", "case:monthly_pay", "case:term", "desk:abh"} <= names
    for name in names - {*LIBRARY.facts}:
        value(sheet, name)
    other_pay = {PAY, TRAINING_PAY} - {pay_of_hire(inputs.situation)}
    assert not (read.facts | names & LIBRARY.facts.keys()) - counted(inputs.assessment) - other_pay
    assert {"job.contract_months", "qualification.recognition", pay_of_hire(inputs.situation)} <= read.facts
    assert not read.facts & other_pay
    assert purpose != "employment" or set(WAGE_FACTS) <= counted(inputs.assessment)


def test_pay_counts_where_every_route_is_closed_and_the_declaration_prints_it() -> None:
    answers = {**READER.situation("ict-card-19", {}).answers, PAY: Decimal(60000), TRAINING_PAY: Decimal(1100)}
    case = Case("Musterfall", {**answers, "person.entry_ban": True, "qualification.kind": "none"}, "ict-card-19")
    inputs = input_of(case, LIBRARY, DAY, "")
    assert {found.status for found in inputs.assessment.routes} == {Status.CLOSED}
    assert "5.000" in _printed("employment-declaration", inputs)
    assert PAY not in parked(inputs.assessment)
    assert TRAINING_PAY in parked(inputs.assessment)
    _without_what_counts_for_nothing(case, "employment-declaration")


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
