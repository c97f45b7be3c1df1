"""The route and the procedure to try: as in the case, or another one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from employer_assistant.cases.preview import Preview
from employer_assistant.rules.assessment import Status
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit.layout import stack
from employer_assistant.ui.kit.widgets import Card, ComboBox, PlainLabel
from employer_assistant.ui.screens.difference_words import route_of
from employer_assistant.ui.screens.procedure_switch import PROCEDURES
from employer_assistant.ui.what_if.trial import Trial


class RouteChoice(Card):
    """Two lists. ``tried``: another route or procedure was chosen."""

    tried = Signal()

    def __init__(self, context: Context, trial: Trial) -> None:
        super().__init__(context.t("what_if.road"))
        self._context, self._trial = context, trial
        t = context.t
        self.routes, self.procedures = ComboBox(t("difference.route")), ComboBox(t("page.procedure.name"))
        self.now = PlainLabel("", "small"), PlainLabel("", "small")
        self.then = PlainLabel("", "strong")
        for label, now, box in zip(("difference.route", "page.procedure.name"), self.now, self._boxes(), strict=True):
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            self.add(stack(PlainLabel(t(label)), now, box, space=2))
        self.add(self.then)
        self.routes.activated.connect(self._choose)
        self.procedures.activated.connect(self._choose)

    def _boxes(self) -> tuple[ComboBox, ComboBox]:
        return self.routes, self.procedures

    def show_preview(self, seen: Preview) -> None:
        """Offer the routes that the trial leaves, and show what is chosen."""
        t, words = self._context.t, self._context.words
        self.routes.clear()
        self.now[0].setText(t("what_if.now", answer=route_of(seen.old, self._context)))
        self.routes.addItem(t("what_if.as_case"), None)
        for found in seen.new.assessment.routes:
            offered = found.status is not Status.CLOSED and found.route.id != seen.old.case.route
            if offered or found.route.id == self._trial.route:
                status = t(f"status.{found.status.id}")
                name = t("difference.route.value", route=words(found.route.short), status=status)
                self.routes.addItem(name, found.route.id)
        self.routes.setCurrentIndex(max(0, self.routes.findData(self._trial.route)))
        self.procedures.clear()
        now = seen.old.case.procedure or "regular"
        self.now[1].setText(t("what_if.now", answer=t(f"page.procedure.{now}")))
        self.procedures.addItem(t("what_if.as_case"), None)
        for procedure in PROCEDURES:
            if procedure != now:
                self.procedures.addItem(t(f"page.procedure.{procedure}"), procedure)
        self.procedures.setCurrentIndex(max(0, self.procedures.findData(self._trial.procedure)))
        chosen = self.routes.currentText() if self._trial.route is not None else ""
        self.then.setText(t("what_if.then", answer=chosen))
        self.then.setVisible(bool(chosen))

    def _choose(self) -> None:
        self._trial.route = self.routes.currentData()
        self._trial.procedure = self.procedures.currentData()
        self.tried.emit()
