"""Where a scan of a paper lies on this computer: only the path is kept, never the file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from employer_assistant.ui.context import Context
from employer_assistant.ui.kit.widgets import LinkButton, PlainLabel
from employer_assistant.ui.screens.parts import buttons


class ScanPlace(QWidget):
    """The place of a scan. ``changed`` carries the path, empty if it is to be forgotten."""

    changed = Signal(str)

    def __init__(self, context: Context, document: str) -> None:
        super().__init__()
        t = context.t
        self.context = context
        self._path = ""
        self.where = PlainLabel("", "small")
        self.choose = LinkButton(t("scan.choose"))
        self.choose.setAccessibleName(t("scan.choose.of", document=document))
        self.choose.clicked.connect(self._choose)
        self.open = LinkButton(t("scan.open"))
        self.open.setAccessibleName(t("scan.open.of", document=document))
        self.open.clicked.connect(self._open)
        self.forget = LinkButton(t("scan.forget"))
        self.forget.setAccessibleName(t("scan.forget.of", document=document))
        self.forget.clicked.connect(self._forget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.where)
        column.addWidget(buttons(self.choose, self.open, self.forget))
        self.show_path("")

    def show_path(self, path: str) -> None:
        """Show the place; say so if nothing lies there now."""
        self._path = path
        key = "scan.why" if not path else "scan.at" if Path(path).exists() else "scan.gone"
        self.where.setText(self.context.t(key, file=Path(path).name))
        self.where.setToolTip(path)
        self.choose.setHidden(bool(path))
        self.open.setHidden(not path)
        self.forget.setHidden(not path)

    def _choose(self, _on: bool = False) -> None:
        found, _ = QFileDialog.getOpenFileName(self, self.context.t("scan.choose"))
        if found:
            self.changed.emit(found)

    def _open(self, _on: bool = False) -> None:
        if not Path(self._path).exists() or not QDesktopServices.openUrl(QUrl.fromLocalFile(self._path)):
            self.context.tell(self.context.t("scan.gone", file=Path(self._path).name))

    def _forget(self, _on: bool = False) -> None:
        self.changed.emit("")
