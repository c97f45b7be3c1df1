"""A notice at the top of a page: what is wrong or new, with a way to the place that it is about."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.colours import Tone
from employer_assistant.ui.kit.widgets import LinkButton, PlainLabel, draw_shape


class Notice(QFrame):
    """A coloured field with a shape, a sentence and perhaps a link. It can take the focus, so that it is read out."""

    def __init__(self, sentence: str = "", tone: Tone = "neutral", link: str = "") -> None:
        super().__init__()
        self.tone = tone
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.px(44), theme.px(12), theme.px(16), theme.px(12))
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        line.addLayout(words, 1)
        self.label = PlainLabel()
        self.label.ink(theme.colours().tone(tone).text)
        words.addWidget(self.label)
        self.link = LinkButton(link)
        words.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        self.link.setVisible(bool(link))
        self.say(sentence)

    def say(self, sentence: str) -> None:
        """Show a sentence."""
        self.label.setText(sentence)
        self.setAccessibleName(sentence)

    def leads(self, act: Callable[[], object]) -> None:
        """Set what the link does."""
        self.link.clicked.connect(act)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw ground, edge or ring, and the shape."""
        use, tone = theme.colours(), theme.colours().tone(self.tone)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(use.focus), 3) if self.hasFocus() else QColor(tone.edge))
        painter.setBrush(QColor(tone.fill))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), theme.px(9), theme.px(9))
        side = theme.px(14)
        top = theme.px(12) + (self.label.fontMetrics().height() - side) / 2
        draw_shape(painter, self.tone, QRectF(theme.px(18), top, side, side), QColor(tone.text))
