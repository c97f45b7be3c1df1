"""Subsidies and warnings about costs by case and day; when settlement is possible at the earliest."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from made_plans import Planner

from employer_assistant.content.library import Library
from employer_assistant.plan.funding import cost_warnings_for, funding_for
from employer_assistant.plan.model import Progress
from employer_assistant.rules.situation import Situation

ABROAD: dict[str, Any] = {"person.location": "abroad"}


def ids(library: Library, answers: dict[str, Any], route: str, on: date) -> list[str]:
    found = funding_for(Situation(library, answers, on), route, "regular")
    return [one.funding.id for one in found]


def test_the_saxon_subsidy_is_for_people_still_abroad(library: Library) -> None:
    day = date(2026, 11, 23)
    assert "saxon-internationals" in ids(library, ABROAD, "vocational-18a", day)
    assert "saxon-internationals" not in ids(library, {"person.location": "germany"}, "vocational-18a", day)
    assert "saxon-internationals" not in ids(library, ABROAD, "western-balkans-26-2", day)


def test_the_recognition_grant_ends_with_its_last_day(library: Library) -> None:
    here = {"person.location": "germany"}
    assert "recognition-grant" in ids(library, here, "vocational-18a", date(2027, 6, 30))
    assert "recognition-grant" not in ids(library, here, "vocational-18a", date(2027, 7, 1))
    assert "recognition-grant" not in ids(library, ABROAD, "vocational-18a", date(2026, 11, 23))


def test_a_missing_answer_leaves_a_subsidy_possible_and_is_named(library: Library) -> None:
    found = funding_for(Situation(library, {}, date(2026, 11, 23)), "vocational-18a", "regular")
    saxon = next(one for one in found if one.funding.id == "saxon-internationals")
    assert saxon.open_facts == ("person.location",)


def test_warnings_about_costs(library: Library) -> None:
    situation = Situation(library, {}, date(2026, 11, 23))
    usual = [one.id for one in cost_warnings_for(situation, "vocational-18a", "regular")]
    assert usual == ["repayment", "agency-fee"]
    assert "travel-15d" in [one.id for one in cost_warnings_for(situation, "short-term-quota-15d", "regular")]


@pytest.mark.parametrize(
    ("route", "answers", "days"),
    [
        ("vocational-18a", {}, [date(2030, 2, 28), date(2030, 2, 28)]),
        (
            "vocational-18a",
            {"qualification.completed_in_germany": "vocational"},
            [date(2029, 2, 28), date(2029, 2, 28)],
        ),
        ("blue-card-regular", {}, [date(2029, 6, 1)]),
        ("blue-card-regular", {"person.german_level": "a2"}, [date(2029, 6, 1)]),
        ("blue-card-regular", {"person.german_level": "b1"}, [date(2028, 12, 1)]),
    ],
)
def test_settlement_at_the_earliest(planner: Planner, route: str, answers: dict[str, Any], days: list[date]) -> None:
    """Reckoned by hand from an entry with a visa on 28 February 2027 and work from 1 March.

    The title counts 36 or 24 months from the entry, contributions to the end of the 36th or 24th month from March,
    the Blue Card 27 or 21 months of work.
    """
    from employer_assistant.rules.assessment import Status

    ticks = {"travel-entry": date(2027, 2, 28), "first-working-day": date(2027, 3, 1)}
    begun = Progress(ticks, {"work_start": date(2027, 3, 1)})
    plan = planner(route, answers={**ABROAD, **answers}, progress=begun, status=Status.OPEN)
    step = next(one for one in plan.steps if one.step.id == "settlement")
    counted = route != "blue-card-regular"  # days that follow from another day and were not entered themselves
    assert [(clause.date, clause.assumed) for clause in step.deadlines] == [(day, counted) for day in days]
