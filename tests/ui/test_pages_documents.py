"""Documents: states, days and remarks go to disk through commands, and stay in place on the page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from employer_assistant.cases.commands import SetDocument
from employer_assistant.cases.model import DocumentState
from employer_assistant.plan.documents import complete_for
from employer_assistant.storage.workspace import Workspace
from employer_assistant.ui.main_window import MainWindow
from employer_assistant.ui.screens.document_row import DocumentRow
from employer_assistant.ui.screens.documents_page import DocumentsPage
from employer_assistant.ui.screens.documents_ready import appointments
from employer_assistant.ui.screens.fold import Fold
from tests.ui.conftest import TODAY
from tests.ui.pages import open_sample, settle, shown, words


@pytest.fixture
def documents(window: MainWindow, project: Path) -> DocumentsPage:
    open_sample(window, project)
    return shown(window, DocumentsPage, "documents", "passport")


def on_disk(window: MainWindow) -> Mapping[str, DocumentState]:
    controller = window.controller
    assert controller.case_id is not None
    other = Workspace.open(controller.workspace.path)
    try:
        return other.load(controller.case_id).case.documents
    finally:
        other.close()


def choose(row: DocumentRow, state: str) -> None:
    """Choose a state by the keyboard."""
    row.states.setFocus()
    while row.states.currentData() != state:
        QTest.keyClick(row.states, Qt.Key.Key_Down)


def test_the_paper_that_was_asked_for_has_the_focus(documents: DocumentsPage) -> None:
    assert documents.rows["passport"].states.hasFocus()


def test_choosing_a_state_saves_it_with_todays_date(documents: DocumentsPage, window: MainWindow) -> None:
    row = documents.rows["passport"]
    choose(row, "received")
    assert on_disk(window) == {"passport": DocumentState("received", TODAY)}
    assert documents.rows["passport"] is row
    assert row.states.hasFocus()
    assert documents.heading.text().startswith("Unterlagen: 1 von ")


def test_day_and_remark_are_saved(documents: DocumentsPage, window: MainWindow) -> None:
    row = documents.rows["passport"]
    choose(row, "asked")
    assert row.day is not None
    assert row.note is not None
    row.day.field.setFocus()
    row.day.field.selectAll()
    QTest.keyClicks(row.day.field, "1.11.2026")
    QTest.keyClick(row.day.field, Qt.Key.Key_Return)
    row.note.setFocus()
    QTest.keyClicks(row.note, "Kopie kommt mit der Post <b>")
    QTest.keyClick(row.note, Qt.Key.Key_Tab)
    expected = DocumentState("asked", date(2026, 11, 1), "Kopie kommt mit der Post <b>")
    assert on_disk(window) == {"passport": expected}


def test_missing_again_takes_the_entry_away(documents: DocumentsPage, window: MainWindow) -> None:
    row = documents.rows["passport"]
    choose(row, "asked")
    QTest.keyClick(row.states, Qt.Key.Key_Home)
    assert on_disk(window) == {}
    assert row.day is not None
    assert not row.day.isVisible()


def test_undo_shows_the_state_before(documents: DocumentsPage, window: MainWindow) -> None:
    row = documents.rows["passport"]
    choose(row, "asked")
    window.undo()
    assert row.states.currentData() == "missing"


def test_papers_stand_under_the_desk_that_wants_them(documents: DocumentsPage) -> None:
    titles = [fold.button.words.text() for fold in documents.folds.values()]
    assert any(title.startswith("Ausländerbehörde Landkreis Görlitz · ") for title in titles)
    assert any(title.startswith("Deutsche Auslandsvertretung · ") for title in titles)
    assert titles[-1].startswith("Für Ihre Akte und ohne feste Stelle · ")


def test_every_paper_of_the_plan_is_there_once(documents: DocumentsPage, window: MainWindow) -> None:
    for fold in documents.folds.values():
        fold.unfold()
    settle()
    assert set(documents.rows) == {paper.document.id for paper in window.controller.plan().documents}


def test_what_may_be_needed_says_when(documents: DocumentsPage) -> None:
    for fold in documents.folds.values():
        fold.unfold()
    settle()
    assert "Nur wenn " in words(documents)


def test_the_next_appointments_say_what_is_missing(documents: DocumentsPage, window: MainWindow) -> None:
    plan = window.controller.plan()
    found = appointments(plan, window.context)
    assert [step.step.id for step in found]
    first = found[0]
    said = words(documents.ready)
    assert "Für den Termin vollständig?" in said
    missing = complete_for(plan, first.step.id).missing
    assert f"{len(missing)} fehlen" in said
    for paper in missing:
        window.controller.do(SetDocument(paper.document.id, DocumentState("received", TODAY)))
    settle()
    assert "vollständig\n" in words(documents.ready)


def test_a_missing_paper_leads_to_its_row(documents: DocumentsPage, window: MainWindow) -> None:
    first = appointments(window.controller.plan(), window.context)[0]
    paper = complete_for(window.controller.plan(), first.step.id).missing[-1].document.id
    documents.ready.wanted.emit(paper)
    settle()
    assert documents.rows[paper].states.hasFocus()


def test_only_the_place_of_a_scan_is_kept(documents: DocumentsPage, window: MainWindow, tmp_path: Path) -> None:
    row = documents.rows["passport"]
    choose(row, "received")
    scan = tmp_path / "Pass Größe 1.pdf"
    scan.write_bytes(b"%PDF-1.7 geheim")
    assert row.scan is not None
    row.scan.changed.emit(str(scan))
    settle()
    assert on_disk(window)["passport"] == DocumentState("received", TODAY, "", str(scan))
    assert "Scan: Pass Größe 1.pdf" in words(row)
    assert b"geheim" not in window.controller.workspace.path.read_bytes()
    choose(row, "checked")
    assert on_disk(window)["passport"].path == str(scan)
    scan.unlink()
    documents.refresh()
    assert "nicht mehr an seinem Ort" in words(row)
    row.scan.forget.click()
    assert on_disk(window)["passport"].path == ""
    window.undo()
    assert on_disk(window)["passport"].path == str(scan)


def test_details_say_how_many_and_how_a_paper_is_proved_genuine(documents: DocumentsPage) -> None:
    for fold in documents.folds.values():
        fold.unfold()
    settle()
    for row in documents.rows.values():
        for fold in row.findChildren(Fold):
            fold.unfold()
    settle()
    said = words(documents)
    assert said.count("Wie viele") == len(documents.rows)
    assert "1-mal, nach dieser Liste: " in said
    assert "Keine Liste Ihrer Stellen nennt eine Zahl" in said
    assert "Nachweis der Echtheit" in said
    assert "Vietnam: " in said
