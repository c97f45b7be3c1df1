"""All answers sorted for checking: what is not known first, what decided the result marked, what is parked apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from employer_assistant.content.model import Section
from employer_assistant.rules.answers import UNKNOWN, Answer
from employer_assistant.rules.assessment import Assessment, Status
from employer_assistant.rules.decisive import decisive
from employer_assistant.rules.parked import parked


@dataclass(frozen=True)
class CheckedAnswers:
    """Facts in the order of questions. ``known``: by section, without unknown and parked ones.

    ``derived``: what follows from the answers and is used by a route that is not closed.
    """

    unknown: tuple[str, ...]
    known: tuple[tuple[Section, tuple[str, ...]], ...]
    parked: tuple[str, ...]
    decisive: frozenset[str]
    derived: Mapping[str, Answer]


def checked_answers(assessment: Assessment, chosen: str | None = None) -> CheckedAnswers:
    """Sort the answers of a case. ``chosen``: the route it follows, if not the best."""
    situation = assessment.situation
    facts = situation.library.facts
    given = [fact for fact in facts if fact in situation.answers]
    aside = parked(assessment)
    counting = [fact for fact in given if fact not in aside]
    known = [fact for fact in counting if situation.answers[fact] != UNKNOWN]
    sections = (
        (section, tuple(fact for fact in known if facts[fact].group == section.id))
        for section in situation.library.content.interview.sections
    )
    return CheckedAnswers(
        unknown=tuple(fact for fact in counting if fact not in known),
        known=tuple((section, found) for section, found in sections if found),
        parked=aside,
        decisive=frozenset(decisive(assessment, chosen)),
        derived=_derived(assessment),
    )


def _derived(assessment: Assessment) -> dict[str, Answer]:
    situation = assessment.situation
    live = [one for one in assessment.routes if one.status is not Status.CLOSED]
    used = {fact for one in live for finding in one.findings for fact in finding.facts}
    open_facts = [fact for fact in situation.library.facts if fact in used and fact not in situation.answers]
    values = {fact: situation.value(fact) for fact in open_facts}
    return {fact: value for fact, value in values.items() if value is not None}
