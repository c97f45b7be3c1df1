"""The pages of a full case: names for screen readers, all by Tab, nothing cut off, also with everything unfolded."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from employer_assistant.ui.kit.choice import ChoiceCard
from employer_assistant.ui.main_window import MainWindow
from employer_assistant.ui.page import Page
from employer_assistant.ui.pages import PAGES
from employer_assistant.ui.screens.day_field import DayField
from employer_assistant.ui.screens.documents_page import DocumentsPage
from employer_assistant.ui.screens.fold import Fold
from employer_assistant.ui.screens.road_page import RoadPage
from tests.ui.pages import open_sample, settle, shown
from tests.ui.test_accessibility import controls, reachable, wanted
from tests.ui.test_text_size import cut_off

MOST_UNFOLDED = 40


def pages(window: MainWindow) -> Iterator[str]:
    """Show each of the pages made here, as full as they get in use."""
    for row in PAGES:
        if row.place == "case" and row.id not in ("answers", "print"):
            page = shown(window, Page, row.id)
            fill(page)
            yield row.id
    for row in ("law", "help", "workspace", "exchange", "reports"):
        shown(window, Page, row)
        yield row


def fill(page: Page) -> None:
    """Tick a step, enter a document, and unfold what can be unfolded."""
    if isinstance(page, RoadPage) and not page.steps.rows["need-and-route"].tick.isChecked():
        page.steps.rows["need-and-route"].tick.click()
    if isinstance(page, DocumentsPage):
        row = next(iter(page.rows.values()))
        row.states.setCurrentIndex(1)
        row.states.activated.emit(1)
    page.hide()  # laid out once, not at each fold
    for fold in page.findChildren(Fold)[:MOST_UNFOLDED]:
        fold.unfold()
    page.show()
    settle()


@pytest.mark.parametrize("screen", [(100, 1280, 800), (200, 1024, 700), (150, 1024, 700), (100, 700, 600)])
@pytest.mark.parametrize("language", ["de", "en"])
def test_nothing_is_cut_off(window: MainWindow, project: Path, language: str, screen: tuple[int, int, int]) -> None:
    size, width, height = screen
    window.resize(width, height)
    window.choose(language=language, text_size=size)
    open_sample(window, project)
    for page in pages(window):
        settle()
        assert not cut_off(window), page


def test_every_control_has_a_name_without_markup(window: MainWindow, project: Path) -> None:
    QAccessible.setActive(True)
    open_sample(window, project)
    seen = 0
    for page in pages(window):
        found = list(controls(window))
        seen += len(found)
        assert all(name.strip() and "<" not in name and "&" not in name for _, name in found), page
    QAccessible.setActive(False)
    assert seen > 300


def test_folds_say_whether_they_are_open(window: MainWindow, project: Path) -> None:
    open_sample(window, project)
    page = shown(window, Page, "result")
    fold = page.findChildren(Fold)[0]
    assert fold.button.accessibleDescription() == "zugeklappt"
    fold.unfold()
    assert fold.button.accessibleDescription() == "aufgeklappt"


def test_tab_reaches_every_control(window: MainWindow, project: Path) -> None:
    open_sample(window, project)
    for row in ("result", "road", "documents", "offices"):
        page = shown(window, Page, row)
        if isinstance(page, RoadPage):
            page.steps.rows["need-and-route"].tick.click()
            page.timeline.lines.setFocus()
        settle()
        if window.focusWidget() is None:
            window.rail.setFocus()
        reached = reachable(window)
        missed = wanted(window) - reached
        assert not missed, f"{row}: {missed}"


def test_targets_are_large_enough(window: MainWindow, project: Path) -> None:
    open_sample(window, project)
    for page in pages(window):
        small = [
            (type(widget).__name__, widget.size().toTuple())
            for widget in window.stack.currentWidget().findChildren(QWidget)
            if widget.isVisible()
            and widget.focusPolicy().value & 1
            and min(widget.width(), widget.height()) < 24
            and not isinstance(widget.parent(), ChoiceCard)  # the whole card takes clicks
        ]
        assert not small, f"{page}: {small}"


def test_days_are_read_in_the_german_form_in_both_languages(window: MainWindow, project: Path) -> None:
    window.choose(language="en")
    open_sample(window, project)
    page = shown(window, RoadPage, "road")
    page.steps.rows["need-and-route"].tick.click()
    field = page.findChildren(DayField)[0].field
    assert field.text() == "22.11.2026"
