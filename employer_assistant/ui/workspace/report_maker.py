"""The report on all cases, made beside the window: what is not known yet is worked out in slices; it can be stopped."""

from __future__ import annotations

from concurrent.futures import Future

from PySide6.QtWidgets import QWidget

from employer_assistant.papers.letterhead import PaperOptions
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit.progress import ProgressDialog
from employer_assistant.ui.kit.widgets import Button

Made = tuple[bytes, set[str]]
SLICE = 0.05


class ReportMaker(ProgressDialog):
    """Shows how far the report is; cancelling ends it and nothing is written. ``made`` holds it once it is done."""

    def __init__(self, parent: QWidget, context: Context, options: PaperOptions) -> None:
        self.stop_button = Button(context.t("ui.report.stop"))
        super().__init__(parent, context.t("ui.report.pdf"), context.t("ui.report.making"), self.stop_button)
        self.stop_button.clicked.connect(self.reject)
        self._context, self._options = context, options
        self._most = 0
        self._running: Future[Made] | None = None
        self.made: Future[Made] | None = None

    def look(self) -> None:
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
            self.show_progress(self._most - left[0], self._most, self._context.t("ui.report.looking", n=left[0]))
            return
        self.show_progress(0, 0, self._context.t("ui.report.making"))
        language = self._context.language
        rows = cases.rows(by="next_date", language=language)
        self._running = self.pool.submit(cases.report_pdf, rows, language, self._options)

    def done(self, result: int) -> None:
        """Stop working; a report that is being written is thrown away."""
        self.rest()
        super().done(result)


def make_report(parent: QWidget, context: Context, options: PaperOptions) -> Made | None:
    """Make the report; None if the user cancelled or the file cannot be read. Raises FormError, LetterheadError."""
    dialog = ReportMaker(parent, context, options)
    dialog.exec()
    made = dialog.made
    dialog.deleteLater()
    return made.result() if made is not None else None
