"""What every editor offers, and the two that offer cards. An editor knows its fact and nothing of the law."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from employer_assistant.content.model import Fact
from employer_assistant.rules.answers import UNKNOWN, Answer
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.choice import ChoiceCard, ChoiceGroup
from employer_assistant.ui.kit.widgets import PlainLabel
from employer_assistant.ui.wizard.journey import Draft


class Unreadable(ValueError):
    """What was entered is no answer yet; the text says what to enter."""


class EntryLine(QLineEdit):
    """A line to type in that keeps Enter to itself; Qt would hand it on, and the frame would go on a second time."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take Enter, which has emitted ``returnPressed`` by then."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


class Editor(QWidget):
    """Base of all editors. ``changed``: something was typed or chosen; ``submitted``: Enter in a field (go on)."""

    changed = Signal()
    submitted = Signal()

    def __init__(self, context: Context, fact: Fact) -> None:
        super().__init__()
        self.context = context
        self.fact = fact
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.px(8))
        self.problem = PlainLabel()
        self.problem.ink(theme.colours().negative.text)
        self.problem.hide()

    def value(self) -> Answer:
        """Return the answer. Raises Unreadable with the sentence for the user."""
        raise NotImplementedError

    def set_value(self, answer: Answer | None) -> None:
        """Show an answer; None shows an empty editor."""
        raise NotImplementedError

    def draft(self) -> Draft:
        """Return what is in the editor, readable or not."""
        raise NotImplementedError

    def set_draft(self, draft: Draft) -> None:
        """Show what was in the editor before."""
        raise NotImplementedError

    def first_focus(self) -> QWidget:
        """Return the field that takes the keyboard."""
        raise NotImplementedError

    def mark_unknown(self) -> None:
        """Mark "I don't know"; what was typed stays."""
        raise NotImplementedError

    def mark(self, sentence: str) -> None:
        """Show what is wrong beside the field, and tie it to the field for screen readers; "" takes it away."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.first_focus().setAccessibleDescription(sentence)

    def unknown_hint(self) -> str:
        """Return whom to ask, and that one may go on."""
        return self.context.t("ui.question.unknown.hint", where=self.context.words(self.fact.where))

    def nothing_entered(self) -> Unreadable:
        """Return the problem of an empty editor."""
        return Unreadable(self.context.t("ui.question.empty"))


class ChoiceEditor(Editor):
    """Cards of which one is chosen, the last of them "I don't know". Nothing is chosen beforehand."""

    def __init__(self, context: Context, fact: Fact) -> None:
        super().__init__(context, fact)
        self.group = ChoiceGroup(context.words(fact.question))
        for value, label, hint in self.options():
            self.group.add(value, label, hint)
        self.group.add(UNKNOWN, context.t("ui.question.unknown"), self.unknown_hint(), dashed=True)
        self.group.chosen.connect(self._chosen)
        self.column.addWidget(self.problem)
        self.column.addWidget(self.group)

    def options(self) -> list[tuple[str, str, str]]:
        """Return value, label and hint of each card."""
        words = self.context.words
        return [
            (choice.value, words(choice.label), words(choice.hint) if choice.hint else "")
            for choice in self.fact.choices
        ]

    def value(self) -> Answer:
        """Return the chosen value."""
        chosen = self.group.value()
        if chosen is None:
            raise self.nothing_entered()
        return chosen

    def set_value(self, answer: Answer | None) -> None:
        """Choose the card of an answer."""
        self.group.choose(None if answer is None else str(answer))

    def draft(self) -> Draft:
        """Return the chosen value as text."""
        return Draft(self.group.value() or "")

    def set_draft(self, draft: Draft) -> None:
        """Choose the card of a draft."""
        self.group.choose(draft.typed or None)

    def mark_unknown(self) -> None:
        """Choose the card."""
        self.group.choose(UNKNOWN)

    def first_focus(self) -> QWidget:
        """Return the chosen card's button, else the first."""
        return self.group.cards[self.group.value() or next(iter(self.group.cards))].button

    def nothing_entered(self) -> Unreadable:
        """Ask for a choice."""
        return Unreadable(self.context.t("ui.question.choose"))

    def _chosen(self) -> None:
        self.mark("")
        self.changed.emit()


class YesNoEditor(ChoiceEditor):
    """Yes, no, or "I don't know"."""

    def options(self) -> list[tuple[str, str, str]]:
        """Return the two cards."""
        return [("true", self.context.t("ui.question.yes"), ""), ("false", self.context.t("ui.question.no"), "")]

    def value(self) -> Answer:
        """Return True, False or unknown."""
        chosen = super().value()
        return chosen if chosen == UNKNOWN else chosen == "true"

    def set_value(self, answer: Answer | None) -> None:
        """Choose the card of an answer."""
        super().set_value({True: "true", False: "false"}.get(answer) if isinstance(answer, bool) else answer)


class OpenEditor(Editor):
    """Base of editors with fields: "I don't know" is a card of its own, and marking it keeps what was typed."""

    def __init__(self, context: Context, fact: Fact) -> None:
        super().__init__(context, fact)
        self.unknown = ChoiceCard(context.t("ui.question.unknown"), self.unknown_hint(), several=True, dashed=True)
        self.unknown.button.toggled.connect(self._marked)

    def finish(self, *fields: QWidget) -> None:
        """Lay out problem, fields and the card; call it last in ``__init__``."""
        for widget in (self.problem, *fields, self.unknown):
            self.column.addWidget(widget)

    def entered(self) -> Answer:
        """Return the answer in the fields. Raises Unreadable."""
        raise NotImplementedError

    def typed(self) -> str:
        """Return what is in the fields as one text."""
        raise NotImplementedError

    def show_typed(self, typed: str) -> None:
        """Put a text back into the fields."""
        raise NotImplementedError

    def written(self, answer: Answer) -> str:
        """Return an answer as one would have typed it."""
        raise NotImplementedError

    def value(self) -> Answer:
        """Return unknown if marked, else what the fields hold."""
        return UNKNOWN if self.unknown.button.isChecked() else self.entered()

    def set_value(self, answer: Answer | None) -> None:
        """Show an answer in the fields, or mark "I don't know"."""
        known = answer is not None and answer != UNKNOWN
        self.set_draft(Draft(self.written(answer) if known and answer is not None else "", answer == UNKNOWN))

    def draft(self) -> Draft:
        """Return fields and mark."""
        return Draft(self.typed(), self.unknown.button.isChecked())

    def set_draft(self, draft: Draft) -> None:
        """Show fields and mark."""
        self.show_typed(draft.typed)
        self.unknown.button.setChecked(draft.unknown)

    def mark_unknown(self) -> None:
        """Mark the card."""
        self.unknown.button.setChecked(True)

    def touched(self) -> None:
        """Take the mark away, since something was typed."""
        self.mark("")
        if self.unknown.button.isChecked():
            self.unknown.button.setChecked(False)
        self.changed.emit()

    def _marked(self) -> None:
        self.mark("")
        self.changed.emit()
