"""Choices as large cards: a real radio button or check box, its label and one line of explanation."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QFrame,
    QGroupBox,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
)

from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.widgets import PlainLabel, draw_shape


def _paint_mark(button: QAbstractButton, *, round_: bool) -> None:
    """Draw circle or box, filled when chosen, in colours that keep their contrast and a size that follows the text."""
    use, on = theme.colours(), button.isChecked()
    painter = QPainter(button)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = button.sizeHint().width() - 3.0
    box = QRectF(1.5, (button.height() - side) / 2, side, side)
    painter.setPen(QPen(QColor(use.accent if on else use.control), 2 if on else 1.5))
    painter.setBrush(QColor(use.accent if on else use.surface))
    corner = side / 2 if round_ else side / 5
    painter.drawRoundedRect(box, corner, corner)
    if on and round_:
        painter.setBrush(QColor(use.on_accent))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(box.center(), side / 5, side / 5)
    elif on:
        inner = box.adjusted(side / 4, side / 4, -side / 4, -side / 4)
        draw_shape(painter, "positive", inner, QColor(use.on_accent))


class RadioMark(QRadioButton):
    """A radio button without text; the card beside it carries the words."""

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as a line of text."""
        return QSize(theme.px(20), theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the circle."""
        _paint_mark(self, round_=True)


class CheckMark(QCheckBox):
    """A check box without text; the card beside it carries the words."""

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as a line of text."""
        return QSize(theme.px(20), theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the box."""
        _paint_mark(self, round_=False)


class ChoiceCard(QFrame):
    """One answer. The whole card takes clicks; the button inside (radio or check box) carries name, state and focus."""

    def __init__(self, label: str, hint: str = "", *, several: bool = False, dashed: bool = False) -> None:
        super().__init__()
        self.dashed = dashed
        self.button: QAbstractButton = CheckMark() if several else RadioMark()
        self.button.setAccessibleName(label)
        self.button.setAccessibleDescription(hint)
        self.button.toggled.connect(self.update)
        self.button.installEventFilter(self)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.px(14), theme.px(11), theme.px(14), theme.px(11))
        line.setSpacing(theme.px(10))
        line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addWidget(PlainLabel(label, "strong"))
        if hint:
            words.addWidget(PlainLabel(hint, "small"))
        line.addLayout(words, 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Draw the ring around the card when the button inside has the focus."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose by a click anywhere on the card."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.button.setFocus(Qt.FocusReason.MouseFocusReason)
            self.button.click()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the card: chosen ones have a soft ground and a strong edge, the focused one a ring."""
        use = theme.colours()
        chosen, focused = self.button.isChecked(), self.button.hasFocus()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = use.focus if focused else use.accent if chosen else use.control
        pen = QPen(QColor(ink), 3 if focused else 1 + chosen)
        if self.dashed and not chosen and not focused:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(use.accent_soft if chosen else use.page if self.dashed else use.surface))
        inset = 2.0
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), theme.px(9), theme.px(9))


class ChoiceGroup(QGroupBox):
    """Cards under one question, of which one can be chosen; named after the question for screen readers."""

    chosen = Signal(str)

    def __init__(self, question: str) -> None:
        super().__init__()
        self.setAccessibleName(question)
        self.cards: dict[str, ChoiceCard] = {}
        self._group = QButtonGroup(self)
        self._group.buttonToggled.connect(self._toggled)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(6))

    def add(self, value: str, label: str, hint: str = "", *, dashed: bool = False) -> ChoiceCard:
        """Add one answer. ``dashed`` marks "I don't know"."""
        card = ChoiceCard(label, hint, dashed=dashed)
        self.cards[value] = card
        self._group.addButton(card.button)
        self._column.addWidget(card)
        return card

    def value(self) -> str | None:
        """Return the chosen value, None as long as nothing is chosen."""
        return next((value for value, card in self.cards.items() if card.button.isChecked()), None)

    def choose(self, value: str | None) -> None:
        """Choose a value, or with None nothing."""
        if value in self.cards:
            self.cards[value].button.setChecked(True)
            return
        self._group.setExclusive(False)
        for card in self.cards.values():
            card.button.setChecked(False)
        self._group.setExclusive(True)

    def _toggled(self, button: QAbstractButton, on: bool) -> None:
        if on:
            self.chosen.emit(next(value for value, card in self.cards.items() if card.button is button))
