"""How pages are laid out: a page that scrolls, a task column beside a quieter one, rows."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from employer_assistant.ui.kit import theme


class PageBody(QWidget):
    """What a ScrollPage scrolls."""


class ScrollPage(QScrollArea):
    """A page that scrolls up and down only. Add to ``column``; call ``add`` for widgets."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body = PageBody()
        outer = QVBoxLayout(self.body)
        side = theme.side(36)
        outer.setContentsMargins(side, theme.px(28), side, theme.px(28))
        self.column = QVBoxLayout()
        self.column.setSpacing(theme.px(14))
        outer.addLayout(self.column)
        outer.addStretch(1)
        self.setWidget(self.body)

    def add(self, *widgets: QWidget) -> None:
        """Put widgets below the others."""
        for widget in widgets:
            self.column.addWidget(widget)

    def bring_into_view(self, widget: QWidget, above: int = 20) -> None:
        """Scroll until a widget is in sight; of one higher than the page its beginning, where Qt takes its middle."""
        if widget.height() <= self.viewport().height():
            self.ensureWidgetVisible(widget, 0, above)
        else:
            self.verticalScrollBar().setValue(widget.mapTo(self.body, QPoint()).y() - above)


class Turning(QWidget):
    """A line whose parts stand below each other where there is less than ``room``. Add to ``line``.

    It never asks for more width than its widest part needs, so that a narrow window can turn it.
    """

    def __init__(self, room: float, space: float = 14) -> None:
        super().__init__()
        self.line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(theme.px(space))
        self._room = room

    def room(self) -> int:
        """Return the width from which on the parts stand side by side."""
        return theme.px(self._room)

    def turn(self) -> None:
        """Choose line or column for the present width."""
        directions = QBoxLayout.Direction
        wanted = directions.LeftToRight if self.width() >= self.room() else directions.TopToBottom
        if self.line.direction() != wanted:
            self.line.setDirection(wanted)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the widest part."""
        parts = (self.line.itemAt(place) for place in range(self.line.count()))
        widths = [part.minimumSize().width() for part in parts if part is not None]
        return QSize(max(widths, default=0), self.line.totalMinimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Turn when the width calls for it."""
        self.turn()
        super().resizeEvent(event)


class Columns(Turning):
    """The task and a quieter column beside it; below it where the window is too narrow for both."""

    def __init__(self, main: QWidget, side: QWidget, *, shares: tuple[int, int] = (11, 6)) -> None:
        super().__init__(760, 24)
        self.line.addWidget(main, shares[0], Qt.AlignmentFlag.AlignTop)
        self.line.addWidget(side, shares[1], Qt.AlignmentFlag.AlignTop)


def stack(*widgets: QWidget, space: float = 8) -> QWidget:
    """Return a widget that holds others one below the other."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(space))
    for widget in widgets:
        column.addWidget(widget)
    return box


def row(*widgets: QWidget | None, space: float = 8, grows: QWidget | None = None) -> QWidget:
    """Return a widget that holds others side by side; None is a stretch, ``grows`` takes the room that is left."""
    box = QWidget()
    line = QHBoxLayout(box)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(theme.px(space))
    for widget in widgets:
        if widget is None:
            line.addStretch(1)
        else:
            line.addWidget(widget, int(widget is grows), Qt.AlignmentFlag.AlignVCenter)
    return box


def clear(layout: QLayout) -> None:
    """Remove and free everything in a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        inner = item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
