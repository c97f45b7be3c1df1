"""Backups are checked before they get their name; an older file is backed up before it is migrated."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from numbered_cases import NOW, made
from sqlite_utils import Database, Migrations

from employer_assistant.storage import backups, schema
from employer_assistant.storage.errors import WorkspaceError
from employer_assistant.storage.places import is_shared
from employer_assistant.storage.workspace import Workspace

NEXT = schema.VERSION + 1


def test_a_backup_holds_every_case_and_can_be_opened(workspace: Workspace, tmp_path: Path) -> None:
    stored = workspace.add(made(1), NOW)
    target = tmp_path / "Sicherung"
    backups.back_up(workspace, target)
    backups.verify(target)
    assert backups.contents(target) == workspace.cases()
    with closing(Workspace.open(target)) as copy:
        assert copy.load(stored.id) == stored
    assert {file.name for file in tmp_path.iterdir()} == {target.name, workspace.path.name}


def test_a_backup_never_overwrites(workspace: Workspace, tmp_path: Path) -> None:
    target = tmp_path / "Sicherung"
    target.write_bytes(b"alt")
    with pytest.raises(WorkspaceError) as caught:
        backups.back_up(workspace, target)
    assert caught.value.key == "storage.exists"
    assert target.read_bytes() == b"alt"


def test_a_backup_that_fails_its_check_gets_no_name(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoiled(path: Path) -> None:
        raise WorkspaceError("storage.damaged", path)

    monkeypatch.setattr(backups, "verify", spoiled)
    with pytest.raises(WorkspaceError) as caught:
        backups.back_up(workspace, tmp_path / "Sicherung")
    assert caught.value.key == "storage.backup_bad"
    assert list(tmp_path.iterdir()) == [workspace.path]


def test_verify_finds_damage_and_changes_nothing(workspace: Workspace, path: Path) -> None:
    workspace.add(made(1), NOW)
    good = path.read_bytes()
    backups.verify(path)
    assert path.read_bytes() == good
    bad = path.with_name("schlecht")
    bad.write_bytes(good[:4096] + b"\x00" * 4096 + good[8192:])
    before = bad.read_bytes()
    with pytest.raises(WorkspaceError):
        backups.verify(bad)
    assert bad.read_bytes() == before


def test_restore_keeps_the_file_that_was_there(workspace: Workspace, path: Path, tmp_path: Path) -> None:
    workspace.add(made(1), NOW)
    backup = tmp_path / "Sicherung"
    backups.back_up(workspace, backup)
    workspace.add(made(2), NOW)
    workspace.close()
    for _ in range(2):
        kept = backups.restore(backup, path)
        assert kept is not None
        assert path.read_bytes() == backup.read_bytes()
    assert len(backups.contents(path.with_name(path.name + ".old"))) == 2
    assert len(backups.contents(path.with_name(path.name + ".old.2"))) == 1


def test_restore_sets_an_old_journal_aside(workspace: Workspace, path: Path, tmp_path: Path) -> None:
    """A journal that stayed behind would be played into the restored file and destroy it."""
    workspace.add(made(1), NOW)
    backup = tmp_path / "Sicherung"
    backups.back_up(workspace, backup)
    workspace.close()
    path.write_bytes(b"kaputt")
    path.with_name(path.name + "-journal").write_bytes(b"Rest")
    kept = backups.restore(backup, path)
    assert kept is not None
    assert kept.read_bytes() == b"kaputt"
    assert kept.with_name(kept.name + "-journal").read_bytes() == b"Rest"
    assert not path.with_name(path.name + "-journal").exists()
    assert len(backups.contents(path)) == 1


def test_restore_of_a_bad_backup_changes_nothing(workspace: Workspace, path: Path, tmp_path: Path) -> None:
    workspace.add(made(1), NOW)
    workspace.close()
    before = path.read_bytes()
    backup = tmp_path / "Sicherung"
    backup.write_bytes(before[: len(before) // 2])
    with pytest.raises(WorkspaceError):
        backups.restore(backup, path)
    assert path.read_bytes() == before


def _next_version(monkeypatch: pytest.MonkeyPatch, *, broken: bool = False) -> None:
    """Let the app be one version newer: it adds a column to the cases."""
    newer = Migrations("workspace")
    newer()(schema.first_tables)
    newer()(schema.reasons)
    newer()(schema.office_work)

    def closed_on(db: Database) -> None:
        db.execute("ALTER TABLE cases ADD COLUMN closed_on TEXT")
        if broken:
            db.execute("ALTER TABLE nowhere ADD COLUMN x TEXT")

    newer()(closed_on)
    monkeypatch.setattr(schema, "MIGRATIONS", newer)
    monkeypatch.setattr(schema, "VERSION", NEXT)


def test_the_version_is_the_number_of_migrations() -> None:
    with closing(Database(memory=True)) as db:
        assert len(schema.MIGRATIONS.pending(db)) == schema.VERSION


def test_an_older_file_is_backed_up_then_migrated(
    workspace: Workspace, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = workspace.add(made(1), NOW)
    workspace.close()
    _next_version(monkeypatch)
    with closing(Workspace.open(path)) as migrated:
        assert migrated.load(stored.id) == stored
        assert schema.file_version(migrated.database) == NEXT
        assert "closed_on" in migrated.database.table("cases").columns_dict
    kept = path.with_name(f"{path.name}.v{schema.VERSION - 1}")
    monkeypatch.undo()
    assert [row.id for row in backups.contents(kept)] == [stored.id]
    after = path.read_bytes()
    with pytest.raises(WorkspaceError) as caught:
        Workspace.open(path)
    assert caught.value.key == "storage.newer"
    assert path.read_bytes() == after


def test_a_migration_that_fails_changes_nothing(
    workspace: Workspace, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.add(made(1), NOW)
    workspace.close()
    before = path.read_bytes()
    _next_version(monkeypatch, broken=True)
    with pytest.raises(WorkspaceError):
        Workspace.open(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("path", "shared"),
    [
        (PureWindowsPath(r"C:\Users\Anna\OneDrive - Firma\Faelle"), True),
        (PureWindowsPath(r"\\server\ablage\Faelle"), True),
        (PurePosixPath("/home/anna/Nextcloud/Faelle"), True),
        (PurePosixPath("/home/anna/.local/share/Faelle"), False),
        (PureWindowsPath(r"C:\Users\Anna\AppData\Faelle"), False),
    ],
)
def test_folders_that_others_write_too_are_known(path: PurePosixPath | PureWindowsPath, shared: bool) -> None:
    assert is_shared(path) == shared
