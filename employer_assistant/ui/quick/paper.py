"""The page to take along: made from what was typed, saved as PDF or HTML, or printed. Nothing else is written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from employer_assistant import __version__
from employer_assistant.cases.model import Case
from employer_assistant.papers.form import QUICK_CHECK
from employer_assistant.papers.input import PaperInput
from employer_assistant.papers.letterhead import Letterhead, PaperOptions
from employer_assistant.papers.names import file_name
from employer_assistant.rules.assessment import assess
from employer_assistant.rules.situation import Situation
from employer_assistant.ui.context import Context
from employer_assistant.ui.quick.typed import PLACE, Typed
from employer_assistant.ui.screens.paper_file import print_pages

FILTERS = {".pdf": "PDF (*.pdf)", ".html": "HTML (*.html)"}


def paper_input(typed: Typed, context: Context) -> PaperInput:
    """Return what the page is made from: a case without a name, of the answers that count."""
    counted = typed.path(context).answers
    answers = {**counted, PLACE: typed.place} if typed.place else counted
    controller = context.controller
    situation = Situation(context.library, answers, controller.today())
    case = Case("", answers, content_version=context.library.content.version)
    return PaperInput(context.library, case, situation, assess(situation), None, situation.on, __version__)


def options(context: Context) -> PaperOptions:
    """Return the letterhead of the workspace, if one is set: it names whom to ask."""
    head = context.controller.all_cases.settings.letterhead
    if not (head.sender or head.logo):
        return PaperOptions()
    return PaperOptions(letterhead=Letterhead(head.sender, head.colour, head.logo))


def made(typed: Typed, context: Context, ending: str) -> bytes:
    """Return the page as PDF or HTML. Raises LetterheadError."""
    from employer_assistant.papers.html import render_html
    from employer_assistant.papers.printing import render

    inputs, how = paper_input(typed, context), options(context)
    if ending == ".html":
        return render_html(QUICK_CHECK, inputs, context.language, how).encode()
    return render(QUICK_CHECK, inputs, context.language, how)


def ask_where(parent: QWidget, context: Context) -> Path | None:
    """Ask for a file; None if the user turned back. Its ending chooses PDF or HTML."""
    name = file_name(context.t("page.name.quick"), QUICK_CHECK, context.language)
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    title, kinds = context.t("quick.save"), ";;".join(FILTERS.values())
    found, kind = QFileDialog.getSaveFileName(parent, title, str(Path(folder) / name), kinds)
    if not found:
        return None
    path = Path(found)
    wanted = next((ending for ending, words in FILTERS.items() if words == kind), ".pdf")
    return path if path.suffix.lower() in FILTERS else path.with_name(path.name + wanted)


def write(path: Path, typed: Typed, context: Context) -> str:
    """Write the page whole or not at all; return what to tell: where it is, or why it is not."""
    from employer_assistant.papers.letterhead import LetterheadError
    from employer_assistant.storage.atomic_file import write_bytes
    from employer_assistant.storage.errors import from_os

    try:
        write_bytes(path, made(typed, context, path.suffix.lower()))
    except LetterheadError as error:
        return context.t(error.key)
    except OSError as error:
        return from_os(error, path).say(context.language)
    return context.t("page.print.saved", file=path.name, folder=str(path.parent))


def print_paper(parent: QWidget, typed: Typed, context: Context) -> str:
    """Ask for a printer and print the page; return what went wrong, empty if nothing did."""
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    from employer_assistant.papers.letterhead import LetterheadError

    try:
        data = made(typed, context, ".pdf")
    except LetterheadError as error:
        return context.t(error.key)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    wanted = dialog.exec()
    dialog.deleteLater()
    buffer, document = QBuffer(parent), QPdfDocument(parent)
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    failed = wanted and not print_pages(document, printer)
    document.close()
    for one in (document, buffer):
        one.deleteLater()
    return context.t("page.print.no_printer") if failed else ""
