"""Closing the window while something typed is not an answer yet."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest

from employer_assistant.ui.main_window import MainWindow
from employer_assistant.ui.wizard import leaving
from tests.ui.conftest import shown_wizard
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
