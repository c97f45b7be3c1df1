"""Measures and styles of all papers: A4, 11 pt body, 9 pt in tables, black on white."""

from __future__ import annotations

from typing import Any, Literal

from reportlab.lib.colors import Color, black
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from employer_assistant.papers.fonts import BOLD, REGULAR, font

PAGE = A4
MARGIN = 20 * mm
BOTTOM = 26 * mm
WIDTH = PAGE[0] - 2 * MARGIN
HEIGHT = PAGE[1] - MARGIN - BOTTOM
BOX = 3.4 * mm
INDENT = 7 * mm
GREY = Color(0.27, 0.27, 0.27)
LINE = Color(0.6, 0.6, 0.6)
PALE = Color(0.9, 0.9, 0.9)

StyleName = Literal[
    "title",
    "case",
    "h1",
    "h2",
    "h3",
    "body",
    "lead",
    "strong",
    "small",
    "cell",
    "cell_strong",
    "item",
    "mark",
    "under",
]

for _name in (REGULAR, BOLD):
    font(_name)
_BASE = ParagraphStyle(
    "base", fontName=REGULAR, fontSize=11, leading=15.5, textColor=black, splitLongWords=1, spaceAfter=2 * mm
)


def _style(name: StyleName, **changes: Any) -> ParagraphStyle:
    return ParagraphStyle(name, parent=_BASE, **changes)


STYLES: dict[StyleName, ParagraphStyle] = {
    "title": _style("title", fontName=BOLD, fontSize=21, leading=27, spaceAfter=1 * mm),
    "case": _style("case", fontSize=14, leading=19, spaceAfter=1 * mm),
    "h1": _style("h1", fontName=BOLD, fontSize=16, leading=21, spaceBefore=8 * mm, spaceAfter=3 * mm),
    "h2": _style("h2", fontName=BOLD, fontSize=12.5, leading=17, spaceBefore=5 * mm, spaceAfter=2 * mm),
    "h3": _style("h3", fontName=BOLD, spaceBefore=3.5 * mm, spaceAfter=1 * mm),
    "body": _style("body"),
    "lead": _style("lead"),
    "strong": _style("strong", fontName=BOLD, spaceAfter=1 * mm),
    "small": _style("small", fontSize=9, leading=12.5, textColor=GREY, spaceAfter=0.8 * mm),
    "cell": _style("cell", fontSize=9, leading=12, spaceAfter=0),
    "cell_strong": _style("cell_strong", fontName=BOLD, fontSize=9, leading=12, spaceAfter=0),
    "item": _style("item", fontName=BOLD, leftIndent=INDENT, spaceAfter=0.5 * mm),
    "mark": _style("mark", fontSize=9, leading=12.5, leftIndent=INDENT, textColor=GREY, spaceAfter=0.5 * mm),
    "under": _style("under", leftIndent=INDENT, spaceAfter=0.5 * mm),
}
