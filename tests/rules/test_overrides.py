"""Overrides: a fact that follows from the occupation, answered otherwise, is named; anything else is not."""

from __future__ import annotations

from datetime import date

import pytest

from employer_assistant.content.library import Library
from employer_assistant.rules.answers import Answer
from employer_assistant.rules.overrides import overrides
from employer_assistant.rules.situation import Situation

ON = date(2026, 11, 22)


def regulated(library: Library) -> str:
    return next(job.id for job in library.occupations.values() if job.regulated == "yes" and job.health_or_care)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ({}, None),
        ({"job.regulated": "yes"}, None),
        ({"job.regulated": "unknown"}, None),
        ({"job.regulated": "no"}, "no"),
    ],
)
def test_only_a_different_answer_is_an_override(
    library: Library, answer: dict[str, Answer], expected: str | None
) -> None:
    found = overrides(Situation(library, {"job.occupation": regulated(library), **answer}, ON))
    assert [(one.fact.id, one.derived, one.answer) for one in found] == (
        [("job.regulated", "yes", expected)] if expected else []
    )


def test_yes_and_no_count_as_well_and_the_order_is_that_of_the_questions(library: Library) -> None:
    answers: dict[str, Answer] = {
        "job.health_or_care": False,
        "job.regulated": "no",
        "job.occupation": regulated(library),
    }
    found = [one.fact.id for one in overrides(Situation(library, answers, ON))]
    assert found == sorted(["job.regulated", "job.health_or_care"], key=library.fact_order.__getitem__)


def test_without_an_occupation_nothing_is_derived(library: Library) -> None:
    assert overrides(Situation(library, {"job.regulated": "no", "job.is_ict": False}, ON)) == ()
    other = {"job.occupation": "no-such-occupation", "job.regulated": "no"}
    assert overrides(Situation(library, other, ON)) == ()


def test_what_is_only_copied_until_it_is_answered_is_a_default_and_no_override(library: Library) -> None:
    answers: dict[str, Answer] = {"job.level": "academic", "job.interim_level": "skilled"}
    situation = Situation(library, answers, ON)
    assert situation.derived("job.interim_level") == "academic"
    assert overrides(situation) == ()


def test_what_follows_from_other_answers_than_the_occupation_is_an_override_too(library: Library) -> None:
    answers: dict[str, Answer] = {"employer.collective_agreement": True, "job.tariff_pay": False}
    assert [one.fact.id for one in overrides(Situation(library, answers, ON))] == ["job.tariff_pay"]
