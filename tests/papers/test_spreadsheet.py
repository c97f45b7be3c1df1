"""Tables opened by other programs: the same cells come back, and none of them acts."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from employer_assistant.cases.cells import GUARD, guarded
from employer_assistant.papers.spreadsheet import csv_file, xlsx_file

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
HEAD = ("Fall", "Tag", "Zahl")
ACTING = ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\u00a0=1", "\t=1", "a\n=1", "'=1", "\r=1", "=cmd|' /C calc'!A0"]
LINES = [('Müller; "x" & Söhne ầ', date(2027, 2, 28), 3), ("", None, None), *((cell, None, 1) for cell in ACTING)]


def opened_csv(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_csv_comes_back() -> None:
    data = csv_file(HEAD, LINES)
    assert data.startswith(b"\xef\xbb\xbf")
    found = opened_csv(data)
    assert found[0] == list(HEAD)
    assert found[1] == ['Müller; "x" & Söhne ầ', "2027-02-28", "3"]
    assert found[2] == ["", "", ""]


def unguarded(cell: str) -> str:
    """Return what `guarded` was given, as a reader takes the sign off."""
    return cell[1:] if cell.startswith(GUARD) else cell


@pytest.mark.parametrize("cell", ACTING)
def test_no_cell_of_a_csv_acts(cell: str) -> None:
    shown = opened_csv(csv_file(HEAD, [(cell, None, None)]))[1][0]
    assert shown.startswith("'")
    assert unguarded(guarded(cell)) == cell


@pytest.mark.parametrize("cell", ["Frau Özil", "1-2", "a=b", "", "Straße 5", "12.50"])
def test_ordinary_cells_stay_as_they_are(cell: str) -> None:
    assert guarded(cell) == cell


@given(st.text(max_size=30))
def test_a_guard_is_taken_back_exactly(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell


def test_xlsx_opens_in_another_program() -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx_file("Fälle", HEAD, LINES, NOW)))
    page = book["Fälle"]
    rows = list(page.iter_rows())
    assert [cell.value for cell in rows[0]] == list(HEAD)
    assert rows[1][0].value == LINES[0][0]
    assert rows[1][1].value == datetime(2027, 2, 28)  # noqa: DTZ001 - spreadsheets have no zone
    assert rows[1][1].is_date
    assert rows[1][2].value == 3
    assert page.freeze_panes == "A2"
    for row, cell in zip(rows[3:], ACTING, strict=True):
        assert row[0].data_type == "s", "text, never a formula"
        assert _bare(row[0].value) == _bare(cell)
    assert all(not cell.hyperlink for row in rows for cell in row)


def _bare(cell: object) -> str:
    """Leave out breaks, which office files write in several ways."""
    return "".join(letter for letter in str(cell) if letter not in "\r\n")


def test_links_and_numbers_stay_text() -> None:
    cells = ["https://example.org", "00123", '=HYPERLINK("x")', "mailto:a@b.de"]
    page = openpyxl.load_workbook(io.BytesIO(xlsx_file("x", ("a",), [(cell,) for cell in cells], NOW))).active
    assert page is not None
    found = [row[0] for row in page.iter_rows(min_row=2)]
    assert [cell.value for cell in found] == cells
    assert {cell.data_type for cell in found} == {"s"}
    assert all(cell.hyperlink is None for cell in found)


def test_what_no_cell_can_hold_is_left_out() -> None:
    wild = "a\x00b\ud800c" + "x" * 40_000
    assert opened_csv(csv_file(("a",), [(wild,)]))[1][0].startswith("abcx")
    page = openpyxl.load_workbook(io.BytesIO(xlsx_file("x", ("a",), [(wild,)], NOW))).active
    assert page is not None
    assert len(page["A2"].value) == 32_767


def test_a_table_without_lines_opens_too() -> None:
    page = openpyxl.load_workbook(io.BytesIO(xlsx_file("x", HEAD, [], NOW))).active
    assert page is not None
    assert page.max_row == 1
