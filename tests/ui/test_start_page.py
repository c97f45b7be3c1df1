"""The list of cases: empty at first, then a table; open, rename, copy, delete."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from employer_assistant.app import Controller
from employer_assistant.cases.commands import AddNote, Answer, TickStep
from employer_assistant.cases.model import Note
from employer_assistant.cases.titles import title_of
from employer_assistant.rules.answers import Answer as Value
from employer_assistant.ui import settings, start_page
from employer_assistant.ui.case_summary import summary
from employer_assistant.ui.main_window import MainWindow
from employer_assistant.ui.start_page import StartPage
from employer_assistant.ui.wizard.wizard_page import WizardPage

TODAY = date(2026, 11, 22)
OPEN_18A: dict[str, Value] = {
    "job.purpose": "employment", "job.offer": True, "person.location": "abroad", "person.citizenship": ("VN",),
    "job.occupation": "metallbauer", "job.regulated": "no", "job.gross_annual_salary": Decimal(36000),
    "job.level": "skilled", "job.health_or_care": False, "job.temporary_agency_work": False,
    "job.comparable_conditions": True, "qualification.kind": "vocational",
    "qualification.completed_in_germany": "none", "qualification.recognition": "full",
    "qualification.training_years": Decimal(3), "person.birth_date": date(1995, 5, 5), "person.passport_valid": True,
    "person.entry_ban": False, "employer.record_clear": True, "employer.recruitment_lawful": True,
    "job.real_employment_assured": True, "person.livelihood_secured": True, "person.identity_clarified": True,
    "person.conduct_clear": True, "job.start_wished": date(2027, 9, 1), "employer.name": "Muster-Metallbau",
    "person.family_name": "Nguyễn",
}  # fmt: skip


def page(window: MainWindow) -> StartPage:
    """Return the start page that the window shows."""
    shown = window.stack.currentWidget()
    assert isinstance(shown, StartPage)
    return shown


@pytest.fixture
def filled(window: MainWindow, controller: Controller) -> StartPage:
    """The start page with one case."""
    controller.create("Metallbauer Zittau")
    for fact, value in OPEN_18A.items():
        controller.do(Answer(fact, value))
    controller.close()
    window.leave_case()
    return page(window)


def test_the_first_time_there_is_one_clear_button(window: MainWindow) -> None:
    shown = page(window)
    assert shown.empty.isVisible()
    assert not shown.listing.isVisible()
    assert not shown.new_button.isVisible()
    shown.first_button.click()
    assert isinstance(window.stack.currentWidget(), WizardPage)


def test_the_disclaimer_is_shown_once(window: MainWindow) -> None:
    assert page(window).greeting.isVisible()
    page(window).greeting.link.click()
    assert page(window).greeting.isHidden()
    assert settings.load("de").greeted
    window.choose(language="en")
    assert page(window).greeting.isHidden()


def test_a_line_says_route_state_and_what_is_next(filled: StartPage, qtbot: QtBot) -> None:
    table = filled.table
    qtbot.waitUntil(lambda: "Schritt" in table.item(0, 2).text())
    assert table.item(0, 0).text() == "Metallbauer Zittau"
    assert "Berufsausbildung (offen)" in table.item(0, 1).text()
    assert table.item(0, 3).text().strip("– ")
    assert "20" in table.item(0, 4).text()


def test_narrow_windows_keep_every_word_in_one_column(filled: StartPage, window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1000, 800)
    window.choose(text_size=200)
    table = page(window).table
    qtbot.waitUntil(lambda: table.columnCount() == 1 and "Schritt" in table.item(0, 0).text())
    assert "Berufsausbildung" in table.item(0, 0).text()


def test_enter_opens_the_case_at_its_first_open_question(filled: StartPage, window: MainWindow) -> None:
    filled.table.setFocus()
    QTest.keyClick(filled.table, Qt.Key.Key_Return)
    shown = window.stack.currentWidget()
    assert isinstance(shown, WizardPage)
    assert shown.journey.current == shown.journey.first_open() not in OPEN_18A
    assert window.rail_title.text() == "Metallbauer Zittau"
    assert "Metallbauer" not in window.windowTitle()


def test_rename(filled: StartPage, controller: Controller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start_page, "ask_text", lambda *_: "Neuer Name")
    filled.rename()
    assert [row.title for row in controller.overview()] == ["Neuer Name"]
    assert filled.table.item(0, 0).text() == "Neuer Name"


def test_copy_everything(filled: StartPage, controller: Controller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start_page, "choose", lambda *_: 1)
    filled.copy()
    titles = {row.title: row.answers for row in controller.overview()}
    assert titles == {"Metallbauer Zittau": len(OPEN_18A), "Metallbauer Zittau (Kopie)": len(OPEN_18A)}


def test_copy_for_another_person_carries_no_fact_of_the_first(
    filled: StartPage, window: MainWindow, controller: Controller, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start_page, "choose", lambda *_: 0)
    filled.copy()
    assert controller.case is not None
    groups = {controller.library.facts[fact].group for fact in controller.case.answers}
    assert groups == {"job", "employer"}
    assert controller.case.answers["employer.name"] == "Muster-Metallbau"
    shown = window.stack.currentWidget()
    assert isinstance(shown, WizardPage)
    assert shown.journey.current not in controller.case.answers


def test_delete_asks_and_names_what_goes(
    filled: StartPage, controller: Controller, monkeypatch: pytest.MonkeyPatch
) -> None:
    case_id = controller.overview()[0].id
    controller.open(case_id)
    controller.do(TickStep("contract", TODAY))
    controller.do(AddNote(Note(TODAY, "Anruf")))
    controller.close()
    asked: list[str] = []
    monkeypatch.setattr(start_page, "confirm", lambda _parent, sentence, *_: asked.append(sentence))
    filled.delete()
    assert len(controller.overview()) == 1
    assert f"{len(OPEN_18A)} Antworten" in asked[0]
    assert "1 Notizen" in asked[0]
    monkeypatch.setattr(start_page, "confirm", lambda *_: True)
    filled.delete()
    assert controller.overview() == []
    assert filled.empty.isVisibleTo(filled)


def test_a_case_without_a_title_is_named_by_job_and_country(controller: Controller) -> None:
    controller.create()
    assert controller.case is not None
    assert title_of(controller.case, controller.library, "de") == "Neuer Fall"
    controller.do(Answer("job.occupation", "metallbauer"))
    controller.do(Answer("person.citizenship", ("VN",)))
    controller.do(Answer("person.family_name", "Nguyễn"))
    assert title_of(controller.case, controller.library, "de").endswith(", Vietnam")
    assert "Nguyễn" not in title_of(controller.case, controller.library, "de")


def test_a_case_that_needs_no_title_says_so(controller: Controller) -> None:
    controller.create("Bäcker")
    controller.do(Answer("person.citizenship", ("FR",)))
    assert controller.case is not None
    assert summary(controller.case, controller.library, TODAY, "de").route == "kein Titel nötig"
