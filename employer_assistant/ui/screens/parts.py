"""Small parts that several pages are made of."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QWidget

from employer_assistant.ui.kit.layout import Turning, clear, stack
from employer_assistant.ui.kit.widgets import PlainLabel


def breakable(words: str) -> str:
    """Let long addresses of the web wrap, also within the long numbers that some carry."""
    words = re.sub("([0-9a-f]{20})(?=[0-9a-f])", "\\1\u200b", words)
    return re.sub("([/?&=_%.])(?=\\S)", "\\1\u200b", words).replace("@", "\u200b@")


def labelled(label: str, *sentences: str) -> QWidget:
    """Return a small heading with sentences below it."""
    return stack(PlainLabel(label, "strong"), *(PlainLabel(sentence) for sentence in sentences), space=2)


_TITLE_ROOM = 380
"""The width a title needs so that a route's name does not break word by word."""


class Fitting(Turning):
    """A line that stays one as long as all of it fits, flush left."""

    def __init__(self, *parts: QWidget, space: float = 10) -> None:
        super().__init__(0, space)
        self.put(*parts)

    def put(self, *parts: QWidget) -> None:
        """Show other parts."""
        clear(self.line)
        for part in parts:
            self.line.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
        self.line.addStretch(1)

    def room(self) -> int:
        """The sum of what the parts want."""
        parts = (self.line.itemAt(place) for place in range(self.line.count()))
        wanted = [part.sizeHint().width() for part in parts if part is not None and not part.isEmpty()]
        return sum(wanted) + self.line.spacing() * max(0, len(wanted) - 1) + 2

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as all parts side by side."""
        return QSize(self.room(), self.line.totalSizeHint().height())


def buttons(*shown: QWidget) -> QWidget:
    """Return buttons flush left, side by side where they fit."""
    return Fitting(*shown, space=8)


class Head(Turning):
    """The head of a page: its buttons stand beside the title only where that leaves the title a readable width."""

    def __init__(self, words: QWidget, acts: Fitting) -> None:
        super().__init__(_TITLE_ROOM)
        self._acts = acts
        self.line.addWidget(words, 1)
        self.line.addWidget(acts, 0, Qt.AlignmentFlag.AlignTop)

    def room(self) -> int:
        """The title's width and that of all buttons."""
        return super().room() + self._acts.room() + self.line.spacing()

    def event(self, event: QEvent) -> bool:
        """Turn also when other buttons have come."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.turn()
        return super().event(event)


def headed(heading: QWidget, subtitle: QWidget, acts: Fitting) -> QWidget:
    """Return the head of a page: title, subtitle, and beside or below them its buttons."""
    return Head(stack(heading, subtitle, space=4), acts)
