"""Derived facts that were answered otherwise: they need a reason, which screens ask for and papers print."""

from __future__ import annotations

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
        if answer == UNKNOWN or all(rule.fact for rule in fact.derived):
            continue
        derived = situation.derived(fact.id)
        if derived is not None and plain(derived) != plain(answer):
            found.append(Override(fact, derived, answer))
    return tuple(found)
