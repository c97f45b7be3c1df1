"""The other routes: those that would do as well, those still to be decided, and the closed ones with the reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from employer_assistant.cases.commands import ChooseRoute
from employer_assistant.rules.assessment import RouteAssessment, Status
from employer_assistant.rules.levers import levers_for
from employer_assistant.rules.wording import lever_text
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.layout import Turning
from employer_assistant.ui.kit.widgets import Badge, Card, Divider, LinkButton, PlainLabel
from employer_assistant.ui.screens import result_words as words
from employer_assistant.ui.screens.fold import fold
from employer_assistant.ui.screens.parts import buttons
from employer_assistant.ui.wizard.change_page import weigh

FIRST = 3
"""Undecided routes that are named at once; the others are folded."""


def route_cards(shown: RouteAssessment | None, context: Context) -> list[QWidget]:
    """Return a card for each group of other routes that has any."""
    others = [found for found in context.controller.assessment().routes if found is not shown]
    usable = [found for found in others if found.status <= Status.REACHABLE]
    undecided = [found for found in others if found.status is Status.UNDECIDED]
    closed = [found for found in others if found.status is Status.CLOSED]
    cards: list[QWidget] = []
    if usable:
        cards.append(_card("page.routes.usable", usable, partial(usable_row, context=context), context, len(usable)))
    if undecided:
        cards.append(_card("page.routes.undecided", undecided, partial(undecided_row, context=context), context, FIRST))
    if closed:
        first = 0 if usable or (shown and shown.status is not Status.CLOSED) else FIRST
        cards.append(_card("page.routes.closed", closed, partial(closed_row, context=context), context, first))
    return cards


def _card(
    title: str,
    routes: Sequence[RouteAssessment],
    row: Callable[[RouteAssessment], QWidget],
    context: Context,
    first: int,
) -> Card:
    card = Card(context.t(title))
    card.add(_rows(routes[:first], row))
    rest = routes[first:]
    if rest:
        label = context.t("page.routes.more" if first else "page.routes.all", n=len(rest))
        name = f"{context.t(title)}: {label}"
        card.add(fold(label, partial(_rows, rest, row), context.t, name=name))
    return card


def _rows(routes: Sequence[RouteAssessment], row: Callable[[RouteAssessment], QWidget]) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(10))
    for place, found in enumerate(routes):
        if place:
            column.addWidget(Divider())
        column.addWidget(row(found))
    return box


def _shell(found: RouteAssessment, context: Context, *lines: QWidget, badge: bool = False) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(2))
    title = PlainLabel(context.words(found.route.short), "strong")
    if badge:
        head = Turning(250, 8)
        head.line.addWidget(title, 1)
        mark = Badge(context.t(f"status.{found.status.id}"), words.TONES[found.status])
        head.line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column.addWidget(head)
    else:
        column.addWidget(title)
    for line in lines:
        column.addWidget(line, 0, Qt.AlignmentFlag.AlignLeft if isinstance(line, LinkButton) else Qt.AlignmentFlag(0))
    return box


def usable_row(found: RouteAssessment, context: Context) -> QWidget:
    """Return an open or reachable route with what it still needs and the button to choose it."""
    t = context.t
    sentence, _ = words.blocking_sentence(found, context)
    reason = sentence if found.status is Status.REACHABLE else context.words(found.route.who)
    approval = t(f"page.approval.{found.ba_approval}")
    return _shell(
        found, context, PlainLabel(reason, "small"), PlainLabel(approval, "small"), _choose(found, context), badge=True
    )


def undecided_row(found: RouteAssessment, context: Context) -> QWidget:
    """Return an undecided route with the question that would decide it."""
    fact = words.deciding_fact(found, context.controller.situation())
    if fact is None:
        sentence, norm = words.blocking_sentence(found, context)
        line = PlainLabel(context.t("page.routes.discretion", sentence=sentence, norm=norm), "small")
        return _shell(found, context, line, _choose(found, context))
    question = context.words(context.library.facts[fact].question)
    ask = LinkButton(context.t("page.routes.reply"))
    ask.setAccessibleName(context.t("page.finding.reply.of", fact=question))
    ask.clicked.connect(partial(_open_question, context, fact))
    line = PlainLabel(context.t("page.routes.question", question=question), "small")
    return _shell(found, context, line, buttons(ask, _choose(found, context, "page.routes.choose.short")))


def closed_row(found: RouteAssessment, context: Context) -> QWidget:
    """Return a closed route with the sentence that blocks it, its norm, and what would open it."""
    sentence, norm = words.blocking_sentence(found, context)
    lines = [PlainLabel(sentence), PlainLabel(norm, "small")]
    lines += [PlainLabel(line, "small") for line in lever_lines(found, context)]
    return _shell(found, context, *lines)


def lever_lines(found: RouteAssessment, context: Context) -> list[str]:
    """Return what would open a closed route, one line for each way."""
    return [context.t("page.routes.lever", lever=lever) for lever in _levers(found, context)]


def routes_by_lever(context: Context) -> dict[str, list[str]]:
    """Return every change that would open a route, with the names of the routes it would open."""
    found: dict[str, list[str]] = {}
    for route in context.controller.assessment().routes:
        for lever in _levers(route, context):
            found.setdefault(lever, []).append(context.words(route.route.short))
    return found


def _levers(found: RouteAssessment, context: Context) -> list[str]:
    levers = levers_for(found, context.controller.situation())
    return [lever_text(lever, context.library, context.language) for lever in levers]


def _choose(found: RouteAssessment, context: Context, words: str = "page.routes.choose") -> LinkButton:
    button = LinkButton(context.t(words))
    button.setAccessibleName(context.t("page.routes.choose.of", route=context.words(found.route.short)))
    button.clicked.connect(partial(_choose_route, context, found.route.id))
    return button


def _choose_route(context: Context, route: str, _on: bool = False) -> None:
    weigh(context, ChooseRoute(route))


def _open_question(context: Context, fact: str, _on: bool = False) -> None:
    context.go("answers", fact)
