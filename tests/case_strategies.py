"""Cases as hypothesis makes them: every fact with a lawful answer of its kind."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import get_args

from hypothesis import strategies as st

from employer_assistant.cases.case_file import known_events
from employer_assistant.cases.model import Case, DocumentState, DocumentStateName, Note, Variant
from employer_assistant.content.library import Library
from employer_assistant.content.model import Fact, Procedure
from employer_assistant.rules.answers import UNKNOWN, Answer

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs"]) | st.sampled_from("\n\t\r\x85"), max_size=40)


def answers_to(fact: Fact, library: Library) -> st.SearchStrategy[Answer]:
    """Return lawful answers of a fact, "unknown" among them."""
    countries = st.sampled_from(sorted(library.countries))
    by_kind: dict[str, st.SearchStrategy[Answer]] = {
        "yes_no": st.booleans(),
        "money": st.decimals(0, 10**9, places=2) | st.integers(0, 10**9).map(Decimal),
        "number": st.integers(0, 5000).map(Decimal) | st.decimals(0, 5000, places=1) | st.decimals(0, 5000, places=3),
        "date": DAYS,
        "country": countries,
        "countries": st.lists(countries, min_size=1, max_size=3, unique=True).map(tuple),
        "postcode": st.from_regex("[0-9]{5}", fullmatch=True).filter(str.isascii),
        "text": WORDS.filter(bool),
        "choice": st.sampled_from([choice.value for choice in fact.choices] or [UNKNOWN]),
        "occupation": st.sampled_from(sorted(library.occupations)),
    }
    return st.one_of(by_kind[fact.kind], st.just(UNKNOWN))


def cases(library: Library) -> st.SearchStrategy[Case]:
    """Return whole cases with every part filled or empty."""

    def some_answers() -> st.SearchStrategy[dict[str, Answer]]:
        facts = st.lists(st.sampled_from(list(library.facts.values())), max_size=6, unique_by=lambda fact: fact.id)
        return facts.flatmap(
            lambda chosen: st.fixed_dictionaries({fact.id: answers_to(fact, library) for fact in chosen})
        )

    told = st.tuples(st.lists(st.sampled_from(list(library.facts)), max_size=2), some_answers()).map(
        lambda pair: {**dict.fromkeys(pair[0]), **pair[1]}
    )
    routes = st.none() | st.sampled_from(list(library.routes))
    procedures = st.none() | st.sampled_from(get_args(Procedure))
    steps = st.sampled_from(list(library.steps))
    states = st.builds(DocumentState, st.sampled_from(get_args(DocumentStateName)), st.none() | DAYS, WORDS, WORDS)
    return st.builds(
        Case,
        title=WORDS,
        answers=some_answers(),
        route=routes,
        procedure=procedures,
        ticks=st.dictionaries(steps, DAYS, max_size=4),
        events=st.dictionaries(st.sampled_from(sorted(known_events(library))), DAYS, max_size=4),
        documents=st.dictionaries(st.sampled_from(list(library.documents)), states, max_size=4),
        notes=st.lists(st.builds(Note, DAYS, WORDS), max_size=3).map(tuple),
        taken=st.lists(steps, max_size=4, unique=True).map(tuple),
        variants=st.lists(st.builds(Variant, WORDS, told, routes, procedures), max_size=2).map(tuple),
        reasons=st.dictionaries(st.sampled_from(list(library.facts)), WORDS.filter(bool), max_size=2),
        content_version=st.sampled_from(["", "2026.11.22"]),
        sample=st.booleans(),
    )
