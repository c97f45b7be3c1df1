"""The log of a case as a card: the newest acts first, to search."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from employer_assistant.cases.log import LogEntry, entry_text
from employer_assistant.rules.wording import date_text
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.layout import clear, stack
from employer_assistant.ui.kit.widgets import Card, LinkButton, PlainLabel

PORTION = 30
"""How many acts are shown at once."""


class LogCard(Card):
    """Who did what, when, and on which state of the law."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.t("history.log"))
        self.context = context
        self.search = QLineEdit()
        self.search.setAccessibleName(context.t("history.log.search"))
        self.search.setPlaceholderText(context.t("history.log.search"))
        self.search.setMaxLength(100)
        self.search.textChanged.connect(self._search)
        self.add(self.search)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(10))
        self.column.addLayout(self._list)
        self.more = LinkButton(context.t("history.log.more"))
        self.more.clicked.connect(self._more)
        self.column.addWidget(self.more)
        self._entries: tuple[LogEntry, ...] | None = None
        self._most = PORTION

    def refresh(self) -> None:
        """Show the log as it is on disk."""
        entries = self.context.controller.log()
        if entries != self._entries:
            self._entries = entries
            self._show()

    def found(self) -> list[LogEntry]:
        """Return the acts that hold all words of the search, the newest first."""
        wanted = self.search.text().casefold().split()
        entries = reversed(self._entries or ())
        return [one for one in entries if all(word in self._words(one).casefold() for word in wanted)]

    def _words(self, one: LogEntry) -> str:
        """Return everything an act can be found by: day, initials, what was done."""
        day = date_text(one.at.astimezone().date(), self.context.language)
        return " ".join((day, one.who, entry_text(one, self.context.library, self.context.language)))

    def _show(self) -> None:
        clear(self._list)
        found = self.found()
        for heading, entries in groupby(found[: self._most], key=self._heading):
            lines = [PlainLabel(self._line(one)) for one in entries]
            self._list.addWidget(stack(PlainLabel(heading, "small"), *lines, space=3))
        if not found:
            self._list.addWidget(PlainLabel(self.context.t("history.log.none"), "small"))
        self.more.setVisible(len(found) > self._most)

    def _heading(self, one: LogEntry) -> str:
        day = date_text(one.at.astimezone().date(), self.context.language)
        return self.context.t("history.log.day", day=day, version=one.content_version)

    def _line(self, one: LogEntry) -> str:
        what = entry_text(one, self.context.library, self.context.language)
        time = f"{one.at.astimezone():%H:%M}"
        return self.context.t("page.separator").join(part for part in (time, one.who, what) if part)

    def _search(self, _words: str) -> None:
        self._most = PORTION
        self._show()

    def _more(self, _on: bool = False) -> None:
        self._most += PORTION
        self._show()
