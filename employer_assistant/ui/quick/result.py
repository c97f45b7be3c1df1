"""The live result of the quick check: what looks open, what must still come, what decides, what is closed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from employer_assistant.rules.assessment import RouteAssessment, Status
from employer_assistant.rules.quick_check import Looks, QuickLine, QuickPath
from employer_assistant.rules.quick_words import closed_text, line_text, looks_word, route_name, summary, to_find_out
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit.colours import Tone
from employer_assistant.ui.kit.layout import row, stack
from employer_assistant.ui.kit.widgets import Badge, Card, Divider, PlainLabel
from employer_assistant.ui.screens.fold import fold

TONES: dict[Looks, Tone] = {"open": "positive", "reachable": "positive", "depends": "caution"}
FIRST_LINES, FIRST_CLOSED, FIRST_FACTS = 3, 2, 5
"""What is shown at once; the rest is folded."""


def result_cards(path: QuickPath, context: Context) -> list[QWidget]:
    """Return the cards at the side, made anew after each answer."""
    check = path.check
    card = Card(context.t("quick.result"), PlainLabel(summary(check, context.library, context.language), "strong"))
    if check.asked and check.lines:
        _add(card, [partial(_line, line, context) for line in check.lines], FIRST_LINES, "quick.more_lines", context)
    if check.asked and check.closed:
        closed = [partial(_closed, found, context) for found in check.closed]
        _add(card, closed, 0 if check.lines else FIRST_CLOSED, "quick.more_closed", context)
    cards: list[QWidget] = [card]
    # while questions follow, only what was not known is to be found out
    facts = [fact for fact in to_find_out(check) if check.question is None or fact in path.answers]
    if facts:
        cards.append(_next(facts, check.lines[0].looks == "depends", context))
    return cards


def _add(card: Card, lines: Sequence[partial[QWidget]], first: int, key: str, context: Context) -> None:
    shown = len(lines) if first and len(lines) <= first + 1 else first
    for line in lines[:shown]:
        card.add(Divider())
        card.add(line())
    rest = lines[shown:]
    if rest:
        card.add(fold(context.t(key, n=len(rest)), lambda: stack(*(line() for line in rest), space=12), context.t))


def _line(line: QuickLine, context: Context) -> QWidget:
    return stack(
        row(Badge(looks_word(line, context.language), TONES[line.looks]), None),
        PlainLabel(route_name(line.found, context.language)),
        PlainLabel(line_text(line, context.library, context.language), "small"),
        space=3,
    )


def _closed(found: RouteAssessment, context: Context) -> QWidget:
    return stack(
        row(Badge(context.t(f"status.{Status.CLOSED.id}"), "negative"), None),
        PlainLabel(route_name(found, context.language)),
        PlainLabel(closed_text(found, context.language), "small"),
        space=3,
    )


def _next(facts: Sequence[str], undecided: bool, context: Context) -> Card:
    """Say what to find out next for the nearest route, or while there is none for the first ones, and whom to ask."""
    why = context.t("quick.next.why.undecided" if undecided else "quick.next.why")
    card = Card(context.t("quick.next"), PlainLabel(why, "small"))
    lines = [partial(_fact, fact, context) for fact in facts]
    _add(card, lines, FIRST_FACTS, "quick.more_facts", context)
    return card


def _fact(fact: str, context: Context) -> QWidget:
    found = context.library.facts[fact]
    return stack(PlainLabel(context.words(found.label)), PlainLabel(context.words(found.where), "small"), space=2)
