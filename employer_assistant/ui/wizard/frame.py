"""QWizard as a frame and nothing more.

QWizard keeps a history of its own that goes wrong after jumps. So it never sees one: each question comes as a new page
with a higher id, the old page is taken out, and Back and Next are buttons of our own that only say what was wanted.
"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget, QWizard

from employer_assistant.ui.context import Context
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.widgets import Button, LinkButton, PrimaryButton
from employer_assistant.ui.wizard.question_page import QuestionPage


class Frame(QWizard):
    """Shows one question with its buttons."""

    back_wanted = Signal()
    next_wanted = Signal()
    list_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setWindowFlags(Qt.WindowType.Widget)
        self.setWizardStyle(QWizard.WizardStyle.ModernStyle)
        self.setTitleFormat(Qt.TextFormat.PlainText)
        self.setSubTitleFormat(Qt.TextFormat.PlainText)
        options = QWizard.WizardOption
        self.setOptions(
            options.IndependentPages
            | options.NoDefaultButton
            | options.NoCancelButton
            | options.HaveCustomButton1
            | options.HaveCustomButton2
            | options.HaveCustomButton3
        )
        self.back_button = Button(context.t("ui.question.back"))
        self.next_button = PrimaryButton(context.t("ui.question.next"))
        self.list_button = LinkButton(context.t("ui.question.all"))
        which = QWizard.WizardButton
        self.setButton(which.CustomButton1, self.back_button)
        self.setButton(which.CustomButton2, self.next_button)
        self.setButton(which.CustomButton3, self.list_button)
        self.setButtonLayout([which.CustomButton1, which.CustomButton2, which.Stretch, which.CustomButton3])
        self.back_button.clicked.connect(self.back_wanted)
        self.next_button.clicked.connect(self.next_wanted)
        self.list_button.clicked.connect(self.list_wanted)
        self._last_id = 0
        self.page_shown: QuestionPage | None = None

    def _align_buttons(self) -> None:
        """Give the row of buttons the margins of the page above it."""
        side = theme.side(34)
        for row in self.findChildren(QHBoxLayout):
            if row.indexOf(self.back_button) >= 0:
                row.setContentsMargins(side, theme.px(8), side, theme.px(12))

    def show_question(self, page: QuestionPage) -> None:
        """Show a page in place of the one before."""
        old_id, old = self.currentId(), self.page_shown
        self._show_page(page, old)
        if old is not None:
            self.removePage(old_id)
            old.hide()
            old.deleteLater()
        self._order_by_tab(page)

    def _show_page(self, page: QuestionPage, old: QuestionPage | None) -> None:
        self._last_id += 1
        self.page_shown = page
        self.setPage(self._last_id, page)
        if old is None:
            self.setStartId(self._last_id)
            self.restart()
            self._align_buttons()
            return
        self.setCurrentId(self._last_id)

    def _order_by_tab(self, page: QuestionPage) -> None:
        """Let Tab lead from the editor to the buttons; Qt would put them before it."""
        fields = [one for one in page.editor.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        chain = [*fields[-1:], self.back_button, self.next_button, self.list_button]
        for first, second in pairwise(chain):
            QWidget.setTabOrder(first, second)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go on with Enter; Escape closes nothing."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.next_wanted.emit()
        elif event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)

    def reject(self) -> None:
        """Stay: there is nothing to cancel, every answer is saved."""
