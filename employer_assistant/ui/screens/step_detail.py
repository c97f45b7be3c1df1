"""Everything about one step: what to do, how long, by when, on what it rests, which papers, which desk, who helps."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from employer_assistant.content.desks import phone_line
from employer_assistant.content.model import Text
from employer_assistant.papers.form import forms_of_steps
from employer_assistant.papers.words import duration, money_range, span
from employer_assistant.plan.fitting import fitting
from employer_assistant.plan.model import PlannedDeadline, PlannedStep
from employer_assistant.plan.moves import MOST_SLACK
from employer_assistant.plan.offices import Desks
from employer_assistant.plan.wording import reckoned_text
from employer_assistant.rules.wording import date_text
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit.layout import stack
from employer_assistant.ui.kit.widgets import Card, LinkButton, PlainLabel
from employer_assistant.ui.screens import office_words
from employer_assistant.ui.screens.bases import of_step
from employer_assistant.ui.screens.certainty import certainty
from employer_assistant.ui.screens.fold import WordsButton, fold
from employer_assistant.ui.screens.office_card import short_desk
from employer_assistant.ui.screens.parts import labelled
from employer_assistant.ui.screens.source_link import sourced
from employer_assistant.ui.screens.step_words import questions_to_ask
from employer_assistant.ui.screens.thinking import effect_of

HELPERS = ("welcome_center", "advice")
"""Roles of those who help free of charge."""


def step_task(planned: PlannedStep, context: Context) -> Card:
    """Return the card that says what to do, when, and what a delay does."""
    title, what = context.words(planned.step.title), PlainLabel(context.words(planned.step.what))
    card = Card(title, sourced(what, of_step(planned.step), context, title))
    finish = planned.told_finish
    if finish is not None and planned.status != "done":
        card.add(labelled(context.t("papers.steps.when"), span(finish, context.language), *_delay(planned, context)))
    for form in forms_of_steps().get(planned.step.id, ()):
        button = WordsButton(context.t("page.detail.paper", paper=context.words(form.title)))
        button.clicked.connect(partial(_open_paper, context, form.id))
        card.add(button)
    return card


def _open_paper(context: Context, form: str, _on: bool = False) -> None:
    context.go("print", form)


def step_detail(planned: PlannedStep, desks: Desks, context: Context) -> list[QWidget]:
    """Return the cards about a step: what else to know, and the desks."""
    step, t = planned.step, context.t
    norms = (clause.deadline.norm for clause in planned.deadlines)
    about = stack(*_more(planned, context), space=8)
    more = Card(t("page.detail.more"), sourced(about, of_step(step, *norms), context, t("page.detail.more")))
    where = Card(t("page.detail.desk"))
    if planned.office is not None:
        where.add(short_desk(planned.office, context, assumed=planned.office_assumed))
    elif step.responsible not in ("employer", "worker") or step.office:
        where.add(PlainLabel(context.words(step.authority)))
        where.add(PlainLabel(t("page.detail.desk.unknown"), "small"))
    else:
        where.add(PlainLabel(context.words(step.authority)))
    if planned.documents:
        where.add(_documents(planned, context))
    asked = questions_to_ask(planned, context)
    if asked:
        where.add(labelled(t("page.detail.ask"), *asked))
    return [where, more, *_helpers(desks, context)]


def _more(planned: PlannedStep, context: Context) -> Iterator[QWidget]:
    step, t, language = planned.step, context.t, context.language
    kind, basis = certainty(planned.duration.kind, language), context.words(planned.duration.basis)
    words = t("papers.steps.duration.value", duration=duration(planned.duration, language), kind=kind, basis=basis)
    yield labelled(t("papers.steps.duration"), words)
    earliest = [clause for clause in planned.deadlines if clause.earliest]
    if earliest:
        yield labelled(t("papers.steps.from"), *(_deadline(clause, context) for clause in earliest))
    lines = [_deadline(clause, context) for clause in planned.deadlines if not clause.earliest]
    reckoned = dict.fromkeys(reckoned_text(clause, context.library, language) for clause in planned.deadlines)
    note = [*filter(None, reckoned), *([context.words(step.deadline_note)] if step.deadline_note else [])]
    if lines or note:
        yield labelled(t("papers.steps.deadline"), *lines, *note)
    fee = planned.fee
    if fee.max is None or fee.max:
        amount = money_range(fee.min, fee.max, language)
        words = t("papers.steps.fee.value", amount=amount, payer=t(f"papers.who.{fee.payer}"))
        notes = [context.words(text) for text in (fee.basis, fee.reason, fee.note) if text is not None]
        yield labelled(t("papers.steps.fee"), words, *notes)
    hints = fitting(step.hints, context.controller.situation())
    if hints:
        yield fold(t("page.detail.hints", n=len(hints)), partial(_sentences, hints, context), t)


def _delay(planned: PlannedStep, context: Context) -> Iterator[str]:
    """Say what a week of delay does to the first working day, if work waits for the step."""
    found = effect_of(context, planned.step.id)
    if found is not None and found.days_per_week:
        yield context.t("page.detail.delay", days=found.days_per_week)
    elif found is not None and found.slack_days < MOST_SLACK:
        yield context.t("page.detail.slack", days=found.slack_days)


def _sentences(texts: tuple[Text, ...], context: Context) -> QWidget:
    return stack(*(PlainLabel(context.words(text)) for text in texts), space=6)


def _deadline(clause: PlannedDeadline, context: Context) -> str:
    t, rule = context.t, clause.deadline
    strength, words = t(f"papers.strength.{rule.strength}"), context.words(rule.text)
    if rule.norm:
        strength = t("page.separator").join((strength, rule.norm))
    if clause.date is None:
        return t("papers.steps.deadline.undated", text=words, strength=strength)
    day = date_text(clause.date, context.language)
    key = "papers.steps.deadline.assumed" if clause.assumed else "papers.steps.deadline.on"
    said = t(key, day=day, strength=strength, text=words)
    if clause.overshoot:
        return t(f"papers.steps.deadline.{clause.overshoot}", deadline=said)
    return said


def _documents(planned: PlannedStep, context: Context) -> QWidget:
    t = context.t
    case = context.controller.case
    states = case.documents if case is not None else {}
    lines = []
    for document in planned.documents:
        state = t(f"papers.documents.state.{states[document].state if document in states else 'missing'}")
        lines.append(
            t(
                "papers.findings.answer.one",
                label=context.words(context.library.documents[document].title),
                answer=state,
            )
        )
    button = WordsButton(t("page.detail.documents"))
    button.clicked.connect(partial(_open_documents, context, planned.documents[0]))
    return stack(labelled(t("page.detail.bring"), *lines), button, space=0)


def _open_documents(context: Context, document: str, _on: bool = False) -> None:
    context.go("documents", document)


def _helpers(desks: Desks, context: Context) -> list[QWidget]:
    found = [desk.desk for role in HELPERS for desk in desks.of_role(role)]
    if not found:
        return []
    card = Card(context.t("page.detail.help"))
    for desk in found:
        said = context.t("page.separator").join(
            (
                *office_words.address(desk, context)[1:2],
                *([phone] if (phone := phone_line(desk, context.language)) else []),
            )
        )
        card.add(stack(PlainLabel(office_words.name(desk, context)), PlainLabel(said, "small"), space=0))
    button = LinkButton(context.t("page.detail.offices"))
    button.clicked.connect(partial(_open_offices, context))
    card.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    return [card]


def _open_offices(context: Context, _on: bool = False) -> None:
    context.go("offices", "")
