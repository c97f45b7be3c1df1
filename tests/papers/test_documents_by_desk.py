"""The documents by desk: each desk's table names all that the desk wants, and nothing that the desk gives out."""

from __future__ import annotations

from html import unescape
from pathlib import Path
from re import split, sub

import pytest
from made_up_hire import ON
from worked import LIBRARY

from employer_assistant.cases.case_file import read_case
from employer_assistant.papers.html import render_html
from employer_assistant.papers.of_case import input_of

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
MISSION = "Deutsche Auslandsvertretung (Botschaft oder Konsulat)"
OWN = "Für Ihre Akte und ohne feste Stelle"


def desks(name: str) -> dict[str, str]:
    """Return the words under the heading of each desk of a sample case."""
    file = SAMPLES / f"{name}.yaml"
    page = render_html(
        "employer-checklist", input_of(read_case(file.read_bytes(), file.name, LIBRARY), LIBRARY, ON, "0.1.0"), "de"
    )
    part = page.partition("Unterlagen nach Stelle")[2].partition("Stellen und Kontakte")[0]
    headed = split(r"<h\d[^>]*>([^<]+)</h\d>", part)
    tables = zip(headed[1::2], headed[2::2], strict=True)
    return {unescape(desk): unescape(sub(r"\s+", " ", sub(r"<[^>]+>", " ", words))) for desk, words in tables}


@pytest.mark.parametrize(
    ("name", "authority"),
    [("pflegefachfrau", "Ausländerbehörde Chemnitz (Bürgeramt)"), ("softwareentwicklerin", "Ausländerbehörde Dresden")],
)
def test_a_paper_that_two_desks_want_stands_under_both(name: str, authority: str) -> None:
    found = desks(name)
    for paper in ("Reisepass", "Arbeitsvertrag oder verbindliches Arbeitsplatzangebot"):
        assert paper in found[MISSION]
        assert paper in found[authority]
        assert paper not in found[OWN]
    assert "10 Jahre (Auslandsvertretungen)" in found[MISSION]
    assert "10 Jahre (Auslandsvertretungen)" not in found[authority]


def test_what_a_desk_gives_out_is_not_to_be_brought_there() -> None:
    metalworker = desks("metallbauer")
    assert "Nationales Visum" not in str(metalworker)
    assert "Elektronischer Aufenthaltstitel" not in str(metalworker)
    consent, notice = "Vorabzustimmung der Ausländerbehörde", "Anerkennungsbescheid"
    assert consent in metalworker[MISSION]
    assert notice in metalworker[MISSION]
    assert [desk for desk, words in metalworker.items() if consent in words] == [MISSION]
