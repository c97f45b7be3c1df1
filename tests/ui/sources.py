"""Help for tests: every statement of law on a page, and whether one step leads from it to norm, source and date."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from PySide6.QtWidgets import QWidget

from employer_assistant.content.library import Library
from employer_assistant.content.model import Text
from employer_assistant.content.phrases import text
from employer_assistant.papers.words import as_of
from employer_assistant.ui.kit.widgets import PlainLabel
from employer_assistant.ui.screens.fold import Fold
from employer_assistant.ui.screens.source_link import Sourced
from tests.ui.pages import settle, words

SHORTEST = 25
"""Letters from which on a text of the content is a statement and not a name."""


def statements(library: Library, language: str) -> set[str]:
    """Return what the content states about routes, conditions and rule sets, without names and questions."""
    found: set[str] = set()
    names = {text(one, language) for route in library.routes.values() for one in (route.title, route.short)}
    names |= {text(one.title, language) for one in library.content.rulesets}
    for part in (*library.content.routes, *library.content.shared_conditions, *library.content.rulesets):
        found |= set(_texts(part, language))
    actions = {text(one.action, language) for one in library.conditions.values() if one.action}
    return {one for one in found - names - actions if len(one) >= SHORTEST}


def _texts(part: object, language: str) -> Iterator[str]:
    if isinstance(part, Text):
        yield text(part, language)
    elif isinstance(part, msgspec.Struct):
        for name in part.__struct_fields__:
            yield from _texts(getattr(part, name), language)
    elif isinstance(part, tuple):
        for one in part:
            yield from _texts(one, language)


def unfold_all(page: QWidget) -> None:
    """Unfold everything, also what unfolds inside; out of sight, so that the page is laid out only once."""
    page.hide()
    while shut := [one for one in page.findChildren(Fold) if not one.is_open and one.isVisibleTo(page)]:
        for one in shut:
            one.unfold()
        settle()
    page.show()
    settle()


def without_source(page: QWidget, stated: set[str], library: Library, language: str) -> list[str]:
    """Return the visible statements that stand in no `Sourced` which leads to norm (or kind), source and date."""
    missing = []
    for label in page.findChildren(PlainLabel):
        said = [one for one in stated if one in label.text()] if label.isVisibleTo(page) else []
        if said and not _leads(label, page, library, language):
            missing.append(label.text())
    return missing


def _leads(label: QWidget, page: QWidget, library: Library, language: str) -> bool:
    found: QWidget | None = label
    while found is not None and found is not page:
        if isinstance(found, Sourced):
            return complete(found, library, language)
        found = found.parentWidget()
    return False


def complete(found: Sourced, library: Library, language: str) -> bool:
    """Tell whether the one fold of a statement shows its norm and each source with its date."""
    basis = found.basis
    if not basis.complete(library):
        return False
    shown = words(found.opens)
    sources = [library.sources[one] for one in basis.sources]
    dated = all(one.title in shown and as_of(one.as_of, language) in shown for one in sources)
    return dated and all(norm in shown for norm in basis.norms)
