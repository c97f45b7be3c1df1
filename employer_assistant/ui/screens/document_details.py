"""What to know about a paper: who brings it in which form, how many, how old it may be, how it is proved genuine."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from employer_assistant.plan.copies import copies_of
from employer_assistant.plan.fitting import fitting
from employer_assistant.plan.model import Authentication, Plan, PlannedDocument
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit.layout import stack
from employer_assistant.ui.kit.widgets import PlainLabel
from employer_assistant.ui.screens.bases import of_document
from employer_assistant.ui.screens.document_groups import Wanted
from employer_assistant.ui.screens.parts import labelled
from employer_assistant.ui.screens.source_link import source_lines
from employer_assistant.ui.screens.thinking import shown_plan


def who_and_form(planned: PlannedDocument, context: Context) -> str:
    """Return who brings a paper and in which form, in one line."""
    document = planned.document
    who = context.words(document.who_text) if document.who_text else context.t(f"papers.who.{document.who}")
    if document.form_text is not None:
        form = context.words(document.form_text)
    else:
        form = context.t("page.list").join(context.t(f"papers.form.{form}") for form in planned.forms)
    return context.t("page.separator").join(part for part in (who, form) if part)


def details(wanted: Wanted, context: Context) -> QWidget:
    """Return everything else that is known about a paper."""
    t, document = context.t, wanted.planned.document
    parts: list[QWidget] = []
    if document.official is not None:
        parts.append(PlainLabel(t("papers.documents.official", official=context.words(document.official))))
    parts.append(labelled(t("document.copies"), *_copies(document.id, context)))
    if wanted.planned.ages:
        parts.append(labelled(t("papers.documents.age"), *(context.words(age) for age in wanted.planned.ages)))
    if wanted.planned.authentications:
        lines = [authentication(one, context) for one in wanted.planned.authentications]
        parts.append(labelled(t("document.authentication"), *lines))
    parts += [PlainLabel(context.words(note)) for note in fitting(document.notes, context.controller.situation())]
    if wanted.also:
        parts.append(labelled(t("page.documents.also"), *wanted.also))
    return stack(*parts, source_lines(of_document(document), context), space=6)


def _copies(document: str, context: Context) -> Iterator[str]:
    """Say how many the desks ask for; where none of their lists names a number, say that."""
    plan = shown_plan(context)
    found = copies_of(document, plan, context.controller.situation()) if isinstance(plan, Plan) else ()
    if not found:
        yield context.t("document.copies.unknown")
    for one in found:
        key = "document.copies.one" if one.number == 1 else "document.copies.many"
        yield context.t(key, n=one.number, list=context.words(one.asked_by.title))


def authentication(found: Authentication, context: Context) -> str:
    """Return how papers of a state are proved genuine."""
    state = context.words(found.country.name)
    if found.text is not None:
        return context.t("document.authentication.text", state=state, text=context.words(found.text))
    return context.t(f"document.authentication.{found.rule}", state=state)
