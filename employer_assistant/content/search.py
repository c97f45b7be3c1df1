"""Finding a name in a long list although it was mistyped: countries, occupations, Saxon municipalities."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from employer_assistant.content.library import Library
from employer_assistant.content.phrases import text

GOOD_ENOUGH = 72.0
"""Least likeness (0 to 100) of a hit that only resembles what was typed."""
NO_WORD = frozenset({"und", "fur", "fuer", "der", "die", "das", "des", "im", "in", "and", "for", "the", "of"})
"""Words that say nothing by themselves."""
NOT_FOUND = 4
"""Rank of a name that does not hold what was typed."""
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


@dataclass(frozen=True)
class Entry:
    """One thing that can be chosen: its id, the name shown, and every name by which it is found, folded."""

    id: str
    label: str
    names: tuple[str, ...]


@lru_cache(maxsize=16_384)
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
    """Return all occupations, by male and female form in both languages, and by old and everyday names."""
    return tuple(
        Entry(one.id, text(one.name, language), _names(*_forms(one.name.de), *_forms(one.name.en), *one.also))
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


def find(typed: str, entries: Sequence[Entry], most: int = 8) -> list[Entry]:
    """Return the best hits: names that begin so, then words that begin so, then names that resemble it."""
    wanted = fold(typed)
    if not wanted:
        return []
    ranked = sorted(((*_rank(wanted, entry), entry.label, entry) for entry in entries), key=lambda hit: hit[:3])
    sure = [entry for rank, *_, entry in ranked if rank < NOT_FOUND]
    return sure[:most] if len(sure) >= most else (sure + _alike(wanted, entries, sure))[:most]


def _rank(wanted: str, entry: Entry) -> tuple[int, int]:
    """Return how well a name holds what was typed, letter by letter; of equals the shorter name comes first."""
    best = (NOT_FOUND, 0)
    words = wanted.split()
    for name in entry.names:
        if name == wanted:
            return (0, 0)
        padded = f" {name}"
        if name.startswith(wanted):
            best = min(best, (1, len(name)))
        elif f" {wanted}" in padded:
            best = min(best, (2, len(name)))
        elif len(words) > 1 and all(f" {word}" in padded for word in words):
            best = min(best, (3, len(name)))
    return best


def _alike(wanted: str, entries: Sequence[Entry], known: Sequence[Entry]) -> list[Entry]:
    from rapidfuzz import fuzz

    if len(wanted) < 3:
        return []
    sure = {entry.id for entry in known}
    left = [entry for entry in entries if entry.id not in sure]
    scored = [(max(_likeness(wanted, name, fuzz.ratio) for name in entry.names), entry) for entry in left]
    hits = sorted((hit for hit in scored if hit[0] >= GOOD_ENOUGH), key=lambda hit: (-hit[0], len(hit[1].label)))
    return [entry for _, entry in hits]


def _likeness(wanted: str, name: str, ratio: Callable[..., float]) -> float:
    """Compare with the whole name, with its beginning as far as was typed, and with its words."""
    whole = ratio(wanted, name, score_cutoff=GOOD_ENOUGH)
    start = ratio(wanted, name[: len(wanted)], score_cutoff=GOOD_ENOUGH) - 6
    best = max(whole, start)
    words = _words(name)
    if " " in name:
        best = max(best, max((ratio(wanted, word, score_cutoff=GOOD_ENOUGH) for word in words), default=0.0) - 4)
    if " " in wanted and words:
        typed = _words(wanted)
        near = sum(max(ratio(one, word, score_cutoff=GOOD_ENOUGH) for word in words) for one in typed)
        best = max(best, near / max(len(typed), 1) - 4)
    return best


@lru_cache(maxsize=8192)
def _words(name: str) -> tuple[str, ...]:
    return tuple(word for word in name.split() if word not in NO_WORD and len(word) > 1)


def _forms(name: str) -> Iterator[str]:
    """Yield a name, its parts, and each form it joins by a slash: "Kaufmann/Kauffrau für Büro" names two."""
    yield name
    yield from name.split("/")
    parts = [word.strip(",").split("/") for word in name.split()]
    if sum(len(part) > 1 for part in parts) in (1, 2):
        yield from (" ".join(form) for form in product(*parts))


def _names(*names: str) -> tuple[str, ...]:
    """Return names folded; those with an umlaut also as typed without it (Görlitz: gorlitz, goerlitz)."""
    written = (form for name in names if name for form in (name, name.casefold().translate(_UMLAUTS)))
    return tuple(dict.fromkeys(fold(form) for form in written))
