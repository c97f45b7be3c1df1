"""What can be worked on side by side now."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from employer_assistant.plan.model import Plan
from employer_assistant.plan.moves import possible_now
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit.layout import clear
from employer_assistant.ui.kit.widgets import Card, PlainLabel
from employer_assistant.ui.screens.fold import WordsButton

MOST = 6


class NowCard(Card):
    """The steps that can begin now, those that decide the end first. ``wanted`` carries the step that was chosen."""

    wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(context.t("now.title"))
        self.context = context
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.column.addLayout(self._list)
        self._shown: list[tuple[str, bool]] | None = None

    def show_plan(self, plan: Plan) -> None:
        """Show the steps; one alone needs no card, the list of steps marks it."""
        found = possible_now(plan)
        shown = [(step.step.id, step.critical) for step in found]
        self.setVisible(len(found) > 1)
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._list)
        for step in found[:MOST]:
            words = [self.context.words(step.step.title), self.context.t(f"papers.who.{step.step.responsible}")]
            words += [self.context.t("page.step.decides")] if step.critical else []
            button = WordsButton(self.context.t("page.separator").join(words))
            button.clicked.connect(partial(self._want, step.step.id))
            self._list.addWidget(button)
        if len(found) > MOST:
            self._list.addWidget(PlainLabel(self.context.t("now.more", n=len(found) - MOST), "small"))

    def _want(self, step: str, _on: bool = False) -> None:
        self.wanted.emit(step)
