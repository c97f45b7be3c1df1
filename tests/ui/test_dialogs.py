"""The few dialogs, by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from employer_assistant.ui.dialogs import ask_text, confirm


def _press(*keys: Qt.Key) -> None:
    """Press keys once the dialog is there, where the keyboard is."""

    def now() -> None:
        for key in keys:
            dialog = QApplication.activeModalWidget()
            QTest.keyClick(dialog.focusWidget() or dialog, key)

    QTimer.singleShot(50, now)


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    """The window below."""
    below = QWidget()
    qtbot.addWidget(below)
    below.show()
    return below


def test_enter_is_the_safe_answer(over: QWidget) -> None:
    _press(Qt.Key.Key_Return)
    assert not confirm(over, "Wirklich löschen?", "Löschen", "Zurück")


def test_control_who_goes_to_the_other_button_is_heard(over: QWidget) -> None:
    _press(Qt.Key.Key_Backtab, Qt.Key.Key_Return)
    assert confirm(over, "Wirklich löschen?", "Löschen", "Zurück")


def test_enter_in_the_line_takes_the_text(over: QWidget) -> None:
    def typed() -> None:
        [line] = QApplication.activeModalWidget().findChildren(QLineEdit)
        QTest.keyClicks(line, "Neu")
        QTest.keyClick(line, Qt.Key.Key_Return)

    QTimer.singleShot(50, typed)
    assert ask_text(over, "Name", "Alt", "Umbenennen", "Zurück") == "Neu"
