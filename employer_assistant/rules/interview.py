"""The interview: which facts still matter, in the adviser's order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from employer_assistant.rules.assessment import Assessment, RouteAssessment, Status, musts
from employer_assistant.rules.judge import unique
from employer_assistant.rules.rulesets import ruleset_checks
from employer_assistant.rules.situation import Situation
from employer_assistant.rules.verdict import Verdict

NEARLY = 0.7
"""Of the questions on which at least this share of the most routes hangs, the adviser's order decides."""


@dataclass(frozen=True)
class Interview:
    """What to ask: ``next_facts`` can change the best route, ``optional_facts`` complete the picture."""

    next_facts: tuple[str, ...]
    optional_facts: tuple[str, ...]


def interview(assessment: Assessment) -> Interview:
    """Work out what still has to be asked. The answers of rare obstacles that were assumed come last.

    A route that hangs on something answered "unknown" is asked about after the others, and once another route is
    open or reachable only for the whole picture: whatever is answered, it cannot become the best one.
    """
    best, situation = assessment.best, assessment.situation
    hung = [found for found in assessment.routes if hangs(found, situation)]
    if best is None:
        needed, others = [*(found for found in assessment.routes if found not in hung), *hung], []
    else:
        needed = [found for found in assessment.routes if found.route.rank <= best.route.rank and found not in hung]
        others = [found for found in assessment.routes if found not in needed]
    beside = (fact for check in ruleset_checks(situation) for fact in check.open_facts)
    before = _questions(beside, situation) if assessment.title_needed else []
    needless = _questions(assessment.needless_facts, situation)
    gates = [question for question in needless if question not in assessment.needless_facts]
    first = unique((*before, *_asked(needed, gates, situation)))
    rare = [fact for fact in _sorted({*needless, *_assumed(needed, situation)}, situation) if fact not in first]
    wanted = (*first, *rare)
    rest = (*_asked(others, [], situation), *_sorted(_assumed(others, situation), situation))
    return Interview(wanted, tuple(fact for fact in unique(rest) if fact not in wanted))


def hangs(found: RouteAssessment, situation: Situation) -> bool:
    """Tell whether the route stays undecided or gets closed whatever else is answered, for want of an answer given.

    That is so if a condition that every way to the title needs rests only on answers "unknown".
    """
    if found.status is not Status.UNDECIDED:
        return False
    unknown = [one for one in found.findings if one.blocks and one.verdict is Verdict.UNKNOWN and not one.assumed]
    needed = musts(found)
    return any(
        one.condition.id in needed and one.open_facts and all(_given_up(fact, situation) for fact in one.open_facts)
        for one in unknown
    )


def _given_up(fact: str, situation: Situation) -> bool:
    """Tell whether nothing more can be asked to know the fact."""
    return fact in situation.answers and all(_given_up(source, situation) for source in sources_of(fact, situation))


def _asked(routes: list[RouteAssessment], gates: list[str], situation: Situation) -> tuple[str, ...]:
    """Return the questions route by route, best rank first; ``gates`` hang before all routes.

    Inside a route the questions come first on which most of all these routes hang: what closes one of them then
    mostly closes others too, and what opens one is not asked again. Among nearly equal ones the adviser's order counts.
    """
    order = situation.library.fact_order
    asked_of = [asked for found in routes if (asked := _questions(found.open_facts, situation))]
    if not asked_of:
        return ()
    asked_of[0] += gates
    hanging = Counter(question for asked in asked_of for question in asked)
    hanging.update(dict.fromkeys(gates, len(asked_of)))
    found: dict[str, None] = {}
    for asked in asked_of:
        most = max(hanging[question] for question in asked)
        found.update(dict.fromkeys(sorted(asked, key=lambda one: (hanging[one] < NEARLY * most, order[one]))))
    return tuple(found)


def _assumed(routes: list[RouteAssessment], situation: Situation) -> set[str]:
    """Return the questions about rare obstacles that were assumed away."""
    return set(_questions(unique(fact for found in routes for fact in found.assumed_facts), situation))


def _sorted(questions: set[str], situation: Situation) -> list[str]:
    order = situation.library.fact_order
    return sorted(questions, key=lambda fact: order[fact])


def _questions(facts: Iterable[str], situation: Situation) -> list[str]:
    """Return what to ask to know the facts, each once."""
    return list(dict.fromkeys(question for fact in facts if (question := askable(fact, situation))))


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
