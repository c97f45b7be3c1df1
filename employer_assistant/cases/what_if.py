"""What can be tried beside a case: the answers that somebody can change, those that matter most first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from employer_assistant.cases.commands import Together
from employer_assistant.cases.model import Case, Variant
from employer_assistant.cases.preview import Outlook, outlook
from employer_assistant.cases.variants import commands_of
from employer_assistant.content.model import Fact
from employer_assistant.rules.assessment import Assessment, Finding, RouteAssessment, Status
from employer_assistant.rules.levers import levers
from employer_assistant.rules.prospects import sources_of
from employer_assistant.rules.situation import Situation
from employer_assistant.rules.ways import aims

START, PURPOSE = "job.start_wished", "job.purpose"
"""No condition asks for the first, but all dates hang on it; another purpose would be another case."""
MOST_NEAR = 9
_FIRST, _OWN, _POSSIBLE, _NEARLY, _OTHER = range(5)


@dataclass(frozen=True)
class Tryable:
    """Facts in the order of the interview. ``near``: what may well change the result; ``further``: the others."""

    near: tuple[str, ...]
    further: tuple[str, ...]


def tryable(assessment: Assessment, route: str | None) -> Tryable:
    """Return the facts that occur in the findings of the routes, are answered, and can be changed by somebody.

    Levers come first, then what the followed route asks for, then routes not closed, then those that lack one point.
    What follows from other answers is changed through those. What was never answered is for the interview.
    """
    situation = assessment.situation
    order, facts = situation.library.fact_order, situation.library.facts
    weight: dict[str, int] = {START: _FIRST}
    for fact, found in _weighed(assessment, route):
        for source in _sources(fact, situation):
            answered = source in situation.answers or found == _FIRST
            if answered and source != PURPOSE and facts[source].changeable_by != "never":
                weight[source] = min(weight.get(source, _OTHER), found)
    likely = sorted((fact for fact in weight if weight[fact] < _OTHER), key=lambda fact: (weight[fact], order[fact]))
    near = set(likely[:MOST_NEAR])
    ordered = sorted(weight, key=lambda fact: order[fact])
    return Tryable(tuple(fact for fact in ordered if fact in near), tuple(fact for fact in ordered if fact not in near))


def changes_to(fact: Fact, situation: Situation) -> frozenset[str] | None:
    """Return the answers that are a change of this hire which somebody can bring about; None = any.

    The content says so for levers; other answers describe another hire, and a list that mixes both misleads.
    """
    found = aims(fact, situation)
    values = [aim.value for aim in found] if found is not None else [None]
    return None if None in values else frozenset(value for value in values if value is not None)


def _sources(fact: str, situation: Situation) -> tuple[str, ...]:
    return (fact,) if situation.derived(fact) is None else sources_of(fact, situation)


def _weighed(assessment: Assessment, route: str | None) -> Iterator[tuple[str, int]]:
    for its in levers(assessment).values():
        yield from ((change.fact, _FIRST) for lever in its for change in lever.changes)
    for found in assessment.routes:
        own = {condition.id for condition in found.route.conditions}
        weight = _OWN if found.route.id == route else _POSSIBLE if found.status is not Status.CLOSED else _OTHER
        closing = _closing(found)
        for finding in found.findings:
            nearly = finding in closing and len(closing) == 1
            counts = finding.condition.id in own and finding.blocks
            yield from _facts(finding, _NEARLY if nearly and weight == _OTHER else weight if counts else _OTHER)


def _closing(found: RouteAssessment) -> list[Finding]:
    return [one for one in found.blocking if one.status is Status.CLOSED]


def _facts(finding: Finding, weight: int) -> Iterable[tuple[str, int]]:
    return ((fact, weight) for fact in finding.facts)


def outlook_of(variant: Variant, case: Case, now: Outlook) -> Outlook:
    """Return all that would follow if a variant counted."""
    situation = now.assessment.situation
    commands = commands_of(variant, case, situation)
    changed = Together(commands).apply(case)[0] if commands else case
    return outlook(changed, situation.library, situation.on)
