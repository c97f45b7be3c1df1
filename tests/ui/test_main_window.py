"""The window itself: keys, rail, footer, languages, and what happens when saving fails or clashes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from employer_assistant.app import Controller
from employer_assistant.cases.commands import Answer
from employer_assistant.content.library import Library
from employer_assistant.rules.answers import UNKNOWN
from employer_assistant.storage.errors import WorkspaceError
from employer_assistant.storage.workspace import Workspace
from employer_assistant.ui import main_window, settings
from employer_assistant.ui.main_window import MainWindow
from employer_assistant.ui.wizard.wizard_page import WizardPage
from tests.ui.pages import open_sample, settle

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def active(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window with the keyboard."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def entries(window: MainWindow) -> list[str]:
    """Return what the rail reads out."""
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(window.rail.item(line).data(role)) for line in range(window.rail.count())]


def test_keys_make_a_case_and_lead_through_it(active: MainWindow) -> None:
    QTest.keyClick(active, Qt.Key.Key_N, CONTROL)
    assert active.controller.case is not None
    QTest.keyClick(active, Qt.Key.Key_2, CONTROL)
    assert active.context.came_from == "answers"
    QTest.keyClick(active, Qt.Key.Key_Left, ALT)
    assert isinstance(active.stack.currentWidget(), WizardPage)
    QTest.keyClick(active, Qt.Key.Key_F6)
    assert active.focusWidget() is active.rail
    QTest.keyClick(active, Qt.Key.Key_0, CONTROL)
    assert active.controller.case is None


def test_what_was_said_in_one_language_does_not_stay_in_the_other(active: MainWindow, controller: Controller) -> None:
    active.new_case()
    controller.do(Answer("job.purpose", "employment"))
    active.undo()
    active.choose(text_size=150)
    assert "Rückgängig gemacht" in active.footer.text()
    active.choose(language="en")
    assert "Rückgängig" not in active.footer.text()


def test_what_was_said_about_a_case_does_not_outlive_it(active: MainWindow, controller: Controller) -> None:
    """The quick check says that nothing is saved; beside it "Gespeichert" about another case would say the contrary."""
    active.new_case()
    controller.do(Answer("job.purpose", "employment"))
    active.undo()
    assert active.note
    active.go("quick")
    assert "Rückgängig" not in active.footer.text()


def test_undo_and_redo_by_key_are_named(active: MainWindow, controller: Controller) -> None:
    active.new_case()
    controller.do(Answer("job.purpose", "employment"))
    QTest.keyClick(active, Qt.Key.Key_Z, CONTROL)
    assert controller.case is not None
    assert controller.case.answers == {}
    assert active.footer.text().startswith("Rückgängig gemacht: Antwort: Anlass")
    QTest.keyClick(active, Qt.Key.Key_Y, CONTROL)
    assert controller.case.answers == {"job.purpose": "employment"}
    menu = active.menu_button.menu()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()[:2]] == ["Rückgängig: Antwort: Anlass", "Wiederholen"]


def test_the_rail_says_states_in_words(window: MainWindow) -> None:
    window.new_case()
    said = entries(window)
    assert said[0].startswith("1 Angaben, etwa ")
    assert "Stelle, hier" in said
    window.controller.do(Answer("job.purpose", "employment"))
    assert "Ausbildung, nicht nötig" in entries(window)


def test_the_footer_says_saved_questions_and_law(window: MainWindow) -> None:
    window.new_case()
    lines = window.footer.text().splitlines()
    assert lines[0].startswith("Noch etwa")
    assert lines[1].startswith("Gespeichert ")
    assert lines[2].startswith("Rechtsstand ")


def test_what_nobody_knows_yet_is_not_called_answered(window: MainWindow, project: Path) -> None:
    open_sample(window, project)
    unknown = 0
    while asked := window.controller.interview().next_facts:
        window.do(Answer(asked[0], UNKNOWN))
        unknown += 1
    settle()
    assert unknown
    assert window.footer.text().startswith(f"Alle Fragen gestellt, noch nicht bekannt: {unknown}")
    assert f"{unknown} offen" in " ".join(entries(window))


def test_language_and_look_change_live_and_are_kept(window: MainWindow) -> None:
    window.choose(language="en", scheme="dark", text_size=150)
    assert entries(window)[0] == "Cases"
    QApplication.processEvents()
    assert any(label.text() == "Your cases" for label in window.findChildren(QLabel) if label.isVisibleTo(window))
    kept = settings.load()
    assert (kept.language, kept.scheme, kept.text_size) == ("en", "dark", 150)


def test_a_language_said_for_this_run_wins_and_is_not_kept(controller: Controller, qtbot: QtBot) -> None:
    settings.save(settings.Preferences(), language="de")
    shown = MainWindow(controller, settings.load("en"))
    qtbot.addWidget(shown)
    assert entries(shown)[0] == "Cases"
    shown.greeted()
    shown.choose(scheme="dark")
    assert settings.load().language == "de"


def test_settings_that_cannot_be_read_count_as_never_chosen() -> None:
    settings.save(settings.Preferences(), language="xx", scheme="pink", text_size=7)
    assert settings.load() == settings.Preferences("de")


def test_the_menu_offers_languages_colours_and_sizes(window: MainWindow) -> None:
    actions = window.menu_button.menu().findChildren(QAction)
    next(action for action in actions if action.text() == "English").trigger()
    assert window.chosen.language == "en"


def test_the_title_of_the_window_holds_no_data(window: MainWindow) -> None:
    window.new_case()
    window.controller.do(Answer("person.family_name", "Nguyễn"))
    assert window.controller.case_id is not None
    window.controller.rename(window.controller.case_id, "Fall Nguyễn")
    assert window.windowTitle() == "Employer Assistant"


def test_a_failing_workspace_is_told_in_the_language(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(window, "tell", told.append)

    def broken() -> None:
        raise WorkspaceError("storage.full", Path("faelle"))

    assert not window.safely(broken)
    window.choose(language="en")
    window.safely(broken)
    assert "voll" in told[0]
    assert "full" in told[1]


@pytest.mark.parametrize("outcome", [(0, 1, "apprenticeship"), (1, 2, "employment")])
def test_two_windows_clash_and_nothing_is_lost(
    window: MainWindow, library: Library, monkeypatch: pytest.MonkeyPatch, outcome: tuple[int, int, str]
) -> None:
    chosen, cases, value = outcome
    window.new_case()
    path, case_id = window.controller.workspace.path, window.controller.case_id
    assert case_id is not None
    other = Controller(library, Workspace.open(path), lambda: date(2026, 11, 22))
    other.open(case_id)
    other.do(Answer("job.purpose", "apprenticeship"))
    monkeypatch.setattr(main_window, "choose", lambda *_: chosen)
    assert not window.do(Answer("job.purpose", "employment"))
    assert len(window.controller.overview()) == cases
    assert window.controller.case is not None
    assert window.controller.case.answers["job.purpose"] == value
    other.workspace.close()


def test_the_window_stands_where_it_stood(window: MainWindow, controller: Controller, qtbot: QtBot) -> None:
    window.resize(700, 610)
    window.close()
    again = MainWindow(controller, settings.Preferences())
    qtbot.addWidget(again)
    assert again.size().toTuple() == (700, 610)


def test_closing_the_window_ends_listening(window: MainWindow, controller: Controller) -> None:
    window.close()
    assert controller._listeners == []
