"""A client's file at rest, closed by a password: the whole workspace sealed into one file that nothing else can read.

This protects a file that lies still: in a drawer, on a stick, in a mail. While a workspace is open it is plain on the
disk, and traces of it may stay on the disk after it was closed; against that only an encrypted disk helps.
"""

from __future__ import annotations

from pathlib import Path

from employer_assistant.storage import backups
from employer_assistant.storage.atomic_file import part_of, publish_new, write_bytes
from employer_assistant.storage.errors import WorkspaceError, in_words
from employer_assistant.storage.sealed import SHORTEST, is_sealed, opened, sealed

ENDING = ".locked"
_MOST_BYTES = 400_000_000


def lock(path: Path, password: str) -> Path:
    """Seal a closed workspace under ``name.locked`` and delete the plain file; return where the sealed one is.

    The plain file goes only after the sealed one was written, read back and opened. Raises WorkspaceError.
    """
    if len(password) < SHORTEST:
        raise WorkspaceError("locked.short", path, shortest=SHORTEST)
    backups.verify(path)
    target = path.with_name(path.name + ENDING)
    if target.exists():
        raise WorkspaceError("storage.exists", target)
    with in_words(path):
        data = path.read_bytes()
    with in_words(target):
        write_bytes(target, sealed(data, password))
        if opened(target.read_bytes(), password) != data:
            target.unlink()
            raise WorkspaceError("storage.read_write", target)
    with in_words(path):
        path.unlink()
    return target


def unlock(locked: Path, password: str) -> Path:
    """Open a sealed workspace beside its place and return where; the sealed file goes once the plain one is safe.

    Raises WorkspaceError: another password, a damaged file, or a plain file that is there already.
    """
    path = locked.with_name(locked.name.removesuffix(ENDING))
    if path == locked or path.exists():
        raise WorkspaceError("storage.exists", path)
    with in_words(locked):
        if locked.stat().st_size > _MOST_BYTES:
            raise WorkspaceError("storage.foreign", locked)
        data = locked.read_bytes()
    if not is_sealed(data):
        raise WorkspaceError("storage.foreign", locked)
    plain = opened(data, password)
    if plain is None:
        raise WorkspaceError("locked.wrong", locked)
    part = part_of(path)
    try:
        with in_words(path):
            write_bytes(part, plain)
            backups.verify(part)
            publish_new(part, path)
            locked.unlink()
    finally:
        part.unlink(missing_ok=True)
    return path
