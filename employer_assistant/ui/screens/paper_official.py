"""Filling an official PDF form from the window: choose the file, save the copy, read what is left to do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from employer_assistant.ui.context import Context
from employer_assistant.ui.dialogs import confirm
from employer_assistant.ui.kit import theme
from employer_assistant.ui.kit.layout import ScrollPage, row
from employer_assistant.ui.kit.widgets import Heading, PlainLabel, PrimaryButton
from employer_assistant.ui.screens.paper_file import documents_folder, with_ending
from employer_assistant.ui.screens.paper_maker import paper_input

if TYPE_CHECKING:
    from employer_assistant.papers.official.filling import Filled

PDF_FILTER = "PDF (*.pdf)"
MAPPING_FILTER = "YAML (*.yaml *.yml)"


def fill_official(parent: QWidget, context: Context) -> Path | None:
    """Fill a form that the user chooses and save the copy; return where it is, None if there is none."""
    from employer_assistant.papers.names import file_name
    from employer_assistant.papers.official.refusals import OfficialError

    t = context.t
    source, _ = QFileDialog.getOpenFileName(parent, t("print.official.open"), str(documents_folder()), PDF_FILTER)
    if not source:
        return None
    try:
        filled = filled_form(context, Path(source))
    except OfficialError as error:
        context.tell(error.say(context.language))
        return None
    case = context.controller.case
    name = file_name(case.title if case else "", filled.mapping.id, "de")
    found, _ = QFileDialog.getSaveFileName(
        parent, t("print.official.save"), str(Path(source).with_name(name)), PDF_FILTER
    )
    if not found:
        return None
    target = with_ending(Path(found))
    if target.exists() and target.samefile(source):
        context.tell(t("print.official.same", file=target.name))
        return None
    if target != Path(found) and target.exists() and not _may_replace(parent, context, target):
        return None
    return target if _saved(context, target, filled) and _told(parent, context, filled) else None


def filled_form(context: Context, source: Path) -> Filled:
    """Return the form filled from the open case. Raises OfficialError."""
    from employer_assistant.papers.official.filling import fill
    from employer_assistant.papers.official.mapping import read_mapping, shipped
    from employer_assistant.papers.official.refusals import OfficialError
    from employer_assistant.storage.official_forms import kept_mappings

    try:
        data, own = source.read_bytes(), kept_mappings()
    except OSError as error:
        raise OfficialError("unreadable", file=source.name, problem=error.strerror or type(error).__name__) from None
    mine = [read_mapping(one, name, context.library) for name, one in own]
    return fill(data, source.name, [*mine, *shipped()], paper_input(context), context.language)


def add_mapping(parent: QWidget, context: Context) -> bool:
    """Keep a mapping that the user chooses, so that its form is recognised from now on."""
    from employer_assistant.papers.official.mapping import read_mapping
    from employer_assistant.papers.official.refusals import OfficialError
    from employer_assistant.storage.errors import from_os
    from employer_assistant.storage.official_forms import keep_mapping

    t = context.t
    source, _ = QFileDialog.getOpenFileName(
        parent, t("print.official.mapping"), str(documents_folder()), MAPPING_FILTER
    )
    if not source:
        return False
    path = Path(source)
    try:
        data = path.read_bytes()
        mapping = read_mapping(data, path.name, context.library)
        keep_mapping(mapping.id, data)
    except OfficialError as error:
        context.tell(error.say(context.language))
        return False
    except OSError as error:
        context.tell(from_os(error, path).say(context.language))
        return False
    context.tell(t("print.official.kept", title=context.words(mapping.title), version=mapping.version))
    return True


def _may_replace(parent: QWidget, context: Context, path: Path) -> bool:
    t = context.t
    return confirm(parent, t("page.print.exists", file=path.name), t("page.print.replace"), t("page.print.keep"))


def _saved(context: Context, target: Path, filled: Filled) -> bool:
    from employer_assistant.storage.atomic_file import write_bytes
    from employer_assistant.storage.errors import outside

    try:
        write_bytes(target, filled.pdf)
    except OSError as error:
        context.tell(outside(error, target).say(context.language))
        return False
    return True


def _told(parent: QWidget, context: Context, filled: Filled) -> bool:
    """Show which form it is, what stands in it and what is left to do."""
    dialog = FilledReport(parent, context, filled)
    dialog.exec()
    dialog.deleteLater()
    return True


class FilledReport(QDialog):
    """What became of each field, what is left to do first."""

    def __init__(self, parent: QWidget, context: Context, filled: Filled) -> None:
        super().__init__(parent)
        from employer_assistant.papers.official.report import groups, head

        self.setWindowTitle(context.words(filled.mapping.title))
        body = ScrollPage()
        body.setAccessibleName(context.t("print.official.report"))
        for sentence in head(filled, context.language):
            body.add(PlainLabel(sentence))
        for title, lines in groups(filled, context.language):
            body.add(Heading(title, section=True), PlainLabel("\n".join(lines)))
        self.close_button = PrimaryButton(context.t("print.many.close"))
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(14),) * 4)
        column.addWidget(body, 1)
        column.addWidget(row(None, self.close_button))
        self.resize(theme.px(640), theme.px(560))
