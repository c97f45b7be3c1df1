"""The days that press in all cases, beside their table: what has passed first, then what comes. Each leads there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from employer_assistant.content.phrases import text
from employer_assistant.plan.outlook import Due
from employer_assistant.rules.wording import date_text
from employer_assistant.storage.portfolio import CaseDue
from employer_assistant.ui.case_words import distance
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.layout import clear
from employer_assistant.ui.kit.widgets import Card, Heading, PlainLabel
from employer_assistant.ui.screens.fold import WordsButton

MOST = 4
"""Days shown of each kind."""


class DueButton(WordsButton):
    """A day, what is due and in which case; pressing leads to the step."""

    def __init__(self, day: str, what: str, title: str, ink: str) -> None:
        super().__init__(f"{day}. {what}. {title}")
        self._line.takeAt(0)
        self.words.deleteLater()
        column = QVBoxLayout()
        column.setSpacing(theme.px(1))
        use = theme.colours()
        for label, colour in (
            (PlainLabel(day, "strong"), ink),
            (PlainLabel(what), use.accent),
            (PlainLabel(title, "small"), use.muted),
        ):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            label.ink(colour)
            column.addWidget(label)
        self._line.addLayout(column, 1)


class DueList(Card):
    """A card with the first days that passed and the first to come."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.t("ui.due.title"))
        self.context = context
        self.buttons: list[DueButton] = []
        self._shown: object = None
        self._lines = QWidget()
        self._column = QVBoxLayout(self._lines)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(4))
        self.add(self._lines)

    def show_dues(self, overdue: Sequence[CaseDue], passed: int, coming: Sequence[CaseDue]) -> None:
        """Show these days; nothing happens if they are shown already."""
        what = [(one.case_id, one.row.case.title, one.due) for one in (*overdue, *coming)], passed
        if what == self._shown:
            return
        self._shown, t = what, self.context.t
        clear(self._column)
        self.buttons = []
        if overdue:
            self._part(t("ui.due.passed", n=passed), overdue, passed=True)
        if coming:
            self._part(t("ui.due.coming"), coming, passed=False)
        if not overdue and not coming:
            self._column.addWidget(PlainLabel(t("ui.due.none"), quiet=True))

    def _part(self, title: str, dues: Sequence[CaseDue], *, passed: bool) -> None:
        heading = Heading(title, section=True)
        heading.setFont(theme.font("small"))
        self._column.addWidget(heading)
        library, language = self.context.library, self.context.language
        for one in dues:
            far = distance(one.due.day, self.context.controller.today(), language)
            day = date_text(one.due.day, language) + (f", {far}" if far else "")
            button = DueButton(day, self._what(one.due), one.row.title(library, language), _ink(one.due, passed=passed))
            button.clicked.connect(lambda _on=False, one=one: self._go(one))
            self.buttons.append(button)
            self._column.addWidget(button)

    def _what(self, due: Due) -> str:
        library, language = self.context.library, self.context.language
        step = library.steps.get(due.step or "")
        what = text(step.title if step else due.text(library), language)
        kind = "expiry" if due.what == "expiry" else due.strength
        return self.context.t(f"ui.due.{kind}", what=what)

    def _go(self, one: CaseDue) -> None:
        window, controller = self.context.window, self.context.controller
        if window.safely(lambda: controller.open(one.case_id)):
            window.open_case("road")
            if one.due.step:
                window.go("road", one.due.step)


def _ink(due: Due, *, passed: bool) -> str:
    """Return the colour of a day; the heading above says what it means."""
    use = theme.colours()
    if not passed:
        return use.text
    return use.negative.text if due.strength == "statute" else use.caution.text
