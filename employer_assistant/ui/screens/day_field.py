"""A day to type in, in the German form; read when it is entered, never wiped."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from employer_assistant.cases.reading import ReadingError, read_date
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.widgets import PlainLabel


class DayField(QWidget):
    """A field for a day. ``entered`` carries the day when Enter is pressed or the field is left with a new one.

    ``may_be_empty``: an emptied field is entered as None; otherwise it is refused.
    """

    entered = Signal(object)

    def __init__(self, context: Context, name: str, *, may_be_empty: bool = False) -> None:
        super().__init__()
        self._context = context
        self._may_be_empty = may_be_empty
        self._day: date | None = None
        self.field = QLineEdit()
        self.field.setMaxLength(20)
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(context.t("page.day.form"))
        widest = max(map(self.field.fontMetrics().horizontalAdvance, ("00.00.0000", self.field.placeholderText())))
        self.field.setFixedWidth(widest + theme.px(34))
        self.field.editingFinished.connect(self._read)
        self.problem = PlainLabel("", "small")
        self.problem.ink(theme.colours().negative.text)
        self.problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.field)
        column.addWidget(self.problem)

    def show_day(self, day: date | None) -> None:
        """Show a day, unless something was typed that is not read yet or could not be."""
        if self.field.isModified() and (self.field.hasFocus() or self.problem.text()):
            return
        self._day = day
        self.field.setText(f"{day:%d.%m.%Y}" if day else "")
        self._mark("")

    def _read(self) -> None:
        if self._may_be_empty and not self.field.text().strip():
            self._take(None)
            return
        try:
            day = read_date(self.field.text())
        except ReadingError as error:
            self._mark(error.say(self._context.language))
            return
        self._take(day)

    def _take(self, day: date | None) -> None:
        self._mark("")
        self.field.setText(f"{day:%d.%m.%Y}" if day else "")
        self.field.setModified(False)
        if day != self._day:
            self._day = day
            self.entered.emit(day)

    def _mark(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.field.setAccessibleDescription(sentence)
        self.field.setProperty("invalid", "true" if sentence else "false")
        self.field.style().polish(self.field)
