"""The paper "result with reasons": what departs from what follows is printed with its reason, other warnings not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from made_up_hire import METALWORKER, Maker

from employer_assistant.cases.case_file import read_case
from employer_assistant.content.library import Library
from employer_assistant.papers.form import form_in
from employer_assistant.papers.paper import paper
from employer_assistant.papers.parts import texts
from employer_assistant.papers.sheet import Sheet
from employer_assistant.rules.assessment import Status

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
