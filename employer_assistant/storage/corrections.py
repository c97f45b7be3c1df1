"""The user's corrections of the directory: one JSON file in the data folder, the same for all cases and workspaces.

They belong to the user and not to a workspace: an adviser corrects a telephone number once for all clients, and what
one client's file holds must not travel to another's. The file handed to colleagues has the same form.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec

from employer_assistant.content.corrections import FIELDS, WHOLE, Correction, merged
from employer_assistant.content.phrases import SaidError
from employer_assistant.storage.atomic_file import write_bytes

NAME = "corrections.json"
FORMAT = 1
MOST_BYTES = 1_000_000
LONGEST = 300
_INITIALS = re.compile(r"[^\W\d_](?:[^\W\d_]|[ .-]){0,9}")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029]")


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: int
    corrections: tuple[Correction, ...]


class CorrectionsError(SaidError):
    """Corrections are refused. ``key`` is a phrase id; nothing was changed."""


@dataclass(frozen=True)
class Taken:
    """What an import did: entries that were new or later than one's own, and those that were not taken."""

    taken: tuple[Correction, ...]
    kept: tuple[Correction, ...]


def corrections_file() -> Path:
    """Return where this user's corrections lie."""
    from employer_assistant.storage.places import data_folder

    return data_folder() / NAME


def load(path: Path) -> tuple[Correction, ...]:
    """Return all entries, none if there is no file yet. Raises CorrectionsError."""
    return _read(path, None) if path.exists() else ()


def add(entry: Correction, path: Path) -> None:
    """Keep an entry; it replaces an earlier one about the same field. Raises CorrectionsError."""
    check(entry, path, None)
    others = [one for one in load(path) if (one.office, one.field) != (entry.office, entry.field)]
    save((*others, entry), path)


def take_back(office: str, field: str | None, path: Path) -> int:
    """Forget the entries about an office, or about one field of it (WHOLE = its confirmation); return how many."""
    own = load(path)
    left = [one for one in own if one.office != office or (field is not None and one.field != field)]
    if len(left) < len(own):
        save(left, path)
    return len(own) - len(left)


def export(source: Path, target: Path) -> int:
    """Write all entries to a new file for colleagues; return how many. Refuses an existing file."""
    if target.exists():
        raise CorrectionsError("corrections.exists", file=target)
    own = load(source)
    save(own, target)
    return len(own)


def take_in(source: Path, path: Path, today: date) -> Taken:
    """Merge a colleague's file: later entries count, of equally old ones one's own. Raises CorrectionsError."""
    if not source.exists():
        raise CorrectionsError("corrections.missing", file=source)
    own, others = load(path), _read(source, today)
    together = merged(own, others)
    if together != merged(own, ()):
        save(together, path)
    taken = tuple(one for one in others if one in together and one not in own)
    return Taken(taken, tuple(one for one in others if one not in together))


def save(entries: Sequence[Correction], path: Path) -> None:
    """Replace the file whole. Raises CorrectionsError."""
    data = msgspec.json.format(msgspec.json.encode(_File(FORMAT, merged((), entries))), indent=1)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_bytes(path, data + b"\n")
    except OSError as error:
        problem = error.strerror or type(error).__name__
        raise CorrectionsError("corrections.not-written", file=path, problem=problem) from None


def check(entry: Correction, path: Path, today: date | None) -> None:
    """Refuse an entry that nobody could have made here; ``today`` refuses later days. Raises CorrectionsError."""
    if not _INITIALS.fullmatch(entry.by):
        raise CorrectionsError("corrections.initials")
    if entry.field not in (WHOLE, *FIELDS):
        raise CorrectionsError("corrections.field", known=", ".join(FIELDS))
    lines = (entry.office, *entry.old.split("\n"), *entry.new.split("\n"))
    several = entry.field != WHOLE and "\n" in entry.old + entry.new
    if several or any(len(line) > LONGEST or _CONTROL.search(line) for line in lines):
        raise CorrectionsError("corrections.text", longest=LONGEST)
    if entry.field == "web" and entry.new and not re.fullmatch(r"https://[^\s/]+\.[^\s/]+(/\S*)?", entry.new):
        raise CorrectionsError("corrections.web")
    if today is not None and entry.on > today:
        raise CorrectionsError("corrections.future", file=path)


def _read(path: Path, today: date | None) -> tuple[Correction, ...]:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise CorrectionsError("corrections.foreign", file=path)
        found = msgspec.json.decode(path.read_bytes(), type=_File)
    except OSError as error:
        problem = error.strerror or type(error).__name__
        raise CorrectionsError("corrections.unreadable", file=path, problem=problem) from None
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise CorrectionsError("corrections.foreign", file=path) from None
    if found.format != FORMAT:
        raise CorrectionsError("corrections.newer", file=path)
    keys = [(one.office, one.field) for one in found.corrections]
    if len(set(keys)) < len(keys):
        raise CorrectionsError("corrections.foreign", file=path)
    for one in found.corrections:
        check(one, path, today)
    return found.corrections
