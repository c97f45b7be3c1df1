"""Decisive answers: those without which the result would be another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from employer_assistant.content.walk import facts_in
from employer_assistant.rules.assessment import Assessment, RouteAssessment, Status, assess_route
from employer_assistant.rules.parked import counting_alone
from employer_assistant.rules.reasons import closing_facts, origins
from employer_assistant.rules.situation import Situation


def decisive(assessment: Assessment, chosen: str | None = None) -> tuple[str, ...]:
    """Return the answered facts that decided the result, in the order of questions.

    Of the chosen route, else the best: each answer without which its status would be another; if it is closed, the
    answers that close it. Where no route is open or reachable and none is chosen: the answers that close routes. Where
    no title is needed: those of the conditions that make it needless.
    """
    situation = assessment.situation
    if not assessment.title_needed:
        conditions = situation.library.content.shared_conditions
        return _answered(
            (fact for one in conditions if one.effect == "not_needed" for fact in facts_in(one)), situation
        )
    wanted = next((found for found in assessment.routes if found.route.id == chosen), assessment.best)
    if wanted is not None and wanted.status is not Status.CLOSED:
        return decisive_for(wanted, situation)
    counting = counting_alone(assessment)
    closed = counting.routes if wanted is None else (counting.route(wanted.route.id),)
    facts = (fact for found in closed for fact in closing_facts(found, counting.situation))
    return _answered(facts, counting.situation)


def decisive_for(found: RouteAssessment, situation: Situation) -> tuple[str, ...]:
    """Return the answered facts without which the route would have another status."""
    facts = _answered((fact for finding in found.findings if finding.blocks for fact in finding.facts), situation)
    return tuple(fact for fact in facts if _without(fact, found, situation) is not found.status)


def _answered(facts: Iterable[str], situation: Situation) -> tuple[str, ...]:
    order = situation.library.fact_order
    known = [fact for fact in origins(facts, situation) if fact in situation.answers]
    return tuple(sorted(known, key=lambda fact: order[fact]))


def _without(fact: str, found: RouteAssessment, situation: Situation) -> Status:
    answers = {other: answer for other, answer in situation.answers.items() if other != fact}
    return assess_route(found.route, replace(situation, answers=answers)).status
