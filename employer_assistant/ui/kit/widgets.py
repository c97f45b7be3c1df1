"""The widgets pages are made of. All text is plain text: nothing typed or imported is ever drawn as markup."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.colours import Tone


class PlainLabel(QLabel):
    """A sentence that wraps and never interprets markup. ``quiet`` is for what explains, not for what must be read."""

    def __init__(self, text: str = "", style: theme.Style = "body", *, quiet: bool = False) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setFont(theme.font(style))
        self.setForegroundRole(QPalette.ColorRole.WindowText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.ink(theme.colours().muted if quiet or style == "small" else theme.colours().text)
        self.setText(text)

    def ink(self, colour: str) -> None:
        """Set the colour of the text."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(colour))
        self.setPalette(palette)


class Heading(PlainLabel):
    """The title of a page, or with ``section`` of a part of it. `focus` moves a screen reader there."""

    def __init__(self, text: str = "", *, section: bool = False) -> None:
        super().__init__(text, "section" if section else "title")

    def announce(self) -> None:
        """Have the title read out, as after a change of page."""
        announce(self, self.text())


def announce(widget: QWidget, sentence: str) -> None:
    """Have a sentence read out, if a screen reader listens."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


class Card(QFrame):
    """A white field that holds one thing. Add to it with ``add``."""

    def __init__(self, title: str = "", *widgets: QWidget) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, theme.px(16), 20, theme.px(16))
        self.column.setSpacing(theme.px(8))
        if title:
            self.setAccessibleName(title)
            self.add(Heading(title, section=True))
        for widget in widgets:
            self.add(widget)

    def add(self, widget: QWidget) -> None:
        """Put a widget below the others."""
        self.column.addWidget(widget)


class Divider(QFrame):
    """A thin line between rows of a card."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)


class Button(QPushButton):
    """A button. Its text may carry a mnemonic (``&Weiter``); ``name`` replaces the text for screen readers."""

    def __init__(self, text: str, *, name: str = "") -> None:
        super().__init__(text)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(name or text.replace("&", ""))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let Enter press the button, as space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class MenuButton(Button):
    """A button that opens a menu, with an arrow that grows with the text."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the arrow, which the style sheet leaves out."""
        super().paintEvent(event)
        draw_arrow(self)


class PrimaryButton(Button):
    """The one strong button of a page."""


class LinkButton(Button):
    """A quiet button that looks like a link."""


class Badge(QWidget):
    """A word with a shape of its own (tick, half circle, cross, dot), so that colour only repeats it."""

    def __init__(self, word: str, tone: Tone = "neutral") -> None:
        super().__init__()
        self.tone = tone
        self.word = word
        self.setFont(theme.font("small"))
        self.setAccessibleName(word)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as shape and word."""
        metrics = self.fontMetrics()
        height = metrics.height() + theme.px(6)
        return QSize(metrics.horizontalAdvance(self.word) + height + theme.px(10), height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Never smaller than its word."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the pill, the shape and the word."""
        use = theme.colours().tone(self.tone)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(use.edge))
        painter.setBrush(QColor(use.fill))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, theme.px(6), theme.px(6))
        side = self.fontMetrics().height() * 0.5
        corner = QRectF(theme.px(8), (self.height() - side) / 2, side, side)
        draw_shape(painter, self.tone, corner, QColor(use.text))
        left = corner.right() + theme.px(6)
        painter.setPen(QColor(use.text))
        painter.drawText(QRectF(left, 0, self.width() - left, self.height()), Qt.AlignmentFlag.AlignVCenter, self.word)


def draw_shape(painter: QPainter, tone: Tone, box: QRectF, colour: QColor) -> None:
    """Draw the shape that stands for a tone: tick, half circle, cross or dot."""
    pen = QPen(colour, max(1.6, box.width() / 5))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if tone == "positive":
        points = [(0.0, 0.55), (0.36, 0.9), (1.0, 0.15)]
        painter.drawPolyline(
            QPolygonF([QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in points])
        )
    elif tone == "negative":
        painter.drawLine(box.topLeft(), box.bottomRight())
        painter.drawLine(box.topRight(), box.bottomLeft())
    elif tone == "caution":
        painter.drawEllipse(box)
        painter.setBrush(colour)
        painter.drawChord(box, 90 * 16, 180 * 16)
    else:
        painter.setBrush(colour)
        painter.drawEllipse(box.center(), box.width() / 6, box.width() / 6)


def draw_arrow(widget: QWidget) -> None:
    """Draw the arrow that points down, near the right edge of a widget."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.colours().text), max(1.6, theme.px(1.6))))
    x, y, side = widget.width() - theme.px(18), widget.height() / 2, theme.px(4)
    painter.drawPolyline(
        QPolygonF([QPointF(x - side, y - side / 2), QPointF(x, y + side / 2), QPointF(x + side, y - side / 2)])
    )


class ComboBox(QComboBox):
    """A combo box that the mouse wheel does not change while it is closed."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the arrow, which the style sheet leaves out."""
        super().paintEvent(event)
        draw_arrow(self)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to the page."""
        event.ignore()
