"""Small parts that several pages are made of."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.layout import Turning, stack
from employer_assistant.ui.kit.widgets import PlainLabel


def labelled(label: str, *sentences: str) -> QWidget:
    """Return a small heading with sentences below it."""
    return stack(PlainLabel(label, "strong"), *(PlainLabel(sentence) for sentence in sentences), space=2)


class Fitting(Turning):
    """A line that stays one as long as all of it fits."""

    def __init__(self, *parts: QWidget, space: float = 14) -> None:
        super().__init__(0, space)
        for part in parts:
            self.line.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)

    def room(self) -> int:
        """The sum of what the parts want."""
        parts = (self.line.itemAt(place) for place in range(self.line.count()))
        wanted = sum(part.sizeHint().width() + self.line.spacing() for part in parts if part is not None)
        return wanted + theme.px(4)


def buttons(*shown: QWidget) -> QWidget:
    """Return buttons flush left, side by side where they fit."""
    line = Fitting(*shown, space=8)
    line.line.addStretch(1)
    return line


def headed(heading: QWidget, subtitle: QWidget, acts: Fitting) -> QWidget:
    """Return the head of a page: title, subtitle, and beside or below them its buttons."""
    head = Turning(760)
    head.line.addWidget(stack(heading, subtitle, space=4), 1)
    head.line.addWidget(acts, 0, Qt.AlignmentFlag.AlignTop)
    return head
