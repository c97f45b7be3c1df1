"""One procedure of the comparison: days, on what they rest, costs, what it asks for, what can go wrong."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from employer_assistant.content.model import Statutory
from employer_assistant.content.norms import cited
from employer_assistant.papers.words import as_of, duration, span, sum_of
from employer_assistant.plan.comparison import Kind, Side, source_of
from employer_assistant.plan.costs import PAYERS
from employer_assistant.plan.model import PlannedStep
from employer_assistant.rules.wording import date_text, number_text, warning_text
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit.layout import stack
from employer_assistant.ui.kit.widgets import PlainLabel
from employer_assistant.ui.screens.fold import fold
from employer_assistant.ui.screens.parts import labelled

TO_THE_VISA = ("recognition", "permission", "visa")
"""Phases in which both procedures differ."""


def side_parts(side: Side, other: Side | None, context: Context) -> Iterator[QWidget]:
    """Return the parts of one side. ``other``: the other procedure, None if this is the only one."""
    t, plan, language = context.t, side.plan, context.language
    yield labelled(t("compare.finish"), span(plan.finish, language))
    if plan.start_by is not None:
        begin = t("compare.begin.unknown")
        if plan.begin_by is not None:
            past = plan.begin_by < plan.on
            begin = t("compare.begin.past" if past else "compare.begin.by", day=date_text(plan.begin_by, language))
        yield labelled(t("compare.begin", wished=date_text(plan.start_by, language)), begin)
    yield labelled(t("compare.costs"), *_costs(side, context))
    yield PlainLabel(t("compare.rests"), "strong")
    for kind in side.by_kind:
        yield _kind(kind, side, context)
    periods = _periods(side, context)
    if periods:
        yield fold(t("compare.periods", n=len(periods)), partial(_lines, periods), t)
    if other is not None:
        own = _only_here(side, other)
        if own:
            said = [_needed(step, context) for step in own]
            yield fold(t("compare.needs", n=len(own)), partial(_lines, said), t)
    told = [warning_text(one, context.library, language) for one in plan.warnings]
    if told:
        yield fold(t("compare.warnings", n=len(told)), partial(_lines, told), t)
    risks = _risks(side, context)
    if risks:
        yield fold(t("compare.risks", n=len(risks)), partial(_lines, risks), t)


def _lines(said: list[str]) -> QWidget:
    return stack(*(PlainLabel(one) for one in said), space=6)


def _costs(side: Side, context: Context) -> Iterator[str]:
    for payer in PAYERS:
        cost = side.costs[payer]
        if cost.max or cost.unknown:
            key = "compare.cost.open" if cost.unknown else "compare.cost"
            amount = sum_of(cost, context.language) if cost.max else context.t("compare.cost.none")
            yield context.t(key, payer=context.t(f"papers.who.{payer}"), sum=amount, n=len(cost.unknown))


def _kind(kind: Kind, side: Side, context: Context) -> QWidget:
    t, steps = context.t, side.by_kind[kind]
    if not steps:
        return PlainLabel(t(f"compare.kind.{kind}.none"), "small")
    said, share = [_duration(step, context) for step in steps], side.share(kind)
    key = "compare.days" if share.longest is not None else "compare.days.open"
    days = t(key, shortest=share.shortest, likely=share.likely, longest=share.longest)
    return fold(t(f"compare.kind.{kind}", days=days), partial(_lines, said), t)


def _duration(step: PlannedStep, context: Context) -> str:
    """Return how long a step takes, on what that rests, and how old that is."""
    source = source_of(step, context.library)
    rests = context.words(step.duration.basis)
    if source is not None:
        rests = f"{rests} {source[0]}, {as_of(source[1], context.language)}."
    words = {"step": context.words(step.step.title), "duration": duration(step.duration, context.language)}
    return context.t("compare.duration", **words, basis=rests)


def _periods(side: Side, context: Context) -> list[str]:
    """Return the periods the law sets on the way to the visa: the clauses, else the bare period of a step."""
    found = []
    given = {period.step: period.statutory for period in side.periods}
    for planned in side.plan.steps:
        if planned.step.phase not in TO_THE_VISA or planned.optional or planned.contingent or planned.status == "done":
            continue
        clauses = [
            clause.deadline
            for clause in planned.deadlines
            if clause.deadline.strength == "statute" and clause.deadline.relation in ("within", "deemed_after")
        ]
        title = context.words(planned.step.title)
        for clause in clauses:
            words = context.words(clause.text)
            norm = "" if _cited(clause.norm, words) else cited(clause.norm, context.language)
            found.append(context.t("compare.period.clause", step=title, text=words, norm=f" ({norm})" if norm else ""))
        if not clauses and planned.step.id in given:
            found.append(_bare(title, given[planned.step.id], context))
    return found


def _cited(norm: str, words: str) -> bool:
    """Tell whether a sentence already names the paragraph of its norm."""
    parts = norm.split()
    return len(parts) > 1 and f"§ {parts[1]}" in words


def _bare(title: str, given: Statutory, context: Context) -> str:
    if given.value is None:
        return context.t("compare.period.norm", step=title, norm=cited(given.norm, context.language))
    unit = context.t(f"compare.unit.{given.unit}{'.one' if given.value == 1 else ''}")
    period = f"{number_text(given.value, context.language)} {unit}"
    norm = f" ({cited(given.norm, context.language)})" if given.norm else ""
    return context.t("compare.period", step=title, period=period, norm=norm)


def _only_here(side: Side, other: Side) -> list[PlannedStep]:
    """Return the steps that only this procedure asks for."""
    elsewhere = {step.step.id for step in other.plan.steps}
    return [step for step in side.plan.steps if step.step.id not in elsewhere and not step.contingent]


def _needed(step: PlannedStep, context: Context) -> str:
    who = context.t(f"papers.who.{step.step.responsible}")
    optional = [context.t("compare.optional")] if step.optional else []
    norms = context.t("page.list").join(step.step.norms)
    return context.t("page.separator").join(
        part for part in (context.words(step.step.title), who, *optional, norms) if part
    )


def _risks(side: Side, context: Context) -> list[str]:
    """Return what can lapse on this road, and which lengths nobody knows."""
    t = context.t
    said = [t("comparison.lapse", text=context.words(lapse.clause.deadline.text)) for lapse in side.lapses]
    unknown = [
        context.words(step.step.title) for steps in side.by_kind.values() for step in steps if not step.duration.max
    ]
    endless = [step for step in dict.fromkeys(unknown) if side.plan.finish.latest is None]
    return [*said, *(t("compare.endless", step=step) for step in endless)]
