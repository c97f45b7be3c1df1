"""Help: the keys, what the app does and what it does not, who reads along, and of which parts it is made."""

from __future__ import annotations

import platform

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QGridLayout, QWidget

from employer_assistant import __version__
from employer_assistant.storage.versions import sqlite_version
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.layout import Columns, stack
from employer_assistant.ui.kit.widgets import Card, PlainLabel
from employer_assistant.ui.page import ScrollingPage
from employer_assistant.ui.screens.parts import labelled

KEYS = ("help", "back", "undo", "redo", "new", "print", "rail", "areas", "cases", "next", "press", "steps")
"""Keys in the order in which they are listed; each has a phrase for the key and one for what it does."""
PARTS = ("does", "not", "data", "access")


class HelpPage(ScrollingPage):
    """Everything on one page; it works without a network."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        t = context.t
        self.heading.setText(t("page.help.title"))
        about = [self._about(part) for part in PARTS]
        columns = Columns(
            stack(*about, space=14), stack(self._keys(), self._about("show"), self._versions(), space=14), shares=(1, 1)
        )
        self.body.add(PlainLabel(t("disclaimer"), quiet=True), columns)

    def _about(self, part: str) -> Card:
        t = self.context.t
        lines = t(f"page.help.{part}").split("\n")
        return Card(t(f"page.help.{part}.title"), *(PlainLabel(line) for line in lines))

    def _keys(self) -> Card:
        t = self.context.t
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnStretch(1, 1)
        for place, key in enumerate(KEYS):
            grid.addWidget(PlainLabel(t(f"page.key.{key}.key"), "strong"), place, 0)
            grid.addWidget(PlainLabel(t(f"page.key.{key}")), place, 1)
        return Card(t("page.help.keys"), table)

    def _versions(self) -> Card:
        t, content = self.context.t, self.context.library.content
        made_of = (
            t("papers.law.app.value", name=t("app.name"), version=__version__),
            t("page.help.version.content", version=content.version),
            f"Python {platform.python_version()}",
            f"Qt {qVersion()}",
            f"SQLite {sqlite_version()}",
        )
        return Card(
            t("page.help.versions"),
            *(PlainLabel(line) for line in made_of),
            labelled(t("page.help.places"), t("page.help.osm")),
            labelled(t("page.help.licences"), t("page.help.licences.text")),
        )
