"""Which file is open and where, other files, and the initials of who works here."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout, QWidget

from employer_assistant.storage.places import is_shared
from employer_assistant.storage.settings import MOST_INITIALS
from employer_assistant.ui import settings
from employer_assistant.ui.context import Context
from employer_assistant.ui.dialogs import choose
from employer_assistant.ui.kit.flow import flow
from employer_assistant.ui.kit.layout import clear
from employer_assistant.ui.kit.notice import Notice
from employer_assistant.ui.kit.widgets import Button, LinkButton, PlainLabel, PrimaryButton
from employer_assistant.ui.screens.fold import WordsButton
from employer_assistant.ui.wizard.leaving import may_close
from employer_assistant.ui.workspace.acts import DeedCard, ask_open, ask_password, move_to, open_beside

ENDING = "employer-assistant"


class FileCard(DeedCard):
    """Name and folder of the file; another file, a new one, those used lately."""

    def __init__(self, context: Context) -> None:
        t = context.t
        super().__init__(context, t("ui.workspace.file"))
        self.name, self.where = PlainLabel("", "strong"), PlainLabel("", "small")
        self.warning = Notice(t("storage.shared_place"), "caution")
        self.open_button, self.new_button = Button(t("ui.workspace.open")), Button(t("ui.workspace.new"))
        self.open_button.clicked.connect(lambda _on: self.open())
        self.new_button.clicked.connect(lambda _on: self.make_new())
        self.recent = QWidget()
        self._column = QVBoxLayout(self.recent)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.name, self.where, self.warning, flow(self.open_button, self.new_button), self.recent):
            self.add(widget)

    def refresh(self) -> None:
        """Show the file."""
        workspace, t = self.context.controller.workspace, self.context.t
        path = workspace.path.absolute()
        found: list[int] = []
        self.context.window.safely(lambda: found.append(len(workspace.heads())))
        self.name.setText(t("ui.workspace.file.name", file=path.name, n=found[0] if found else 0))
        self.where.setText(t("ui.workspace.file.where", folder=str(path.parent)))
        self.warning.setVisible(is_shared(path))
        clear(self._column)
        others = [one for one in settings.recent() if one != path and one.exists()]
        if others:
            self._column.addWidget(PlainLabel(t("ui.workspace.recent"), "small"))
        for one in others:
            button = WordsButton(t("ui.workspace.recent.one", file=one.name, folder=str(one.parent)))
            button.clicked.connect(lambda _on=False, one=one: self.turn_to(one))
            self._column.addWidget(button)
        if others:
            forget = LinkButton(t("ui.workspace.recent.forget"))
            forget.clicked.connect(lambda _on: self._forget())
            self._column.addWidget(forget)

    def _forget(self) -> None:
        settings.forget_recent()
        self.refresh()

    def open(self) -> None:
        """Ask for another file; a locked one for its password."""
        t = self.context.t
        path = ask_open(self, self.context, t("ui.workspace.open"), (ENDING, f"{ENDING}.locked"))
        if path is not None:
            self.turn_to(path)

    def turn_to(self, path: Path) -> None:
        """Check a file, then open it here or beside."""
        from employer_assistant.storage import backups, locked

        t, window = self.context.t, self.context.window
        if path.name.endswith(locked.ENDING):
            password = ask_password(self, self.context, t("ui.workspace.unlock.ask", file=path.name), new=False)
            opened: list[Path] = []
            if password is None or not window.safely(lambda: opened.append(locked.unlock(path, password))):
                return
            path = opened[0]
        if not window.safely(lambda: backups.verify(path)):
            return
        ways = (t("ui.workspace.here"), t("ui.workspace.beside"))
        match choose(self, t("ui.workspace.how", file=path.name), ways, t("ui.cancel")):
            case 0 if may_close(self, self.context):
                move_to(self.context, path)
            case 1:
                if not open_beside(path):
                    self.say(t("ui.workspace.beside.failed"), "negative")

    def make_new(self) -> None:
        """Ask for the place of a new file for another client and open it."""
        from employer_assistant.storage.workspace import Workspace

        t = self.context.t
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        start = str(Path(folder) / f"{t('ui.workspace.new.name')}.{ENDING}")
        found, _ = QFileDialog.getSaveFileName(self, t("ui.workspace.new"), start, f"(*.{ENDING})")
        if not found:
            return
        path = Path(found)
        if not path.name.endswith(f".{ENDING}"):
            path = path.with_name(f"{path.name}.{ENDING}")
        if self.context.window.safely(lambda: Workspace.create(path).close()):
            self.turn_to(path)


class InitialsCard(DeedCard):
    """Who works here, for the log."""

    def __init__(self, context: Context) -> None:
        t = context.t
        super().__init__(context, t("ui.workspace.initials"), t("ui.workspace.initials.text"))
        self.field = QLineEdit()
        self.field.setMaxLength(MOST_INITIALS)
        self.field.setAccessibleName(t("ui.workspace.initials"))
        self.field.returnPressed.connect(self.keep)
        self.button = PrimaryButton(t("ui.workspace.keep"), name=t("ui.workspace.initials.keep"))
        self.button.clicked.connect(lambda _on: self.keep())
        self.add(self.field)
        self.add(flow(self.button))

    def refresh(self) -> None:
        """Show what is kept, unless something else is being typed."""
        if not self.field.isModified():
            self.field.setText(self.context.controller.all_cases.settings.initials)

    def keep(self) -> None:
        """Keep what was typed."""
        cases = self.context.controller.all_cases
        typed = self.field.text().strip()
        if self.context.window.safely(lambda: cases.set_settings(replace(cases.settings, initials=typed))):
            self.field.setModified(False)
            self.say(self.context.t("ui.workspace.kept"))
