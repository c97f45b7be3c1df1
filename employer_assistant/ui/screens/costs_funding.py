"""Subsidies that may fit, and what may not be asked back from the worker: each with its norm, source and age."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from employer_assistant.content.model import CostWarning, Text
from employer_assistant.content.norms import cited
from employer_assistant.papers.words import as_of
from employer_assistant.plan.funding import FittingFunding, cost_warnings_for, funding_for
from employer_assistant.plan.model import Plan
from employer_assistant.rules.wording import date_text
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit.layout import stack
from employer_assistant.ui.kit.notice import Notice
from employer_assistant.ui.kit.widgets import Badge, Card, Divider, PlainLabel
from employer_assistant.ui.screens.fold import fold
from employer_assistant.ui.screens.parts import labelled


def warning_cards(plan: Plan, context: Context) -> Iterator[QWidget]:
    """Return what must not be asked of the worker in this case, one card each."""
    found = cost_warnings_for(context.controller.situation(), plan.route.route.id, plan.procedure)
    if found:
        card = Card(context.t("costs.warnings"))
        for warning in found:
            card.add(Notice(f"{context.words(warning.title)}: {context.words(warning.text)}", "caution"))
            title = context.t("costs.warning.more.of", title=context.words(warning.title))
            card.add(fold(context.t("costs.warning.more"), partial(_warning, warning, context), context.t, name=title))
        yield card


def _warning(found: CostWarning, context: Context) -> QWidget:
    lines: list[QWidget] = [PlainLabel(context.words(point)) for point in found.points]
    if found.norm:
        lines.append(PlainLabel(context.t("page.detail.norms", norms=cited(found.norm, context.language)), "small"))
    return stack(*lines, _sources(found.sources, context), space=6)


def funding_card(plan: Plan, context: Context) -> QWidget | None:
    """Return the subsidies that no answer excludes; None if there is none."""
    found = funding_for(context.controller.situation(), plan.route.route.id, plan.procedure)
    if not found:
        return None
    card = Card(context.t("costs.funding", n=len(found)), PlainLabel(context.t("costs.funding.intro"), "small"))
    for place, one in enumerate(found):
        if place:
            card.add(Divider())
        card.add(_funding(one, context))
    return card


def _funding(fitting: FittingFunding, context: Context) -> QWidget:
    t, found = context.t, fitting.funding
    title = context.words(found.title)
    end = t("costs.funding.end", day=date_text(found.valid_to, context.language)) if found.valid_to else ""
    said = t("page.separator").join(part for part in (context.words(found.provider), end) if part)
    parts: list[QWidget] = [PlainLabel(title, "strong"), PlainLabel(said, "small")]
    if found.confidence != "high":
        parts.append(Badge(t(f"papers.confidence.{found.confidence}"), "caution"))
    details = partial(_details, fitting, context)
    parts.append(fold(t("costs.funding.more"), details, t, name=t("costs.funding.more.of", title=title)))
    return stack(*parts, space=3)


def _details(fitting: FittingFunding, context: Context) -> QWidget:
    t, found = context.t, fitting.funding
    parts: list[QWidget] = []
    if fitting.open_facts:
        facts = t("page.list").join(context.words(context.library.facts[fact].label) for fact in fitting.open_facts)
        parts.append(PlainLabel(t("costs.funding.open", facts=facts)))
    one: tuple[tuple[str, Text], ...] = (("who", found.who), ("amount", found.amount), ("apply", found.apply_by))
    parts += [labelled(t(f"costs.funding.{key}"), context.words(text)) for key, text in one]
    if found.conditions:
        parts.append(labelled(t("costs.funding.conditions"), *(context.words(text) for text in found.conditions)))
    parts.append(labelled(t("costs.funding.as_of"), context.words(found.as_of)))
    if found.norm:
        parts.append(PlainLabel(t("page.detail.norms", norms=cited(found.norm, context.language)), "small"))
    return stack(*parts, _sources(found.sources, context), space=8)


def _sources(ids: tuple[str, ...], context: Context) -> QWidget:
    sources = (context.library.sources[source] for source in ids)
    said = "; ".join(f"{one.title} ({as_of(one.as_of, context.language)})" for one in sources)
    return PlainLabel(context.t("costs.sources", sources=said), "small")
