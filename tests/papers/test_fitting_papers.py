"""Papers name what the case needs and nothing else: fields by kind of degree, family papers, sheets nobody needs."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from employer_assistant.cases.case_file import read_case
from employer_assistant.cases.model import Case
from employer_assistant.content.library import Library
from employer_assistant.papers.of_case import input_of
from employer_assistant.papers.printing import render

ON = date(2026, 11, 22)


def sample(library: Library, project: Path, name: str) -> Case:
    path = project / "resources" / "samples" / f"{name}.yaml"
    return read_case(path.read_bytes(), path.name, library)


def words(library: Library, case: Case, form: str) -> str:
    pages = pypdf.PdfReader(BytesIO(render(form, input_of(case, library, ON, "0"), "de"))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_a_degree_and_a_training_stand_in_their_own_fields(library: Library, project: Path) -> None:
    degree = words(library, sample(library, project, "softwareentwicklerin"), "employment-declaration")
    assert "Hochschule: wo erworben Indien" in degree
    assert "Berufsausbildung: wo erworben Indien" not in degree
    training = words(library, sample(library, project, "pflegehelfer"), "employment-declaration")
    assert "Berufsausbildung: wo erworben Marokko" in training
    assert "Hochschule: wo erworben Marokko" not in training


def test_family_papers_follow_who_comes_and_the_title(library: Library, project: Path) -> None:
    case = sample(library, project, "softwareentwicklerin")
    said = words(library, case, "folder-index")
    assert "Heiratsurkunde" in said
    assert "Geburtsurkunden der Kinder" not in said
    assert "Deutschnachweis A1" not in said
    case.answers["person.family_joins"] = "spouse_and_children"
    assert "Geburtsurkunden der Kinder" in words(library, case, "folder-index")


def test_a_list_for_families_is_not_the_workers_list(library: Library, project: Path) -> None:
    said = words(library, sample(library, project, "pflegefachfrau"), "visa-checklist")
    assert "Familiennachzug" not in said
    assert "Eigene Zusammenstellung" in said


def test_old_age_provision_is_asked_from_45_on(library: Library, project: Path) -> None:
    case = sample(library, project, "pflegehelfer")
    assert "Altersversorgung" not in words(library, case, "folder-index")
    case.answers["person.birth_date"] = date(1975, 2, 14)
    assert "Altersversorgung" in words(library, case, "folder-index")


@pytest.mark.parametrize(("form", "own"), [("accelerated-sheet", "Vollmacht"), ("recognition-checklist", "Was die An")])
def test_a_sheet_nobody_needs_says_so_and_no_more(library: Library, project: Path, form: str, own: str) -> None:
    needed = words(library, sample(library, project, "pflegefachfrau"), form)
    assert own in needed
    assert "dieses Blatt" not in needed
    idle = "chancenkarte-elektroniker" if form == "accelerated-sheet" else "softwareentwicklerin"
    spare = words(library, sample(library, project, idle), form)
    assert own not in spare
    assert "dieses Blatt" in spare


def test_the_letter_names_the_accelerated_procedure_only_where_it_is_chosen(library: Library, project: Path) -> None:
    line = "Wir möchten das beschleunigte Fachkräfteverfahren nutzen"
    assert line in words(library, sample(library, project, "softwareentwicklerin"), "letter-authority")
    assert line not in words(library, sample(library, project, "pflegehelfer"), "letter-authority")
