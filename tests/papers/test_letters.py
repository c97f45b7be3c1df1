"""Letters and notices: an address as the post wants it, what the person is to do, and only what the case needs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from employer_assistant.cases.case_file import read_case
from employer_assistant.cases.model import Case
from employer_assistant.content.library import Library
from employer_assistant.papers.of_case import input_of
from employer_assistant.papers.printing import render

ON = date(2026, 11, 22)


def sample(library: Library, project: Path, name: str) -> Case:
    path = project / "resources" / "samples" / f"{name}.yaml"
    return read_case(path.read_bytes(), path.name, library)


def lines(library: Library, case: Case, form: str, language: str = "de") -> list[str]:
    pages = PdfReader(BytesIO(render(form, input_of(case, library, ON, "0"), language))).pages
    return [line.strip() for page in pages for line in page.extract_text().splitlines()]


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_address_is_name_street_and_place(library: Library, project: Path, language: str) -> None:
    written = lines(library, sample(library, project, "elektriker"), "letter-authority", language)
    start = written.index("Ausländerbehörde Landkreis Görlitz")
    assert written[start + 1 : start + 3] == ["Bahnhofstraße 24", "02826 Görlitz"]
    assert not [line for line in written if "@" in line or "www" in line or "Hauptanschrift" in line]


def test_letters_name_job_or_training_and_ask_nothing_without_a_road(library: Library, project: Path) -> None:
    training = " ".join(lines(library, sample(library, project, "auszubildender-koch"), "letter-authority"))
    assert "Stelle: Ausbildung im Beruf Koch" in training
    assert "Fachkraft aus dem Ausland" not in training
    no = " ".join(lines(library, sample(library, project, "lagerhelfer"), "letter-candidate"))
    assert "wissen wir noch nicht" in no
    assert "Bitte senden Sie uns zuerst Kopien" not in no
    road = " ".join(lines(library, sample(library, project, "pflegehelfer"), "letter-candidate"))
    assert "Bitte senden Sie uns zuerst Kopien" in road


def test_letters_promise_no_job_to_a_searcher_and_employ_nobody_posted(library: Library, project: Path) -> None:
    for name, employs, other in (
        ("chancenkarte-elektroniker", False, "kennenlernen"),
        ("konzern-ingenieurin", False, "als entsandte Person"),
        ("auszubildender-koch", False, "einen Beruf lernt"),
        ("metallbauer", True, "Stelle: Metallbauer"),
    ):
        said = " ".join(lines(library, sample(library, project, name), "letter-authority"))
        assert ("____ beschäftigen" in said) is employs, name
        assert other in said, name
        assert ("Beschäftigung einer Person" in said) is employs, name
        assert ("Gewünschter Beginn" in said) is (name != "chancenkarte-elektroniker"), name
    for name, known in (("chancenkarte-elektroniker", True), ("konzern-ingenieurin", False), ("metallbauer", False)):
        said = " ".join(lines(library, sample(library, project, name), "letter-candidate"))
        assert ("Eine feste Stelle ist das noch nicht" in said) is known, name
        assert ("bei uns arbeiten möchten" in said) is not known, name
        assert ("Wir wünschen uns den Beginn" in said) is not known, name


def test_a_title_for_the_search_starts_no_job_whatever_is_wished_in_the_end(library: Library, project: Path) -> None:
    search = sample(library, project, "chancenkarte-elektroniker")
    offered = replace(search, answers={**search.answers, "job.purpose": "employment", "job.offer": True})
    job = sample(library, project, "metallbauer")
    follow_up = {"person.location": "germany", "person.status_in_germany": "opportunity_card"}
    holder = replace(offered, answers={**offered.answers, **follow_up})
    works = {"person.status_in_germany": "toleration", "person.document_allows_this_job": "yes"}
    allowed = replace(holder, answers={**holder.answers, **works})
    for case, searches in ((search, True), (offered, True), (holder, False), (allowed, False), (job, False)):
        said = {
            form: " ".join(lines(library, case, form))
            for form in ("letter-authority", "letter-candidate", "title-and-retention", "candidate-sheet")
        }
        assert ("Um eine feste Stelle geht es jetzt noch nicht" in said["letter-authority"]) is searches
        assert ("Eine feste Stelle ist das noch nicht" in said["letter-candidate"]) is searches
        assert ("Mehr als Probearbeit und Nebenjob" in said["title-and-retention"]) is searches
        assert ("Erster möglicher Arbeitstag" in said["title-and-retention"]) is not searches
        assert ("Möglicher Arbeitsbeginn" in said["candidate-sheet"]) is not searches


def test_letters_say_whose_present_document_allows_the_job(library: Library, project: Path) -> None:
    here = sample(library, project, "tischler-ukraine")
    forbidden = replace(here, answers={**here.answers, "person.document_allows_this_job": "no"})
    for case, works in ((here, True), (forbidden, False), (sample(library, project, "metallbauer"), False)):
        for form in ("letter-authority", "letter-candidate"):
            said = " ".join(lines(library, case, form))
            assert ("jetziges Dokument diese Arbeit schon" in said or "jetzige Dokument diese Arbeit" in said) is works
        assert ("Dafür brauchen Sie den passenden" in said) is not works


@pytest.mark.parametrize("form", ["letter-authority", "letter-candidate"])
def test_a_title_that_still_lacks_something_does_not_fit_yet(library: Library, project: Path, form: str) -> None:
    later = " ".join(lines(library, sample(library, project, "metallbauer"), form))
    assert "Noch sind nicht alle Bedingungen erfüllt" in later
    assert "Aufenthaltstitel passt" not in later
    assert "passt dieser" not in later
    now = " ".join(lines(library, sample(library, project, "pflegefachfrau"), form))
    assert "Noch sind nicht alle Bedingungen erfüllt" not in now
    assert "Aufenthaltstitel passt" in now or "passt dieser" in now


def test_the_notice_agrees_with_the_plan_and_the_result(library: Library, project: Path) -> None:
    needed = "verlangt diesen Hinweis nicht"
    agency, own = (sample(library, project, name) for name in ("metallbauer", "pflegehelfer"))
    assert needed in " ".join(lines(library, agency, "notice-45c"))
    assert "besteht keine Hinweispflicht" in " ".join(lines(library, agency, "result"))
    assert "Hinweis auf Beratung" not in " ".join(lines(library, agency, "folder-index"))
    assert needed not in " ".join(lines(library, own, "notice-45c"))
    assert "Hinweis auf Beratung" in " ".join(lines(library, own, "folder-index"))


def test_who_needs_no_title_is_told_so_and_not_that_none_was_found(library: Library, project: Path) -> None:
    case = sample(library, project, "metallbauer")
    free = replace(case, answers={**case.answers, "person.citizenship": ("PL",), "person.free_movement_right": True})
    for form in ("letter-candidate", "letter-authority", "arrival-checklist", "employer-roadmap", "accelerated-sheet"):
        said = " ".join(lines(library, free, form))
        assert "keinen Aufenthaltstitel" in said, form
        assert not [words for words in ("noch nicht", "Weg feststeht", "Noch steht kein") if words in said], form
    assert "wissen wir noch nicht" in " ".join(
        lines(library, sample(library, project, "lagerhelfer"), "letter-candidate")
    )


@pytest.mark.parametrize("form", ["letter-authority", "letter-candidate", "candidate-sheet"])
def test_an_english_paper_says_what_a_typed_title_means(library: Library, project: Path, form: str) -> None:
    case = sample(library, project, "tischler-ukraine")
    english, german = (" ".join(lines(library, case, form, language)) for language in ("en", "de"))
    assert "Tischler [Joiner / cabinet maker]" in english
    assert "Joiner" not in german
