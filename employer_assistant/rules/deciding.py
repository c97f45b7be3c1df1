"""Which routes hang on a question, and which question would decide an undecided route."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from employer_assistant.content import expressions as x
from employer_assistant.content.library import Library
from employer_assistant.content.model import Condition
from employer_assistant.content.walk import facts_in
from employer_assistant.rules.answers import Answer
from employer_assistant.rules.assessment import Assessment, RouteAssessment, Status, assess_route
from employer_assistant.rules.interview import askable
from employer_assistant.rules.judge import unique
from employer_assistant.rules.reasons import origins
from employer_assistant.rules.situation import Situation
from employer_assistant.rules.trial import telling_answers


@dataclass(frozen=True)
class Deciding:
    """``question``: what to ask first. ``alone``: whatever the answer, the route is then decided.

    ``outcomes``: the statuses that telling answers lead to, best first; ``questions``: all that together decide it.
    """

    question: str
    alone: bool
    outcomes: tuple[Status, ...]
    questions: tuple[str, ...]


def deciding(found: RouteAssessment, situation: Situation) -> Deciding | None:
    """Return the question that would decide an undecided route, else the one most likely to; None if none is left.

    What was answered "unknown" counts as a question: it is to be found out. None is left for a route that is
    decided or hangs on discretion alone.
    """
    if found.status is not Status.UNDECIDED:
        return None
    order = situation.library.fact_order
    asked = unique(askable(fact, situation) or fact for fact in found.open_facts)
    questions = tuple(sorted(asked, key=lambda fact: order[fact]))
    tried = [_tried(question, questions, found, situation) for question in questions]
    return min(tried, key=lambda one: (not one.alone, Status.CLOSED not in one.outcomes), default=None)


def _tried(question: str, questions: tuple[str, ...], found: RouteAssessment, situation: Situation) -> Deciding:
    outcomes = {
        assess_route(found.route, replace(situation, answers={**situation.answers, question: answer})).status
        for answer in _telling(question, found, situation)
    }
    decided = bool(outcomes) and Status.UNDECIDED not in outcomes
    return Deciding(question, decided, tuple(sorted(outcomes)), questions)


def _telling(question: str, found: RouteAssessment, situation: Situation) -> Iterator[Answer]:
    """Return answers around which the conditions of the route turn; none for a question others follow from."""
    conditions = (finding.condition for finding in found.findings if finding.blocks)
    tests = tuple(test for one in conditions for test in _tests(one, found.route.id) if question in facts_in(test))
    return iter(telling_answers(x.All(tests), situation.library, situation.on).get(question, ()))


def _tests(condition: Condition, route: str) -> tuple[x.Test, ...]:
    only_if = condition.applies_if.get(route)
    return (condition.met_when,) if only_if is None else (condition.met_when, only_if)


def routes_on(fact: str, library: Library) -> tuple[str, ...]:
    """Return all routes with a condition on the fact, or on one that follows from it; best rank first."""
    return _routes_by_fact(library).get(fact, ())


def hanging_on(fact: str, assessment: Assessment) -> tuple[str, ...]:
    """Return the routes not closed whose status still hangs on the fact or rests on it now, best rank first."""
    situation = assessment.situation
    return tuple(
        found.route.id
        for found in assessment.routes
        if found.status is not Status.CLOSED
        and fact in origins((one for finding in found.findings if finding.blocks for one in finding.facts), situation)
    )


@lru_cache(maxsize=4)
def _routes_by_fact(library: Library) -> Mapping[str, tuple[str, ...]]:
    sources = {fact.id: facts_in(fact) | _of_occupation(fact.id, library) for fact in library.facts.values()}
    found: dict[str, list[str]] = {}
    for route in library.routes.values():
        conditions = [
            *route.conditions,
            *(one for one in library.content.shared_conditions if route.id in one.applies_to),
        ]
        asked = {fact for one in conditions for test in _tests(one, route.id) for fact in facts_in(test)}
        while more := {source for fact in asked for source in sources[fact]} - asked:
            asked |= more
        for fact in asked:
            found.setdefault(fact, []).append(route.id)
    return {fact: tuple(routes) for fact, routes in found.items()}


def _of_occupation(fact: str, library: Library) -> set[str]:
    rules = library.facts[fact].derived
    copied = {rule.fact for rule in rules if rule.fact is not None}
    return copied | ({"job.occupation"} if any(rule.occupation for rule in rules) else set())
