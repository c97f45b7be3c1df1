"""The page to take along: made from what was typed, saved as PDF or HTML, or printed. Nothing else is written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtWidgets import QFileDialog, QWidget

from employer_assistant import __version__
from employer_assistant.cases.model import Case
from employer_assistant.papers.form import QUICK_CHECK
from employer_assistant.papers.input import PaperInput
from employer_assistant.papers.letterhead import PaperOptions
from employer_assistant.papers.names import file_name
from employer_assistant.rules.assessment import assess
from employer_assistant.rules.situation import Situation
from employer_assistant.ui.context import Context
from employer_assistant.ui.dialogs import confirm
from employer_assistant.ui.quick.typed import PLACE, Typed
from employer_assistant.ui.screens.paper_file import documents_folder, print_pages
from employer_assistant.ui.screens.paper_letterhead import letterhead_of

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
    return PaperOptions(letterhead=letterhead_of(context))


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
    title, kinds = context.t("quick.save"), ";;".join(FILTERS.values())
    found, kind = QFileDialog.getSaveFileName(parent, title, str(documents_folder() / name), kinds)
    if not found:
        return None
    path = Path(found)
    if path.suffix.lower() in FILTERS:
        return path
    wanted = next((ending for ending, words in FILTERS.items() if words == kind), ".pdf")
    return _unless_taken(path.with_name(path.name + wanted), parent, context)


def _unless_taken(path: Path, parent: QWidget, context: Context) -> Path | None:
    """Ask before another file is replaced that the dialog did not ask about."""
    t = context.t
    ask = t("page.print.exists", file=path.name)
    return path if not path.exists() or confirm(parent, ask, t("page.print.replace"), t("page.print.keep")) else None


def write(path: Path, typed: Typed, context: Context) -> str:
    """Write the page whole or not at all; return what to tell: where it is, or why it is not."""
    from employer_assistant.papers.letterhead import LetterheadError
    from employer_assistant.storage.atomic_file import write_bytes
    from employer_assistant.storage.errors import outside

    try:
        write_bytes(path, made(typed, context, path.suffix.lower()))
    except LetterheadError as error:
        return error.say(context.language)
    except OSError as error:
        return outside(error, path).say(context.language)
    return context.t("page.print.saved", file=path.name, folder=str(path.parent))


def print_paper(parent: QWidget, typed: Typed, context: Context) -> str:
    """Ask for a printer and print the page; return what went wrong, empty if nothing did."""
    from PySide6.QtGui import QPageSize
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    from employer_assistant.papers.letterhead import LetterheadError

    try:
        data = made(typed, context, ".pdf")
    except LetterheadError as error:
        return error.say(context.language)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
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
