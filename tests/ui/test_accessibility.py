"""For keyboard and screen reader: names without markup, all controls by Tab, unique mnemonics, a visible focus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from employer_assistant.cases.commands import Answer
from employer_assistant.ui.main_window import MainWindow
from employer_assistant.ui.pages import PAGES
from employer_assistant.ui.wizard.wizard_page import WizardPage

QUESTIONS = (
    "qualification.recognition",
    "job.offer",
    "job.gross_annual_salary",
    "job.start_wished",
    "job.site_postcode",
    "qualification.country",
    "person.citizenship",
    "job.occupation",
    "employer.name",
)
FOCUS = Qt.FocusPolicy.TabFocus
NAMELESS = (QAccessible.Role.Client, QAccessible.Role.Pane, QAccessible.Role.Grouping, QAccessible.Role.LayeredPane)
CONTROLS = {
    QAccessible.Role.Button,
    QAccessible.Role.ButtonMenu,
    QAccessible.Role.RadioButton,
    QAccessible.Role.CheckBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.ComboBox,
    QAccessible.Role.List,
    QAccessible.Role.Table,
    QAccessible.Role.ListItem,
    QAccessible.Role.PushButton if hasattr(QAccessible.Role, "PushButton") else QAccessible.Role.Button,
}


def views(window: MainWindow) -> Iterator[str]:
    """Show one view after the other: start page empty and full, every kind of question, the list, the other pages."""
    yield "start, empty"
    window.new_case()
    page = window.stack.currentWidget()
    assert isinstance(page, WizardPage)
    for fact in QUESTIONS:
        window.go("answers", fact)
        yield fact
    page.next()
    yield "a problem"
    window.controller.do(Answer("job.purpose", "employment"))
    window.controller.do(Answer("job.offer", "unknown"))
    window.go("answers", "all")
    yield "all answers"
    for row in PAGES:
        if row.place == "case" and row.id != "answers":
            window.go(row.id)
            yield row.id
    for row in PAGES:
        if row.place == "start":
            window.go(row.id)
            yield row.id


def settle() -> None:
    """Do what the event loop would do, and free what is to be freed, as it does when it is idle."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


@pytest.fixture(autouse=True)
def _listening() -> Iterator[None]:
    """Have Qt keep its tree for screen readers current, as it does when one runs."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def controls(widget: QWidget) -> Iterator[tuple[QAccessible.Role, str]]:
    """Walk the tree a screen reader sees and yield role and name of every visible control."""
    root = QAccessible.queryAccessibleInterface(widget)
    waiting = [root] if root is not None else []
    while waiting:
        one = waiting.pop()
        if one.state().invisible:
            continue
        if one.role() in CONTROLS:
            yield one.role(), one.text(QAccessible.Text.Name)
        waiting += [child for place in range(one.childCount()) if (child := one.child(place)) is not None]


def test_every_control_has_a_name_without_markup(window: MainWindow, qtbot: QtBot) -> None:
    seen = 0
    for view in views(window):
        settle()
        found = list(controls(window))
        seen += len(found)
        nameless = [role.name for role, name in found if not name.strip()]
        assert not nameless, f"{view}: {nameless}"
        marked = [name for _, name in found if "<" in name or "&" in name]
        assert not marked, f"{view}: {marked}"
    assert seen > 100


def test_a_nameless_button_would_be_seen(window: MainWindow) -> None:
    window.stack.currentWidget().layout().addWidget(QPushButton())
    QApplication.processEvents()
    assert any(not name for _, name in controls(window))


def reachable(window: MainWindow) -> set[QWidget]:
    """Press Tab until the focus comes round, and return every widget that had it."""
    start = window.focusWidget()
    assert start is not None
    seen: set[QWidget] = set()
    for _ in range(300):
        focused = window.focusWidget()
        if focused is None or focused in seen:
            return seen
        seen.add(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    raise AssertionError("the focus never came round")


def wanted(window: MainWindow) -> set[QWidget]:
    """Return every visible, enabled widget that Tab must reach; of a group of radio buttons one is enough."""
    found = {
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisibleTo(window)
        and widget.isEnabled()
        and widget.focusPolicy() & FOCUS
        and not widget.focusProxy()
    }
    return {widget for widget in found if not isinstance(widget, QRadioButton)}


def test_tab_reaches_every_control_and_comes_round(window: MainWindow, qtbot: QtBot) -> None:
    for view in views(window):
        settle()
        if window.focusWidget() is None:
            window.rail.setFocus()
        reached = reachable(window)
        missed = wanted(window) - reached
        assert not missed, f"{view}: {missed}"


def test_questions_are_groups_named_after_the_question(window: MainWindow) -> None:
    window.new_case()
    page = window.stack.currentWidget()
    assert isinstance(page, WizardPage)
    shown = page.frame.page_shown
    assert shown is not None
    radio = shown.editor.first_focus()
    assert isinstance(radio, QRadioButton)
    group = QAccessible.queryAccessibleInterface(radio.parentWidget().parentWidget())
    assert group.role() == QAccessible.Role.Grouping
    assert group.text(QAccessible.Text.Name) == shown.heading.text()


def test_mnemonics_are_unique_on_every_page(window: MainWindow) -> None:
    for language in ("de", "en"):
        window.choose(language=language)
        for view in views(window):
            settle()
            letters = Counter(
                text[text.index("&") + 1].lower()
                for button in window.findChildren(QAbstractButton)
                if button.isVisibleTo(window) and "&" in (text := button.text())
            )
            assert all(count == 1 for count in letters.values()), f"{language}, {view}: {letters}"
        window.leave_case()


class Strays(QObject):
    """Notes every window that appears, however short."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note it."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


def test_no_stray_window_flashes(window: MainWindow, qapp: QApplication) -> None:
    strays = Strays()
    qapp.installEventFilter(strays)
    for view in views(window):
        settle()
        assert not strays.seen, f"{view}: {strays.seen}"
    stray = QPushButton("Knopf")
    stray.setVisible(True)
    assert strays.seen == ["QPushButton"]
    qapp.removeEventFilter(strays)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_focus_can_be_seen_on_every_control(window: MainWindow, qtbot: QtBot, scheme: str) -> None:
    window.choose(scheme=scheme)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for view in ("qualification.recognition", "job.gross_annual_salary", "person.citizenship"):
        if window.controller.case is None:
            window.new_case()
        window.go("answers", view)
        for widget in sorted(reachable(window), key=lambda one: one.objectName()):
            window.setFocus()
            QApplication.processEvents()
            before = window.grab().toImage()
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            QApplication.processEvents()
            changed = _different(before, window.grab().toImage())
            assert changed > 60, f"{view}: {widget} changes {changed} pixels"


def _different(first: QImage, second: QImage) -> int:
    """Count pixels that differ, on every second row and column."""
    return sum(
        first.pixel(x, y) != second.pixel(x, y) for x in range(0, first.width(), 2) for y in range(0, first.height(), 2)
    )
