"""Faults of layout in finished papers: scraps of pages, lone rows of tables, what is torn at the end of a line."""

from __future__ import annotations

import re
from itertools import pairwise

import pypdfium2
from drawn import FOOT, pages

from employer_assistant.content.phrases import phrase
from employer_assistant.papers.styles import PAGE, TOP, WIDTH

LEAST = 10
"""Lines that a last page must hold."""
KEPT = ("Für Sie im Betrieb", "For you, the employer")
"""How a page begins that stays with the firm; it is a page of its own however short it is."""
HIGH = 70.0
"""Height of a table's row that may stand alone, in points."""
_MONTH = "|".join(phrase(f"month.{number}", language) for language in ("de", "en") for number in range(1, 13))
_END = r"[ \xa0]*\n[ \xa0]*"
TORN = {
    "phone": rf"(?:^|[\s(])(?:\+\d{{1,3}}|0\d{{2,5}})(?:[ \xa0]\d{{1,5}})*{_END}\d[\d-]{{2}}",
    "date": rf"\b\d{{1,2}}\.?{_END}(?:{_MONTH})\b|\b(?:{_MONTH}){_END}\d{{4}}\b",
    "sign": rf"(?:§|\bAbs\.|\bNr\.|\bArt\.|\bSatz|\bsections?|\bno\.){_END}\(?\d",
    "paragraph": rf"(?:§[ \xa0]|\bsection[ \xa0])\d+[a-z]?{_END}\(\d{{1,2}}[a-z]?\)",
    "sum": rf"\d{_END}[€%]|(?:€|\bEUR){_END}\d",
    "unit": rf"(?<!\d)\d{{1,3}}{_END}(?:Euro|euros?|Tagen?|days?|Wochen?|weeks?|Monate?n?|months?|Jahren?|years?)\b",
    "point": r"\n[ \xa0]*·",
}
"""What stands on both sides of the end of a line where none may be."""


def scraps(pdf: bytes) -> list[str]:
    """Return what stands on a last page that holds next to nothing."""
    *before, last = pages(pdf)
    if last and last[0].words.startswith(KEPT):
        return []
    lines = {round(run.bottom) for run in last}
    return [f"last page: {len(lines)} lines"] if before and len(lines) < LEAST else []


def torn(pdf: bytes) -> list[str]:
    """Return what is torn at the end of a line, with the words around it."""
    found = []
    for number, page in enumerate(pypdfium2.PdfDocument(pdf), 1):
        words = page.get_textpage().get_text_bounded(bottom=FOOT).replace("\r\n", "\n")
        for kind, pattern in TORN.items():
            around = ((max(0, hit.start() - 20), hit.end() + 20) for hit in re.finditer(pattern, words))
            found += [f"{kind}, page {number}: {words[start:end]!r}" for start, end in around]
    return found


def lone_rows(pdf: bytes) -> list[str]:
    """Return the places where a table that goes on upon the next page leaves one low row alone before or after."""
    drawn = [_tables(page) for page in pypdfium2.PdfDocument(pdf)]
    faults = []
    for number, (page, following) in enumerate(pairwise(drawn), 1):
        if not page or not following or following[0][0] < PAGE[1] - TOP - 3:
            continue
        for place, table in (("foot", page[-1]), ("head", following[0])):
            rows = table[2:]
            if len(rows) == 1 and table[1] - rows[0] < HIGH:
                faults.append(f"{place} of page {number if place == 'foot' else number + 1}")
    return faults


def _tables(page: pypdfium2.PdfPage) -> list[list[float]]:
    """Return of each table with a head, from the top: top and foot of the head, then the line below each row."""
    paths = [one.get_bounds() for one in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH])]
    boxes = [box for box in paths if box[2] - box[0] > WIDTH - 3]
    heads = sorted(((top, low) for _, low, _, top in boxes if top - low > 8 and low > FOOT), reverse=True)
    lines = sorted({round(low, 1) for _, low, _, top in boxes if top - low < 3 and low > FOOT}, reverse=True)
    below = [*(top for top, _ in heads[1:]), FOOT]
    return [
        [top, low, *(line for line in lines if after < line < low - 3)]
        for (top, low), after in zip(heads, below, strict=False)
    ]
