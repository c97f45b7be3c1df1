"""Both procedures side by side: days by what they rest on, the choice as a command, and where § 81a brings nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from employer_assistant.cases.commands import Answer
from employer_assistant.ui.main_window import MainWindow
from employer_assistant.ui.screens.compare_page import ComparePage
from employer_assistant.ui.screens.fold import Fold
from employer_assistant.ui.screens.road_page import RoadPage
from tests.ui.pages import open_sample, settle, shown, words


@pytest.fixture
def page(window: MainWindow, project: Path) -> ComparePage:
    open_sample(window, project)
    return shown(window, ComparePage, "compare")


def test_both_sides_say_when_work_can_begin(page: ComparePage, window: MainWindow) -> None:
    found = window.controller.compare()
    assert found.accelerated is not None
    said = words(page)
    for side in (found.regular, found.accelerated):
        assert f"{side.plan.finish.likely:%d.%m.%Y}" in said
    assert "keine Zusage" in said


def test_days_are_kept_apart_by_what_they_rest_on(page: ComparePage, window: MainWindow) -> None:
    for fold in page.findChildren(Fold):
        fold.unfold()
    settle()
    said = words(page)
    assert "Eigene Schätzung: " in said
    assert "Aus dem Gesetz: " in said
    assert "§ 14a" in said
    for side in (found for found in (window.controller.compare().regular, window.controller.compare().accelerated)):
        assert side is not None
        chain = [step for steps in side.by_kind.values() for step in steps if step.start and step.finish]
        likely = sum(side.share(kind).likely for kind in side.by_kind)
        assert likely == sum(
            (step.finish.likely - step.start.likely).days for step in chain if step.finish and step.start
        )


def test_choosing_is_a_command_that_can_be_undone(page: ComparePage, window: MainWindow) -> None:
    assert window.controller.case is not None
    before = window.controller.case.procedure
    assert before == "accelerated"
    page.choose["regular"].click()
    settle()
    assert window.controller.case.procedure == "regular"
    assert "accelerated" in page.choose
    window.undo()
    assert window.controller.case.procedure == before


def test_it_is_reached_from_the_road_and_the_rail_marks_the_road(window: MainWindow, project: Path) -> None:
    open_sample(window, project)
    road = shown(window, RoadPage, "road")
    road.compare_button.click()
    settle()
    assert isinstance(window.stack.currentWidget(), ComparePage)
    assert "compare" not in {row.id for row in window.rail_rows()}
    window.back()
    assert window.stack.currentWidget() is road


def test_visa_free_entry_says_that_it_brings_nothing(page: ComparePage, window: MainWindow) -> None:
    window.controller.do(Answer("person.citizenship", ("US",)))
    settle()
    said = words(page)
    assert "bringt in diesem Fall meist nichts" in said
    assert "ohne Visum einreisen" in said
    assert "§ 41" in said


def test_in_germany_only_one_side_is_left(page: ComparePage, window: MainWindow) -> None:
    window.controller.do(Answer("person.location", "germany"))
    settle()
    assert page.choose == {}


def test_reports_carry_their_source_and_its_age(window: MainWindow, project: Path) -> None:
    open_sample(window, project, "softwareentwicklerin.yaml")
    page = shown(window, ComparePage, "compare")
    next(fold for fold in page.findChildren(Fold) if "Aus Berichten: " in fold.button.words.text()).unfold()
    settle()
    assert "diplo.de, ohne Datum" in words(page) or "Stand " in words(page), words(page)


def test_without_a_route_it_says_what_to_do(page: ComparePage, window: MainWindow) -> None:
    window.controller.do(Answer("job.level", "helper"))
    settle()
    assert "steht auf der Seite „Ergebnis“" in page.subtitle.text()
