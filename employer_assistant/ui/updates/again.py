"""Making a paper again as it was: with a kept version of the content and the day that stands on it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from employer_assistant.cases.titles import shown_title
from employer_assistant.content.signing import PackError
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.widgets import Card, ComboBox, PlainLabel, PrimaryButton
from employer_assistant.ui.screens.day_field import DayField
from employer_assistant.ui.screens.fold import fold
from employer_assistant.ui.screens.paper_file import with_ending
from employer_assistant.ui.screens.parts import buttons

if TYPE_CHECKING:
    from employer_assistant.papers.input import PaperInput


def again_card(context: Context) -> Card:
    """Return the card, folded; what it offers is read when it is opened."""
    title = context.t("page.updates.again")
    return Card("", fold(title, lambda: AgainForm(context), context.t, section=True))


class AgainForm(QWidget):
    """Choose case, paper, version and day; save the PDF."""

    def __init__(self, context: Context) -> None:
        from employer_assistant.papers.printing import forms_for

        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        t, controller = context.t, context.controller
        self.context = context
        self.cases = ComboBox(t("page.updates.again.case"))
        for row in controller.overview():
            case = controller.workspace.load(row.id).case
            self.cases.addItem(shown_title(case, context.library, context.language), row.id)
        self.forms = ComboBox(t("page.updates.again.form"))
        for form in sorted(forms_for(context.language), key=lambda form: context.words(form.title)):
            self.forms.addItem(context.words(form.title), form.id)
        self.versions = ComboBox(t("page.updates.again.version"))
        self.versions.addItems(controller.shelf.kept())
        for box in (self.cases, self.forms, self.versions):
            box.setMinimumContentsLength(12)
            box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.day: date = controller.today()
        self.field = DayField(context, t("page.updates.again.day"))
        self.field.show_day(self.day)
        self.field.entered.connect(self._take_day)
        self.save = PrimaryButton(t("page.updates.again.save"))
        self.save.clicked.connect(self._save)
        self.said = PlainLabel("")
        column.addWidget(PlainLabel(t("page.updates.again.intro")))
        if not self.cases.count():
            column.addWidget(PlainLabel(t("page.updates.again.no-case")))
            return
        for name, widget in (
            ("case", self.cases),
            ("form", self.forms),
            ("version", self.versions),
            ("day", self.field),
        ):
            column.addWidget(PlainLabel(t(f"page.updates.again.{name}"), "strong"))
            column.addWidget(widget)
        column.addWidget(buttons(self.save))
        column.addWidget(self.said)

    def _take_day(self, day: date) -> None:
        self.day = day

    def _save(self, _on: bool = False) -> None:
        from employer_assistant.papers.names import file_name

        made = self.make()
        if made is None:
            return
        start = file_name("", str(self.forms.currentData()), self.context.language)
        name, _ = QFileDialog.getSaveFileName(self, self.context.t("page.updates.again.save"), start, "PDF (*.pdf)")
        if name:
            self.write(made, with_ending(Path(name)))

    def make(self) -> bytes | None:
        """Return the paper, or None after saying why it cannot be made."""
        from employer_assistant.papers.form import FormError
        from employer_assistant.papers.printing import render
        from employer_assistant.storage.errors import WorkspaceError

        version, language = self.versions.currentText(), self.context.language
        try:
            inputs = paper_of_old(self.context, str(self.cases.currentData()), version, self.day)
            return render(str(self.forms.currentData()), inputs, language)
        except (PackError, WorkspaceError) as error:
            sentence = error.say(language)
        except FormError as error:
            sentence = str(error)
        self.said.setText(self.context.t("page.updates.again.not-possible", sentence=sentence))
        return None

    def write(self, made: bytes, file: Path) -> None:
        """Write the paper and say so, or why not."""
        from employer_assistant.storage.atomic_file import write_bytes

        try:
            write_bytes(file, made)
        except OSError as error:
            problem = error.strerror or type(error).__name__
            self.said.setText(self.context.t("page.updates.again.not-saved", file=file, problem=problem))
            return
        self.said.setText(self.context.t("page.updates.again.saved", file=file))


def paper_of_old(context: Context, case_id: str, version: str, on: date) -> PaperInput:
    """Return what a paper is made from under a kept version on a day. Raises PackError, WorkspaceError."""
    from employer_assistant import __version__
    from employer_assistant.cases.view import progress_of, situation_of
    from employer_assistant.content.library import Library
    from employer_assistant.papers.input import PaperInput
    from employer_assistant.plan.planning import NotPossible, plan
    from employer_assistant.rules.assessment import assess

    controller = context.controller
    case, library = controller.workspace.load(case_id).case, Library(controller.shelf.load(version))
    situation = situation_of(case, library, on)
    assessment = assess(situation)
    chosen = next((one for one in assessment.routes if one.route.id == case.route), assessment.best)
    try:
        found = plan(situation, chosen, case.procedure or "regular", progress_of(case), None) if chosen else None
    except NotPossible:
        found = None
    return PaperInput(library, case, situation, assessment, found, on, __version__)
