"""A field in which a name is typed, and the list of what it may mean: a hit is chosen at once only if it is sure."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from employer_assistant.content.search import Entry, find, fold
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.widgets import ComboBox, PlainLabel

LEAST = 2
"""Letters from which on names are looked for."""


class Lookup(QWidget):
    """``chosen`` tells that ``value`` (an id, or empty) has changed."""

    chosen = Signal()

    def __init__(self, label: str, entries: Sequence[Entry], context: Context) -> None:
        super().__init__()
        self._entries, self._none = entries, context.t("ui.search.none")
        self._choose_one = context.t("page.directory.choose")
        self.value = ""
        self.field = QLineEdit()
        self.field.setMaxLength(80)
        self.field.setAccessibleName(label)
        self.field.setClearButtonEnabled(True)
        self.hits = ComboBox(context.t("page.directory.hits", label=label))
        self.hits.setMinimumContentsLength(10)
        self.hits.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.said = PlainLabel("", "small")
        self.hits.hide()
        self.said.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        for part in (PlainLabel(label, "strong"), self.field, self.hits, self.said):
            column.addWidget(part)
        column.addStretch(1)
        self.field.textEdited.connect(self._search)
        self.field.textChanged.connect(self._emptied)
        self.hits.currentIndexChanged.connect(self._choose)

    def take(self, entry: str) -> None:
        """Choose an entry by its id, without telling."""
        found = next((one for one in self._entries if one.id == entry), None)
        if found is not None:
            self.value = entry
            self.field.setText(found.label)

    def _emptied(self, typed: str) -> None:
        if not typed:
            self._search("")

    def _search(self, typed: str) -> None:
        found = find(typed, self._entries) if len(typed.strip()) >= LEAST else []
        meant = [one for one in found if fold(typed) in one.names]
        if meant and typed.strip().isdigit():
            found = meant
        sure = len(meant) == 1 or len(found) == 1
        self.hits.blockSignals(True)
        self.hits.clear()
        if not sure and found:
            self.hits.addItem(self._choose_one, "")
        for one in meant if sure else found:
            self.hits.addItem(one.label, one.id)
        for one in found if sure else ():
            if one not in meant:
                self.hits.addItem(one.label, one.id)
        self.hits.blockSignals(False)
        self.hits.setVisible(len(found) > 1)
        self.said.setText(found[0].label if len(found) == 1 else self._none)
        self.said.setVisible(len(found) == 1 or (not found and len(typed.strip()) >= LEAST))
        self._choose(0)

    def _choose(self, _index: int) -> None:
        value = str(self.hits.currentData() or "")
        if value != self.value:
            self.value = value
            self.chosen.emit()
