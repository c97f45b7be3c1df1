"""Small parts that several pages are made of."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.layout import stack
from employer_assistant.ui.kit.widgets import PlainLabel


def labelled(label: str, *sentences: str) -> QWidget:
    """Return a small heading with sentences below it."""
    return stack(PlainLabel(label, "strong"), *(PlainLabel(sentence) for sentence in sentences), space=2)


def buttons(*shown: QPushButton) -> QWidget:
    """Return buttons side by side, flush left, never wider than their words."""
    box = QWidget()
    line = QHBoxLayout(box)
    line.setContentsMargins(0, theme.px(4), 0, 0)
    line.setSpacing(theme.px(10))
    for button in shown:
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
    line.addStretch(1)
    return box


class _Headed(QWidget):
    """Title and subtitle with the page's buttons beside them; below them where the window is narrow."""

    def __init__(self, words: QWidget, acts: QHBoxLayout) -> None:
        super().__init__()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(theme.px(14))
        self._line.addWidget(words, 1)
        acts.setSpacing(theme.px(10))
        self._line.addLayout(acts)
        self._line.setAlignment(acts, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Turn the line into rows when it gets narrow."""
        wide = event.size().width() >= theme.px(760)
        self._line.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        super().resizeEvent(event)


def headed(heading: QWidget, subtitle: QWidget, acts: QHBoxLayout) -> QWidget:
    """Return the head of a page: title, subtitle, and the layout ``acts`` for its buttons."""
    return _Headed(stack(heading, subtitle, space=4), acts)
