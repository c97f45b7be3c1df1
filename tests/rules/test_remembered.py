"""What is said from memory is what would be worked out anew."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from datetime import date
from random import Random

import pytest
from generated import possible_answers
from worked import LIBRARY, Reader, typed_answer

from employer_assistant.rules import remembered
from employer_assistant.rules.answers import UNKNOWN, Answer
from employer_assistant.rules.assessment import Assessment, assess
from employer_assistant.rules.interview import Interview, interview
from employer_assistant.rules.situation import Situation

DAYS = (date(2026, 11, 22), date(2027, 2, 1))
CHANGES = 30


def _said(situation: Situation) -> tuple[Assessment, Interview]:
    found = assess(situation)
    return found, interview(found)


def _changes(seed: int) -> Iterator[Situation]:
    """Yield one situation after another, each with one answer, event or day otherwise than the one before."""
    chance, library, reader = Random(seed), copy(LIBRARY), Reader(LIBRARY)
    possible = possible_answers(LIBRARY)
    answers: dict[str, Answer] = dict(reader.situation(chance.choice(sorted(reader.profiles)), {}).answers)
    events: dict[str, date] = {}
    for _ in range(CHANGES):
        fact = chance.choice(sorted(possible))
        told = chance.choice([None, UNKNOWN, *possible[fact]])
        answers = {one: answer for one, answer in answers.items() if one != fact}
        if told is not None:
            answers[fact] = typed_answer(LIBRARY, fact, told)
        if chance.random() < 0.1:
            events = {**events, "visa_application": chance.choice(DAYS)}
        yield Situation(library, answers, chance.choice(DAYS) if chance.random() < 0.1 else DAYS[0], events)


def _holds(seeds: int) -> None:
    for situation in (one for seed in range(seeds) for one in _changes(seed)):
        anew = Situation(copy(LIBRARY), situation.answers, situation.on, situation.events)
        (found, asked), (fresh, asked_anew) = _said(situation), _said(anew)
        assert found.routes == fresh.routes
        assert (found.title_needed, found.needless_facts) == (fresh.title_needed, fresh.needless_facts)
        assert asked == asked_anew


def test_what_is_remembered_is_what_would_be_worked_out() -> None:
    _holds(2)


def test_control_a_memory_that_looks_at_too_few_answers_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    real = remembered._resting_on
    monkeypatch.setattr(remembered, "_resting_on", lambda parts, library: real(parts, library)[::2])
    with pytest.raises(AssertionError):
        _holds(2)


def test_memory_stays_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "MOST", 1000)
    for situation in _changes(4):
        _said(situation)
        assert len(remembered._memory(situation.library).results) <= 1000
