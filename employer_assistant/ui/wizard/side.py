"""The quieter column: why we ask, and how the routes stand so far."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from employer_assistant.content.model import Fact
from employer_assistant.content.norms import cited
from employer_assistant.rules.assessment import Assessment, RouteAssessment, Status
from employer_assistant.rules.deciding import hanging_on
from employer_assistant.rules.nearest import nearest_first
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit.layout import row, stack
from employer_assistant.ui.kit.widgets import Badge, Card, PlainLabel
from employer_assistant.ui.screens.certainty import certainty
from employer_assistant.ui.screens.result_words import TONES

MOST_LIVE, MOST_CLOSED, MOST_NAMED = 4, 2, 3


def why_card(context: Context, fact: Fact) -> Card:
    """Say why we ask, on what norm, and which routes hang on it."""
    card = Card(context.t("ui.question.why"), PlainLabel(context.words(fact.why)))
    card.add(PlainLabel(norm_of(context, fact), "small"))
    routes = context.library.routes
    hanging = [routes[route] for route in hanging_on(fact.id, context.controller.assessment())]
    if hanging:
        named = hanging if len(hanging) <= MOST_NAMED + 1 else hanging[:MOST_NAMED]
        names = ", ".join(context.words(route.short) for route in named)
        more = len(hanging) - len(named)
        key = "ui.question.routes.more" if more > 0 else "ui.question.routes"
        card.add(PlainLabel(context.t(key, names=names, n=more), "small"))
    return card


def norm_of(context: Context, fact: Fact) -> str:
    """Return kind and norm of a question, or that it is practice."""
    if fact.norm == "practice":
        return certainty("practice", context.language)
    return context.t("page.separator").join((certainty("law", context.language), cited(fact.norm, context.language)))


def so_far_card(context: Context, asked: str) -> Card:
    """Show how the routes stand, in the order of the result: those still possible by rank, the nearest closed ones."""
    assessment = context.controller.assessment()
    card = Card(context.t("ui.sofar"))
    if not assessment.title_needed:
        card.add(PlainLabel(context.t("warning.no-title-needed")))
        return card
    live = [one for one in assessment.routes if one.status is not Status.CLOSED]
    closed = nearest_first(assessment)[len(live) :]
    shown = live if len(live) <= MOST_LIVE + 1 else live[:MOST_LIVE]
    for one in shown:
        card.add(_line(context, one, asked))
    if len(live) > len(shown):
        card.add(PlainLabel(context.t("ui.sofar.more", n=len(live) - len(shown)), "small"))
    for one in closed[:MOST_CLOSED] if _answered(assessment) else ():
        card.add(_line(context, one, asked))
    return card


def _answered(assessment: Assessment) -> bool:
    return bool(assessment.situation.answers)


def _line(context: Context, one: RouteAssessment, asked: str) -> QWidget:
    hangs = one.status is Status.UNDECIDED and asked in one.open_facts
    word = context.t("ui.sofar.hangs") if hangs else context.t(f"status.{one.status.id}")
    parts: list[QWidget] = [row(Badge(word, TONES[one.status]), None), PlainLabel(context.words(one.route.short))]
    blocking = [found for found in one.blocking if found.status is Status.CLOSED]
    if one.status is Status.CLOSED and blocking:
        parts.append(PlainLabel(context.words(blocking[0].condition.unmet), "small"))
    return stack(*parts, space=2)
