"""The table of cases. Lines are filled one by one while the window is idle, so many cases do not delay the start."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

from employer_assistant.rules.wording import date_text
from employer_assistant.storage.errors import WorkspaceError
from employer_assistant.storage.workspace import CaseRow
from employer_assistant.ui.case_summary import Summary, next_words, summary
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit import theme

COLUMNS = ("title", "route", "state", "next", "changed")
MIDDLE, NARROW = ("title", "route", "next"), ("title",)
"""Columns where there is less room; what has no column of its own then stands below the title."""
SHARES = {COLUMNS: (27, 26, 17, 18, 12), MIDDLE: (40, 33, 27), NARROW: (100,)}
"""Widths of the columns in per cent."""
_ID = Qt.ItemDataRole.UserRole


class _Cell(QStyledItemDelegate):
    """Draws a cell, and around the whole current line the ring of the keyboard's place."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the cell without the small frame of the style, then its part of the ring."""
        plain = QStyleOptionViewItem(option)
        plain.state &= ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, plain, index)
        table = self.parent()
        if not isinstance(table, QTableWidget) or not table.hasFocus() or index.row() != table.currentRow():
            return
        box, width = option.rect, 3
        ring = [QRect(box.left(), box.top(), box.width(), width), QRect(box.left(), 0, box.width(), width)]
        ring[1].moveBottom(box.bottom())
        if index.column() == 0:
            ring.append(QRect(box.left(), box.top(), width, box.height()))
        if index.column() == table.columnCount() - 1:
            ring.append(QRect(box.right() - width + 1, box.top(), width, box.height()))
        for part in ring:
            painter.fillRect(part, QColor(theme.colours().focus))


class CaseTable(QTableWidget):
    """One line per case. ``opened`` carries the id of the case to open."""

    opened = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(0, len(COLUMNS))
        self.context = context
        self._columns: tuple[str, ...] = COLUMNS
        self.setAccessibleName(context.t("ui.start.title"))
        self._name_columns()
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setItemDelegate(_Cell(self))
        self.itemActivated.connect(self._open)
        self._rows: Sequence[CaseRow] = ()
        self._waiting: list[tuple[int, CaseRow]] = []
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._fill_next)

    def show_rows(self, rows: Sequence[CaseRow]) -> None:
        """Show these cases; the selected one stays selected."""
        selected = self.selected()
        self._rows = rows
        self.setRowCount(len(rows))
        for line, row in enumerate(rows):
            kept = self._summaries().get(_key(row, self.context.language))
            self._write(line, row, kept)
            if row.id == selected or (selected is None and line == 0):
                self.selectRow(line)
        self._fit()
        self._waiting = [
            (line, row) for line, row in enumerate(rows) if _key(row, self.context.language) not in self._summaries()
        ]
        if self._waiting:
            self._timer.start()

    def selected(self) -> str | None:
        """Return the id of the selected case."""
        item = self.item(self.currentRow(), 0)
        return str(item.data(_ID)) if item is not None else None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open the case on Enter, on every platform."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Take as many columns as there is room for, and give the lines the height their words need."""
        super().resizeEvent(event)
        width = event.size().width()
        wanted = COLUMNS if width >= theme.px(680) else MIDDLE if width >= theme.px(480) else NARROW
        if wanted != self._columns:
            self._columns = wanted
            self.setColumnCount(len(wanted))
            self._name_columns()
            self.show_rows(self._rows)
        self._fit()

    def _name_columns(self) -> None:
        self.setHorizontalHeaderLabels([self.context.t(f"ui.start.column.{column}") for column in self._columns])

    def _open(self) -> None:
        selected = self.selected()
        if selected is not None:
            self.opened.emit(selected)

    def _summaries(self) -> dict[str, Summary]:
        kept = self.context.kept.setdefault("summaries", {})
        return kept if isinstance(kept, dict) else {}

    def _fill_next(self) -> None:
        if not self._waiting:
            self._timer.stop()
            return
        line, row = self._waiting.pop(0)
        controller = self.context.controller
        try:
            case = controller.workspace.load(row.id).case
        except WorkspaceError:
            return
        found = summary(case, controller.library, controller.today(), self.context.language)
        self._summaries()[_key(row, self.context.language)] = found
        item = self.item(line, 0)
        if item is not None and item.data(_ID) == row.id:
            self._write(line, row, found)
            self._fit()

    def _write(self, line: int, row: CaseRow, found: Summary | None) -> None:
        t, language = self.context.t, self.context.language
        waiting = t("ui.start.working_out")
        words = {
            "title": found.title if found else row.title or t("cases.title.new"),
            "route": found.route if found else waiting,
            "state": found.state if found else "",
            "next": (next_words(found, language) or "–") if found else "",
            "changed": _moment(row.changed_at.astimezone(), language),
        }
        below = [words[column] for column in COLUMNS if column not in self._columns]
        for place, column in enumerate(self._columns):
            parts = (words[column], *below) if column == "title" else (words[column],)
            item = QTableWidgetItem("\n".join(part for part in parts if part.strip("–")))
            item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            if column == "title":
                item.setFont(theme.font("body" if below else "strong"))
                item.setData(_ID, row.id)
            self.setItem(line, place, item)

    def _fit(self) -> None:
        """Share the width, then make lines and table as high as their words; the page scrolls, not the table."""
        for place, share in enumerate(SHARES[self._columns]):
            self.setColumnWidth(place, self.viewport().width() * share // 100)
        self.resizeRowsToContents()
        room = theme.px(16)
        for line in range(self.rowCount()):
            self.setRowHeight(line, self.rowHeight(line) + room)
        lines = sum(self.rowHeight(line) for line in range(self.rowCount()))
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + lines + theme.px(4))


def _key(row: CaseRow, language: str) -> str:
    return f"{row.id} {row.changed_at.isoformat()} {language}"


def _moment(moment: datetime, language: str) -> str:
    return f"{date_text(moment.date(), language)}\n{moment:%H:%M}"
