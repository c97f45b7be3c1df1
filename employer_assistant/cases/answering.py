"""Answering anew: the other answers that a changed one overtakes are taken back with it, here and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping

from employer_assistant.cases.commands import Answer, Command, GiveReason
from employer_assistant.cases.model import Case
from employer_assistant.rules.answers import Answer as Value
from employer_assistant.rules.overrides import overrides, overtaken
from employer_assistant.rules.situation import Situation


def answering(told: Mapping[str, Value | None], case: Case, situation: Situation) -> tuple[Command, ...]:
    """Return the commands that answer (None: no longer answer) facts in a case, whose situation is given.

    After the answers themselves come those they overtake (`rules.overrides.overtaken`), taken back, and the reasons
    that have nothing left to explain.
    """
    gone = overtaken(situation, told)
    then = situation.answered({**told, **dict.fromkeys(gone)})
    departing = {one.fact.id for one in overrides(then)}
    idle = [fact for fact in dict.fromkeys((*told, *gone)) if fact in case.reasons and fact not in departing]
    return (
        *(Answer(fact, value) for fact, value in told.items()),
        *(Answer(fact, None) for fact in gone),
        *(GiveReason(fact, "") for fact in idle),
    )
