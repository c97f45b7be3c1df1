"""The quick check: about ten questions without a name, those an adviser asks first; nothing is stored."""

from __future__ import annotations

from dataclasses import dataclass

from employer_assistant.content.model import Fact
from employer_assistant.rules.assessment import Assessment, Finding, RouteAssessment, Status
from employer_assistant.rules.interview import askable, interview
from employer_assistant.rules.situation import Situation

MOST_QUESTIONS = 12
POINTING = frozenset({"date", "text", "postcode"})
"""Kinds of answers that may point at a person or a place of work; a check without a name does without them."""


@dataclass(frozen=True)
class QuickLine:
    """A route that is not closed, and the questions that an exact answer would still need, in the order to ask."""

    found: RouteAssessment
    questions: tuple[str, ...]


@dataclass(frozen=True)
class QuickCheck:
    """``question``: the next one, None at the end; ``lines``: routes left, best first; ``closed``: the others."""

    question: str | None
    asked: int
    lines: tuple[QuickLine, ...]
    closed: tuple[RouteAssessment, ...]
    title_needed: bool


def quick_check(assessment: Assessment, most: int = MOST_QUESTIONS) -> QuickCheck:
    """Return where the check stands after the answers given so far."""
    situation = assessment.situation
    asked = len(situation.answers)
    left = [found for found in assessment.routes if found.status is not Status.CLOSED]
    return QuickCheck(
        question=None if asked >= most or not assessment.title_needed else _question(assessment),
        asked=asked,
        lines=tuple(QuickLine(found, _questions(found, situation)) for found in sorted(left, key=_likelihood)),
        closed=tuple(found for found in assessment.routes if found.status is Status.CLOSED),
        title_needed=assessment.title_needed,
    )


def anonymous(fact: Fact) -> bool:
    """Tell whether a fact may be asked without a name: it points at nobody and is not about somebody's residence."""
    return fact.kind not in POINTING and not (fact.sensitive and fact.group == "stay")


def _question(assessment: Assessment) -> str | None:
    """Return what to ask next: the purpose, whether a title is needed, then what the titles themselves require.

    Of those, what the title of best rank still lacks comes first, as in the interview. What holds for all titles
    alike (passport, pay as customary …) is left for the full interview.
    """
    situation = assessment.situation
    known = situation.library.facts
    wanted: list[str] = []
    for found in assessment.routes:
        own = {condition.id for condition in found.route.conditions}
        wanted += (
            fact for one in found.findings if one.condition.id in own and _counts(one) for fact in one.open_facts
        )
    gates = {askable(fact, situation) for fact in wanted}
    asked = {fact: askable(fact, situation) for fact in assessment.needless_facts if situation.answers}
    needless = [question for fact, question in asked.items() if question != fact]  # the fact itself: only relatives
    able = (*needless, *(fact for fact in interview(assessment).next_facts if fact in gates))
    return next((fact for fact in able if fact is not None and anonymous(known[fact])), None)


def _counts(finding: Finding) -> bool:
    return finding.blocks and finding.condition.kind == "law" and not finding.assumed


def _questions(found: RouteAssessment, situation: Situation) -> tuple[str, ...]:
    order = situation.library.fact_order
    asked = {question for fact in found.open_facts if (question := askable(fact, situation))}
    return tuple(sorted(asked, key=lambda fact: order[fact]))


def _likelihood(found: RouteAssessment) -> tuple[Status, int]:
    return (found.status, found.route.rank)
