"""The report on all cases, made beside the window: what is not known yet is worked out in slices; it can be stopped."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from employer_assistant.papers.letterhead import PaperOptions
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.layout import row
from employer_assistant.ui.kit.widgets import Button, PlainLabel

Made = tuple[bytes, set[str]]
SLICE = 0.05
_LOOK_EVERY = 20


class ReportMaker(QDialog):
    """Shows how far the report is; cancelling ends it and nothing is written. ``made`` holds it once it is done."""

    def __init__(self, parent: QWidget, context: Context, options: PaperOptions) -> None:
        super().__init__(parent)
        self._context, self._options = context, options
        self._most = 0
        self._running: Future[Made] | None = None
        self.made: Future[Made] | None = None
        self.setWindowTitle(context.t("ui.report.pdf"))
        self.state, self.bar = PlainLabel(context.t("ui.report.making")), QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(context.t("ui.report.pdf"))
        self.stop_button = Button(context.t("ui.report.stop"))
        self.stop_button.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(20),) * 4)
        column.setSpacing(theme.px(14))
        for widget in (self.state, self.bar, row(None, self.stop_button)):
            column.addWidget(widget)
        self.setMinimumWidth(theme.px(460))
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="report")
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY)
        self._timer.timeout.connect(self._work_on)
        self._timer.start()

    def _work_on(self) -> None:
        """Work a slice; once all is known let the report be written, and look whether it is."""
        if self._running is None:
            self._look_through()
        elif self._running.done():
            self.made = self._running
            self.accept()

    def _look_through(self) -> None:
        cases, left = self._context.controller.all_cases, list[int]()
        if not self._context.window.safely(lambda: left.append(cases.refresh(SLICE))):
            self.reject()
            return
        if left[0]:
            self._most = max(self._most, left[0])
            self.bar.setRange(0, self._most)
            self.bar.setValue(self._most - left[0])
            self.state.setText(self._context.t("ui.report.looking", n=left[0]))
            return
        self.bar.setRange(0, 0)
        self.state.setText(self._context.t("ui.report.making"))
        language = self._context.language
        rows = cases.rows(by="next_date", language=language)
        self._running = self._pool.submit(cases.report_pdf, rows, language, self._options)

    def done(self, result: int) -> None:
        """Stop working; a report that is being written is thrown away."""
        self._timer.stop()
        self._pool.shutdown(wait=False)
        super().done(result)


def make_report(parent: QWidget, context: Context, options: PaperOptions) -> Made | None:
    """Make the report; None if the user cancelled or the file cannot be read. Raises FormError, LetterheadError."""
    dialog = ReportMaker(parent, context, options)
    dialog.exec()
    made = dialog.made
    dialog.deleteLater()
    return made.result() if made is not None else None
