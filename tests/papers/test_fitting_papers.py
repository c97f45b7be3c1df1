"""Papers name what the case needs and nothing else: fields by kind of degree, family papers, sheets nobody needs."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import product
from pathlib import Path

import pypdf
import pytest

from employer_assistant.cases.case_file import read_case
from employer_assistant.cases.model import Case
from employer_assistant.content.library import Library
from employer_assistant.papers.of_case import input_of
from employer_assistant.papers.printing import render
from employer_assistant.rules.answers import UNKNOWN

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


def test_a_list_of_what_every_visa_needs_leaves_room_for_the_workers_papers(library: Library, project: Path) -> None:
    case = sample(library, project, "softwareentwicklerin")
    case.answers.update(
        {"person.residence_country": "BA", "person.citizenship": ("BA",), "qualification.country": "BA"}
    )
    case.answers["person.family_joins"] = "none"
    said = words(library, case, "visa-checklist")
    assert "Visum: immer nötig (Bosnien und Herzegowina)" in said
    assert "Botschaft Sarajewo · Stand 15.09.2022" in said
    assert "Was die gesehenen Listen nicht nennen" in said
    rest = said.partition("Was die gesehenen Listen nicht nennen")[2]
    assert "Arbeitsvertrag" in rest
    assert "Reisepass" not in rest
    assert "Heiratsurkunde" not in said
    case.answers["person.family_joins"] = "spouse"
    assert "Visum Familiennachzug (Bosnien und Herzegowina)" in words(library, case, "visa-checklist")


def test_a_list_that_was_seen_whole_is_all_that_is_asked(library: Library, project: Path) -> None:
    case = sample(library, project, "softwareentwicklerin")
    case.answers.update(
        {"person.residence_country": "TN", "person.citizenship": ("TN",), "person.family_joins": "none"}
    )
    case = replace(case, route="academic-18b", procedure="regular")
    said = words(library, case, "visa-checklist")
    assert "Visum Fachkraft mit Studium (Tunesien)" in said
    assert "Was die gesehenen Listen nicht nennen" not in said


def test_ages_of_papers_are_those_of_the_own_mission(library: Library, project: Path) -> None:
    smith = sample(library, project, "metallbauer")
    case = replace(smith, answers={**smith.answers, "person.citizenship": ("IN",), "person.residence_country": "IN"})
    said = words(library, case, "folder-index") + words(library, case, "employer-checklist")
    assert "Indien (Liste für Fachkräfte" in said
    assert "Indien (Liste" not in words(library, sample(library, project, "softwareentwicklerin"), "employer-checklist")
    for other in ("Kiew", "Tunis", "Pristina", "Rabat", "Sarajewo", "Usbekistan: Nur"):
        assert other not in said


def test_old_age_provision_is_asked_from_45_on(library: Library, project: Path) -> None:
    case = sample(library, project, "pflegehelfer")
    assert "Altersversorgung" not in words(library, case, "folder-index")
    case.answers["person.birth_date"] = date(1975, 2, 14)
    assert "Altersversorgung" in words(library, case, "folder-index")


@pytest.mark.parametrize(("form", "own"), [("accelerated-sheet", "Vollmacht"), ("recognition-checklist", "Was die An")])
def test_a_sheet_nobody_needs_says_so_and_no_more(library: Library, project: Path, form: str, own: str) -> None:
    needed = words(library, sample(library, project, "pflegefachfrau"), form)
    assert own in needed
    assert "dieses blatt" not in needed.casefold()
    idle = "chancenkarte-elektroniker" if form == "accelerated-sheet" else "softwareentwicklerin"
    spare = words(library, sample(library, project, idle), form)
    assert own not in spare
    assert "dieses blatt" in spare.casefold()


def test_the_letter_names_the_accelerated_procedure_only_where_it_is_chosen(library: Library, project: Path) -> None:
    line = "Wir möchten das beschleunigte Fachkräfteverfahren nutzen"
    assert line in words(library, sample(library, project, "softwareentwicklerin"), "letter-authority")
    assert line not in words(library, sample(library, project, "pflegehelfer"), "letter-authority")


def test_the_declaration_names_the_last_day_the_town_and_the_pay_of_a_month(library: Library, project: Path) -> None:
    case = sample(library, project, "pflegefachfrau")
    said = words(library, case, "employment-declaration")
    assert "befristet bis 31.08.2030" in said
    assert "09111 Chemnitz" in said
    assert "3.200 € im Monat" in said
    case.answers["job.start_wished"] = UNKNOWN
    assert "befristet, 36 Monate ab Beginn" in words(library, case, "employment-declaration")
    trainee = words(library, sample(library, project, "auszubildender-koch"), "employment-declaration")
    assert "1.000 € im Monat" in trainee
    assert "befristet bis" not in trainee.replace("Unbefristet oder befristet bis", "")


def test_a_field_that_the_form_skips_is_left_empty(library: Library, project: Path) -> None:
    case = sample(library, project, "metallbauer")
    asked = "Gilt der Tarifvertrag für diese Person? Den genauen Wortlaut haben wir nicht gesehen."
    assert case.answers["employer.collective_agreement"] is False
    assert f"{asked} Nein" not in words(library, case, "employment-declaration")
    case.answers["employer.collective_agreement"] = True
    assert f"{asked} Nein" in words(library, case, "employment-declaration"), "control"


def test_the_work_until_recognition_is_named_by_the_firm_on_both_sheets(library: Library, project: Path) -> None:
    nurse, metal = (sample(library, project, name) for name in ("pflegefachfrau", "metallbauer"))
    asked = "Bezeichnung der Beschäftigung oder Ausbildung"
    assert f"{asked} Pflegefachfrau" not in words(library, nurse, "accelerated-sheet")
    assert f"{asked} Metallbauer" in words(library, metal, "accelerated-sheet"), "control"


def test_a_declaration_that_the_plan_lacks_is_not_prepared(library: Library, project: Path) -> None:
    assert "Vor dem Absenden" in words(library, sample(library, project, "pflegehelfer"), "employment-declaration")
    idle = words(library, sample(library, project, "chancenkarte-elektroniker"), "employment-declaration")
    assert "Vor dem Absenden" not in idle
    assert "brauchen dieses Blatt hier nicht" in idle


def test_the_sheet_of_the_other_procedure_says_so(library: Library, project: Path) -> None:
    note = "Der Fahrplan rechnet mit dem regulären Verfahren."
    assert note in words(library, sample(library, project, "pflegefachfrau"), "accelerated-sheet")
    assert note not in words(library, sample(library, project, "metallbauer"), "accelerated-sheet")


def test_what_is_signed_stands_on_the_page_of_its_signature(library: Library, project: Path) -> None:
    for name in ("metallbauer", "pflegefachfrau", "auszubildender-koch", "elektriker"):
        pdf = render("accelerated-sheet", input_of(sample(library, project, name), library, ON, "0"), "de")
        pages = [page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages]
        signed = [page for page in pages if "Unterschrift" in page]
        assert sum(page.count("Ort, Datum") for page in signed) == 3
        for heading, words_before in (("Versicherung des", "versichern wir auch"), ("Vollmacht für", "Bescheide und")):
            assert any(heading in page and words_before in page for page in signed), name


def test_next_steps_stand_in_the_order_of_their_days_and_the_title_has_a_decider(
    library: Library, project: Path
) -> None:
    said = words(library, sample(library, project, "tischler-ukraine"), "adviser-handout")
    days = re.findall(r"am besten bis (\d\d)\.(\d\d)\.(\d{4})", said)
    assert len(days) == 5
    assert [day[::-1] for day in days] == sorted(day[::-1] for day in days)
    assert "Wer entscheidet Über den neuen Titel: Ausländerbehörde" in words(
        library, sample(library, project, "tischler-ukraine"), "employer-roadmap"
    )


def test_without_a_route_the_reason_is_said_once(library: Library, project: Path) -> None:
    said = words(library, sample(library, project, "lagerhelfer"), "employer-roadmap")
    assert said.count("noch kein Weg offen oder erreichbar") == 1
    assert "Wählen Sie zuerst einen Weg" not in said


def test_sources_are_those_of_what_the_paper_says(library: Library, project: Path) -> None:
    for name in ("pflegehelfer", "metallbauer", "lagerhelfer"):
        said = words(library, sample(library, project, name), "result")
        listed = said[said.rindex("Diese Quellen wurden") :]
        assert "AufenthG" in listed
        assert "diplo.de" not in listed.replace(" ", "")


def test_papers_for_the_visa_stand_under_the_mission(library: Library, project: Path) -> None:
    said = words(library, sample(library, project, "pflegehelfer"), "employer-checklist")
    mission, own = (
        "Deutsche Auslandsvertretung (Botschaft oder Konsulat) Unterlage",
        "Für Ihre Akte und ohne feste Stelle",
    )
    place = said.index(mission)
    assert place < said.index("Visumantrag (Auslandsportal") < said.index(own), "what goes to no desk comes last"
    assert said.index(own) < said.index("Vermerk zum Entgeltvergleich"), "the control: a paper for the own file"
    here = words(library, sample(library, project, "tischler-ukraine"), "employer-checklist")
    assert mission not in here, "no visa for a person in Germany"
    assert "Anerkennungsbescheid Anerkennungsstelle" in here, "the desk in Germany asks for what a mission would ask"


def test_papers_of_another_route_or_procedure_are_not_asked(library: Library, project: Path) -> None:
    seconded = words(library, sample(library, project, "konzern-ingenieurin"), "employer-checklist")
    assert "Abordnungsschreiben Sie (Betrieb)" in seconded
    for other in ("Deutschnachweis A1", "Nachweis über den Personalaustausch", "damit die Familie zum beschleunigten"):
        assert other not in seconded
    electrician = words(library, sample(library, project, "elektriker"), "employer-checklist")
    assert "Projektlisten" not in electrician
    assert "Nachweis von Tarifbindung" not in electrician
    nurse = words(library, sample(library, project, "pflegefachfrau"), "employer-checklist")
    assert "Nachweis von Tarifbindung" in nurse, "the control: pay by collective agreement is proved"
    fast = words(library, sample(library, project, "softwareentwicklerin"), "employer-checklist")
    assert "damit die Familie zum beschleunigten" in fast, "the control: the accelerated procedure has the period"


@pytest.mark.parametrize("name", ["metallbauer", "tischler-ukraine", "pflegehelfer"])
def test_no_page_begins_with_a_deadline_and_the_last_one_is_no_scrap(
    library: Library, project: Path, name: str
) -> None:
    pdf = render("employer-checklist", input_of(sample(library, project, name), library, ON, "0"), "de")
    pages = [page.extract_text().split("\n") for page in pypdf.PdfReader(BytesIO(pdf)).pages]
    assert sum(line.startswith("Frist ") for page in pages for line in page) > 10, "the control: there are deadlines"
    assert [page[0] for page in pages if page[0].startswith("Frist ")] == []
    last = pages[-1]
    assert "Stellen und Kontakte" in last or sum(line.strip() == "–" for line in last) > 1, "whole, or several desks"


def test_the_end_of_a_long_last_section_brings_more_than_a_closing_line(library: Library, project: Path) -> None:
    case, parted = sample(library, project, "pflegehelfer"), 0
    for postcode, family in product(("04552", "01067", "09599", "02826", "08056"), ("no", "spouse", "children")):
        moved = replace(case, answers={**case.answers, "job.site_postcode": postcode, "person.family_joins": family})
        pages = pypdf.PdfReader(BytesIO(render("employer-checklist", input_of(moved, library, ON, "0"), "de"))).pages
        if "Stellen und Kontakte" in pages[-2].extract_text():
            parted += 1
            desks = [line for line in pages[-1].extract_text().split("\n") if line.strip() == "–"]
            assert desks, "a desk at least comes along"
    assert parted, "the control: there are cases whose last section began a page before"


def test_a_data_sheet_that_goes_on_names_itself_again(library: Library, project: Path) -> None:
    found = 0
    for form in ("accelerated-sheet", "employment-declaration"):
        for name in ("pflegefachfrau", "metallbauer", "elektriker", "softwareentwicklerin"):
            pdf = render(form, input_of(sample(library, project, name), library, ON, "0"), "de")
            for page in pypdf.PdfReader(BytesIO(pdf)).pages:
                said = page.extract_text().removeprefix("Muster").strip()
                head, _, below = said.partition("\n")
                found += "(Fortsetzung)" in head
                assert "(Fortsetzung)" not in below, "only at the head of a page"
                assert not re.fullmatch(r"(A )?\d+", head), "no row opens a page without a heading"
    assert found


def test_the_declaration_answers_as_the_form_asks(library: Library, project: Path) -> None:
    nurse = words(library, sample(library, project, "pflegefachfrau"), "employment-declaration")
    assert "Hochschulabschluss" in nurse
    assert "Kästchen ankreuzen: Die Arbeit ist Hilfsarbeit." in nurse
    assert "Es zählt die Arbeit bis zur Anerkennung" in nurse
    metal = words(library, sample(library, project, "metallbauer"), "employment-declaration")
    assert "Kästchen nicht ankreuzen" in metal
    assert "02763 · Ort ergänzen: Bertsdorf-Hörnitz, Mittelherwigsdorf, Zittau?" in metal
    assert "Ort ergänzen" not in nurse
    assert "Steht sie im Vertrag" in words(
        library, sample(library, project, "konzern-ingenieurin"), "employment-declaration"
    )
    trainee = words(library, sample(library, project, "auszubildender-koch"), "employment-declaration")
    assert "Kästchen nicht" not in trainee


def test_the_visa_list_names_what_goes_with_the_declaration(library: Library, project: Path) -> None:
    nurse = words(library, sample(library, project, "pflegefachfrau"), "visa-checklist")
    assert "Zusatzblätter zur Erklärung" in nurse
    assert "Nachweis von Tarifbindung" in nurse
    engineer = words(library, sample(library, project, "konzern-ingenieurin"), "visa-checklist")
    assert "Zusatzblätter zur Erklärung" in engineer
    assert "Nachweis von Tarifbindung" not in engineer
    assert "Zusatzblätter" not in words(library, sample(library, project, "pflegehelfer"), "visa-checklist")


def test_the_notice_names_the_central_office_and_how_to_find_the_nearest(library: Library, project: Path) -> None:
    notice = words(library, sample(library, project, "softwareentwicklerin"), "notice-45c")
    assert "01067 Dresden (zentrale Anlaufstelle in Sachsen)" in notice
    assert "welches Büro Ihnen am nächsten liegt" in notice
    assert "Wir kennen nur die zentrale Stelle" in notice
    assert "2020" not in notice
