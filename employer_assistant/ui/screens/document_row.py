"""One paper: what it is, who brings it in which form, and how far it is, with day and remark."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from employer_assistant.cases.model import DocumentState, DocumentStateName
from employer_assistant.plan.documents import MISSING
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.layout import Turning, stack
from employer_assistant.ui.kit.widgets import ComboBox, PlainLabel
from employer_assistant.ui.screens.day_field import DayField
from employer_assistant.ui.screens.document_details import details, who_and_form
from employer_assistant.ui.screens.document_groups import Wanted
from employer_assistant.ui.screens.document_scan import ScanPlace
from employer_assistant.ui.screens.fold import fold

STATES: tuple[DocumentStateName, ...] = ("asked", "received", "checked", "sent")
NOTE_LENGTH = 500


class DocumentRow(QWidget):
    """A paper. ``changed`` carries its new state, None if nothing is known of it any more."""

    changed = Signal(object)

    def __init__(self, context: Context, wanted: Wanted) -> None:
        super().__init__()
        self.context = context
        self.document = wanted.planned.document
        self._state: DocumentState | None = None
        title = context.words(self.document.title)
        self.states = ComboBox(context.t("page.documents.state.of", document=title))
        for name in (MISSING, *STATES):
            self.states.addItem(context.t(f"papers.documents.state.{name}"), name)
        self.states.activated.connect(self._choose)
        self.day: DayField | None = None
        self.note: QLineEdit | None = None
        self.scan: ScanPlace | None = None
        line = Turning(430)
        self._about_box = stack(PlainLabel(title, "strong"), *self._about(wanted), space=2)
        line.line.addWidget(self._about_box, 1, Qt.AlignmentFlag.AlignTop)
        self._entry = QVBoxLayout()
        self._entry.setSpacing(theme.px(4))
        self._entry.setContentsMargins(0, 0, 0, 0)
        self._entry.addWidget(self.states)
        entry = QWidget()
        entry.setLayout(self._entry)
        entry.setFixedWidth(theme.px(190))
        line.line.addWidget(entry, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(8), 0, theme.px(8))
        column.addWidget(line)

    def _about(self, wanted: Wanted) -> list[QWidget]:
        t, document = self.context.t, self.document
        parts: list[QWidget] = [PlainLabel(who_and_form(wanted.planned, self.context), "small")]
        if wanted.planned.only_if is not None:
            condition = self.context.words(wanted.planned.only_if)
            parts.append(PlainLabel(t("papers.documents.only-if", condition=condition), "small"))
        if not document.checked:
            parts.append(PlainLabel(t("papers.documents.unchecked"), "small"))
        name = t("page.documents.more.of", document=self.context.words(document.title))
        parts.append(fold(t("page.documents.more"), partial(details, wanted, self.context), t, name=name))
        return parts

    def show_state(self, state: DocumentState | None) -> None:
        """Show how far the paper is; day and remark appear once something is known."""
        self._state = state
        self.states.setCurrentIndex(self.states.findData(state.state if state is not None else MISSING))
        if state is not None:
            self._make_fields()
        if self.day is not None and self.note is not None:
            self.day.setVisible(state is not None)
            self.note.setVisible(state is not None)
            self.day.show_day(state.date if state is not None else None)
            if self.scan is not None:
                self.scan.setVisible(state is not None)
                self.scan.show_path(state.path if state is not None else "")
            if not (self.note.hasFocus() and self.note.isModified()):
                self.note.setText(state.note if state is not None else "")

    def _make_fields(self) -> None:
        if self.day is not None:
            return
        t, title = self.context.t, self.context.words(self.document.title)
        self.day = DayField(self.context, t("page.documents.day.of", document=title))
        self.day.entered.connect(self._date)
        self.note = QLineEdit()
        self.note.setMaxLength(NOTE_LENGTH)
        self.note.setPlaceholderText(t("page.documents.note"))
        self.note.setAccessibleName(t("page.documents.note.of", document=title))
        self.note.editingFinished.connect(self._remark)
        self._entry.addWidget(self.day)
        self._entry.addWidget(self.note)
        self.scan = ScanPlace(self.context, title)
        self.scan.changed.connect(self._place)
        box = self._about_box.layout()
        if box is not None:
            box.addWidget(self.scan)
        order = (self.states, self.day.field, self.note, self.scan.choose, self.scan.open, self.scan.forget)
        for first, second in pairwise(order):
            self.setTabOrder(first, second)

    def _choose(self, _place: int) -> None:
        name = self.states.currentData()
        if name == MISSING:
            self.changed.emit(None)
        elif self._state is None or self._state.state != name:
            before = self._state or DocumentState(name)
            self.changed.emit(replace(before, state=name, date=self.context.controller.today()))

    def _date(self, day: object) -> None:
        if self._state is not None:
            self.changed.emit(replace(self._state, date=day))  # type: ignore[arg-type]

    def _place(self, path: str) -> None:
        if self._state is not None:
            self.changed.emit(replace(self._state, path=path))

    def _remark(self) -> None:
        if self._state is None or self.note is None:
            return
        self.note.setModified(False)
        typed = " ".join(self.note.text().split())
        if typed != self._state.note:
            self.changed.emit(replace(self._state, note=typed))
