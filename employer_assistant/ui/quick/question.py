"""One question of the quick check: the interview's own editor, why we ask, and how far one is."""

from __future__ import annotations

from PySide6.QtCore import Qt

from employer_assistant.content.model import Fact
from employer_assistant.rules.answers import Answer
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit.notice import Notice
from employer_assistant.ui.kit.widgets import Button, Card, Heading, PlainLabel, PrimaryButton
from employer_assistant.ui.quick.typed import Typed
from employer_assistant.ui.screens.parts import buttons
from employer_assistant.ui.wizard.editor import Unreadable
from employer_assistant.ui.wizard.editors import editor_for


class Question(Card):
    """A card with the question, its editor, Back and Next. It writes into what was typed as soon as it is readable."""

    def __init__(self, context: Context, fact: Fact, typed: Typed, place: int) -> None:
        super().__init__()
        t = context.t
        self.fact = fact
        self._context, self._typed = context, typed
        self.heading = Heading(context.words(fact.question), section=True)
        self.editor = editor_for(context, fact)
        self.problem = Notice(tone="negative", link=t("ui.question.to_field"))
        self.problem.leads(self.focus_field)
        self.problem.hide()
        self.back_button = Button(t("ui.question.back"))
        self.next_button = PrimaryButton(t("ui.question.next"))
        self.add(PlainLabel(t("quick.place", n=place), "small"))
        self.add(self.heading)
        for words in (fact.help, fact.why):
            if words:
                self.add(PlainLabel(context.words(words), "small"))
        self.add(self.problem)
        self.add(self.editor)
        self.add(buttons(self.back_button, self.next_button))
        self._fill()
        self.editor.changed.connect(self.keep)

    def _fill(self) -> None:
        self.editor.blockSignals(True)
        self.editor.set_value(self._typed.given.get(self.fact.id))
        draft = self._typed.drafts.get(self.fact.id)
        if draft is not None:
            self.editor.set_draft(draft)
        self.editor.blockSignals(False)

    def keep(self) -> Answer | None:
        """Take over what can be read; else keep it as a draft. Returns the answer, None if there is none."""
        self.problem.hide()
        try:
            answer = self.editor.value()
        except Unreadable:
            self._typed.given.pop(self.fact.id, None)
            draft = self.editor.draft()
            if draft.typed or draft.unknown:
                self._typed.drafts[self.fact.id] = draft
            return None
        self._typed.drafts.pop(self.fact.id, None)
        self._typed.given[self.fact.id] = answer
        return answer

    def answered(self) -> bool:
        """Tell whether there is an answer; if not, say what is wrong, above the field and beside it."""
        try:
            self.editor.value()
        except Unreadable as problem:
            self.editor.mark(str(problem))
            self.problem.say(self._context.t("ui.question.problem", sentence=str(problem)))
            self.problem.show()
            self.problem.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        return True

    def focus_field(self) -> None:
        """Give the field the keyboard."""
        self.editor.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
