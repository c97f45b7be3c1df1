"""Derived legal facts that were answered otherwise: they need a reason, which screens ask for and papers print."""

from __future__ import annotations

from dataclasses import dataclass

from employer_assistant.content.model import Fact
from employer_assistant.rules.answers import UNKNOWN, Answer, plain
from employer_assistant.rules.situation import Situation


@dataclass(frozen=True)
class Override:
    """What the occupation gives for a fact, and the different answer."""

    fact: Fact
    derived: Answer
    answer: Answer


def overrides(situation: Situation) -> tuple[Override, ...]:
    """Return the facts that follow from the occupation and were answered otherwise, in the order of questions."""
    found: list[Override] = []
    for fact in situation.library.facts.values():
        answer = situation.answers.get(fact.id, UNKNOWN)
        if answer == UNKNOWN or not any(rule.occupation for rule in fact.derived):
            continue
        derived = situation.derived(fact.id)
        if derived is not None and plain(derived) != plain(answer):
            found.append(Override(fact, derived, answer))
    return tuple(found)
