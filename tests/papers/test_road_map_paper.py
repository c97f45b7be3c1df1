"""The road map of the samples: its picture ends with the first working day, chambers and beginning fit the case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from worked import LIBRARY

from employer_assistant.cases.case_file import read_case
from employer_assistant.papers.form import form_in
from employer_assistant.papers.input import PaperInput
from employer_assistant.papers.of_case import input_of
from employer_assistant.papers.paper import paper
from employer_assistant.papers.parts import Timeline, texts
from employer_assistant.papers.sheet import Sheet

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
ON = date(2026, 11, 22)
CRAFTS = "nur für Betriebe des Handwerks"


def of_sample(name: str) -> PaperInput:
    path = SAMPLES / f"{name}.yaml"
    return input_of(read_case(path.read_bytes(), path.name, LIBRARY), LIBRARY, ON, "0.1.0")


def printed(name: str, form_id: str = "employer-roadmap") -> str:
    inputs = of_sample(name)
    return "\n".join(texts(paper(Sheet(form_in(form_id, "de", LIBRARY), inputs, "de"))))


def test_what_ends_after_the_first_working_day_stretches_no_bar() -> None:
    inputs = of_sample("konzern-ingenieurin")
    assert inputs.plan
    steps = {step.step.id: step for step in inputs.plan.steps}
    family, visa = steps["family-visa"].finish, steps["visa-check"].finish
    assert family
    assert family.latest
    assert inputs.plan.finish.latest
    assert visa
    assert family.latest > inputs.plan.finish.latest, "the control: the family may come later"
    drawn = paper(Sheet(form_in("employer-roadmap", "de", LIBRARY), inputs, "de"))
    (picture,) = (part for part in drawn if isinstance(part, Timeline))
    assert next(bar for bar in picture.bars if bar.label == "Visum").last == visa.latest


@pytest.mark.parametrize(("name", "late"), [("konzern-ingenieurin", True), ("softwareentwicklerin", False)])
def test_a_wish_that_is_probably_too_early_is_said_to_be(name: str, late: bool) -> None:
    words = printed(name)
    assert ("reicht die Zeit wahrscheinlich nicht" in words) == late
    assert ("Im längsten Fall reicht die Zeit" in words) != late


@pytest.mark.parametrize(("name", "either"), [("softwareentwicklerin", True), ("metallbauer", False)])
def test_where_either_chamber_may_be_in_charge_the_paper_says_whose_each_is(name: str, either: bool) -> None:
    words = printed(name)
    assert "Handwerkskammer" in words
    assert (CRAFTS in words) == either


def test_the_declaration_is_due_with_the_file_in_the_accelerated_procedure_with_the_visa_in_the_other() -> None:
    def due(name: str) -> str:
        words = printed(name, "employer-checklist")
        return words[words.index("Erklärung zum Beschäftigungsverhältnis ausfüllen") :][:700]

    assert "Unterlagen bei der Ausländerbehörde einreichen" in due("metallbauer")
    assert "Spätestens zum Visumantrag" not in due("metallbauer")
    assert "Spätestens zum Visumantrag" in due("konzern-ingenieurin")


def test_who_may_work_on_the_present_paper_is_told_why_work_comes_before_the_title() -> None:
    assert "vor dem neuen Titel anfangen" in printed("tischler-ukraine", "employer-checklist")
    assert "vor dem neuen Titel anfangen" not in printed("metallbauer", "employer-checklist")


@pytest.mark.parametrize("form", ["employer-roadmap", "adviser-handout", "result", "employer-checklist"])
def test_the_right_to_work_on_the_present_paper_stands_beside_the_route_and_the_day(form: str) -> None:
    words = printed("tischler-ukraine", form)
    assert "Auf den neuen Titel müssen Sie nicht warten" in words
    assert "Auf den neuen Titel müssen Sie nicht warten" not in printed("metallbauer", form)
    if form == "employer-roadmap":
        assert "Über den neuen Titel: Ausländerbehörde" in words


def test_a_decision_for_which_nobody_waits_is_not_named_among_the_deciders() -> None:
    def decides(name: str) -> str:
        words = printed(name).splitlines()
        return words[words.index("Wer entscheidet") + 1]

    assert "Anerkennungsstelle" in decides("metallbauer")
    assert decides("pflegefachfrau").startswith("Deutsche Auslandsvertretung")


def test_a_step_has_one_name_among_the_costs_and_the_steps() -> None:
    words = printed("pflegefachfrau", "employer-checklist")
    assert words.count("Sprachzertifikat bereithalten") > 1
    assert "Sprachzertifikat erwerben" not in words


def test_the_last_bar_of_a_search_is_no_working_day() -> None:
    assert "Erster möglicher Arbeitstag" not in printed("chancenkarte-elektroniker")
    assert "Erster möglicher Arbeitstag" in printed("metallbauer")


def test_a_bar_names_no_authority_that_is_not_asked_and_no_working_day_of_a_search() -> None:
    for form in ("employer-roadmap", "employer-checklist"):
        assert "Arbeitsagentur" not in printed("softwareentwicklerin", form), "her Blue Card needs no approval"
        search = printed("chancenkarte-elektroniker", form)
        assert "Ankunft und Probearbeit" in search
        assert "Erster Arbeitstag" not in search
        assert "erster Arbeitstag" not in search
    assert "Erster Arbeitstag" in printed("metallbauer", "employer-checklist")


def test_who_is_here_already_does_not_arrive() -> None:
    here, abroad = printed("tischler-ukraine"), printed("metallbauer")
    assert "Rund um den ersten Arbeitstag" in here
    assert "Ankunft und erster Arbeitstag" not in here
    assert "Ankunft und erster Arbeitstag" in abroad


@pytest.mark.parametrize("form", ["employer-roadmap", "adviser-handout", "result", "employer-checklist", "quick-check"])
@pytest.mark.parametrize(
    ("sample", "said"),
    [
        ("auszubildender-koch", "Der Betrag für 2027 ist noch nicht bekannt"),
        ("chancenkarte-elektroniker", "Der Betrag für 2027 ist noch nicht bekannt"),
        ("elektriker", "47.790"),
        ("metallbauer", ""),
    ],
)
def test_an_amount_that_decides_and_is_not_final_for_the_year_of_the_start_is_told(
    form: str, sample: str, said: str
) -> None:
    words = printed(sample, form)
    told = [line for line in words.splitlines() if "Geprüft ist mit dem" in line or "nur einen Entwurf" in line]
    assert bool(told) == bool(said), told
    assert said in " ".join(told)


def test_beside_the_amount_of_the_year_stands_that_the_next_one_is_not_known() -> None:
    assert "Für 2027 ist noch kein Betrag bekannt" in printed("auszubildender-koch", "result")
    assert "ist noch kein Betrag bekannt" not in printed("tischler-ukraine", "result")


def test_of_a_draft_nothing_says_that_it_is_in_force() -> None:
    words = printed("elektriker", "result")
    drafts = [line for line in words.splitlines() if "nur Entwurf" in line]
    assert len(drafts) == 2, "beside the amount of now and at the state of the law"
    assert not any("gilt" in line for line in drafts)


@pytest.mark.parametrize("form_id", ["employer-roadmap", "adviser-handout"])
def test_days_of_an_application_in_germany_say_so_where_it_is_not_possible(form_id: str) -> None:
    """§ 20a Abs. 4 Satz 2 AufenthG; the control is the route of the sample, for which it is possible."""
    path = SAMPLES / "tischler-ukraine.yaml"
    case = read_case(path.read_bytes(), path.name, LIBRARY)
    for route, told in (("opportunity-card-20a", True), ("vocational-18a", False)):
        inputs = input_of(replace(case, route=route), LIBRARY, ON, "0.1.0")
        said = "\n".join(texts(paper(Sheet(form_in(form_id, "de", LIBRARY), inputs, "de"))))
        assert ("Die Person muss ausreisen" in said) is told


def test_a_first_day_that_holds_only_for_an_application_here_is_labelled_so() -> None:
    path = SAMPLES / "chancenkarte-elektroniker.yaml"
    case = read_case(path.read_bytes(), path.name, LIBRARY)
    here = {"person.location": "germany", "person.status_in_germany": "temporary_protection"}
    inputs = input_of(replace(case, answers={**case.answers, **here}), LIBRARY, ON, "0.1.0")
    words = "\n".join(texts(paper(Sheet(form_in("employer-roadmap", "de", LIBRARY), inputs, "de"))))
    assert "gezählt für einen Antrag in Deutschland" in words
    assert "Erster Tag bei Antrag in Deutschland" in words
    for other in ("chancenkarte-elektroniker", "tischler-ukraine"):
        assert "Antrag in Deutschland" not in printed(other), "the control: abroad, or work is allowed already"


@pytest.mark.parametrize("form_id", ["employer-roadmap", "adviser-handout"])
def test_the_step_that_opens_the_route_is_among_the_next_ones(form_id: str) -> None:
    words = printed("auszubildender-koch", form_id)
    step = "Ausbildungsvertrag schließen und eintragen lassen"
    status, following = words.split("Das tun Sie als Nächstes")
    assert step in status
    assert step in following
    assert step not in printed("softwareentwicklerin", form_id)
