"""Does the sample hire in the real window by keys alone; run as a program of its own, so that it can be killed.

``python keyboard_driver.py WORKSPACE SAMPLE PDF`` starts the app, and every few milliseconds presses the next key. It
looks at the window only to know where it is. Each line on standard output says what the window shows as done.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt as QtNames
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLineEdit, QWidget

from employer_assistant.app import Controller, open_or_create
from employer_assistant.cases.case_file import read_case
from employer_assistant.content.library import Library
from employer_assistant.content.pack import installed
from employer_assistant.rules.answers import Answer
from employer_assistant.ui import start
from employer_assistant.ui.main_window import MainWindow
from employer_assistant.ui.page import Page
from employer_assistant.ui.screens.documents_page import DocumentsPage
from employer_assistant.ui.screens.print_page import PrintPage
from employer_assistant.ui.screens.result_page import ResultPage
from employer_assistant.ui.screens.road_page import RoadPage
from employer_assistant.ui.screens.step_row import StepTick
from employer_assistant.ui.wizard.change_page import ChangePage
from employer_assistant.ui.wizard.editor import ChoiceEditor, Editor
from employer_assistant.ui.wizard.search_editors import SearchEditor
from employer_assistant.ui.wizard.wizard_page import WizardPage

TODAY = date(2026, 11, 22)
PAPER = "employer-checklist"
PATIENCE = float(os.environ.get("DRIVER_PATIENCE", "30"))
"""Seconds to wait for the window before giving up."""
Key, Mod = QtNames.Key, QtNames.KeyboardModifier
Steps = Iterator[None]
_P = TypeVar("_P", bound=Page)


class Stuck(RuntimeError):
    """The window did not come to where the keys should have led."""


def say(*words: object) -> None:
    """Tell the parent what the window shows as done."""
    sys.stdout.write(" ".join(str(word) for word in words) + "\n")
    sys.stdout.flush()


def press(key: QtNames.Key, mod: QtNames.KeyboardModifier = Mod.NoModifier) -> Steps:
    """Press one key where the focus is; not from inside a step, since a dialog may open."""
    QTimer.singleShot(0, lambda: QTest.keyClick(target(), key, mod))
    yield
    yield


def write(text: str) -> Steps:
    """Type a text where the focus is."""
    QTimer.singleShot(0, lambda: QTest.keyClicks(target(), text))
    yield
    yield


def target() -> QWidget:
    """Return what a real key press would reach."""
    found = QApplication.focusWidget() or QApplication.activeWindow()
    if found is None:
        raise Stuck("nothing has the focus")
    return found


def wait(until: Callable[[], bool], what: str) -> Steps:
    """Wait for something."""
    end = time.monotonic() + PATIENCE
    while not until():
        if time.monotonic() > end:
            raise Stuck(f"waited in vain for {what}; the focus is on {QApplication.focusWidget()}")
        yield


def tab_to(wanted: Callable[[QWidget], bool], what: str) -> Steps:
    """Press Tab until the focus is where it is wanted."""
    for _ in range(200):
        focused = QApplication.focusWidget()
        if focused is not None and wanted(focused):
            return
        yield from press(Key.Key_Tab)
    raise Stuck(f"Tab does not lead to {what}")


class Hire:
    """The hire, from the list of cases to the paper."""

    def __init__(self, answers: dict[str, Answer], pdf: Path) -> None:
        self.answers = answers
        self.pdf = pdf

    @property
    def window(self) -> MainWindow:
        """The one window."""
        return next(one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))

    def page(self, kind: type[_P]) -> _P:
        """Return the page shown."""
        found = self.window.stack.currentWidget()
        if not isinstance(found, kind):
            raise Stuck(f"{type(found).__name__} is shown, not {kind.__name__}")
        return found

    def all(self) -> Steps:
        """Do the hire."""
        yield from wait(
            lambda: any(isinstance(one, MainWindow) for one in QApplication.topLevelWidgets()), "the window"
        )
        self.window.activateWindow()
        yield from wait(self.window.isActiveWindow, "an active window")
        if self.window.controller.overview():
            yield from tab_to(lambda one: type(one).__name__ == "CaseTable", "the cases")
            yield from press(Key.Key_Return)
            say("resumed")
        else:
            yield from press(Key.Key_N, Mod.ControlModifier)
        yield from self.questions()
        yield from self.result()
        yield from self.road()
        yield from self.documents()
        yield from self.paper()
        say("finished")
        self.window.close()

    # ---- questions

    def questions(self) -> Steps:
        """Answer every question that is asked."""
        while isinstance(self.window.stack.currentWidget(), WizardPage):
            wizard = self.page(WizardPage)
            shown = wizard.frame.page_shown
            if wizard.journey.listing or shown is None:
                return
            fact = shown.fact.id
            yield from self.answer(fact, shown.editor)
            yield from wait(lambda: self.moved_on(fact), f"the question after {fact}")  # noqa: B023 - asked at once
            say("answered", fact)

    def moved_on(self, fact: str) -> bool:
        """Whether another question or page is shown."""
        found = self.window.stack.currentWidget()
        if not isinstance(found, WizardPage) or found.journey.listing:
            return True
        return found.frame.page_shown is not None and found.frame.page_shown.fact.id != fact

    def answer(self, fact: str, editor: Editor) -> Steps:
        """Answer one question as the sample does, or say that it is not known."""
        yield from wait(lambda: editor.isAncestorOf(QApplication.focusWidget() or self.window), f"the field of {fact}")
        value = self.answers.get(fact)
        if value is None:
            yield from press(Key.Key_I, Mod.AltModifier)
            return
        if isinstance(editor, ChoiceEditor):
            yield from self.choose(editor, value)
        elif isinstance(editor, SearchEditor):
            yield from self.find(editor, value)
        else:
            yield from write(typed(value))
        yield from press(Key.Key_Return)

    def choose(self, editor: ChoiceEditor, value: Answer) -> Steps:
        """Walk the cards with the arrow keys."""
        wanted = {True: "true", False: "false"}.get(value) if isinstance(value, bool) else str(value)
        yield from press(Key.Key_Space)
        for _ in range(len(editor.group.cards)):
            if editor.group.value() == wanted:
                return
            yield from press(Key.Key_Down)
        raise Stuck(f"{wanted} cannot be chosen")

    def find(self, editor: SearchEditor, value: Answer) -> Steps:
        """Type a name and take it from the hits."""
        wanted = value[0] if isinstance(value, tuple) else str(value)
        yield from write(editor.entries[wanted].label)
        yield from press(Key.Key_Down)
        hits = editor.hits
        while hits.isVisible() and hits.currentItem().data(QtNames.ItemDataRole.UserRole) != wanted:
            yield from press(Key.Key_Down)
        yield from press(Key.Key_Return)

    # ---- pages

    def result(self) -> Steps:
        """Read the result and go on with the strong button."""
        yield from press(Key.Key_2, Mod.ControlModifier)
        page = self.page(ResultPage)
        say("result", page.heading.text())
        yield from tab_to(lambda one: one is page.primary, "the strong button")
        yield from press(Key.Key_Return)

    def road(self) -> Steps:
        """Choose the accelerated procedure and tick the first open step."""
        page = self.page(RoadPage)
        accelerated = page.switch.buttons["accelerated"]
        if not accelerated.isChecked():
            yield from tab_to(lambda one: one in page.switch.buttons.values(), "the procedure")
            yield from press(Key.Key_Right)
            yield from self.take_over()
        say("procedure", "accelerated" if accelerated.isChecked() else "regular")
        yield from tab_to(lambda one: one is page.timeline.lines, "the timeline")
        yield from press(Key.Key_Return)
        focused = QApplication.focusWidget()
        if not isinstance(focused, StepTick):
            raise Stuck("the timeline does not lead to a step")
        step = page.steps.selected
        if not focused.isChecked():
            yield from press(Key.Key_Space)
        yield from wait(page.steps.rows[step].tick.isChecked, "the tick")
        say("ticked", step)

    def take_over(self) -> Steps:
        """Take over the change that is shown before it counts."""
        change = self.page(ChangePage)
        yield from tab_to(lambda one: one is change.take, "the button that takes the change over")
        yield from press(Key.Key_Return)

    def documents(self) -> Steps:
        """Say of the first paper that it was asked for."""
        yield from press(Key.Key_4, Mod.ControlModifier)
        page = self.page(DocumentsPage)
        yield from tab_to(lambda one: isinstance(one, QComboBox) and page.isAncestorOf(one), "a paper")
        document = next(name for name, row in page.rows.items() if row.states is QApplication.focusWidget())
        if page.rows[document].states.currentIndex() == 0:
            yield from press(Key.Key_Down)
        say("document", document, page.rows[document].states.currentData())

    def paper(self) -> Steps:
        """Print the long checklist to a PDF."""
        yield from press(Key.Key_P, Mod.ControlModifier)
        page = self.page(PrintPage)
        for _ in range(len(page.choice.cards)):
            if page.choice.value() == PAPER:
                break
            yield from press(Key.Key_Down)
        yield from wait(lambda: page.pdf is not None, "the paper")
        yield from tab_to(lambda one: one is page.save_button, "the button to save")
        yield from press(Key.Key_Return)
        yield from wait(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog), "the file dialog")
        yield from tab_to(lambda one: isinstance(one, QLineEdit), "the name of the file")
        yield from press(Key.Key_A, Mod.ControlModifier)
        yield from write(str(self.pdf))
        yield from press(Key.Key_Return)
        yield from wait(page.saved.isVisible, "the notice that it is saved")
        say("printed", self.pdf.name)


def typed(value: Answer) -> str:
    """Return an answer as one types it in German."""
    if isinstance(value, date):
        return f"{value.day}.{value.month}.{value.year}"
    return str(value).replace(".", ",") if isinstance(value, Decimal) else str(value)


def main(workspace: Path, sample: Path, pdf: Path) -> int:
    """Start the app as its users do, and press keys until the hire is done."""
    app = QApplication(sys.argv[:1])
    library = Library(installed())
    case = read_case(sample.read_bytes(), sample.name, library)
    steps = Hire(dict(case.answers), pdf).all()
    failed: list[str] = []

    def next_step() -> None:
        try:
            next(steps)
        except StopIteration:
            timer.stop()
        except Exception as error:
            failed.append(f"{type(error).__name__}: {error}")
            timer.stop()
            app.exit(1)

    timer = QTimer()
    timer.setInterval(4)
    timer.timeout.connect(next_step)
    timer.start()
    controller = Controller(library, open_or_create(workspace), lambda: TODAY)
    status = start.run(controller, "de")
    for problem in failed:
        sys.stderr.write(problem + "\n")
    return 1 if failed else status


if __name__ == "__main__":
    sys.exit(main(*(Path(argument) for argument in sys.argv[1:4])))
