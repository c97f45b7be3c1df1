"""Starting: quick, without what is not needed; faults become a note without personal data and a sentence."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QTimer, qWarning
from PySide6.QtWidgets import QApplication, QLineEdit
from shiboken6 import isValid

from employer_assistant.app import Controller
from employer_assistant.ui import faults, start
from employer_assistant.ui.main_window import MainWindow

FORBIDDEN = ("yaml", "reportlab", "rapidfuzz", "PySide6.QtPdf", "holidays", "icalendar", "pypdf", "logging.handlers")
STARTING = """
import sys, tempfile
from datetime import date
from pathlib import Path
from PySide6.QtCore import QSettings, QTimer
QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, tempfile.mkdtemp())
from employer_assistant.app import Controller, open_or_create
from employer_assistant.content.library import Library
from employer_assistant.content.pack import installed
from employer_assistant.ui.start import run
from PySide6.QtWidgets import QApplication
controller = Controller(Library(installed()), open_or_create(Path(tempfile.mkdtemp()) / "w"), date.today)
controller.create("Fall")
controller.close()
app = QApplication([])
QTimer.singleShot(0, app.quit)
status = run(controller, "de")
print(status, *[name for name in %r if name in sys.modules])
"""


@pytest.fixture
def _caught() -> Iterator[None]:
    yield
    faults.release()


def test_the_start_imports_nothing_heavy(project: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", STARTING % (FORBIDDEN,)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=project,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.stdout.split() == ["0"], done.stdout + done.stderr


@pytest.mark.usefixtures("loops_end")
def test_run_shows_the_window_and_ends_when_it_is_closed(controller: Controller, qapp: QApplication) -> None:
    seen: list[MainWindow] = []

    def look() -> None:
        seen.extend(one for one in qapp.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible())
        seen[0].close()

    QTimer.singleShot(50, look)
    assert start.run(controller, "de") == 0
    assert len(seen) == 1
    QCoreApplication.sendPostedEvents(seen[0], QEvent.Type.DeferredDelete)
    assert not isValid(seen[0]), "a closed window stays in memory while the next file is open"


def test_qt_speaks_the_language_too(qapp: QApplication) -> None:
    start.speak("de")
    assert QLocale().language() == QLocale.Language.German
    field = QLineEdit()
    menu = field.createStandardContextMenu()
    assert "Rückgängig" in menu.actions()[0].text().replace("&", "")
    start.speak("en")
    assert QLocale().language() == QLocale.Language.English


@pytest.mark.usefixtures("_caught")
def test_a_fault_leaves_a_note_without_what_was_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[Path] = []
    faults.catch(told.append)
    secret = "Nguyễn Thị Hoa"
    try:
        raise ValueError(secret)
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    note = told[0].read_text(encoding="utf-8")
    assert "ValueError at test_start.py:" in note
    assert secret not in note
    assert "Nguyễn" not in note


@pytest.mark.usefixtures("_caught")
@pytest.mark.qt_log_level_fail("NO")
def test_a_warning_of_qt_is_noted_without_paths() -> None:
    faults.catch(lambda _: None)
    qWarning('Could not open "/home/hoa/Nguyen.pdf" for reading')
    note = faults.note_path().read_text(encoding="utf-8")
    assert "Could not open" in note
    assert "Nguyen" not in note


@pytest.mark.usefixtures("_caught")
def test_a_fault_while_reporting_a_fault_does_not_loop() -> None:
    def report(_: Path) -> None:
        sys.excepthook(KeyError, KeyError("x"), None)

    faults.catch(report)
    sys.excepthook(ValueError, ValueError("x"), None)
    assert "KeyError" in faults.note_path().read_text(encoding="utf-8")


def test_the_sentence_says_what_is_safe_and_where_the_note_is(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told: list[str] = []
    monkeypatch.setattr(window, "tell", told.append)
    window.report_fault(tmp_path / "notes.log")
    assert "sicher" in told[0]
    assert "notes.log" in told[0]
    assert "Traceback" not in told[0]
