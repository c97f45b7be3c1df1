"""The sender on the papers: lines of name and address, a colour, a logo, and how that looks."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit

from employer_assistant import __version__
from employer_assistant.papers.letterhead import Letterhead as Printed
from employer_assistant.papers.letterhead import LetterheadError, PaperOptions, checked
from employer_assistant.storage.export_file import read_import
from employer_assistant.storage.settings import Letterhead
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.flow import flow
from employer_assistant.ui.kit.widgets import Button, PlainLabel, PrimaryButton
from employer_assistant.ui.screens.paper_letterhead import drawn_logo
from employer_assistant.ui.workspace.acts import DeedCard, ask_open

FORM, SAMPLE = "employer-checklist", "metallbauer.yaml"
_MOST_BYTES = 2_000_000
_SHOWN = 0.32
"""Share of the first page that the picture shows."""


class LetterheadCard(DeedCard):
    """Fields for the letterhead, and the head of a sample paper with it."""

    def __init__(self, context: Context) -> None:
        t = context.t
        super().__init__(context, t("ui.letterhead.title"), t("ui.letterhead.text"))
        self.lines = QPlainTextEdit()
        self.lines.setTabChangesFocus(True)
        self.lines.setMaximumHeight(theme.px(130))
        self.lines.setAccessibleName(t("ui.letterhead.sender"))
        self.colour = QLineEdit()
        self.colour.setMaxLength(7)
        self.colour.setAccessibleName(t("ui.letterhead.colour"))
        self.logo = b""
        self.logo_state = PlainLabel("", "small")
        self.logo_button, self.no_logo_button = Button(t("ui.letterhead.logo")), Button(t("ui.letterhead.no_logo"))
        self.keep_button = PrimaryButton(t("ui.workspace.keep"), name=t("ui.letterhead.keep"))
        self.show_button = Button(t("ui.letterhead.show"))
        self.picture = QLabel()
        self.picture.setAccessibleName(t("ui.letterhead.picture"))
        self.picture.hide()
        for button, act in (
            (self.logo_button, self.choose_logo),
            (self.no_logo_button, self.remove_logo),
            (self.keep_button, self.keep),
            (self.show_button, self.show_picture),
        ):
            button.clicked.connect(lambda _on, act=act: act())
        for widget in (
            PlainLabel(t("ui.letterhead.sender"), "small"),
            self.lines,
            PlainLabel(t("ui.letterhead.colour"), "small"),
            self.colour,
            self.logo_state,
            flow(self.logo_button, self.no_logo_button),
            flow(self.keep_button, self.show_button),
            self.picture,
        ):
            self.add(widget)
        self._shown: Letterhead | None = None

    def refresh(self) -> None:
        """Show what is kept, unless it is shown already; what is being typed stays."""
        kept = self.context.controller.all_cases.settings.letterhead
        if kept != self._shown:
            self._shown, self.logo = kept, kept.logo
            self.lines.setPlainText("\n".join(kept.sender))
            self.colour.setText(kept.colour)
        self._say_logo()

    def _say_logo(self) -> None:
        key = "ui.letterhead.has_logo" if self.logo else "ui.letterhead.has_none"
        self.logo_state.setText(self.context.t(key, n=max(len(self.logo) // 1000, 1)))
        self.no_logo_button.setVisible(bool(self.logo))

    def choose_logo(self) -> None:
        """Ask for a picture; one that cannot be printed is refused."""
        path = ask_open(self, self.context, self.context.t("ui.letterhead.logo"), ("png", "jpg", "jpeg", "svg"))
        found: list[bytes] = []
        if path is None or not self.context.window.safely(lambda: found.append(read_import(path, _MOST_BYTES))):
            return
        try:
            logo = drawn_logo(found[0])
        except LetterheadError as error:
            self.say(self.context.t(error.key), "negative")
            return
        if self._printable(replace(self.typed(), logo=logo)) is not None:
            self.logo = logo
            self._say_logo()

    def remove_logo(self) -> None:
        """Leave the logo out."""
        self.logo = b""
        self._say_logo()

    def typed(self) -> Letterhead:
        """Return what stands in the fields."""
        lines = tuple(line.strip() for line in self.lines.toPlainText().splitlines() if line.strip())
        return Letterhead(lines, self.colour.text().strip() or Letterhead().colour, self.logo)

    def _printable(self, head: Letterhead) -> Printed | None:
        try:
            return checked(Printed(head.sender, head.colour, head.logo))
        except LetterheadError as error:
            self.say(self.context.t(error.key), "negative")
            return None

    def keep(self) -> None:
        """Keep the letterhead, if it can be printed."""
        cases, head = self.context.controller.all_cases, self.typed()
        if self._printable(head) is None:
            return
        if self.context.window.safely(lambda: cases.set_settings(replace(cases.settings, letterhead=head))):
            self._shown = head
            self.say(self.context.t("ui.workspace.kept"))

    def show_picture(self) -> None:
        """Print a sample with what is typed and show its head."""
        head = self._printable(self.typed())
        if head is None:
            return
        self.picture.setPixmap(_picture(self._sample(head), max(self.width() - theme.px(44), theme.px(240))))
        self.picture.show()

    def _sample(self, head: Printed) -> bytes:
        """Return a sample paper with the letterhead."""
        from employer_assistant.cases.case_file import read_case
        from employer_assistant.cases.preview import outlook
        from employer_assistant.papers.input import PaperInput
        from employer_assistant.papers.printing import render

        library, today = self.context.library, self.context.controller.today()
        data = files("employer_assistant").joinpath("data", "samples", SAMPLE).read_bytes()
        case = read_case(data, SAMPLE, library)
        found = outlook(case, library, today)
        situation = found.assessment.situation
        inputs = PaperInput(library, case, situation, found.assessment, found.plan, today, __version__)
        return render(FORM, inputs, self.context.language, PaperOptions(letterhead=head))


def _picture(pdf: bytes, width: int) -> QPixmap:
    """Return the head of the first page."""
    from PySide6.QtPdf import QPdfDocument

    buffer, document = QBuffer(), QPdfDocument()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    size = document.pagePointSize(0)
    image = document.render(0, QSize(width, round(width * size.height() / size.width())))
    document.close()
    white = QPixmap(image.size())
    white.fill(Qt.GlobalColor.white)
    painter = QPainter(white)
    painter.drawImage(0, 0, image)
    painter.end()
    return white.copy(0, 0, width, round(image.height() * _SHOWN))
