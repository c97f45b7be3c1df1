"""What a change would do to a result that is there, before it counts: take it over, throw it away, or go back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from employer_assistant.cases.commands import Command
from employer_assistant.cases.preview import Preview
from employer_assistant.rules.assessment import Status
from employer_assistant.rules.wording import answer_text
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit.notice import Notice
from employer_assistant.ui.kit.widgets import Button, Card, PlainLabel, PrimaryButton
from employer_assistant.ui.page import ScrollingPage
from employer_assistant.ui.screens.difference_view import difference_view
from employer_assistant.ui.screens.parts import Fitting


def _nothing() -> None:
    """Do nothing."""


def weigh(
    context: Context, command: Command, taken: Callable[[], object] = _nothing, dropped: Callable[[], object] = _nothing
) -> None:
    """Run a command, but show first what it changes if there is a result or a begun road that would differ.

    ``taken`` is called after the command was run, ``dropped`` if the user threw it away. Whoever goes elsewhere or
    back meanwhile has decided nothing: neither is called, and the case stays as it was.
    """
    seen = context.controller.preview(command)
    if seen.asks:
        context.window.lay_over(ChangePage(context, seen, command, taken, dropped))
        return
    if context.do(command):
        if seen.old.assessment.best is not None:
            context.window.note = context.t("ui.change.nothing")
        taken()
        context.moved()


class ChangePage(ScrollingPage):
    """The page laid over the one on which the change was wanted."""

    def __init__(
        self,
        context: Context,
        seen: Preview,
        command: Command,
        taken: Callable[[], object],
        dropped: Callable[[], object],
    ) -> None:
        super().__init__(context)
        self._case = seen.old.case
        t = context.t
        self.heading.setText(t("ui.change.title"))
        self.changed = PlainLabel("\n".join(answers_changed(seen, context)), quiet=True)
        self.changed.setVisible(bool(self.changed.text()))
        self.summary = Notice(summary(seen, context), "caution")
        self.take = PrimaryButton(t("ui.change.take"))
        self.drop = Button(t("ui.change.drop"))
        self.return_ = Button(t("ui.change.back"))
        self.take.clicked.connect(partial(self._take, command, taken))
        self.drop.clicked.connect(partial(self._drop, dropped))
        self.return_.clicked.connect(self.back)
        acts = Fitting(self.take, self.drop, self.return_)
        self.body.add(self.changed, self.summary, acts, Card("", difference_view(seen, context)))

    def refresh(self) -> None:
        """Go away when the case has changed, be it by this change or by an undo: what is shown here is then old."""
        if self.context.controller.case is not self._case:
            self.context.window.lay_over(None)

    def first_focus(self) -> QWidget:
        """The summary: it is read out, and an Enter too much accepts nothing."""
        return self.summary

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Decide nothing with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.back()
        else:
            super().keyPressEvent(event)

    def back(self) -> bool:
        """Go back to where the change was wanted; nothing is decided, what was typed is still there."""
        self.context.window.lay_over(None)
        return True

    def _take(self, command: Command, taken: Callable[[], object], _on: bool = False) -> None:
        if self.context.do(command):
            taken()

    def _drop(self, dropped: Callable[[], object], _on: bool = False) -> None:
        self.context.window.lay_over(None)
        dropped()


def answers_changed(seen: Preview, context: Context) -> list[str]:
    """Return each answer that is another, as it was and as it would be."""
    old, new = seen.old.case.answers, seen.new.case.answers
    library, lines = context.library, []
    for fact in (library.facts[one] for one in dict.fromkeys((*old, *new)) if one in library.facts):
        if old.get(fact.id) != new.get(fact.id):
            before, after = (
                answer_text(fact, one[fact.id], library, context.language)
                if fact.id in one
                else context.t("ui.change.no_answer")
                for one in (old, new)
            )
            lines.append(context.t("ui.change.answer", what=context.words(fact.label), old=before, new=after))
    return lines


def summary(seen: Preview, context: Context) -> str:
    """Return in a few sentences what matters most: the route followed, routes that open or close, the first day."""
    t, library = context.t, context.library
    said: list[str] = []
    if seen.old.assessment.title_needed and not seen.new.assessment.title_needed:
        said.append(t("ui.change.not_needed"))
    elif seen.old.route != seen.new.route:
        route = library.routes.get(seen.new.route or "")
        said.append(t("ui.change.route", route=context.words(route.short)) if route else t("ui.change.no_route"))
    usable = (Status.OPEN, Status.REACHABLE)
    turns = seen.difference.routes
    opened = [turn for turn in turns if turn.new in usable and turn.old not in usable]
    left = [turn for turn in turns if turn.old in usable and turn.new not in usable]
    lost = [turn for turn in left if turn.new is Status.CLOSED]
    unsure = [turn for turn in left if turn.new is Status.UNDECIDED]
    for key, found in (("opened", opened), ("lost", lost), ("unsure", unsure)):
        if found:
            names = ", ".join(t("ui.change.name", route=context.words(turn.route.short)) for turn in found)
            said.append(t(f"ui.change.{key}", n=len(found), routes=names))
    return " ".join((*(said or [t("ui.change.small")]), t("ui.change.not_yet")))
