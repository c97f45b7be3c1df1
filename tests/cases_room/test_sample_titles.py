"""Titles of the sample cases: English on English pages; what a user typed stays as typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from worked import LIBRARY

from employer_assistant.cases.case_file import read_case
from employer_assistant.cases.titles import shown_title, typed_title
from employer_assistant.papers.of_case import input_of
from employer_assistant.papers.printing import render

SAMPLES = sorted(Path(__file__).parents[2].joinpath("resources", "samples").glob("*.yaml"))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_sample_has_an_english_title(path: Path) -> None:
    case = read_case(path.read_bytes(), path.name, LIBRARY)
    assert typed_title(case, "de") == case.title
    assert typed_title(case, "en") != case.title
    assert shown_title(case, LIBRARY, "en") == f"Sample: {typed_title(case, 'en')}"
    firm = str(case.answers["employer.name"])
    assert "Muster" in firm
    assert "(" not in firm, "a made-up name tells itself; a German remark would stand on English papers"


def test_a_title_of_the_user_stays_as_typed() -> None:
    """The control: the same words in a case of one's own, and a sample that got another title."""
    path = next(path for path in SAMPLES if path.stem == "metallbauer")
    case = read_case(path.read_bytes(), path.name, LIBRARY)
    own, renamed = replace(case, sample=False), replace(case, title="Metallbauer, Halle 2")
    assert typed_title(own, "en") == case.title
    assert typed_title(renamed, "en") == "Metallbauer, Halle 2"
    pages = [render("answers", input_of(one, LIBRARY, date(2026, 11, 22), "0"), "en") for one in (case, own)]
    sample, typed = (PdfReader(BytesIO(data)).pages[0].extract_text() for data in pages)
    assert ("Metal worker from Vietnam, Zittau" in sample, case.title in sample) == (True, False)
    assert ("Metal worker from Vietnam, Zittau" in typed, case.title in typed) == (False, True)
