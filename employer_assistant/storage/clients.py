"""The workspace file of a client as a whole: its copies, and deleting all of them."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from employer_assistant.storage.atomic_file import sync_folder
from employer_assistant.storage.backups import backups_folder, backups_of
from employer_assistant.storage.connection import check_header
from employer_assistant.storage.errors import WorkspaceError, in_words


@dataclass(frozen=True)
class Deleted:
    """What was deleted, and which copies could not be."""

    gone: tuple[Path, ...]
    left: tuple[Path, ...]


def copies_beside(path: Path) -> tuple[Path, ...]:
    """Return the copies that the app itself made of a workspace: backups, before migrations, at restores, unfinished.

    Backups that people put elsewhere are not known; the screen says so.
    """
    made = (".v", ".old", ".part", "-journal")
    with in_words(path.parent):
        beside = [one for one in path.parent.iterdir() if one.name.startswith(path.name) and one != path]
    copies = sorted(one for one in beside if one.name[len(path.name) :].startswith(made))
    return (*copies, *backups_of(path))


def delete_client(path: Path, copies: Iterable[Path]) -> Deleted:
    """Delete a closed workspace and the copies that were agreed to. Raises WorkspaceError if the file itself stays.

    Only copies that `copies_beside` names are touched; anything else is left.
    """
    check_header(path)
    known = set(copies_beside(path))
    wanted = [one for one in copies if one in known]
    with in_words(path):
        path.unlink()
    gone, left = [path], []
    for one in wanted:
        try:
            one.unlink()
        except OSError:
            left.append(one)
        else:
            gone.append(one)
    with suppress(OSError):  # not empty, or never there
        backups_folder(path).rmdir()
    try:
        sync_folder(path.parent)
    except OSError as error:
        raise WorkspaceError("storage.read_write", path) from error
    return Deleted(tuple(gone), tuple(left))
