"""The letterhead of the workspace: sender, colour and logo, checked as it is entered."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from employer_assistant.papers.letterhead import Letterhead, LetterheadError, checked
from employer_assistant.storage import settings as kept
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.layout import ScrollPage, row
from employer_assistant.ui.kit.widgets import Button, PlainLabel, PrimaryButton
from employer_assistant.ui.screens.paper_file import documents_folder
from employer_assistant.ui.screens.parts import buttons

LOGO_FILTER = "PNG, JPEG, SVG (*.png *.jpg *.jpeg *.svg)"
DRAWN_WIDTH = 1600
"""Width in pixels at which an SVG logo is drawn: 60 mm at more than 600 dots per inch."""


def letterhead_of(context: Context) -> Letterhead | None:
    """Return the letterhead of the workspace, None if it has none."""
    found = context.controller.all_cases.settings.letterhead
    return Letterhead(found.sender, found.colour, found.logo) if found.sender or found.logo else None


def drawn_logo(data: bytes) -> bytes:
    """Return a logo as the papers take it: an SVG drawn as PNG, others as they are. Raises LetterheadError."""
    if b"<svg" not in data[:4000].lower():
        return data
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(QByteArray(data))
    size = renderer.defaultSize()
    if not renderer.isValid() or size.isEmpty():
        raise LetterheadError("damaged")
    picture = QImage(
        size.scaled(QSize(DRAWN_WIDTH, DRAWN_WIDTH), Qt.AspectRatioMode.KeepAspectRatio), QImage.Format.Format_ARGB32
    )
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter)
    painter.end()
    target = QBuffer()
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(target, "PNG")  # type: ignore[call-overload]
    return bytes(target.data().data())


class LetterheadDialog(QDialog):
    """Asks for the letterhead; what cannot be printed is said beside the fields, and nothing typed is lost."""

    def __init__(self, parent: QWidget, context: Context) -> None:
        super().__init__(parent)
        t = context.t
        self._context = context
        found = context.controller.all_cases.settings.letterhead
        self.lines, self.colour = QPlainTextEdit("\n".join(found.sender)), QLineEdit(found.colour)
        self.logo = found.logo
        self.fault, self.picture = PlainLabel(""), PlainLabel("")
        self.fault.ink(theme.colours().negative.text)
        self.fault.hide()
        sender, colour = PlainLabel(t("print.head.sender"), "strong"), PlainLabel(t("print.head.colour"), "strong")
        for field, label in ((self.lines, sender), (self.colour, colour)):
            field.setAccessibleName(label.text())
            label.setBuddy(field)
        self.lines.setTabChangesFocus(True)
        self.lines.setFixedHeight(theme.px(130))
        self.choose_button, self.remove_button = Button(t("print.head.choose")), Button(t("print.head.remove"))
        self.save_button, back = PrimaryButton(t("print.head.save")), Button(t("print.many.back"))
        self.choose_button.clicked.connect(self.choose)
        self.remove_button.clicked.connect(lambda: self.show_logo(b""))
        self.save_button.clicked.connect(self.save)
        back.clicked.connect(self.reject)
        body = ScrollPage()
        body.setAccessibleName(t("print.head.title"))
        body.add(PlainLabel(t("print.head.hint"), quiet=True), sender, self.lines, colour, self.colour)
        body.add(PlainLabel(t("print.head.logo"), "strong"), self.picture)
        body.add(buttons(self.choose_button, self.remove_button))
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(14),) * 4)
        column.addWidget(body, 1)
        column.addWidget(self.fault)
        column.addWidget(row(None, back, self.save_button))
        self.resize(theme.px(560), theme.px(560))
        self.setWindowTitle(t("print.head.title"))
        self.show_logo(self.logo)

    def choose(self) -> None:
        """Ask for a picture and show it, or say why it cannot be printed."""
        t = self._context.t
        found, _ = QFileDialog.getOpenFileName(self, t("print.head.choose"), str(documents_folder()), LOGO_FILTER)
        if not found:
            return
        try:
            data = drawn_logo(Path(found).read_bytes())
            checked(Letterhead(logo=data))
        except LetterheadError as error:
            self.complain(error.say(self._context.language))
            return
        except OSError:
            self.complain(t("papers.letterhead.damaged"))
            return
        self.show_logo(data)

    def show_logo(self, data: bytes) -> None:
        """Show the logo, or that there is none."""
        self.logo = data
        picture = QPixmap()
        if data and picture.loadFromData(data):
            self.picture.setPixmap(picture.scaled(theme.px(200), theme.px(66), Qt.AspectRatioMode.KeepAspectRatio))
            self.picture.setAccessibleName(self._context.t("print.head.logo"))
        else:
            self.picture.setText(self._context.t("print.head.no_logo"))
        self.remove_button.setEnabled(bool(data))
        self.fault.hide()

    def complain(self, sentence: str) -> None:
        """Say what is wrong."""
        self.fault.setText(sentence)
        self.fault.show()

    def save(self) -> None:
        """Keep the letterhead, or say what to mend."""
        from employer_assistant.storage.errors import WorkspaceError

        lines = tuple(line.strip() for line in self.lines.toPlainText().splitlines() if line.strip())
        cases = self._context.controller.all_cases
        try:
            head = checked(Letterhead(lines, self.colour.text().strip(), self.logo))
            stored = kept.Letterhead(head.sender, head.colour, head.logo)
            cases.check_writable()
            cases.set_settings(replace(cases.settings, letterhead=stored))
        except (LetterheadError, WorkspaceError) as error:
            self.complain(error.say(self._context.language))
            return
        self.accept()
