"""The start page: the cases of the workspace."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from employer_assistant.cases.model import Case
from employer_assistant.cases.titles import title_of
from employer_assistant.storage.workspace import CaseRow
from employer_assistant.ui import settings
from employer_assistant.ui.case_table import CaseTable
from employer_assistant.ui.context import Context
from employer_assistant.ui.dialogs import ask_text, choose, confirm
from employer_assistant.ui.kit.flow import flow
from employer_assistant.ui.kit.layout import Columns, stack
from employer_assistant.ui.kit.notice import Notice
from employer_assistant.ui.kit.widgets import Button, Card, PlainLabel, PrimaryButton
from employer_assistant.ui.page import ScrollingPage

CARRIED = ("job", "employer")
"""Groups of facts that hold for another person on the same job, too."""


class StartPage(ScrollingPage):
    """All cases in a table; new, open, rename, copy, delete."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        t = context.t
        self.heading.setText(t("ui.start.title"))
        self.new_button = PrimaryButton(t("ui.start.new"))
        self.new_button.clicked.connect(context.window.new_case)
        self.quick_button, self.first_quick_button = Button(t("quick.start")), Button(t("quick.start"))
        for button in (self.quick_button, self.first_quick_button):
            button.clicked.connect(self._quick)
        self.table = CaseTable(context)
        self.table.opened.connect(self.open)
        self.deeds = {
            "open": self._action("open", self.open, "Ctrl+O"),
            "rename": self._action("rename", self.rename, "F2"),
            "copy": self._action("copy", self.copy, "Ctrl+D"),
            "delete": self._action("delete", self.delete, "Del"),
        }
        self.greeting = self._greeting()
        self.body.column.takeAt(0)
        intro = stack(self.heading, PlainLabel(t("ui.start.intro"), quiet=True), space=4)
        self.top = Columns(intro, flow(self.quick_button, self.new_button), shares=(1, 0))
        self.listing = Card("", self.table, flow(*self.deeds.values()))
        self.empty = self._empty()
        self.body.add(self.greeting, self.top, self.listing, self.empty)
        self.greeting.setVisible(not settings.load(context.language).greeted)

    def _action(self, name: str, act: Callable[[], object], key: str) -> Button:
        button = Button(self.context.t(f"ui.start.{name}"))
        button.clicked.connect(lambda _on: act())
        QShortcut(QKeySequence(key), self).activated.connect(act)
        return button

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
            t("ui.start.empty"), PlainLabel(t("ui.start.empty.text")), flow(self.first_button, self.first_quick_button)
        )

    def _quick(self, _on: bool = False) -> None:
        self.context.go("quick")

    def refresh(self) -> None:
        """Show the cases as they are on disk."""
        rows = self._rows()
        for widget in (self.listing, self.new_button, self.quick_button):
            widget.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.table.show_rows(rows)

    def first_focus(self) -> QWidget:
        """Return the table, else the one button."""
        return self.table if self.table.rowCount() else self.first_button

    def _rows(self) -> list[CaseRow]:
        rows: list[CaseRow] = []
        self.context.window.safely(lambda: rows.extend(self.context.controller.overview()))
        return rows

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

    def copy(self) -> None:
        """Copy everything, or only firm and job for another person."""
        t, found = self.context.t, self._selected()
        if found is None:
            return
        case_id, case = found
        title = t("ui.start.copy.title", title=self._title(case))
        which = choose(self, t("ui.start.copy.ask"), (t("ui.start.copy.job"), t("ui.start.copy.all")), t("ui.cancel"))
        controller = self.context.controller
        if which == 0 and self.context.window.safely(lambda: controller.keep(self._for_another(case, title))):
            self.context.window.open_case()
        elif which == 1:
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
            self.context.window.safely(lambda: self.context.controller.delete(case_id))

    def _selected(self) -> tuple[str, Case] | None:
        case_id, found = self.table.selected(), list[Case]()
        if case_id is None:
            return None
        self.context.window.safely(lambda: found.append(self.context.controller.workspace.load(case_id).case))
        return (case_id, found[0]) if found else None

    def _title(self, case: Case) -> str:
        return title_of(case, self.context.library, self.context.language)

    def _for_another(self, case: Case, title: str) -> Case:
        """Return a new case with what holds for the firm and the job."""
        facts = self.context.library.facts
        carried = {fact: case.answers[fact] for fact in case.answers if fact in facts and facts[fact].group in CARRIED}
        return replace(Case(title, carried), content_version=case.content_version, sample=case.sample)
