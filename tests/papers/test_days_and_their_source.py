"""Days on papers say what they are: a first day is no deadline, advice is no rule of the desk, a programme can end."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from employer_assistant.cases.case_file import read_case
from employer_assistant.content.library import Library
from employer_assistant.papers.form import form_in
from employer_assistant.papers.of_case import input_of
from employer_assistant.papers.paper import paper
from employer_assistant.papers.parts import texts
from employer_assistant.papers.sheet import Sheet

ON = date(2026, 11, 22)


def told(library: Library, project: Path, name: str, form_id: str) -> str:
    path = project / "resources" / "samples" / f"{name}.yaml"
    case = read_case(path.read_bytes(), path.name, library)
    found = Sheet(form_in(form_id, "de", library), input_of(case, library, ON, "0"), "de")
    return "\n".join(texts(paper(found)))


@pytest.mark.parametrize("form_id", ["arrival-checklist", "employer-checklist", "title-and-retention"])
def test_a_first_day_is_not_called_a_deadline(library: Library, project: Path, form_id: str) -> None:
    lines = told(library, project, "softwareentwicklerin", form_id).splitlines()
    named = [
        (label, line) for label, line in pairwise(lines) if "Erst 6 Monate" in line or "frühestens nach 27" in line
    ]
    assert named
    assert {label for label, _ in named} == {"Ab wann"}
    assert "Frist" in lines


def test_a_programme_with_an_end_is_not_planned_beyond_it_as_if_it_went_on(library: Library, project: Path) -> None:
    words = " ".join(told(library, project, "softwareentwicklerin", "arrival-checklist").split())
    assert "gilt nur bis zum 31.12.2026. Ob es danach noch Geld gibt, ist nicht bekannt." in words
    assert words.count("falls es das Programm dann noch gibt") == 2


def test_our_advice_and_the_word_of_the_desk_are_told_apart(library: Library, project: Path) -> None:
    words = " ".join(told(library, project, "metallbauer", "arrival-checklist").split())
    assert (
        "Mindestens 8 Wochen vor Ablauf des Visums sollte der Antrag gestellt sein. Das ist unsere Empfehlung" in words
    )
    assert "Die Landkreise Görlitz und Nordsachsen nennen 6 Wochen" in words
    assert "Der Landkreis nennt mindestens 6 Wochen vor Ablauf." in words


def test_a_deadline_names_the_day_it_reckons_with_where_no_step_brings_that_day_about(
    library: Library, project: Path
) -> None:
    words = " ".join(told(library, project, "auszubildender-koch", "title-and-retention").split())
    assert "Gerechnet ist mit: Ablauf des Visums am " in words
    assert "(steht auf dem Visum; angenommen: " in words
    assert "Gerechnet ist mit: Arbeitsbeginn" not in words


@pytest.mark.parametrize("form_id", ["employer-roadmap", "adviser-handout", "candidate-sheet"])
def test_a_day_of_the_law_that_no_plan_moves_stands_where_it_is_acted_on(
    library: Library, project: Path, form_id: str
) -> None:
    words = " ".join(told(library, project, "tischler-ukraine", form_id).split())
    assert "Feste Frist (Gesetz)" in words
    assert "04.03.2027" in words
    assert "Feste Frist" not in told(library, project, "auszubildender-koch", form_id)
