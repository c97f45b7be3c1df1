"""One question as a page of the wizard, drawn from its fact."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget, QWizardPage

from employer_assistant.content.model import Fact
from employer_assistant.rules.answers import Answer
from employer_assistant.rules.assessment import Assessment
from employer_assistant.rules.interview import rarely_matters
from employer_assistant.rules.wording import answer_text
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.layout import Columns, ScrollPage, clear, stack
from employer_assistant.ui.kit.notice import Notice
from employer_assistant.ui.kit.widgets import Heading, PlainLabel
from employer_assistant.ui.wizard.editors import editor_for
from employer_assistant.ui.wizard.journey import Draft
from employer_assistant.ui.wizard.side import so_far_card, why_card


class QuestionPage(QWizardPage):
    """Section, question, help and editor on the left; why and the state of the routes on the right. No logic."""

    def __init__(self, context: Context, fact: Fact, note: str = "") -> None:
        super().__init__()
        self.context = context
        self.fact = fact
        self.heading = Heading(context.words(fact.question))
        self.editor = editor_for(context, fact)
        self.saved = self.editor.draft()
        self.summary = Notice(tone="negative", link=context.t("ui.question.to_field"))
        self.summary.leads(self.focus_field)
        self.summary.hide()
        self.area = ScrollPage()
        self._assessment: Assessment | None = None
        self._side = QVBoxLayout()
        self._side.setSpacing(theme.px(14))
        self._side.setContentsMargins(0, 0, 0, 0)
        side = QWidget()
        side.setLayout(self._side)
        self.area.add(Columns(self._task(note), side))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)
        self.show_side()

    def _task(self, note: str) -> QWidget:
        section = next(one for one in self.context.library.content.interview.sections if one.id == self.fact.group)
        help_text = self.context.words(self.fact.help) if self.fact.help else ""
        top = [PlainLabel(self.context.words(section.title), "small"), self.heading]
        if help_text:
            top.append(PlainLabel(help_text, quiet=True))
        if rarely_matters(self.fact.id, self.context.controller.assessment()):
            top.append(PlainLabel(self.context.t("ui.question.rare"), "small"))
        if note:
            top.append(PlainLabel(note, "small"))
        self.follows = PlainLabel("", "small")
        self.follows.hide()
        top.append(self.follows)
        return stack(stack(*top, space=6), self.summary, self.editor, space=16)

    def fill(self, answer: Answer | None, draft: Draft | None) -> None:
        """Show the saved answer, or what was typed since."""
        self.editor.blockSignals(True)
        self.editor.set_value(answer)
        self.saved = self.editor.draft()
        if draft is not None:
            self.editor.set_draft(draft)
        self.editor.blockSignals(False)

    def unsaved(self) -> Draft | None:
        """Return what was typed since the last save, None if nothing was."""
        draft = self.editor.draft()
        return draft if draft != self.saved else None

    def show_derived(self, answer: Answer) -> None:
        """Say what follows from other answers, in an editor that holds no answer of its own."""
        words = answer_text(self.fact, answer, self.context.library, self.context.language)
        self.follows.setText(self.context.t("ui.question.follows", words=words))
        self.follows.show()

    def show_side(self) -> None:
        """Show why we ask and how the routes stand now; nothing is built anew if they stand as before."""
        assessment = self.context.controller.assessment()
        if assessment is self._assessment:
            return
        self._assessment = assessment
        clear(self._side)
        self._side.addWidget(why_card(self.context, self.fact))
        self._side.addWidget(so_far_card(self.context, self.fact.id))
        self._side.addStretch(1)

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong at the top, with the focus there, and beside the field."""
        self.editor.mark(sentence)
        self.summary.say(self.context.t("ui.question.problem", sentence=sentence))
        self.summary.show()
        self.summary.setFocus(Qt.FocusReason.OtherFocusReason)
        self.area.ensureWidgetVisible(self.summary)

    def clear_problem(self) -> None:
        """Take the summary away."""
        self.summary.hide()

    def focus_field(self) -> None:
        """Give the field the keyboard."""
        self.editor.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
