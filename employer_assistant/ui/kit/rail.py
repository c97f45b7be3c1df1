"""The list on the left that says where I am. States are words; colour only repeats them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from employer_assistant.ui.kit import theme

_ID = Qt.ItemDataRole.UserRole
_ENTRY = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True)
class RailEntry:
    """One line: where it leads, its name, its state in words, whether we are there; ``level`` 1 is indented."""

    id: str
    title: str
    state: str = ""
    here: bool = False
    level: int = 0


class Rail(QListWidget):
    """The list. ``wanted`` carries the id of the line that was clicked or entered; arrow keys only look around."""

    wanted = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._entries: list[RailEntry] = []
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Line(self))
        self.setMouseTracking(True)
        self.itemClicked.connect(self._go)

    def show_entries(self, entries: Sequence[RailEntry]) -> None:
        """Show these lines; the keyboard's place is kept."""
        if list(entries) == self._entries:
            self._keep_in_sight()
            return
        self._entries = list(entries)
        current = self.currentItem()
        kept = current.data(_ID) if current is not None else None
        self.clear()
        for entry in entries:
            item = QListWidgetItem(entry.title)
            item.setData(_ID, entry.id)
            item.setData(_ENTRY, entry)
            spoken = f"{entry.title}, {entry.state}" if entry.state else entry.title
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            self.addItem(item)
            if entry.id == kept or (kept is None and entry.here):
                self.setCurrentItem(item)
        self._keep_in_sight()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go to the current line on Enter or space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._go(self.currentItem())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lay the lines out anew, since they wrap."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self._keep_in_sight()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Return to the page shown: focus passes through here while a page changes."""
        super().focusOutEvent(event)
        self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        """Scroll to where the keyboard is, else to the page shown: large text leaves no room for all lines."""
        if self.hasFocus():
            self.scrollToItem(self.currentItem())
            return
        for item in map(self.item, range(self.count())):
            if item.data(_ENTRY).here:
                self.scrollToItem(item)

    def _go(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.wanted.emit(str(item.data(_ID)))


class _Line(QStyledItemDelegate):
    """Draws a line: name left, state right, or below where both do not fit."""

    def __init__(self, rail: Rail) -> None:
        super().__init__(rail)
        self._rail = rail

    def _parts(self, index: QModelIndex | QPersistentModelIndex, width: int) -> tuple[RailEntry, QFont, QRect, QRect]:
        entry: RailEntry = index.data(_ENTRY)
        title_font = theme.font("strong" if entry.here else "small" if entry.level else "body")
        indent, pad = theme.px(24 if entry.level else 10), theme.px(7 if entry.level else 10)
        room = width - indent - theme.px(10)
        state = QFontMetrics(theme.font("small")).horizontalAdvance(entry.state)
        metrics = QFontMetrics(title_font)
        widest = max(metrics.horizontalAdvance(word) for word in entry.title.split())
        if widest > room > 0:  # a word that no line can hold is drawn smaller, never cut off
            title_font.setPixelSize(title_font.pixelSize() * room // widest)
            metrics = QFontMetrics(title_font)
        beside = metrics.horizontalAdvance(entry.title) + theme.px(12) + state <= room
        name = metrics.boundingRect(QRect(0, 0, room, 10_000), Qt.TextFlag.TextWordWrap, entry.title)
        name_box = QRect(indent, pad, room, name.height())
        if beside:
            return entry, title_font, name_box, QRect(indent, pad, room, name.height())
        small = QFontMetrics(theme.font("small")).height()
        return entry, title_font, name_box, QRect(indent, pad + name.height(), room, small if entry.state else 0)

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """As high as name and state need at the list's width."""
        width = self._rail.viewport().width()
        entry, _, name, state = self._parts(index, width)
        pad = theme.px(7 if entry.level else 10)
        return QSize(width, max(name.bottom(), state.bottom()) + 1 + pad + theme.px(2))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw ground, ring, name and state."""
        use, box = theme.colours(), option.rect
        entry, font, name, state = self._parts(index, box.width())
        flags = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = bool(flags & QStyle.StateFlag.State_HasFocus)
        hover = bool(flags & QStyle.StateFlag.State_MouseOver)
        if entry.here or ring or hover:
            painter.setPen(QPen(QColor(use.focus), 3) if ring else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(use.accent_soft if entry.here else use.page if hover else use.surface))
            painter.drawRoundedRect(QRectF(box).adjusted(2, 2, -2, -3), theme.px(7), theme.px(7))
        painter.setFont(font)
        painter.setPen(QColor(use.accent if entry.here else use.text))
        wrap = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(name.translated(box.topLeft()), wrap, entry.title)
        painter.setFont(theme.font("small"))
        painter.setPen(QColor(use.muted))
        side = Qt.AlignmentFlag.AlignRight if state.top() == name.top() else Qt.AlignmentFlag.AlignLeft
        painter.drawText(state.translated(box.topLeft()), side | Qt.AlignmentFlag.AlignVCenter, entry.state)
        painter.restore()
