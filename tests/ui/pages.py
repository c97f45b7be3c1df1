"""Help for the tests of pages: the sample hire in the window, and pages by their ids."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from employer_assistant.cases.case_file import read_case
from employer_assistant.ui.kit.rail import RailEntry
from employer_assistant.ui.kit.widgets import Badge, PlainLabel
from employer_assistant.ui.main_window import MainWindow
from employer_assistant.ui.page import Page
from employer_assistant.ui.screens.fold import FoldButton
from employer_assistant.ui.wizard.change_page import ChangePage

METALWORKER = "metallbauer.yaml"
_P = TypeVar("_P", bound=Page)


def open_sample(window: MainWindow, project: Path, name: str = METALWORKER) -> str:
    """Put a sample hire on disk, open it in the window and return its id."""
    data = (project / "resources" / "samples" / name).read_bytes()
    case_id = window.controller.keep(read_case(data, name, window.controller.library))
    window.open_case("answers")
    return case_id


def shown(window: MainWindow, kind: type[_P], page: str, part: str = "") -> _P:
    """Show a page and return it, laid out."""
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    window.go(page, part)
    settle()
    found = window.stack.currentWidget()
    assert isinstance(found, kind)
    return found


def entries(window: MainWindow) -> list[RailEntry]:
    """Return the lines of the rail."""
    rail = window.rail
    return [rail.item(place).data(Qt.ItemDataRole.UserRole + 1) for place in range(rail.count())]


def settle() -> None:
    """Let layouts and timers come to rest."""
    for _ in range(12):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def words(widget: QWidget) -> str:
    """Return all visible words of a widget, one line for each label, badge and fold."""
    found: list[str] = []
    for child in widget.findChildren(QWidget):
        if child.isVisibleTo(widget):
            if isinstance(child, PlainLabel) and not isinstance(child.parent(), FoldButton):
                found.append(child.text())
            elif isinstance(child, Badge):
                found.append(child.word)
            elif isinstance(child, FoldButton):
                found.append(child.words.text())
    return "\n".join(found)


def weighed(window: MainWindow) -> ChangePage:
    """Return what lies over the page: the change that is not decided yet."""
    settle()
    found = window.stack.currentWidget()
    assert isinstance(found, ChangePage)
    return found


def accept(window: MainWindow) -> None:
    """Take over the change that is shown."""
    weighed(window).take.click()
    settle()
