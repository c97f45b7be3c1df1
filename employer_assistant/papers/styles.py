"""Measures and styles of all papers: A4, 11 pt body, 9 pt in tables and details, black on white."""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import Color, black
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import registerFontFamily

from employer_assistant.papers.fonts import BOLD, REGULAR, font

PAGE = A4
MARGIN = 18 * mm
TOP = 16 * mm
BOTTOM = 22 * mm
WIDTH = PAGE[0] - 2 * MARGIN
HEIGHT = PAGE[1] - TOP - BOTTOM
BOX = 3.4 * mm
INDENT = 7 * mm
GREY = Color(0.27, 0.27, 0.27)
LINE = Color(0.6, 0.6, 0.6)
PALE = Color(0.9, 0.9, 0.9)

for _name in (REGULAR, BOLD):
    font(_name)
registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=REGULAR, boldItalic=BOLD)
_BASE = ParagraphStyle(
    "base",
    fontName=REGULAR,
    fontSize=11,
    leading=14.3,
    textColor=black,
    splitLongWords=1,
    spaceAfter=1.6 * mm,
    allowWidows=0,
)


def _style(name: str, **changes: Any) -> ParagraphStyle:
    return ParagraphStyle(name, parent=_BASE, **changes)


_ALL = (
    _style("title", fontName=BOLD, fontSize=20, leading=26, spaceAfter=1 * mm),
    _style("case", fontSize=13, leading=18, spaceAfter=1 * mm),
    _style("h1", fontName=BOLD, fontSize=15, leading=20, spaceBefore=6 * mm, spaceAfter=2 * mm),
    _style("h2", fontName=BOLD, fontSize=12.5, leading=16.5, spaceBefore=4 * mm, spaceAfter=1.6 * mm),
    _style("h3", fontName=BOLD, fontSize=11, leading=15, spaceBefore=2 * mm, spaceAfter=0.6 * mm),
    _style("body"),
    _style("lead"),
    _style("letter", spaceAfter=3 * mm),
    _style("strong", fontName=BOLD, spaceBefore=3 * mm, spaceAfter=1 * mm),
    _style("small", fontSize=9, leading=12.2, textColor=GREY, spaceAfter=0.8 * mm),
    _style("lead_small", fontSize=9, leading=11.8, textColor=GREY, spaceAfter=0.8 * mm),
    _style("tiny", fontSize=7.5, leading=9.6, textColor=GREY, spaceAfter=0),
    _style("cell", fontSize=9, leading=11.4, spaceAfter=0),
    _style("cell_strong", fontName=BOLD, fontSize=9, leading=11.4, spaceAfter=0),
    _style("item", fontName=BOLD, leftIndent=INDENT, spaceBefore=2 * mm, spaceAfter=0.4 * mm),
    _style("mark", fontSize=9, leading=11.4, leftIndent=INDENT, textColor=GREY, spaceAfter=0.4 * mm),
    _style("under", leftIndent=INDENT, spaceAfter=0.5 * mm),
    _style("detail", fontSize=9, leading=11.4, leftIndent=INDENT, spaceAfter=0.5 * mm),
    _style("runs", fontSize=9, leading=11.4, spaceAfter=0.5 * mm),
)
STYLES: dict[str, ParagraphStyle] = {style.name: style for style in _ALL}
"""Every style by its name; those of headings and entries are chosen by what is drawn, not by blocks."""
