"""Anonymous numbers: small ones are hidden and cannot be worked out."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from numbered_cases import NOW

from employer_assistant.cases.model import Case
from employer_assistant.content.library import Library
from employer_assistant.storage.counts import LEAST, counted, counts, hidden, outcome
from employer_assistant.storage.workspace import Workspace

DAY = date(2026, 11, 1)


def of(country: str, **more: object) -> Case:
    return Case("", {"person.citizenship": (country,)}, "vocational-18a", **more)  # type: ignore[arg-type]


def test_numbers_by_route_country_and_outcome(library: Library) -> None:
    cases = [*[of("VN")] * 4, *[of("IN")] * 3, of("BR"), of("PE"), of("VN", sample=True)]
    found = counted(cases, library)
    assert found.cases == 9
    assert found.routes == {"vocational-18a": 9}
    assert found.countries == {"BR": None, "IN": 3, "PE": None, "VN": 4}
    assert found.outcomes == {"open": 9}


def test_a_single_small_number_takes_a_second_with_it(library: Library) -> None:
    assert hidden({"a": 5, "b": 1, "c": 9}) == {"a": None, "b": None, "c": 9}
    assert hidden({"a": 2}) == {"a": None}
    assert hidden({"a": 3}) == {"a": 3}
    assert counted([of("VN")] * 2, library).cases is None


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 12)))
def test_no_small_number_is_shown_or_can_be_worked_out(numbers: dict[str, int]) -> None:
    found = hidden(numbers)
    assert all(n is None or n >= LEAST for n in found.values())
    missing = [key for key, n in found.items() if n is None]
    assert len(missing) != 1 or len(numbers) == 1
    assert all(found[key] in (None, n) for key, n in numbers.items())


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (Case(""), "open"),
        (Case("", events={"refusal_received": DAY}), "refused"),
        (Case("", events={"refusal_received": DAY, "work_start": DAY}), "started"),
        (Case("", ticks={"first-working-day": DAY}), "started"),
        (Case("", ticks={"settlement": DAY, "first-working-day": DAY}), "settled"),
        (Case("", events={"work_start": DAY, "employment_end": DAY}), "ended"),
    ],
)
def test_outcomes(library: Library, case: Case, expected: str) -> None:
    assert outcome(case, library) == expected


def test_the_year_and_the_samples_of_a_workspace(workspace: Workspace, library: Library) -> None:
    for _ in range(3):
        workspace.add(of("VN"), NOW)
    workspace.add(of("VN"), NOW.replace(year=2025))
    workspace.add(of("VN", sample=True), NOW)
    assert counts(workspace, library).cases == 4
    assert counts(workspace, library, 2026).cases == 3
    assert counts(workspace, library, 2024).cases is None
