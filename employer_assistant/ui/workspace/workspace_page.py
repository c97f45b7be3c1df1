"""The page about the file itself: where it is, its backups, who works in it, the firm's data, its end."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from employer_assistant.ui.context import Context
from employer_assistant.ui.kit.layout import Columns, stack
from employer_assistant.ui.kit.widgets import PlainLabel
from employer_assistant.ui.page import ScrollingPage
from employer_assistant.ui.workspace.backup_card import BackupCard
from employer_assistant.ui.workspace.employer_card import EmployerCard
from employer_assistant.ui.workspace.end_card import DeletionCard, EndCard
from employer_assistant.ui.workspace.file_card import FileCard, InitialsCard
from employer_assistant.ui.workspace.letterhead_card import LetterheadCard

LETTERHEAD = "letterhead"
"""The part of this page that other pages lead to."""


class WorkspacePage(ScrollingPage):
    """Cards, each for one thing."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.heading.setText(context.t("ui.workspace.title"))
        self.body.add(PlainLabel(context.t("ui.workspace.intro"), quiet=True))
        self.file, self.backups = FileCard(context), BackupCard(context)
        self.initials, self.employer = InitialsCard(context), EmployerCard(context)
        self.letterhead = LetterheadCard(context)
        self._first: QWidget = self.file.open_button
        self.deletion, self.end = DeletionCard(context), EndCard(context)
        left = stack(self.file, self.backups, self.deletion, self.end, space=14)
        right = stack(self.initials, self.employer, self.letterhead, space=14)
        self.body.add(Columns(left, right, shares=(1, 1)))

    def refresh(self) -> None:
        """Show what is kept now."""
        self._first = self.file.open_button
        for card in (self.file, self.backups, self.initials, self.employer, self.letterhead, self.deletion, self.end):
            card.refresh()

    def open_part(self, part: str) -> None:
        """Let the cursor stand in the letterhead."""
        if part == LETTERHEAD:
            self._first = self.letterhead.lines

    def first_focus(self) -> QWidget | None:
        """Return the button for another file, or what was asked for."""
        return self._first
