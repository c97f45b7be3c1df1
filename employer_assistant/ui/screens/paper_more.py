"""What else can be done with papers: hand on, many at once, official forms, letterhead. A menu on the print page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from employer_assistant.ui.screens.paper_mail import way_of_this_system
from employer_assistant.ui.screens.paper_many import ManyPapers, ask_cases, ask_folder, jobs_for
from employer_assistant.ui.screens.paper_official import add_mapping, fill_official
from employer_assistant.ui.workspace.workspace_page import LETTERHEAD

if TYPE_CHECKING:
    from employer_assistant.cases.model import Case
    from employer_assistant.ui.screens.print_page import PrintPage


def fill_more(page: PrintPage) -> None:
    """Give the button of the print page its menu."""
    menu = QMenu(page.more_button)
    groups: tuple[tuple[tuple[str, Callable[[PrintPage], None]], ...], ...] = (
        (("html", _html), ("mail", mail)),
        (("all_forms", all_forms), ("many_cases", many_cases)),
        (("official", official), ("mapping", mapping)),
        (("letterhead", letterhead),),
    )
    for group in groups:
        if not menu.isEmpty():
            menu.addSeparator()
        for name, act in group:
            action = QAction(page.context.t(f"print.more.{name}"), menu)
            action.setObjectName(name)
            action.triggered.connect(lambda _on=False, act=act: act(page))
            menu.addAction(action)
    page.more_button.setMenu(menu)


def _html(page: PrintPage) -> None:
    page.save_html()


def mail(page: PrintPage) -> None:
    """Save the paper and hand it to the mail program; say honestly what the system can do."""
    t = page.context.t
    page.save()
    chosen, path = page.choice.value(), page.saved_at
    if path is None or chosen is None:
        return
    way = way_of_this_system()
    if way is not None:
        way(path, page.context.words(page.forms[chosen].title))
    said = t("print.mail.started" if way is not None else "print.mail.by_hand", file=str(path))
    page.context.tell(f"{said}\n\n{t('print.mail.safe')}")


def all_forms(page: PrintPage) -> None:
    """Write all papers of the open case that exist in the chosen language."""
    from employer_assistant.papers.printing import forms_for

    case = page.context.controller.case
    if case is not None:
        _many(page, [case], [form.id for form in forms_for(page.language())])


def many_cases(page: PrintPage) -> None:
    """Write the chosen paper for the cases that the user ticks."""
    chosen, workspace = page.choice.value(), page.context.controller.workspace
    wanted = ask_cases(page, page.context) if chosen is not None else None
    if chosen is not None and wanted:
        _many(page, [workspace.load(case_id).case for case_id in wanted], [chosen])


def _many(page: PrintPage, cases: Sequence[Case], forms: Sequence[str]) -> None:
    jobs = jobs_for(page.context, cases, forms, page.language(), page.options())
    where = ask_folder(page, page.context, jobs)
    if where is None:
        return
    folder, force = where
    dialog = ManyPapers(page, page.context, jobs, folder, force=force)
    dialog.exec()
    dialog.deleteLater()


def official(page: PrintPage) -> None:
    """Fill an official form that the user has downloaded."""
    fill_official(page, page.context)


def mapping(page: PrintPage) -> None:
    """Keep a mapping of an official form."""
    add_mapping(page, page.context)


def letterhead(page: PrintPage) -> None:
    """Go to where the letterhead is changed, on the page of the workspace."""
    page.context.go("workspace", LETTERHEAD)
