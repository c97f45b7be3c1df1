"""History: remarks go to disk through commands and never on paper; the log is complete and can be searched."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from employer_assistant.cases.commands import AddNote, Answer, ChangeNote, TickStep
from employer_assistant.cases.model import Case, Note
from employer_assistant.ui.main_window import MainWindow
from employer_assistant.ui.screens.history_page import LONGEST_NOTE, HistoryPage
from tests.ui.conftest import TODAY
from tests.ui.pages import open_sample, settle, shown, words


@pytest.fixture
def history(window: MainWindow, project: Path) -> HistoryPage:
    open_sample(window, project)
    return shown(window, HistoryPage, "history")


def notes(window: MainWindow) -> tuple[Note, ...]:
    assert window.controller.case is not None
    return window.controller.case.notes


def write(history: HistoryPage, text: str) -> None:
    """Type a remark and save it with the keyboard."""
    history.field.setFocus()
    history.field.setPlainText(text)
    QTest.keyClick(history.field, Qt.Key.Key_Tab)
    assert history.save.hasFocus()
    QTest.keyClick(history.save, Qt.Key.Key_Space)
    settle()


def test_a_note_is_saved_changed_deleted_and_brought_back(history: HistoryPage, window: MainWindow) -> None:
    write(history, "Rückruf am Montag <b>")
    assert notes(window) == (Note(TODAY, "Rückruf am Montag <b>"),)
    assert history.field.toPlainText() == ""
    history._change(0)
    write(history, "Rückruf am Dienstag")
    assert notes(window) == (Note(TODAY, "Rückruf am Dienstag"),)
    history._delete(0)
    assert notes(window) == ()
    window.undo()
    assert notes(window) == (Note(TODAY, "Rückruf am Dienstag"),)
    window.undo()
    assert notes(window) == (Note(TODAY, "Rückruf am Montag <b>"),)


@pytest.mark.parametrize("text", ["  \n ", "x" * (LONGEST_NOTE + 1)])
def test_nothing_and_too_much_are_refused_beside_the_field(history: HistoryPage, window: MainWindow, text: str) -> None:
    write(history, text)
    assert notes(window) == ()
    assert history.problem.isVisible()
    assert history.field.accessibleDescription() == history.problem.text()
    assert history.field.toPlainText() == text


def test_what_is_typed_outlives_a_change_of_language(history: HistoryPage, window: MainWindow) -> None:
    history.field.setPlainText("halb fertig")
    window.choose(language="en")
    page = window.stack.currentWidget()
    assert isinstance(page, HistoryPage)
    assert page.field.toPlainText() == "halb fertig"


def test_the_log_holds_every_act_and_can_be_searched(history: HistoryPage, window: MainWindow) -> None:
    window.controller.do(TickStep("need-and-route", TODAY))
    window.controller.do(Answer("person.passport_expires", TODAY.replace(year=2030)))
    window.undo()
    settle()
    said = words(history.log)
    assert "Haken: Bedarf klären" in said
    assert "Rückgängig: Antwort: " in said
    assert window.controller.library.content.version in said
    history.log.search.setText("haken bedarf")
    assert [one.ids for one in history.log.found()] == [{"step": "need-and-route"}]
    history.log.search.setText("gibt es nicht")
    settle()
    assert "keinen Eintrag" in words(history.log)


def test_a_long_log_is_shown_in_portions(history: HistoryPage, window: MainWindow) -> None:
    for number in range(40):
        window.controller.do(AddNote(Note(TODAY, str(number))))
    settle()
    assert words(history.log).count("Neue Notiz") == 30
    history.log.more.click()
    settle()
    assert words(history.log).count("Neue Notiz") == 40


def test_changing_a_note_has_an_exact_undo() -> None:
    case = Case("x", notes=(Note(TODAY, "a"), Note(TODAY, "b")))
    changed, undo = ChangeNote(-1, Note(TODAY, "c")).apply(case)
    assert changed.notes == (Note(TODAY, "a"), Note(TODAY, "c"))
    assert undo.apply(changed)[0] == case
    with pytest.raises(IndexError):
        ChangeNote(2, Note(TODAY, "c")).apply(case)
