"""What a route brings: approval, § 81a, validity, family, change of employer, settlement, and where it goes wrong."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from employer_assistant.content.model import Pitfall, Route, Text
from employer_assistant.plan.selection import approval_key
from employer_assistant.rules.assessment import RouteAssessment
from employer_assistant.rules.told import pitfalls_told
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit.layout import stack
from employer_assistant.ui.kit.widgets import Card, PlainLabel
from employer_assistant.ui.screens.bases import of_route
from employer_assistant.ui.screens.fold import fold
from employer_assistant.ui.screens.parts import labelled
from employer_assistant.ui.screens.source_link import sourced


def outcome(found: RouteAssessment, accelerated: str, context: Context) -> Card:
    """Return the card that says what the route asks for besides and what it brings."""
    t, route = context.t, found.route
    card = Card(t("page.outcome.title"))
    approval, fast = t("papers.result.approval"), t("page.outcome.accelerated")
    told = approval_key(found.ba_approval, context.controller.situation())
    agency = labelled(approval, t(f"papers.result.approval.{told}"))
    card.add(sourced(agency, of_route(route, route.ba_approval.norm), context, approval))
    procedure = labelled(fast, t(f"page.accelerated.{accelerated}"))
    card.add(sourced(procedure, of_route(route, route.accelerated.norm), context, fast))
    card.add(fold(t("page.outcome.more"), partial(_details, found, context), context.t))
    notes = pitfalls_told(route, context.controller.assessment())
    if notes:
        pitfalls = partial(_pitfalls, route, notes, context)
        card.add(fold(t("page.outcome.pitfalls", n=len(notes)), pitfalls, context.t))
    return card


def _details(found: RouteAssessment, context: Context) -> QWidget:
    t, route, words = context.t, found.route, context.words
    brings = route.outcome
    shown: list[tuple[str, Text | None]] = [
        ("page.outcome.who", route.who),
        ("papers.result.claim", route.claim_note),
        ("papers.result.validity", brings.validity),
        ("papers.result.family", brings.family),
        ("papers.result.change_of_employer", brings.change_of_employer),
        ("papers.result.settlement", brings.settlement),
        ("papers.result.recognition", brings.recognition),
        ("papers.result.language", brings.language),
        ("papers.result.pay", brings.pay),
        ("papers.result.approval", route.ba_approval.note),
        ("page.outcome.accelerated", route.accelerated.note),
    ]
    parts = (
        sourced(labelled(t(label), words(text)), of_route(route), context, t(label))
        for label, text in shown
        if text is not None
    )
    return stack(*parts, space=10)


def _pitfalls(route: Route, notes: tuple[Pitfall, ...], context: Context) -> QWidget:
    lines = stack(*(PlainLabel(context.words(pitfall)) for pitfall in notes), space=8)
    return sourced(lines, of_route(route), context, context.t("papers.result.pitfalls"))
