"""Handing cases over and taking them back: what is new, what moved on, what both sides changed.

Each side remembers the digests under which a case went over. A version that builds on one the other side had is newer;
if neither builds on the other, both sides changed it and people decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from employer_assistant.cases.difference import Difference, difference
from employer_assistant.cases.log import LogEntry, entry
from employer_assistant.cases.model import Case
from employer_assistant.storage import rows
from employer_assistant.storage.handover_file import HandedCase, HandoverError, digest_of
from employer_assistant.storage.workspace import StoredCase, Workspace

Standing = Literal["new", "same", "updated", "kept", "conflict"]
Take = Literal["theirs", "mine", "both"]


@dataclass(frozen=True)
class Incoming:
    """A case of a file against this workspace. ``changed``: what taking it over changes here, or would."""

    handed: HandedCase
    standing: Standing
    changed: Difference
    here: StoredCase | None = None


@dataclass(frozen=True)
class By:
    """Who acts, when, on which state of the law."""

    who: str
    at: datetime
    content_version: str

    def entry(self, act: Literal["imported", "updated", "handed_over", "copied"]) -> LogEntry:
        """Return the entry of the log for an act."""
        return entry(act, None, self.who, self.at, self.content_version)


def hand_over(workspace: Workspace, case_ids: Iterable[str], by: By) -> tuple[HandedCase, ...]:
    """Return the cases for a file and remember in which state they went. Call it when the file is written."""
    stored = [workspace.load(case_id) for case_id in case_ids]
    marks = [(one.id, digest_of(one.case)) for one in stored]

    def write() -> None:
        for case_id, digest in marks:
            _remember(workspace, case_id, digest, by.at)
            workspace.write_log(case_id, by.entry("handed_over"))

    workspace.transact(write, lambda: all(digest in _history(workspace, case_id) for case_id, digest in marks))
    return tuple(
        HandedCase(one.id, one.case, tuple(_history(workspace, one.id)), workspace.log(one.id)) for one in stored
    )


def compare(workspace: Workspace, handed: Sequence[HandedCase]) -> tuple[Incoming, ...]:
    """Return how the cases of a file stand to those here. Changes nothing."""
    there = {row.id for row in workspace.cases()}
    return tuple(_compared(workspace, one, known=one.id in there) for one in handed)


def take_in(
    workspace: Workspace, handed: Sequence[HandedCase], by: By, take: Take | Mapping[str, Take] | None = None
) -> tuple[Incoming, ...]:
    """Take all cases over in one transaction and return how they stood.

    Raises HandoverError ``choose`` for cases that both sides changed, unless ``take`` says whose version counts: for
    all of them, or by id.
    """
    found = compare(workspace, handed)
    split = [one.handed.id for one in found if one.standing == "conflict"]
    choices = take if isinstance(take, Mapping) else dict.fromkeys(split, take) if take else {}
    if any(case_id not in choices for case_id in split):
        raise HandoverError("choose")

    def write() -> None:
        for one in found:
            _take(workspace, one, by, choices.get(one.handed.id))

    workspace.transact(write, lambda: False)
    return found


def _compared(workspace: Workspace, handed: HandedCase, *, known: bool) -> Incoming:
    if not known:
        return Incoming(handed, "new", difference(Case(""), handed.case))
    here = workspace.load(handed.id)
    mine, theirs = digest_of(here.case), digest_of(handed.case)
    standing: Standing = "conflict"
    if mine == theirs:
        standing = "same"
    elif mine in handed.history:
        standing = "updated"
    elif theirs in _history(workspace, handed.id):
        standing = "kept"
    return Incoming(handed, standing, difference(here.case, handed.case), here)


def _take(workspace: Workspace, one: Incoming, by: By, take: Take | None) -> None:
    case_id, theirs = one.handed.id, digest_of(one.handed.case)
    if one.standing == "new":
        workspace.put(case_id, one.handed.case, by.at)
        for old in one.handed.log:
            workspace.write_log(case_id, old)
        workspace.write_log(case_id, by.entry("imported"))
    elif one.standing == "updated" or (one.standing == "conflict" and take == "theirs"):
        workspace.put(case_id, one.handed.case, by.at)
        _add_log(workspace, case_id, one.handed.log)
        workspace.write_log(case_id, by.entry("updated"))
    elif one.standing == "conflict" and take == "both":
        copied = workspace.put(None, one.handed.case, by.at)
        workspace.write_log(copied, by.entry("copied"))
    for digest in (*one.handed.history, theirs):
        _remember(workspace, case_id, digest, by.at)


def _add_log(workspace: Workspace, case_id: str, theirs: Iterable[LogEntry]) -> None:
    """Add the entries of the other side that are not here yet."""
    query = "SELECT * FROM log WHERE case_id = ? ORDER BY rowid"
    mine = [rows.log_of(row) for row in workspace.database.query(query, [case_id])]
    for one in theirs:
        if one not in mine:
            workspace.write_log(case_id, one)


def _history(workspace: Workspace, case_id: str) -> list[str]:
    query = "SELECT digest FROM exchanges WHERE case_id = ? ORDER BY rowid"
    return [row[0] for row in workspace.database.execute(query, [case_id])]


def _remember(workspace: Workspace, case_id: str, digest: str, at: datetime) -> None:
    if digest not in _history(workspace, case_id):
        stamp = at.astimezone(UTC).isoformat(timespec="seconds")
        workspace.database.execute("INSERT INTO exchanges VALUES (?, ?, ?)", [case_id, stamp, digest])
