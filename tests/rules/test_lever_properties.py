"""Levers over thousands of generated cases: each holds what it promises, and no single change that opens is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeAlias

import pytest
from generated import answer_sets
from hypothesis import HealthCheck, given, settings
from lever_truth import Truth, faults
from worked import LIBRARY, Reader

from employer_assistant.rules.answers import Answer
from employer_assistant.rules.assessment import RouteAssessment, Status, assess
from employer_assistant.rules.levers import Lever, levers_for
from employer_assistant.rules.situation import Situation

ON = date(2026, 11, 22)
READER = Reader(LIBRARY)
TRUTH = Truth(LIBRARY, ON)
QUICK, MANY = 25, 2_000
Check: TypeAlias = Callable[[dict[str, Answer]], None]


def missing(offered: Iterable[Lever], found: RouteAssessment, situation: Situation) -> set[str]:
    """Return the facts whose change alone opens the closed route and that no lever names."""
    alone = {lever.changes[0].fact for lever in offered if len(lever.changes) == 1}
    return TRUTH.opening(found, situation) - alone if found.status is Status.CLOSED else set()


def check(answers: dict[str, Answer]) -> None:
    """Raise AssertionError if a lever does not hold, or if one is missing."""
    assessment = assess(Situation(LIBRARY, answers, ON))
    situation = assessment.situation
    for found in assessment.routes:
        offered = levers_for(found, situation)
        for lever in offered:
            assert list(faults(lever, found, situation)) == [], (found.route.id, lever)
        assert list(offered) == sorted(offered, key=lambda lever: lever.effort)
        assert missing(offered, found, situation) == set(), found.route.id


def over(examples: int) -> Callable[[Check], Check]:
    """Run a check over so many generated cases."""
    several = settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    return lambda test: several(given(answer_sets(LIBRARY, READER))(test))


@over(QUICK)
def test_levers_hold_and_none_is_missing(answers: dict[str, Answer]) -> None:
    check(answers)


@pytest.mark.slow
@pytest.mark.timeout(3600)
@over(MANY)
def test_levers_hold_and_none_is_missing_over_thousands(answers: dict[str, Answer]) -> None:
    check(answers)


def _cook() -> tuple[Lever, RouteAssessment, Situation]:
    situation = READER.situation("specialty-cook-11-2", {"stay.cook_title_ended_on": "2024-05-31"})
    found = assess(situation).route("specialty-cook-11-2")
    return next(lever for lever in levers_for(found, situation) if lever.wait), found, situation


def _paid(pay: str) -> tuple[Lever, RouteAssessment, Situation]:
    situation = READER.situation("blue-card-regular", {"job.gross_annual_salary": pay})
    found = assess(situation).route("blue-card-regular")
    [lever] = levers_for(found, situation)
    return lever, found, situation


def test_control_a_lever_left_out_is_missed() -> None:
    lever, found, situation = _paid("44000")
    assert missing([lever], found, situation) == set()
    assert missing([], found, situation) == {"job.gross_annual_salary"}


def test_control_a_false_lever_is_found() -> None:
    lever, found, situation = _paid("44000")
    [change] = lever.changes
    hours = replace(change, fact="job.weekly_hours", old=Decimal(40), to=Decimal(39))
    lower = replace(change, to=Decimal(43000))
    cent = replace(change, to=Decimal("50699.99"))
    for false, fault in (
        (replace(lever, changes=(cent,)), "stays unmet"),
        (replace(lever, changes=(lower,)), "lowers"),
        (replace(lever, changes=(change, hours)), "alone would do"),
        (replace(lever, status=Status.REACHABLE), "promised reachable"),
        (replace(lever, words=()), "told what to do"),
        (replace(lever, questions=("job.isco08",)), "questions are left"),
        (replace(lever, changes=(change, replace(change, fact="person.birth_date"))), "no change that somebody"),
    ):
        assert any(fault in said for said in faults(false, found, situation)), fault
    assert list(faults(lever, found, situation)) == []


@pytest.mark.parametrize("days", [-1, 1])
def test_control_a_wrong_day_is_found(days: int) -> None:
    lever, found, situation = _cook()
    assert list(faults(lever, found, situation)) == []
    [change] = lever.changes
    assert change.wait is not None
    wrong = replace(lever, changes=(replace(change, wait=change.wait + timedelta(days=days)),))
    assert any("day waited for is wrong" in said for said in faults(wrong, found, situation))
