"""The length of whole plans against an independent reckoning over the same sources (process notes, section 1).

Weeks from the first step to the first lawful working day: offer made, no family, papers collected from the first day.
"""

from __future__ import annotations

from datetime import date

import pytest
from made_plans import MONDAY, Planner

from employer_assistant.rules.answers import Answer

ABROAD: dict[str, Answer] = {
    "job.offer": True,
    "job.purpose": "employment",
    "person.location": "abroad",
    "person.citizenship": ("IN",),
    "person.family_joins": "none",
    "qualification.country": "IN",
    "job.regulated": "no",
}
TRADE = {**ABROAD, "qualification.kind": "vocational", "qualification.recognition": "none"}
RECOGNISED = {**TRADE, "qualification.recognition": "full"}
ENGINEER = {**ABROAD, "qualification.kind": "academic", "qualification.recognition": "comparable"}
CRAFT = {**ABROAD, "qualification.kind": "vocational", "qualification.german_confirmation": True}
NURSE = {**TRADE, "job.regulated": "yes", "job.health_or_care": True, "person.german_level": "b2"}
PHYSICIAN = {
    **ABROAD,
    "qualification.kind": "academic",
    "qualification.recognition": "none",
    "qualification.licence": "none",
    "job.regulated": "yes",
    "person.german_level": "c1",
}
PARTNER = {**TRADE, "qualification.german_confirmation": False, "person.german_level": "a2"}
APPRENTICE = {
    **ABROAD,
    "job.purpose": "apprenticeship",
    "person.citizenship": ("VN",),
    "qualification.country": "VN",
    "person.german_level": "b1",
    "apprenticeship.type": "company",
}
AMERICAN = {**ENGINEER, "person.citizenship": ("US",)}
GRADUATE = {
    **ABROAD,
    "person.location": "germany",
    "person.document_allows_this_job": "no",
    "qualification.country": "DE",
    "qualification.kind": "academic",
    "qualification.recognition": "full",
}
HELPER = {**ABROAD, "person.citizenship": ("RS",), "qualification.country": "RS", "job.level": "helper"}


@pytest.mark.parametrize(
    ("route", "procedure", "answers", "weeks"),
    [
        pytest.param("vocational-18a", "accelerated", TRADE, (18, 33, 64), id="A"),
        pytest.param("vocational-18a", "regular", TRADE, (25, 47, 100), id="B"),
        pytest.param("vocational-18a", "regular", RECOGNISED, (12, 30, 74), id="C"),
        pytest.param("blue-card-regular", "accelerated", ENGINEER, (9, 19, 43), id="D"),
        pytest.param("blue-card-regular", "regular", ENGINEER, (12, 30, 74), id="E"),
        pytest.param("experienced-worker", "accelerated", CRAFT, (9, 20, 45), id="F"),
        pytest.param("recognition-measure-16d1", "accelerated", NURSE, (20, 44, 97), id="G"),
        pytest.param("academic-18b", "regular", PHYSICIAN, (31, 62, 142), id="H"),
        pytest.param("recognition-partnership-16d3", "regular", PARTNER, (15, 36, 81), id="I"),
        pytest.param("training-16a", "regular", APPRENTICE, (12, 30, 74), id="J"),
        pytest.param("blue-card-regular", "regular", AMERICAN, (9, 26, 59), id="K"),
        pytest.param("academic-18b", "regular", GRADUATE, (6, 18, 37), id="L"),
        pytest.param("western-balkans-26-2", "regular", HELPER, (14, 38, 101), id="M"),
    ],
)
def test_whole_plan(
    planner: Planner, route: str, procedure: str, answers: dict[str, Answer], weeks: tuple[int, int, int]
) -> None:
    finish = planner(route, procedure, answers).finish
    assert finish.latest is not None
    for day, expected in zip((finish.earliest, finish.likely, finish.latest), weeks, strict=True):
        assert _weeks(day) == pytest.approx(expected, abs=1)


def _weeks(day: date) -> float:
    return (day - MONDAY).days / 7
