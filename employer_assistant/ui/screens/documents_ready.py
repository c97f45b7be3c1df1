"""Is everything together for the next appointments? Answered before they are, desk by desk and step by step."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from employer_assistant.plan.documents import Complete, complete_for
from employer_assistant.plan.model import Plan, PlannedDocument, PlannedStep
from employer_assistant.rules.wording import date_text
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.layout import Turning, clear, stack
from employer_assistant.ui.kit.widgets import Badge, Card, Divider, PlainLabel
from employer_assistant.ui.screens.document_groups import desk_name
from employer_assistant.ui.screens.fold import Fold, WordsButton, fold

AT_ONCE = 3
"""Appointments shown at once; the later ones are folded."""


def appointments(plan: Plan, context: Context) -> list[PlannedStep]:
    """Return the open steps at which a desk wants to see papers, by the day on which they likely begin."""
    own = context.t("papers.documents.self")
    found = [
        step
        for step in plan.steps
        if step.documents and step.status != "done" and not (step.optional or step.contingent)
        if desk_name(step, context) != own
    ]
    return sorted(found, key=lambda step: (step.start is None, step.start.likely if step.start else plan.on))


class ReadyCard(Card):
    """The next appointments, each with yes or what is missing. ``wanted`` carries the paper that was chosen."""

    wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(context.t("ready.title"))
        self.context = context
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(8))
        self.column.addLayout(self._list)
        self._shown: object = None
        self._open: set[str] = set()

    def show_plan(self, plan: Plan) -> None:
        """Show the appointments; what was unfolded stays so."""
        found = appointments(plan, self.context)
        shown = [(step.step.id, complete_for(plan, step.step.id)) for step in found]
        self.setVisible(bool(found))
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._list)
        for place, step in enumerate(found[:AT_ONCE]):
            if place:
                self._list.addWidget(Divider())
            self._list.addWidget(self._appointment(step, complete_for(plan, step.step.id)))
        rest = found[AT_ONCE:]
        if rest:
            t = self.context.t
            later = fold(t("ready.later", n=len(rest)), partial(self._later, rest, plan), t)
            self._remember(later, "later")
            self._list.addWidget(later)

    def _later(self, steps: Iterable[PlannedStep], plan: Plan) -> QWidget:
        return stack(*(self._appointment(step, complete_for(plan, step.step.id)) for step in steps))

    def _appointment(self, step: PlannedStep, found: Complete) -> QWidget:
        t, title = self.context.t, self.context.words(step.step.title)
        day = date_text(step.start.likely, self.context.language) if step.start is not None else ""
        said = t("ready.when", desk=desk_name(step, self.context), day=day)
        line = Turning(430)
        line.line.addWidget(
            stack(PlainLabel(title, "strong"), PlainLabel(said, "small"), space=2), 1, Qt.AlignmentFlag.AlignTop
        )
        key = "ready.yes" if found.complete else "ready.one" if len(found.missing) == 1 else "ready.no"
        badge = Badge(t(key, n=len(found.missing)), "positive" if found.complete else "caution")
        line.line.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        if not found.missing and not found.perhaps:
            return line
        name = t("ready.which.of", step=title)
        which = fold(t("ready.which"), partial(self._missing, found), t, name=name)
        self._remember(which, step.step.id)
        return stack(line, which, space=0)

    def _missing(self, found: Complete) -> QWidget:
        parts: list[QWidget] = [self._paper(paper, "") for paper in found.missing]
        for paper in found.perhaps:
            condition = self.context.words(paper.only_if) if paper.only_if is not None else ""
            parts.append(self._paper(paper, self.context.t("papers.documents.only-if", condition=condition)))
        return stack(*parts, space=0)

    def _paper(self, paper: PlannedDocument, remark: str) -> QWidget:
        title = self.context.words(paper.document.title)
        button = WordsButton(self.context.t("page.separator").join(part for part in (title, remark) if part))
        button.clicked.connect(partial(self._want, paper.document.id))
        return button

    def _want(self, paper: str, _on: bool = False) -> None:
        self.wanted.emit(paper)

    def _remember(self, made: Fold, key: str) -> None:
        if key in self._open:
            made.unfold()
        made.button.toggled.connect(partial(self._toggle, key))

    def _toggle(self, key: str, on: bool) -> None:
        (self._open.add if on else self._open.discard)(key)
