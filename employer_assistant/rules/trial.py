"""Trying a test with telling answers: can it be met at all?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

from dateutil.relativedelta import relativedelta

from employer_assistant.content import expressions as x
from employer_assistant.content.figures import DECIDING
from employer_assistant.content.library import Library
from employer_assistant.content.model import Fact
from employer_assistant.content.walk import expressions
from employer_assistant.rules.answers import Answer
from employer_assistant.rules.judge import judge
from employer_assistant.rules.situation import Situation
from employer_assistant.rules.verdict import Verdict

MOST_TRIALS = 20_000
"""Combinations tried at most; beyond it they are picked evenly from all."""


def can_be_met(test: Any, library: Library, moment: str) -> bool:
    """Tell whether some complete answers meet the test on the content's day."""
    on = library.content.read_on
    answers = telling_answers(test, library, on)
    return any(
        judge(test, Situation(library, dict(zip(answers, given, strict=True)), on), moment).verdict is Verdict.MET
        for given in _combinations(list(answers.values()))
    )


def telling_answers(test: Any, library: Library, on: date) -> dict[str, Sequence[Answer]]:
    """Return for each fact of a test the answers around which its verdict can turn."""
    nodes = [node for _, node in expressions(test)]
    asked = dict.fromkeys(node.fact for node in nodes if "fact" in node.__struct_fields__)
    return {fact: _telling(library.facts[fact], nodes, library, on) for fact in asked}


def _telling(fact: Fact, nodes: list[Any], library: Library, on: date) -> Sequence[Answer]:
    if fact.kind == "yes_no":
        return (True, False)
    if fact.kind in ("money", "number"):
        around = {number + step for number in _numbers(nodes, library) for step in (-1, 0, 1)}
        return sorted({Decimal(0), Decimal(10**7), *around})
    if fact.kind == "date":
        return _days(nodes, library, on)
    mine = [node for node in nodes if getattr(node, "fact", None) == fact.id]
    if fact.kind == "text":
        return _codes(mine)
    return _values(fact, mine, library)


def _numbers(nodes: list[Any], library: Library) -> set[Decimal]:
    found = {node.value for node in nodes if isinstance(node, x.Number)}
    found |= {value.value for value in _figures(nodes, library) if value.value is not None}
    return found


def _days(nodes: list[Any], library: Library, on: date) -> Sequence[date]:
    spans = {int(number) for number in _numbers(nodes, library) if number < 1200}
    spans |= {node.years for node in nodes if isinstance(node, x.WithinYears)}
    turns = {on, *(node.on for node in nodes if isinstance(node, x.Day))}
    turns |= {value.day for value in _figures(nodes, library) if value.day is not None}
    turns |= {on - relativedelta(months=span) for span in spans}
    turns |= {on - relativedelta(years=span) for span in spans if span <= 100}
    near = {turn + timedelta(days=step) for turn in turns for step in (-1, 0, 1)}
    return sorted({on - relativedelta(years=110), on + relativedelta(years=20), *near})


def _figures(nodes: list[Any], library: Library) -> Iterator[Any]:
    for node in nodes:
        if isinstance(node, x.FigureTerm):
            yield from (value for value in library.figures[node.figure].values if value.status in DECIDING)


def _codes(mine: list[Any]) -> Sequence[str]:
    prefixes = tuple(prefix for node in mine if isinstance(node, x.BeginsWith) for prefix in node.prefixes)
    other = next((str(code) for code in range(1000, 10_000) if not str(code).startswith(prefixes or ("-",))), "")
    return [prefix.ljust(4, "0") for prefix in prefixes] + [other]


def _values(fact: Fact, mine: list[Any], library: Library) -> Sequence[Answer]:
    """Return the values a test names and one it does not; of levels and lists of countries, some of each side."""
    if any(isinstance(node, x.LevelAtLeast) for node in mine):
        return [choice.value for choice in fact.choices]
    named = dict.fromkeys(value for node in mine for value in _named(node))
    every = {
        "choice": [choice.value for choice in fact.choices],
        "occupation": list(library.occupations),
    }.get(fact.kind, list(library.countries))
    others = [value for value in every if value not in named][:1]
    if any(isinstance(node, x.CountryListed) for node in mine):
        listed = {land.annex_38: land.id for land in library.countries.values() if land.annex_38 is not None}
        others += listed.values()
    found = [*named, *others]
    return [(value,) for value in found] if fact.kind == "countries" else found


def _named(node: Any) -> tuple[str, ...]:
    return (node.value,) if isinstance(node, x.Is) else node.values if isinstance(node, x.In | x.NotIn) else ()


def _combinations(choices: list[Sequence[Answer]]) -> Iterator[list[Answer]]:
    """Return all combinations, or evenly picked ones where there are too many."""
    total = 1
    for values in choices:
        total *= len(values)
    stride = 1 if total <= MOST_TRIALS else _coprime(total)
    for turn in range(min(total, MOST_TRIALS)):
        place, given = turn * stride % total, []
        for values in choices:
            place, index = divmod(place, len(values))
            given.append(values[index])
        yield given


@cache
def _coprime(total: int) -> int:
    """Return a prime that does not divide the total and steps through it far apart."""
    return next(prime for prime in (7_368_787, 15_485_863, 32_452_843) if total % prime)
