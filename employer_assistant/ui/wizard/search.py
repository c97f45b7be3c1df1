"""Finding a name in a long list although it was mistyped. Nothing here needs Qt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from employer_assistant.content.library import Library
from employer_assistant.content.phrases import text

GOOD_ENOUGH = 72.0
"""Least likeness (0 to 100) of a hit that only resembles what was typed."""


@dataclass(frozen=True)
class Entry:
    """One thing that can be chosen: its id, the name shown, and every name by which it is found, folded."""

    id: str
    label: str
    names: tuple[str, ...]


def fold(name: str) -> str:
    """Return a name without case, accents and punctuation."""
    plain = "".join(mark for mark in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(mark))
    return " ".join(re.sub(r"[^\w]+", " ", plain.replace("đ", "d").replace("ı", "i")).split())


def countries(library: Library, language: str) -> tuple[Entry, ...]:
    """Return all states, by their names in both languages and their other names."""
    return tuple(
        Entry(one.id, text(one.name, language), _names(one.name.de, one.name.en, *one.also))
        for one in library.countries.values()
    )


def occupations(library: Library, language: str) -> tuple[Entry, ...]:
    """Return all occupations, by their names in both languages; male and female forms count each."""
    return tuple(
        Entry(one.id, text(one.name, language), _names(*_forms(one.name.de), *_forms(one.name.en)))
        for one in library.occupations.values()
    )


def municipalities(library: Library, language: str) -> tuple[Entry, ...]:
    """Return all Saxon municipalities with their district, by name and postcode."""
    return tuple(
        Entry(
            one.id,
            f"{one.name} ({text(library.districts[one.district].name, language)})",
            _names(one.name, *one.postcodes),
        )
        for one in library.municipalities.values()
    )


def _forms(name: str) -> tuple[str, ...]:
    return (name, *name.split("/"))


def _names(*names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fold(name) for name in names if name))


def find(typed: str, entries: Sequence[Entry], most: int = 8) -> list[Entry]:
    """Return the best hits: names that begin so, then words that begin so, then names that resemble it."""
    wanted = fold(typed)
    if not wanted:
        return []
    ranked = sorted(((_rank(wanted, entry), entry.label, entry) for entry in entries), key=lambda hit: hit[:2])
    sure = [entry for rank, _, entry in ranked if rank < 3]
    return sure[:most] if len(sure) >= most else (sure + _alike(wanted, entries, sure))[:most]


def _rank(wanted: str, entry: Entry) -> int:
    if wanted in entry.names:
        return 0
    if any(name.startswith(wanted) for name in entry.names):
        return 1
    return 2 if any(f" {wanted}" in f" {name}" for name in entry.names) else 3


def _alike(wanted: str, entries: Sequence[Entry], known: Sequence[Entry]) -> list[Entry]:
    if len(wanted) < 3:
        return []
    left = [entry for entry in entries if entry not in known]
    scored = [(max(_likeness(wanted, name) for name in entry.names), entry) for entry in left]
    hits = sorted((hit for hit in scored if hit[0] >= GOOD_ENOUGH), key=lambda hit: -hit[0])
    return [entry for _, entry in hits]


def _likeness(wanted: str, name: str) -> float:
    """Compare with the whole name, and with its beginning as far as was typed."""
    from rapidfuzz import fuzz

    whole = fuzz.ratio(wanted, name)
    words = name.split()
    parts = max((fuzz.ratio(wanted, word) for word in words), default=0.0) - 4 if len(words) > 1 else 0.0
    start = fuzz.ratio(wanted, name[: len(wanted)]) - 6
    return max(whole, parts, start)
