"""The start page: the cases of the workspace, and the days that press in them."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from employer_assistant.cases.model import Case
from employer_assistant.cases.titles import title_of
from employer_assistant.storage.portfolio_order import SortKey
from employer_assistant.ui import settings
from employer_assistant.ui.case_table import CaseTable
from employer_assistant.ui.context import Context
from employer_assistant.ui.dialogs import ask_text, confirm
from employer_assistant.ui.due_list import MOST, DueList
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.flow import flow
from employer_assistant.ui.kit.layout import Columns, Turning, stack
from employer_assistant.ui.kit.notice import Notice
from employer_assistant.ui.kit.widgets import Button, Card, ComboBox, PlainLabel, PrimaryButton
from employer_assistant.ui.page import ScrollingPage
from employer_assistant.ui.workspace.end_card import delete_case

SORTED_BY: tuple[SortKey, ...] = ("changed", "next_date", "risk", "title", "step", "waiting_for", "finish")
TAKE_IN = "take-in"
"""The part of the page for handing over that asks for a file."""
FEW = 6
"""From so many cases on they can be searched and sorted."""
SLICE, PAUSE, ANEW = 0.02, 15, 4.0
"""Seconds of work at a time, milliseconds between them, seconds until the order is made anew meanwhile."""


class StartPage(ScrollingPage):
    """All cases in a table; new, open, rename, copy, delete; beside it the days that press."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        t = context.t
        self.heading.setText(t("ui.start.title"))
        self.new_button = PrimaryButton(t("ui.start.new"))
        self.new_button.clicked.connect(context.window.new_case)
        self.quick_button, self.first_quick_button = Button(t("quick.start")), Button(t("quick.start"))
        for button in (self.quick_button, self.first_quick_button):
            button.clicked.connect(self._quick)
        self.import_button, self.first_import_button = Button(t("ui.start.import")), Button(t("ui.start.import"))
        for button in (self.import_button, self.first_import_button):
            button.clicked.connect(self._take_in)
        self.table = CaseTable(context)
        self.table.opened.connect(self.open)
        self.table.sort_wanted.connect(self._sort_by)
        self.deeds = {
            "open": self._action("open", self.open, "Ctrl+O"),
            "rename": self._action("rename", self.rename, "F2"),
            "next_hire": self._action("next_hire", self.next_hire, "Ctrl+D"),
            "copy": self._action("copy", self.copy, "Ctrl+Shift+D"),
            "hand_over": self._action("hand_over", self.hand_over, "Ctrl+E"),
            "delete": self._action("delete", self.delete, "Del"),
        }
        self.greeting = self._greeting()
        self.body.column.takeAt(0)
        intro = stack(self.heading, PlainLabel(t("ui.start.intro"), quiet=True), space=4)
        self.top = Columns(intro, flow(self.import_button, self.quick_button, self.new_button), shares=(1, 0))
        self.finder = self._finder()
        self.note = PlainLabel("", "small")
        self.listing = Card("", self.finder, self.table, self.note, flow(*self.deeds.values()))
        self.dues = DueList(context)
        self.work = Columns(self.listing, self.dues, shares=(27, 10))
        self.empty = self._empty()
        self.archived = Notice(t("ui.workspace.archived"), "neutral", t("ui.workspace.archived.link"))
        self.archived.leads(lambda: context.go("workspace"))
        demonstration = Notice(t("ui.start.demonstration"), "caution")
        demonstration.setVisible(context.controller.demonstration)
        self.body.add(demonstration, self.greeting, self.archived, self.top, self.work, self.empty)
        self.greeting.setVisible(not settings.load().greeted)
        self._ordered = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._work_on)

    def _action(self, name: str, act: Callable[[], object], key: str) -> Button:
        button = Button(self.context.t(f"ui.start.{name}"))
        button.clicked.connect(lambda _on: act())
        QShortcut(QKeySequence(key), self).activated.connect(act)
        return button

    def _finder(self) -> QWidget:
        """Return the field for searching and the choice of order."""
        t = self.context.t
        self.search = QLineEdit()
        self.search.setMaxLength(120)
        self.search.setPlaceholderText(t("ui.start.search.hint"))
        self.search.setAccessibleName(t("ui.start.search"))
        self.search.setAccessibleDescription(t("ui.start.search.hint"))
        self.search.setMinimumWidth(theme.px(180))
        self.search.textChanged.connect(lambda _text: self.show_rows())
        self.search.returnPressed.connect(self.open)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self.search.setFocus)
        self.order = ComboBox(t("ui.start.sort"))
        for key in SORTED_BY:
            self.order.addItem(t(f"ui.start.sort.{key}"), key)
        self.order.currentIndexChanged.connect(lambda _place: self.show_rows())
        found = stack(PlainLabel(t("ui.start.search"), "small"), self.search, space=2)
        sorts = stack(PlainLabel(t("ui.start.sort"), "small"), self.order, space=2)
        finder = Turning(480)
        finder.line.addWidget(found, 3)
        finder.line.addWidget(sorts, 2)
        return finder

    def _greeting(self) -> Notice:
        """Say once who decides and where the data are."""
        t = self.context.t
        notice = Notice(f"{t('disclaimer')} {t('ui.start.private')}", "neutral", t("ui.start.understood"))
        notice.leads(self._greeted)
        return notice

    def _greeted(self) -> None:
        self.context.window.greeted()
        self.greeting.hide()
        target = self.first_focus()
        if target is not None:
            target.setFocus()

    def _empty(self) -> Card:
        t = self.context.t
        self.first_button = PrimaryButton(t("ui.start.first"))
        self.first_button.clicked.connect(self.context.window.new_case)
        return Card(
            t("ui.start.empty"),
            PlainLabel(t("ui.start.empty.text")),
            flow(self.first_button, self.first_quick_button, self.first_import_button),
        )

    def _quick(self, _on: bool = False) -> None:
        self.context.go("quick")

    # ---- what is shown

    def refresh(self) -> None:
        """Show the cases as they are on disk; what has to be worked out follows while the window is idle."""
        self._left = 0
        if not self._refresh(0):
            return
        there = self._count > 0
        for widget in (self.work, self.new_button, self.quick_button, self.import_button):
            widget.setVisible(there)
        self.empty.setVisible(not there)
        self.finder.setVisible(self._count >= FEW)
        self.archived.setVisible(self.context.controller.all_cases.settings.archived)
        self.show_rows()
        self._timer.start()

    def first_focus(self) -> QWidget:
        """Return the table, else the one button."""
        return self.table if self.table.cases.rowCount() else self.first_button

    def show_rows(self) -> None:
        """Search and sort."""
        by: SortKey = self.order.currentData()
        selected = self.table.selected()
        cases = self.context.controller.all_cases
        self.table.cases.show(cases.rows(self.search.text(), by, self.context.language))
        self.table.show_rows(selected)
        overdue, passed, coming = cases.pressing(MOST)
        self.dues.show_dues(overdue, passed, coming)
        self._ordered = time.monotonic()
        self._say()

    def _say(self) -> None:
        """Say how many are shown and how many have still to be looked at."""
        t, shown = self.context.t, self.table.cases.rowCount()
        words = [t("ui.start.found", n=shown, all=self._count)] if shown < self._count else []
        words += [t("ui.start.none_found")] if not shown and self._count else []
        words += [t("ui.start.left", n=self._left)] if self._left > FEW else []
        self.note.setText(" ".join(words))
        self.note.setVisible(bool(words))

    def _refresh(self, seconds: float) -> bool:
        """Work for so long; False if the file cannot be read, which the user was told."""
        cases = self.context.controller.all_cases

        def work() -> None:
            self._left = cases.refresh(seconds)
            self._count = cases.count()

        return self.context.window.safely(work)

    def _work_on(self) -> None:
        """Work a slice, then show what it brought; the order is made anew now and then, and at the end."""
        if not self.isVisible() or not self._refresh(SLICE):
            self._timer.stop()
            return
        if not self._left:
            self._timer.stop()
        if not self._left or time.monotonic() - self._ordered > ANEW:
            self.show_rows()
        else:
            self.table.update_visible()
            self._say()

    def _sort_by(self, column: str) -> None:
        self.order.setCurrentIndex(max(self.order.findData(column), 0))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Let a long table be as high as the window."""
        super().resizeEvent(event)
        self.table.most_height = max(self.height() - theme.px(330), theme.px(260))
        self.table.fit()

    # ---- what can be done with a case

    def open(self, case_id: str = "") -> None:
        """Open the selected case."""
        selected = case_id or self.table.selected()
        if selected and self.context.window.safely(lambda: self.context.controller.open(selected)):
            self.context.window.open_case()

    def rename(self) -> None:
        """Ask for another title."""
        t, found = self.context.t, self._selected()
        if found is None:
            return
        case_id, case = found
        title = ask_text(self, t("ui.start.rename.label"), self._title(case), t("ui.start.rename"), t("ui.cancel"))
        if title is not None:
            self.context.window.safely(lambda: self.context.controller.rename(case_id, title))

    def next_hire(self) -> None:
        """Make a case for another person in the same job and open it."""
        t, found, controller = self.context.t, self._selected(), self.context.controller
        if found is None:
            return
        case_id, case = found
        title = t("ui.start.next_hire.title", title=case.title) if case.title else ""
        made: list[str] = []
        if self.context.window.safely(lambda: made.append(controller.copy_for_next_hire(case_id, title))):
            self.open(made[0])

    def copy(self) -> None:
        """Copy everything."""
        t, found, controller = self.context.t, self._selected(), self.context.controller
        if found is not None:
            case_id, case = found
            title = t("ui.start.copy.title", title=self._title(case))
            self.context.window.safely(lambda: controller.copy(case_id, title))

    def delete(self) -> None:
        """Delete after naming what goes."""
        t, found = self.context.t, self._selected()
        if found is None:
            return
        case_id, case = found
        sentence = t(
            "ui.start.delete.ask",
            title=self._title(case),
            answers=len(case.answers),
            ticks=len(case.ticks) + len(case.events),
            notes=len(case.notes),
            documents=len(case.documents),
        )
        if confirm(self, sentence, t("ui.start.delete.yes"), t("ui.start.delete.no")):
            delete_case(self, self.context, case_id)

    def hand_over(self) -> None:
        """Lead to where the selected case can be given away."""
        selected = self.table.selected()
        if selected:
            self.context.go("exchange", selected)

    def _take_in(self, _on: bool = False) -> None:
        self.context.go("exchange", TAKE_IN)

    def _selected(self) -> tuple[str, Case] | None:
        case_id, found = self.table.selected(), list[Case]()
        if case_id is None:
            return None
        self.context.window.safely(lambda: found.append(self.context.controller.workspace.load(case_id).case))
        return (case_id, found[0]) if found else None

    def _title(self, case: Case) -> str:
        return title_of(case, self.context.library, self.context.language)
