"""The preview of a paper: real pages, drawn from the PDF in memory. QtPdf is loaded when it is first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from employer_assistant.ui.context import Context
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.widgets import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument


class Preview(QWidget):
    """Shows the pages of a paper. ``document`` is what can be printed, empty as long as nothing is shown."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        from PySide6.QtPdf import QPdfDocument
        from PySide6.QtPdfWidgets import QPdfView

        self._context = context
        self._bytes = QBuffer(self)
        self.document: QPdfDocument = QPdfDocument(self)
        self.view = QPdfView(self)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setFrameShape(QFrame.Shape.StyledPanel)
        self.view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        palette = self.view.palette()
        palette.setColor(palette.ColorRole.Dark, QColor(theme.colours().line))
        self.view.setPalette(palette)
        self.view.setAccessibleName(context.t("page.print.preview"))
        self.view.setDocument(self.document)
        self.state = PlainLabel("", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(self.state)
        column.addWidget(self.view, 1)

    def wait(self) -> None:
        """Say that the paper is being made; the old one stays until the new one is there."""
        self.state.setText(self._context.t("page.print.making"))

    def say(self, sentence: str) -> None:
        """Say something about the paper."""
        self.state.setText(sentence)

    def show_pdf(self, data: bytes) -> None:
        """Show a PDF."""
        self.document.close()
        self._bytes.close()
        self._bytes.setData(QByteArray(data))
        self._bytes.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._bytes)
        pages = self.document.pageCount()
        words = self._context.t("page.print.page" if pages == 1 else "page.print.pages", n=pages)
        self.state.setText(words)
        self.view.setAccessibleDescription(words)
