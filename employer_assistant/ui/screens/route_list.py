"""The routes that are not usable now: those to be decided with their question, the closed ones with the reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from employer_assistant.cases.commands import ChooseRoute
from employer_assistant.rules.assessment import RouteAssessment, Status
from employer_assistant.rules.deciding import deciding
from employer_assistant.rules.levers import levers_for
from employer_assistant.rules.nearest import nearest, nearest_first
from employer_assistant.rules.wording import lever_line
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit.layout import stack
from employer_assistant.ui.kit.widgets import Badge, Card, Divider, Heading, LinkButton, PlainLabel
from employer_assistant.ui.screens.bases import of_finding
from employer_assistant.ui.screens.findings import sentence
from employer_assistant.ui.screens.fold import fold
from employer_assistant.ui.screens.parts import Fitting, buttons
from employer_assistant.ui.screens.result_words import TONES, blocking
from employer_assistant.ui.screens.source_link import sourced
from employer_assistant.ui.wizard.change_page import weigh

FIRST = 3
"""Routes that are named at once; the others are folded."""


def route_cards(shown: RouteAssessment | None, context: Context) -> list[QWidget]:
    """Return a card for undecided and one for closed routes, if there are any besides the one shown."""
    assessment = context.controller.assessment()
    others = [found for found in nearest_first(assessment) if found is not shown]
    undecided = [found for found in others if found.status is Status.UNDECIDED]
    closed = [found for found in others if found.status is Status.CLOSED]
    live = len(closed) < len(others) or (shown is not None and shown.status is not Status.CLOSED)
    no = nearest(assessment)
    named = no is not None and bool(no.openings)  # the first closed ones are told beside, with all they take
    cards: list[QWidget] = []
    if undecided:
        cards.append(_card(undecided, undecided_row, context, FIRST))
    if closed:
        cards.append(_card(closed, closed_row, context, 0 if live or named else FIRST))
    return cards


def _card(
    routes: Sequence[RouteAssessment],
    row_of: Callable[[RouteAssessment, Context], QWidget],
    context: Context,
    first: int,
) -> Card:
    status = routes[0].status
    title = context.t(f"page.routes.{status.id}")
    n = context.t("page.routes.one" if len(routes) == 1 else "page.routes.n", n=len(routes))
    badge = Badge(context.t(f"status.{status.id}"), TONES[status])
    card = Card("", Fitting(badge, Heading(n, section=True)))
    card.setAccessibleName(title)
    card.add(_rows(routes[:first], row_of, context))
    rest = routes[first:]
    if rest:
        label = context.t("page.routes.more" if first else "page.routes.all", n=len(rest))
        card.add(fold(label, partial(_rows, rest, row_of, context), context.t, name=f"{title}: {label}"))
    return card


def _rows(
    routes: Sequence[RouteAssessment], row_of: Callable[[RouteAssessment, Context], QWidget], context: Context
) -> QWidget:
    lines: list[QWidget] = []
    for found in routes:
        lines += [Divider()] if lines else []
        lines.append(row_of(found, context))
    return stack(*lines, space=10)


def undecided_row(found: RouteAssessment, context: Context) -> QWidget:
    """Return an undecided route with the question that decides it, or with what the authority decides."""
    t, name = context.t, PlainLabel(context.words(found.route.short), "strong")
    choice = deciding(found, context.controller.situation())
    reason = blocking(found)
    if choice is None:
        lines: list[QWidget] = [PlainLabel(t("page.routes.discretion"), "small")]
        if reason is not None:
            said = sentence(reason, context.language)
            lines.append(sourced(PlainLabel(said), of_finding(reason), context, said))
        return stack(name, *lines, buttons(_choose(found, context)), space=4)
    question = context.words(context.library.facts[choice.question].question)
    key = "alone" if choice.alone else "first" if len(choice.questions) > 1 else "perhaps"
    ask = LinkButton(t("page.routes.reply"))
    ask.setAccessibleName(t("page.finding.reply.of", fact=question))
    ask.clicked.connect(partial(_open_question, context, choice.question))
    line = PlainLabel(t(f"page.routes.question.{key}", n=len(choice.questions)), "small")
    return stack(name, line, PlainLabel(question), buttons(ask, _choose(found, context)), space=4)


def closed_row(found: RouteAssessment, context: Context) -> QWidget:
    """Return a closed route with the sentence that blocks it, its source, and what would open it."""
    lines: list[QWidget] = [PlainLabel(context.words(found.route.short), "strong")]
    reason = blocking(found)
    if reason is not None:
        said = sentence(reason, context.language)
        lines.append(sourced(PlainLabel(said), of_finding(reason), context, said))
    lines += [PlainLabel(context.t("page.routes.lever", lever=one), "small") for one in lever_lines(found, context)]
    return stack(*lines, space=2)


def lever_lines(found: RouteAssessment, context: Context) -> list[str]:
    """Return what would open a closed route, one line for each way."""
    controller = context.controller
    levers = levers_for(controller.assessment().route(found.route.id), controller.situation())
    return [lever_line(lever, context.library, context.language) for lever in levers]


def _choose(found: RouteAssessment, context: Context) -> LinkButton:
    button = LinkButton(context.t("page.routes.choose.short"))
    button.setAccessibleName(context.t("page.routes.choose.of", route=context.words(found.route.short)))
    button.clicked.connect(partial(_weigh_route, context, found.route.id))
    return button


def _weigh_route(context: Context, route: str, _on: bool = False) -> None:
    weigh(context, ChooseRoute(route))


def _open_question(context: Context, fact: str, _on: bool = False) -> None:
    context.go("answers", fact)
