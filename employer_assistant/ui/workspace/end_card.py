"""When work on the file ends: cases to be deleted, the file locked, archived or deleted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from employer_assistant.rules.wording import date_text
from employer_assistant.storage.portfolio import CaseDue
from employer_assistant.ui.context import Context
from employer_assistant.ui.dialogs import choose, confirm
from employer_assistant.ui.kit.flow import flow
from employer_assistant.ui.kit.layout import clear
from employer_assistant.ui.kit.widgets import Button, PlainLabel
from employer_assistant.ui.screens.fold import WordsButton
from employer_assistant.ui.wizard.leaving import lost_too, may_close
from employer_assistant.ui.workspace.acts import DeedCard, ask_password, move_to

SHOWN = 10
"""Cases named at once; the next ones follow when these are gone."""


class DeletionCard(DeedCard):
    """Closed cases whose data should be gone. Nothing is deleted by itself."""

    def __init__(self, context: Context) -> None:
        t = context.t
        super().__init__(context, t("ui.deletion.title"), t("ui.deletion.text"))
        self.list = QWidget()
        self._column = QVBoxLayout(self.list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.add(self.list)

    def refresh(self) -> None:
        """Show the cases that are due, as far as worked out."""
        clear(self._column)
        t, cases, found = self.context.t, self.context.controller.all_cases, list[CaseDue]()
        if self.context.window.safely(lambda: cases.refresh(0)):
            found.extend(cases.to_be_deleted())
        for one in found[:SHOWN]:
            title = one.row.title(self.context.library, self.context.language)
            words = t("ui.deletion.one", title=title, day=date_text(one.due.day, self.context.language))
            button = WordsButton(words)
            button.clicked.connect(lambda _on=False, one=one, title=title: self.ask(one, title))
            self._column.addWidget(button)
        if not found:
            self._column.addWidget(PlainLabel(t("ui.deletion.none"), "small"))

    def ask(self, one: CaseDue, title: str) -> None:
        """Lead to the case, or delete it."""
        t, window, controller = self.context.t, self.context.window, self.context.controller
        ways = (t("ui.deletion.open"), t("ui.start.delete.yes"))
        match choose(self, t("ui.deletion.ask", title=title), ways, t("ui.start.delete.no")):
            case 0:
                if window.safely(lambda: controller.open(one.case_id)):
                    window.open_case("road")
                    window.go("road", one.due.step or "")
            case 1:
                delete_case(self, self.context, one.case_id)
                self.refresh()


def delete_case(parent: QWidget, context: Context, case_id: str) -> None:
    """Delete a case as agreed; then name the backups that still hold it and offer to clean them."""
    from employer_assistant.storage import backups

    t, window, path = context.t, context.window, context.controller.workspace.path
    if not window.safely(lambda: context.controller.delete(case_id)):
        return
    found: list[Path] = []
    window.safely(lambda: found.extend(backups.holding(backups.backups_of(path), case_id)))
    if not found:
        return
    names = "\n".join(one.stem for one in found)
    if confirm(
        parent, t("ui.deletion.backups", names=names), t("ui.deletion.backups.yes"), t("ui.deletion.backups.no")
    ):
        for one in found:
            if not window.safely(lambda one=one: backups.clean(one, case_id)):  # type: ignore[misc]
                return


class EndCard(DeedCard):
    """Lock, archive, delete."""

    def __init__(self, context: Context) -> None:
        t = context.t
        super().__init__(context, t("ui.end.title"), t("ui.end.text"))
        self.lock_button, self.archive_button = Button(t("ui.end.lock")), Button("")
        self.delete_button = Button(t("ui.end.delete"))
        self.lock_button.clicked.connect(lambda _on: self.lock())
        self.archive_button.clicked.connect(lambda _on: self.archive())
        self.delete_button.clicked.connect(lambda _on: self.delete())
        self.add(flow(self.lock_button, self.archive_button, self.delete_button))

    def refresh(self) -> None:
        """Offer what is possible now."""
        archived = self.context.controller.all_cases.settings.archived
        words = self.context.t("ui.end.unarchive" if archived else "ui.end.archive")
        self.archive_button.setText(words)
        self.archive_button.setAccessibleName(words)

    def archive(self) -> None:
        """Let nobody change the file any more, or let them again."""
        cases = self.context.controller.all_cases
        archived = not cases.settings.archived
        if self.context.window.safely(lambda: cases.set_settings(replace(cases.settings, archived=archived))):
            self.refresh()
            self.say(self.context.t("ui.end.archived" if archived else "ui.end.unarchived"), "neutral")

    def lock(self) -> None:
        """Close the file by a password and end."""
        from employer_assistant.storage import locked
        from employer_assistant.storage.clients import copies_beside

        if not may_close(self, self.context):
            return
        t, path, window = self.context.t, self.context.controller.workspace.path, self.context.window
        copies: list[Path] = []
        window.safely(lambda: copies.extend(copies_beside(path)))
        names = "\n".join(one.name for one in copies) or t("ui.end.no_copies")
        password = ask_password(self, self.context, t("ui.end.lock.ask", file=path.name, names=names), new=True)
        if password is None:
            return
        self.context.controller.workspace.close()
        made: list[Path] = []
        if window.safely(lambda: made.append(locked.lock(path, password))):
            window.tell(t("ui.end.locked", file=made[0].name, folder=str(made[0].parent)))
            move_to(self.context, None)
        else:
            move_to(self.context, path)

    def delete(self) -> None:
        """Name every file that goes, ask, delete, and name what is left."""
        from employer_assistant.app_all_cases import cache_path
        from employer_assistant.storage.clients import Deleted, copies_beside, delete_client

        t, path, window = self.context.t, self.context.controller.workspace.path, self.context.window
        copies: list[Path] = []
        if not window.safely(lambda: copies.extend(copies_beside(path))):
            return
        names = "\n".join(one.name for one in (path, *copies))
        ways = (t("ui.end.delete.all"), t("ui.end.delete.file")) if copies else (t("ui.end.delete.all"),)
        asked = lost_too(self.context) + t("ui.end.delete.ask", names=names)
        chosen = choose(self, asked, ways, t("ui.start.delete.no"))
        if chosen is None or not confirm(
            self, t("ui.end.delete.sure", file=path.name), t("ui.start.delete.yes"), t("ui.start.delete.no")
        ):
            return
        self.context.controller.workspace.close()
        done: list[Deleted] = []
        if not window.safely(lambda: done.append(delete_client(path, copies if chosen == 0 else ()))):
            move_to(self.context, path)
            return
        cache_path(path).unlink(missing_ok=True)
        left = "\n".join(one.name for one in (done[0].left if chosen == 0 else copies))
        window.tell(t("ui.end.deleted.but", names=left) if left else t("ui.end.deleted"))
        move_to(self.context, None)
