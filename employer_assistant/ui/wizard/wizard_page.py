"""The page "Angaben": the questions and the list of answers, moved along our path."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from employer_assistant.cases.answering import answering
from employer_assistant.cases.commands import Command, GiveReason, Together
from employer_assistant.cases.model import Case
from employer_assistant.content.model import Fact
from employer_assistant.rules.answers import Answer as Value
from employer_assistant.rules.overrides import overrides
from employer_assistant.rules.wording import answer_text
from employer_assistant.ui.context import Context
from employer_assistant.ui.dialogs import ask_text
from employer_assistant.ui.page import Page
from employer_assistant.ui.wizard.answers_view import AnswersView
from employer_assistant.ui.wizard.change_page import weigh
from employer_assistant.ui.wizard.editor import Unreadable
from employer_assistant.ui.wizard.frame import Frame
from employer_assistant.ui.wizard.journey import DRAFTS, Journey, what_follows
from employer_assistant.ui.wizard.question_page import QuestionPage
from employer_assistant.ui.wizard.sections import ALL, SECTION, section_target
from employer_assistant.ui.wizard.side import norm_of


class WizardPage(Page):
    """Every answer is saved before the next question shows; what cannot be read stays as a draft."""

    finished = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.frame = Frame(context)
        self.frame.back_wanted.connect(context.window.back)
        self.frame.next_wanted.connect(self.next)
        self.frame.list_wanted.connect(self.show_list)
        self.list = AnswersView(context, self.change, self.go_on, self.offer)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.frame)
        self.stack.addWidget(self.list)
        self.outer.addWidget(self.stack)
        QShortcut(QKeySequence("Alt+I"), self).activated.connect(self.answer_unknown)
        self.journey = self._journey()
        self._moving = False
        self._listed: Case | None = None
        self._show_place()

    def _journey(self) -> Journey:
        """Return the path of the open case; it outlives a rebuilt page, drafts outlive even the case's closing."""
        case_id = str(self.context.controller.case_id)
        kept = self.context.kept.get("journey")
        if isinstance(kept, Journey) and kept.case_id == case_id:
            return kept
        drafts = self.context.kept.setdefault(f"{DRAFTS}{case_id}", {})
        made = Journey(self.context.controller, drafts if isinstance(drafts, dict) else {})
        self.context.kept["journey"] = made
        return made

    # ---- what the window asks

    def refresh(self) -> None:
        """Show the present state beside the question, or in the list."""
        if self._moving:
            return
        page = self.frame.page_shown
        if self.journey.listing:
            if self._listed is not self.context.controller.case:
                self._list_anew()
        elif page is not None:
            page.show_side()
            if page.fact.id not in self.journey.drafts:
                self._fill(page)

    def open_part(self, part: str) -> None:
        """Show a fact's question, a section, or (``all``) the list."""
        self._keep_draft()
        if part == ALL:
            self.show_list()
            return
        section = part.startswith(SECTION)
        target = section_target(self.context, part.removeprefix(SECTION)) if section else part
        if target is not None:
            self.journey.show(target, returns="" if section else self._wanted_on())
            self._show_place()

    def _wanted_on(self) -> str:
        """Return the page on which the question that comes now was asked for; "": among the questions themselves."""
        came_from = self.context.came_from
        if came_from == "answers":
            return "answers" if self.journey.listing else ""
        return came_from if self.context.window.offers(came_from) else "answers"

    def first_focus(self) -> QWidget | None:
        """Return the editor's field, or the first button of the list."""
        if self.journey.listing:
            return next(iter(self.list.buttons.values()), None)
        page = self.frame.page_shown
        return page.editor.first_focus() if page is not None else None

    def help(self) -> bool:
        """Say why we ask and on what norm."""
        page = self.frame.page_shown
        if self.journey.listing or page is None:
            return False
        words = self.context.words
        self.context.tell(
            f"{words(page.fact.why)}\n\n{norm_of(self.context, page.fact)}\n\n{words(page.fact.where)}"
            f"\n\n{self.context.t('ui.question.keys')}"
        )
        return True

    # ---- moving

    def next(self) -> None:
        """Save the answer, then go on; what cannot be read is said and stays.

        An answer that was given before is weighed first: where a result would differ, that is shown before.
        """
        page = self.frame.page_shown
        command = None if page is None else self._readable(page)
        if page is None or command is None:
            return
        case = self.context.controller.case
        taken = partial(self._answered, page)
        self._moving = True
        try:
            if case is not None and page.fact.id in case.answers:
                self._keep_draft()
                weigh(self.context, command, taken, partial(self._dropped, page))
            elif self.context.do(command):
                taken()
        finally:
            self._moving = False

    def _answered(self, page: QuestionPage) -> None:
        """Go on after an answer was saved."""
        self.journey.drafts.pop(page.fact.id, None)
        page.saved = page.editor.draft()
        if self.journey.returns:
            self._return()
        else:
            self._go_to(self.journey.following())

    def _dropped(self, page: QuestionPage) -> None:
        """Show that the answer stays as it was, after its change was thrown away."""
        self.journey.drafts.pop(page.fact.id, None)
        self._fill(page)
        said = answer_text(page.fact, page.editor.value(), self.context.library, self.context.language)
        self.context.window.note = self.context.t("ui.change.dropped", answer=said)
        if self.journey.returns:
            self._return()
        else:
            self._show_place()

    def answer_unknown(self) -> None:
        """Answer "I don't know" and go on."""
        page = self.frame.page_shown
        if page is not None and not self.journey.listing:
            page.editor.mark_unknown()
            self.next()

    def back(self) -> bool:
        """Go to the question before, whatever the field holds; the draft is kept. False at the first."""
        self._keep_draft()
        if self.journey.returns and not self.journey.listing:
            if self.journey.returns == "answers":
                self._return()
                return True
            self.journey.returns = ""
            return False  # the window goes back to the page that was left
        target = (self.journey.current if self.journey.listing else None) or self.journey.previous()
        if target is None:
            return False
        self.journey.show(target)
        self._show_place()
        return True

    def change(self, fact: str) -> None:
        """Go to a question from the list; its Next leads back there."""
        self.journey.show(fact, returns="answers")
        self._show_place()

    def go_on(self) -> None:
        """Go from the list to the first open question, else to the result."""
        self._go_to(self.journey.first_open())

    def offer(self, facts: tuple[str, ...]) -> None:
        """Ask questions that nothing depends on."""
        self.journey.offer(facts)
        self._show_place()

    def show_list(self) -> None:
        """Show all answers."""
        self._keep_draft()
        self.journey.listing = True
        self._show_place()

    def _readable(self, page: QuestionPage) -> Command | None:
        """Return the command that gives the answer of a page; None if it cannot be read or its reason was refused."""
        try:
            return self._command(page.fact, page.editor.value())
        except Unreadable as problem:
            self._keep_draft()
            page.show_problem(str(problem))
            return None

    def _command(self, fact: Fact, value: Value) -> Command | None:
        """Return the command that answers; against what follows from others only with a reason, which is kept."""
        case, situation = self.context.controller.case, self.context.controller.situation()
        if case is None:
            return None
        commands = answering({fact.id: value}, case, situation)
        then = situation.answered({fact.id: value})
        against = next((one for one in overrides(then) if one.fact.id == fact.id), None)
        reason = case.reasons.get(fact.id, "")
        if against is None or (reason and situation.answers.get(fact.id) == value):
            return Together(commands)
        t, library, language = self.context.t, self.context.library, self.context.language
        follows = answer_text(fact, against.derived, library, language)
        label = t("ui.override.ask", follows=follows, what=self.context.words(fact.label))
        given = ask_text(self, label, reason, t("ui.override.yes"), t("ui.cancel"))
        return Together((*commands, GiveReason(fact.id, given))) if given else None

    def _go_to(self, fact: str | None) -> None:
        if fact is None:
            self.finished.emit()
            if not self.context.go_if_there("result"):
                self.show_list()
            return
        self.journey.show(fact)
        self._show_place()

    def _return(self) -> None:
        """Go back to where the change was wanted: another page, or the list."""
        wanted_on, self.journey.returns = self.journey.returns, ""
        if wanted_on == "answers" or not self.context.go_if_there(wanted_on):
            self.show_list()
            self.list.show_answer(self.journey.current or "")

    # ---- showing

    def _show_place(self) -> None:
        if self.journey.current is None:
            self.journey.listing = True
        if self.journey.listing:
            self._list_anew()
            self.stack.setCurrentWidget(self.list)
            self.heading = self.list.heading
        else:
            self._show_question(self.journey.current or "")
        self.context.moved()

    def _list_anew(self) -> None:
        self._listed = self.context.controller.case
        self.list.rebuild()

    def _show_question(self, fact: str) -> None:
        page = QuestionPage(self.context, self.context.library.facts[fact], self._resumed(fact))
        self._fill(page)
        page.editor.changed.connect(self._typed)
        page.editor.submitted.connect(self.next)
        self.frame.show_question(page)
        self.frame.back_button.setEnabled(bool(self.journey.returns) or self.journey.path[0] != fact)
        self.stack.setCurrentWidget(self.frame)
        self.heading = page.heading
        page.focus_field()

    def _resumed(self, fact: str) -> str:
        """Return one line on what was done last, on the first page after opening."""
        last, self.journey.last_answered = self.journey.last_answered, None
        if last is None or last == fact:
            return ""
        return self.context.t("ui.question.resumed", what=self.context.words(self.context.library.facts[last].label))

    def _fill(self, page: QuestionPage) -> None:
        case, fact = self.context.controller.case, page.fact.id
        follows = what_follows(fact, self.context.controller.situation())
        if follows is not None:
            page.show_derived(follows)
        page.fill(case.answers.get(fact) if case is not None else None, self.journey.drafts.get(fact))

    def _typed(self) -> None:
        page = self.frame.page_shown
        if page is not None:
            page.clear_problem()
            self._keep_draft()

    def _keep_draft(self) -> None:
        page = self.frame.page_shown
        if page is None or self.journey.listing or page.fact.id != self.journey.current:
            return
        draft = page.unsaved()
        if draft is not None:
            self.journey.drafts[page.fact.id] = draft
        else:
            self.journey.drafts.pop(page.fact.id, None)
