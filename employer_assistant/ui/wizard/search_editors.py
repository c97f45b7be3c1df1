"""Editors for long lists: type a few letters, choose from the hits. Misspelt names are found too."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from employer_assistant.content import search
from employer_assistant.content.library import Library
from employer_assistant.content.model import Fact
from employer_assistant.rules.answers import Answer
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.layout import clear, row
from employer_assistant.ui.kit.widgets import Button, PlainLabel
from employer_assistant.ui.wizard.editor import EntryLine, OpenEditor, Unreadable

Source = Callable[[Library, str], Sequence[search.Entry]]


class Hits(QListWidget):
    """The list of hits."""


class SearchEditor(OpenEditor):
    """A field and its hits below. Arrow down goes into the hits, Enter takes one."""

    source: Source = staticmethod(search.countries)

    def __init__(self, context: Context, fact: Fact) -> None:
        super().__init__(context, fact)
        self.entries = {entry.id: entry for entry in type(self).source(context.library, context.language)}
        self.chosen: str | None = None
        self.field = EntryLine()
        self.field.setMaxLength(120)
        self.field.setAccessibleName(context.words(fact.question))
        self.field.setPlaceholderText(context.t("ui.search.type"))
        self.field.textEdited.connect(self._search)
        self.field.returnPressed.connect(self._enter)
        self.field.installEventFilter(self)
        self.hits = Hits()
        self.hits.setAccessibleName(context.t("ui.search.hits"))
        self.hits.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hits.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hits.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.hits.setWordWrap(True)
        self.hits.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.hits.itemClicked.connect(self._take_item)
        self.hits.installEventFilter(self)
        self.hits.hide()
        self.said = PlainLabel("", "small")
        self.said.hide()
        self.finish(self.field, self.hits, self.said, *self.extra())

    def extra(self) -> list[QWidget]:
        """Return further widgets below the hits."""
        return []

    # ---- searching

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Go down into the hits and back up, and take a hit with Enter."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            down = watched is self.field and event.key() == Qt.Key.Key_Down and self.hits.count() > 0
            if down and self.hits.isVisible():
                self.hits.setCurrentRow(0)
                self.hits.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if watched is self.hits and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
                self._take_item(self.hits.currentItem())
                return True
            if watched is self.hits and event.key() == Qt.Key.Key_Up and self.hits.currentRow() <= 0:
                self.field.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _search(self, typed: str) -> None:
        self.typed_anew()
        found = search.find(typed, list(self.entries.values()))
        self.hits.clear()
        for entry in found:
            item = QListWidgetItem(entry.label)
            item.setData(Qt.ItemDataRole.UserRole, entry.id)
            self.hits.addItem(item)
        self.hits.setVisible(bool(found))
        self._fit()
        self._say(self.context.t("ui.search.none") if typed.strip() and not found else "")
        self.touched()

    def typed_anew(self) -> None:
        """Forget the choice, since the field was changed."""
        self.chosen = None

    def _fit(self) -> None:
        """Make the list as high as its hits, whatever the text size and however they wrap."""
        metrics, height = self.hits.fontMetrics(), theme.px(16)
        room = QRect(0, 0, max(self.field.width(), theme.px(200)) - theme.px(44), 10_000)
        for place in range(self.hits.count()):
            item = self.hits.item(place)
            words = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, item.text())
            item.setSizeHint(QSize(room.width(), words.height() + theme.px(14)))
            height += item.sizeHint().height()
        self.hits.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Wrap the hits anew."""
        super().resizeEvent(event)
        self._fit()

    def _enter(self) -> None:
        """Take the only hit; if something is chosen already, go on."""
        if self.hits.isVisible() and self.hits.count() == 1:
            self._take_item(self.hits.item(0))
        elif self.chosen is not None or self.unknown.button.isChecked() or not self.hits.isVisible():
            self.submitted.emit()
        else:
            self.hits.setCurrentRow(0)
            self.hits.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_item(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.take(str(item.data(Qt.ItemDataRole.UserRole)))

    def take(self, entry: str) -> None:
        """Choose an entry."""
        self.chosen = entry
        self.field.setText(self.entries[entry].label)
        self.hits.hide()
        self._say(self.context.t("ui.search.chosen", name=self.entries[entry].label))
        self.touched()

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))

    # ---- as an editor

    def entered(self) -> Answer:
        """Return the id chosen; a name typed in full counts as chosen."""
        if self.chosen is None:
            self.chosen = self._exact()
        if self.chosen is None:
            raise self.not_chosen()
        return self.chosen

    def not_chosen(self) -> Unreadable:
        """Return the problem of a name that is typed but not chosen."""
        typed = self.field.text().strip()
        return Unreadable(self.context.t("ui.search.choose", typed=typed)) if typed else self.nothing_entered()

    def _exact(self) -> str | None:
        typed = search.fold(self.field.text())
        named = [
            entry.id for entry in self.entries.values() if typed and typed in (*entry.names, search.fold(entry.label))
        ]
        return named[0] if len(named) == 1 else None

    def typed(self) -> str:
        """Return the choice, else the text of the field."""
        return f"={self.chosen}" if self.chosen is not None else self.field.text()

    def show_typed(self, typed: str) -> None:
        """Show a choice or a text."""
        self.hits.hide()
        if typed.startswith("=") and typed[1:] in self.entries:
            self.chosen = typed[1:]
            self.field.setText(self.entries[self.chosen].label)
            return
        self.chosen = None
        self.field.setText(typed.removeprefix("="))

    def written(self, answer: Answer) -> str:
        """Return an answer as a choice."""
        return f"={answer}"

    def first_focus(self) -> QWidget:
        """Return the field."""
        return self.field


class CountryEditor(SearchEditor):
    """One state."""

    source = staticmethod(search.countries)


class OccupationEditor(SearchEditor):
    """One occupation."""

    source = staticmethod(search.occupations)


class MunicipalityEditor(SearchEditor):
    """One Saxon municipality."""

    source = staticmethod(search.municipalities)


class CountriesEditor(SearchEditor):
    """One or several states; each chosen one stands below with a button to remove it."""

    source = staticmethod(search.countries)

    def __init__(self, context: Context, fact: Fact) -> None:
        self.picked: list[str] = []
        super().__init__(context, fact)

    def extra(self) -> list[QWidget]:
        """Return the place for the chosen states."""
        box = QWidget()
        self._below = QVBoxLayout(box)
        self._below.setContentsMargins(0, 0, 0, 0)
        self._below.setSpacing(theme.px(4))
        return [box]

    def take(self, entry: str) -> None:
        """Add a state."""
        if entry not in self.picked:
            self.picked.append(entry)
        self.field.clear()
        self.hits.hide()
        self._say(self.context.t("ui.search.another"))
        self._show_picked()
        self.touched()

    def _show_picked(self) -> None:
        clear(self._below)
        for code in self.picked:
            name = self.entries[code].label
            remove = Button(self.context.t("ui.search.remove"), name=self.context.t("ui.search.remove.of", name=name))
            remove.clicked.connect(self._remover(code))
            self._below.addWidget(row(PlainLabel(name, "strong"), remove, None))

    def _remover(self, code: str) -> Callable[[], None]:
        def remove() -> None:
            self.picked.remove(code)
            self._show_picked()
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.touched()

        return remove

    def entered(self) -> Answer:
        """Return all states chosen; one typed in full counts."""
        exact = self._exact()
        if exact is not None:
            self.take(exact)
        if self.field.text().strip() or not self.picked:
            raise self.not_chosen()
        return tuple(self.picked)

    def typed(self) -> str:
        """Return the choices and the text of the field."""
        return f"={','.join(self.picked)}={self.field.text()}" if self.picked or self.field.text() else ""

    def show_typed(self, typed: str) -> None:
        """Show choices and text."""
        codes, _, text = typed.removeprefix("=").partition("=")
        self.picked = [code for code in codes.split(",") if code in self.entries]
        self.hits.hide()
        self.field.setText(text)
        self._show_picked()

    def written(self, answer: Answer) -> str:
        """Return an answer as choices."""
        return f"={','.join(answer)}=" if isinstance(answer, tuple) else f"={answer}="
