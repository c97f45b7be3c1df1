"""The quick check in words, for window, paper and command line alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from employer_assistant.content.library import Library
from employer_assistant.content.norms import cited
from employer_assistant.content.phrases import phrase, text
from employer_assistant.rules.assessment import Finding, RouteAssessment, Status
from employer_assistant.rules.judge import unique
from employer_assistant.rules.quick_check import QuickCheck, QuickLine
from employer_assistant.rules.wording import condition_text

MOST_NAMED = 3
"""Facts a route depends on that are named; the others are counted."""
MOST_WEIGHED = 3
"""Routes, best first, whose open facts tell what decides."""


def route_name(found: RouteAssessment, language: str) -> str:
    """Return the short name of a route with its paragraph."""
    name = text(found.route.short, language)
    return phrase("quick.route", language, name=name, paragraph=cited(found.route.paragraph, language))


def looks_word(line: QuickLine, language: str) -> str:
    """Return how a route looks in a word or two; never as settled as the full result."""
    return phrase(f"quick.looks.{line.looks}", language)


def line_text(line: QuickLine, library: Library, language: str) -> str:
    """Return why a route looks so: what is still missing, or on what it depends, with the norm of what is missing."""
    said = [phrase("quick.open", language)] if line.looks == "open" else []
    if line.missing:
        said.append(phrase("quick.missing", language, points=_points(line.missing, language)))
    if line.depends:
        said.append(_depends(line.depends, library, language))
    if line.weighed:
        said.append(phrase("quick.weighed", language, points=_points(line.weighed, language)))
    return " ".join(said)


def line_with_looks(line: QuickLine, library: Library, language: str) -> str:
    """Return a line for where no badge stands beside it."""
    said = line_text(line, library, language)
    return said if line.looks == "depends" else f"{looks_word(line, language).capitalize()}. {said}"


def closed_text(found: RouteAssessment, language: str) -> str:
    """Return the point that closes a route, with its norm."""
    telling = [finding for finding in found.blocking if finding.status is Status.CLOSED]
    return _points(telling[:1], language)


def summary(check: QuickCheck, library: Library, language: str) -> str:
    """Return the result in a sentence or two: the nearest route, what decides, or that nothing is left.

    A route on which something decisive was not answered is never named as the nearest.
    """
    if not check.title_needed:
        return phrase("warning.no-title-needed", language)
    if not check.lines:
        return phrase("quick.none", language)
    if not check.asked:
        return phrase("quick.nothing_yet", language)
    nearest = check.lines[0]
    if nearest.looks == "depends":
        return _undecided(check, library, language)
    return phrase(f"quick.nearest.{nearest.looks}", language, route=route_name(nearest.found, language))


def _undecided(check: QuickCheck, library: Library, language: str) -> str:
    """Name what decides most; a route only if it is the only one left, or the only one that suits the occupation."""
    facts = ", ".join(text(library.facts[fact].label, language) for fact in _deciding(check)[:MOST_NAMED])
    said = (
        phrase("quick.undecided.by", language, facts=facts) if facts else phrase("quick.undecided.authority", language)
    )
    route = route_name(check.lines[0].found, language)
    how = "undecided" if len(check.lines) == check.likely else "likely"
    return f"{phrase(f'quick.{how}', language, n=check.likely, route=route)} {said}"


def to_find_out(check: QuickCheck) -> tuple[str, ...]:
    """Return what the nearest route still needs; while none is near, first what decides most of the first ones."""
    if not check.lines:
        return ()
    nearest = check.lines[0]
    return unique((*(_deciding(check) if nearest.looks == "depends" else ()), *nearest.depends, *nearest.later))


def _deciding(check: QuickCheck) -> list[str]:
    """Return the facts on which the first routes hang that suit the occupation, those of most routes first."""
    hanging = Counter(fact for line in check.lines[: min(MOST_WEIGHED, check.likely)] for fact in line.depends)
    return [fact for fact, _ in hanging.most_common()]


def _depends(facts: Sequence[str], library: Library, language: str) -> str:
    named = facts if len(facts) <= MOST_NAMED + 1 else facts[:MOST_NAMED]
    names = phrase("page.list", language).join(text(library.facts[fact].label, language) for fact in named)
    more = len(facts) - len(named)
    key = "quick.depends.more" if more else "quick.depends"
    return phrase(key, language, facts=names, n=more)


def _points(findings: Iterable[Finding], language: str) -> str:
    """Return each point once, as what is missing or what is required, with its norm."""
    said = []
    for finding in findings:
        condition = finding.condition
        words = condition_text(condition, finding.verdict, language)
        said.append(phrase("quick.point", language, words=words.rstrip("."), norm=cited(condition.norm, language)))
    return " ".join(dict.fromkeys(said))
