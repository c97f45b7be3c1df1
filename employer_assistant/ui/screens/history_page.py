"""Remarks of the user on a case, and who did what when on which state of the law."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from employer_assistant.cases.commands import AddNote, ChangeNote, RemoveNote
from employer_assistant.cases.model import Note
from employer_assistant.rules.wording import date_text
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.layout import Columns, clear, stack
from employer_assistant.ui.kit.widgets import Button, Card, Divider, LinkButton, PlainLabel, PrimaryButton
from employer_assistant.ui.page import ScrollingPage
from employer_assistant.ui.screens.history_log import LogCard
from employer_assistant.ui.screens.parts import buttons

LONGEST_NOTE = 5000


class HistoryPage(ScrollingPage):
    """Notes and log of the open case."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        t = context.t
        self.heading.setText(t("page.name.history"))
        self.body.add(PlainLabel(t("history.intro"), quiet=True))
        self.field = QPlainTextEdit()
        self.field.setAccessibleName(t("history.note.field"))
        self.field.setPlaceholderText(t("history.note.hint"))
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(self.field.fontMetrics().height() * 4 + theme.px(24))
        self.field.setPlainText(self._draft())
        self.field.textChanged.connect(self._typed)
        self.save = PrimaryButton(t("history.note.save"))
        self.save.clicked.connect(self._save)
        self.leave = Button(t("history.note.leave"))
        self.leave.clicked.connect(self._leave)
        self.problem = PlainLabel("", "small")
        self.problem.ink(theme.colours().negative.text)
        self.problem.hide()
        self.leave.hide()
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(8))
        notes = Card(t("history.notes"), self.field, self.problem, buttons(self.save, self.leave))
        notes.column.addLayout(self._list)
        self.log = LogCard(context)
        self.body.add(Columns(notes, self.log, shares=(1, 1)))
        self._editing: int | None = None
        self._shown: tuple[Note, ...] | None = None

    def first_focus(self) -> QWidget | None:
        """The field for a remark."""
        return self.field

    def refresh(self) -> None:
        """Show remarks and log; what is being typed stays."""
        case = self.context.controller.case
        self.log.refresh()
        if case is not None and case.notes != self._shown:
            self._shown = case.notes
            if self._editing is not None:
                self._stop_editing()
            self._show_notes(case.notes)

    def _show_notes(self, notes: tuple[Note, ...]) -> None:
        clear(self._list)
        if not notes:
            self._list.addWidget(PlainLabel(self.context.t("history.notes.none"), "small"))
        for place, note in sorted(enumerate(notes), key=lambda found: (found[1].on, found[0]), reverse=True):
            self._list.addWidget(Divider())
            self._list.addWidget(self._note(place, note))

    def _note(self, place: int, note: Note) -> QWidget:
        t, day = self.context.t, date_text(note.on, self.context.language)
        change, delete = LinkButton(t("history.note.change")), LinkButton(t("history.note.delete"))
        change.setAccessibleName(t("history.note.change.of", day=day))
        delete.setAccessibleName(t("history.note.delete.of", day=day))
        change.clicked.connect(partial(self._change, place))
        delete.clicked.connect(partial(self._delete, place))
        return stack(PlainLabel(day, "small"), PlainLabel(note.text), buttons(change, delete), space=2)

    # ---- acts

    def _save(self, _on: bool = False) -> None:
        words = self.field.toPlainText().strip()
        case = self.context.controller.case
        fault = "empty" if not words else "long" if len(words) > LONGEST_NOTE else ""
        if fault or case is None:
            self._mark(self.context.t(f"history.note.{fault}", longest=LONGEST_NOTE, n=len(words)))
            return
        place = self._editing
        if place is None:
            done = self.context.do(AddNote(Note(self.context.controller.today(), words)))
        else:
            done = words == case.notes[place].text or self.context.do(
                ChangeNote(place, Note(case.notes[place].on, words))
            )
        if done:
            self._stop_editing()

    def _change(self, place: int, _on: bool = False) -> None:
        if self._shown is not None:
            self._editing = place
            self.field.setPlainText(self._shown[place].text)
            self.save.setText(self.context.t("history.note.save.change"))
            self.leave.show()
            self.field.setFocus()
            self.body.ensureWidgetVisible(self.field)

    def _delete(self, place: int, _on: bool = False) -> None:
        if self.context.do(RemoveNote(place)):
            self.field.setFocus()

    def _leave(self, _on: bool = False) -> None:
        self._stop_editing()
        self.field.setFocus()

    def _stop_editing(self) -> None:
        self._editing = None
        self.field.setPlainText("")
        self._mark("")
        self.save.setText(self.context.t("history.note.save"))
        self.leave.hide()

    def _mark(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.field.setAccessibleDescription(sentence)

    # ---- what was typed and not saved outlives a change of language or page

    def _draft_key(self) -> str:
        return f"history.draft.{self.context.controller.case_id}"

    def _draft(self) -> str:
        return str(self.context.kept.get(self._draft_key(), ""))

    def _typed(self) -> None:
        if self._editing is None:
            self.context.kept[self._draft_key()] = self.field.toPlainText()
