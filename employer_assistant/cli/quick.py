"""``assess --quick``: a first orientation after few answers, as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from employer_assistant.cli.lines import wrapped
from employer_assistant.content.phrases import phrase, text
from employer_assistant.plan.desk_of_step import recognisers
from employer_assistant.rules.assessment import Assessment
from employer_assistant.rules.quick_check import QuickCheck, QuickLine, quick_check
from employer_assistant.rules.quick_points import MOST_POINTS, to_find_out
from employer_assistant.rules.quick_words import (
    closed_text,
    here_text,
    line_text,
    line_with_looks,
    point_text,
    route_name,
    summary,
)
from employer_assistant.rules.wording import date_text

MOST_CLOSED = 5


def quick_report(assessment: Assessment, language: str) -> Iterator[str]:
    """Yield the lines of the answer."""
    check, now = quick_check(assessment), assessment.situation
    read = date_text(now.library.content.law_as_of, language)
    yield phrase("page.name.quick", language)
    yield phrase("cli.assess.head", language, on=date_text(now.on, language), law=read)
    yield from wrapped(summary(check, now, language))
    here = here_text(now, language)
    if here:
        yield from ("", phrase("papers.quick.here", language))
        yield from wrapped(f"- {here}", 2)
    if check.considered:
        yield from ("", phrase("papers.quick.routes", language))
    for line in check.considered:
        said = f"{route_name(line.found, language)}: {line_with_looks(line, now.library, language)}"
        yield from wrapped(f"- {said}", 2)
    others = len(check.lines) - len(check.considered)
    if others:
        yield from wrapped(phrase("papers.quick.others", language, n=others), 2)
    if check.closed:
        yield from ("", phrase("papers.quick.closed", language))
    for found in check.closed[:MOST_CLOSED]:
        yield from wrapped(f"- {route_name(found, language)}: {closed_text(found, language)}", 2)
    yield from _more(len(check.closed) - MOST_CLOSED, language)
    yield from _facts(check, assessment, language)
    yield ""
    yield from wrapped(phrase("disclaimer", language))


def _facts(check: QuickCheck, assessment: Assessment, language: str) -> Iterator[str]:
    """Name the next question of the check, then what the nearest route needs besides."""
    now = assessment.situation
    facts, wanted = now.library.facts, to_find_out(check, assessment)
    if check.question is not None:
        yield from ("", phrase("cli.quick.question", language))
        yield from wrapped(f"- {text(facts[check.question].question, language)}  [{check.question}]", 2)
    if wanted:
        yield from ("", phrase("papers.quick.next", language))
    bodies = recognisers(now)
    for fact in wanted[:MOST_POINTS]:
        said = point_text(fact, now, language, bodies)
        yield from wrapped(f"- {text(facts[fact].label, language)}: {said}  [{fact}]", 2)
    yield from _more(len(wanted) - MOST_POINTS, language)


def _more(n: int, language: str) -> Iterator[str]:
    if n > 0:
        yield f"  {phrase('papers.quick.more', language, n=n)}"


def quick_described(assessment: Assessment, language: str) -> dict[str, Any]:
    """Return the answer for machines; ``looks`` of a route is open, reachable, depends or closed."""
    check, now = quick_check(assessment), assessment.situation
    closed = [
        {**_named(found.route.id, "closed", assessment, language), "text": closed_text(found, language)}
        for found in check.closed
    ]
    return {
        "on": now.on,
        "content": {"version": now.library.content.version, "law_as_of": now.library.content.law_as_of},
        "asked": check.asked,
        "question": check.question,
        "title_needed": check.title_needed,
        "text": summary(check, now, language),
        "present_document": here_text(now, language) or None,
        "routes": [*(_line(line, assessment, language) for line in check.lines), *closed],
        "find_out": to_find_out(check, assessment),
    }


def _line(line: QuickLine, assessment: Assessment, language: str) -> dict[str, Any]:
    return {
        **_named(line.found.route.id, line.looks, assessment, language),
        "suits": line.suits,
        "depends": line.depends,
        "weighed": [finding.condition.id for finding in line.weighed],
        "missing": [finding.condition.id for finding in line.missing],
        "later": line.later,
        "text": line_text(line, assessment.situation.library, language),
    }


def _named(route_id: str, looks: str, assessment: Assessment, language: str) -> dict[str, Any]:
    route = assessment.situation.library.routes[route_id]
    return {
        "id": route.id,
        "looks": looks,
        "rank": route.rank,
        "title": text(route.title, language),
        "paragraph": route.paragraph,
    }
