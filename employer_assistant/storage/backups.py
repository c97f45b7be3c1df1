"""Backups: made beside their place, opened, checked, and only then given their name."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from employer_assistant.storage import schema
from employer_assistant.storage.atomic_file import part_of, publish_new
from employer_assistant.storage.connection import check_contents, check_header, connect
from employer_assistant.storage.errors import WorkspaceError, in_words
from employer_assistant.storage.workspace import CaseRow, Workspace


def back_up(workspace: Workspace, target: Path) -> None:
    """Copy an open workspace to a new file, whatever other windows do meanwhile. Refuses an existing file."""
    _copy(workspace.database, target)


def backups_folder(path: Path) -> Path:
    """Return where the app itself puts backups of a workspace: a folder beside it."""
    return path.with_name(f"{path.name}-backups")


def back_up_now(workspace: Workspace, now: datetime) -> Path:
    """Copy an open workspace into the folder of its backups, named by the minute, and return where."""
    folder = backups_folder(workspace.path)
    with in_words(folder):
        folder.mkdir(exist_ok=True)
    target = free_name(folder / f"{now:%Y-%m-%d %H.%M}{workspace.path.suffix}")
    back_up(workspace, target)
    return target


def backups_of(path: Path) -> list[Path]:
    """Return the backups that the app itself made of a workspace, the newest first."""
    folder = backups_folder(path)
    if not folder.is_dir():
        return []
    with in_words(folder):
        return sorted(
            (one for one in folder.iterdir() if one.is_file() and not one.name.endswith(".part")), reverse=True
        )


def holding(backups: Iterable[Path], case_id: str) -> list[Path]:
    """Return the backups that still hold a case. One that cannot be read is left out: it may hold anything."""
    return [one for one in backups if _holds(one, case_id)]


def _holds(backup: Path, case_id: str) -> bool:
    try:
        check_header(backup)
        with closing(_read_only(backup)) as db, in_words(backup):
            return db.execute("SELECT 1 FROM cases WHERE id = ?", [case_id]).fetchone() is not None
    except WorkspaceError:
        return False


def clean(backup: Path, case_id: str) -> None:
    """Delete one case in a backup for good; all else in it stays. Raises WorkspaceError."""
    with closing(Workspace.open(backup)) as copy:
        copy.delete(case_id)


def back_up_before_migration(db: Database, path: Path) -> Path:
    """Copy a file of an older version beside itself and return where: ``Name.employer-assistant.v1``."""
    target = free_name(path.with_name(f"{path.name}.v{schema.file_version(db)}"))
    _copy(db, target)
    return target


def verify(path: Path) -> None:
    """Check, for reading only, that a file is a sound workspace that this app can open. Raises WorkspaceError."""
    check_header(path)
    with closing(_read_only(path)) as db:
        check_contents(db, path)


def contents(path: Path) -> list[CaseRow]:
    """Return the cases of a checked file, each read through, for reading only. Raises WorkspaceError."""
    verify(path)
    with closing(_read_only(path)) as db:
        workspace = Workspace(path, db)
        found = workspace.cases()
        for row in found:
            workspace.load(row.id)
        return found


def restore(backup: Path, path: Path) -> Path | None:
    """Put a checked backup in the place of a workspace; return where the file that was there is kept, if there was one.

    The workspace must be closed. A journal that lies beside it belongs to it and is set aside with it.
    """
    verify(backup)
    kept: Path | None = None
    part = part_of(path)
    try:
        with in_words(path):
            with closing(_read_only(backup)) as db:
                _fill(db, part, backup)
            if path.exists():
                kept = free_name(path.with_name(path.name + ".old"))
                path.rename(kept)
            journal = path.with_name(path.name + "-journal")
            if journal.exists():
                beside = kept if kept else free_name(path.with_name(path.name + ".old"))
                journal.rename(beside.with_name(beside.name + "-journal"))
            publish_new(part, path)
    finally:
        part.unlink(missing_ok=True)
    return kept


def free_name(path: Path) -> Path:
    """Return the path, or the first numbered one (``name.2``) that does not exist yet."""
    candidate, number = path, 2
    while candidate.exists():
        candidate, number = path.with_name(f"{path.name}.{number}"), number + 1
    return candidate


def _copy(db: Database, target: Path) -> None:
    if target.exists():
        raise WorkspaceError("storage.exists", target)
    part = part_of(target)
    try:
        with in_words(target):
            _fill(db, part, target)
            publish_new(part, target)
    finally:
        part.unlink(missing_ok=True)


def _fill(db: Database, part: Path, named: Path) -> None:
    """Write a copy and check it as a reader would. Raises WorkspaceError about the file ``named``."""
    try:
        part.unlink(missing_ok=True)
        with closing(connect(part, "rwc")) as copy:
            db.conn.backup(copy)
        verify(part)
    except WorkspaceError:
        raise WorkspaceError("storage.backup_bad", named) from None


def _read_only(path: Path) -> Database:
    with in_words(path):
        return Database(connect(path, "ro"), strict=True, execute_plugins=False)
