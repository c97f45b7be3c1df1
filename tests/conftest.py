"""Fixtures for all tests: the real content, built once."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# packs and corrections of whoever runs the tests must neither decide them nor be touched
os.environ["XDG_DATA_HOME"] = tempfile.mkdtemp(prefix="employer-assistant-tests-")

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication
from worked import LIBRARY

from employer_assistant.app import Controller, open_or_create
from employer_assistant.content.library import Library

TODAY = date(2026, 11, 22)
ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def library() -> Library:
    """The installed content, by id."""
    return LIBRARY


@pytest.fixture(scope="session")
def project() -> Path:
    """The project folder."""
    return ROOT


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a test keeps its workspace."""
    return tmp_path / "cases" / "w.employer-assistant"


@pytest.fixture
def controller(library: Library, path: Path) -> Iterator[Controller]:
    """A controller on a new workspace file."""
    workspace = open_or_create(path)
    yield Controller(library, workspace, lambda: TODAY)
    workspace.close()


@pytest.fixture
def loops_end(qapp: QApplication) -> Iterator[None]:
    """For tests that run the app's own loop: it ends with status 1 rather than never, and leaves no quit behind.

    A quit that comes after the loop has ended would end every later loop at once, so that no timer fires any more.
    """
    stuck = QTimer(singleShot=True, interval=20_000)
    stuck.timeout.connect(lambda: qapp.exit(1))
    stuck.start()
    yield
    stuck.stop()
    qapp.processEvents()
    later = QEventLoop()
    QTimer.singleShot(0, lambda: later.exit(7))
    assert later.exec() == 7, "a quit was left behind"
