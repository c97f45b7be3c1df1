"""Printing: choose a paper and its language, look at it, save or print it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from employer_assistant.content.phrases import LANGUAGES
from employer_assistant.papers.form import Form, FormError, Reader, languages_of
from employer_assistant.papers.letterhead import LetterheadError, PaperOptions
from employer_assistant.papers.names import file_name
from employer_assistant.papers.printing import forms_for
from employer_assistant.papers.words import initials
from employer_assistant.rules.assessment import Assessment
from employer_assistant.ui.context import Context
from employer_assistant.ui.dialogs import confirm
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.choice import ChoiceCard, ChoiceGroup
from employer_assistant.ui.kit.layout import Turning, stack
from employer_assistant.ui.kit.notice import Notice
from employer_assistant.ui.kit.widgets import Button, Card, ComboBox, LinkButton, MenuButton, PlainLabel, PrimaryButton
from employer_assistant.ui.menu import LANGUAGE_NAMES
from employer_assistant.ui.page import ScrollingPage
from employer_assistant.ui.screens.paper_file import documents_folder, print_pages, with_ending
from employer_assistant.ui.screens.paper_letterhead import letterhead_of
from employer_assistant.ui.screens.paper_maker import PaperMaker, Wish, paper_input
from employer_assistant.ui.screens.paper_more import fill_more
from employer_assistant.ui.screens.parts import Fitting, buttons, headed
from employer_assistant.ui.screens.preview import Preview

FILTERS = {"pdf": "PDF (*.pdf)", "html": "HTML (*.html)"}
READERS: tuple[Reader, ...] = ("employer", "authority", "worker", "adviser")
"""For whom papers are, in the order in which they are offered."""


class PrintPage(ScrollingPage):
    """Papers of the open case."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        t = context.t
        self.heading.setText(t("page.print.title"))
        self.forms = sorted_forms()
        self.choice = ChoiceGroup(t("page.print.which"))
        self.languages = ComboBox(t("page.print.language"))
        self.initials = ChoiceCard(t("page.print.initials"), several=True)
        self.save_button = PrimaryButton(t("page.print.save"))
        self.print_button = Button(t("page.print.print"))
        self.more_button = MenuButton(t("print.more"))
        self.saved, self.unchecked = PlainLabel(""), PlainLabel(t("page.print.unchecked"), "small")
        self.open_button = LinkButton(t("print.open"))
        self.letters = Notice("", "caution")
        for told in (self.saved, self.open_button, self.unchecked, self.letters):
            told.hide()
        self.saved_at: Path | None = None
        self.preview = Preview(context)
        self.pdf: bytes | None = None
        self._shown: Assessment | None = None
        self._maker = PaperMaker(self)
        self._lay_out()
        self.choice.choose(next(iter(self.forms), None))
        self._fill_languages()
        self.choice.chosen.connect(self._other_form)
        self.languages.activated.connect(self.make)
        self.initials.button.toggled.connect(self.make)
        self.save_button.clicked.connect(self.save)
        self.print_button.clicked.connect(self.print)
        self.open_button.clicked.connect(self.open_saved)
        fill_more(self)

    def _lay_out(self) -> None:
        t = self.context.t
        acts = Fitting(self.more_button, self.print_button, self.save_button)
        head = headed(self.heading, PlainLabel(t("page.print.personal"), quiet=True), acts)
        self.body.column.insertWidget(0, head)
        self.body.add(stack(self.saved, buttons(self.open_button), space=0), self.letters)
        readers: set[str] = set()
        for form in self.forms.values():
            if form.reader not in readers:
                readers.add(form.reader)
                self._add_reader(t(f"papers.cover.for.{form.reader}"))
            self.choice.add(form.id, self.context.words(form.title))
        how = Card(t("page.print.language"), self.languages, self.unchecked, self.initials)
        line = Turning(760, 24)
        line.line.addWidget(
            stack(how, Card(t("page.print.which"), self.choice), space=14), 5, Qt.AlignmentFlag.AlignTop
        )
        line.line.addWidget(self.preview, 8, Qt.AlignmentFlag.AlignTop)
        self.body.add(line)

    def _add_reader(self, title: str) -> None:
        layout = self.choice.layout()
        if layout is not None:
            layout.addWidget(PlainLabel(title, "small"))

    def first_focus(self) -> QWidget | None:
        """The chosen paper."""
        chosen = self.choice.value()
        return self.choice.cards[chosen].button if chosen else None

    def open_part(self, part: str) -> None:
        """Choose a paper."""
        if part in self.forms:
            self.choice.choose(part)

    def refresh(self) -> None:
        """Make the paper anew if the case has changed."""
        assessment = self.context.controller.assessment()
        if assessment is not self._shown:
            self._shown = assessment
            self.make()

    # ---- making

    def _other_form(self) -> None:
        self._fill_languages()
        self.make()

    def _fill_languages(self) -> None:
        chosen = self.choice.value()
        wanted = str(self.languages.currentData() or self.context.language)
        self.languages.clear()
        if chosen is None:
            return
        for language in languages_of(self.forms[chosen], self.context.library):
            self.languages.addItem(self._name_of(language), language)
        self.languages.setCurrentIndex(max(0, self.languages.findData(wanted)))

    def _name_of(self, language: str) -> str:
        if language in LANGUAGE_NAMES:
            return LANGUAGE_NAMES[language]
        found = self.context.library.languages[language]
        local = found.name_en if self.context.language == "en" else found.name_de
        return f"{local} ({found.name})"

    def make(self) -> None:
        """Make the chosen paper and show it."""
        chosen = self.choice.value()
        self._offer(None)
        self._tell_saved(None)
        if chosen is None:
            self.preview.say(self.context.t("page.print.none"))
            return
        further = self.context.library.languages.get(self.language())
        own = further is not None and not further.checked_by_native
        self.unchecked.setVisible(own and self.forms[chosen].further)
        self.preview.wait()
        wish = Wish(chosen, paper_input(self.context), self.language(), self.options())
        self._maker.make(wish, self._made, self._failed)

    def options(self) -> PaperOptions:
        """Return how the paper is printed."""
        return PaperOptions(initials=self.initials.button.isChecked(), letterhead=letterhead_of(self.context))

    def language(self) -> str:
        """Return the language of the paper."""
        return str(self.languages.currentData() or self.context.language)

    def _made(self, pdf: bytes, wish: Wish) -> None:
        from employer_assistant.papers.printing import unprintable

        self.preview.show_pdf(pdf)
        self._offer(pdf)
        lost = unprintable(wish.form, wish.inputs, wish.language, wish.options)
        self.letters.say(self.context.t("page.print.letters", letters=" ".join(sorted(lost))))
        self.letters.setVisible(bool(lost))

    def _failed(self, error: Exception) -> None:
        if isinstance(error, LetterheadError):
            self.preview.say(error.say(self.context.language))
        elif isinstance(error, FormError):
            self.preview.say(str(error))
        else:
            raise error

    def _offer(self, pdf: bytes | None) -> None:
        self.pdf = pdf
        for button in (self.save_button, self.print_button):
            button.setEnabled(pdf is not None)

    # ---- saving and printing

    def save(self, _on: bool = False) -> None:
        """Ask for a file and write the paper there."""
        if self.pdf is not None:
            self.save_as(self.pdf, "pdf")

    def save_html(self) -> None:
        """Ask for a file and write the accessible twin of the paper there."""
        from employer_assistant.papers.html import render_html

        chosen = self.choice.value()
        if self.pdf is not None and chosen is not None:
            twin = render_html(chosen, paper_input(self.context), self.language(), self.options())
            self.save_as(twin.encode(), "html")

    def save_as(self, data: bytes, ending: str) -> None:
        """Ask for a file and write there; an existing one is replaced only if the user says so."""
        case, t, chosen = self.context.controller.case, self.context.t, self.choice.value()
        title = case.title if case is not None else ""
        shown = initials(title) if self.initials.button.isChecked() else title
        name = file_name(shown, chosen or "", self.language(), ending)
        asked = t("page.print.save" if ending == "pdf" else "print.more.html")
        found, _ = QFileDialog.getSaveFileName(self, asked, str(documents_folder() / name), FILTERS[ending])
        if not found:
            return
        path = with_ending(Path(found), ending)
        asked_by_dialog = path == Path(found)
        if path.exists() and not asked_by_dialog and not self._may_replace(path):
            return
        self.write(path, data)

    def _may_replace(self, path: Path) -> bool:
        t = self.context.t
        sentence = t("page.print.exists", file=path.name)
        return confirm(self, sentence, t("page.print.replace"), t("page.print.keep"))

    def write(self, path: Path, data: bytes) -> None:
        """Write a file whole or not at all, and say where it is or why not."""
        from employer_assistant.storage.atomic_file import write_bytes
        from employer_assistant.storage.errors import outside

        try:
            write_bytes(path, data)
        except OSError as error:
            self.context.tell(outside(error, path).say(self.context.language))
            return
        self._tell_saved(path)

    def _tell_saved(self, path: Path | None) -> None:
        """Say where the file is and offer to open it; None hides that."""
        self.saved_at = path
        if path is not None:
            self.saved.setText(self.context.t("page.print.saved", file=path.name, folder=str(path.parent)))
        self.saved.setVisible(path is not None)
        self.open_button.setVisible(path is not None)

    def open_saved(self, _on: bool = False) -> None:
        """Open the saved file in the program of the system."""
        if self.saved_at is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.saved_at))):
            self.context.tell(self.context.t("print.open.failed", file=str(self.saved_at)))

    def print(self, _on: bool = False) -> None:
        """Ask for a printer and print the paper."""
        from PySide6.QtGui import QPageSize
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        dialog = QPrintDialog(printer, self)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, self.preview.document.pageCount())
        wanted = dialog.exec()
        dialog.deleteLater()
        if wanted and not print_pages(self.preview.document, printer):
            self.context.tell(self.context.t("page.print.no_printer"))

    # ---- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Let the preview use the height of the window."""
        super().resizeEvent(event)
        self.preview.setMinimumHeight(max(theme.px(360), self.height() - theme.px(170)))


def sorted_forms() -> dict[str, Form]:
    """Return all forms in one order for all languages: for the employer first, short ones first, by German title."""
    found = {form.id: form for language in LANGUAGES for form in forms_for(language)}
    ordered = sorted(found.values(), key=lambda form: (READERS.index(form.reader), not form.one_page, form.title.de))
    return {form.id: form for form in ordered}
