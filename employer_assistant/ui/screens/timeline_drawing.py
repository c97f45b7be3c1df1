"""How the timeline is drawn: bars over months, lines for today and the wished start, words above and below."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from employer_assistant.ui.kit import theme
from employer_assistant.ui.screens.bars import Bar

if TYPE_CHECKING:
    from employer_assistant.ui.screens.timeline import Lines, Timeline

BAR = Qt.ItemDataRole.UserRole
"""Where an item keeps its bar."""


class BarDelegate(QStyledItemDelegate):
    """Draws a line: the name of the phase, the months, the bar, today."""

    def __init__(self, timeline: Timeline, lines: Lines) -> None:
        super().__init__(lines)
        self._timeline = timeline
        self._lines = lines

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """One line."""
        return QSize(theme.px(100), self._lines.line_height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the line."""
        bar: Bar = index.data(BAR)
        box: QRect = option.rect
        use = theme.colours()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _draw_grid(painter, self._timeline, box)
        name_height = QFontMetrics(theme.font("small")).height() if self._timeline.stacked else 0
        self._draw_bar(painter, bar, box.adjusted(0, name_height, 0, 0))
        _draw_days(painter, self._timeline, box)
        painter.setFont(theme.font("small"))
        painter.setPen(QColor(use.muted if bar.done else use.text))
        height = name_height + theme.px(6) if name_height else box.height()
        metrics = QFontMetrics(theme.font("small"))
        label = metrics.elidedText(bar.label, Qt.TextElideMode.ElideRight, box.width() - theme.px(16))
        name = QRectF(theme.px(8), box.y(), box.width(), height)
        if name_height:
            width = metrics.horizontalAdvance(label) + theme.px(4)
            painter.fillRect(QRectF(name.x(), name.y() + 2, width, height - 2), QColor(use.surface))
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, label)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(use.focus), 2))
            painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), theme.px(6), theme.px(6))
        painter.restore()

    def _draw_bar(self, painter: QPainter, bar: Bar, box: QRect) -> None:
        use, x_of = theme.colours(), self._timeline.x_of
        height = theme.px(14)
        top = box.y() + (box.height() - height) / 2
        left, middle = x_of(bar.start), max(x_of(bar.likely), x_of(bar.start) + theme.px(5))
        right = x_of(bar.latest) if bar.latest is not None else x_of(self._timeline.scale.last)
        dark = QColor(use.muted if bar.done else use.accent)
        light = QColor(dark)
        light.setAlphaF(0.3)
        painter.setPen(Qt.PenStyle.NoPen)
        radius = theme.px(3)
        if right > middle:
            painter.setBrush(light)
            painter.drawRoundedRect(QRectF(middle - radius, top, right - middle + radius, height), radius, radius)
        painter.setBrush(dark if bar.decides else QColor(use.surface))
        painter.setPen(Qt.PenStyle.NoPen if bar.decides else QPen(dark, theme.px(1.5)))
        painter.drawRoundedRect(QRectF(left, top, middle - left, height), radius, radius)
        if bar.latest is None and not bar.done:
            painter.setFont(theme.font("small"))
            painter.setPen(QColor(use.text))
            painter.drawText(
                QRectF(right - theme.px(16), box.y(), theme.px(14), box.height()), Qt.AlignmentFlag.AlignCenter, "?"
            )


def _draw_grid(painter: QPainter, timeline: Timeline, box: QRect) -> None:
    painter.setPen(QPen(QColor(theme.colours().line), 1))
    for month in timeline.scale.months():
        x = round(timeline.x_of(month)) + 0.5
        painter.drawLine(int(x), box.top(), int(x), box.bottom() + 1)


def _draw_days(painter: QPainter, timeline: Timeline, box: QRect) -> None:
    use = theme.colours()
    if timeline.wished is not None:
        painter.setPen(QPen(QColor(use.text), 1.5, Qt.PenStyle.DashLine))
        x = round(timeline.x_of(timeline.wished))
        painter.drawLine(x, box.top(), x, box.bottom() + 1)
    painter.setPen(QPen(QColor(use.negative.text), 2))
    x = round(timeline.x_of(timeline.today))
    painter.drawLine(x, box.top(), x, box.bottom() + 1)


class _Strip(QWidget):
    """A line of small words above or below the bars; the list says all of it to screen readers."""

    def __init__(self, timeline: Timeline) -> None:
        super().__init__()
        self._timeline = timeline
        self.setFont(theme.font("small"))
        self.setFixedHeight(self.fontMetrics().height() + theme.px(6))


class DayNames(_Strip):
    """Names the lines of today and of the wished start."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the words at their lines."""
        timeline, use = self._timeline, theme.colours()
        painter = QPainter(self)
        today, wished = timeline.context.t("page.timeline.today"), timeline.context.t("page.timeline.wished")
        end = self._draw(painter, today, timeline.today, use.negative.text, 0)
        if timeline.wished is not None:
            self._draw(painter, wished, timeline.wished, use.text, end + theme.px(8))

    def _draw(self, painter: QPainter, word: str, day: date, colour: str, first: float) -> float:
        width = self.fontMetrics().horizontalAdvance(word)
        left = min(max(self._timeline.x_of(day) - width / 2, first), self.width() - width)
        painter.setPen(QColor(colour))
        painter.drawText(QRectF(left, 0, width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, word)
        return left + width


class MonthNames(_Strip):
    """Names the months, as many as fit, and the year where it begins."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the names."""
        timeline, metrics = self._timeline, self.fontMetrics()
        painter = QPainter(self)
        painter.setPen(QColor(theme.colours().muted))
        taken: list[tuple[float, float]] = []
        months = list(enumerate(timeline.scale.months()))
        for place, month in sorted(months, key=lambda found: bool(found[0]) and found[1].month != 1):
            name = timeline.context.t(f"page.month.{month.month}")
            word = f"{name} {month.year}" if place == 0 or month.month == 1 else name
            width, gap = metrics.horizontalAdvance(word), theme.px(10)
            left = timeline.x_of(month) - (0 if place == 0 else width / 2)
            fits = left + width <= self.width()
            if fits and all(left > end + gap or left + width + gap < begin for begin, end in taken):
                painter.drawText(QRectF(left, 0, width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, word)
                taken.append((left, left + width))
