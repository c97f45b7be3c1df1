"""At 200 % and on a small screen nothing is cut off and no page is wider than its window."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from employer_assistant.cases.commands import Rename
from employer_assistant.ui.kit.widgets import Badge
from employer_assistant.ui.main_window import MainWindow
from employer_assistant.ui.page import Page
from employer_assistant.ui.pages import PAGES
from tests.ui.pages import open_sample

SOME = (
    "person.status_in_germany",
    "job.gross_annual_salary",
    "person.citizenship",
    "job.occupation",
    "secondment.return_assured",
    "job.real_employment_assured",
)


def cut_off(window: MainWindow) -> list[str]:
    """Return every visible label and button that has less room than its words need, and pages that are too wide."""
    found = []
    for label in window.findChildren(QLabel):
        if label.isVisibleTo(window) and label.text():
            needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            words = re.split(r"[\s\u200b-]+", label.text())
            widest = max(label.fontMetrics().horizontalAdvance(word) for word in words)
            if label.height() < needed or label.contentsRect().width() < widest:
                found.append(f"label {label.text()!r} {label.size().toTuple()}, needs {needed}, word {widest}")
    for button in window.findChildren(QPushButton):
        if button.isVisibleTo(window) and button.text() and button.width() < button.minimumSizeHint().width():
            found.append(f"button {button.text()!r} {button.width()}")
    for badge in window.findChildren(Badge):
        if badge.isVisibleTo(window):
            right = badge.mapTo(window, QPoint(badge.width(), 0)).x()
            if badge.width() < badge.sizeHint().width() or right > window.width():
                found.append(f"badge {badge.word!r}")
    for area in window.findChildren(QScrollArea):
        if area.isVisibleTo(window) and area.widget() is not None and area.widget().width() > area.viewport().width():
            found.append(f"page {area.widget().width()} wide in {area.viewport().width()}")
    return found


def settle() -> None:
    """Let layouts come to rest."""
    for _ in range(6):
        QApplication.processEvents()


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("screen", [(100, 1280, 800), (200, 1024, 700), (150, 1024, 700)])
def test_nothing_is_cut_off(window: MainWindow, qtbot: QtBot, language: str, screen: tuple[int, int, int]) -> None:
    size, width, height = screen
    window.resize(width, height)
    window.choose(language=language, text_size=size)
    settle()
    assert not cut_off(window)
    window.new_case()
    for fact in SOME:
        window.go("answers", fact)
        settle()
        assert not cut_off(window), fact
    for row in PAGES:
        if row.place == "case" and row.id != "answers":
            window.go(row.id)
            settle()
            assert not cut_off(window), row.id
    window.go("answers", "all")
    settle()
    assert not cut_off(window)
    window.leave_case()
    settle()
    assert not cut_off(window)


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize(
    "title",
    [
        "Softwareentwicklerin aus Indien, Dresden",
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
        "Sehr lange " * 20,
    ],
)
def test_any_title_of_a_case_is_shown_whole(window: MainWindow, title: str, size: int) -> None:
    window.resize(1280, 800)
    window.choose(text_size=size)
    window.new_case()
    window.context.do(Rename(title.strip()))
    settle()
    assert not cut_off(window)
    shown = window.rail_title.text().replace("\u200b", "")
    assert title.startswith(shown.removesuffix("…"))
    assert window.rail_title.accessibleName() == title.strip()


def test_the_rail_shows_where_i_am_at_200_per_cent(window: MainWindow) -> None:
    window.resize(1280, 800)
    window.choose(text_size=200)
    window.new_case()
    for page in PAGES:
        if page.place != "case" or page.belongs_to:
            continue
        window.go(page.id)
        settle()
        [here] = window.rail.findItems(window.context.t(page.title), Qt.MatchFlag.MatchEndsWith)
        assert window.rail.viewport().rect().contains(window.rail.visualItemRect(here)), page.id


def test_the_rail_shows_where_i_am_again_when_the_keyboard_leaves_it(window: MainWindow, project: Path) -> None:
    """Focus passes through the rail while a page changes, and had left it at the line the keyboard was on before."""
    window.resize(1280, 800)
    window.choose(text_size=200)
    open_sample(window, project, "pflegefachfrau.yaml")
    window.go("history")
    window.rail.setCurrentRow(0)
    window.rail.setFocus()
    settle()
    [here] = window.rail.findItems(window.context.t("page.name.history"), Qt.MatchFlag.MatchEndsWith)
    assert not window.rail.viewport().rect().contains(window.rail.visualItemRect(here)), "the control"
    window.rail.clearFocus()
    settle()
    assert window.rail.viewport().rect().contains(window.rail.visualItemRect(here))


@pytest.mark.parametrize("language", ["de", "en"])
def test_no_word_of_the_rail_is_cut_off_at_200_per_cent(window: MainWindow, project: Path, language: str) -> None:
    window.resize(1024, 700)
    window.choose(text_size=200, language=language)
    open_sample(window, project)
    pages = [row.id for place in ("case", "start") for row in PAGES if row.place == place and row.in_rail]
    for page in pages:
        window.go(page)
        settle()
        assert window.width() == 1024, page
        for line in range(window.rail.count()):
            index = window.rail.indexFromItem(window.rail.item(line))
            entry, font, name, _ = window.rail.itemDelegate()._parts(index, window.rail.viewport().width())
            widest = max(QFontMetrics(font).horizontalAdvance(word) for word in entry.title.split())
            assert widest <= name.width(), entry.title


def titles_in_sight(window: MainWindow, place: str) -> dict[str, bool]:
    """Go to each page of a place; tell whether its title is in sight."""
    found: dict[str, bool] = {}
    for row in PAGES:
        if row.place == place:
            window.go(row.id)
            settle()
            page = window.stack.currentWidget()
            assert isinstance(page, Page)
            found[row.id] = page.heading.visibleRegion().boundingRect() == page.heading.rect()
    return found


def test_every_page_opens_with_its_title_in_sight_at_200_per_cent(window: MainWindow, project: Path) -> None:
    window.resize(1280, 800)
    window.choose(text_size=200)
    open_sample(window, project)
    found = titles_in_sight(window, "case")
    window.leave_case()
    found |= titles_in_sight(window, "start")
    assert set(found) == {row.id for row in PAGES}
    assert all(found.values()), [page for page, seen in found.items() if not seen]


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_the_rail_keeps_room_for_its_lines_at_200_per_cent(window: MainWindow, project: Path) -> None:
    """Seven lines below it left two and a half; what the rail says itself is not said twice there."""
    window.resize(1280, 800)
    window.choose(text_size=200)
    open_sample(window, project)
    window.go("result")
    settle()
    seen = window.rail.viewport().rect()
    rows = [window.rail.visualItemRect(window.rail.item(row)) for row in range(window.rail.count())]
    assert sum(seen.contains(row) for row in rows) >= 5
    assert window.footer.text().startswith("Gespeichert ")
    window.choose(text_size=100)
    settle()
    assert "Rechtsstand" in window.footer.text(), "the control: small text has room for all of it"


@pytest.mark.parametrize("language", ["de", "en"])
def test_no_question_is_cut_off_at_200_per_cent(window: MainWindow, qtbot: QtBot, language: str) -> None:
    window.resize(1366, 768)
    window.choose(language=language, text_size=200)
    window.new_case()
    for fact in window.controller.library.facts:
        window.go("answers", fact)
        settle()
        assert not cut_off(window), fact


def test_a_fixed_height_would_be_seen(window: MainWindow) -> None:
    """A control: a label squeezed to one line is found."""
    window.choose(text_size=200)
    window.footer.setText("drei\nganze\nZeilen")
    window.footer.setFixedHeight(20)
    settle()
    assert cut_off(window)
