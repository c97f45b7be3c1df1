"""The workspace: one SQLite file with all cases of a user. One connection, one thread, one function that saves."""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeAlias, TypeVar

from sqlite_utils import Database

from employer_assistant.cases.log import LogEntry
from employer_assistant.cases.model import Case
from employer_assistant.rules.answers import Answer
from employer_assistant.storage import rows, schema
from employer_assistant.storage.atomic_file import part_of, publish_new
from employer_assistant.storage.connection import check_contents, check_header, open_database
from employer_assistant.storage.errors import ConflictError, WorkspaceError, in_words

_T = TypeVar("_T")


Seal: TypeAlias = tuple[int, int, int]
"""Size, time of the last change in nanoseconds, and number of a file: nobody writes it without a trace in these."""


def seal_of(path: Path) -> Seal | None:
    """Return how a closed file looks from outside; None if it is not there or a journal waits beside it."""
    try:
        found = path.stat()
    except OSError:
        return None
    if path.with_name(path.name + "-journal").exists():
        return None
    return (found.st_size, found.st_mtime_ns, found.st_ino)


@dataclass(frozen=True)
class StoredCase:
    """A case as it is on disk. ``revision`` rises by one with every save; ``changed_at`` is in UTC."""

    id: str
    revision: int
    changed_at: datetime
    case: Case


@dataclass(frozen=True)
class CaseHead:
    """What a list of many cases needs of each: no answer, no step."""

    id: str
    title: str
    route: str | None
    sample: bool
    content_version: str
    changed_at: datetime
    revision: int


@dataclass(frozen=True)
class CaseRow(CaseHead):
    """A case in a list. ``last_step`` is the step ticked on the latest day."""

    answers: int
    last_step: str | None


class Workspace:
    """An open workspace file. Every method raises WorkspaceError; the file is then as it was."""

    def __init__(self, path: Path, db: Database) -> None:
        self.path = path
        self._db = db

    @classmethod
    def create(cls, path: Path) -> Workspace:
        """Create a new file beside its place, give it its name, and open it. Refuses an existing file."""
        if path.exists():
            raise WorkspaceError("storage.exists", path)
        part = part_of(path)
        try:
            with in_words(path):
                part.unlink(missing_ok=True)
                with closing(open_database(part, "rwc")) as db:
                    schema.migrate(db)
                publish_new(part, path)
        finally:
            _forget(part)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path, sound: Seal | None = None) -> Workspace:
        """Open an existing file, checked; an older one is backed up and migrated first.

        ``sound``: how the file looked when it was last closed in good order. If it looks so still, it is not read
        through again: a large file opens as fast as a small one.
        """
        check_header(path)
        unchanged = sound is not None and sound == seal_of(path)
        db = open_database(path)
        try:
            if not unchanged:
                check_contents(db, path)
            with in_words(path):
                if schema.file_version(db) < schema.VERSION:
                    from employer_assistant.storage.backups import back_up_before_migration

                    back_up_before_migration(db, path)
                    schema.migrate(db)
        except BaseException:
            db.close()
            raise
        return cls(path, db)

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    @property
    def database(self) -> Database:
        """The open database, for backups."""
        return self._db

    def cases(self) -> list[CaseRow]:
        """Return all cases, newest change first."""
        with self.reading():
            found = self._db.query(
                """SELECT cases.*, (SELECT count(*) FROM answers WHERE case_id = cases.id) AS answers,
                          (SELECT step FROM ticks WHERE case_id = cases.id ORDER BY day DESC, rowid DESC LIMIT 1)
                          AS last_step
                   FROM cases ORDER BY changed_at DESC, rowid DESC"""
            )
            return [
                CaseRow(
                    row["id"],
                    row["title"],
                    row["route"],
                    bool(row["sample"]),
                    row["content_version"],
                    datetime.fromisoformat(row["changed_at"]),
                    row["revision"],
                    row["answers"],
                    row["last_step"],
                )
                for row in found
            ]

    def heads(self) -> list[CaseHead]:
        """Return all cases, newest change first, without what has to be counted: a third of the time of `cases`."""
        with self.reading():
            found = self._db.execute(
                """SELECT id, title, route, sample, content_version, changed_at, revision
                   FROM cases ORDER BY changed_at DESC, rowid DESC"""
            )
            return [
                CaseHead(id, title, route, bool(sample), content, datetime.fromisoformat(changed), revision)
                for id, title, route, sample, content, changed, revision in found
            ]

    def some_answers(self, case_ids: Iterable[str], facts: Iterable[str]) -> dict[str, dict[str, Answer]]:
        """Return the answers to these facts of these cases, by case; a case without any is left out."""
        with self.reading():
            found = self._db.query(
                """SELECT case_id, fact, kind, value FROM answers
                   WHERE case_id IN (SELECT value FROM json_each(?)) AND fact IN (SELECT value FROM json_each(?))""",
                [json.dumps(list(case_ids)), json.dumps(list(facts))],
            )
            by_case: dict[str, list[rows.Row]] = {}
            for row in found:
                by_case.setdefault(row["case_id"], []).append(row)
            return {case_id: rows.answers_of(answers) for case_id, answers in by_case.items()}

    def happened(self) -> dict[str, tuple[dict[str, date], dict[str, date]]]:
        """Return the ticks and the events of all cases, by case; one where nothing happened is left out."""
        found: dict[str, tuple[dict[str, date], dict[str, date]]] = {}
        with self.reading():
            tables = ("SELECT case_id, step, day FROM ticks", "SELECT case_id, event, day FROM events")
            for place, query in enumerate(tables):
                for case_id, name, day in self._db.execute(query):
                    found.setdefault(case_id, ({}, {}))[place][name] = date.fromisoformat(day)
        return found

    def state(self) -> tuple[int, int]:
        """Return a mark that changes with every change of the file, from this window or another."""
        with in_words(self.path):
            return (self._db.execute("PRAGMA data_version").fetchone()[0], self._db.conn.total_changes)

    def load(self, case_id: str) -> StoredCase:
        """Return one case. Raises WorkspaceError ``storage.case_gone`` if it is not there."""
        with self.reading():
            return self._load(case_id)

    def add(self, case: Case, now: datetime, log: LogEntry | None = None) -> StoredCase:
        """Put a new case on disk, with the entry of its log."""
        case_id = secrets.token_hex(8)
        stored = StoredCase(case_id, 1, now.astimezone(UTC), case)

        def write() -> None:
            self._db.table("cases").insert({"id": case_id, **rows.head(case), "revision": 1, "changed_at": _stamp(now)})
            self._write_children(case_id, case)
            self.write_log(case_id, log)

        self.transact(write, lambda: self._revision(case_id) == 1)
        return stored

    def save(self, case_id: str, revision: int, case: Case, now: datetime, log: LogEntry | None = None) -> StoredCase:
        """Replace a case that still has the revision, and add the entry to its log.

        Raises ConflictError, with both versions, if it has another.
        """
        stored = StoredCase(case_id, revision + 1, now.astimezone(UTC), case)

        def write() -> None:
            hit = self._db.execute(
                """UPDATE cases SET title = :title, route = :route, procedure = :procedure, sample = :sample,
                          content_version = :content_version, revision = revision + 1, changed_at = :now
                   WHERE id = :id AND revision = :revision""",
                {**rows.head(case), "now": _stamp(now), "id": case_id, "revision": revision},
            )
            if hit.rowcount != 1:
                raise ConflictError(self.path, self._load(case_id), case)
            self._delete_children(case_id)
            self._write_children(case_id, case)
            self.write_log(case_id, log)

        self.transact(write, lambda: self._revision(case_id) == revision + 1 and self._load(case_id).case == case)
        return stored

    def put(self, case_id: str | None, case: Case, now: datetime) -> str:
        """Put a case in the place of one, or as a new one (None: under a new id), inside a transaction; return its id.

        For hand-overs, which take many cases over at once.
        """
        case_id = case_id or secrets.token_hex(8)
        revision = (self._revision(case_id) or 0) + 1
        row = {"id": case_id, **rows.head(case), "revision": revision, "changed_at": _stamp(now)}
        self._db.table("cases").upsert(row, pk="id")
        self._delete_children(case_id)
        self._write_children(case_id, case)
        return case_id

    def log(self, case_id: str) -> tuple[LogEntry, ...]:
        """Return who did what to a case, the first act first."""
        with self.reading():
            found = self._db.query("SELECT * FROM log WHERE case_id = ? ORDER BY rowid", [case_id])
            return tuple(rows.log_of(row) for row in found)

    def write_log(self, case_id: str, entry: LogEntry | None) -> None:
        """Add an entry to the log of a case, inside a transaction."""
        if entry is not None:
            self._db.table("log").insert(rows.log_row(case_id, entry))

    def note(self, case_id: str, entry: LogEntry) -> None:
        """Add an entry for an act that does not change the case (printed, handed over)."""
        self.transact(lambda: self.write_log(case_id, entry), lambda: entry in self.log(case_id))

    def delete(self, case_id: str) -> None:
        """Delete a case for good: its pages are wiped and given back. Backups keep their copies."""

        def write() -> None:
            self._db.execute("DELETE FROM cases WHERE id = ?", [case_id])

        self.transact(write, lambda: self._revision(case_id) is None)
        with suppress(WorkspaceError), in_words(self.path):  # the text is wiped already; only space is given back
            self._db.vacuum()

    def transact(self, write: Callable[[], _T], is_there: Callable[[], bool]) -> _T:
        """Run one writing transaction, for this room only.

        An error of the commit itself counts only if the change is not on disk.
        """
        with in_words(self.path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                result = write()
            except BaseException:
                self._db.rollback()
                raise
            try:
                self._db.commit()
            except sqlite3.Error:
                self._db.rollback()
                if not is_there():
                    raise
            return result

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Show one state of the file to several reads, for this room only."""
        with in_words(self.path):
            self._db.execute("BEGIN")
            try:
                yield
            except (ValueError, ArithmeticError, LookupError):  # what no version of the app writes
                raise WorkspaceError("storage.damaged", self.path) from None
            finally:
                self._db.rollback()

    def _load(self, case_id: str) -> StoredCase:
        row = next(iter(self._db.query("SELECT * FROM cases WHERE id = ?", [case_id])), None)
        if row is None:
            raise WorkspaceError("storage.case_gone", self.path)
        there = set(self._db.table_names())  # a backup of an older version lacks the newer tables
        tables = {
            name: list(self._db.query(f"SELECT * FROM {name} WHERE case_id = ? ORDER BY rowid", [case_id]))  # noqa: S608
            if name in there
            else []
            for name in schema.TABLES
        }
        changed_at = datetime.fromisoformat(row["changed_at"])
        return StoredCase(case_id, row["revision"], changed_at, rows.case_of(row, tables))

    def _revision(self, case_id: str) -> int | None:
        found = self._db.execute("SELECT revision FROM cases WHERE id = ?", [case_id]).fetchone()
        return None if found is None else int(found[0])

    def _delete_children(self, case_id: str) -> None:
        for name in schema.TABLES:
            self._db.execute(f"DELETE FROM {name} WHERE case_id = ?", [case_id])  # noqa: S608

    def _write_children(self, case_id: str, case: Case) -> None:
        for name, found in rows.children(case_id, case).items():
            if found:
                self._db.table(name).insert_all(found)


def _stamp(now: datetime) -> str:
    return now.astimezone(UTC).isoformat(timespec="microseconds")


def _forget(part: Path) -> None:
    for leftover in (part, part.with_name(part.name + "-journal")):
        leftover.unlink(missing_ok=True)
