"""The pages of the window, in the order of the rail.

To add a page: write a class derived from `Page` or `ScrollingPage` in a file of its own, write a loader that imports it
(so that starting stays quick), and add one row here with the phrase id of its name. ``state`` returns the few words
that the rail shows beside the name; it is asked after every change, so it must be cheap. Pages of a case are numbered
in order and get Ctrl+1, Ctrl+2, … by themselves. Phrases live in resources/languages; other pages are reached with
``context.go("documents", "passport")``, changes go through ``context.do(command)``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from employer_assistant.ui.context import Context
from employer_assistant.ui.kit.rail import RailEntry
from employer_assistant.ui.page import Page
from employer_assistant.ui.wizard.sections import entries, progress


def no_state(context: Context) -> str:
    """Return no words."""
    return ""


def no_parts(context: Context) -> list[RailEntry]:
    """Return no lines."""
    return []


@dataclass(frozen=True)
class PageSpec:
    """One page: its id, whether it belongs to an open case, the phrase id of its name, its loader and its state.

    ``parts`` are lines below it in the rail while it is shown, with ids ``page#part``. ``belongs_to``: the page
    that leads to this one; the rail has no line for this one and marks that page instead.
    """

    id: str
    place: Literal["start", "case"]
    title: str
    load: Callable[[], type[Page]]
    state: Callable[[Context], str] = no_state
    parts: Callable[[Context], list[RailEntry]] = no_parts
    belongs_to: str = ""

    @property
    def in_rail(self) -> bool:
        """Whether the rail has a line for it."""
        return not self.belongs_to


def _start() -> type[Page]:
    from employer_assistant.ui.start_page import StartPage

    return StartPage


def _quick() -> type[Page]:
    from employer_assistant.ui.quick.quick_page import QuickPage

    return QuickPage


def _answers() -> type[Page]:
    from employer_assistant.ui.wizard.wizard_page import WizardPage

    return WizardPage


def _result() -> type[Page]:
    from employer_assistant.ui.screens.result_page import ResultPage

    return ResultPage


def _routes_state(context: Context) -> str:
    from employer_assistant.ui.screens.rail import routes_state

    return routes_state(context)


def _what_if() -> type[Page]:
    from employer_assistant.ui.what_if.what_if_page import WhatIfPage

    return WhatIfPage


def _road() -> type[Page]:
    from employer_assistant.ui.screens.road_page import RoadPage

    return RoadPage


def _steps_state(context: Context) -> str:
    from employer_assistant.ui.screens.rail import steps_state

    return steps_state(context)


def _road_parts(context: Context) -> list[RailEntry]:
    from employer_assistant.ui.screens.rail import road_parts

    return road_parts(context)


def _documents() -> type[Page]:
    from employer_assistant.ui.screens.documents_page import DocumentsPage

    return DocumentsPage


def _documents_state(context: Context) -> str:
    from employer_assistant.ui.screens.rail import documents_state

    return documents_state(context)


def _compare() -> type[Page]:
    from employer_assistant.ui.screens.compare_page import ComparePage

    return ComparePage


def _costs() -> type[Page]:
    from employer_assistant.ui.screens.costs_page import CostsPage

    return CostsPage


def _history() -> type[Page]:
    from employer_assistant.ui.screens.history_page import HistoryPage

    return HistoryPage


def _offices() -> type[Page]:
    from employer_assistant.ui.screens.offices_page import OfficesPage

    return OfficesPage


def _print() -> type[Page]:
    from employer_assistant.ui.screens.print_page import PrintPage

    return PrintPage


def _law() -> type[Page]:
    from employer_assistant.ui.screens.law_page import LawPage

    return LawPage


def _directory() -> type[Page]:
    from employer_assistant.ui.screens.directory_page import DirectoryPage

    return DirectoryPage


def _updates() -> type[Page]:
    from employer_assistant.ui.updates.updates_page import UpdatesPage

    return UpdatesPage


def _exchange() -> type[Page]:
    from employer_assistant.ui.workspace.exchange_page import ExchangePage

    return ExchangePage


def _reports() -> type[Page]:
    from employer_assistant.ui.workspace.reports_page import ReportsPage

    return ReportsPage


def _workspace() -> type[Page]:
    from employer_assistant.ui.workspace.workspace_page import WorkspacePage

    return WorkspacePage


def _workspace_state(context: Context) -> str:
    return context.controller.workspace.path.stem


def _help() -> type[Page]:
    from employer_assistant.ui.screens.help_page import HelpPage

    return HelpPage


PAGES: tuple[PageSpec, ...] = (
    PageSpec("cases", "start", "ui.page.cases", _start),
    PageSpec("quick", "start", "page.name.quick", _quick),
    PageSpec("directory", "start", "page.name.directory", _directory),
    PageSpec("exchange", "start", "page.name.exchange", _exchange),
    PageSpec("reports", "start", "page.name.reports", _reports),
    PageSpec("workspace", "start", "page.name.workspace", _workspace, _workspace_state),
    PageSpec("law", "start", "page.name.law", _law),
    PageSpec("updates", "start", "page.name.updates", _updates),
    PageSpec("help", "start", "page.name.help", _help),
    PageSpec("answers", "case", "ui.page.answers", _answers, progress, entries),
    PageSpec("result", "case", "page.name.result", _result, _routes_state),
    PageSpec("what_if", "case", "page.name.what_if", _what_if, belongs_to="result"),
    PageSpec("road", "case", "page.name.road", _road, _steps_state, _road_parts),
    PageSpec("compare", "case", "page.name.compare", _compare, belongs_to="road"),
    PageSpec("documents", "case", "page.name.documents", _documents, _documents_state),
    PageSpec("costs", "case", "page.name.costs", _costs),
    PageSpec("offices", "case", "page.name.offices", _offices),
    PageSpec("print", "case", "page.name.print", _print),
    PageSpec("history", "case", "page.name.history", _history),
)


def spec(page: str) -> PageSpec:
    """Return the row of a page. Raises KeyError for an unknown id."""
    found = {row.id: row for row in PAGES}
    return found[page]
