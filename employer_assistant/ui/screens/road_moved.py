"""What moved since the road was last looked at, by what, with the way back; it stays until it is understood."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from employer_assistant.cases.log import entry_text
from employer_assistant.plan.difference import Moves, moves
from employer_assistant.plan.model import Plan
from employer_assistant.plan.wording import moves_text
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit.layout import stack
from employer_assistant.ui.kit.widgets import Button, Card, LinkButton, PlainLabel
from employer_assistant.ui.screens.fold import fold
from employer_assistant.ui.screens.parts import buttons

_SEEN, _MOVED = "road.seen", "road.moved"
AT_ONCE = 2
"""Sentences shown before the rest is folded: what is done or the first working day, and by when to begin."""


@dataclass(frozen=True)
class _Seen:
    """The plan that was last shown, and how many acts the log held then."""

    plan: Plan
    acts: int


@dataclass(frozen=True)
class Moved:
    """What moved, and by what: the act in words."""

    moves: Moves
    cause: str


def look(plan: Plan, context: Context) -> Moved | None:
    """Compare a plan with the one that was last shown; return what moved and is not understood yet."""
    case_id = context.controller.case_id
    seen_key, moved_key = f"{_SEEN}.{case_id}", f"{_MOVED}.{case_id}"
    seen = context.kept.get(seen_key)
    if not isinstance(seen, _Seen) or seen.plan is not plan:
        log = context.controller.log()
        context.kept[seen_key] = _Seen(plan, len(log))
        if isinstance(seen, _Seen) and seen.plan.route.route.id == plan.route.route.id:
            found = moves(seen.plan, plan)
            if found.steps or found.deadlines or found.finish[0] != found.finish[1]:
                context.kept[moved_key] = Moved(found, _cause(len(log) - seen.acts, context))
    kept = context.kept.get(moved_key)
    return kept if isinstance(kept, Moved) else None


def understood(context: Context) -> None:
    """Forget what moved."""
    context.kept.pop(f"{_MOVED}.{context.controller.case_id}", None)


def _cause(acts: int, context: Context) -> str:
    if acts == 1:
        return entry_text(context.controller.log()[-1], context.library, context.language)
    return context.t("moved.acts", n=acts) if acts else context.t("moved.time")


class MovedCard(Card):
    """The notice. ``closed``: the user has understood it."""

    closed = Signal()

    def __init__(self, moved: Moved, context: Context) -> None:
        t = context.t
        super().__init__(t("moved.title"))
        self.moved = moved
        sentences = moves_text(moved.moves, context.library, context.language)
        self.sentence = sentences[0]
        self.add(PlainLabel(t("moved.cause", cause=moved.cause), "small"))
        for sentence in sentences[:AT_ONCE]:
            self.add(PlainLabel(sentence))
        rest = sentences[AT_ONCE:]
        if rest:
            self.add(fold(t("moved.rest", n=len(rest)), partial(_lines, rest), t))
        close = Button(t("ui.understood"))
        close.clicked.connect(self.closed)
        acts: list[Button] = [close]
        if context.controller.undo_label is not None:
            undo = LinkButton(t("moved.undo"))
            undo.clicked.connect(context.window.undo)
            acts.append(undo)
        self.add(buttons(*acts))


def _lines(sentences: tuple[str, ...]) -> QWidget:
    return stack(*(PlainLabel(sentence) for sentence in sentences), space=4)
