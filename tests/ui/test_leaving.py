"""Closing the window, or turning to another file, while something typed is not an answer yet."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest

from employer_assistant.storage import backups
from employer_assistant.storage.workspace import Workspace
from employer_assistant.ui.main_window import MainWindow
from employer_assistant.ui.wizard import leaving
from employer_assistant.ui.workspace import backup_card, end_card, file_card
from employer_assistant.ui.workspace.workspace_page import WorkspacePage
from tests.ui.conftest import shown_wizard
from tests.ui.pages import shown
from tests.ui.test_wizard import field, go_to

PAY = "job.gross_annual_salary"


class Closed(QCloseEvent):
    """The event of somebody who closes the window by its frame."""

    def spontaneous(self) -> bool:
        return True


def _close(window: MainWindow, event: QCloseEvent) -> bool:
    window.closeEvent(event)
    return event.isAccepted()


@pytest.fixture
def asked(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the window asks; the answer is the safe one."""
    sentences: list[str] = []

    def back(_window: object, sentence: str, *_buttons: str) -> bool:
        sentences.append(sentence)
        return False

    monkeypatch.setattr(leaving, "confirm", back)
    window.new_case()
    return sentences


def test_what_is_only_typed_is_asked_about_first(window: MainWindow, asked: list[str]) -> None:
    wizard = shown_wizard(window)
    go_to(wizard, PAY)
    QTest.keyClicks(field(wizard).field, "41.5")
    window.go("result")
    assert not _close(window, Closed()), "closed with something typed"
    [sentence] = asked
    assert window.context.words(window.controller.library.facts[PAY].label) in sentence
    window.go("answers", PAY)
    assert field(shown_wizard(window)).field.text() == "41.5"


def test_control_what_is_answered_closes_without_a_question(window: MainWindow, asked: list[str]) -> None:
    wizard = shown_wizard(window)
    go_to(wizard, PAY)
    QTest.keyClicks(field(wizard).field, "41.5")
    field(wizard).field.setText("")
    QTest.keyClicks(field(wizard).field, "48300")
    wizard.next()
    assert _close(window, Closed())
    assert not asked


def test_turning_to_another_file_asks_too(
    window: MainWindow, asked: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The window closes for it, and what was only typed went without a word."""
    other = tmp_path / f"anderer.{file_card.ENDING}"
    Workspace.create(other).close()
    monkeypatch.setattr(file_card, "choose", lambda *_: 0)
    wizard = shown_wizard(window)
    go_to(wizard, PAY)
    QTest.keyClicks(field(wizard).field, "41.5")
    card = shown(window, WorkspacePage, "workspace").file
    card.turn_to(other)
    assert len(asked) == 1
    assert window.controller.reopen is None
    assert window.isVisible()
    monkeypatch.setattr(leaving, "confirm", lambda *_: True)
    card.turn_to(other)
    assert window.controller.reopen == other


def test_locking_and_taking_a_backup_back_ask_too(
    window: MainWindow, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    wizard = shown_wizard(window)
    go_to(wizard, PAY)
    QTest.keyClicks(field(wizard).field, "41.5")
    page = shown(window, WorkspacePage, "workspace")
    page.backups.now_button.click()
    [backup] = backups.backups_of(window.controller.workspace.path)
    monkeypatch.setattr(end_card, "ask_password", lambda *_args, **_more: pytest.fail("locked without a question"))
    page.end.lock_button.click()
    monkeypatch.setattr(backup_card, "choose", lambda *_: 0)
    monkeypatch.setattr(backup_card, "confirm", lambda *_: True)
    page.backups.ask(backup)
    assert len(asked) == 2
    assert window.controller.reopen is None


def test_deleting_the_file_names_what_is_only_typed(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """In its own question, and only there: whoever agrees is not asked a third time."""
    sentences: list[str] = []

    def back(_parent: object, sentence: str, *_buttons: object) -> None:
        sentences.append(sentence)

    monkeypatch.setattr(end_card, "choose", back)
    shown(window, WorkspacePage, "workspace").end.delete_button.click()
    window.new_case()
    wizard = shown_wizard(window)
    go_to(wizard, PAY)
    QTest.keyClicks(field(wizard).field, "41.5")
    shown(window, WorkspacePage, "workspace").end.delete_button.click()
    plain, typed = sentences
    label = window.context.words(window.controller.library.facts[PAY].label)
    assert label not in plain, "control: nothing typed, nothing said"
    assert label in typed
    assert typed.endswith(plain)
    assert window.controller.workspace.path.exists()
