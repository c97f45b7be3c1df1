"""A long list with something about its selected row beside it, at the height of the row.

Where the window is too narrow for both, it stands below the row instead.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from employer_assistant.ui.kit import theme
from employer_assistant.ui.screens.step_row import StepRow

_SHARE = 0.38
_WIDE = 760


class Beside(QWidget):
    """The list and what stands beside it. ``page`` is the area that scrolls both."""

    def __init__(self, rows: QWidget, page: QScrollArea) -> None:
        super().__init__()
        self._page = page
        self._row: StepRow | None = None
        self._rows = rows
        self.side = QWidget(self)
        self._cards = QVBoxLayout(self.side)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(theme.px(14))
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(rows, 1, Qt.AlignmentFlag.AlignTop)
        rows.installEventFilter(self)

    @property
    def wide(self) -> bool:
        """Whether both fit side by side."""
        return self.width() >= theme.px(_WIDE)

    def show_beside(self, cards: Sequence[QWidget], row: StepRow | None) -> None:
        """Show cards about a row. Those that are shown already stay, with focus and typed text."""
        self._row = row
        while (item := self._cards.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None and gone not in cards:
                gone.hide()
                gone.deleteLater()
        for card in cards:
            self._cards.addWidget(card)
            card.show()  # at once, so that what is inside can take the focus
        self.place()

    def release(self) -> None:
        """Take the cards out of the rows, which are about to be made anew."""
        self._row = None
        self.side.setParent(self)

    def place(self) -> None:
        """Put the cards where they belong at this width."""
        if self.wide:
            self._place_beside()
        else:
            self._line.setContentsMargins(0, 0, 0, 0)
            self.setMinimumHeight(0)
            if self._row is not None:
                self._row.below.addWidget(self.side)
        self.side.setVisible(self.wide or self._row is not None)

    def _place_beside(self) -> None:
        gap, width = theme.px(18), round(self.width() * _SHARE)
        if self.side.parentWidget() is not self:
            if self._row is not None:
                self._row.below.removeWidget(self.side)
            self.side.setParent(self)
        self._line.setContentsMargins(0, 0, width + gap, 0)
        height = (
            self._cards.totalHeightForWidth(width) if self._cards.hasHeightForWidth() else self.side.sizeHint().height()
        )
        self.setMinimumHeight(height)
        self.side.setGeometry(self.width() - width, self._top(height), width, height)

    def _top(self, height: int) -> int:
        """Return where the cards begin: beside the row, moved up as far as the window shows their end."""
        if self._row is None or not self._row.isVisibleTo(self):
            return 0
        row = self._row.mapTo(self, QPoint(0, 0)).y()
        view = self._page.viewport()
        first = self.mapFrom(view, QPoint(0, 0)).y()
        last = first + view.height() - height - theme.px(14)
        wanted = max(min(row, last), min(row, first + theme.px(14)), 0)
        return max(0, min(wanted, self.height() - height)) if self.height() > height else 0

    def side_has_focus(self) -> bool:
        """Whether the focus is inside the cards."""
        focused = self.side.focusWidget()
        return focused is not None and focused.hasFocus()

    def focus_side(self) -> None:
        """Give the focus to the first control inside the cards."""
        for child in self.side.findChildren(QWidget):
            if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisibleTo(self.side):
                child.setFocus(Qt.FocusReason.TabFocusReason)
                self._page.ensureWidgetVisible(child)
                return

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow the row when the list is laid out anew."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest) and self.wide:
            self._place_beside()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Place anew."""
        super().resizeEvent(event)
        self.place()
