"""Where a paper goes: a name for its file, writing it, and printing its pages."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPrintSupport import QPrinter

LONGEST_NAME = 100
_DOTS_PER_INCH = 300
_POINTS_PER_INCH = 72
_DEVICES = re.compile(r"(?i)^(con|prn|aux|nul|com[0-9]|lpt[0-9])$")


def file_name(*parts: str) -> str:
    """Return a name that every file system takes: letters, digits, blanks and hyphens of the parts, ending in .pdf."""
    words = (" ".join(re.sub(r"[^\w \-]|_", " ", unicodedata.normalize("NFC", part)).split()) for part in parts)
    name = " - ".join(word for word in words if word)[:LONGEST_NAME].strip(" -")
    return f"{name if name and not _DEVICES.match(name) else f'{name} 1'.strip()}.pdf"


def with_ending(path: Path) -> Path:
    """Return the path with .pdf at its end."""
    return path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf")


def print_pages(document: QPdfDocument, printer: QPrinter) -> bool:
    """Draw all pages of a document on a printer; False if the printer does not take them."""
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for page in range(document.pageCount()):
        if page and not printer.newPage():
            painter.end()
            return False
        points = document.pagePointSize(page)
        dots = _DOTS_PER_INCH / _POINTS_PER_INCH
        picture = document.render(page, QSize(round(points.width() * dots), round(points.height() * dots)))
        painter.drawImage(QRect(0, 0, printer.width(), printer.height()), picture)
    return painter.end()
