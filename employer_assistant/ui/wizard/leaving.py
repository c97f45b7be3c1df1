"""Before the window closes, turns to another file or deletes one: what is only typed would be lost."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from employer_assistant.ui.context import Context
from employer_assistant.ui.dialogs import confirm
from employer_assistant.ui.wizard.journey import DRAFTS


def left_typed(context: Context) -> tuple[str, ...]:
    """Return the labels of the questions under which something typed is not an answer yet, in any case seen."""
    facts = context.controller.library.facts
    return tuple(dict.fromkeys(context.words(facts[fact].label) for fact in _drafted(context)))


def may_close(window: QWidget, context: Context) -> bool:
    """Ask whether to close although something typed is not taken over; the safe way is back to it."""
    labels = left_typed(context)
    if not labels:
        return True
    t = context.t
    return confirm(window, t("close.typed", facts=", ".join(labels)), t("close.typed.yes"), t("close.typed.no"))


def lost_too(context: Context) -> str:
    """Return what a question that ends with the file gone says first: what is only typed is not in the file."""
    labels = left_typed(context)
    return context.t("delete.typed", facts=", ".join(labels)) + "\n\n" if labels else ""


def _drafted(context: Context) -> Iterator[str]:
    for key, drafts in context.kept.items():
        if key.startswith(DRAFTS) and isinstance(drafts, dict):
            yield from drafts
