"""A case for a second opinion: what the law asks about stays, what tells who it is goes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TypeVar

from employer_assistant.cases.model import Case, DocumentState, Variant
from employer_assistant.content.library import Library
from employer_assistant.rules.answers import UNKNOWN, Answer

TELLING_KINDS = ("text", "postcode")
"""Kinds of answers that were typed freely or name a place."""
BIRTH = "person.birth_date"
_Told = TypeVar("_Told", Answer, Answer | None)


def anonymised(case: Case, library: Library) -> Case:
    """Return the case without names, places, free text, notes and remarks; of the birth date only the year stays.

    Country and occupation stay: without them nobody can judge the case. Somebody who knows it may still recognise it.
    """
    return Case(
        title="",
        answers=_kept(case.answers, library),
        route=case.route,
        procedure=case.procedure,
        ticks=case.ticks,
        events=case.events,
        documents={name: DocumentState(found.state, found.date) for name, found in case.documents.items()},
        taken=case.taken,
        variants=tuple(
            Variant(str(number), _kept(one.answers, library), one.route, one.procedure)
            for number, one in enumerate(case.variants, 1)
        ),
        content_version=case.content_version,
        sample=case.sample,
    )


def _kept(answers: Mapping[str, _Told], library: Library) -> dict[str, _Told]:
    found: dict[str, _Told] = {}
    for fact, value in answers.items():
        known = library.facts.get(fact)
        if known is None or (known.kind in TELLING_KINDS and value != UNKNOWN):
            continue
        found[fact] = _year_of(value) if fact == BIRTH and isinstance(value, date) else value
    return found


def _year_of(born: date) -> date:
    """Return the first day of the year."""
    return born.replace(month=1, day=1)
