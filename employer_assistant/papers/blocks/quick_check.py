"""A first orientation on one page: how the routes look, what is closed, what to find out next, what was answered."""

from __future__ import annotations

from collections.abc import Sequence

from employer_assistant.papers import notation
from employer_assistant.papers.amounts import open_amounts
from employer_assistant.papers.filled import told
from employer_assistant.papers.parts import Bullets, Part
from employer_assistant.papers.sheet import Sheet
from employer_assistant.plan.desk_of_step import recognisers
from employer_assistant.rules.answers import Answer
from employer_assistant.rules.assessment import RouteAssessment
from employer_assistant.rules.quick_check import QuickCheck, anonymous
from employer_assistant.rules.quick_check import quick_check as check_of
from employer_assistant.rules.quick_points import MOST_POINTS, to_find_out
from employer_assistant.rules.quick_words import (
    closed_by,
    closed_text,
    here_text,
    line_with_looks,
    point_text,
    route_name,
    summary,
)

MOST_LINES, MOST_CLOSED = 4, 3
"""What one page has room for, also of routes with one reason; the others are counted."""
MANY = 3
"""So many routes closed by the same sentence are named together."""


def quick_check(block: notation.QuickCheck, sheet: Sheet) -> list[Part]:
    """Write what the check found; nothing of it is more than a first orientation, and it says so."""
    check = check_of(sheet.inputs.assessment)
    return [
        sheet.line(sheet.say("quick.first", n=len(_told(sheet))), "lead"),
        sheet.strong(summary(check, sheet.inputs.situation, sheet.language)),
        *_here(sheet),
        *_find_out(check, sheet),
        *_lines(check, sheet),
        *_amounts(sheet),
        *_closed(check, sheet),
        *_answers(sheet),
    ]


def _here(sheet: Sheet) -> list[Part]:
    said = here_text(sheet.inputs.situation, sheet.language)
    return [sheet.heading(sheet.say("quick.here"), 1), sheet.line(said)] if said else []


def _lines(check: QuickCheck, sheet: Sheet) -> list[Part]:
    """Name the routes to consider; those that do not suit the occupation are only counted."""
    if not check.considered:
        return []
    language, library = sheet.language, sheet.inputs.library
    rows = [
        (route_name(line.found, language), line_with_looks(line, library, language))
        for line in check.considered[:MOST_LINES]
    ]
    return [
        sheet.heading(sheet.say("quick.routes"), 1),
        _list(sheet, rows),
        *_more(sheet, len(check.considered), MOST_LINES),
    ]


def _closed(check: QuickCheck, sheet: Sheet) -> list[Part]:
    """Say what closes the routes; if no route is left, the reasons take the room of the others."""
    if not check.closed:
        return []
    most = MOST_CLOSED if check.lines else MOST_CLOSED + MOST_LINES
    one_by_one = [[found] for found in check.closed]
    shown = (one_by_one if check.lines else _by_reason(check.closed, sheet.language))[:most]
    rows = [_closed_row(routes, sheet) for routes in shown]
    return [
        sheet.heading(sheet.say("quick.closed"), 1),
        _list(sheet, rows),
        *_more(sheet, len(check.closed), sum(len(routes) for routes in shown)),
    ]


def _by_reason(closed: Sequence[RouteAssessment], language: str) -> list[list[RouteAssessment]]:
    """Put routes together that the same sentence closes, where they are many; these first, then each by itself."""
    alike: dict[str, list[RouteAssessment]] = {}
    for found in closed:
        alike.setdefault(closed_by(found, language), []).append(found)
    together = [routes for routes in alike.values() if len(routes) >= MANY]
    named = {found.route.id for routes in together for found in routes}
    return [*together, *([found] for found in closed if found.route.id not in named)]


def _closed_row(routes: list[RouteAssessment], sheet: Sheet) -> tuple[str, str]:
    if len(routes) == 1:
        return route_name(routes[0], sheet.language), closed_text(routes[0], sheet.language)
    named = routes if len(routes) <= MOST_LINES + 1 else routes[:MOST_LINES]
    names, more = ", ".join(route_name(found, sheet.language) for found in named), len(routes) - len(named)
    return sheet.say("quick.closed.more", routes=names, n=more) if more else names, closed_by(routes[0], sheet.language)


def _find_out(check: QuickCheck, sheet: Sheet) -> list[Part]:
    facts = to_find_out(check, sheet.inputs.assessment)
    if not facts:
        return []
    known, situation = sheet.inputs.library.facts, sheet.inputs.situation
    bodies = recognisers(situation)
    rows = [
        (sheet.words(known[fact].label), point_text(fact, situation, sheet.language, bodies))
        for fact in facts[:MOST_POINTS]
    ]
    return [sheet.heading(sheet.say("quick.next"), 1), _list(sheet, rows)]


def _amounts(sheet: Sheet) -> list[Part]:
    """Say which amounts by which the nearest route was judged are not final for the year of the start."""
    return [sheet.line(words, "small") for words in open_amounts(sheet).values()]


def _answers(sheet: Sheet) -> list[Part]:
    """Name what was answered, in one paragraph: whoever reads the page later must know what it rests on."""
    library = sheet.inputs.library
    said = [
        (f"{sheet.words(library.facts[fact].label)}:", told(sheet, library.facts[fact], answer))
        for fact, answer in _told(sheet).items()
    ]
    parted = [(label, f"{value};") for label, value in said[:-1]] + said[-1:]
    return [sheet.heading(sheet.say("quick.answers"), 1), *sheet.runs(parted, under=False)] if said else []


def _told(sheet: Sheet) -> dict[str, Answer]:
    """Return the answers that point at nobody; a whole case may know names, and this page says it knows none."""
    facts = sheet.inputs.library.facts
    return {fact: answer for fact, answer in sheet.inputs.situation.answers.items() if anonymous(facts[fact])}


def _list(sheet: Sheet, rows: list[tuple[str, str]]) -> Part:
    return Bullets(tuple(tuple(sheet.runs([(f"{label}:", said)], under=False)) for label, said in rows))


def _more(sheet: Sheet, found: int, shown: int) -> list[Part]:
    return [sheet.line(sheet.say("quick.more", n=found - shown), "small")] if found > shown else []
