"""Notes on where a route often goes wrong: each is left out only where the answers surely rule it out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace
from worked import LIBRARY

from employer_assistant.cases.case_file import read_case
from employer_assistant.content.checks.facts import useful_facts
from employer_assistant.content.walk import facts_in
from employer_assistant.rules.answers import Answer
from employer_assistant.rules.assessment import Assessment, assess
from employer_assistant.rules.situation import Situation
from employer_assistant.rules.told import pitfalls_told

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
NOTES = {one.id: one for one in (*LIBRARY.content.routes, *LIBRARY.content.rulesets)}


def _judged(sample: str, **changes: Answer | None) -> Assessment:
    answers = dict(read_case((SAMPLES / f"{sample}.yaml").read_bytes(), sample, LIBRARY).answers)
    answers |= {fact.replace("__", "."): answer for fact, answer in changes.items() if answer is not None}
    left = {fact: answer for fact, answer in answers.items() if changes.get(fact.replace(".", "__"), "") is not None}
    return assess(Situation(LIBRARY, left, date(2026, 11, 22)))


def _told(of: str, assessment: Assessment) -> list[int]:
    told = pitfalls_told(NOTES[of], assessment)
    return [place for place, note in enumerate(NOTES[of].pitfalls) if note in told]


@pytest.mark.parametrize(
    ("sample", "of", "told"),
    [
        # fully recognised after three years of training; protection under § 24, no asylum procedure, no studies
        ("tischler-ukraine", "vocational-18a", []),
        ("tischler-ukraine", "already-in-germany", []),
        # not recognised yet after three years of training, 32 years old: too far from 45
        ("metallbauer", "vocational-18a", [1]),
        # pay above the limit for experienced workers; a qualification that could be recognised later
        ("elektriker", "experienced-worker", [1, 2]),
        # helper until recognition, recognition applied for; experience is not said
        ("pflegefachfrau", "recognition-partnership-16d3", [0, 2]),
    ],
)
def test_a_sample_reads_only_the_notes_that_can_be_about_it(sample: str, of: str, told: list[int]) -> None:
    assert _told(of, _judged(sample)) == told


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"qualification__recognition": "partial"}, [1]),
        ({"qualification__recognition": "partial", "person__birth_date": date(1983, 1, 1)}, [1, 2]),
        ({"qualification__recognition": "unknown", "qualification__training_years": "unknown"}, [0, 1]),
        ({"qualification__recognition": None, "qualification__training_years": None}, [0, 1]),
        ({"qualification__recognition": "none", "person__birth_date": None}, [1, 2]),
        ({"qualification__recognition": "none", "person__birth_date": date(1980, 1, 1)}, [1]),
    ],
)
def test_what_is_not_known_leaves_a_note_standing(changes: dict[str, Answer | None], told: list[int]) -> None:
    assert _told("vocational-18a", _judged("tischler-ukraine", **changes)) == told


def test_notes_decide_nothing_so_that_nothing_is_asked_for_them() -> None:
    route = LIBRARY.routes["vocational-18a"]
    asked = facts_in(tuple(note.when for note in route.pitfalls))
    assert "qualification.training_years" in asked, "control: a note asks about it"
    assert "qualification.training_years" not in facts_in(route)
    bare = replace(LIBRARY.content, routes=(route,), rulesets=(), steps=(), events=(), shared_conditions=(), facts=())
    assert "qualification.training_years" not in useful_facts(bare)
