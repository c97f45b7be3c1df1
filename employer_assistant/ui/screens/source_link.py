"""The one way from any statement to its norm, its sources and their days: a line that unfolds below the statement."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from employer_assistant.content.model import Source
from employer_assistant.content.norms import cited
from employer_assistant.papers.words import as_of
from employer_assistant.rules.wording import date_text
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.layout import stack
from employer_assistant.ui.kit.widgets import PlainLabel
from employer_assistant.ui.screens.bases import Basis
from employer_assistant.ui.screens.certainty import certainty
from employer_assistant.ui.screens.fold import Fold, fold
from employer_assistant.ui.screens.parts import breakable


class Sourced(QWidget):
    """Statements with the fold that leads to norm, source and date. ``basis``: what they rest on.

    The fold stands below the statements, unless ``elsewhere``: inside them, or below several that share it.
    """

    def __init__(self, words: QWidget, basis: Basis, opens: Fold, *, elsewhere: bool = False) -> None:
        super().__init__()
        self.basis, self.opens = basis, opens
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        column.addWidget(words)
        if not elsewhere:
            column.addWidget(opens)


def sourced(words: QWidget, basis: Basis, context: Context, of: str) -> Sourced:
    """Return statements with the line that leads to their sources. ``of`` names them for screen readers."""
    return Sourced(words, basis, source_link(basis, context, of))


def source_link(basis: Basis, context: Context, of: str) -> Fold:
    """Return the line "Quelle: …" that unfolds norm, sources and dates."""
    title = context.t("source.link", basis=basis_line(basis, context))
    return fold(title, partial(source_lines, basis, context), context.t, name=context.t("source.link.of", what=of))


def basis_line(basis: Basis, context: Context) -> str:
    """Return kind and norms in one line."""
    if basis.own:
        return context.t("source.own.short")
    kind = certainty(basis.kind, context.language) if basis.kind else ""
    norms = context.t("page.list").join(cited(norm, context.language) for norm in basis.norms)
    return context.t("page.separator").join(part for part in (kind, norms) if part)


def source_lines(basis: Basis, context: Context) -> QWidget:
    """Return the norms, then each source with title and day; an address of the web can be marked and copied."""
    lines: list[QWidget] = []
    if basis.own:
        day = date_text(context.controller.today(), context.language)
        lines.append(PlainLabel(context.t("source.own", day=day), "small"))
    if basis.advice:
        lines.append(PlainLabel(context.t("source.advice"), "small"))
    if basis.norms:
        norms = context.t("page.list").join(cited(norm, context.language) for norm in basis.norms)
        lines.append(PlainLabel(context.t("source.norm", norms=norms), "small"))
    known = (context.library.sources.get(source) for source in basis.sources)
    lines += [_source(source, context) for source in known if source is not None]
    return stack(*lines, space=4)


def _source(source: Source, context: Context) -> QWidget:
    parts = (source.title, as_of(source.as_of, context.language))
    words = context.t("source.one", source=context.t("page.separator").join(parts))
    shown = breakable(source.url) if source.kind != "law" else ""
    label = PlainLabel("\n".join(part for part in (words, shown) if part), "small")
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
