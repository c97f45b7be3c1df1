"""The interview: which facts still matter, in the adviser's order."""

from __future__ import annotations

from dataclasses import dataclass

from employer_assistant.rules.assessment import Assessment, RouteAssessment
from employer_assistant.rules.judge import unique
from employer_assistant.rules.rulesets import ruleset_checks
from employer_assistant.rules.situation import Situation


@dataclass(frozen=True)
class Interview:
    """What to ask: ``next_facts`` can change a route ranked at or above the best, ``optional_facts`` only others."""

    next_facts: tuple[str, ...]
    optional_facts: tuple[str, ...]


def interview(assessment: Assessment) -> Interview:
    """Work out what still has to be asked. The answers of rare obstacles that were assumed come last."""
    best = assessment.best
    limit = best.route.rank if best else None
    needed = [found for found in assessment.routes if limit is None or found.route.rank <= limit]
    others = [found for found in assessment.routes if limit is not None and found.route.rank > limit]
    situation = assessment.situation
    beside = (fact for check in ruleset_checks(situation) for fact in check.open_facts)
    before = [question for fact in beside if (question := askable(fact, situation))] if assessment.title_needed else []
    first = unique((*before, *_asked(needed, situation, assumed=False)))
    needless = [question for fact in assessment.needless_facts if (question := askable(fact, situation))]
    rare = [fact for fact in unique((*needless, *_asked(needed, situation, assumed=True))) if fact not in first]
    wanted = (*first, *rare)
    rest = (*_asked(others, situation, assumed=False), *_asked(others, situation, assumed=True))
    return Interview(wanted, tuple(fact for fact in unique(rest) if fact not in wanted))


def _asked(routes: list[RouteAssessment], situation: Situation, *, assumed: bool) -> tuple[str, ...]:
    """Return the questions route by route, best rank first, inside a route in the adviser's order."""
    order = situation.library.fact_order
    asked: dict[str, None] = {}
    for found in routes:
        facts = found.assumed_facts if assumed else found.open_facts
        questions = {question for fact in facts if (question := askable(fact, situation))}
        asked.update(dict.fromkeys(sorted(questions, key=lambda fact: order[fact])))
    return tuple(asked)


def askable(fact: str, situation: Situation) -> str | None:
    """Return the fact to ask for: itself, or first the one it follows from; None if it was asked already."""
    if fact in situation.answers:
        return None
    for source in sources_of(fact, situation):
        question = askable(source, situation)
        if question is not None and situation.value(source) is None:
            return question
    return fact


def sources_of(fact: str, situation: Situation) -> tuple[str, ...]:
    """Return the facts from which a fact can follow."""
    from employer_assistant.rules.judge import judge

    found: list[str] = []
    for rule in situation.library.facts[fact].derived:
        if rule.when is not None:
            found += judge(rule.when, situation).facts
        if rule.fact is not None:
            found.append(rule.fact)
        if rule.occupation is not None:
            found.append("job.occupation")
    return unique(found)
