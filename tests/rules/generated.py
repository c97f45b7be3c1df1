"""Answers as hypothesis makes them for the rules: a worked profile with some answers changed, removed or unknown."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from hypothesis import strategies as st
from worked import Reader, typed_answer

from employer_assistant.content.library import Library
from employer_assistant.content.model import Fact
from employer_assistant.rules.answers import UNKNOWN, Answer

NUMBERS = ("0", "1", "2", "3", "6", "24", "36", "1091.20", "45934.20", "50700", "60000")
COUNTRIES = ("VN", "NG", "RS", "US", "FR")
CODES = ("2512", "2142", "3221", "7212")
PAST = ("1975-01-01", "1981-11-22", "1995-05-05", "2020-01-01", "2023-11-22", "2026-08-01", "2027-02-01")


def _written(fact: Fact) -> list[Any]:
    match fact.kind:
        case "choice":
            return [choice.value for choice in fact.choices]
        case "yes_no":
            return ["true", "false"]
        case "money" | "number":
            return list(NUMBERS)
        case "date":
            return list(PAST)
        case "country":
            return list(COUNTRIES)
        case "countries":
            return [[country] for country in COUNTRIES]
        case "occupation":
            return ["pflegefachmann", "berufskraftfahrer", "arzt"]
    return list(CODES) if fact.id.endswith("isco08") else []


@lru_cache(maxsize=2)
def possible_answers(library: Library) -> dict[str, list[Any]]:
    """Telling answers of each fact, as they are written in a file."""
    return {fact.id: answers for fact in library.facts.values() if (answers := _written(fact))}


@st.composite
def answer_sets(draw: st.DrawFn, library: Library, reader: Reader) -> dict[str, Answer]:
    """A profile with some answers changed, removed or unknown."""
    possible = possible_answers(library)
    answers = dict(reader.situation(draw(st.sampled_from(sorted(reader.profiles))), {}).answers)
    for fact in draw(st.lists(st.sampled_from(sorted(possible)), max_size=12, unique=True)):
        change = draw(st.sampled_from([*map(str, range(len(possible[fact]))), "absent", UNKNOWN]))
        if change == "absent":
            answers.pop(fact, None)
        elif change == UNKNOWN:
            answers[fact] = UNKNOWN
        else:
            answers[fact] = typed_answer(library, fact, possible[fact][int(change)])
    return answers
