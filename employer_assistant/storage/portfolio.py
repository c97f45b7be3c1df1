"""All cases of a workspace at a glance: sorted, searched, with the days that press.

What is worked out stands in memory and, between two starts, in a file of the user's cache folder: never in the
workspace, because everything there was entered by people. An entry holds ids and days, no name; it counts for one
revision of the case, one content and one day. One of an earlier day is shown as such until it is worked out anew.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Literal

import msgspec

from employer_assistant import __version__
from employer_assistant.cases.model import Case
from employer_assistant.cases.view import progress_of, situation_of
from employer_assistant.content.library import Library
from employer_assistant.plan.outlook import Due, Outlook, outlook
from employer_assistant.storage.atomic_file import write_bytes
from employer_assistant.storage.workspace import CaseRow, Workspace

SortKey = Literal["changed", "title", "next_date", "risk", "step", "waiting_for", "finish"]
_RISKS = ("overdue", "late", "at_risk", "undecided", "no_route", "none")
_MOST_BYTES = 64_000_000
MOST_COMING = 8
"""Days to come that are kept of each case beside those that are certain; the page of the case shows all."""


class _Kept(msgspec.Struct, frozen=True):
    """One case as it was worked out."""

    revision: int
    outlook: Outlook


class _File(msgspec.Struct, frozen=True):
    """The cache of one workspace. Another version of app or content makes all of it worthless."""

    app: str
    content: str
    cases: dict[str, _Kept]


@dataclass(frozen=True)
class PortfolioRow:
    """A case in the overview. ``outlook`` None = not worked out yet; ``fresh`` false: as of an earlier day."""

    case: CaseRow
    outlook: Outlook | None
    fresh: bool


@dataclass(frozen=True)
class CaseDue:
    """A day that presses, with the case it belongs to."""

    case_id: str
    title: str
    due: Due


class Portfolio:
    """The overview of one workspace. Working out takes some milliseconds per case and is done in slices."""

    def __init__(self, workspace: Workspace, library: Library, cache: Path | None = None) -> None:
        self._workspace = workspace
        self._library = library
        self._cache = cache
        self._kept = self._read()
        self._rows: list[CaseRow] = []

    def refresh(self, on: date, seconds: float | None = None) -> int:
        """Look at the workspace and work out what is not known for the day, for so long; return how many are left.

        Cases without any outlook come first, then those whose next day is the nearest. Without ``seconds`` all is done.
        """
        self._rows = self._workspace.cases()
        there = {row.id for row in self._rows}
        self._kept = {case_id: kept for case_id, kept in self._kept.items() if case_id in there}
        left = sorted((row for row in self._rows if not self._fresh(row, on)), key=self._urgency)
        end = None if seconds is None else time.monotonic() + seconds
        for done, row in enumerate(left):
            if end is not None and time.monotonic() >= end:
                return len(left) - done
            case = self._workspace.load(row.id)
            self._kept[row.id] = _Kept(case.revision, look(case.case, self._library, on))
        return 0

    def rows(self, on: date, words: str = "", by: SortKey = "changed") -> list[PortfolioRow]:
        """Return the cases whose title holds all the words, sorted. Nothing is worked out or read here."""
        wanted = words.casefold().split()
        found = [
            PortfolioRow(row, kept.outlook if (kept := self._known(row)) else None, self._fresh(row, on))
            for row in self._rows
            if all(word in row.title.casefold() for word in wanted)
        ]
        return found if by == "changed" else sorted(found, key=_ORDERS[by])

    def deadlines(self, until: date | None = None) -> list[CaseDue]:
        """Return the days that press in all cases, the earliest first: those that have passed, and those to come."""
        found = [
            CaseDue(row.id, row.title, due)
            for row in self._rows
            if (kept := self._known(row))
            for due in kept.outlook.dues
            if until is None or due.day <= until
        ]
        return sorted(found, key=lambda one: (one.due.day, one.title))

    def keep(self) -> None:
        """Write the cache, if there is a place for it. A cache that cannot be written is no fault."""
        if self._cache is None:
            return
        data = msgspec.json.encode(_File(__version__, self._library.content.version, self._kept))
        try:
            self._cache.parent.mkdir(parents=True, exist_ok=True)
            write_bytes(self._cache, data)
        except OSError:
            return

    def forget(self, case_id: str) -> None:
        """Drop what is known of a case that was deleted, from the cache file too."""
        if self._kept.pop(case_id, None) is not None:
            self.keep()

    def _read(self) -> dict[str, _Kept]:
        try:
            if self._cache is None or self._cache.stat().st_size > _MOST_BYTES:
                return {}
            found = msgspec.json.decode(self._cache.read_bytes(), type=_File)
        except (OSError, ValueError):  # msgspec's errors are ValueErrors; what cannot be read is worked out anew
            return {}
        same = (found.app, found.content) == (__version__, self._library.content.version)
        return found.cases if same else {}

    def _known(self, row: CaseRow) -> _Kept | None:
        kept = self._kept.get(row.id)
        return kept if kept is not None and kept.revision == row.revision else None

    def _fresh(self, row: CaseRow, on: date) -> bool:
        kept = self._known(row)
        return kept is not None and kept.outlook.on == on

    def _urgency(self, row: CaseRow) -> tuple[bool, date]:
        kept = self._known(row)
        due = kept.outlook.next_due if kept else None
        return (kept is not None, due.day if due else date.max)


def full_outlook(case: Case, library: Library, on: date) -> Outlook:
    """Work out one case with all its days."""
    return outlook(situation_of(case, library, on), case.route, case.procedure or "regular", progress_of(case))


def look(case: Case, library: Library, on: date) -> Outlook:
    """Work out one case with the days that press: those that have passed, the certain ones and the next ones."""
    found = full_outlook(case, library, on)
    coming = [due for due in found.dues if due.day >= on]
    near = set(coming[:MOST_COMING])
    kept = tuple(due for due in coming if due in near or not due.assumed)
    return replace(found, dues=(*found.overdue, *kept))


def _next_date(row: PortfolioRow) -> tuple[bool, date]:
    """Order by the day that presses most: the first that has passed, else the next to come."""
    if row.outlook is None:
        return (True, date.max)
    passed, coming = row.outlook.overdue, row.outlook.next_due
    day = passed[0].day if passed else coming.day if coming else date.max
    return (False, day)


_ORDERS: dict[str, Callable[[PortfolioRow], Any]] = {
    "title": lambda row: row.case.title.casefold(),
    "next_date": _next_date,
    "risk": lambda row: (_RISKS.index(row.outlook.risk) if row.outlook else len(_RISKS), _next_date(row)),
    "step": lambda row: (row.outlook.next_step or "~") if row.outlook else "~~",
    "waiting_for": lambda row: (row.outlook.waiting_for or "~") if row.outlook else "~~",
    "finish": lambda row: row.outlook.finish.likely if row.outlook and row.outlook.finish else date.max,
}
"""How each column is sorted; what is not known comes last."""
