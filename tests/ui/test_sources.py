"""From every statement on the result to its norm, its source and its date in one step."""

from __future__ import annotations

from pathlib import Path

import pytest

from employer_assistant.cases.commands import Answer, ChooseRoute
from employer_assistant.content.library import Library
from employer_assistant.papers.words import as_of
from employer_assistant.rules.warnings import warnings
from employer_assistant.ui.kit.widgets import PlainLabel
from employer_assistant.ui.main_window import MainWindow
from employer_assistant.ui.screens import bases
from employer_assistant.ui.screens.costs_page import CostsPage
from employer_assistant.ui.screens.documents_page import DocumentsPage
from employer_assistant.ui.screens.fold import Fold
from employer_assistant.ui.screens.offices_page import OfficesPage
from employer_assistant.ui.screens.result_page import ResultPage
from employer_assistant.ui.screens.road_page import RoadPage
from employer_assistant.ui.screens.source_link import Sourced, sourced
from tests.ui.pages import open_sample, settle, shown, words
from tests.ui.sources import complete, statements, unfold_all, without_source

SAMPLES = ("softwareentwicklerin", "pflegefachfrau", "lagerhelfer")


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_statement_on_the_result_leads_to_norm_source_and_date(
    window: MainWindow, project: Path, library: Library, sample: str
) -> None:
    open_sample(window, project, f"{sample}.yaml")
    if sample == "pflegefachfrau":
        window.controller.do(Answer("person.location", "germany"))
    if sample == "softwareentwicklerin":
        window.controller.do(ChooseRoute("opportunity-card-20a"))
    page = shown(window, ResultPage, "result")
    unfold_all(page)
    stated = statements(library, "de")
    shows = words(page)
    said = [one for one in stated if one in shows]
    assert len(said) > 20, "the page says too little to be a test"
    assert without_source(page, stated, library, "de") == []


def test_a_statement_without_its_source_is_found(window: MainWindow, project: Path, library: Library) -> None:
    open_sample(window, project)
    page = shown(window, ResultPage, "result")
    condition = library.routes["vocational-18a"].conditions[0]
    stated = {condition.text.de, condition.unmet.de}
    bare = PlainLabel(condition.unmet.de)
    page.body.add(bare)
    no_source = bases.Basis((condition.norm,), "law", ())
    page.body.add(sourced(PlainLabel(condition.text.de), no_source, page.context, "x"))
    unfold_all(page)
    found = without_source(page, stated, library, "de")
    assert condition.unmet.de in found
    assert condition.text.de in found


def test_everything_the_content_states_has_norm_or_kind_source_and_date(library: Library) -> None:
    steps = library.steps.values()
    found = [
        *(bases.of_condition(one) for one in library.conditions.values()),
        *(bases.of_route(one) for one in library.routes.values()),
        *(bases.of_step(one) for one in steps),
        *(bases.of_step(one, clause.norm) for one in steps for clause in one.deadlines),
        *(bases.of_document(one) for one in library.documents.values() if one.checked),
        *(bases.of_desk(one) for one in (*library.offices.values(), *library.bodies.values())),
        *(bases.of_figure(value) for one in library.figures.values() for value in one.values),
    ]
    assert [one for one in found if not one.complete(library)] == []
    assert not bases.Basis(("§ 1",), "law", ("no-such-source",)).complete(library)


def test_every_warning_says_on_what_it_rests(window: MainWindow, project: Path, library: Library) -> None:
    open_sample(window, project, "softwareentwicklerin.yaml")
    told = warnings(window.controller.assessment())
    assert told
    assert all(bases.of_warning(one, library).complete(library) for one in told)


def test_steps_costs_and_desks_lead_there_too(window: MainWindow, project: Path, library: Library) -> None:
    open_sample(window, project)
    what = {step.what.de: step for step in library.steps.values()}
    road = shown(window, RoadPage, "road", "need-and-route")
    unfold_all(road.detail)
    shows = words(road.detail)
    said = {one for one in what if one in shows}
    assert library.steps["need-and-route"].what.de in said
    assert without_source(road.detail, said, library, "de") == []
    for page_id, kind in (("costs", CostsPage), ("offices", OfficesPage)):
        page = shown(window, kind, page_id)
        found = page.findChildren(Sourced)
        assert len(found) > 3
        for one in found:
            one.opens.unfold()
        settle()
        assert all(complete(one, library, "de") for one in found), page_id


def test_papers_and_the_warnings_of_the_road_lead_there_too(
    window: MainWindow, project: Path, library: Library
) -> None:
    open_sample(window, project)
    road = shown(window, RoadPage, "road")
    (warned,) = road.notices.findChildren(Sourced)
    warned.opens.unfold()
    assert complete(warned, library, "de")
    page = shown(window, DocumentsPage, "documents")
    name, row = next((name, row) for name, row in page.rows.items() if library.documents[name].sources)
    row.findChildren(Fold)[0].unfold()
    settle()
    source = library.sources[library.documents[name].sources[0]]
    assert source.title in words(row)
    assert as_of(source.as_of, "de") in words(row)
