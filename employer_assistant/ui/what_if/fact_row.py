"""One answer that can be tried otherwise: what it is now, what is tried, and the interview's own editor for it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from employer_assistant.cases.what_if import changes_to
from employer_assistant.content.model import Fact
from employer_assistant.rules.answers import UNKNOWN, Answer
from employer_assistant.rules.wording import answer_text
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.layout import row, stack
from employer_assistant.ui.kit.widgets import LinkButton, PlainLabel
from employer_assistant.ui.what_if.trial import Trial
from employer_assistant.ui.wizard.editor import ChoiceEditor, Editor, Unreadable
from employer_assistant.ui.wizard.editors import editor_for
from employer_assistant.ui.wizard.journey import Draft

MOST_IN_SIGHT = 6
"""Answers that are all offered at once, whatever they are."""
NOTHING_SPECIAL = "none"


class FactRow(QWidget):
    """``tried``: another value counts in the trial, or none any more."""

    tried = Signal()

    def __init__(self, context: Context, fact: Fact, trial: Trial) -> None:
        super().__init__()
        self._context, self.fact, self._trial = context, fact, trial
        t, label = context.t, context.words(fact.label)
        self.now, self.then = PlainLabel("", "small"), PlainLabel("", "strong")
        self.open_button = LinkButton(t("what_if.try"), name=t("what_if.try.name", what=label))
        self.back_button = LinkButton(t("what_if.as_now"), name=t("what_if.as_now.name", what=label))
        self.without_button = LinkButton(t("what_if.without"), name=t("what_if.without.name", what=label))
        self.open_button.clicked.connect(self.toggle)
        self.without_button.clicked.connect(self._without)
        self.back_button.clicked.connect(self._take_back)
        self.effect = PlainLabel("")
        self.effect.hide()
        self.editor: Editor | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(4))
        said = stack(PlainLabel(label), self.now, self.then, space=2)
        self._column.addWidget(row(said, stack(self.open_button, self.back_button, space=0), grows=said))
        self._column.addWidget(self.without_button)
        self._column.addWidget(self.effect)
        self.show_state()

    def show_state(self) -> None:
        """Show what the case says and what is tried."""
        t, case = self._context.t, self._context.controller.case
        now = case.answers.get(self.fact.id) if case is not None else None
        trying = self.fact.id in self._trial.answers
        self.now.setText(t("what_if.now", answer=self._words(now)))
        typed = self._trial.drafts.get(self.fact.id, Draft()).typed if self.editor is None else ""
        then = t("what_if.unread", typed=typed) if typed else ""
        tried = self._words(self._trial.answers.get(self.fact.id))
        self.then.setText(t("what_if.then", answer=tried) if trying else then)
        self.then.setVisible(bool(self.then.text()))
        self.back_button.setVisible(trying)
        self.without_button.setVisible(self.editor is not None and now is not None)
        self.open_button.setText(t("what_if.try" if self.editor is None else "what_if.close"))
        if self.editor is None:
            self.effect.hide()

    def show_effect(self, sentence: str) -> None:
        """Say what the trial leads to, while the editor is open: the comparison may be out of sight."""
        self.effect.setText(sentence)
        self.effect.setVisible(bool(sentence) and self.editor is not None)

    def _words(self, answer: Answer | None) -> str:
        if answer is None:
            return self._context.t("what_if.no_answer")
        return answer_text(self.fact, answer, self._context.library, self._context.language)

    def toggle(self, _on: bool = False) -> None:
        """Open the editor, or put it away; what was tried stays."""
        if self.editor is not None:
            self.close_editor()
            return
        self.editor = editor_for(self._context, self.fact)
        self._fill(self.editor)
        if isinstance(self.editor, ChoiceEditor):
            self._set_aside(self.editor)
        self.editor.changed.connect(self._changed)
        self.editor.submitted.connect(self.close_editor)
        self._column.insertWidget(1, self.editor)
        self.editor.show()  # at once, so that it can take the focus
        self.editor.first_focus().setFocus(Qt.FocusReason.TabFocusReason)  # selects the text, so typing replaces it
        self.show_state()

    def _set_aside(self, editor: ChoiceEditor) -> None:
        """Put answers that would be another hire behind a button; what counts now or is tried stays in sight."""
        likely = changes_to(self.fact, self._context.controller.situation())
        if likely is None or len(editor.group.cards) <= MOST_IN_SIGHT:
            return
        kept = {*likely, NOTHING_SPECIAL, UNKNOWN, editor.group.value()}
        aside = [card for value, card in editor.group.cards.items() if value not in kept]
        more = LinkButton(self._context.t("what_if.other_answers", n=len(aside)))
        editor.column.addWidget(more)

        def show(shown: bool) -> None:
            for card in aside:
                card.button.setVisible(shown)  # itself too: the arrow keys reach what is not hidden itself
                card.setVisible(shown)
            more.setVisible(not shown)

        def reveal() -> None:
            show(True)
            aside[0].button.setFocus(Qt.FocusReason.TabFocusReason)

        more.clicked.connect(reveal)
        show(not aside)

    def close_editor(self) -> None:
        """Put the editor away."""
        if self.editor is not None:
            focused = self.focusWidget()
            if focused is not None and self.editor.isAncestorOf(focused):
                self.open_button.setFocus()  # before hiding, or Qt would hand the focus on and scroll away
            self.editor.hide()
            self.editor.deleteLater()
            self.editor = None
        self.show_state()

    def _fill(self, editor: Editor) -> None:
        case = self._context.controller.case
        now = case.answers.get(self.fact.id) if case is not None else None
        draft = self._trial.drafts.get(self.fact.id)
        editor.blockSignals(True)
        if draft is not None:
            editor.set_draft(draft)
        else:
            editor.set_value(self._trial.answers.get(self.fact.id, now))
        editor.blockSignals(False)

    def _changed(self) -> None:
        """Take over what can be read; what cannot is kept as it stands and does not count."""
        if self.editor is None:
            return
        case = self._context.controller.case
        self._trial.drafts.pop(self.fact.id, None)
        try:
            answer = self.editor.value()
        except Unreadable:
            self._trial.drafts[self.fact.id] = self.editor.draft()
            self._trial.answers.pop(self.fact.id, None)
        else:
            self._trial.answers[self.fact.id] = answer
            if case is not None:
                self._trial.drop_same(case)
        self.show_state()
        self.tried.emit()

    def _without(self, _on: bool = False) -> None:
        """Try the case as if the question had not been answered."""
        self.close_editor()
        self._trial.drafts.pop(self.fact.id, None)
        self._trial.answers[self.fact.id] = None
        self.open_button.setFocus()
        self.show_state()
        self.tried.emit()

    def _take_back(self, _on: bool = False) -> None:
        self._trial.answers.pop(self.fact.id, None)
        self._trial.drafts.pop(self.fact.id, None)
        if self.editor is not None:
            self._fill(self.editor)
        self.open_button.setFocus()
        self.show_state()
        self.tried.emit()
