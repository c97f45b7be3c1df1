"""One step on the road: a box to tick, and one line that says the rest."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from employer_assistant.plan.model import PlannedStep
from employer_assistant.rules.wording import date_text
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.colours import Tone
from employer_assistant.ui.kit.layout import Turning, clear, stack
from employer_assistant.ui.kit.widgets import Badge, LinkButton, PlainLabel
from employer_assistant.ui.screens.road_words import overdue, step_line
from employer_assistant.ui.screens.tick_box import TickBox


class StepTick(TickBox):
    """The box of a step. ``came`` says that it has the focus; ``moved`` that an arrow key wants another row."""

    came = Signal()
    moved = Signal(int)
    entered = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that this step is looked at."""
        super().focusInEvent(event)
        self.came.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Up and down go to the steps around, right and Enter to the details; space ticks."""
        moves = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in moves:
            self.moved.emit(moves[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class StepRow(QFrame):
    """A step. ``ticked`` carries whether it is done, ``taken`` if an optional step is wanted."""

    ticked = Signal(bool)
    taken = Signal(bool)
    chosen = Signal()

    def __init__(self, context: Context, step_id: str) -> None:
        super().__init__()
        self.context = context
        self.step_id = step_id
        self.selected = False
        title = context.words(context.library.steps[step_id].title)
        self.tick = StepTick(title)
        self.tick.clicked.connect(self.ticked)
        self.tick.came.connect(self.chosen)
        self.title = PlainLabel(title, "strong")
        self.line = PlainLabel("", "small")
        self.take: LinkButton | None = None
        self._badges = stack()
        self._shown: list[str] = []
        self._own = QHBoxLayout()
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(8), theme.px(8), theme.px(8), theme.px(8))
        row.setSpacing(theme.px(10))
        row.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        head = Turning(420, 8)
        head.line.addWidget(self.title, 1)
        head.line.addWidget(self._badges, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        words.addWidget(head)
        words.addWidget(self.line)
        self._own.addStretch(1)
        words.addLayout(self._own)
        row.addLayout(words, 1)
        self.below = words

    def show_step(self, planned: PlannedStep) -> None:
        """Show how the step stands."""
        done = planned.status == "done"
        self.tick.setChecked(done)
        said = step_line(planned, self.context)
        self.line.setText(said)
        words = self._show_badges(planned)
        self.tick.setAccessibleDescription(self.context.t("page.separator").join((*words, said)))
        self._show_take(planned)

    def _show_badges(self, planned: PlannedStep) -> list[str]:
        """Show the words that mark a step; nothing is drawn anew if they are the same."""
        wanted: list[tuple[str, Tone]] = []
        if planned.status == "next":
            wanted.append((self.context.t("papers.steps.next"), "neutral"))
        passed = overdue(planned, self.context.controller.today())
        if passed is not None:
            day = date_text(passed, self.context.language)
            wanted.append((self.context.t("page.step.overdue", day=day), "negative"))
        if planned.provisional and planned.status != "done":
            wanted.append((self.context.t("page.step.provisional"), "caution"))
        words = [word for word, _ in wanted]
        layout = self._badges.layout()
        if words != self._shown and layout is not None:
            self._shown = words
            clear(layout)
            for word, tone in wanted:
                layout.addWidget(Badge(word, tone))
        self._badges.setVisible(bool(words))
        return words

    def _show_take(self, planned: PlannedStep) -> None:
        case = self.context.controller.case
        was_taken = case is not None and self.step_id in case.taken
        if not planned.optional and not was_taken:
            if self.take is not None:
                self.take.hide()
            return
        if self.take is None:
            self.take = LinkButton("")
            self.take.clicked.connect(self._wants)
            self._own.insertWidget(self._own.count() - 1, self.take)
            self.setTabOrder(self.tick, self.take)
        key = "page.step.leave" if was_taken else "page.step.take"
        self.take.setText(self.context.t(key))
        self.take.setAccessibleName(self.context.t(f"{key}.of", step=self.title.text()))
        self.take.show()

    def _wants(self, _on: bool = False) -> None:
        case = self.context.controller.case
        self.taken.emit(case is not None and self.step_id not in case.taken)

    def select(self, on: bool) -> None:
        """Mark the row as the one whose details are shown."""
        if on != self.selected:
            self.selected = on
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the step by a click anywhere on the row."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.tick.setFocus(Qt.FocusReason.MouseFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the ground of the selected row."""
        if self.selected:
            use = theme.colours()
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(use.accent_soft))
            painter.drawRoundedRect(QRectF(self.rect()), theme.px(8), theme.px(8))
            painter.setBrush(QColor(use.accent))
            painter.drawRoundedRect(QRectF(0, theme.px(8), theme.px(3), self.height() - theme.px(16)), 1, 1)
