"""Whole conversations with made-up answers: they end, and neither their order nor a detour changes the result."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from random import Random
from typing import Any

import pytest
from generated import THOUSANDS, answer_sets, examples, possible_answers
from hypothesis import given
from hypothesis import strategies as st
from worked import LIBRARY, Reader, typed_answer

from employer_assistant.rules.answers import UNKNOWN, Answer
from employer_assistant.rules.assessment import Assessment, Status, assess
from employer_assistant.rules.interview import interview
from employer_assistant.rules.overrides import overrides
from employer_assistant.rules.situation import Situation

DAY = date(2026, 11, 22)
ANSWERS = answer_sets(LIBRARY, Reader(LIBRARY))
MOST = len(LIBRARY.facts)
QUICK = examples(4)


def _talk(
    answer: Callable[[str], Answer], pick: Callable[[tuple[str, ...]], str], *, whole: bool = False
) -> Assessment:
    """Ask and answer until nothing is left to ask, ``whole``: nor to offer; every question must be a new one."""
    answers: dict[str, Answer] = {}
    for _ in range(MOST):
        assessment = assess(Situation(LIBRARY, answers, DAY))
        left = interview(assessment)
        asked = left.next_facts or (left.optional_facts if whole else ())
        asked = asked if assessment.title_needed else ()
        if not asked:
            return assessment
        assert not set(asked) & set(answers)
        question = pick(asked)
        answers = {**answers, question: answer(question)}
    raise AssertionError("The interview does not end")


def _best(assessment: Assessment) -> tuple[bool, str | None, set[str]]:
    """Return the best route and every usable one ranked not below it.

    More cannot be compared where the interview ends early: it ends because nothing left can change the best route,
    so on one path a question about a lower route, or about the plan, has been answered and on another not yet. What
    holds for every route is compared after the optional questions too (`_whole_result`).
    """
    best = assessment.best
    if best is None:
        return assessment.title_needed, None, set()
    usable = {
        one.route.id for one in assessment.routes if one.status <= best.status and one.route.rank <= best.route.rank
    }
    return assessment.title_needed, best.route.id, usable


def _whole_result(assessment: Assessment) -> tuple[bool, list[tuple[str, ...]]]:
    """Return every route with its status and what is ruled on it; of a closed one the rest is not asked."""
    return assessment.title_needed, [
        (one.route.id, one.status.id, *(() if one.status is Status.CLOSED else (one.ba_approval, one.accelerated)))
        for one in assessment.routes
    ]


def _whole_conversations_end_as_the_full_answers(answers: dict[str, Answer], chance: Random) -> None:
    """Ask on until nothing is left: in any order every route ends as all answers at once would have it.

    What follows from other answers is not asked, so an answer that departs from it stays out; without it another one
    may depart from what then follows.
    """
    while departing := {one.fact.id for one in overrides(Situation(LIBRARY, answers, DAY))}:
        answers = {fact: answer for fact, answer in answers.items() if fact not in departing}
    straight = _talk(lambda fact: answers.get(fact, UNKNOWN), lambda asked: asked[0], whole=True)
    jumping = _talk(lambda fact: answers.get(fact, UNKNOWN), chance.choice, whole=True)
    assert _whole_result(straight) == _whole_result(jumping)
    assert _whole_result(straight) == _whole_result(assess(Situation(LIBRARY, answers, DAY)))


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


def test_a_whole_conversation_ends_as_the_full_answers() -> None:
    answers = dict(Reader(LIBRARY).situation("vocational-18a", {}).answers)
    _whole_conversations_end_as_the_full_answers(answers, Random(1))


@pytest.mark.slow
@pytest.mark.timeout(14400)
@THOUSANDS
@given(ANSWERS, st.integers(0, 2**32))
def test_thousands_of_whole_conversations_end_as_the_full_answers(answers: dict[str, Answer], seed: int) -> None:
    _whole_conversations_end_as_the_full_answers(answers, Random(seed))


def test_control_a_result_that_hangs_on_the_order_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    def partial(situation: Situation) -> Assessment:
        """Judge as if whoever was not asked about the purpose first had said another one."""
        first = next(iter(situation.answers), "job.purpose")
        return assess(situation if first == "job.purpose" else situation.answered({"job.purpose": "apprenticeship"}))

    answers = {"job.purpose": "employment", "person.free_movement_right": False}
    with monkeypatch.context() as patched:
        patched.setitem(
            globals(), "_talk", lambda answer, pick, whole: partial(Situation(LIBRARY, pick([answers]), DAY))
        )
        with pytest.raises(AssertionError):
            _whole_conversations_end_as_the_full_answers(answers, _Backwards())


class _Backwards(Random):
    """Chance that turns the order round."""

    def choice(self, seq: Any) -> Any:
        return dict(reversed(seq[0].items()))


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
