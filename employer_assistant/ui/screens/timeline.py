"""The timeline: a list whose lines are drawn as bars, so that keyboard and screen reader can walk it.

Dark reaches from the earliest to the likely day, light from there to the latest; a line marks today, another the
wished start of work.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from employer_assistant.plan.model import Plan
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit import theme
from employer_assistant.ui.screens.bars import Bar, Scale, bars, scale, step_bars
from employer_assistant.ui.screens.timeline_drawing import BAR, BarDelegate, DayNames, MonthNames

LABEL_SHARE = 0.34
"""The most of the width that names beside the bars may take."""


class Timeline(QWidget):
    """Bars over a line of months: of the phases, or ``by_step``. ``wanted`` carries what was chosen."""

    wanted = Signal(str)

    def __init__(self, context: Context, *, by_step: bool = False) -> None:
        super().__init__()
        self.context = context
        self.by_step = by_step
        self.bars: tuple[Bar, ...] = ()
        self.scale = Scale(date(2000, 1, 1), date(2000, 2, 1))
        self.today = date.min
        self.wished: date | None = None
        self.top, self.lines, self.months = DayNames(self), Lines(self), MonthNames(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.top, self.lines, self.months):
            column.addWidget(part)

    def show_plan(self, plan: Plan) -> None:
        """Show a plan."""
        self.bars = step_bars(plan, self.context) if self.by_step else bars(plan, self.context)
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


class Lines(QListWidget):
    """The lines themselves."""

    def __init__(self, timeline: Timeline) -> None:
        super().__init__()
        self._timeline = timeline
        self.setAccessibleName(
            timeline.context.t("page.timeline.name.steps" if timeline.by_step else "page.timeline.name")
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(BarDelegate(timeline, self))
        self.itemClicked.connect(self._want)

    def show_bars(self, found: tuple[Bar, ...]) -> None:
        """Show the bars, and stay on the line that was current."""
        place = max(self.currentRow(), 0)
        self.clear()
        for bar in found:
            item = QListWidgetItem(bar.label)
            item.setData(BAR, bar)
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
        """Go to what the current line is about on Enter or space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._want(self.currentItem())
        else:
            super().keyPressEvent(event)

    def _want(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            bar: Bar = item.data(BAR)
            self._timeline.wanted.emit(bar.id)
