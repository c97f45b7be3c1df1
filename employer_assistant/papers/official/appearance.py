"""How a filled field looks: drawn with our own embedded font, since those of forms rarely hold all letters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from employer_assistant.papers.fonts import REGULAR, font
from employer_assistant.papers.official.reading import COMB, MULTILINE, PdfField, part
from employer_assistant.papers.texts import printable

if TYPE_CHECKING:
    from pypdf import PdfWriter
    from reportlab.pdfgen.canvas import Canvas

LARGEST, SMALLEST = 11.0, 6.0
"""Sizes of letters where the form leaves the size open, in points."""
PAD, LEADING, ASCENT = 2.5, 1.22, 0.74
_SIZE = re.compile(r"([\d.]+)\s+Tf")


@dataclass(frozen=True)
class Look:
    """One place of a field: size in points, lines, size of letters, how they stand."""

    width: float
    height: float
    lines: tuple[str, ...]
    size: float
    align: int
    cells: int
    multiline: bool
    background: tuple[float, ...]
    border: tuple[float, ...]
    thick: float
    turn: int


def look(field: PdfField, widget: Any, words: str) -> Look | None:
    """Return how the words stand in one place of the field; None if they do not fit, however small."""
    from reportlab.lib.utils import simpleSplit

    font(REGULAR)
    left, bottom, right, top = (float(side) for side in widget["/Rect"])
    marks = part(widget, "/MK", {})
    turn = int(part(marks, "/R", 0)) % 360
    width, height = abs(right - left), abs(top - bottom)
    width, height = (height, width) if turn in (90, 270) else (width, height)
    multiline, cells = bool(field.flags & MULTILINE), (field.most_letters or 0) if field.flags & COMB else 0
    drawn, size = printable(words), _largest(field, height, multiline=multiline)
    while size >= SMALLEST:
        lines = simpleSplit(drawn, REGULAR, size, width - 2 * PAD) if multiline else [drawn.replace("\n", ", ")]
        if cells or _fits(lines, size, width, height, multiline=multiline):
            thick = float(part(part(widget, "/BS", {}), "/W", 1))
            ground, border = (tuple(float(one) for one in part(marks, key, ())) for key in ("/BG", "/BC"))
            return Look(width, height, tuple(lines), size, field.align, cells, multiline, ground, border, thick, turn)
        size -= 0.5
    return None


def _largest(field: PdfField, height: float, *, multiline: bool) -> float:
    stated = _SIZE.search(field.appearance)
    wished = float(stated[1]) if stated and float(stated[1]) > 0 else LARGEST
    return max(SMALLEST, min(wished, LARGEST if multiline else (height - 2) / LEADING))


def _fits(lines: Sequence[str], size: float, width: float, height: float, *, multiline: bool) -> bool:
    measured = max((font(REGULAR).stringWidth(line, size) for line in lines), default=0.0)
    room = height if multiline else max(height, size * LEADING)
    return bool(measured <= width - 2 * PAD + 0.1 and len(lines) * size * LEADING <= room)


def dress(writer: PdfWriter, looks: Sequence[tuple[Any, Look]]) -> None:
    """Give each widget its look, as an appearance of its own with the font embedded."""
    from pypdf import PdfReader
    from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, FloatObject, NameObject

    if not looks:
        return
    pages = PdfReader(BytesIO(_sheet([one for _, one in looks]))).pages
    for (widget, one), page in zip(looks, pages, strict=True):
        content = page.get_contents()
        stream, resources = DecodedStreamObject(), page["/Resources"].get_object()
        if resources is None:
            raise ValueError("a drawn page has no resources")
        stream.set_data(b"/Tx BMC q\n" + (content.get_data() if content is not None else b"") + b"\nQ EMC")
        box = [0.0, 0.0, one.width, one.height]
        stream.update(
            {
                NameObject("/Type"): NameObject("/XObject"),
                NameObject("/Subtype"): NameObject("/Form"),
                NameObject("/BBox"): ArrayObject(FloatObject(side) for side in box),
                NameObject("/Matrix"): ArrayObject(FloatObject(part) for part in _matrix(one)),
                NameObject("/Resources"): resources.clone(writer),
            }
        )
        normal = DictionaryObject({NameObject("/N"): writer._add_object(stream.flate_encode())})
        widget[NameObject("/AP")] = normal


def _matrix(one: Look) -> tuple[float, ...]:
    wide, high = one.width, one.height
    turns = {90: (0, 1, -1, 0, high, 0), 180: (-1, 0, 0, -1, wide, high), 270: (0, -1, 1, 0, 0, wide)}
    return turns.get(one.turn, (1, 0, 0, 1, 0, 0))


def _sheet(looks: Sequence[Look]) -> bytes:
    """Draw each look on a page of its size."""
    from reportlab.pdfgen.canvas import Canvas

    target = BytesIO()
    canvas = Canvas(target, invariant=1)
    for one in looks:
        canvas.setPageSize((one.width, one.height))
        _frame(canvas, one)
        canvas.setFillGray(0)
        canvas.setFont(REGULAR, one.size)
        if one.cells:
            _letters(canvas, one)
        else:
            _lines(canvas, one)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _frame(canvas: Canvas, one: Look) -> None:
    from reportlab.lib.colors import CMYKColor, Color

    def colour(parts: tuple[float, ...]) -> Color:
        if len(parts) == 4:
            return CMYKColor(*parts)
        return Color(*(parts * 3 if len(parts) == 1 else parts))

    if len(one.background) in (1, 3, 4):
        canvas.setFillColor(colour(one.background))
        canvas.rect(0, 0, one.width, one.height, stroke=0, fill=1)
    if len(one.border) in (1, 3, 4) and one.thick > 0:
        canvas.setStrokeColor(colour(one.border))
        canvas.setLineWidth(one.thick)
        half = one.thick / 2
        canvas.rect(half, half, one.width - one.thick, one.height - one.thick, stroke=1, fill=0)


def _lines(canvas: Canvas, one: Look) -> None:
    step = one.size * LEADING
    first = one.height - PAD - one.size * ASCENT if one.multiline else (one.height - one.size * ASCENT) / 2 + 0.2
    for number, line in enumerate(one.lines):
        at = first - number * step
        if one.align == 1:
            canvas.drawCentredString(one.width / 2, at, line)
        elif one.align == 2:
            canvas.drawRightString(one.width - PAD, at, line)
        else:
            canvas.drawString(PAD, at, line)


def _letters(canvas: Canvas, one: Look) -> None:
    """Draw each letter in the middle of its cell."""
    step = one.width / one.cells
    at = (one.height - one.size * ASCENT) / 2 + 0.2
    for place, letter in enumerate("".join(one.lines)):
        canvas.drawCentredString(step * (place + 0.5), at, letter)
