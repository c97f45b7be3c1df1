"""Derived facts that were answered otherwise: they need a reason, which screens ask for and papers print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from employer_assistant.content.model import Fact
from employer_assistant.rules.answers import UNKNOWN, Answer, plain
from employer_assistant.rules.situation import Situation


@dataclass(frozen=True)
class Override:
    """What follows for a fact from occupation, place or citizenship, and the different answer."""

    fact: Fact
    derived: Answer
    answer: Answer


def overrides(situation: Situation) -> tuple[Override, ...]:
    """Return the facts that follow from other answers and were answered otherwise, in the order of questions.

    What is only copied from another answer until it is given is a default, and no override.
    """
    found: list[Override] = []
    for fact in situation.library.facts.values():
        answer = situation.answers.get(fact.id, UNKNOWN)
        if answer == UNKNOWN or is_copied(fact):
            continue
        derived = situation.derived(fact.id)
        if derived is not None and plain(derived) != plain(answer):
            found.append(Override(fact, derived, answer))
    return tuple(found)


def is_copied(fact: Fact) -> bool:
    """Tell whether another answer stands for the fact until it is answered itself: a default, no conclusion."""
    return bool(fact.derived) and all(rule.fact for rule in fact.derived)


def overtaken(situation: Situation, told: Mapping[str, Answer | None]) -> tuple[str, ...]:
    """Return the answers that would stand against what newly follows if facts were answered otherwise (None: not).

    An answer given for the old citizenship or occupation must not outrank what follows from the new one. A first
    answer overtakes nothing, and what departs already, or is itself told against what follows now, has its reason.
    """
    first = {fact: value for fact, value in told.items() if fact not in situation.answers}
    known = _departing(situation) | _departing(situation.answered(first))
    known |= {fact for fact, value in told.items() if fact in _departing(situation.answered({fact: value}))}
    then, found = situation.answered(told), list[str]()
    while stale := _departing(then) - known:
        found += sorted(stale)
        then = then.answered(dict.fromkeys(stale))
    return tuple(found)


def _departing(situation: Situation) -> set[str]:
    return {one.fact.id for one in overrides(situation)}
