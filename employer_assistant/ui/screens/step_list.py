"""The steps of the road by phase. Rows stay in place while they are ticked, so that focus and eye stay too."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from employer_assistant.plan import after_start
from employer_assistant.plan.model import Plan, PlannedStep
from employer_assistant.plan.planning import PHASES
from employer_assistant.plan.wording import phase_text
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.layout import clear
from employer_assistant.ui.kit.widgets import Card, Divider, PlainLabel
from employer_assistant.ui.screens.fold import Fold, fold
from employer_assistant.ui.screens.rail import half_key
from employer_assistant.ui.screens.step_row import StepRow

_KEPT = "road.open"


class StepList(QWidget):
    """All steps. Signals carry the id of the step first: what was ticked, taken, or is looked at."""

    ticked = Signal(str, bool)
    taken = Signal(str, bool)
    chosen = Signal(str)
    entered = Signal()
    rebuilding = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.rows: dict[str, StepRow] = {}
        self.folds: dict[str, Fold] = {}
        self.selected = ""
        self._plan: dict[str, PlannedStep] = {}
        self._names: dict[str, str] = {}
        self._shape: tuple[tuple[str, frozenset[str]], ...] = ()
        self._order: tuple[str, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(14))

    def show_plan(self, plan: Plan) -> None:
        """Show the steps; rows are made anew only if other steps belong to the road now."""
        groups = _groups(plan)
        situation, language = self.context.controller.situation(), self.context.language
        self._names = {phase: phase_text(phase, plan, situation, language) for phase in PHASES}
        self._plan = {step.step.id: step for step in plan.steps}
        shape = tuple((group, frozenset(step.step.id for step in steps)) for group, steps in groups.items())
        if shape != self._shape:
            self._shape = shape
            self._order = tuple(step.step.id for steps in groups.values() for step in steps)
            focused = next((step for step, row in self.rows.items() if row.tick.hasFocus()), "")
            self._build(groups)
            if focused in self.rows:
                self.rows[focused].tick.setFocus(Qt.FocusReason.OtherFocusReason)
        for step, row in self.rows.items():
            row.show_step(self._plan[step])
        self._name_folds(groups)

    def _build(self, groups: dict[str, list[PlannedStep]]) -> None:
        self.rebuilding.emit()
        clear(self._column)
        self.rows, self.folds = {}, {}
        for half, title in (("before", "page.road.steps"), ("after", f"page.road.{half_key(self.context)}.after")):
            mine = {group: steps for group, steps in groups.items() if half_of(group) == half}
            if mine:
                self._column.addWidget(self._card(half, title, mine))

    def _card(self, half: str, title: str, groups: dict[str, list[PlannedStep]]) -> Card:
        card = Card() if half == "before" else Card(self.context.t(title))
        card.setAccessibleName(self.context.t(title))
        if half == "after":
            card.add(PlainLabel(self.context.t(f"page.road.{half_key(self.context)}.after.intro"), "small"))
        opened = self._opened()
        for place, (group, steps) in enumerate(groups.items()):
            here = any(step.status == "next" for step in steps)
            made = fold(group, partial(self._rows, group, steps), self.context.t, section=True)
            made.button.toggled.connect(partial(self._keep_open, group))
            self.folds[group] = made
            if place:
                card.add(Divider())
            card.add(made)
            if opened.get(group, here):
                made.unfold()
        return card

    def _rows(self, group: str, steps: Sequence[PlannedStep]) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if group in ("optional", "contingent"):
            column.addWidget(PlainLabel(self.context.t(f"papers.steps.{group}.intro"), "small"))
        for place, planned in enumerate(steps):
            if place:
                column.addWidget(Divider())
            column.addWidget(self._row(planned.step.id))
        return box

    def _row(self, step: str) -> StepRow:
        row = StepRow(self.context, step)
        row.ticked.connect(partial(self.ticked.emit, step))
        row.taken.connect(partial(self.taken.emit, step))
        row.chosen.connect(partial(self._choose, step))
        row.tick.moved.connect(partial(self._move, step))
        row.tick.entered.connect(self.entered)
        self.rows[step] = row
        row.show_step(self._plan[step])
        row.select(step == self.selected)
        return row

    def _choose(self, step: str) -> None:
        self.select(step)
        self.chosen.emit(step)

    def select(self, step: str) -> None:
        """Mark one step as looked at."""
        self.selected = step
        for other, row in self.rows.items():
            row.select(other == step)

    def _move(self, step: str, by: int) -> None:
        """Give the focus to the row above or below, among those that are unfolded."""
        seen = [other for other in self._order if other in self.rows and self.rows[other].isVisibleTo(self)]
        place = seen.index(step) + by
        if 0 <= place < len(seen):
            self.rows[seen[place]].tick.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self, step: str) -> StepRow | None:
        """Unfold the group of a step and return its row; None if the road has no such step."""
        for group, steps in self._shape:
            if step in steps:
                self.folds[group].unfold()
                return self.rows.get(step)
        return None

    def first_of(self, phase: str) -> str | None:
        """Return the first open step of a phase, else its first."""
        steps = [step for step in self._plan.values() if step.step.phase == phase and group_of_step(step) == phase]
        undone = [step for step in steps if step.status != "done"]
        return next((step.step.id for step in undone or steps), None)

    def half_of(self, step: str) -> str:
        """Return whether a step stands before the entry or after it."""
        return half_of(group_of_step(self._plan[step])) if step in self._plan else "before"

    def first_in(self, half: str) -> str | None:
        """Return the first open step before or after the entry, else the first one there."""
        steps = [step for step in self._order if self.half_of(step) == half]
        undone = [step for step in steps if self._plan[step].status != "done"]
        return next(iter(undone or steps), None)

    def _name_folds(self, groups: dict[str, list[PlannedStep]]) -> None:
        for group, steps in groups.items():
            done = sum(step.status == "done" for step in steps)
            if group in ("optional", "contingent"):
                title = self.context.t("page.road.group.n", title=self.context.t(f"papers.steps.{group}"), n=len(steps))
            elif group == "if":
                title = self.context.t("page.road.group.n", title=self.context.t("duties.if"), n=len(steps))
            else:
                name = self._name(group)
                title = self.context.t("page.road.group", title=name, done=done, all=len(steps))
            self.folds[group].rename(title)

    def _name(self, group: str) -> str:
        if half_of(group) == "after":
            return self.context.t(f"duties.{group}")
        return self._names[group]

    def _opened(self) -> dict[str, bool]:
        kept = self.context.kept.setdefault(f"{_KEPT}.{self.context.controller.case_id}", {})
        assert isinstance(kept, dict)  # noqa: S101 - only this list writes it
        return kept

    def _keep_open(self, group: str, on: bool) -> None:
        self._opened()[group] = on


def half_of(group: str) -> str:
    """Return whether a group of steps stands before the entry or after it."""
    return "after" if group in after_start.GROUPS else "before"


def group_of_step(step: PlannedStep) -> str:
    """Return the group a step stands in: its phase, what follows the entry by kind, or apart."""
    if step.optional:
        return "optional"
    if step.step.phase in after_start.PHASES:
        return after_start.group_of(step)
    return "contingent" if step.contingent and step.status != "done" and step.start is None else step.step.phase


def _groups(plan: Plan) -> dict[str, list[PlannedStep]]:
    """Return the steps in the order of the page: up to the visa, the optional and rare ones, then what follows."""
    before = [phase for phase in PHASES if phase not in after_start.PHASES]
    found: dict[str, list[PlannedStep]] = {
        group: [] for group in (*before, "optional", "contingent", *after_start.GROUPS)
    }
    for step in plan.steps:
        found[group_of_step(step)].append(step)
    return {group: steps for group, steps in found.items() if steps}
