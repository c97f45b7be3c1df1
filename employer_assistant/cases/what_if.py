"""What can be tried beside a case: the answers that somebody can change, those that matter most first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from employer_assistant.cases.commands import Together
from employer_assistant.cases.model import Case, Variant
from employer_assistant.cases.preview import Outlook, outlook
from employer_assistant.cases.variants import commands_of
from employer_assistant.content.library import Library
from employer_assistant.content.model import Fact
from employer_assistant.rules.assessment import Assessment, Finding, RouteAssessment, Status
from employer_assistant.rules.figures_then import pay_of_hire
from employer_assistant.rules.levers import ACTORS, levers
from employer_assistant.rules.prospects import sources_of
from employer_assistant.rules.situation import Situation
from employer_assistant.rules.ways import aims

START, PURPOSE = "job.start_wished", "job.purpose"
"""No condition asks for the first, but all dates hang on it; another purpose would be another case."""
MOST_NEAR = 9
_FIRST, _OWN, _POSSIBLE, _NEARLY, _OTHER = range(5)


@dataclass(frozen=True)
class Tryable:
    """Facts, likeliest to be changed first. ``near``: what may well change the result; ``further``: the others."""

    near: tuple[str, ...]
    further: tuple[str, ...]


def tryable(assessment: Assessment, route: str | None) -> Tryable:
    """Return the facts that occur in the findings of the routes, are answered, and can be changed by somebody.

    Near are levers, start and pay, then what the followed route asks for, then routes not closed, then those that lack
    one point.
    What follows from other answers is changed through those. What was never answered is for the interview.
    """
    situation = assessment.situation
    facts = situation.library.facts
    weight: dict[str, int] = {START: _FIRST}
    pay = pay_of_hire(situation)
    if pay in situation.answers:
        weight[pay] = _FIRST
    for fact, found in _weighed(assessment, route):
        for source in _sources(fact, situation):
            answered = source in situation.answers or found == _FIRST
            if answered and source != PURPOSE and facts[source].changeable_by != "never":
                weight[source] = min(weight.get(source, _OTHER), found)
    ordered = sorted(weight, key=lambda fact: _likeliness(fact, situation.library))
    order = situation.library.fact_order
    likely = sorted((fact for fact in weight if weight[fact] < _OTHER), key=lambda fact: (weight[fact], order[fact]))
    near = set(likely[:MOST_NEAR])
    return Tryable(tuple(fact for fact in ordered if fact in near), tuple(fact for fact in ordered if fact not in near))


def _likeliness(fact: str, library: Library) -> tuple[bool, int, bool, int]:
    """Order facts: adjustments of this hire, who is quickest, amounts and days before what the hire is, as asked."""
    found = library.facts[fact]
    actor = ACTORS.index(found.changeable_by) if found.changeable_by != "never" else len(ACTORS)
    return (found.far_reaching, actor, found.kind not in ("money", "number", "date"), library.fact_order[fact])


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
