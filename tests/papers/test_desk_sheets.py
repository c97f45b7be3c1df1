"""Sheets for desks: the desk's list first, with the folder's numbers, and only what this case needs."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from employer_assistant.cases.case_file import read_case
from employer_assistant.cases.model import Case
from employer_assistant.content.library import Library
from employer_assistant.content.phrases import phrase
from employer_assistant.papers.folder_numbers import numbers
from employer_assistant.papers.form import form_in
from employer_assistant.papers.of_case import input_of
from employer_assistant.papers.paper import paper
from employer_assistant.papers.parts import Blank, Grid, Heading, NewPage, texts
from employer_assistant.papers.pdf import build
from employer_assistant.papers.sheet import Sheet

ON = date(2026, 11, 22)
SHEETS = ("visa-checklist", "recognition-checklist")
SAMPLES = ("konzern-ingenieurin", "elektriker", "auszubildender-koch", "tischler-ukraine", "chancenkarte-elektroniker")


def sheet(library: Library, project: Path, name: str, form_id: str, **answers: object) -> Sheet:
    path = project / "resources" / "samples" / f"{name}.yaml"
    case: Case = read_case(path.read_bytes(), path.name, library)
    case = replace(case, answers={**case.answers, **answers})
    return Sheet(form_in(form_id, "de", library), input_of(case, library, ON, "0"), "de")


def said(found: Sheet) -> str:
    return "\n".join(texts(paper(found)))


@pytest.mark.parametrize("form_id", SHEETS)
def test_the_list_comes_before_the_steps_and_the_firm_is_named(library: Library, project: Path, form_id: str) -> None:
    found = sheet(library, project, "metallbauer", form_id)
    parts = paper(found)
    heads = [part.words for part in parts if isinstance(part, Heading)]
    assert heads[0].startswith("Was die ")
    assert heads.index(next(head for head in heads if head.startswith("Schritte"))) > 1
    assert "Sie (Betrieb)" not in said(found)
    assert "Betrieb" in said(found)
    assert "fehlt noch" not in said(found).splitlines()
    assert found.inputs.plan is not None
    divider = numbers(found.inputs.plan)
    assert f"Mappe Nr. {divider['certificates-work']}: " in said(sheet(library, project, "metallbauer", SHEETS[1]))


def test_papers_of_the_visa_follow_the_route(library: Library, project: Path) -> None:
    swift = said(sheet(library, project, "metallbauer", "visa-checklist"))
    assert "Vorabzustimmung der Ausländerbehörde" in swift
    nurse = said(sheet(library, project, "pflegefachfrau", "folder-index"))
    assert "Vorabzustimmung der Ausländerbehörde" not in nurse
    search = said(sheet(library, project, "chancenkarte-elektroniker", "visa-checklist"))
    assert "Erklärung zum Beschäftigungsverhältnis" not in search
    assert "Arbeitsvertrag" not in search
    assert "Zeugnisbewertung" not in search
    assert "Ausbildungsvertrag" in said(sheet(library, project, "auszubildender-koch", "visa-checklist"))


def test_a_language_certificate_alone_is_no_recognition(library: Library, project: Path) -> None:
    for name in ("auszubildender-koch", "pflegehelfer", "chancenkarte-elektroniker"):
        assert "Dieses Blatt wird hier nicht gebraucht" in said(sheet(library, project, name, SHEETS[1])), name
    open_ = {"qualification.care_equivalence": False, "qualification.recognition": "none"}
    asked = sheet(library, project, "pflegehelfer", SHEETS[1], **open_)
    assert "Landesamt für Schule und Bildung" in said(asked)
    assert "Diese Liste fehlt dem Betrieb" in said(asked)
    assert sum(len(part.rows) for part in paper(asked) if isinstance(part, Grid)) >= 8


@pytest.mark.parametrize("form_id", [*SHEETS, "title-and-retention", "folder-index"])
def test_without_a_usable_route_no_choice_is_asked_for(library: Library, project: Path, form_id: str) -> None:
    assert "Wählen Sie zuerst einen Weg" not in said(sheet(library, project, "lagerhelfer", form_id))


def test_the_sheet_of_the_accelerated_procedure_says_why_it_is_not_needed(library: Library, project: Path) -> None:
    for_route = "Für diesen Weg gibt es das beschleunigte Fachkräfteverfahren nicht"
    unsettled = "Noch steht kein Weg fest"
    card = said(sheet(library, project, "konzern-ingenieurin", "accelerated-sheet"))
    assert for_route in card
    assert unsettled not in card
    none = said(sheet(library, project, "lagerhelfer", "accelerated-sheet"))
    assert unsettled in none
    assert for_route not in none
    assert for_route not in said(sheet(library, project, "metallbauer", "accelerated-sheet"))


def test_a_procedure_still_to_be_asked_for_is_not_prepared(library: Library, project: Path) -> None:
    asked = said(sheet(library, project, "pflegehelfer", "accelerated-sheet"))
    assert "nachfragen" not in asked, "the authority reads it"
    assert "noch nicht geklärt" in asked
    assert "Vollmacht" not in asked
    assert "bei der Ausländerbehörde nachfragen" in said(sheet(library, project, "pflegehelfer", "result")), "control"


def test_the_agreement_is_between_firm_and_authority(library: Library, project: Path) -> None:
    rows = [
        row
        for part in paper(sheet(library, project, "metallbauer", "folder-index"))
        if isinstance(part, Grid)
        for row in part.rows
    ]
    told = {" ".join(texts(row[2])): " ".join(texts(row[3])) for row in rows}
    assert "und Ausländerbehörde" in told["Vereinbarung über das beschleunigte Fachkräfteverfahren"]
    assert told["Antrag auf beschleunigtes Anerkennungsverfahren"] == "Sie und die Person", "control"


def test_chosen_a_procedure_to_be_asked_for_is_prepared(library: Library, project: Path) -> None:
    path = project / "resources" / "samples" / "pflegehelfer.yaml"
    chosen = replace(read_case(path.read_bytes(), path.name, library), procedure="accelerated")
    words = said(Sheet(form_in("accelerated-sheet", "de", library), input_of(chosen, library, ON, "0"), "de"))
    assert "Vollmacht für den Arbeitgeber" in words
    assert "Vorab-Check zum" not in words, "its route has no pre-check"


def test_without_a_list_of_documents_the_sheet_asks_for_one(library: Library, project: Path) -> None:
    none = "Der Betrieb kennt für diesen Weg keine Liste der Unterlagen"
    assert none in said(sheet(library, project, "pflegefachfrau", "accelerated-sheet"))
    metal = said(sheet(library, project, "metallbauer", "accelerated-sheet"))
    assert none not in metal
    assert "Diese Liste fehlt dem Betrieb" in metal


@pytest.mark.parametrize(("name", "country"), [("tischler-ukraine", "Deutschland"), ("metallbauer", "Vietnam")])
def test_who_is_in_germany_lives_in_germany(library: Library, project: Path, name: str, country: str) -> None:
    grids = [part for part in paper(sheet(library, project, name, "employment-declaration")) if isinstance(part, Grid)]
    home = next(row for grid in grids for row in grid.rows if "8" in texts(row[0]))
    assert list(texts(home[2])) == [country]


@pytest.mark.parametrize(
    ("state", "words"), [("applied", "nein, das Verfahren läuft noch"), ("comparable", "ja, vergleichbar")]
)
def test_whether_a_degree_is_recognised_is_answered_by_yes_or_no(
    library: Library, project: Path, state: str, words: str
) -> None:
    found = sheet(
        library, project, "softwareentwicklerin", "employment-declaration", **{"qualification.recognition": state}
    )
    grids = [part for part in paper(found) if isinstance(part, Grid)]
    field = next(row for grid in grids for row in grid.rows if "28" in texts(row[0]))
    assert list(texts(field[2])) == [words]


def test_every_state_of_recognition_has_its_words(library: Library) -> None:
    states = {choice.value for choice in library.facts["qualification.recognition"].choices}
    for language in ("de", "en"):
        assert all(phrase(f"papers.filled.recognition.{state}", language) for state in states)


def test_the_folder_holds_only_what_this_case_needs(library: Library, project: Path) -> None:
    """Control beside each: the case that does need the paper."""
    folder = {name: said(sheet(library, project, name, "folder-index")) for name in SAMPLES}
    seconded, electrician, apprentice, joiner, card = (folder[name] for name in SAMPLES)
    assert "Heiratsurkunde" in seconded
    assert "Deutschnachweis A1" not in seconded
    partner = sheet(library, project, "pflegefachfrau", "folder-index", **{"person.family_joins": "spouse"})
    assert "Deutschnachweis A1" in said(partner)
    assert "Projektlisten" not in electrician
    bound = {"employer.collective_agreement": True, "job.tariff_pay": True}
    assert "Tarifbindung" not in electrician
    assert "Tarifbindung" in said(sheet(library, project, "elektriker", "folder-index", **bound))
    assert "Ausbildungsvertrag" in apprentice
    assert "Arbeitsvertrag" not in apprentice
    assert "Arbeitsvertrag" in joiner
    assert "Anerkennungsbescheid" in joiner
    assert "auf Verlangen der Auslandsvertretung" not in joiner
    assert "spätesten Beginns" not in card
    assert "Ausweis bei der Arbeit mitführen" not in electrician
    branch = said(sheet(library, project, "elektriker", "folder-index", **{"employer.checked_branch": True}))
    assert "Ausweis bei der Arbeit mitführen" in branch


def test_a_line_of_the_desk_may_name_several_papers(library: Library, project: Path) -> None:
    found = sheet(library, project, "auszubildender-koch", "visa-checklist")
    assert said(found).count("Schulabschlusszeugnis") == 1
    assert found.inputs.plan is not None
    assert f"Mappe Nr. {numbers(found.inputs.plan)['school-certificate']}: Schulabschlusszeugnis" in said(found)


def test_a_deadline_in_the_table_is_not_told_again(library: Library, project: Path) -> None:
    watched = said(sheet(library, project, "elektriker", "title-and-retention"))
    assert watched.count("vor Ablauf des Passes") == 1
    assert "vor dem Wechsel eine Erlaubnis" in watched
    assert "Die Arbeit darf erst nach der Erlaubnis" in watched
    card = said(sheet(library, project, "softwareentwicklerin", "title-and-retention"))
    assert "Die Arbeit darf erst nach der Erlaubnis" not in card


@pytest.mark.parametrize(
    "form_id",
    ["visa-checklist", "recognition-checklist", "title-and-retention", "notice-45c", "employment-declaration"],
)
def test_without_a_route_a_sheet_does_not_speak_of_a_plan_there_is_none(
    library: Library, project: Path, form_id: str
) -> None:
    told = said(sheet(library, project, "lagerhelfer", form_id))
    assert "Der Fahrplan dieses Falls" not in told
    assert "Im Fahrplan dieses Falls" not in told
    assert "ein Fahrplan da ist" in told or "noch keinen Fahrplan" in told
    here = said(sheet(library, project, "tischler-ukraine", "visa-checklist"))
    assert "Der Fahrplan dieses Falls hat keinen Antrag auf ein Visum" in here


def test_the_list_for_an_extension_does_not_stand_for_the_first_title(library: Library, project: Path) -> None:
    dresden = said(sheet(library, project, "softwareentwicklerin", "arrival-checklist"))
    assert "Das ist die Liste für die Verlängerung" in dresden
    assert "Antrag auf Aufenthaltstitel" in dresden
    assert "Meldebestätigung" in dresden
    whole = said(sheet(library, project, "elektriker", "arrival-checklist"))
    assert "eigene Zusammenstellung" not in whole
    helper = said(sheet(library, project, "pflegehelfer", "arrival-checklist"))
    assert "Nur wenn es schon welche gibt" in helper
    assert "Nur Nur" not in helper


def test_a_sum_for_one_child_says_that_each_further_one_costs_more(library: Library, project: Path) -> None:
    assert "Visum für jedes weitere Kind" in said(sheet(library, project, "elektriker", "visa-checklist"))
    assert "jedes weitere Kind" not in said(sheet(library, project, "softwareentwicklerin", "visa-checklist"))


def test_what_a_mission_says_of_the_age_of_a_paper_is_not_said_of_the_authority_here(
    library: Library, project: Path
) -> None:
    words = "Meist nicht älter als 10 Jahre (Auslandsvertretungen)"
    visa = said(sheet(library, project, "softwareentwicklerin", "visa-checklist"))
    assert words in visa
    assert "Indien (Liste für Fachkräfte mit Berufsausbildung" not in visa, "that list is none for a Blue Card"
    assert words not in said(sheet(library, project, "softwareentwicklerin", "arrival-checklist"))


ALL_SAMPLES = sorted(path.stem for path in (Path(__file__).parents[2] / "resources" / "samples").glob("*.yaml"))
ALL_SHEETS = ("visa-checklist", "recognition-checklist", "notice-45c", "arrival-checklist", "accelerated-sheet")


def test_a_line_of_a_desks_list_that_an_answer_rules_out_is_only_counted(library: Library, project: Path) -> None:
    welder = said(sheet(library, project, "metallbauer", "visa-checklist"))
    assert "anabin" not in welder
    assert "Ausbildung: Abschluss und Anerkennung" in welder
    assert "Nach den Angaben nicht für diesen Fall, deshalb hier nicht genannt: Nr. 5a" in welder
    unknown = said(sheet(library, project, "metallbauer", "visa-checklist", **{"qualification.kind": "unknown"}))
    assert "anabin" in unknown
    assert "Nach den Angaben nicht" not in unknown


def test_of_alternatives_the_sheet_says_that_one_is_enough(library: Library, project: Path) -> None:
    abroad = said(sheet(library, project, "pflegefachfrau", "recognition-checklist"))
    assert "Nachweis der Tätigkeit in Sachsen: einer genügt" in abroad
    assert "Person lebt noch im Ausland" in abroad
    assert "Person lebt in Deutschland, aber nicht in Sachsen" not in abroad
    # in a partnership the procedure may begin after the move to Saxony, unless it has begun
    assert "Person lebt schon in Sachsen" not in abroad
    later = {"qualification.recognition": "none"}
    assert "Person lebt schon in Sachsen" in said(sheet(library, project, "pflegefachfrau", SHEETS[1], **later))


def test_a_recognition_that_is_running_is_told_to_the_clerk_as_such(library: Library, project: Path) -> None:
    running = said(sheet(library, project, "pflegefachfrau", SHEETS[1]))
    assert "Der Antrag auf Anerkennung läuft schon." in running
    assert "Entscheidung der Anerkennungsstelle abwarten" in running
    assert "läuft schon" not in said(sheet(library, project, "metallbauer", SHEETS[1]))


def test_a_clerk_is_not_told_to_do_what_the_firm_does(library: Library, project: Path) -> None:
    for form_id in (*SHEETS, "accelerated-sheet"):
        told = said(sheet(library, project, "auszubildender-koch", form_id))
        assert not [words for words in ("Haken Sie ab", "Stelle auf Anfrage") if words in told], form_id
    assert "Haken Sie ab" in said(sheet(library, project, "metallbauer", "employer-checklist"))


def test_a_clerk_reads_what_the_firm_says_and_not_what_it_is_told(library: Library, project: Path) -> None:
    for form_id in (*SHEETS, "accelerated-sheet"):
        told = said(sheet(library, project, "tischler-ukraine", form_id))
        assert "Nach Angabe des Betriebs erlaubt es diese Arbeit schon." in told
        assert "Ihrer Antwort" not in told, form_id
    assert "Nach Ihrer Antwort" in said(sheet(library, project, "tischler-ukraine", "employer-checklist"))
    assert "wenn der Betrieb sie vor dem" in said(sheet(library, project, "elektriker", "visa-checklist"))


def test_gaps_in_the_list_of_a_desk_are_told_to_the_desk_as_the_firms(library: Library, project: Path) -> None:
    """Lists of missions and recognition bodies are handed to them: what we could not read is nothing for a clerk."""
    handed = [one for one in library.content.desk_lists if not {"employer", "ba", "abh"} & {*one.desks}]
    notes = [words for one in handed for words in (one.note, one.set_rule, *(item.note for item in one.items)) if words]
    assert len(notes) > 100
    assert not [note.de for note in notes if re.search(r"\bwir\b|nicht (lesbar|lesen)|geschlossen\.", note.de)]
    assert "Den Wortlaut von Punkt 5 b kennt der Betrieb nicht." in said(
        sheet(library, project, "metallbauer", "visa-checklist")
    )


def test_the_host_firm_of_a_posted_worker_is_not_called_the_employer(library: Library, project: Path) -> None:
    for form_id in ("arrival-checklist", "employer-checklist", "title-and-retention"):
        assert "als Arbeitgeber" not in said(sheet(library, project, "konzern-ingenieurin", form_id)), form_id


def test_the_duty_of_45c_is_told_as_it_depends_on_the_contract(library: Library, project: Path) -> None:
    """AufenthG § 45c: residence abroad when the contract is made; a searcher may sign when already here."""
    told = " ".join(said(sheet(library, project, "chancenkarte-elektroniker", "arrival-checklist")).split())
    assert "wenn die Person aus einem Drittstaat kommt und beim Vertragsschluss im Ausland lebt" in told


@pytest.mark.parametrize("name", ALL_SAMPLES)
def test_no_sheet_of_an_adult_speaks_of_what_is_not_about_the_case(library: Library, project: Path, name: str) -> None:
    """No half fee of the worker, no other procedure, no payslips from a firm that pays no wage, no IT."""
    for form_id in ALL_SHEETS:
        found = sheet(library, project, name, form_id)
        words = said(found)
        answers = found.inputs.case.answers
        assert "Minderjährige zahlen" not in words
        assert "reguläres Visumverfahren" not in words
        assert "auch IT" not in words
        assert "(Auslandsvertretungen)" not in words or form_id == "visa-checklist"
        if answers.get("qualification.kind") == "vocational":
            assert "anabin" not in words
        if answers.get("job.purpose") == "secondment":
            assert "Lohnabrechnungen" not in words
        if answers.get("job.purpose") == "apprenticeship":
            assert "Diplom, Fächer" not in words
            assert "Nachweise über Berufserfahrung" not in words


def test_a_minor_pays_half_and_an_earlier_training_is_shown(library: Library, project: Path) -> None:
    minor = said(
        sheet(library, project, "auszubildender-koch", "arrival-checklist", **{"person.birth_date": date(2009, 9, 2)})
    )
    assert "Die Hälfte der Gebühr für den Titel, weil die Person minderjährig ist" in minor
    trained = said(
        sheet(library, project, "auszubildender-koch", "visa-checklist", **{"qualification.kind": "vocational"})
    )
    assert "Diplom, Fächer" in trained


@pytest.mark.parametrize("form_id", ["accelerated-sheet", "notice-45c"])
@pytest.mark.parametrize("name", ALL_SAMPLES)
def test_what_the_firm_is_told_stands_on_a_page_of_its_own(
    library: Library, project: Path, form_id: str, name: str
) -> None:
    """What goes to the authority or the worker addresses nobody else; without need of the sheet there is one page."""
    parts = paper(sheet(library, project, name, form_id))
    breaks = [place for place, part in enumerate(parts) if isinstance(part, NewPage)]
    handed = "\n".join(texts(parts[: breaks[-1]])) if breaks else ""
    own = "\n".join(texts(parts[breaks[-1] :])) if breaks else ""
    assert "Für Sie im Betrieb" not in handed
    assert "Fragen Sie die Ausländerbehörde" not in handed
    assert "fünf Punkte im Kreis angekreuzt" not in handed
    assert not breaks or own.startswith("Für Sie im Betrieb: diese Seite nicht ")
    if form_id == "accelerated-sheet" and "Vorab-Check" in handed:
        assert "Die Punkte 3 bis 5 sind offen" in own
        assert "nicht bestätigt" in handed
    assert "Der Fahrplan rechnet" not in handed


@pytest.mark.parametrize(("form_id", "handed_on"), [("accelerated-sheet", 3), ("notice-45c", 1), ("visa-checklist", 2)])
def test_pages_that_are_handed_on_are_counted_without_those_that_stay(
    library: Library, project: Path, form_id: str, handed_on: int
) -> None:
    """Who gets "page 1 of 2" asks for the other page."""
    pages = PdfReader(BytesIO(build(sheet(library, project, "elektriker", form_id)))).pages
    found = [re.findall(r"Seite (\d+) von (\d+)", page.extract_text()) for page in pages]
    counted = [[(str(number), str(handed_on))] for number in range(1, handed_on + 1)]
    assert found == counted + ([] if form_id == "visa-checklist" else [[]])


def test_a_field_that_is_known_in_part_leaves_room_for_the_rest(library: Library, project: Path) -> None:
    def blanks(**answers: object) -> int:
        parts = paper(sheet(library, project, "elektriker", "accelerated-sheet", **answers))
        rows = [row for part in parts if isinstance(part, Grid) for row in part.rows]
        born = next(row for row in rows if "Geburtsdatum und Geburtsort" in "".join(texts(row[1])))
        return sum(isinstance(part, Blank) for part in born[2])

    assert blanks() == 1
    assert blanks(**{"person.birth_place": "Ankara"}) == 0


def test_what_is_due_beside_a_fee_is_a_sentence_of_its_own(library: Library, project: Path) -> None:
    told = said(sheet(library, project, "pflegefachfrau", "arrival-checklist"))
    assert "Preis des Anbieters. Dazu kommt: " in told
    assert not re.search(r"[^.] Dazu kommt: ", told)


REASONS = {
    "konzern-ingenieurin": "wird entsandt",
    "tischler-ukraine": "lebt schon in Deutschland",
    "metallbauer": "private Vermittlung",
}


@pytest.mark.parametrize("name", ALL_SAMPLES)
def test_the_notice_names_the_one_exception_of_the_case(library: Library, project: Path, name: str) -> None:
    told = said(sheet(library, project, name, "notice-45c"))
    wanted = {REASONS[name]} if name in REASONS else set()
    assert {words for words in REASONS.values() if words in told} == wanted
