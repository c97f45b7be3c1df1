"""Regular or accelerated: two radio buttons, each with the month in which work would likely begin."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGroupBox, QVBoxLayout

from employer_assistant.content.model import Procedure
from employer_assistant.plan.model import Plan
from employer_assistant.rules.assessment import RouteAssessment
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit.widgets import PlainLabel
from employer_assistant.ui.screens.parts import Fitting
from employer_assistant.ui.screens.road_words import procedure_line
from employer_assistant.ui.screens.thinking import accelerated_state, plan_for
from employer_assistant.ui.screens.tick_box import RadioLine

PROCEDURES: tuple[Procedure, ...] = ("regular", "accelerated")


class ProcedureSwitch(QGroupBox):
    """The choice of the procedure. ``chosen`` carries the one the user clicked."""

    chosen = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.setAccessibleName(context.t("page.procedure.name"))
        self.buttons: dict[Procedure, RadioLine] = {}
        group = QButtonGroup(self)
        for procedure in PROCEDURES:
            button = RadioLine()
            button.clicked.connect(partial(self._choose, procedure))
            group.addButton(button)
            self.buttons[procedure] = button
        self.remark = PlainLabel("", "small")
        self._line = Fitting(*self.buttons.values(), space=14)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._line)
        column.addWidget(self.remark)

    def show_route(self, found: RouteAssessment, procedure: Procedure) -> None:
        """Show what each procedure would bring for the route, and which one is chosen."""
        state = accelerated_state(self.context, found)
        for one, button in self.buttons.items():
            possible = one == "regular" or state != "no"
            plan = plan_for(self.context, found, one) if possible else None
            button.setText(procedure_line(one, plan if isinstance(plan, Plan) else None, self.context))
            button.setVisible(possible)
            button.setChecked(one == procedure)
            button.updateGeometry()
        remark = "" if state == "yes" else self.context.t(f"page.procedure.{state}")
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))
        self._line.turn()

    def _choose(self, procedure: Procedure, _on: bool = False) -> None:
        self.chosen.emit(procedure)
