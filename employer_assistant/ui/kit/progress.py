"""A window that says how far something is that is made beside it, with the buttons under it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.layout import row
from employer_assistant.ui.kit.widgets import Button, PlainLabel

LOOK_EVERY = 20
"""Milliseconds between two looks at the work."""


class ProgressDialog(QDialog):
    """What is made runs in ``pool``, a thread of its own; `look` is called from time to time until `rest`."""

    def __init__(self, parent: QWidget, title: str, said: str, *buttons: Button) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.state, self.bar = PlainLabel(said), QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(title)
        self.pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="progress")
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(20),) * 4)
        column.setSpacing(theme.px(14))
        for widget in (self.state, self.bar, row(None, *buttons)):
            column.addWidget(widget)
        self.setMinimumWidth(theme.px(460))
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Look how far the work is; each dialog says how."""
        raise NotImplementedError

    def show_progress(self, done: int, total: int, said: str) -> None:
        """Show so much of so much, or with a total of 0 only that work goes on."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.state.setText(said)

    def rest(self) -> None:
        """Look no more, and let the thread end after what it does now."""
        self._timer.stop()
        self.pool.shutdown(wait=False)
