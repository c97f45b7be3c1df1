"""The letterhead of the workspace as the papers take it; it is changed on the page of the workspace."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from employer_assistant.papers.letterhead import Letterhead, LetterheadError
from employer_assistant.ui.context import Context

DRAWN_WIDTH = 1600
"""Width in pixels at which an SVG logo is drawn: 60 mm at more than 600 dots per inch."""


def letterhead_of(context: Context) -> Letterhead | None:
    """Return the letterhead of the workspace, None if it has none."""
    found = context.controller.all_cases.settings.letterhead
    return Letterhead(found.sender, found.colour, found.logo) if found.sender or found.logo else None


def drawn_logo(data: bytes) -> bytes:
    """Return a logo as the papers take it: an SVG drawn as PNG, others as they are. Raises LetterheadError."""
    if b"<svg" not in data[:4000].lower():
        return data
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(QByteArray(data))
    size = renderer.defaultSize()
    if not renderer.isValid() or size.isEmpty():
        raise LetterheadError("damaged")
    picture = QImage(
        size.scaled(QSize(DRAWN_WIDTH, DRAWN_WIDTH), Qt.AspectRatioMode.KeepAspectRatio), QImage.Format.Format_ARGB32
    )
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter)
    painter.end()
    target = QBuffer()
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(target, "PNG")  # type: ignore[call-overload]
    return bytes(target.data().data())
