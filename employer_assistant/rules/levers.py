"""Levers: the smallest real changes that take a route out of "closed". Never a re-answering, always tried out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations
from typing import Literal

from employer_assistant.content.model import Condition, Fact
from employer_assistant.rules.answers import Answer
from employer_assistant.rules.assessment import (
    Assessment,
    Finding,
    RouteAssessment,
    Status,
    assess_route,
    find,
    musts,
)
from employer_assistant.rules.situation import Situation
from employer_assistant.rules.verdict import Verdict
from employer_assistant.rules.ways import Change, ways_to_meet

MOST_PAIRS = 4
"""Levers of two changes kept for one route; single changes are all kept."""
Actor = Literal["employer", "worker", "authority", "time"]
ACTORS: tuple[Actor, ...] = ("employer", "worker", "authority", "time")
"""Who can change something; whoever comes later in this order takes longer."""


@dataclass(frozen=True)
class Lever:
    """One or two changes, who must make them, the status they lead to, and the conditions whose ``action`` says how."""

    changes: tuple[Change, ...]
    by: Actor
    status: Status
    conditions: tuple[Condition, ...]

    @property
    def wait(self) -> date | None:
        """The first day on which time alone has done its part; None if it does not hang on time or nobody knows."""
        return max((change.wait for change in self.changes if change.wait is not None), default=None)


def levers(assessment: Assessment) -> Mapping[str, tuple[Lever, ...]]:
    """Return for each route the levers found, smallest first; routes without any have an empty entry."""
    situation = assessment.situation
    return {found.route.id: levers_for(found, situation) for found in assessment.routes}


def levers_for(found: RouteAssessment, situation: Situation) -> tuple[Lever, ...]:
    """Return the levers of one route: out of "closed", or from an unmet point of discretion or practice to better."""
    targets = turnable(found)
    if not targets:
        return ()
    tried = [lever for ways in targets for lever in _singles(ways, found, situation)]
    if not tried and found.status is Status.CLOSED:
        tried = [lever for pair in combinations(targets, 2) for lever in _pairs(pair, found, situation)]
    return _smallest(tried, situation)


def turnable(found: RouteAssessment) -> list[Finding]:
    """Return the findings a lever would have to turn; none if one of them cannot be turned by anybody."""
    if found.status is Status.OPEN:
        return []
    stuck = [finding for finding in found.blocking if finding.verdict is Verdict.UNMET and not finding.remedy_steps]
    stuck = [finding for finding in stuck if finding.status is found.status]
    if found.status is Status.CLOSED and any(
        finding.condition.action is None and finding.condition.id in musts(found) for finding in stuck
    ):
        return []
    return [finding for finding in stuck if finding.condition.action is not None]


def _singles(finding: Finding, found: RouteAssessment, situation: Situation) -> Iterator[Lever]:
    for changes in ways_to_meet(finding.condition, situation):
        lever = _tried(changes, (finding,), found, situation)
        if lever is not None:
            yield lever


def _pairs(pair: tuple[Finding, Finding], found: RouteAssessment, situation: Situation) -> Iterator[Lever]:
    first, second = pair
    for one in ways_to_meet(first.condition, situation):
        for other in ways_to_meet(second.condition, situation):
            joined = {change.fact: change for change in (*one, *other)}
            if len(joined) == len(one) + len(other) == 2:
                lever = _tried(tuple(joined.values()), pair, found, situation)
                if lever is not None:
                    yield lever


def _tried(
    changes: tuple[Change, ...], targets: tuple[Finding, ...], found: RouteAssessment, situation: Situation
) -> Lever | None:
    """Assess the route anew with the changes; None if it does not stand better then."""
    changed = after(changes, situation)
    others = [finding for finding in _certain(found) if finding not in targets]
    if any(find(finding.condition, found.route, changed).status is Status.CLOSED for finding in others):
        return None
    again = assess_route(found.route, changed)
    if again.status >= found.status:
        return None
    facts = situation.library.facts
    actors = [ACTORS.index(actor) for change in changes if (actor := _actor(facts[change.fact])) is not None]
    return Lever(changes, ACTORS[max(actors)], again.status, tuple(finding.condition for finding in targets))


def _certain(found: RouteAssessment) -> list[Finding]:
    """Return the closed findings without which the route stays closed: a quick look before the full assessment."""
    if found.status is not Status.CLOSED:
        return []
    needed = musts(found)
    return [f for f in found.blocking if f.status is Status.CLOSED and f.condition.id in needed]


def after(changes: tuple[Change, ...], situation: Situation) -> Situation:
    """Return the situation with the changes made."""
    answers: dict[str, Answer] = dict(situation.answers)
    answers.update({change.fact: change.to for change in changes})
    return replace(situation, answers=answers)


def _actor(fact: Fact) -> Actor | None:
    return None if fact.changeable_by == "never" else fact.changeable_by


def _smallest(tried: list[Lever], situation: Situation) -> tuple[Lever, ...]:
    """Keep one lever for each set of facts (the best status, then the nearest value), smallest sets first."""
    order = situation.library.fact_order
    best: dict[frozenset[str], Lever] = {}
    for lever in sorted(tried, key=lambda lever: (lever.status, sum(change.distance for change in lever.changes))):
        best.setdefault(frozenset(change.fact for change in lever.changes), lever)
    minimal = [lever for facts, lever in best.items() if not any(other < facts for other in best)]
    minimal.sort(key=lambda lever: (len(lever.changes), ACTORS.index(lever.by), order[lever.changes[0].fact]))
    single = [lever for lever in minimal if len(lever.changes) == 1]
    return (*single, *minimal[len(single) :][:MOST_PAIRS])
