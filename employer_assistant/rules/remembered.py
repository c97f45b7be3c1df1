"""What was worked out before: a new answer touches few parts of the content, the others can be said again."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeVar

from msgspec import Struct

from employer_assistant.content.library import Library
from employer_assistant.content.walk import facts_in
from employer_assistant.rules.situation import Situation

MOST = 20_000
"""Results kept of one library; then all are thrown away."""
_T = TypeVar("_T")


@dataclass(frozen=True)
class _Memory:
    """``facts``: by part those it can rest on. The part stands beside, so that its identity is given to no other."""

    facts: dict[int, tuple[Struct, tuple[str, ...]]] = field(default_factory=dict)
    results: dict[Hashable, object] = field(default_factory=dict)


def remembered(
    part: Struct, said: str, situation: Situation, work: Callable[[], _T], also: Callable[[], Iterable[Struct]] = tuple
) -> _T:
    """Return what ``work`` says about a part of the content, from memory if nothing changed on which it can rest.

    That is the day, the events, and the answers to all facts that tests of the part (and of the parts ``also``) ask
    about or that these can follow from; ``work`` may read nothing else. ``said`` names what is said about the part.
    """
    memory = _memory(situation.library)
    if id(part) not in memory.facts:
        memory.facts[id(part)] = (part, _resting_on((part, *also()), situation.library))
    _, facts = memory.facts[id(part)]
    key = (id(part), said, situation.on, situation.days, *map(situation.answers.get, facts))
    result = memory.results.get(key)  # one look: papers are made by a thread of their own, which may throw all away
    if result is None:
        result = work()
        if len(memory.results) >= MOST:
            memory.results.clear()
        memory.results[key] = result
    return result  # type: ignore[return-value]


@lru_cache(maxsize=4)
def _memory(library: Library) -> _Memory:
    return _Memory()


def _resting_on(parts: Iterable[Struct], library: Library) -> tuple[str, ...]:
    """Return the facts that the parts ask about and all from which these can follow."""
    found: set[str] = set()
    new = set().union(*(facts_in(part) for part in parts))
    while new:
        found |= new
        rules = [rule for fact in new for rule in library.facts[fact].derived]
        new = set().union(*(facts_in(rule) for rule in rules), {rule.fact for rule in rules if rule.fact is not None})
        if any(rule.occupation for rule in rules):
            new.add("job.occupation")
        new -= found
    return tuple(sorted(found))
