"""The interview: which facts still matter, in the adviser's order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from employer_assistant.rules.assessment import Assessment, RouteAssessment, Status, assess
from employer_assistant.rules.judge import judge, unique
from employer_assistant.rules.overrides import is_copied
from employer_assistant.rules.prospects import prospect, sources_of
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

    Needed is what can still make a route usable that is ranked above the best one, what can still open the best one,
    and what could take it away. A route that hangs on something answered "unknown" or on an authority cannot become
    usable; only if all do so, the first of them is asked to the end.
    """
    best, situation = assessment.best, assessment.situation
    able = [found for found in assessment.routes if found.status is Status.UNDECIDED]
    above = [found for found in able if best is None or found.route.rank < best.route.rank]
    live = [(found, facts) for found in above if (facts := prospect(found, situation, Status.REACHABLE).facts)]
    usable = [*(found for found, _ in live), *([best] if best is not None else [])]
    if not usable:
        live = [(found, found.open_facts) for found in _up_to_the_first_settled(assessment.routes, situation)]
    to_open = prospect(best, situation, Status.OPEN).facts if best is not None else ()
    beside = (fact for check in ruleset_checks(situation) for fact in check.open_facts)
    before = _questions(beside, situation) if assessment.title_needed else []
    needless = _questions(assessment.needless_facts, situation)
    gates = [question for question in needless if question not in assessment.needless_facts]
    asked = _asked([facts for _, facts in live], gates, situation)
    first = unique((*before, *asked, *_questions(to_open, situation)))
    rare = [fact for fact in _sorted({*needless, *_obstacles(usable, situation)}, situation) if fact not in first]
    wanted = (*first, *rare)
    every = _asked(
        [(*found.open_facts, *_ruling_facts(found, situation)) for found in assessment.routes], [], situation
    )
    beside_the_routes = _assumed(assessment.routes, situation) | _copied(assessment.routes, situation)
    rest = (*every, *_sorted(beside_the_routes, situation))
    return Interview(wanted, tuple(fact for fact in unique(rest) if fact not in wanted))


def rarely_matters(fact: str, assessment: Assessment) -> bool:
    """Tell whether "I don't know" would leave every route as it is: a rare obstacle, assumed away until given."""
    given = assessment.situation.answers.get(fact)
    found = assessment if given is None else assess(assessment.situation.answered({fact: None}))
    assumed = {one for route in found.routes for one in route.assumed_facts} | set(found.needless_facts)
    return fact in assumed and not any(fact in route.open_facts for route in found.routes)


def _up_to_the_first_settled(routes: Iterable[RouteAssessment], situation: Situation) -> Iterator[RouteAssessment]:
    """Yield undecided routes, best rank first, until one has nothing left to ask."""
    for found in routes:
        if found.status is Status.UNDECIDED:
            yield found
            if not _questions(found.open_facts, situation):
                return


def _asked(routes: list[tuple[str, ...]], gates: list[str], situation: Situation) -> tuple[str, ...]:
    """Return the questions route by route, best rank first; ``gates`` hang before all routes.

    Inside a route the questions come first on which most of all these routes hang: what closes one of them then
    mostly closes others too, and what opens one is not asked again. Among nearly equal ones the adviser's order counts.
    """
    order = situation.library.fact_order
    asked_of = [asked for facts in routes if (asked := _questions(facts, situation))]
    if not asked_of:
        return ()
    asked_of[0] += gates
    hanging = Counter(question for asked in asked_of for question in asked)
    hanging.update(dict.fromkeys(gates, len(asked_of)))
    found: dict[str, None] = {}
    for asked in asked_of:
        most = max(hanging[question] for question in asked)
        found.update(dict.fromkeys(sorted(asked, key=lambda one: (hanging[one] < NEARLY * most - 1, order[one]))))
    return tuple(found)


def _ruling_facts(found: RouteAssessment, situation: Situation) -> Iterator[str]:
    """Yield the facts on which approval by the agency and § 81a still hang, for a route that is not closed."""
    for ruling in (found.route.ba_approval, found.route.accelerated) if found.status is not Status.CLOSED else ():
        for case in ruling.cases:
            judged = judge(case.when, situation)
            if judged.verdict is Verdict.MET:
                break
            if judged.verdict is Verdict.UNKNOWN:
                yield from judged.open_facts


def _assumed(routes: Iterable[RouteAssessment], situation: Situation) -> set[str]:
    """Return the questions about rare obstacles that were assumed away."""
    return set(_questions(unique(fact for found in routes for fact in found.assumed_facts), situation))


def _copied(routes: Iterable[RouteAssessment], situation: Situation) -> set[str]:
    """Return the questions whose answer is copied from another one until given, where it may change a route.

    That is any route that is not closed, and a closed one if all that closes it rests on such answers.
    """
    facts = situation.library.facts
    asked = set[str]()
    for found in routes:
        closed = found.status is Status.CLOSED
        findings = [one for one in found.findings if not closed or (one.blocks and one.status is Status.CLOSED)]
        copied = [[fact for fact in one.facts if is_copied(facts[fact])] for one in findings]
        if all(copied) or not closed:
            asked.update(fact for some in copied for fact in some)
    return set(_questions(sorted(asked), situation))


def _obstacles(routes: list[RouteAssessment], situation: Situation) -> set[str]:
    """Return the questions about rare obstacles that would take a title away; what a step mends only adds the step."""
    findings = (one for found in routes for one in found.findings if one.blocks and one.assumed)
    return set(
        _questions(unique(fact for one in findings if not one.remedy_steps for fact in one.open_facts), situation)
    )


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
