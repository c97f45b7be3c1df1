"""Levers: the smallest real changes that take a route out of "closed". Never a re-answering, always tried out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations, product
from typing import Literal, TypeAlias

from employer_assistant.content.model import Condition, Text
from employer_assistant.rules.answers import Answer, plain
from employer_assistant.rules.assessment import (
    Assessment,
    Finding,
    RouteAssessment,
    Status,
    assess_route,
    find,
    musts,
)
from employer_assistant.rules.interview import askable
from employer_assistant.rules.situation import Situation
from employer_assistant.rules.verdict import Verdict
from employer_assistant.rules.ways import Change, Way, aims, ways_to_meet

MOST_PAIRS = 4
"""Levers of two changes kept for one route; single changes are all kept."""
Actor = Literal["employer", "worker", "authority", "time"]
ACTORS: tuple[Actor, ...] = ("employer", "worker", "authority", "time")
"""Who can change something; whoever comes later in this order takes longer."""


@dataclass(frozen=True)
class Lever:
    """One or two changes, who must make them, the status they lead to, the conditions they turn, and how to do it.

    ``questions``: what is still to be answered after the changes, if the route is then undecided.
    """

    changes: tuple[Change, ...]
    by: Actor
    status: Status
    conditions: tuple[Condition, ...]
    words: tuple[Text, ...]
    far_reaching: bool = False
    questions: tuple[str, ...] = ()

    @property
    def opens(self) -> bool:
        """Whether the route is open or reachable after the changes; else it only becomes undecided."""
        return self.status <= Status.REACHABLE

    @property
    def wait(self) -> date | None:
        """The first day on which time alone has done its part; None if it does not hang on time or nobody knows."""
        return max((change.wait for change in self.changes if change.wait is not None), default=None)

    @property
    def effort(self) -> tuple[bool, bool, int, int]:
        """The order of levers: adjustments of this hire, what really opens, fewest changes, then who is quickest."""
        return (self.far_reaching, not self.opens, len(self.changes), ACTORS.index(self.by))


def levers(assessment: Assessment) -> Mapping[str, tuple[Lever, ...]]:
    """Return for each route the levers found, smallest first; routes without any have an empty entry."""
    situation = assessment.situation
    return {found.route.id: levers_for(found, situation) for found in assessment.routes}


def levers_for(found: RouteAssessment, situation: Situation) -> tuple[Lever, ...]:
    """Return the levers of one route: out of "closed", or from an unmet point of discretion or practice to better."""
    targets = [
        (finding, ways)
        for finding in stuck(found)
        if finding.condition.changeable_by != "never"
        and (ways := ways_to_meet(finding.condition, found.route.id, situation))
    ]
    tried = [lever for target in targets for lever in _singles(target, found, situation)]
    if not tried and found.status is Status.CLOSED:
        tried = [lever for pair in combinations(targets, 2) for lever in _pairs(pair, found, situation)]
    return _smallest(tried, situation)


def stuck(found: RouteAssessment) -> list[Finding]:
    """Return the findings that no step of the road turns and that make the route what it is."""
    if found.status is Status.OPEN:
        return []
    unmet = [finding for finding in found.blocking if finding.verdict is Verdict.UNMET and not finding.remedy_steps]
    return [finding for finding in unmet if finding.status is found.status]


_Target: TypeAlias = tuple[Finding, list[Way]]


def _singles(target: _Target, found: RouteAssessment, situation: Situation) -> Iterator[Lever]:
    finding, ways = target
    for way in ways:
        lever = _tried(((finding, way),), found, situation)
        if lever is not None:
            yield lever


def _pairs(pair: tuple[_Target, _Target], found: RouteAssessment, situation: Situation) -> Iterator[Lever]:
    (first, ways), (second, others) = pair
    for one, other in product(ways, others):
        if len({change.fact for change in (*one, *other)}) == len(one) + len(other) == 2:
            lever = _tried(((first, one), (second, other)), found, situation)
            if lever is not None:
                yield lever


def _tried(turned: tuple[tuple[Finding, Way], ...], found: RouteAssessment, situation: Situation) -> Lever | None:
    """Assess the route anew with the changes; None if it does not stand better then."""
    changes = tuple(change for _, way in turned for change in way)
    changed, targets = after(changes, situation), [finding for finding, _ in turned]
    others = [finding for finding in _certain(found) if finding not in targets]
    if any(find(finding.condition, found.route, changed).status is Status.CLOSED for finding in others):
        return None
    again = assess_route(found.route, changed)
    lever = Lever(
        changes,
        max((_actor(change.fact, situation) for change in changes), key=ACTORS.index),
        again.status,
        tuple(finding.condition for finding in targets),
        tuple(dict.fromkeys(words for finding, way in turned for words in _words(finding.condition, way, situation))),
        any(situation.library.facts[change.fact].far_reaching for change in changes),
        _still_to_answer(again, changed),
    )
    return lever if again.status < found.status and not _too_late(lever, found, situation) else None


def _still_to_answer(found: RouteAssessment, situation: Situation) -> tuple[str, ...]:
    """Return what would decide an undecided route, in the order of questions; what was answered "unknown" included."""
    if found.status is not Status.UNDECIDED:
        return ()
    order = situation.library.fact_order
    return tuple(sorted({askable(fact, situation) or fact for fact in found.open_facts}, key=lambda fact: order[fact]))


def _too_late(lever: Lever, found: RouteAssessment, situation: Situation) -> bool:
    """Tell whether something else has closed the route by the day waited for, such as a birthday."""
    if lever.wait is None:
        return False
    grown = tuple(change for change in lever.changes if change.wait is None or not isinstance(change.old, date))
    then = replace(after(grown, situation), on=lever.wait)
    return assess_route(found.route, then).status >= found.status


def _words(condition: Condition, way: Way, situation: Situation) -> Iterator[Text]:
    """Say how to make the changes: by the words of the answers they lead to, else by those of the condition."""
    own: list[Text] = []
    for change in way:
        wanted = aims(situation.library.facts[change.fact], situation) or ()
        own += [aim.text for aim in wanted if aim.text is not None and aim.value in (None, plain(change.to))]
    if len(own) < len(way) and condition.action is not None:
        own.append(condition.action)
    yield from own


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


def _actor(fact: str, situation: Situation) -> Actor:
    by = situation.library.facts[fact].changeable_by
    if by == "never":
        raise ValueError(f"nobody can change {fact}")
    return by


def _smallest(tried: list[Lever], situation: Situation) -> tuple[Lever, ...]:
    """Keep one lever for each set of facts (the best status, then the nearest value), smallest sets first."""
    order = situation.library.fact_order
    best: dict[frozenset[str], Lever] = {}
    for lever in sorted(tried, key=lambda lever: (lever.status, sum(change.distance for change in lever.changes))):
        best.setdefault(frozenset(change.fact for change in lever.changes), lever)
    minimal = [lever for facts, lever in best.items() if not any(other < facts for other in best)]
    minimal.sort(key=lambda lever: (*lever.effort, order[lever.changes[0].fact]))
    pairs = [lever for lever in minimal if len(lever.changes) > 1]
    return tuple(lever for lever in minimal if lever not in pairs[MOST_PAIRS:])
