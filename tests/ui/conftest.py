"""Fixtures for the window: a real controller on a real file, settings and notes in a folder of the test."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from employer_assistant.app import Controller
from employer_assistant.ui.context import Context
from employer_assistant.ui.garbage import collect_due
from employer_assistant.ui.kit import theme
from employer_assistant.ui.main_window import MainWindow
from employer_assistant.ui.settings import Preferences
from employer_assistant.ui.wizard.wizard_page import WizardPage

TODAY = date(2026, 11, 22)
HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let any warning of Qt fail a test of this folder."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints"))


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, "light", 100)
    gc.disable()  # as in the app: threads beside the window must not free its widgets
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()
    collect_due()
    gc.enable()


@pytest.fixture
def window(controller: Controller, qtbot: QtBot) -> MainWindow:
    """The window on the start page, shown."""
    made = MainWindow(controller, Preferences())
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


@pytest.fixture
def context(window: MainWindow) -> Context:
    """What pages are given."""
    return window.context


@pytest.fixture
def wizard(window: MainWindow) -> WizardPage:
    """The questions of a new case."""
    window.new_case()
    return shown_wizard(window)


def shown_wizard(window: MainWindow) -> WizardPage:
    """Return the page of questions that the window shows."""
    page = window.stack.currentWidget()
    assert isinstance(page, WizardPage)
    return page
