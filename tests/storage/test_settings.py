"""What belongs to a workspace, and the log of its cases."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from numbered_cases import NOW, made

from employer_assistant.cases.log import LogEntry
from employer_assistant.storage.clients import copies_beside, delete_client
from employer_assistant.storage.errors import ConflictError, WorkspaceError
from employer_assistant.storage.settings import Letterhead, WorkspaceSettings, read_settings, write_settings
from employer_assistant.storage.workspace import Workspace

FULL = WorkspaceSettings(
    "ÄB",
    Letterhead(("Kammer Ä", "Straße 1"), "#0a7f2e", b"\x89PNG\x00\xff"),
    {"employer.name": "Müller & Söhne", "employer.record_clear": True, "x": Decimal("1.50"), "y": date(2026, 1, 2)},
    archived=True,
)
ENTRY = LogEntry(NOW, "AB", "did", "cases.did.answer", {"fact": "job.offer"}, "2026.11.22")


def test_settings_come_back_as_they_were(workspace: Workspace) -> None:
    assert read_settings(workspace) == WorkspaceSettings()
    for settings in (FULL, WorkspaceSettings()):
        write_settings(workspace, settings)
        assert read_settings(workspace) == settings


def test_settings_that_cannot_be_kept_change_nothing(workspace: Workspace) -> None:
    write_settings(workspace, FULL)
    with pytest.raises(WorkspaceError) as caught:
        write_settings(workspace, WorkspaceSettings(initials="x" * 21))
    assert caught.value.key == "storage.initials"
    assert caught.value.say("de")
    assert read_settings(workspace) == FULL


def test_the_log_is_written_with_the_save_or_not_at_all(workspace: Workspace) -> None:
    stored = workspace.add(made(1), NOW, ENTRY)
    workspace.save(stored.id, 1, made(2), NOW, ENTRY)
    assert workspace.log(stored.id) == (ENTRY, ENTRY)
    with pytest.raises(ConflictError):
        workspace.save(stored.id, 1, made(3), NOW, ENTRY)
    assert len(workspace.log(stored.id)) == 2
    workspace.note(stored.id, LogEntry(NOW, "", "printed"))
    assert [one.act for one in workspace.log(stored.id)] == ["did", "did", "printed"]


def test_the_log_goes_with_its_case(workspace: Workspace) -> None:
    stored = workspace.add(made(1), NOW, ENTRY)
    workspace.delete(stored.id)
    assert workspace.log(stored.id) == ()
    assert workspace.database.table("log").count == 0


def test_a_client_is_deleted_with_the_copies_that_were_agreed_to(workspace: Workspace, path: Path) -> None:
    workspace.close()
    names = [f"{path.name}{end}" for end in (".v1", ".old", ".old.2", ".part")]
    for name in (*names, f"{path.name}.andere", "fremd"):
        path.with_name(name).write_bytes(b"x")
    copies = copies_beside(path)
    assert sorted(copy.name for copy in copies) == sorted(names)
    done = delete_client(path, [*copies[:2], path.with_name("fremd")])
    assert set(done.gone) == {path, *copies[:2]}
    left = {file.name for file in path.parent.iterdir()}
    assert left == {*(copy.name for copy in copies[2:]), f"{path.name}.andere", "fremd"}


def test_only_a_workspace_is_deleted(tmp_path: Path) -> None:
    other = tmp_path / "Brief.txt"
    other.write_bytes(b"x" * 200)
    with pytest.raises(WorkspaceError):
        delete_client(other, ())
    assert other.exists()
