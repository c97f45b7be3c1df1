"""The live result of the quick check: what looks open, what must still come, what decides, what is closed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from employer_assistant.plan.desk_of_step import recognisers
from employer_assistant.rules.assessment import RouteAssessment, Status
from employer_assistant.rules.quick_check import Looks, QuickLine, QuickPath
from employer_assistant.rules.quick_points import MOST_POINTS, to_find_out
from employer_assistant.rules.quick_words import (
    closed_text,
    here_text,
    line_text,
    looks_word,
    point_text,
    route_name,
    summary,
)
from employer_assistant.rules.situation import Situation
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit.colours import Tone
from employer_assistant.ui.kit.layout import row, stack
from employer_assistant.ui.kit.widgets import Badge, Card, Divider, PlainLabel
from employer_assistant.ui.screens.fold import fold

TONES: dict[Looks, Tone] = {"open": "positive", "reachable": "positive", "depends": "caution"}
FIRST_LINES, FIRST_CLOSED = 3, 2
"""What is shown at once; the rest is folded."""


def result_cards(path: QuickPath, context: Context) -> list[QWidget]:
    """Return the cards at the side, made anew after each answer."""
    check, situation = path.check, path.assessment.situation
    card = Card(context.t("quick.result"), PlainLabel(summary(check, situation, context.language), "strong"))
    here = here_text(situation, context.language)
    if here:
        card.add(stack(PlainLabel(context.t("papers.quick.here"), "strong"), PlainLabel(here), space=2))
    if check.asked and check.considered:
        considered = [partial(_line, line, context) for line in check.considered]
        _add(card, considered, FIRST_LINES, "quick.more_lines", context)
    others = [line for line in check.lines if line not in check.considered]
    if check.asked and others:
        _add(card, [partial(_line, line, context) for line in others], 0, "quick.more_others", context)
    if check.asked and check.closed:
        closed = [partial(_closed, found, context) for found in check.closed]
        _add(card, closed, 0 if check.lines else FIRST_CLOSED, "quick.more_closed", context)
    cards: list[QWidget] = [card]
    # while questions follow, only what was not known is to be found out
    facts = [fact for fact in to_find_out(check, path.assessment) if check.question is None or fact in path.answers]
    if facts:
        undecided = not check.considered or check.considered[0].looks == "depends"
        cards.append(_next(facts[:MOST_POINTS], undecided, situation, context))
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


def _next(facts: Sequence[str], undecided: bool, situation: Situation, context: Context) -> Card:
    """Say what to find out next for the nearest route, or while there is none for the first ones, and whom to ask."""
    why = context.t("quick.next.why.undecided" if undecided else "quick.next.why")
    card = Card(context.t("quick.next"), PlainLabel(why, "small"))
    bodies = recognisers(situation)
    for fact in facts:
        label = PlainLabel(context.words(context.library.facts[fact].label))
        card.add(Divider())
        card.add(stack(label, PlainLabel(point_text(fact, situation, context.language, bodies), "small"), space=2))
    return card
