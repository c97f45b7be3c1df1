"""Check boxes and radio buttons that are large enough, drawn from the scheme, with a focus ring that always shows."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy

from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.widgets import draw_shape

_TARGET, _BOX = 28, 20


def _mark_box(button: QAbstractButton) -> QRectF:
    side, target = theme.px(_BOX), theme.px(_TARGET)
    inset = (target - side) / 2
    return QRectF(inset, (button.height() - side) / 2, side, side)


def _painter(button: QAbstractButton) -> QPainter:
    """Return a painter that has drawn the ring, with the pen of the mark's edge."""
    use = theme.colours()
    painter = QPainter(button)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if button.hasFocus():
        painter.setPen(QPen(QColor(use.focus), 3))
        painter.drawRoundedRect(QRectF(button.rect()).adjusted(2, 2, -2, -2), theme.px(6), theme.px(6))
    painter.setPen(QPen(QColor(use.accent if button.isChecked() else use.control), max(1.5, theme.px(1.5))))
    painter.setBrush(QColor(use.surface))
    return painter


class TickBox(QCheckBox):
    """A check box without words of its own; ``name`` is what screen readers say."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFixedSize(theme.px(_TARGET), theme.px(_TARGET))

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        """The whole square can be clicked."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw box, tick and ring."""
        use, box = theme.colours(), _mark_box(self)
        painter = _painter(self)
        if self.isChecked():
            painter.setBrush(QColor(use.accent))
        painter.drawRoundedRect(box, theme.px(5), theme.px(5))
        if self.isChecked():
            inset = theme.px(4)
            draw_shape(painter, "positive", box.adjusted(inset, inset, -inset, -inset), QColor(use.on_accent))


class RadioLine(QRadioButton):
    """A radio button whose words wrap."""

    def __init__(self) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _left(self) -> int:
        return theme.px(_TARGET) + theme.px(4)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as mark and words."""
        width = self._left() + self.fontMetrics().horizontalAdvance(self.text()) + theme.px(14)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """No narrower than the longest word."""
        longest = max((self.fontMetrics().horizontalAdvance(word) for word in self.text().split()), default=0)
        return QSize(self._left() + longest + theme.px(14), theme.px(_TARGET))

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """As high as the wrapped words."""
        room = QRect(0, 0, width - self._left() - theme.px(8), 10_000)
        words = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self.text())
        return max(theme.px(_TARGET), words.height() + theme.px(8))

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        """The whole line can be clicked."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw mark, words and ring."""
        use, box = theme.colours(), _mark_box(self)
        painter = _painter(self)
        painter.drawEllipse(box)
        if self.isChecked():
            inset = theme.px(5)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(use.accent))
            painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))
        painter.setPen(QColor(use.text))
        room = QRectF(self._left(), 0, self.width() - self._left() - theme.px(6), self.height())
        painter.drawText(room, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter, self.text())
