"""All cases of a workspace at a glance: sorted, searched, with the days that press.

What is worked out stands in memory and, between two starts, in a file of the user's cache folder: never in the
workspace, because everything there was entered by people. An entry holds ids and days, no name; it counts for one
revision of the case, one content and one day. One of an earlier day is shown as such until it is worked out anew.
Everything is done in slices, so that a window with ten thousand cases never hangs.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from heapq import nsmallest
from pathlib import Path

from employer_assistant.cases.model import Case
from employer_assistant.cases.view import progress_of, situation_of
from employer_assistant.content.library import Library
from employer_assistant.plan.outlook import Due, Outlook, outlook
from employer_assistant.rules.answers import Answer
from employer_assistant.storage import portfolio_cache as cache_file
from employer_assistant.storage.portfolio_cache import Kept
from employer_assistant.storage.portfolio_order import FOUND_BY, ORDERS, PortfolioRow, SortKey, haystack
from employer_assistant.storage.workspace import CaseHead, Workspace

MOST_COMING = 8
"""Days to come that are kept of each case beside those that are certain; the page of the case shows all."""
_AT_ONCE = 200
"""Cases whose names are read in one go."""


@dataclass(frozen=True)
class CaseDue:
    """A day that presses, with the case it belongs to."""

    row: PortfolioRow
    due: Due

    @property
    def case_id(self) -> str:
        """The id of the case."""
        return self.row.case.id

    @property
    def title(self) -> str:
        """The title the user chose, else an empty text."""
        return self.row.case.title


@dataclass(slots=True)
class _Line:
    """A case with what is known of it. ``texts``: the words it is found by, by language, as far as put together."""

    head: CaseHead
    answers: Mapping[str, Answer] | None = None
    kept: Kept | None = None
    texts: dict[str, str] = field(default_factory=dict)
    shown: PortfolioRow | None = None
    shown_on: date | None = None

    def row(self, on: date) -> PortfolioRow:
        """Return the case as lists show it on a day; the same as long as nothing changed."""
        if self.shown is None or self.shown_on != on:
            found = self.kept.outlook if self.kept else None
            self.shown = PortfolioRow(self.head, found, found is not None and found.on == on, self.answers or {})
            self.shown_on = on
        return self.shown

    def learn(self, kept: Kept) -> None:
        """Take over what was worked out."""
        self.kept, self.shown = kept, None
        self.texts.clear()

    def name(self, answers: Mapping[str, Answer]) -> None:
        """Take over the answers by which the case is named and found."""
        self.answers, self.shown = answers, None
        self.texts.clear()


class Portfolio:
    """The overview of one workspace. Working out takes some milliseconds per case and is done in slices."""

    def __init__(self, workspace: Workspace, library: Library, cache: Path | None = None) -> None:
        self._workspace = workspace
        self._library = library
        self._cache = cache
        self._lines: dict[str, _Line] = {}
        self._state: tuple[int, int] | None = None
        self._unread: list[bytes] | None = None
        self._day: date | None = None
        self._language = "de"
        self._todo: Iterator[None] = iter(())

    def refresh(self, on: date, seconds: float | None = None) -> int:
        """Look at the workspace and work out what is not known for the day, for so long; return how many are left.

        Cases without any outlook come first, then those whose next day is the nearest. Without ``seconds`` all is done.
        """
        self._look_at_file()
        if self._day != on:
            self._day, self._todo = on, self._work(on)
        end = None if seconds is None else time.monotonic() + seconds
        for _ in self._todo:
            if end is not None and time.monotonic() >= end:
                break
        return sum(1 for line in self._lines.values() if not _fresh(line, on))

    def rows(self, on: date, words: str = "", by: SortKey = "changed", language: str = "de") -> list[PortfolioRow]:
        """Return the cases that hold all the words, sorted.

        A case is found by its title, job, country, person, firm, route, step, who has to act and its state.
        """
        self._language = language
        wanted = words.casefold().split()
        rows = [
            line.row(on)
            for line in self._lines.values()
            if not wanted or all(word in self._text(line, on, language) for word in wanted)
        ]
        order = ORDERS.get(by)
        return rows if order is None else sorted(rows, key=lambda row: order(row, self._library, language))

    def count(self) -> int:
        """Return how many cases there were at the last `refresh`."""
        return len(self._lines)

    def row(self, case_id: str, on: date) -> PortfolioRow | None:
        """Return one case, None if it is not there."""
        line = self._lines.get(case_id)
        return line.row(on) if line else None

    def deadlines(self, until: date | None = None) -> list[CaseDue]:
        """Return the days that press in all cases, the earliest first: those that have passed, and those to come."""
        found = [
            CaseDue(line.row(line.kept.outlook.on), due)
            for line in self._lines.values()
            if line.kept
            for due in line.kept.outlook.dues
            if until is None or due.day <= until
        ]
        return sorted(found, key=lambda one: (one.due.day, one.title))

    def pressing(self, on: date, most: int) -> tuple[list[CaseDue], int, list[CaseDue]]:
        """Return the first days that passed, how many passed in all, and the first ones to come; quick for many cases.

        Only a case whose own first day is among the earliest can hold one of the earliest days.
        """
        rows = [line.row(on) for line in self._lines.values() if line.kept]
        late = nsmallest(most, (row for row in rows if row.overdue), key=lambda row: row.overdue[0].day)
        soon = nsmallest(most, (row for row in rows if row.next_due), key=_coming_day)
        overdue = [CaseDue(row, due) for row in late for due in row.overdue]
        ahead = [CaseDue(row, due) for row in soon for due in row.coming]
        in_order = [sorted(some, key=lambda one: (one.due.day, one.title))[:most] for some in (overdue, ahead)]
        return in_order[0], sum(len(row.overdue) for row in rows), in_order[1]

    def keep(self) -> None:
        """Write the cache, if there is a place for it and anything was looked at."""
        if self._cache is None or self._state is None:
            return
        for _ in self._read_cache():
            pass
        kept = {case_id: line.kept for case_id, line in self._lines.items() if line.kept}
        cache_file.write(self._cache, self._library.content.version, kept)

    def forget(self, case_id: str) -> None:
        """Drop what is known of a case that was deleted, from the cache file too."""
        self._look_at_file()
        self._lines.pop(case_id, None)
        self.keep()

    # ---- inside

    def _look_at_file(self) -> None:
        """Read the list of cases anew if anything was changed, by this window or another."""
        state = self._workspace.state()
        if state == self._state:
            return
        lines = {}
        for head in self._workspace.heads():
            old = self._lines.get(head.id)
            lines[head.id] = old if old is not None and old.head == head else _Line(head)
        self._lines, self._state, self._day = lines, state, None

    def _work(self, on: date) -> Iterator[None]:
        """Do what is to be done, piece by piece: names, what was kept, then what has to be worked out."""
        unnamed = [line for line in self._lines.values() if line.answers is None]
        for first in range(0, len(unnamed), _AT_ONCE):
            some = unnamed[first : first + _AT_ONCE]
            found = self._workspace.some_answers([line.head.id for line in some], FOUND_BY)
            for line in some:
                line.name(found.get(line.head.id, {}))
            yield
        yield from self._read_cache()
        yield from self._put_together(on)
        stale = [line for line in self._lines.values() if not _fresh(line, on)]
        for line in sorted(stale, key=lambda line: (line.kept is not None, _coming_day(line.row(on)))):
            stored = self._workspace.load(line.head.id)
            line.learn(Kept(line.head.id, stored.revision, look(stored.case, self._library, on)))
            yield
        yield from self._put_together(on)

    def _put_together(self, on: date) -> Iterator[None]:
        """Have ready what sorting and searching look at."""
        for line in self._lines.values():
            row = line.row(on)
            row.press, row.next_due  # noqa: B018 - kept by the row
            if not line.texts:
                self._text(line, on, self._language)
            yield

    def _read_cache(self) -> Iterator[None]:
        if self._unread is None:
            self._unread = cache_file.read_lines(self._cache, self._library.content.version)
            yield
        while self._unread:
            kept = cache_file.read_line(self._unread.pop())
            line = self._lines.get(kept.id) if kept else None
            if kept and line and line.kept is None and line.head.revision == kept.revision:
                line.learn(kept)
            yield

    def _text(self, line: _Line, on: date, language: str) -> str:
        found = line.texts.get(language)
        if found is None:
            found = haystack(line.row(on), self._library, language)
            if line.answers is not None:
                line.texts[language] = found
        return found


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


def _fresh(line: _Line, on: date) -> bool:
    return line.kept is not None and line.kept.outlook.on == on


def _coming_day(row: PortfolioRow) -> date:
    return row.next_due.day if row.next_due else date.max
