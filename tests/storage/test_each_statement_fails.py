"""Whatever statement fails, the file holds the old case or the new one, never a mixture."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from numbered_cases import NOW, made

from employer_assistant.storage import connection
from employer_assistant.storage.errors import WorkspaceError
from employer_assistant.storage.workspace import Workspace


class Failing(sqlite3.Connection):
    """A connection that raises once, at the statement whose number is set; ``after`` = only when it has been done."""

    left = 0
    after = False

    def execute(self, *args: Any) -> sqlite3.Cursor:  # type: ignore[override]
        Failing.left -= 1
        if Failing.left == 0 and not Failing.after:
            raise _fault()
        cursor = super().execute(*args)
        if Failing.left == 0:
            raise _fault()
        return cursor


def _fault() -> sqlite3.Error:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorname = "SQLITE_IOERR_FSYNC"  # type: ignore[misc]
    return error


@pytest.fixture
def failing(workspace: Workspace, path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    def connect(file: Path, mode: str) -> sqlite3.Connection:
        return sqlite3.connect(f"{file.absolute().as_uri()}?mode={mode}", uri=True, factory=Failing)

    Failing.left, Failing.after = 0, False
    monkeypatch.setattr(connection, "connect", connect)
    with closing(Workspace.open(path)) as opened:
        yield opened


def failures(act: Callable[[], object]) -> Iterator[bool]:
    """Run the act again and again, the first statement failing, then the second …, until a run meets no failure."""
    seen: set[str] = set()
    for number in range(1, 500):
        Failing.left, Failing.after = number, False
        try:
            act()
        except WorkspaceError as error:
            seen.add(error.key)
        passed = Failing.left > 0
        Failing.left = 0
        yield passed
        if passed:
            assert seen == {"storage.read_write"}
            return
    raise AssertionError("no run passed")


def test_a_save_is_whole_or_not_at_all(failing: Workspace, workspace: Workspace) -> None:
    stored = workspace.add(made(1), NOW)
    runs = 0
    for done in failures(lambda: failing.save(stored.id, 1, made(2), NOW)):
        runs += 1
        assert workspace.load(stored.id).case == made(2 if done else 1)
    assert runs > 15


def test_a_new_case_is_whole_or_not_at_all(failing: Workspace, workspace: Workspace) -> None:
    for done in failures(lambda: failing.add(made(1), NOW)):
        assert [workspace.load(row.id).case for row in workspace.cases()] == ([made(1)] if done else [])


def test_a_commit_that_failed_after_it_was_done_counts_as_saved(failing: Workspace, workspace: Workspace) -> None:
    """A folder that cannot be synced is reported as an error although the save is on disk."""
    stored = workspace.add(made(1), NOW)
    revision = 1
    for number in range(1, 500):
        Failing.left, Failing.after = number, True
        try:
            failing.save(stored.id, revision, made(revision + 1), NOW)
        except WorkspaceError:
            assert workspace.load(stored.id).case == made(revision)
        else:
            revision += 1
            assert workspace.load(stored.id).case == made(revision)
        if Failing.left > 0:
            break
    assert revision == 3, "once after the failed commit, once without any failure"


def test_control_without_a_transaction_a_failed_statement_tears_the_case(
    failing: Workspace, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Workspace, "transact", lambda self, write, is_there: write())
    stored = workspace.add(made(1), NOW)
    torn = 0
    for number in range(1, 30):
        Failing.left, Failing.after = number, False
        try:
            failing.save(stored.id, workspace.load(stored.id).revision, made(2), NOW)
        except (WorkspaceError, sqlite3.Error):
            failing.database.rollback()
            torn += workspace.load(stored.id).case not in (made(1), made(2))
    Failing.left = 0
    assert torn
