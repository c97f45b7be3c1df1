"""Opening a workspace file so that it is safe to write, and refusing every other file without touching it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlite_utils import Database

from employer_assistant.storage import schema
from employer_assistant.storage.errors import WorkspaceError, in_words

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100
_ROLLBACK_JOURNAL = b"\x01\x01"
"""How this app always writes; SQLite would change a file marked otherwise (WAL) by merely opening it."""
_BUSY_SECONDS = 2.0
_SETTINGS = (
    ("journal_mode", "DELETE", "delete"),
    ("synchronous", "EXTRA", 3),
    ("foreign_keys", "ON", 1),
    ("secure_delete", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
)
"""One file at rest, every acknowledged save on disk, deleted text gone; each is read back."""


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """Return a connection in mode ``ro``, ``rw`` or ``rwc``; only the last one creates a file."""
    address = f"{path.absolute().as_uri()}?mode={mode}"
    return sqlite3.connect(address, uri=True, timeout=_BUSY_SECONDS)


def open_database(path: Path, mode: str = "rw") -> Database:
    """Open a file that `check_header` let pass, with safe settings. Raises WorkspaceError."""
    with in_words(path):
        connection = connect(path, mode)
        try:
            db = Database(connection, strict=True, execute_plugins=False)
            if schema.file_version(db) > schema.VERSION:
                raise WorkspaceError("storage.newer", path)
            _settle(db, path)
        except BaseException:
            connection.close()
            raise
        return db


def check_header(path: Path) -> None:
    """Refuse a missing, empty, foreign or newer file by its first bytes, without SQLite. Raises WorkspaceError."""
    with in_words(path), path.open("rb") as file:
        header = file.read(_HEADER)
    if not header:
        raise WorkspaceError("storage.empty", path)
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        raise WorkspaceError("storage.foreign", path)
    if int.from_bytes(header[68:72], "big") != schema.APPLICATION_ID:
        raise WorkspaceError("storage.foreign", path)
    if int.from_bytes(header[60:64], "big") > schema.VERSION:
        raise WorkspaceError("storage.newer", path)
    if header[18:20] != _ROLLBACK_JOURNAL:
        raise WorkspaceError("storage.damaged", path)


def check_contents(db: Database, path: Path) -> None:
    """Refuse a file whose pages or references are damaged. Raises WorkspaceError."""
    with in_words(path):
        sound = [row[0] for row in db.execute("PRAGMA integrity_check(1)")] == ["ok"]
        whole = not db.execute("PRAGMA foreign_key_check").fetchall()
    if not (sound and whole):
        raise WorkspaceError("storage.damaged", path)


def _settle(db: Database, path: Path) -> None:
    for name, value, expected in _SETTINGS:
        db.execute(f"PRAGMA {name} = {value}")
        if db.execute(f"PRAGMA {name}").fetchone()[0] != expected:
            raise WorkspaceError("storage.settings_refused", path)
