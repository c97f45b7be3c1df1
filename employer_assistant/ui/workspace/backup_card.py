"""Backups of the file: made with one press, checked, taken back."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from employer_assistant.storage import backups
from employer_assistant.ui.context import Context
from employer_assistant.ui.dialogs import choose, confirm
from employer_assistant.ui.kit.flow import flow
from employer_assistant.ui.kit.layout import clear
from employer_assistant.ui.kit.widgets import Button, PlainLabel, PrimaryButton
from employer_assistant.ui.screens.fold import WordsButton
from employer_assistant.ui.wizard.leaving import may_close
from employer_assistant.ui.workspace.acts import DeedCard, ask_open, ask_save, move_to
from employer_assistant.ui.workspace.file_card import ENDING

SHOWN = 6
"""Backups shown, the newest first; older ones are found by the file dialog."""


class BackupCard(DeedCard):
    """Back up here or elsewhere; check or take back one that is there."""

    def __init__(self, context: Context) -> None:
        t = context.t
        super().__init__(context, t("ui.backup.title"), t("ui.backup.text"))
        self.now_button, self.elsewhere_button = PrimaryButton(t("ui.backup.now")), Button(t("ui.backup.elsewhere"))
        self.find_button = Button(t("ui.backup.find"))
        self.now_button.clicked.connect(lambda _on: self.back_up())
        self.elsewhere_button.clicked.connect(lambda _on: self.back_up_elsewhere())
        self.find_button.clicked.connect(lambda _on: self.look_for())
        self.list = QWidget()
        self._column = QVBoxLayout(self.list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.add(flow(self.now_button, self.elsewhere_button, self.find_button))
        self.add(self.list)

    def refresh(self) -> None:
        """Show the backups that lie beside the file."""
        clear(self._column)
        found: list[Path] = []
        path = self.context.controller.workspace.path
        self.context.window.safely(lambda: found.extend(backups.backups_of(path)))
        for one in found[:SHOWN]:
            button = WordsButton(self.context.t("ui.backup.one", name=one.stem))
            button.clicked.connect(lambda _on=False, one=one: self.ask(one))
            self._column.addWidget(button)
        if not found:
            self._column.addWidget(PlainLabel(self.context.t("ui.backup.none"), "small"))

    def back_up(self) -> None:
        """Back up beside the file."""
        made: list[Path] = []
        workspace = self.context.controller.workspace
        if self.context.window.safely(lambda: made.append(backups.back_up_now(workspace, datetime.now()))):  # noqa: DTZ005
            self.refresh()
            self.say(self.context.t("ui.backup.made", file=made[0].name, folder=str(made[0].parent)))

    def back_up_elsewhere(self) -> None:
        """Back up to another disk."""
        workspace = self.context.controller.workspace
        name = f"{workspace.path.stem} {datetime.now(UTC).astimezone():%Y-%m-%d}"
        path = ask_save(self, self.context, name, ENDING)
        if path is not None and self.context.window.safely(lambda: backups.back_up(workspace, path)):
            self.say(self.context.t("ui.backup.made", file=path.name, folder=str(path.parent)))

    def look_for(self) -> None:
        """Ask for a backup that lies elsewhere."""
        path = ask_open(self, self.context, self.context.t("ui.backup.find"), ("*",))
        if path is not None:
            self.ask(path)

    def ask(self, backup: Path) -> None:
        """Check a backup, say what it holds, and offer to take it back."""
        t, controller = self.context.t, self.context.controller
        found: list[int] = []
        if not self.context.window.safely(lambda: found.append(len(backups.contents(backup)))):
            return
        sentence = t("ui.backup.sound", file=backup.name, n=found[0])
        if choose(self, sentence, (t("ui.backup.restore"),), t("ui.backup.leave")) != 0:
            self.say(sentence)
            return
        sure = confirm(self, t("ui.backup.restore.ask", file=backup.name), t("ui.backup.restore"), t("ui.cancel"))
        if sure and may_close(self, self.context):
            path = controller.workspace.path
            controller.workspace.close()
            self.context.window.safely(lambda: backups.restore(backup, path))
            move_to(self.context, path)
