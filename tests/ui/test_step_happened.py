"""Beside a step only the days are asked for that its deadlines count from in this case."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from employer_assistant.cases.commands import EnterEvent
from employer_assistant.ui.main_window import MainWindow
from employer_assistant.ui.screens.road_page import RoadPage
from tests.ui.pages import open_sample, settle, shown


def asked(window: MainWindow, step: str) -> set[str]:
    page = shown(window, RoadPage, "road", step)
    settle()
    assert page.happened is not None
    assert page.happened.step.id == step
    return set(page.happened.fields)


def test_nobody_from_abroad_is_asked_for_the_end_of_a_card_for_ukrainians(window: MainWindow, project: Path) -> None:
    open_sample(window, project, "auszubildender-koch.yaml")
    assert {"visa_expiry", "ukraine_title_expiry"} & asked(window, "residence-title-application") == {"visa_expiry"}
    open_sample(window, project, "tischler-ukraine.yaml")
    found = asked(window, "residence-title-application")
    assert {"visa_expiry", "ukraine_title_expiry"} & found == {"ukraine_title_expiry"}


def test_a_day_once_entered_stays_so_that_it_can_be_taken_back(window: MainWindow, project: Path) -> None:
    open_sample(window, project, "tischler-ukraine.yaml")
    assert "visa_expiry" not in asked(window, "residence-title-application")
    window.controller.do(EnterEvent("visa_expiry", date(2027, 1, 4)))
    assert "visa_expiry" in asked(window, "residence-title-application")
