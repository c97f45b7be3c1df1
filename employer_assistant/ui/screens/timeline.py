"""The timeline: a list whose lines are drawn as bars, so that keyboard and screen reader can walk it.

Dark reaches from the earliest to the likely day, light from there to the latest; a line marks today, another the
wished start of work.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from employer_assistant.plan.model import Plan
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit import theme
from employer_assistant.ui.screens.bars import Bar, Scale, bars, scale

_BAR = Qt.ItemDataRole.UserRole
LABEL_SHARE = 0.34
"""The most of the width that names beside the bars may take."""


class Timeline(QWidget):
    """Bars of the phases over a line of months. ``wanted`` carries the phase whose line was chosen."""

    wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.bars: tuple[Bar, ...] = ()
        self.scale = Scale(date(2000, 1, 1), date(2000, 2, 1))
        self.today = date.min
        self.wished: date | None = None
        self.top, self.lines, self.months = _Marks(self), _Lines(self), _Months(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.top, self.lines, self.months):
            column.addWidget(part)

    def show_plan(self, plan: Plan) -> None:
        """Show a plan."""
        self.bars = bars(plan, self.context)
        self.scale = scale(self.bars, plan)
        self.today = plan.on
        self.wished = plan.start_by if plan.start_by is not None and plan.start_by >= plan.on else None
        self.lines.show_bars(self.bars)
        self.top.update()
        self.months.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give the lines the height that their names need at this width."""
        super().resizeEvent(event)
        self.lines.fit()

    def label_width(self) -> int:
        """Return the width that the names of the phases take beside the bars, 0 if they stand above them."""
        return 0 if self.stacked else self._longest()

    @property
    def stacked(self) -> bool:
        """Whether the names stand above the bars, because there is no room beside them."""
        return self._longest() > self.width() * LABEL_SHARE

    def _longest(self) -> int:
        metrics = QFontMetrics(theme.font("small"))
        return max((metrics.horizontalAdvance(bar.label) for bar in self.bars), default=0) + theme.px(20)

    def x_of(self, day: date) -> float:
        """Return where a day lies across the widget."""
        left, right = self.label_width() or theme.px(8), self.width() - theme.px(14)
        return left + self.scale.share(day) * (right - left)


class _Lines(QListWidget):
    """The lines themselves."""

    def __init__(self, timeline: Timeline) -> None:
        super().__init__()
        self._timeline = timeline
        self.setAccessibleName(timeline.context.t("page.timeline.name"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(_Bars(timeline, self))
        self.itemClicked.connect(self._want)

    def show_bars(self, found: tuple[Bar, ...]) -> None:
        """Show the bars, and stay on the line that was current."""
        place = max(self.currentRow(), 0)
        self.clear()
        for bar in found:
            item = QListWidgetItem(bar.label)
            item.setData(_BAR, bar)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, bar.words)
            item.setToolTip(bar.words)
            self.addItem(item)
        self.setCurrentRow(min(place, len(found) - 1))
        self.fit()

    def fit(self) -> None:
        """Take as much height as all lines need."""
        self.setFixedHeight(self.line_height() * max(1, self.count()))
        self.scheduleDelayedItemsLayout()

    def line_height(self) -> int:
        """Return the height of one line."""
        return theme.px(28) + (QFontMetrics(theme.font("small")).height() if self._timeline.stacked else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go to the phase of the current line on Enter or space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._want(self.currentItem())
        else:
            super().keyPressEvent(event)

    def _want(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            bar: Bar = item.data(_BAR)
            self._timeline.wanted.emit(bar.phase)


class _Bars(QStyledItemDelegate):
    """Draws a line: the name of the phase, the months, the bar, today."""

    def __init__(self, timeline: Timeline, lines: _Lines) -> None:
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
        bar: Bar = index.data(_BAR)
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
        name = QRectF(theme.px(8), box.y(), box.width(), height)
        if name_height:
            width = QFontMetrics(theme.font("small")).horizontalAdvance(bar.label) + theme.px(4)
            painter.fillRect(QRectF(name.x(), name.y() + 2, width, height - 2), QColor(use.surface))
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, bar.label)
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
        painter.setBrush(dark)
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


class _Marks(_Strip):
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


class _Months(_Strip):
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
