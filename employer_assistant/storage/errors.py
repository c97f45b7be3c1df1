"""What can go wrong with a workspace file, each as one sentence: what happened, what is safe, what to do."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from employer_assistant.content.phrases import phrase

if TYPE_CHECKING:
    from employer_assistant.cases.model import Case
    from employer_assistant.storage.workspace import StoredCase

_BY_NAME = (
    ("SQLITE_READONLY_DBMOVED", "storage.moved"),
    ("SQLITE_FULL", "storage.full"),
    ("SQLITE_IOERR", "storage.read_write"),
    ("SQLITE_BUSY", "storage.busy"),
    ("SQLITE_LOCKED", "storage.busy"),
    ("SQLITE_READONLY", "storage.read_only"),
    ("SQLITE_PERM", "storage.read_only"),
    ("SQLITE_CANTOPEN", "storage.cannot_open"),
    ("SQLITE_CORRUPT", "storage.damaged"),
    ("SQLITE_NOTADB", "storage.foreign"),
    ("SQLITE_CONSTRAINT", "storage.not_storable"),
    ("SQLITE_TOOBIG", "storage.not_storable"),
)
"""SQLite's error names by their beginnings, the narrower one first."""

_BY_ERRNO = {
    errno.ENOSPC: "storage.full",
    errno.EDQUOT: "storage.full",
    errno.EIO: "storage.read_write",
    errno.EROFS: "storage.read_only",
    errno.EACCES: "storage.read_only",
    errno.EPERM: "storage.read_only",
    errno.ENOENT: "storage.missing",
    errno.EEXIST: "storage.exists",
    errno.EISDIR: "storage.foreign",
    errno.ENOTDIR: "storage.missing",
}


_OUTSIDE = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EFBIG: "full",
    errno.EACCES: "denied",
    errno.EPERM: "denied",
    errno.EROFS: "denied",
    errno.ETXTBSY: "denied",
    errno.EBUSY: "denied",
    errno.ENOENT: "no_folder",
    errno.ENOTDIR: "no_folder",
    errno.EEXIST: "no_folder",
    errno.EISDIR: "is_folder",
    errno.ENAMETOOLONG: "long_name",
}
"""Why a paper or another file beside the workspace could not be written; an open file is "denied" on Windows."""


class WorkspaceError(Exception):
    """A workspace could not be read or written. ``key`` is the phrase id; nothing personal is in the values."""

    def __init__(self, key: str, path: Path, **values: object) -> None:
        self.key = key
        self.path = path
        self.values = values
        super().__init__(key)

    def say(self, language: str) -> str:
        """Return the sentence for the user."""
        return phrase(self.key, language, file=self.path.name, folder=str(self.path.parent), **self.values)

    def __str__(self) -> str:
        """Return the English sentence."""
        return self.say("en")


class ConflictError(WorkspaceError):
    """Another window saved the case first. Both versions are here: ``theirs`` is on disk, ``mine`` is not."""

    def __init__(self, path: Path, theirs: StoredCase, mine: Case) -> None:
        super().__init__("storage.conflict", path)
        self.theirs = theirs
        self.mine = mine


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Turn every error of SQLite and the file system inside the block into a WorkspaceError about the file."""
    try:
        yield
    except sqlite3.Error as error:
        raise from_sqlite(error, path) from None
    except OSError as error:
        raise from_os(error, path) from None
    except UnicodeDecodeError:  # SQLite quotes damaged text in its message
        raise WorkspaceError("storage.damaged", path) from None
    except (UnicodeEncodeError, OverflowError):
        raise WorkspaceError("storage.not_storable", path) from None


def from_sqlite(error: sqlite3.Error, path: Path) -> WorkspaceError:
    """Turn an error of SQLite into a sentence; one that nobody expected keeps only its name."""
    name = getattr(error, "sqlite_errorname", None) or type(error).__name__
    for beginning, key in _BY_NAME:
        if name.startswith(beginning):
            return WorkspaceError(key, path)
    undecodable = name == "OperationalError"  # text that is not UTF-8 carries no error name
    return (
        WorkspaceError("storage.damaged", path)
        if undecodable
        else WorkspaceError("storage.unexpected", path, code=name)
    )


def outside(error: OSError, path: Path) -> WorkspaceError:
    """Turn an error of the file system into a sentence about a file that is not the workspace, as a paper."""
    number = error.errno or 0
    key = _OUTSIDE.get(number, "other")
    return WorkspaceError(f"storage.outside.{key}", path, code=errno.errorcode.get(number, "OSError"))


def from_os(error: OSError, path: Path) -> WorkspaceError:
    """Turn an error of the file system into a sentence."""
    key = _BY_ERRNO.get(error.errno or 0)
    if key is None:
        return WorkspaceError("storage.unexpected", path, code=errno.errorcode.get(error.errno or 0, "OSError"))
    return WorkspaceError(key, path)
