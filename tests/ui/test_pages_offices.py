"""Offices: the desks of Görlitz with marks of confidence, what is missing, and a postcode of two districts."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from employer_assistant.cases.commands import Answer
from employer_assistant.ui.kit.widgets import LinkButton
from employer_assistant.ui.main_window import MainWindow
from employer_assistant.ui.screens.offices_page import TOWN, OfficesPage
from tests.ui.pages import open_sample, settle, shown, words


def offices(window: MainWindow, project: Path) -> OfficesPage:
    open_sample(window, project)
    return shown(window, OfficesPage, "offices")


def test_zittau_has_the_desks_of_goerlitz(window: MainWindow, project: Path) -> None:
    page = offices(window, project)
    said = words(page)
    assert "Landkreis Görlitz" in page.subtitle.text()
    for name in (
        "Ausländerbehörde Landkreis Görlitz",
        "Handwerkskammer Dresden",
        "Welcome Center Landkreis Görlitz (Zittau)",
        "Agentur für Arbeit Bautzen",
        "Deutsche Vertretung: Vietnam",
    ):
        assert name in said


def test_doubtful_details_are_marked_in_words(window: MainWindow, project: Path) -> None:
    said = words(offices(window, project))
    assert said.count("vor Gebrauch prüfen") >= 2
    assert "Nicht ermittelt: " in said


def test_a_desk_can_be_copied(window: MainWindow, project: Path) -> None:
    page = offices(window, project)
    name = "Angaben kopieren: Ausländerbehörde Landkreis Görlitz"
    copy = next(one for one in page.findChildren(LinkButton) if one.accessibleName() == name)
    QTest.keyClick(copy, Qt.Key.Key_Return)
    copied = QApplication.clipboard().text()
    assert copied.startswith("Ausländerbehörde Landkreis Görlitz\n")
    assert "02826 Görlitz" in copied
    assert "vor Gebrauch prüfen" in copied
    assert copy.text() == "Kopiert"


def test_a_postcode_of_two_districts_asks_for_the_municipality(window: MainWindow, project: Path) -> None:
    library = window.controller.library
    postcode, places = next(
        (postcode, places)
        for postcode, places in library.municipalities_by_postcode.items()
        if len({place.district for place in places}) > 1
    )
    open_sample(window, project)
    window.controller.do(Answer("job.site_postcode", postcode))
    page = shown(window, OfficesPage, "offices")
    assert page.towns is not None
    assert page.first_focus() is page.towns
    assert page.towns.count() == len(places)
    wanted = places[-1]
    page.towns.setCurrentIndex(page.towns.findData(wanted.id))
    QTest.keyClick(page.towns, Qt.Key.Key_Tab)
    settle()
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Return)
    settle()
    assert window.controller.case is not None
    assert window.controller.case.answers[TOWN] == wanted.id
    assert page.towns is None
    assert library.districts[wanted.district].name.de in page.subtitle.text()


def test_a_postcode_outside_saxony_is_said(window: MainWindow, project: Path) -> None:
    open_sample(window, project)
    window.controller.do(Answer("job.site_postcode", "10115"))
    page = shown(window, OfficesPage, "offices")
    assert "liegt nicht in Sachsen" in words(page)
    assert "Ausländerbehörde Landkreis Görlitz" not in words(page)
