"""What concerns a workspace as a whole: overview, deadlines, settings, hand-over, numbers, tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from employer_assistant.cases.commands import Label
from employer_assistant.cases.copying import employer_answers, next_hire
from employer_assistant.cases.log import Act, LogEntry, entry
from employer_assistant.cases.titles import typed_title
from employer_assistant.content.library import Library
from employer_assistant.plan.outlook import DELETED
from employer_assistant.storage.errors import WorkspaceError
from employer_assistant.storage.settings import WorkspaceSettings, read_settings, write_settings
from employer_assistant.storage.workspace import Seal, StoredCase, Workspace, seal_of

if TYPE_CHECKING:
    from employer_assistant.papers.letterhead import PaperOptions
    from employer_assistant.plan.model import Plan
    from employer_assistant.storage.counts import Counts
    from employer_assistant.storage.handover import By, Incoming, Take
    from employer_assistant.storage.handover_file import HandedCase
    from employer_assistant.storage.portfolio import CaseDue, Portfolio
    from employer_assistant.storage.portfolio_order import PortfolioRow, SortKey


SEAL = ".seal"


def cache_path(workspace: Path) -> Path:
    """Return where what was worked out of a workspace is kept between two starts; the name tells nothing."""
    from platformdirs import user_cache_path

    mark = sha256(str(workspace.absolute()).encode("utf-8", "surrogatepass")).hexdigest()[:24]
    return user_cache_path("Employer Assistant", appauthor=False) / "overview" / f"{mark}.json"


def known_seal(workspace: Path) -> Seal | None:
    """Return how a workspace looked when the app closed it last; None if that is not known."""
    try:
        size, changed, number = map(int, cache_path(workspace).with_suffix(SEAL).read_text("ascii").split())
    except (OSError, ValueError):
        return None
    return (size, changed, number)


def keep_seal(workspace: Path) -> None:
    """Remember how a workspace looks that was closed in good order; what cannot be kept is no fault."""
    from employer_assistant.storage.atomic_file import write_bytes

    found, place = seal_of(workspace), cache_path(workspace).with_suffix(SEAL)
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        write_bytes(place, " ".join(map(str, found)).encode() if found else b"")


class AllCases:
    """All cases of one open workspace. Every method that reads or writes raises WorkspaceError."""

    def __init__(
        self, workspace: Workspace, library: Library, today: Callable[[], date], cache: Path | None = None
    ) -> None:
        self.workspace = workspace
        self.library = library
        self.today = today
        self._cache = cache
        self._portfolio: Portfolio | None = None
        self._settings: WorkspaceSettings | None = None

    def use(self, library: Library) -> None:
        """Work the overview out anew by other content."""
        self.library = library
        self._portfolio = None

    # ---- overview

    def refresh(self, seconds: float | None = 0.05) -> int:
        """Work on the overview for so long and return how many cases are left; a window calls it again and again."""
        return self._overview().refresh(self.today(), seconds)

    def rows(self, words: str = "", by: SortKey = "changed", language: str = "de") -> list[PortfolioRow]:
        """Return the cases that hold all the words in title, person, job, route, step or state; `refresh` before."""
        return self._overview().rows(self.today(), words, by, language)

    def count(self) -> int:
        """Return how many cases there were at the last `refresh`."""
        return self._overview().count()

    def row(self, case_id: str) -> PortfolioRow | None:
        """Return one case of the overview, None if it is not there."""
        return self._overview().row(case_id, self.today())

    def pressing(self, most: int) -> tuple[list[CaseDue], int, list[CaseDue]]:
        """Return the first days that passed, how many passed in all, and the first ones to come."""
        return self._overview().pressing(self.today(), most)

    def deadlines(self, until: date | None = None) -> list[CaseDue]:
        """Return the days that press in all cases, overdue ones first; call `refresh` before."""
        return self._overview().deadlines(until)

    def keep(self) -> None:
        """Keep what was worked out for the next start."""
        if self._portfolio is not None:
            self._portfolio.keep()

    def forget(self, case_id: str) -> None:
        """Drop what was worked out of a deleted case."""
        self._overview().forget(case_id)

    # ---- settings and the log

    @property
    def settings(self) -> WorkspaceSettings:
        """Initials, letterhead, the employer's data, whether the workspace is archived."""
        if self._settings is None:
            self._settings = read_settings(self.workspace)
        return self._settings

    def set_settings(self, settings: WorkspaceSettings) -> None:
        """Keep other settings."""
        write_settings(self.workspace, settings)
        self._settings = settings

    def learn_employer(self, case_id: str) -> int:
        """Keep the employer's data of a case for new cases; return how many answers these are."""
        found = employer_answers(self.workspace.load(case_id).case, self.library)
        self.set_settings(replace(self.settings, employer=found))
        return len(found)

    def check_writable(self) -> None:
        """Refuse to change an archived workspace. Raises WorkspaceError."""
        if self.settings.archived:
            raise WorkspaceError("storage.archived", self.workspace.path)

    def log_entry(self, act: Act, label: Label | None = None) -> LogEntry:
        """Return the entry for an act of the one who works here, on the state of the law in use."""
        return entry(act, label, self.settings.initials, datetime.now(UTC), self.library.content.version)

    # ---- copies, hand-over, numbers

    def copy_for_next_hire(self, case_id: str, title: str) -> StoredCase:
        """Put a new case for the same job on disk: answers about job and employer, nothing of the person."""
        self.check_writable()
        case = next_hire(self.workspace.load(case_id).case, self.library, title)
        return self.workspace.add(case, datetime.now(UTC), self.log_entry("copied"))

    def hand_over(self, case_ids: Iterable[str] | None, password: str | None = None) -> bytes:
        """Return the file for the other side: these cases, or all. It remembers in which state they went."""
        from employer_assistant.storage.handover import hand_over
        from employer_assistant.storage.handover_file import written

        wanted = [row.id for row in self.workspace.heads()] if case_ids is None else list(case_ids)
        return written(hand_over(self.workspace, wanted, self._by()), self.library.content.version, password)

    def look_into(self, data: bytes, file: str, password: str | None = None) -> tuple[Incoming, ...]:
        """Return how the cases of a file stand to those here; changes nothing. Raises HandoverError."""
        from employer_assistant.storage.handover import compare

        return compare(self.workspace, self._read(data, file, password))

    def take_in(
        self, data: bytes, file: str, password: str | None = None, take: Take | Mapping[str, Take] | None = None
    ) -> tuple[Incoming, ...]:
        """Take the cases of a file over, all or none. Raises HandoverError, ``choose`` if both sides changed one."""
        from employer_assistant.storage.handover import take_in

        self.check_writable()
        return take_in(self.workspace, self._read(data, file, password), self._by(), take)

    def case_file(self, case_id: str) -> bytes:
        """Return one case as a file that another user opens whole."""
        from employer_assistant.cases.case_file import write_case

        return write_case(self.workspace.load(case_id).case, "yaml")

    def anonymous_copy(self, case_id: str) -> bytes:
        """Return a case file without names, places, free text and notes, for a second opinion."""
        from employer_assistant.cases.anonymous import anonymised
        from employer_assistant.cases.case_file import write_case

        return write_case(anonymised(self.workspace.load(case_id).case, self.library), "yaml")

    def to_be_deleted(self) -> list[CaseDue]:
        """Return the cases whose own rule says that their data should be gone by today; call `refresh` before."""
        due = [one for one in self.deadlines(self.today()) if not one.due.assumed and self._deletes(one.due.step)]
        return list({one.case_id: one for one in reversed(due)}.values())[::-1]

    def _deletes(self, step: str | None) -> bool:
        known = self.library.steps.get(step or "")
        return known is not None and known.finish_event == DELETED

    def observing(self) -> Iterator[int]:
        """Keep what the finished steps of all real cases took, case by case; yield how many observations are new.

        A window goes on with it between two events: each case takes as long as its plan.
        """
        from employer_assistant.storage import experience

        self.check_writable()
        happened = self.workspace.happened()
        for row in self.workspace.heads():
            ticks, events = happened.get(row.id, ({}, {}))
            plan = self._plan(row.id) if not row.sample and len(ticks) + len(events) > 1 else None
            yield experience.take(self.workspace, row.id, experience.observed(plan)) if plan is not None else 0

    def _plan(self, case_id: str) -> Plan | None:
        from employer_assistant.cases.preview import outlook

        return outlook(self.workspace.load(case_id).case, self.library, self.today()).plan

    def counts(self, year: int | None = None) -> Counts:
        """Return anonymous numbers."""
        from employer_assistant.storage.counts import counts

        return counts(self.workspace, self.library, year)

    # ---- files for other programs

    def calendar(self, case_ids: Iterable[str] | None, language: str, *, titles: bool = False) -> bytes:
        """Return the deadlines of these cases, or of all, as an iCalendar file."""
        from employer_assistant.papers.calendar_file import CalendarCase, calendar_file
        from employer_assistant.storage.portfolio import full_outlook

        wanted = [row.id for row in self.workspace.heads()] if case_ids is None else list(case_ids)
        stored = [self.workspace.load(case_id) for case_id in wanted]
        cases = [
            CalendarCase(one.id, typed_title(one.case, language), full_outlook(one.case, self.library, self.today()))
            for one in stored
        ]
        return calendar_file(cases, self.library, language, datetime.now(UTC), titles=titles)

    def table_csv(self, rows: Sequence[PortfolioRow], language: str) -> bytes:
        """Return the overview as CSV."""
        from employer_assistant.papers.spreadsheet import csv_file
        from employer_assistant.storage.portfolio_table import table

        return csv_file(*table(rows, self.library, language))

    def table_xlsx(self, rows: Sequence[PortfolioRow], language: str) -> bytes:
        """Return the overview as XLSX."""
        from employer_assistant.content.phrases import phrase
        from employer_assistant.papers.spreadsheet import xlsx_file
        from employer_assistant.storage.portfolio_table import table

        head, lines = table(rows, self.library, language)
        return xlsx_file(phrase("portfolio.sheet", language), head, lines, datetime.now(UTC))

    def table_json(self, rows: Sequence[PortfolioRow], language: str) -> bytes:
        """Return the overview as JSON, with ids instead of words; the language plays no part."""
        import msgspec

        from employer_assistant.storage.portfolio_table import records

        return msgspec.json.format(msgspec.json.encode(records(rows, self.library)), indent=1) + b"\n"

    def report_pdf(self, rows: Sequence[PortfolioRow], language: str, options: PaperOptions) -> tuple[bytes, set[str]]:
        """Return the overview as a report to print, and the letters it could not print; call `refresh` before.

        Reads no file, so that a thread may work on it. Raises FormError without a case, LetterheadError.
        """
        from employer_assistant import __version__
        from employer_assistant.papers.input import CaseState, no_case
        from employer_assistant.papers.printing import render_portfolio

        states = [
            CaseState(row.title(self.library, language), row.outlook, row.case.sample) for row in rows if row.outlook
        ]
        shared = no_case(self.library, self.today(), __version__, sample=all(one.sample for one in states))
        return render_portfolio(states, shared, language, options)

    # ---- inside

    def _overview(self) -> Portfolio:
        from employer_assistant.storage.portfolio import Portfolio

        if self._portfolio is None:
            self._portfolio = Portfolio(self.workspace, self.library, self._cache)
        return self._portfolio

    def _by(self) -> By:
        from employer_assistant.storage.handover import By

        return By(self.settings.initials, datetime.now(UTC), self.library.content.version)

    def _read(self, data: bytes, file: str, password: str | None) -> tuple[HandedCase, ...]:
        from employer_assistant.storage.handover_file import read

        return read(data, file, self.library, password)
