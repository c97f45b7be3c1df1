"""Desks as cards by what they do: the near ones at once, the others folded; and which place decides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from employer_assistant.plan.offices import Desk, Desks
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit.layout import Columns, stack
from employer_assistant.ui.kit.widgets import Card, Divider, PlainLabel
from employer_assistant.ui.screens.fold import fold
from employer_assistant.ui.screens.office_words import read_where
from employer_assistant.ui.screens.parts import labelled

NEAR = ("abh", "recognition_body", "ba_admission", "employment_agency", "welcome_center", "advice", "hwk", "ihk")
"""Roles shown at once, in the order in which a hire meets them; the others are folded."""
Draw = Callable[[Desk], QWidget]


def role_cards(
    desks: Sequence[Desk], fallbacks: Sequence[Desk], draw: Draw, context: Context
) -> tuple[list[QWidget], list[QWidget]]:
    """Return one card for each near role, and one with the rest if there is any."""
    near: list[QWidget] = []
    for role in NEAR:
        of_role = [desk for desk in desks if desk.role == role]
        if of_role:
            near.append(_role_card(role, of_role, fallbacks, draw, context))
    rest = [desk for desk in desks if desk.role not in NEAR]
    if not rest:
        return near, []
    label = context.t("page.offices.further", n=len(rest))
    return near, [Card("", fold(label, partial(_further, rest, draw, context), context.t, section=True))]


def rule_cards(found: Desks, context: Context) -> list[QWidget]:
    """Return the notes on the district and the rules that say which place decides."""
    cards: list[QWidget] = []
    if found.district is not None and found.district.notes:
        notes = (PlainLabel(context.words(note)) for note in found.district.notes)
        cards.append(Card(context.t("page.offices.notes"), *notes))
    if context.library.content.competences:
        cards.append(Card("", fold(context.t("page.offices.rules"), partial(_rules, context), context.t, section=True)))
    return cards


def side_by_side(cards: Sequence[QWidget]) -> Columns:
    """Return cards in two columns, below each other where the window is narrow."""
    return Columns(stack(*cards[::2], space=14), stack(*cards[1::2], space=14), shares=(1, 1))


def _role_card(role: str, desks: Sequence[Desk], fallbacks: Sequence[Desk], draw: Draw, context: Context) -> Card:
    card = Card(context.t(f"page.role.{role}"))
    for place, desk in enumerate(desks):
        if place:
            card.add(Divider())
        if desk in fallbacks:
            card.add(PlainLabel(context.t("page.offices.fallback"), "small"))
        card.add(draw(desk))
    return card


def _further(desks: Sequence[Desk], draw: Draw, context: Context) -> QWidget:
    parts: list[QWidget] = []
    for desk in desks:
        parts.append(PlainLabel(context.t(f"page.role.{desk.role}"), "small"))
        parts.append(draw(desk))
    return stack(*parts, space=8)


def _rules(context: Context) -> QWidget:
    words = context.words
    return stack(
        *(
            stack(
                labelled(words(rule.topic), words(rule.rule)),
                PlainLabel(context.t("page.separator").join((rule.norm, *read_where(rule.sources, context))), "small"),
                space=1,
            )
            for rule in context.library.content.competences
        ),
        space=12,
    )
