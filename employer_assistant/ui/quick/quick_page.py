"""The page "Schnell-Check": one question after the other, the live result beside, kept nowhere unless asked."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from employer_assistant.rules.quick_check import QuickPath
from employer_assistant.rules.wording import answer_text
from employer_assistant.ui.context import Context
from employer_assistant.ui.dialogs import confirm
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.flow import flow
from employer_assistant.ui.kit.layout import Columns, clear, row, stack
from employer_assistant.ui.kit.widgets import Button, Card, LinkButton, PlainLabel, PrimaryButton
from employer_assistant.ui.page import ScrollingPage
from employer_assistant.ui.quick import paper
from employer_assistant.ui.quick.question import Question
from employer_assistant.ui.quick.result import result_cards
from employer_assistant.ui.quick.typed import PLACE, forget, typed
from employer_assistant.ui.screens.parts import buttons
from employer_assistant.ui.wizard.editor import Unreadable
from employer_assistant.ui.wizard.typed_editors import PostcodeEditor


class QuickPage(ScrollingPage):
    """The quick check."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        t = context.t
        self.heading.setText(t("quick.title"))
        self.new_button = self._button("quick.new", self.begin_anew)
        self.case_button = self._button("quick.case", self.make_case)
        self.print_button = self._button("page.print.print", self.print)
        self.save_button = self._button("quick.save", self.save)
        self._acts = (self.new_button, self.case_button, self.print_button, self.save_button)
        self.body.column.takeAt(0)
        self.body.add(stack(self.heading, PlainLabel(t("quick.intro"), quiet=True), space=4))
        self.told = PlainLabel("")
        self.told.hide()
        self.question: Question | None = None
        self.place: PostcodeEditor | None = None
        self._shown: QuickPath | None = None
        self._returns = False
        self._task, self._list, self._side = (self._column() for _ in range(3))
        main, side = QWidget(), QWidget()
        left = QVBoxLayout(main)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(theme.px(14))
        left.addLayout(self._task)
        left.addWidget(self.told)
        left.addWidget(flow(*self._acts))  # below the question, so that large text leaves it in sight
        left.addLayout(self._list)
        side.setLayout(self._side)
        self.body.add(Columns(main, side, shares=(10, 8)))
        QShortcut(QKeySequence("Alt+I"), self).activated.connect(self.answer_unknown)
        self.typed = typed(context)
        if self.typed.current is None:
            self.typed.current = self.typed.path(context).check.question
        self._show_question()

    def _button(self, key: str, act: object) -> Button:
        button = Button(self.context.t(key))
        button.clicked.connect(act)
        return button

    @staticmethod
    def _column() -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(14))
        return column

    # ---- what the window asks

    def refresh(self) -> None:
        """Begin anew if what was typed became a case since."""
        if typed(self.context) is not self.typed:
            self.typed = typed(self.context)
            self._go_to(self.typed.path(self.context).check.question)

    def first_focus(self) -> QWidget | None:
        """Return the field of the question, at the end the strong button."""
        return self.question.editor.first_focus() if self.question is not None else self.end_button

    def back(self) -> bool:
        """Go to the question before. False at the first."""
        target = self.typed.previous(self.context)
        if target is None:
            return False
        self._go_to(target)
        return True

    # ---- moving

    def next(self) -> None:
        """Go to the question after; what cannot be read is said and stays."""
        if self.question is not None and self.question.answered():
            self.question.keep()
            returns, self._returns = self._returns, False
            path = self.typed.path(self.context)
            self._go_to(path.check.question if returns else self.typed.following(self.context))

    def answer_unknown(self) -> None:
        """Answer "I don't know" and go on."""
        if self.question is not None:
            self.question.editor.mark_unknown()
            self.next()

    def change(self, fact: str, _on: bool = False) -> None:
        """Go to an earlier question; Next leads back to where one was."""
        self._returns = True
        self._go_to(fact)

    def _go_to(self, fact: str | None) -> None:
        self.typed.current = fact
        self.told.hide()
        self._show_question()
        if self.question is not None:
            self.question.focus_field()
            self.question.heading.announce()
        else:
            self.end_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.body.verticalScrollBar().setValue(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go on with Enter, as in the interview."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.next()
        else:
            super().keyPressEvent(event)

    # ---- showing

    def _show_question(self) -> None:
        clear(self._task)
        fact, self.question, self.place = self.typed.current, None, None
        if fact is None:
            self._task.addWidget(self._end())
        else:
            asked = list(self.typed.path(self.context).answers)
            number = asked.index(fact) + 1 if fact in asked else len(asked) + 1
            self.question = Question(self.context, self.context.library.facts[fact], self.typed, number)
            self.question.back_button.setEnabled(self.typed.previous(self.context) is not None)
            self.question.back_button.clicked.connect(self.back)
            self.question.next_button.clicked.connect(self.next)
            self.question.editor.changed.connect(self._show_result)
            self.question.editor.submitted.connect(self.next)
            self._task.addWidget(self.question)
            self.question.show()  # at once, so that its field can take the focus
        self._shown = None
        self._show_result()

    def _end(self) -> Card:
        """Return what can be done at the end, and the one field that only the paper needs."""
        t = self.context.t
        self.end_button = PrimaryButton(t("quick.case"))
        self.end_button.clicked.connect(self.make_case)
        back = Button(t("ui.question.back"))
        back.clicked.connect(self.back)
        card = Card(t("quick.end"), PlainLabel(t("quick.end.text")))
        self.place = PostcodeEditor(self.context, self.context.library.facts[PLACE])
        self.place.unknown.hide()
        self.place.set_value(self.typed.place or None)
        self.place.changed.connect(self._read_place)
        card.add(stack(PlainLabel(t("quick.postcode")), PlainLabel(t("quick.postcode.why"), "small"), self.place))
        card.add(buttons(back, self.end_button))
        return card

    def _read_place(self) -> None:
        try:
            self.typed.place = str(self.place.value()) if self.place is not None else ""
        except Unreadable:
            self.typed.place = ""

    def _show_result(self) -> None:
        path = self.typed.path(self.context)
        for button in self._acts:
            button.setVisible(not self.typed.empty)
        if self.question is None:
            self.case_button.hide()  # the strong button of the last card does the same
        if path is self._shown:
            return
        self._shown = path
        for layout in (self._list, self._side):
            clear(layout)
        for card in result_cards(path, self.context):
            self._side.addWidget(card)
        if self.typed.given:
            self._list.addWidget(self._answers(path))

    def _answers(self, path: QuickPath) -> Card:
        """List the answers, each changeable in place; those that wait for their question are named."""
        t, library, language = self.context.t, self.context.library, self.context.language
        card = Card(t("quick.answers"))
        for fact, answer in path.answers.items():
            label = self.context.words(library.facts[fact].label)
            change = LinkButton(t("quick.change"), name=t("quick.change.name", what=label))
            change.clicked.connect(partial(self.change, fact))
            said = stack(
                PlainLabel(label, "small"),
                PlainLabel(answer_text(library.facts[fact], answer, library, language)),
                space=1,
            )
            card.add(row(said, change, grows=said))
        waiting = [
            self.context.words(library.facts[fact].label) for fact in self.typed.given if fact not in path.answers
        ]
        if waiting:
            card.add(PlainLabel(t("quick.waiting", facts=t("page.list").join(waiting)), "small"))
        return card

    # ---- acts

    def begin_anew(self, _on: bool = False) -> None:
        """Throw everything typed away, after asking if there is anything."""
        t = self.context.t
        if not self.typed.empty and not confirm(self, t("quick.new.ask"), t("quick.new.yes"), t("ui.cancel")):
            return
        forget(self.context)
        self.typed = typed(self.context)
        self._go_to(self.typed.path(self.context).check.question)

    def make_case(self, _on: bool = False) -> None:
        """Put a case with these answers on disk and go on with the interview."""
        answers, window = self.typed.answers(self.context), self.context.window
        if window.safely(lambda: self.context.controller.keep_answers(answers)):
            forget(self.context)
            window.open_case()

    def save(self, _on: bool = False) -> None:
        """Ask for a file and write the page there."""
        path = paper.ask_where(self, self.context)
        if path is not None:
            self.tell(paper.write(path, self.typed, self.context))

    def print(self, _on: bool = False) -> None:
        """Ask for a printer and print the page."""
        self.tell(paper.print_paper(self, self.typed, self.context))

    def tell(self, sentence: str) -> None:
        """Show what became of the page."""
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))
