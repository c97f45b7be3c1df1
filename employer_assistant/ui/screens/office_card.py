"""A desk on a page: who it is, how to reach it, and how far the details can be trusted."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from employer_assistant.content.model import Body, Office
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit.layout import stack
from employer_assistant.ui.kit.widgets import Badge, LinkButton, PlainLabel
from employer_assistant.ui.screens import office_words
from employer_assistant.ui.screens.bases import Basis, of_desk
from employer_assistant.ui.screens.desk_check import desk_check
from employer_assistant.ui.screens.fold import fold
from employer_assistant.ui.screens.parts import breakable, labelled
from employer_assistant.ui.screens.source_link import Sourced, source_lines


def short_desk(desk: Office | Body, context: Context, *, assumed: bool = False) -> QWidget:
    """Return a desk in a few lines: name, address, telephone, mail, age and mark of its details."""
    parts: list[QWidget] = [PlainLabel(office_words.name(desk, context), "strong")]
    if assumed:
        parts.append(PlainLabel(context.t("page.office.assumed"), "small"))
    reach = "\n".join((*office_words.address(desk, context), *office_words.reach(desk, context)))
    if reach:
        parts.append(_selectable(breakable(reach)))
    missing = office_words.missing(desk, context)
    if missing:
        parts.append(PlainLabel(missing, "small"))
    parts += [
        PlainLabel(context.t("page.office.own_note", note=note), "strong") for note in office_words.own_notes(desk)
    ]
    parts.append(_trust(desk, context))
    copy = LinkButton(context.t("page.office.copy"))
    copy.setAccessibleName(context.t("page.office.copy.of", office=office_words.name(desk, context)))
    copy.clicked.connect(partial(_copy, desk, context, copy))
    box = stack(*parts, copy, space=3)
    layout = box.layout()
    if layout is not None:
        layout.setAlignment(copy, Qt.AlignmentFlag.AlignLeft)
    return box


def full_desk(desk: Office | Body, context: Context) -> QWidget:
    """Return a desk with all that is known about it, the rarer things folded."""
    further = [(title, lines) for title, lines in office_words.more(desk, context) if lines]
    box = stack(short_desk(desk, context), desk_check(desk, context), space=2)
    title, basis = context.t("page.office.more"), of_desk(desk)
    name = context.t("page.office.more.of", office=office_words.name(desk, context))
    return Sourced(box, basis, fold(title, partial(_further, further, basis, context), context.t, name=name))


def _further(found: list[tuple[str, tuple[str, ...]]], basis: Basis, context: Context) -> QWidget:
    return stack(*(labelled(context.t(title), *lines) for title, lines in found), source_lines(basis, context), space=8)


def _trust(desk: Office | Body, context: Context) -> QWidget:
    mark, tone = office_words.state_word(desk, context)
    said = [one for one in office_words.marks(desk, context) if one != mark]
    return stack(*([Badge(mark, tone)] if mark else []), PlainLabel("; ".join(said), "small"), space=3)


def _selectable(text: str) -> PlainLabel:
    label = PlainLabel(text)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _copy(desk: Office | Body, context: Context, button: LinkButton, _on: bool = False) -> None:
    button.setText(context.t("page.office.copied"))
    QApplication.clipboard().setText(office_words.as_text(desk, context))
