"""The page of the quick check: one page in both languages, with the chamber's contact, and nothing that is too sure."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from employer_assistant.cases.case_file import read_case
from employer_assistant.cases.model import Case
from employer_assistant.content.library import Library
from employer_assistant.papers.batch import Job, paths
from employer_assistant.papers.form import QUICK_CHECK, form_ids
from employer_assistant.papers.html import render_html
from employer_assistant.papers.input import PaperInput
from employer_assistant.papers.letterhead import Letterhead, PaperOptions
from employer_assistant.papers.printing import render
from employer_assistant.rules.assessment import assess
from employer_assistant.rules.quick_check import quick_path
from employer_assistant.rules.situation import Situation

ON = date(2026, 11, 22)
CHAMBER = PaperOptions(letterhead=Letterhead(("Muster-Kammer (erfunden)", "Frau Beispiel, 0351 000000")))
SAMPLES = sorted((Path(__file__).resolve().parents[2] / "resources" / "samples").glob("*.yaml"))


def checked(library: Library, path: Path, place: str = "02763") -> PaperInput:
    """Return the quick check of a sample hire."""
    full = read_case(path.read_bytes(), path.name, library).answers
    answers = dict(quick_path(full, library, ON).answers)
    if place:
        answers["job.site_postcode"] = place
    situation = Situation(library, answers, ON)
    return PaperInput(library, Case("", answers), situation, assess(situation), None, ON, "1.0")


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_one_page_that_says_what_it_is(library: Library, sample: Path, language: str) -> None:
    pages = PdfReader(BytesIO(render(QUICK_CHECK, checked(library, sample), language, CHAMBER))).pages
    assert len(pages) == 1
    said = " ".join(pages[0].extract_text().split())
    assert ("erste Orientierung" if language == "de" else "first orientation") in said
    assert "Frau Beispiel, 0351 000000" in said
    assert ("Keine Zusage" if language == "de" else "no promise").lower() in said.lower()
    assert ("als Nächstes klären" if language == "de" else "find out next") in said


def test_it_names_the_desks_of_the_place_and_without_one_says_what_is_missing(library: Library) -> None:
    sample = next(path for path in SAMPLES if path.stem == "metallbauer")
    with_place, without = (render_html(QUICK_CHECK, checked(library, sample, place), "de") for place in ("02763", ""))
    assert "Am Lagerplatz 8" in with_place
    assert "Am Lagerplatz 8" not in without
    assert "Zuständig je nach Ort oder Beruf: Handwerkskammer Dresden" in without
    assert "Zuständig je nach Ort" not in with_place
    assert "Handwerkskammer Chemnitz" not in with_place
    assert "Postleitzahl" in without
    assert "sieht erreichbar aus" in without.lower()


@pytest.mark.parametrize(
    ("job", "named"),
    [
        ("metallbauer", {"Handwerkskammer"}),
        ("pflegefachmann", {"Industrie- und Handelskammer"}),
        ("bodenleger", {"Handwerkskammer", "Industrie- und Handelskammer"}),
    ],
)
def test_it_names_the_chambers_that_can_be_meant(library: Library, job: str, named: set[str]) -> None:
    found = checked(library, SAMPLES[0])
    situation = Situation(library, {**found.case.answers, "job.occupation": job}, ON)
    inputs = PaperInput(library, found.case, situation, assess(situation), None, ON, "1.0")
    said = render_html(QUICK_CHECK, inputs, "de").partition("Die nächsten Stellen")[2]
    assert {chamber for chamber in ("Handwerkskammer", "Industrie- und Handelskammer") if chamber in said} == named


def test_it_is_no_paper_of_a_case() -> None:
    assert QUICK_CHECK not in form_ids()


NAMES = {
    "person.family_name": "Zorbasowitsch",
    "person.given_names": "Alexandros",
    "person.passport_number": "X7788990",
    "person.email": "zorbas@muster.example",
    "employer.name": "Schlosserei Hubermann",
    "employer.contact": "Frau Xylander, 0351 998877",
    "employer.address": "Musterweg 77",
    "job.title": "Schweissmeisterstelle",
}


@pytest.mark.parametrize("language", ["de", "en"])
def test_made_from_a_whole_case_it_names_nobody(library: Library, language: str, tmp_path: Path) -> None:
    answers = {**read_case(SAMPLES[0].read_bytes(), SAMPLES[0].name, library).answers, **NAMES}
    situation = Situation(library, answers, ON)
    case = Case("Alexandros bei Schlosserei Hubermann", answers)
    inputs = PaperInput(library, case, situation, assess(situation), None, ON, "1.0")
    said = render_html(QUICK_CHECK, inputs, language)
    telling = {word for value in (*NAMES.values(), case.title) for word in value.split() if len(word) > 4}
    assert not [word for word in telling if word in said]
    assert "2006" not in said, "nor a day of birth"
    [path] = paths([Job(case.title, lambda: inputs, QUICK_CHECK, language)], tmp_path)
    assert "alexandros" not in path.name
    assert [word for word in telling if word in render_html("answers", inputs, "de")], "control: other papers do"


def test_of_many_routes_with_one_reason_the_first_are_named(library: Library) -> None:
    """Another purpose rules out most routes at once: the page must not become a list of them."""
    path = next(path for path in SAMPLES if path.stem == "lagerhelfer")
    answers = read_case(path.read_bytes(), path.name, library).answers | {"job.purpose": "secondment"}
    situation = Situation(library, answers, ON)
    found = PaperInput(library, Case("", answers), situation, assess(situation), None, ON, "1.0")
    said = " ".join(PdfReader(BytesIO(render(QUICK_CHECK, found, "de"))).pages[0].extract_text().split())
    assert "weitere Wege: Dieser Weg ist nur für eine Anstellung" in said


@pytest.mark.parametrize(("hire", "named"), [("lagerhelfer", 7), ("metallbauer", 3)])
def test_without_any_route_left_more_of_the_closed_ones_give_their_reason(
    library: Library, hire: str, named: int
) -> None:
    path = next(path for path in SAMPLES if path.stem == hire)
    answers = read_case(path.read_bytes(), path.name, library).answers
    situation = Situation(library, answers, ON)
    found = PaperInput(library, Case("", answers), situation, assess(situation), None, ON, "1.0")
    closed = render_html(QUICK_CHECK, found, "de").split("Geschlossen</")[1].split("Darauf beruht")[0]
    assert closed.count("<li") == named
    assert closed.count("nur eine Helferstelle") == (hire == "lagerhelfer"), "what closes many is said, and once"
