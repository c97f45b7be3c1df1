"""Saving the deadlines of the open case as a file for a calendar program."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from employer_assistant.papers.names import file_name
from employer_assistant.ui.context import Context
from employer_assistant.ui.dialogs import confirm
from employer_assistant.ui.screens.paper_file import documents_folder, with_ending

ENDING = "ics"


def ask_and_save(parent: QWidget, context: Context) -> None:
    """Ask for a file and write the deadlines there; say where it is, what it holds, or why it was not written."""
    t, case = context.t, context.controller.case
    name = file_name(case.title if case is not None else "", t("calendar.file"), context.language, ENDING)
    wished = str(documents_folder() / name)
    found, _ = QFileDialog.getSaveFileName(parent, t("calendar.save"), wished, t("calendar.filter"))
    if not found:
        return
    path = with_ending(Path(found), ENDING)
    if path != Path(found) and path.exists():
        sentence = t("page.print.exists", file=path.name)
        if not confirm(parent, sentence, t("page.print.replace"), t("page.print.keep")):
            return
    save(path, context)


def save(path: Path, context: Context) -> None:
    """Write the deadlines whole or not at all, and say so."""
    from employer_assistant.storage.atomic_file import write_bytes
    from employer_assistant.storage.errors import outside

    case_id = context.controller.case_id
    data = context.controller.all_cases.calendar([case_id] if case_id else [], context.language)
    try:
        write_bytes(path, data)
    except OSError as error:
        context.tell(outside(error, path).say(context.language))
        return
    context.tell(context.t("calendar.saved", file=path.name, folder=str(path.parent)))
