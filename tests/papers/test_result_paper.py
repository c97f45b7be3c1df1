"""The paper "result with reasons": what departs from what follows is printed with its reason, other warnings not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from made_up_hire import METALWORKER, ON, Maker

from employer_assistant.cases.case_file import read_case
from employer_assistant.content.checks.named import named
from employer_assistant.content.library import Library
from employer_assistant.papers.blocks.sources import sources
from employer_assistant.papers.form import form, form_ids, form_in
from employer_assistant.papers.input import PaperInput
from employer_assistant.papers.notation import Sources
from employer_assistant.papers.of_case import input_of
from employer_assistant.papers.paper import paper
from employer_assistant.papers.parts import texts
from employer_assistant.papers.sheet import Sheet
from employer_assistant.rules.answers import Answer
from employer_assistant.rules.assessment import Status
from employer_assistant.rules.told import routes_told

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
AGAINST = {**METALWORKER.answers, "job.regulated": "yes"}


def said(make: Maker, **changes: object) -> str:
    inputs = make(**changes)
    return "\n".join(texts(paper(Sheet(form_in("result", "de", inputs.library), inputs, "de"))))


def test_an_answer_against_what_follows_is_printed_with_its_reason(make: Maker) -> None:
    printed = said(make, answers=AGAINST, reasons={"job.regulated": "Bescheid der Kammer"})
    assert "Abweichend von der Ableitung" in printed
    assert "Grund: Bescheid der Kammer" in printed
    assert "Ein Grund ist nicht angegeben." in said(make, answers=AGAINST)
    assert "Abweichend von der Ableitung" not in said(make)


def test_undecided_routes_name_the_question_that_decides(make: Maker) -> None:
    printed = said(make)
    assert "Diese Frage entscheidet: " in printed
    assert "Zuerst zu klären: " in printed


def test_an_open_route_misses_nothing_though_one_of_its_ways_is_closed(make: Maker, library: Library) -> None:
    sample = SAMPLES / "softwareentwicklerin.yaml"
    inputs = make(answers=read_case(sample.read_bytes(), sample.name, library).answers, route="blue-card-regular")
    other = next(one for one in inputs.assessment.routes if one.route.id == "blue-card-reduced")
    assert other.status is Status.OPEN
    assert other.blocking, "the control: one of its ways is closed"
    printed = "\n".join(texts(paper(Sheet(form_in("result", "de", library), inputs, "de"))))
    assert other.blocking[0].condition.unmet.de not in printed


def test_the_answers_are_printed_alone_without_those_that_do_not_count(make: Maker) -> None:
    answers = {**METALWORKER.answers, "person.german_level": "unknown", "secondment.return_assured": True}
    inputs = make(answers=answers)
    printed = "\n".join(texts(paper(Sheet(form_in("answers", "de", inputs.library), inputs, "de"))))
    assert printed.index("Noch nicht bekannt") < printed.index("36.400,50 Euro im Jahr")
    assert "entscheidend" in printed
    secondment = inputs.library.facts["secondment.return_assured"].label.de
    assert secondment not in printed


def test_without_a_route_the_nearest_openings_and_desks_are_printed(make: Maker, library: Library) -> None:
    """A No is useful on paper too; with a route nothing of it stands there."""
    no = read_case((SAMPLES / "lagerhelfer.yaml").read_bytes(), "lagerhelfer.yaml", library)
    printed = said(make, case=no)
    assert "Was einen Weg öffnen könnte" in printed
    assert "Ob der Weg dann offen ist, steht noch nicht fest. Noch zu beantworten: Art der Ausbildung" in printed
    assert "Wen Sie fragen können" in printed
    assert "Zentrum für Fachkräftesicherung" in printed
    assert "Alle Wege" in printed
    assert "Mindestlohn" in printed
    assert "Was einen Weg öffnen" not in said(make)


def test_the_list_of_answers_marks_what_decided_the_route_of_the_paper(make: Maker, library: Library) -> None:
    case = read_case((SAMPLES / "softwareentwicklerin.yaml").read_bytes(), "softwareentwicklerin.yaml", library)
    marked = {}
    for route in (None, "academic-18b"):
        inputs = make(replace(case, route=route))
        lines = list(texts(paper(Sheet(form_in("answers", "de", library), inputs, "de"))))
        marked[route] = lines[lines.index("58.000 Euro im Jahr") + 1] == "entscheidend"
    assert marked == {None: True, "academic-18b": False}


def _unsourced(inputs: PaperInput, form_id: str, language: str) -> set[str]:
    """Return the laws and pages that a paper names and its list of sources lacks."""
    whole = form_in(form_id, language, inputs.library)
    sheet = Sheet(whole, inputs, language)
    listed = " ".join(
        words for one in whole.sections if isinstance(one, Sources) for words in texts(sources(one, sheet))
    )
    return {name for name in named(" ".join(texts(paper(sheet)))) if name not in listed}


@pytest.mark.parametrize("language", ["de", "en"])
def test_what_a_paper_names_stands_in_its_list_of_sources(library: Library, language: str) -> None:
    listing = [one for one in form_ids() if any(isinstance(part, Sources) for part in form(one, language).sections)]
    assert listing, "the control: papers with a list"
    for path in sorted(SAMPLES.glob("*.yaml")):
        inputs = input_of(read_case(path.read_bytes(), path.name, library), library, ON, "0.1.0")
        for form_id in listing:
            assert not _unsourced(inputs, form_id, language), path.stem


def test_a_minimum_pay_stands_only_where_it_can_count(make: Maker, library: Library) -> None:
    """Below 45 the minimum pay from age 45 stood under "met", beside a far lower pay."""
    case = read_case((SAMPLES / "metallbauer.yaml").read_bytes(), "metallbauer.yaml", library)
    figure = library.figures["age-45-plus"].label.de
    assert figure not in said(make, case=case)
    older = replace(case, answers={**case.answers, "person.birth_date": date(1975, 4, 18)})
    assert figure in said(make, case=older), "the control: from 45 it counts"


def test_a_sentence_that_closes_many_routes_is_printed_once(make: Maker, library: Library) -> None:
    """It stood twenty times on the paper of a training, for each route to a job; all routes are still named."""
    case = read_case((SAMPLES / "auszubildender-koch.yaml").read_bytes(), "auszubildender-koch.yaml", library)
    inputs = make(case=case)
    closed = [found for found in routes_told(inputs.assessment) if found.status is Status.CLOSED]
    sentence = "Dieser Weg ist nur für eine Anstellung bei einem Arbeitgeber in Deutschland da."
    assert sum(found.weighing[0].condition.unmet.de == sentence for found in closed) > 2, "the control"
    printed = "\n".join(texts(paper(Sheet(form_in("result", "de", library), inputs, "de"))))
    assert printed.count(sentence) == 1
    assert all(found.route.short.de in printed for found in closed)


def told_of(make: Maker, library: Library, name: str, **answers: Answer) -> str:
    found = read_case((SAMPLES / f"{name}.yaml").read_bytes(), name, library)
    changed = {key.replace("__", "."): value for key, value in answers.items()}
    return said(make, case=replace(found, answers={**found.answers, **changed}))


def test_a_rule_from_age_45_is_not_told_as_met_by_somebody_younger(make: Maker, library: Library) -> None:
    rule = library.conditions["vocational-18a.c4"].text.de
    assert "ab 45" in rule
    assert rule not in told_of(make, library, "metallbauer")
    older = {"person__birth_date": date(1975, 1, 1), "person__old_age_provision": True}
    assert rule in told_of(make, library, "metallbauer", **older)


def test_a_duty_nobody_can_tell_yet_is_not_told_as_absent(make: Maker, library: Library) -> None:
    absent = library.conditions["general-conditions.g8"].text.de
    printed = told_of(make, library, "chancenkarte-elektroniker")
    assert absent not in printed
    assert "ist noch zu klären" in printed
    assert absent in told_of(make, library, "chancenkarte-elektroniker", employer__recruited_by="private_agency")


def test_who_decides_names_the_consent_that_is_needed(make: Maker, library: Library) -> None:
    consent = "Die Bundesagentur für Arbeit muss dabei zustimmen."
    assert consent.replace("dabei", "dabei in der Regel") in told_of(make, library, "tischler-ukraine"), "§ 9 BeschV"
    assert consent in told_of(make, library, "metallbauer")
    assert consent not in told_of(make, library, "softwareentwicklerin"), "the control: no consent is needed"


def test_a_no_begins_with_what_the_document_of_a_person_here_allows(library: Library) -> None:
    told = {}
    for here, status in ((True, "asylum_pending"), (False, None)):
        case = read_case((SAMPLES / "lagerhelfer.yaml").read_bytes(), "lagerhelfer.yaml", library)
        place = {"person.location": "germany", "person.status_in_germany": status} if here else {}
        inputs = input_of(replace(case, answers={**case.answers, **place}), library, ON, "0.1.0")
        told[here] = "\n".join(texts(paper(Sheet(form_in("result", "de", library), inputs, "de"))))
    title = next(
        one.title.de for one in library.content.rulesets if any("asylum_pending" in r.values for r in one.rows)
    )
    assert title in told[True]
    assert told[True].index(title) < told[True].index("Alle Wege")
    assert title not in told[False]


def test_a_draft_figure_has_its_source_in_the_list(make: Maker, library: Library) -> None:
    source = library.sources["bmas-de-svbezgrv-2027"].url.removeprefix("https://")
    words = told_of(make, library, "softwareentwicklerin")
    assert "(nur Entwurf)" in words
    assert source in words
    soon = told_of(make, library, "tischler-ukraine")
    assert "(nur Entwurf)" not in soon, "the control: no draft is printed"
    assert source not in soon


def test_days_before_a_title_is_there_are_said_to_count_the_preparation(make: Maker, library: Library) -> None:
    said_so = "Die Spanne zählt die Vorbereitung, nicht den neuen Titel."
    assert said_so in told_of(make, library, "tischler-ukraine")
    assert said_so not in told_of(make, library, "metallbauer")


def test_two_ways_through_the_route_of_the_paper_are_told_as_either_or(make: Maker, library: Library) -> None:
    """The search card with neither recognition nor German confirmation: one of the two steps is enough."""
    sample = SAMPLES / "chancenkarte-elektroniker.yaml"
    answers = {
        **read_case(sample.read_bytes(), sample.name, library).answers,
        "qualification.german_confirmation": False,
    }
    printed = said(make, answers=answers, route="opportunity-card-20a", procedure="regular")
    one, other = (library.steps[step].title.de for step in ("recognition-processing-regular", "dab"))
    assert f"und zwar nach: entweder {one} – oder {other}" in printed
