"""Pages one likes to hand over: no scrap of a last page, no lone row, nothing torn, in every form of the samples."""

from __future__ import annotations

from io import BytesIO

import pytest
from laid_out import LEAST, lone_rows, scraps, torn
from reportlab.pdfgen.canvas import Canvas
from test_pages import NAMES, sample

from employer_assistant.content.library import Library
from employer_assistant.papers.flowables import TALL, Rows
from employer_assistant.papers.fonts import REGULAR, font
from employer_assistant.papers.form import form
from employer_assistant.papers.printing import form_ids, languages_of, render
from employer_assistant.papers.styles import MARGIN, PAGE, TOP, WIDTH

QUICK = ("auszubildender-koch", "lagerhelfer", "pflegefachfrau")
"""Samples that are always tried: each had a fault of its own."""
BOTH = ("de", "en")


@pytest.mark.timeout(600)
@pytest.mark.parametrize(
    "name", [name if name in QUICK else pytest.param(name, marks=pytest.mark.slow) for name in NAMES]
)
def test_no_page_has_a_fault_of_layout(name: str, library: Library) -> None:
    inputs = sample(name, library)
    found = {}
    for form_id in form_ids():
        languages = languages_of(form(form_id), library)
        for language in BOTH if name in QUICK else languages:
            pdf = render(form_id, inputs, language)
            if faults := scraps(pdf) + lone_rows(pdf) + torn(pdf):
                found[form_id, language] = faults
    assert found == {}


def drawn(lines: tuple[str, ...], rows: int) -> bytes:
    """Draw a table's beginning at the foot of a page and its end on the next, with lines of text below."""
    font(REGULAR)
    target = BytesIO()
    canvas = Canvas(target)
    for top in (120.0, PAGE[1] - TOP):
        canvas.setFont(REGULAR, 9)
        canvas.rect(MARGIN, top - 15, WIDTH, 15, stroke=0, fill=1)
        for row in range(rows):
            canvas.line(MARGIN, top - 15 - 14 * (row + 1), MARGIN + WIDTH, top - 15 - 14 * (row + 1))
        for place, words in enumerate(lines):
            canvas.drawString(MARGIN, 700 - 12 * place, words)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def test_the_checks_see_faults() -> None:
    bad = ("ab 1.", "März 2027, § 18a", "(2), Zentrale 0341", "71005-0, nach 24", "Monaten, 500", "€ und Abs.", "2")
    pdf = drawn((*bad, "Gesetz", "· § 2"), 1)
    assert {fault.partition(",")[0] for fault in torn(pdf)} == {
        "phone",
        "date",
        "sign",
        "paragraph",
        "sum",
        "unit",
        "point",
    }
    assert lone_rows(pdf) == ["foot of page 1", "head of page 2"]
    assert len(scraps(pdf)) == 1


@pytest.mark.parametrize(("head", "rows"), [(1, 2), (0, 2)])
def test_a_high_row_opens_a_page_alone_only_below_a_head(head: int, rows: int) -> None:
    table = Rows([["word"]] * 5, colWidths=[WIDTH], rowHeights=[20, 20, 20, 20, TALL + 10], repeatRows=head)
    table.wrap(WIDTH, 1000)
    assert len(table.split(WIDTH, 95)[1]._cellvalues) == rows


def test_the_checks_let_good_pages_pass() -> None:
    good = ("ab 1. März 2027,", "§ 18a Abs. 2, Zentrale", "0341 71005-0,", "Straße 24", "01917 Kamenz ·", "01.08.2027")
    pdf = drawn(good * (LEAST // len(good) + 1), 2)
    assert torn(pdf) + lone_rows(pdf) + scraps(pdf) == []
