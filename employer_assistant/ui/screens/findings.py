"""Findings of a route sorted for reading, and each in words."""

from __future__ import annotations

from dataclasses import dataclass

from employer_assistant.content.library import Library
from employer_assistant.content.phrases import phrase, text
from employer_assistant.papers.words import figure_text
from employer_assistant.rules.assessment import Finding, RouteAssessment, Status
from employer_assistant.rules.situation import Situation
from employer_assistant.rules.told import findings_told
from employer_assistant.rules.verdict import Verdict
from employer_assistant.rules.wording import answer_text, condition_text
from employer_assistant.ui.kit.colours import Tone

MOST_ANSWERS = 2
"""Answers named in the line below a finding; more stand behind "why exactly"."""


@dataclass(frozen=True)
class Sorted:
    """The findings of a route. ``spare``: not met, but another point is enough; ``duties``: apply besides."""

    deciding: tuple[Finding, ...]
    met: tuple[Finding, ...]
    shared: tuple[Finding, ...]
    assumed: tuple[Finding, ...]
    spare: tuple[Finding, ...]
    duties: tuple[Finding, ...]


def sort(found: RouteAssessment, situation: Situation) -> Sorted:
    """Sort the findings of a route: what keeps it from being open first, worst first."""
    own = {condition.id for condition in found.route.conditions}
    blocks = [finding for finding in findings_told(found, situation) if finding.blocks]
    fine = [finding for finding in blocks if finding.status is Status.OPEN and not finding.assumed]
    return Sorted(
        tuple(finding for finding in found.blocking if finding.status <= found.status),
        tuple(finding for finding in fine if finding.condition.id in own),
        tuple(finding for finding in fine if finding.condition.id not in own),
        tuple(finding for finding in blocks if finding.assumed),
        tuple(finding for finding in found.blocking if finding.status > found.status),
        tuple(finding for finding in found.findings if not finding.blocks and finding.verdict is not Verdict.MET),
    )


def badge(finding: Finding, language: str) -> tuple[str, Tone]:
    """Return the word for a finding and its tone."""
    if finding.assumed:
        return phrase("page.finding.assumed", language), "neutral"
    if not finding.blocks and finding.verdict is Verdict.UNMET:
        return phrase(f"page.finding.{finding.condition.effect}", language), "neutral"
    if finding.verdict is Verdict.UNMET and finding.status is Status.REACHABLE:
        return phrase("page.finding.not_yet", language), "caution"
    tones: dict[Verdict, Tone] = {Verdict.MET: "positive", Verdict.UNMET: "negative", Verdict.UNKNOWN: "caution"}
    tone = "caution" if finding.status is Status.UNDECIDED else tones[finding.verdict]
    return phrase(f"verdict.{finding.verdict.value}", language), tone


def sentence(finding: Finding, language: str) -> str:
    """Return what was found: the requirement, or what is missing."""
    condition = finding.condition
    return condition_text(condition, finding.verdict, language)


def answers(finding: Finding, situation: Situation, language: str) -> str:
    """Return the answers a finding rests on, if they fit one line; empty if there are none or too many."""
    library = situation.library
    known = [(fact, said) for fact in finding.facts if (said := answer(fact, situation, language))]
    if len(known) == 1 and len(finding.facts) == 1:
        fact, said = known[0]
        key = "page.finding.answer" if fact in situation.answers else "page.finding.follows"
        return phrase(key, language, answer=said)
    if len(known) > MOST_ANSWERS:
        return ""
    pairs = (f"{text(library.facts[fact].label, language)}: {said}" for fact, said in known)
    return phrase("page.list", language).join(pairs)


def answer(fact: str, situation: Situation, language: str) -> str:
    """Return the answer to a fact in words, or what follows from other answers; empty if it is not known."""
    value = situation.answers.get(fact)
    if value is None:
        value = situation.value(fact)
    return "" if value is None else answer_text(situation.library.facts[fact], value, situation.library, language)


def figures(finding: Finding, library: Library, language: str) -> tuple[str, ...]:
    """Return each figure of law a finding compares with: value, period, status."""
    return tuple(
        figure_text(library.figures[figure].label, library.figures[figure].unit, value, language)
        for figure, value in finding.figures
    )
