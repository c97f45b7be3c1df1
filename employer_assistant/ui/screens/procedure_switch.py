"""Regular or accelerated: two radio buttons, each with the month in which work would likely begin."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QGroupBox

from employer_assistant.content.model import Procedure
from employer_assistant.plan.model import Plan
from employer_assistant.rules.assessment import RouteAssessment
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.widgets import PlainLabel
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
        self.setFlat(True)
        self.buttons: dict[Procedure, RadioLine] = {}
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(theme.px(14))
        group = QButtonGroup(self)
        for procedure in PROCEDURES:
            button = RadioLine()
            button.clicked.connect(lambda _on=False, procedure=procedure: self.chosen.emit(procedure))
            group.addButton(button)
            self.buttons[procedure] = button
            self._line.addWidget(button)
        self.remark = PlainLabel("", "small")
        self._line.addWidget(self.remark, 1)

    def show_route(self, found: RouteAssessment, procedure: Procedure) -> None:
        """Show what each procedure would bring for the route, and which one is chosen."""
        state = accelerated_state(self.context, found)
        for one, button in self.buttons.items():
            possible = one == "regular" or state != "no"
            plan = plan_for(self.context, found, one) if possible else None
            button.setText(procedure_line(one, plan if isinstance(plan, Plan) else None, self.context))
            button.setEnabled(possible)
            button.setVisible(possible)
            button.setChecked(one == procedure)
            button.updateGeometry()
        self.remark.setText(self.context.t(f"page.procedure.{state}"))
        self._fit()

    def _fit(self) -> None:
        """Put the buttons below each other where they do not fit side by side."""
        wanted = sum(button.sizeHint().width() for button in self.buttons.values()) + theme.px(160)
        wide = self.width() >= wanted
        self._line.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def resizeEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Lay out anew."""
        self._fit()
