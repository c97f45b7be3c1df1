"""What the content records twice says the same twice: who may use it to check a rule can rely on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from employer_assistant.content import expressions as x
from employer_assistant.content.library import Library

CONTENT = Path(__file__).resolve().parents[2] / "resources" / "content"
STATES = re.compile(r"(?:values|countries): \[([A-Z]{2}(?:, [A-Z]{2})+)\]")
SHORTAGE = "blue-card-reduced"


def lists_with_japan() -> Iterator[frozenset[str]]:
    """Yield the lists of states that can only be those of § 41 AufenthV; no other list of the content holds Japan."""
    for path in CONTENT.rglob("*.yaml"):
        for found in STATES.findall(path.read_text("utf-8")):
            states = frozenset(found.split(", "))
            if "JP" in states:
                yield states


def test_states_whose_nationals_may_apply_in_germany_are_the_same_everywhere(library: Library) -> None:
    marked = {country.id for country in library.countries.values() if country.visa_free_work}
    lists = list(lists_with_japan())
    assert len(lists) >= 4
    assert marked == min(lists, key=len)
    further = {"AD", "BR", "HN", "MC", "SM", "SV"}  # § 41 Abs. 2 AufenthV: not for a title to work
    assert all(states - further == marked for states in lists)
    assert not any(states == marked - {"JP"} for states in lists), "the control: another list would differ"


def test_the_shortage_mark_of_an_occupation_follows_from_its_numbers(library: Library) -> None:
    tests = (condition.met_when for condition in library.routes[SHORTAGE].conditions)
    (prefixes,) = (one.prefixes for one in tests if isinstance(one, x.BeginsWith))
    wrong = {}
    for one in library.occupations.values():
        listed = {number.startswith(prefixes) for number in (*one.isco08, *one.isco08_alternatives)}
        follows = {frozenset({True}): "yes", frozenset({False}): "no"}.get(frozenset(listed), "some")
        if listed and one.shortage_group not in (None, follows):
            wrong[one.id] = (one.shortage_group, follows)
    assert wrong == {}
