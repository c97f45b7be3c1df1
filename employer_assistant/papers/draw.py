"""From parts to what reportlab lays out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, HRFlowable, PageBreak

from employer_assistant.papers import parts as p
from employer_assistant.papers.flowables import (
    Headline,
    KeptPages,
    Prose,
    Rows,
    SigningLines,
    TickBox,
    TickLine,
    WritingLine,
    code_drawing,
)
from employer_assistant.papers.fonts import REGULAR
from employer_assistant.papers.picture import TimelinePicture
from employer_assistant.papers.styles import INDENT, LINE, PALE, STYLES, WIDTH
from employer_assistant.papers.texts import marked_up, markup, paragraph, printable
from employer_assistant.papers.untorn import GLUE

LEVELS = ("h1", "h2", "h3")
"""Styles of headings by level."""
CODE = 20 * mm
EVERYWHERE = ((0, 0), (-1, -1))
GAP = "\N{EN SPACE}"
SHORT = 30
"""Letters of a label that is kept on one line; a longer one, as the name of a desk, would be torn inside a word."""


def flowables(parts: Iterable[p.Part], cut: str) -> list[Flowable]:
    """Return everything that stands on the pages. ``cut`` ends a text that is too long to print."""
    drawn: list[Flowable] = []
    for number, part in enumerate(parts):
        drawn += _drawn(part, cut, f"h{number}")
    return drawn


def _drawn(part: p.Part, cut: str, key: str = "") -> list[Flowable]:  # noqa: PLR0912 one branch per kind of part
    match part:
        case p.Line(words=words, style=style):
            return [paragraph(words, STYLES[style], Prose, cut)]
        case p.Runs(pairs=pairs, under=under):
            return [marked_up(_runs(pairs, cut), STYLES["detail" if under else "runs"], Prose)]
        case p.Heading():
            return [_heading(part, cut, key)]
        case p.Item():
            return _item(part, cut)
        case p.Bullets():
            return _bullets(part, cut)
        case p.Pairs():
            return [_pairs(part, cut)] if part.rows else []
        case p.Grid():
            return [_grid(part, cut)] if part.rows else []
        case p.Box(ticked=ticked):
            return [TickBox(ticked)]
        case p.Blank(share=share):
            return [WritingLine(share)]
        case p.Sign(labels=labels):
            return [SigningLines([paragraph(label, STYLES["small"], Prose, cut) for label in labels])]
        case p.Timeline():
            return [TimelinePicture(part)]
        case p.Code():
            return [_code(part, cut)]
        case p.Rule():
            return [HRFlowable(width="100%", thickness=1.2, color=LINE, spaceBefore=2 * mm, spaceAfter=1 * mm)]
        case p.NewPage(kept=kept):
            return [KeptPages() if kept else PageBreak()]


def _cell(cell: Sequence[p.Part], cut: str) -> list[Flowable]:
    return [one for part in cell for one in _drawn(part, cut)]


def _runs(pairs: Iterable[tuple[str, str]], cut: str) -> str:
    kept = ((label.replace(" ", GLUE) if len(label) <= SHORT else label, value) for label, value in pairs)
    return GAP.join(f"<b>{markup(label, cut)}</b>{GLUE}{markup(value, cut)}" for label, value in kept)


def _heading(part: p.Heading, cut: str, key: str) -> Flowable:
    made = paragraph(part.words, STYLES[LEVELS[part.level]], Headline, cut)
    made.level, made.key, made.plain = part.level, key, printable(part.words, cut)
    return made


def _item(part: p.Item, cut: str) -> list[Flowable]:
    words = markup(part.words, cut)
    if part.aside:
        words += f'{GAP}<font name="NotoSans" size="9">{markup(part.aside, cut)}</font>'
    line = marked_up(words, STYLES["item"], TickLine)
    line.ticked = part.ticked
    return [line, *_cell(part.below, cut)]


def _bullets(part: p.Bullets, cut: str) -> list[Flowable]:
    """Return a list as a table; in two columns each row is one of its own, for only a first row breaks inside."""
    cells: list[list[Flowable] | str] = []
    for number, item in enumerate(part.items, 1):
        sign = paragraph(f"{number}" if part.numbered else "–", STYLES["cell"], Prose)
        cells += [[sign], _cell(item, cut)]
    per_row = 2 * part.columns
    cells += [""] * (-len(cells) % per_row)
    mark = (7 if part.numbered else 4) * mm
    width = WIDTH / part.columns - mark
    rows = [cells[start : start + per_row] for start in range(0, len(cells), per_row)]
    tables = [[row] for row in rows] if part.columns == 2 else [rows] if rows else []
    drawn = [_table(one, [mark, width] * part.columns, 1.2) for one in tables]
    for table in drawn:
        table.anywhere = part.columns == 2
    return list(drawn)


def _pairs(part: p.Pairs, cut: str) -> Flowable:
    left = (34 if part.small else 48) * mm
    label = STYLES["cell" if part.small else "small"]
    rows: list[list[Any]] = [[[paragraph(words, label, Prose, cut)], _cell(value, cut)] for words, value in part.rows]
    return _table(rows, [left, WIDTH - left], 1.6 if part.small else 3.2, lines=not part.small)


def _table(rows: Sequence[list[Any]], widths: Sequence[float], space: float, *, lines: bool = False) -> Rows:
    rules = [("LINEBELOW", *EVERYWHERE, 0.4, LINE)] if lines else []
    table = Rows(
        rows,
        colWidths=widths,
        hAlign="LEFT",
        style=[
            ("FONTNAME", *EVERYWHERE, REGULAR),
            ("VALIGN", *EVERYWHERE, "TOP"),
            ("LEFTPADDING", *EVERYWHERE, 0),
            ("RIGHTPADDING", *EVERYWHERE, 6),
            ("TOPPADDING", *EVERYWHERE, space),
            ("BOTTOMPADDING", *EVERYWHERE, space),
            *rules,
        ],
    )
    table.spaceAfter = 6
    return table


def _grid(part: p.Grid, cut: str) -> Flowable:
    cells: list[list[list[Flowable]]] = []
    if any(part.head):
        cells.append([[paragraph(words, STYLES["cell_strong"], Prose, cut)] for words in part.head])
    cells += [[_cell(cell, cut) for cell in row] for row in part.rows]
    head = [("BACKGROUND", (0, 0), (-1, 0), PALE)] if any(part.head) else []
    total = sum(part.widths)
    table = Rows(
        cells,
        colWidths=[WIDTH * share / total for share in part.widths],
        repeatRows=1 if head else 0,
        hAlign="LEFT",
        style=[
            ("FONTNAME", *EVERYWHERE, REGULAR),
            ("VALIGN", *EVERYWHERE, "TOP"),
            *head,
            ("LINEBELOW", *EVERYWHERE, 0.4, LINE),
            ("LEFTPADDING", *EVERYWHERE, 3),
            ("RIGHTPADDING", *EVERYWHERE, 5),
            ("TOPPADDING", *EVERYWHERE, 2.2),
            ("BOTTOMPADDING", *EVERYWHERE, 3),
        ],
    )
    table.spaceAfter = 6
    table.resumed = paragraph(part.resumed, STYLES["strong"], Prose, cut) if part.resumed else None
    return table


def _code(part: p.Code, cut: str) -> Flowable:
    words = [paragraph(part.words, STYLES["strong"], Prose, cut), paragraph(part.url, STYLES["small"], Prose, cut)]
    table = _table([[[code_drawing(part.url, CODE)], list(words)]], [CODE + INDENT, WIDTH - CODE - INDENT], 2)
    table.setStyle([("VALIGN", *EVERYWHERE, "MIDDLE")])
    return table
