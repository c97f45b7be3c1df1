"""Whole conversations with made-up answers: they end, and neither their order nor a detour changes the result."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from generated import answer_sets, possible_answers
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from worked import Reader, typed_answer

from employer_assistant.content.library import Library
from employer_assistant.content.pack import installed
from employer_assistant.rules.answers import UNKNOWN, Answer
from employer_assistant.rules.assessment import Assessment, assess
from employer_assistant.rules.interview import interview
from employer_assistant.rules.situation import Situation

LIBRARY = Library(installed())
DAY = date(2026, 11, 22)
ANSWERS = answer_sets(LIBRARY, Reader(LIBRARY))
MOST = len(LIBRARY.facts)
QUICK = settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
THOUSANDS = settings(max_examples=2000, deadline=None, suppress_health_check=list(HealthCheck))


def _talk(answer: Callable[[str], Answer], pick: Callable[[tuple[str, ...]], str]) -> Assessment:
    """Ask and answer until nothing is left to ask; every question must be a new one."""
    answers: dict[str, Answer] = {}
    for _ in range(MOST):
        assessment = assess(Situation(LIBRARY, answers, DAY))
        asked = interview(assessment).next_facts if assessment.title_needed else ()
        if not asked:
            return assessment
        assert not set(asked) & set(answers)
        question = pick(asked)
        answers = {**answers, question: answer(question)}
    raise AssertionError("The interview does not end")


def _best(assessment: Assessment) -> tuple[bool, str | None]:
    return assessment.title_needed, assessment.best.route.id if assessment.best else None


def _ends_whatever_is_answered(data: st.DataObject) -> None:
    def made_up(fact: str) -> Answer:
        possible = [UNKNOWN, *possible_answers(LIBRARY).get(fact, ())]
        return typed_answer(LIBRARY, fact, data.draw(st.sampled_from(possible)))

    _talk(made_up, lambda asked: asked[0])


def _any_order_ends_alike(answers: dict[str, Answer], data: st.DataObject) -> None:
    straight = _talk(lambda fact: answers.get(fact, UNKNOWN), lambda asked: asked[0])
    jumping = _talk(lambda fact: answers.get(fact, UNKNOWN), lambda asked: data.draw(st.sampled_from(asked)))
    assert _best(straight) == _best(jumping)


@QUICK
@given(st.data())
def test_it_ends_whatever_is_answered(data: st.DataObject) -> None:
    _ends_whatever_is_answered(data)


@QUICK
@given(ANSWERS, st.data())
def test_any_order_of_answering_ends_alike(answers: dict[str, Answer], data: st.DataObject) -> None:
    _any_order_ends_alike(answers, data)


@pytest.mark.slow
@pytest.mark.timeout(7200)
@THOUSANDS
@given(st.data())
def test_thousands_end_whatever_is_answered(data: st.DataObject) -> None:
    _ends_whatever_is_answered(data)


@pytest.mark.slow
@pytest.mark.timeout(7200)
@THOUSANDS
@given(ANSWERS, st.data())
def test_thousands_of_orders_end_alike(answers: dict[str, Answer], data: st.DataObject) -> None:
    _any_order_ends_alike(answers, data)


def test_an_interview_that_never_ends_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: answers that are not taken in."""
    monkeypatch.setitem(globals(), "MOST", 3)
    with pytest.raises(AssertionError, match="does not end"):
        _talk(lambda fact: UNKNOWN, lambda asked: asked[0])
