"""Desks on paper: old, undated and corrected details are marked as everywhere else."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import pypdf
from msgspec.structs import replace

from employer_assistant.cases.case_file import read_case
from employer_assistant.cases.view import progress_of, situation_of
from employer_assistant.content.corrections import confirmation, corrected, correction
from employer_assistant.content.library import Library
from employer_assistant.papers.input import PaperInput
from employer_assistant.papers.printing import render
from employer_assistant.plan.planning import plan
from employer_assistant.rules.assessment import assess

ON = date(2026, 11, 22)


def words(library: Library, path: Path, form: str = "contacts") -> str:
    case = read_case(path.read_bytes(), path.name, library)
    assessment = assess(situation_of(case, library, ON))
    assert assessment.best is not None
    made = plan(assessment.situation, assessment.best, case.procedure or "regular", progress_of(case), None)
    inputs = PaperInput(library, case, assessment.situation, assessment, made, ON, "0")
    pages = pypdf.PdfReader(BytesIO(render(form, inputs, "de"))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_confirmations_and_corrections_are_printed(library: Library, project: Path) -> None:
    path = project / "resources" / "samples" / "metallbauer.yaml"
    plain = words(library, path)
    assert "bestätigt am" not in plain
    shown = {desk.id: desk for desk in library.offices.values() if desk.email and desk.email in plain}
    desk = next(iter(shown.values()))
    entries = (correction(desk, "phone", "+49 3581 777", ON, "AB"), confirmation(desk, ON, "AB"))
    mended = words(Library(corrected(library.content, entries)), path)
    assert "+49 3581 777" in mended
    assert "bestätigt am 22.11.2026 von AB" in mended
    assert "Telefon berichtigt am 22.11.2026 von AB" in mended


def test_old_details_are_marked_on_paper(library: Library, project: Path) -> None:
    path = project / "resources" / "samples" / "metallbauer.yaml"
    fresh = Library(
        replace(
            library.content,
            offices=tuple(replace(o, as_of="2026-11-01", confidence="high") for o in library.content.offices),
            bodies=tuple(replace(b, as_of="2026-11-01", confidence="high") for b in library.content.bodies),
        )
    )
    assert "älter als zwei Jahre" not in words(fresh, path)
    old = Library(
        replace(
            fresh.content,
            offices=tuple(replace(o, as_of="2019-08") for o in fresh.content.offices),
        )
    )
    said = words(old, path)
    assert "älter als zwei Jahre" in said
    assert "vor Gebrauch prüfen" in said
    short = {name: words(content, path, "employer-checklist") for name, content in (("old", old), ("fresh", fresh))}
    assert short["old"].count("vor Gebrauch prüfen") > short["fresh"].count("vor Gebrauch prüfen")
