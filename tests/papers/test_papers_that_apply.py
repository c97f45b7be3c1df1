"""Papers of the sample cases say nothing that is not about the case; each absence has a case that shows it."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache
from html import unescape
from pathlib import Path

import pytest
from made_up_hire import ON
from worked import LIBRARY

from employer_assistant.cases.case_file import read_case
from employer_assistant.cases.model import Case
from employer_assistant.papers.html import render_html
from employer_assistant.papers.of_case import input_of
from employer_assistant.rules.answers import Answer
from employer_assistant.rules.situation import Situation

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
CODES = {"qualification.isco08", "job.isco08"}


@cache
def sample(name: str) -> Case:
    file = SAMPLES / f"{name}.yaml"
    return read_case(file.read_bytes(), file.name, LIBRARY)


def paper(form: str, case: Case) -> str:
    """Return the words of a paper in German, one line of text."""
    page = render_html(form, input_of(case, LIBRARY, ON, "0.1.0"), "de")
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", page)))


def changed(name: str, answers: dict[str, Answer], **fields: object) -> Case:
    found = sample(name)
    return replace(found, answers={**found.answers, **answers}, **fields)


def test_a_rule_for_holders_of_the_card_is_not_called_met_for_those_without() -> None:
    """AufenthG § 39 (3a), § 40: approval and its grounds of refusal only come with the follow-up card."""
    words = "wird nicht als Leihkraft überlassen"
    assert words not in paper("result", sample("chancenkarte-elektroniker"))
    holder = {"person.location": "germany", "person.status_in_germany": "opportunity_card", "job.purpose": "employment"}
    assert words in paper(
        "result", changed("chancenkarte-elektroniker", {**holder, "job.temporary_agency_work": False})
    )


def test_the_declaration_leaves_the_job_before_recognition_open() -> None:
    nurse, metalworker = (paper("employment-declaration", sample(name)) for name in ("pflegefachfrau", "metallbauer"))
    field = "Muss zu Vertrag und Stellenbeschreibung passen, auch zur Vorabzustimmung, wenn es eine gibt."
    assert f"{field} Metallbauer" in metalworker
    assert f"{field} Pflegefachfrau" not in nurse
    assert "Zusatzblatt A." in nurse
    assert "Zusatzblatt B" not in nurse
    assert "Dazu gehört Zusatzblatt A" not in metalworker
    assert "gehört Zusatzblatt B dazu" in paper("employment-declaration", sample("konzern-ingenieurin"))


def test_a_running_recognition_is_neither_applied_for_nor_paid_again() -> None:
    running = paper("employer-checklist", sample("pflegefachfrau"))
    first = paper("employer-checklist", changed("pflegefachfrau", {"qualification.recognition": "none"}))
    for words in ("Anerkennung nach der Einreise beantragen", "dass es noch keinen Antrag auf Anerkennung gab"):
        assert words in first
        assert words not in running


def test_a_chosen_procedure_is_not_asked_for_on_paper() -> None:
    words = "Reguläres oder beschleunigtes Verfahren wählen"
    assert words not in paper("employer-checklist", sample("softwareentwicklerin"))
    assert words in paper("employer-checklist", replace(sample("softwareentwicklerin"), procedure=None))


@pytest.mark.parametrize("name", sorted(file.stem for file in SAMPLES.glob("*.yaml")))
def test_samples_do_not_contradict_themselves(name: str) -> None:
    answers = sample(name).answers
    job = LIBRARY.occupations[str(answers["job.occupation"])]
    for fact in CODES & answers.keys():
        assert answers[fact] in (*job.isco08, *job.isco08_alternatives), fact
    if answers.get("person.location") == "germany":
        assert answers.get("person.residence_country") in (None, "DE")
    if "person.monthly_funds" in answers and answers.get("person.livelihood_secured") is True:
        purpose = "16a-vocational" if answers["job.purpose"] == "apprenticeship" else "20a-20"
        needed = Situation(LIBRARY, answers, ON).figure(f"livelihood-{purpose}")
        parts = (answers.get(fact, Decimal(0)) for fact in ("person.monthly_funds", "apprenticeship.net_monthly_pay"))
        assert needed is not None
        assert sum(part for part in parts if isinstance(part, Decimal)) >= needed.value
    regulated = job.regulated in ("yes", "partial")
    assert regulated or answers.get("qualification.licence") in (None, "not_needed")


def test_a_measure_has_one_english_name() -> None:
    for name in ("measure-plan", "measure-completion"):
        assert "compensation measure" in LIBRARY.steps[name].title.en
    assert "compensation measure" in LIBRARY.languages["en"].texts["steps.measure-completion.title"]


def test_two_days_of_one_step_are_told_apart() -> None:
    """BQFG § 14a (2), (3): the table without words would show one step twice, with two days."""
    found = paper("employer-checklist", sample("metallbauer"))
    for words in ("zwei Wochen nach Eingang des Antrags bestätigt", "spätestens zwei Monate nach Eingang"):
        assert found.count(words) == 2, "in the table and beside the step"
    assert found.count("Spätestens zum Arbeitsbeginn müssen Sie geprüft haben") == 1


def test_nobody_who_comes_with_a_visa_brings_a_present_residence_permit() -> None:
    words = "Bisherige Aufenthaltserlaubnis"
    abroad = paper("arrival-checklist", sample("softwareentwicklerin"))
    assert words not in abroad
    assert "Nach den Angaben nicht für diesen Fall, deshalb hier nicht genannt: Nr. 7" in abroad
    here = {"person.location": "germany", "person.status_in_germany": "employment"}
    assert words in paper("arrival-checklist", changed("softwareentwicklerin", here, procedure="regular"))


def test_only_who_comes_along_is_named_to_the_foreigners_authority() -> None:
    words = {
        "spouse": "den Ehegatten oder die Ehegattin. Reichen Sie die Heiratsurkunde ein",
        "children": "die Kinder, die mitkommen sollen. Reichen Sie Geburtsurkunden und",
        "spouse_and_children": "Ehegatten und Kinder, die mitkommen sollen.",
    }
    for who in words:
        text = paper("employer-checklist", changed("softwareentwicklerin", {"person.family_joins": who}))
        assert [other for other, said in words.items() if said in text] == [who]


@pytest.mark.parametrize("form", ["contacts", "employer-checklist"])
def test_the_missions_stand_among_the_contacts_of_who_needs_a_visa(form: str) -> None:
    assert "Deutsche Vertretung: Philippinen" in paper(form, sample("pflegefachfrau"))
    assert "manila.diplo.de" in paper(form, sample("pflegefachfrau"))
    assert "Deutsche Vertretung" not in paper(form, sample("tischler-ukraine"))


def test_days_of_what_is_known_of_a_country_can_be_told() -> None:
    day = re.compile(r"undated.*|\d{4}(-\d{4}|-\d\d(-\d\d)?)?")
    assert not [one.id for one in LIBRARY.countries.values() if one.as_of and not day.fullmatch(one.as_of)]
    assert not day.fullmatch("2026-04-29 (law)")


@pytest.mark.parametrize(
    ("form", "name", "said"),
    [
        ("employer-checklist", "auszubildender-koch", "Die Person reist mit Pass"),
        ("accelerated-sheet", "auszubildender-koch", "Unterschrift der Person"),
        ("employer-checklist", "chancenkarte-elektroniker", "Die Person reist mit Pass"),
        ("folder-index", "pflegehelfer", "Sie und die Person"),
    ],
)
def test_a_trainee_a_searcher_and_a_helper_are_not_called_skilled_workers(form: str, name: str, said: str) -> None:
    """The own list of a desk keeps its words ("Vollmacht der Fachkraft"), and the next title its name."""
    words = paper(form, sample(name))
    assert said in words
    assert not re.findall(r"(?:\b[Dd]ie|\bund|(?<!Identität )(?<!Vollmacht )\b[Dd]er) Fachkraft\b", words)


def test_what_holds_for_some_sectors_says_so_only_while_the_sector_is_not_known() -> None:
    known = changed("auszubildender-koch", {"employer.checked_branch": True})
    unknown = changed("auszubildender-koch", {"employer.checked_branch": None})
    assert "nur bestimmte Branchen" not in paper("employer-checklist", known)
    assert "In Ihrer Branche ist das Pflicht" in paper("employer-checklist", known)
    assert "Sofortmeldung abgeben (nur bestimmte Branchen)" in paper("employer-checklist", unknown)
    only = "wenn Ihr Betrieb zu den Branchen des § 2a"
    assert only not in paper("folder-index", known)
    assert only in paper("folder-index", unknown)


def test_no_apostille_is_asked_for_where_germany_accepts_none() -> None:
    india, turkey = (paper("folder-index", sample(name)) for name in ("softwareentwicklerin", "elektriker"))
    assert "Apostille oder Legalisation (Echtheit" not in india
    assert "Apostille oder Legalisation (Echtheit" in turkey
    trainee = paper("folder-index", sample("auszubildender-koch"))
    assert "Apostille oder Legalisation (Echtheit" not in trainee, "whose school is where he lives"
    words = "Echtheitsbestätigung"
    assert words not in paper("visa-checklist", sample("softwareentwicklerin"))
    assert words in paper("visa-checklist", sample("elektriker")), "the control: the marriage certificate"


def test_nobody_here_with_full_recognition_has_papers_translated() -> None:
    words = "Unterlagen übersetzen und Echtheit nachweisen"
    assert words not in paper("employer-checklist", sample("tischler-ukraine"))
    assert words in paper("employer-checklist", changed("tischler-ukraine", {"qualification.recognition": "applied"}))


def test_a_spouse_brings_papers_of_their_own_and_proves_german_only_where_the_title_asks() -> None:
    blue_card = paper("visa-checklist", sample("softwareentwicklerin"))
    assert "Reisepässe der Angehörigen" in blue_card
    assert "Visumanträge der Angehörigen" in blue_card
    assert "Sprachnachweis" not in paper("employer-checklist", sample("softwareentwicklerin")).replace(
        "Ein Sprachnachweis ist bei diesem Titel nicht nötig", ""
    )
