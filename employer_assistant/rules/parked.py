"""Parked answers: those that no longer count, because their question does not apply on the present path."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from employer_assistant.content.library import Library
from employer_assistant.content.model import Procedure
from employer_assistant.content.walk import facts_in, outer_tests, routes_of
from employer_assistant.rules.assessment import Assessment, Finding, RouteAssessment, Status, assess, musts
from employer_assistant.rules.figures_then import PAY, TRAINING_PAY, pay_of_hire
from employer_assistant.rules.in_a_plan import NEVER, settle
from employer_assistant.rules.levers import stuck
from employer_assistant.rules.once import once
from employer_assistant.rules.reasons import closing_facts, origins
from employer_assistant.rules.situation import Situation

PROCEDURES: tuple[Procedure, ...] = ("regular", "accelerated")


def parked(assessment: Assessment) -> tuple[str, ...]:
    """Return the answered facts that count for nothing now, in the order of questions.

    They are kept, not printed and not used; without them every status, ruling and step is the same. They count
    again as soon as the path returns.
    """
    order, counting = assessment.situation.library.fact_order, counting_alone(assessment).situation.answers
    left = (fact for fact in assessment.situation.answers if fact not in counting and fact in order)
    return tuple(sorted(left, key=lambda fact: order[fact]))


@once
def counting_alone(assessment: Assessment) -> Assessment:
    """Return the assessment of the answers that count.

    Without an answer that does not count, something may follow from others that it stood against, and then one more
    need not count: so it is tried until all do.
    """
    order, situation = assessment.situation.library.fact_order, assessment.situation
    counting = counted(assessment)
    kept = {fact: one for fact, one in situation.answers.items() if fact in counting or fact not in order}
    if len(kept) == len(situation.answers):
        return assessment
    return counting_alone(assess(replace(situation, answers=kept)))


def counted(assessment: Assessment) -> frozenset[str]:
    """Return the facts that count: on the way of a route that is not closed or could be opened, or as what closes it.

    Those that papers print count always, where a title is needed also the pay of this hire.
    """
    situation = assessment.situation
    found = set(_always(situation.library))
    if assessment.title_needed:
        found.add(pay_of_hire(situation))
    for route in assessment.routes:
        found.update(_of_route(route, situation))
    return frozenset(origins(found, situation))


def _of_route(found: RouteAssessment, situation: Situation) -> set[str]:
    if found.status is Status.CLOSED and not _within_reach(found):
        return set(closing_facts(_closed_for_good(found), situation))
    facts = {fact for finding in found.findings for fact in finding.facts}
    facts |= facts_in(found.route.ba_approval) | facts_in(found.route.accelerated)
    return facts | _of_steps(situation.library)[found.route.id]


def _within_reach(found: RouteAssessment) -> bool:
    """Tell whether all that closes the route could be mended within this hire, not only by another kind of offer."""
    return not _fixed(found) and any(finding.condition.action is not None for finding in stuck(found))


def _fixed(found: RouteAssessment) -> list[Finding]:
    """Return what closes the route, whatever else is so, and cannot be mended within this hire."""
    needed = musts(found)
    return [one for one in stuck(found) if one.condition.action is None and one.condition.id in needed]


def _closed_for_good(found: RouteAssessment) -> RouteAssessment:
    """Return the route as closed by what cannot be mended, if there is such: without it a lever would seem to do."""
    fixed = _fixed(found)
    if not fixed:
        return found
    return replace(
        found, findings=tuple(one if one in fixed else replace(one, status=Status.OPEN) for one in found.findings)
    )


@lru_cache(maxsize=4)
def _of_steps(library: Library) -> Mapping[str, frozenset[str]]:
    """Return by route the facts its steps ask about: whether each is needed, how long it takes, what it costs."""
    asked: dict[str, set[str]] = {route: set() for route in library.routes}
    for step in library.steps.values():
        named = {fact.id for fact in library.facts.values() if step.id in fact.steps}
        tests = [test for _, test in outer_tests(step)]
        for route in routes_of(step, set(library.routes)):
            plans = [(route, procedure) for procedure in PROCEDURES]
            if step.when is not None and all(settle(step.when, *plan) == NEVER for plan in plans):
                continue
            asked[route] |= named.union(*(facts_in(settle(test, *plan)) for test in tests for plan in plans))
    for route in asked:
        asked[route] |= _of_events(library, route)
    return {route: frozenset(facts) for route, facts in asked.items()}


def _of_events(library: Library, route: str) -> set[str]:
    """Return the facts from which the days of a plan are counted."""
    found: set[str] = set()
    for event in library.events.values():
        tests = [(settle(case.when, route, procedure), case.lasts) for case in event.cases for procedure in PROCEDURES]
        found |= facts_in(tuple(test for test, _ in tests)) | library.facts.keys() & set(event.anchors)
        found |= {lasts for test, lasts in tests if lasts is not None and test != NEVER}
        if event.contract_plus is not None:
            found.add("job.contract_months")
    anchors = {deadline.anchor_event for step in library.steps.values() for deadline in step.deadlines}
    return found | library.facts.keys() & anchors


@lru_cache(maxsize=4)
def _always(library: Library) -> frozenset[str]:
    """Return the facts that count on every path: what papers print except pay, whether a title is needed, checks."""
    content = library.content
    printed = {*content.interview.details, *(fact.id for fact in library.facts.values() if fact.papers)}
    facts = printed - {PAY, TRAINING_PAY}
    for condition in content.shared_conditions:
        if condition.effect == "not_needed":
            facts |= facts_in(condition)
    return frozenset(facts.union(*(facts_in(ruleset) for ruleset in content.rulesets)))
