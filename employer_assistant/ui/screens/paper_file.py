"""Where a paper goes: a name for its file, writing it, and printing its pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, QStandardPaths, Qt
from PySide6.QtGui import QPainter

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPrintSupport import QPrinter

_DOTS_PER_INCH = 300
_POINTS_PER_INCH = 72


def with_ending(path: Path, ending: str = "pdf") -> Path:
    """Return the path with .pdf, or another ending, at its end."""
    return path if path.suffix.lower() == f".{ending}" else path.with_name(f"{path.name}.{ending}")


def documents_folder() -> Path:
    """Return where people keep their documents."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def print_pages(document: QPdfDocument, printer: QPrinter) -> bool:
    """Draw the pages that were asked for on a printer, whole and undistorted; False if it does not take them."""
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    first, last = printer.fromPage() or 1, printer.toPage() or document.pageCount()
    for page in range(first - 1, min(last, document.pageCount())):
        if page >= first and not printer.newPage():
            painter.end()
            return False
        points = document.pagePointSize(page)
        dots = _DOTS_PER_INCH / _POINTS_PER_INCH
        picture = document.render(page, QSize(round(points.width() * dots), round(points.height() * dots)))
        room = QSize(printer.width(), printer.height())
        fitted = picture.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(QRect(0, 0, fitted.width(), fitted.height()), picture)
    return painter.end()
