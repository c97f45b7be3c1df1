"""How pages are laid out: a page that scrolls, a task column beside a quieter one, rows."""

from __future__ import annotations

from PySide6.QtCore import Qt
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
        self.column = QVBoxLayout(self.body)
        side = theme.px(36)
        self.column.setContentsMargins(side, theme.px(28), side, theme.px(28))
        self.column.setSpacing(theme.px(14))
        self.column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setWidget(self.body)

    def add(self, *widgets: QWidget) -> None:
        """Put widgets below the others."""
        for widget in widgets:
            self.column.addWidget(widget)


class Columns(QWidget):
    """The task and a quieter column beside it; below it where the window is too narrow for both."""

    def __init__(self, main: QWidget, side: QWidget, *, shares: tuple[int, int] = (11, 6)) -> None:
        super().__init__()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(24))
        self._row.addWidget(main, shares[0], Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(side, shares[1], Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Turn the columns into rows when they get narrow."""
        wide = event.size().width() >= theme.px(760)
        wanted = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != wanted:
            self._row.setDirection(wanted)
        super().resizeEvent(event)


def stack(*widgets: QWidget, space: float = 8) -> QWidget:
    """Return a widget that holds others one below the other."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(space))
    for widget in widgets:
        column.addWidget(widget)
    return box


def row(*widgets: QWidget | None, space: float = 8) -> QWidget:
    """Return a widget that holds others side by side; None is a stretch."""
    box = QWidget()
    line = QHBoxLayout(box)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(theme.px(space))
    for widget in widgets:
        if widget is None:
            line.addStretch(1)
        else:
            line.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
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
