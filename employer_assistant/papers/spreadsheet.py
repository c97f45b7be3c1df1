"""Tables for spreadsheets: CSV and XLSX. No cell can act as a formula, a link or a number it is not."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date, datetime
from typing import TypeAlias

from employer_assistant.cases.cells import guarded

Cell: TypeAlias = str | int | date | None
Lines: TypeAlias = Sequence[Sequence[Cell]]
WIDEST = 60
MOST_LETTERS = 32_767
"""What one cell of a spreadsheet can hold."""


def csv_file(head: Sequence[str], lines: Lines) -> bytes:
    """Return the table as CSV as office programs open it: UTF-8 with mark, semicolons, ISO days, guarded cells."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    writer.writerow([guarded(name) for name in head])
    for line in lines:
        writer.writerow([_plain(cell) for cell in line])
    return out.getvalue().encode("utf-8-sig")


def xlsx_file(sheet: str, head: Sequence[str], lines: Lines, now: datetime) -> bytes:
    """Return the table as XLSX: days are days, texts are only texts; the head stays in view and can filter."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(out, options) as book:
        book.set_properties({"created": now.replace(tzinfo=None)})
        page = book.add_worksheet(sheet[:31])
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        day = book.add_format({"num_format": "dd.mm.yyyy", "valign": "top", "align": "left"})
        wrap = book.add_format({"text_wrap": True, "valign": "top"})
        for column, name in enumerate(head):
            page.write_string(0, column, name, bold)
            page.set_column(column, column, _width(column, head, lines))
        for number, line in enumerate(lines, 1):
            for column, cell in enumerate(line):
                if isinstance(cell, date):
                    page.write_datetime(number, column, datetime(cell.year, cell.month, cell.day), day)  # noqa: DTZ001
                elif isinstance(cell, int):
                    page.write_number(number, column, cell, wrap)
                elif cell is not None:
                    page.write_string(number, column, _clean(cell), wrap)
        page.freeze_panes(1, 0)
        if lines:
            page.autofilter(0, 0, len(lines), len(head) - 1)
    return out.getvalue()


def _plain(cell: Cell) -> str:
    if cell is None:
        return ""
    return guarded(_clean(cell)) if isinstance(cell, str) else cell.isoformat() if isinstance(cell, date) else str(cell)


def _clean(cell: str) -> str:
    """Leave out what no file can hold: control characters and lone surrogates; cut what is longer than a cell."""
    kept = "".join(
        letter for letter in cell if letter in "\n\t" or (letter >= " " and not "\ud800" <= letter <= "\udfff")
    )
    return kept[:MOST_LETTERS]


def _width(column: int, head: Sequence[str], lines: Lines) -> int:
    longest = max((len(_plain(line[column])) for line in lines[:200]), default=0)
    return min(WIDEST, max(10, len(head[column]), longest) + 2)
