"""What holds whatever is answered: order, unknown, stale answers; a settled status never flips by answering more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

import pytest
from generated import THOUSANDS, answer_sets, examples, possible_answers, told_cases
from hypothesis import given
from hypothesis import strategies as st
from worked import LIBRARY, Reader, typed_answer

from employer_assistant.cases.model import Case
from employer_assistant.cases.preview import outlook
from employer_assistant.rules.answers import UNKNOWN, Answer
from employer_assistant.rules.assessment import RouteAssessment, Status, assess, assess_route
from employer_assistant.rules.checked_answers import checked_answers
from employer_assistant.rules.interview import interview
from employer_assistant.rules.situation import Situation
from employer_assistant.rules.warnings import warnings

READER = Reader(LIBRARY)
DAYS = st.sampled_from([date(2025, 12, 31), date(2026, 11, 22), date(2027, 1, 1)])
SLOW = examples(60)


POSSIBLE = possible_answers(LIBRARY)


ANSWERS = answer_sets(LIBRARY, READER)


def _statuses(answers: dict[str, Answer], on: date) -> dict[str, Status]:
    return {found.route.id: found.status for found in assess(Situation(LIBRARY, answers, on)).routes}


def _order_changes_nothing(case: Case, on: date, chance: Random) -> None:
    """Compare the whole result: every route, questions, to-dos, warnings, the plan with what is next."""
    answers, ticks = list(case.answers.items()), list(case.ticks.items())
    chance.shuffle(answers)
    chance.shuffle(ticks)
    one, two = (outlook(some, LIBRARY, on) for some in (case, replace(case, answers=dict(answers), ticks=dict(ticks))))
    assert one.assessment == two.assessment
    for told in (interview, warnings, checked_answers):
        assert told(one.assessment) == told(two.assessment)
    assert (one.route, one.plan, str(one.no_plan)) == (two.route, two.plan, str(two.no_plan))


@SLOW
@given(told_cases(LIBRARY, READER), DAYS, st.randoms(use_true_random=False))
def test_order_of_answering_changes_nothing(case: Case, on: date, chance: Random) -> None:
    _order_changes_nothing(case, on, chance)


@pytest.mark.slow
@pytest.mark.timeout(5400)
@THOUSANDS
@given(told_cases(LIBRARY, READER), DAYS, st.randoms(use_true_random=False))
def test_thousands_of_orders_of_answering_change_nothing(case: Case, on: date, chance: Random) -> None:
    _order_changes_nothing(case, on, chance)


def test_control_an_order_that_matters_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    case = Case("Musterfall", READER.situation("vocational-18a", {}).answers)
    _order_changes_nothing(case, date(2026, 11, 22), Random(1))
    monkeypatch.setitem(globals(), "warnings", lambda found: next(iter(found.situation.answers)))
    with pytest.raises(AssertionError):
        _order_changes_nothing(case, date(2026, 11, 22), Random(1))


@SLOW
@given(ANSWERS, DAYS)
def test_unknown_counts_as_absent(answers: dict[str, Answer], on: date) -> None:
    known = {fact: answer for fact, answer in answers.items() if answer != UNKNOWN}
    asked = dict.fromkeys(LIBRARY.facts, UNKNOWN) | known
    assert _statuses(answers, on) == _statuses(known, on) == _statuses(asked, on)


@SLOW
@given(ANSWERS, DAYS)
def test_the_interview_ends_and_never_repeats(answers: dict[str, Answer], on: date) -> None:
    asked = interview(assess(Situation(LIBRARY, answers, on)))
    every = (*asked.next_facts, *asked.optional_facts)
    assert len(every) == len(set(every))
    assert not set(every) & set(answers)


@SLOW
@given(ANSWERS, DAYS, st.data())
def test_a_settled_status_never_flips(answers: dict[str, Answer], on: date, data: st.DataObject) -> None:
    """Open, reachable or closed stays so whatever is answered besides, except where a fact was assumed until then.

    A fact that followed from others was known already; answering it otherwise is a change of mind, not one answer more.
    """
    before = Situation(LIBRARY, answers, on)
    able = [fact for fact in sorted(POSSIBLE) if fact not in answers and before.value(fact) is None]
    if not able:
        return
    fact = data.draw(st.sampled_from(able))
    more = {**answers, fact: typed_answer(LIBRARY, fact, data.draw(st.sampled_from(POSSIBLE[fact])))}
    assessment = assess(before)
    after = Situation(LIBRARY, more, on)
    settled = assess(after)
    if not settled.title_needed:
        return
    for found in assessment.routes:
        if _final(found):
            assert settled.route(found.route.id).status is found.status, (found.route.id, fact, more[fact])


def _final(found: RouteAssessment) -> bool:
    if found.status is Status.REACHABLE:
        return not found.open_facts and not found.assumed_facts
    return found.status is not Status.UNDECIDED and not found.assumed_facts


@SLOW
@given(ANSWERS, DAYS)
def test_facts_that_are_not_open_change_nothing(answers: dict[str, Answer], on: date) -> None:
    """Stale answers: of a closed route nothing is asked any more, and of an open one only rare obstacles."""
    for found in assess(Situation(LIBRARY, answers, on)).routes:
        if found.status is Status.CLOSED:
            assert found.open_facts == ()
            assert found.assumed_facts == ()
        if found.status is Status.OPEN:
            assert not set(found.open_facts) - set(found.assumed_facts)


@SLOW
@given(ANSWERS, DAYS)
def test_status_is_the_worst_of_what_blocks(answers: dict[str, Answer], on: date) -> None:
    """An open route has no unmet law outside an alternative; blocking findings are named worst first."""
    situation = Situation(LIBRARY, answers, on)
    for route in LIBRARY.routes.values():
        found = assess_route(route, situation)
        shared = [f for f in found.findings if f.blocks and f.condition.applies_to]
        assert found.status >= max((f.status for f in shared), default=Status.OPEN)
        assert [f.status for f in found.blocking] == sorted((f.status for f in found.blocking), reverse=True)
        assert all(f.verdict.value == "met" for f in found.findings if f.assumed)
