"""Answers sorted for checking: each in one place only, unknown and parked ones apart, decisive ones marked."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from employer_assistant.content.library import Library
from employer_assistant.rules.answers import Answer
from employer_assistant.rules.assessment import assess
from employer_assistant.rules.checked_answers import CheckedAnswers, checked_answers
from employer_assistant.rules.situation import Situation

ON = date(2026, 11, 22)
GIVEN: dict[str, Answer] = {
    "job.purpose": "apprenticeship",
    "job.offer": True,
    "person.location": "abroad",
    "person.citizenship": ("VN",),
    "person.german_level": "unknown",
    "job.gross_annual_salary": Decimal(48000),
    "driving.licence_class": "c",
}


def checked(library: Library, answers: dict[str, Answer]) -> CheckedAnswers:
    known = {fact: answer for fact, answer in answers.items() if fact in library.facts}
    return checked_answers(assess(Situation(library, known, ON)))


def test_each_answer_stands_in_one_place(library: Library) -> None:
    found = checked(library, GIVEN)
    shown = [*found.unknown, *found.parked, *(fact for _, facts in found.known for fact in facts)]
    assert sorted(shown) == sorted(fact for fact in GIVEN if fact in library.facts)
    assert found.unknown == ("person.german_level",)
    assert not set(found.derived) & set(GIVEN)


def test_what_counts_no_more_is_parked_and_comes_back(library: Library) -> None:
    without_title: dict[str, Answer] = {**GIVEN, "person.citizenship": ("FR",), "person.free_movement_right": True}
    parked = set(checked(library, without_title).parked)
    assert "job.gross_annual_salary" in parked
    assert "job.gross_annual_salary" not in checked(library, {**GIVEN, "job.purpose": "employment"}).parked


def test_decisive_answers_are_those_given(library: Library) -> None:
    found = checked(library, GIVEN)
    assert found.decisive <= set(GIVEN)
