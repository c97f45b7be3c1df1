"""Remarks about one state or one mission carry a mark, so that they are shown where they fit and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from employer_assistant.content.library import Library
from employer_assistant.content.model import Remark

OF_ALL = {
    ("forward-consent", "KZ"),  # who wants the original: a dispute that is open everywhere
    ("choose-procedure", "RS"),  # which procedure drivers may use: read at one embassy, true of the law
    ("driver-qualification-card", "CH"),  # the rule itself names Switzerland
}
BY_NAME_OF_THE_RULE = {"visa-free-entry"}
"""Steps that only exist for nationals of the states they name."""


def remarks(library: Library) -> Iterator[tuple[str, Remark]]:
    for step in library.steps.values():
        yield from ((step.id, hint) for hint in step.hints)
    for paper in library.documents.values():
        yield from ((paper.id, one) for one in paper.notes)


def named(library: Library, words: str) -> set[str]:
    """Return the states that a sentence names, by their own name or by a city with a German mission."""
    found = set()
    for country in library.countries.values():
        names = {country.name.de, *(mission.city.de for mission in country.missions)}
        if country.id != "DE" and any(re.search(rf"\b{re.escape(name)}s?\b", words) for name in names):
            found.add(country.id)
    return found


def test_a_remark_that_names_a_state_is_marked_with_it(library: Library) -> None:
    unmarked = {
        (owner, state)
        for owner, remark in remarks(library)
        for state in named(library, remark.de)
        if state not in remark.countries and owner not in BY_NAME_OF_THE_RULE
    }
    assert unmarked == OF_ALL
    assert named(library, "Die Botschaft in Rabat und in Indien") == {"MA", "IN"}, "control"


def test_marks_are_used_where_they_belong(library: Library) -> None:
    marked = {owner for owner, remark in remarks(library) if remark.countries}
    assert {"passport", "certified-copies", "visa-documents", "authenticate-translate"} <= marked
    states = next(one for owner, one in remarks(library) if owner == "authenticate-translate" and one.countries)
    suspended = {country.id for country in library.countries.values() if country.authentication == "verification"}
    assert suspended == {*states.countries}
