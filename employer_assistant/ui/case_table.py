"""The table of cases. Only the lines in sight are worded, measured and drawn, so ten thousand cases cost no more."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from employer_assistant.ui.case_model import CELL, MIDDLE, NARROW, WIDE, CaseModel
from employer_assistant.ui.case_words import Cell
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.title import breakable
from employer_assistant.ui.kit.widgets import draw_shape

SHARES = {WIDE: (32, 27, 18, 23), MIDDLE: (42, 34, 24), NARROW: (100,)}
"""Widths of the columns in per cent."""
WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_FEW = 12
"""Up to so many lines the table is as high as its lines and the page scrolls; with more it scrolls itself."""
_HIGH = 10_000


class _Drawn(QStyledItemDelegate):
    """Draws a cell: a line, quieter words below, a shape; and around the whole current line the keyboard's ring."""

    def _parts(self, cell: Cell, column: int, width: int) -> list[tuple[QFont, str, QRect]]:
        """Return fonts, words and boxes of a cell, its corner at 0, 0."""
        pad, indent = theme.px(6), theme.px(18) if cell.tone else 0
        parts, top = [], theme.px(10)
        for words, font in (
            (cell.main, theme.font("strong" if column == 0 else "body")),
            (cell.sub, theme.font("small")),
        ):
            if words:
                metrics, room = QFontMetrics(font), width - 2 * pad - indent
                broken = "\n".join(_broken(line, metrics, room) for line in words.split("\n"))
                box = metrics.boundingRect(QRect(0, 0, room, _HIGH), WRAP, broken)
                parts.append((font, broken, QRect(pad + indent, top, room, box.height())))
                top += box.height() + theme.px(2)
        return parts

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """As high as the words need at the width of the column."""
        table = self.parent()
        width = table.columnWidth(index.column()) if isinstance(table, QTableView) else option.rect.width()
        parts = self._parts(index.data(CELL), index.column(), width)
        bottom = parts[-1][2].bottom() if parts else 0
        return QSize(width, bottom + 1 + theme.px(10))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw ground, words, shape, and the cell's part of the ring."""
        use, box, cell = theme.colours(), option.rect, index.data(CELL)
        table = self.parent()
        if not isinstance(table, QTableView):
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(box, QColor(use.accent_soft if chosen else use.surface))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), QColor(use.line))
        parts = self._parts(cell, index.column(), box.width())
        for place, (font, words, room) in enumerate(parts):
            painter.setFont(font)
            painter.setPen(QColor(use.muted if place or not cell.main else use.text))
            painter.drawText(room.translated(box.topLeft()), WRAP, words)
        if cell.tone and parts:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            side = theme.px(11)
            line = QFontMetrics(parts[0][0]).height()
            corner = box.topLeft() + QPoint(theme.px(6), parts[0][2].top() + (line - side) // 2)
            draw_shape(painter, cell.tone, QRectF(corner.x(), corner.y(), side, side), QColor(use.tone(cell.tone).text))
        painter.restore()
        if table.hasFocus() and index.row() == table.currentIndex().row():
            self._ring(painter, box, index, table)

    def _ring(
        self, painter: QPainter, box: QRect, index: QModelIndex | QPersistentModelIndex, table: QTableView
    ) -> None:
        width = 3
        ring = [QRect(box.left(), box.top(), box.width(), width), QRect(box.left(), 0, box.width(), width)]
        ring[1].moveBottom(box.bottom())
        if index.column() == 0:
            ring.append(QRect(box.left(), box.top(), width, box.height()))
        if index.column() == index.model().columnCount() - 1:
            ring.append(QRect(box.right() - width + 1, box.top(), width, box.height()))
        for part in ring:
            painter.fillRect(part, QColor(theme.colours().focus))


class CaseTable(QTableView):
    """One line per case. ``opened`` carries the id of the case to open; ``sort_wanted`` the column that was clicked."""

    opened = Signal(str)
    sort_wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.cases = CaseModel(context)
        self.most_height = theme.px(560)
        self.setModel(self.cases)
        self.setAccessibleName(context.t("ui.start.title"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(70))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionsClickable(True)
        header.sectionClicked.connect(lambda place: self.sort_wanted.emit(self.cases.columns[place]))
        self.setItemDelegate(_Drawn(self))
        self.activated.connect(lambda _index: self._open())
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.fit())

    def show_rows(self, selected: str | None) -> None:
        """Lay out after the model changed; select a case, else the first."""
        place = max(self.cases.place_of(selected), 0)
        if self.cases.rowCount():
            self.setCurrentIndex(self.cases.index(place, 0))
        self._share()
        self.fit()

    def selected(self) -> str | None:
        """Return the id of the selected case."""
        return self.cases.id_at(self.currentIndex().row())

    def update_visible(self) -> None:
        """Show what was worked out meanwhile of the lines in sight."""
        first, last = self.in_sight()
        if last >= first and self.cases.update(first, last):
            self.fit()

    def in_sight(self) -> tuple[int, int]:
        """Return the first and the last line that can be seen."""
        count = self.cases.rowCount()
        if count <= _FEW:
            return 0, count - 1
        last = self.rowAt(self.viewport().height() - 1)
        return max(self.rowAt(0), 0), last if last >= 0 else min(count - 1, _FEW)

    def fit(self) -> None:
        """Give the lines in sight the height of their words, and the table its height."""
        first, last = self.in_sight()
        for place in range(first, last + 1):
            wanted = self.sizeHintForRow(place)
            if self.rowHeight(place) != wanted:
                self.setRowHeight(place, wanted)
        count = self.cases.rowCount()
        lines = sum(self.rowHeight(place) for place in range(count)) if count <= _FEW else self.most_height
        height = self.horizontalHeader().sizeHint().height() + lines + theme.px(4)
        if height != self.height():
            self.setFixedHeight(height)

    # ---- Qt

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
        wanted = WIDE if width >= theme.px(600) else MIDDLE if width >= theme.px(420) else NARROW
        if wanted != self.cases.columns:
            selected = self.selected()
            self.cases.use(wanted)
            self.show_rows(selected)
        if event.oldSize().width() != width:
            self._share()
        self.fit()

    def _share(self) -> None:
        width = self.viewport().width()
        for place, share in enumerate(SHARES[self.cases.columns]):
            self.setColumnWidth(place, width * share // 100)

    def _open(self) -> None:
        selected = self.selected()
        if selected is not None:
            self.opened.emit(selected)


def _broken(line: str, metrics: QFontMetrics, room: int) -> str:
    return " ".join(breakable(word, metrics, room) for word in line.split(" "))
