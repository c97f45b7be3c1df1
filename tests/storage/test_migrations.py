"""Files that older versions wrote are opened, backed up, brought up to date, and lose nothing.

The files under ``files/`` were written by the code of their version and are never written again.
"""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from numbered_cases import NOW, made

from employer_assistant.cases.model import Case
from employer_assistant.storage import backups, schema
from employer_assistant.storage.settings import WorkspaceSettings, read_settings, write_settings
from employer_assistant.storage.workspace import Workspace

FILES = Path(__file__).parent / "files"
VERSIONS = range(1, schema.VERSION)


def wrote(version: int, number: int) -> Case:
    """Return the case with that number as the version knew cases."""
    return replace(made(number), reasons={} if version == 1 else {"job.regulated": f"Auskunft {number}"})


@pytest.fixture(params=VERSIONS)
def old(request: pytest.FixtureRequest, path: Path) -> int:
    """Put a file of an old version in place and return the version."""
    version: int = request.param
    shutil.copyfile(FILES / f"version-{version}.employer-assistant", path)
    return version


def test_there_is_a_file_of_every_old_version() -> None:
    kept = {file.name for file in FILES.iterdir()}
    assert kept == {f"version-{version}.employer-assistant" for version in VERSIONS}


def test_an_old_file_loses_nothing_and_can_hold_what_is_new(old: int, path: Path) -> None:
    with closing(Workspace.open(path)) as workspace:
        assert schema.file_version(workspace.database) == schema.VERSION
        found = {row.title: workspace.load(row.id) for row in workspace.cases()}
        assert {title: stored.case for title, stored in found.items()} == {
            f"Fall {number}": wrote(old, number) for number in (1, 2)
        }
        stored = found["Fall 1"]
        workspace.save(stored.id, stored.revision, replace(stored.case, reasons={"job.level": "weil"}), NOW)
        assert workspace.log(stored.id) == ()
        assert read_settings(workspace) == WorkspaceSettings()
        write_settings(workspace, WorkspaceSettings(initials="AB"))
    with closing(Workspace.open(path)) as workspace:
        assert workspace.load(stored.id).case.reasons == {"job.level": "weil"}
        assert read_settings(workspace).initials == "AB"


def test_a_migrated_file_has_the_tables_of_a_new_one(old: int, path: Path) -> None:
    new = path.with_name("neu")
    with closing(Workspace.open(path)) as migrated, closing(Workspace.create(new)) as fresh:
        tables = [
            {(row[0], row[1]) for row in one.database.execute("SELECT name, sql FROM sqlite_schema")}
            for one in (migrated, fresh)
        ]
    assert tables[0] == tables[1]


def test_the_backup_before_the_migration_can_still_be_looked_into(old: int, path: Path) -> None:
    before = path.read_bytes()
    Workspace.open(path).close()
    kept = path.with_name(f"{path.name}.v{old}")
    assert len(backups.contents(kept)) == 2
    with closing(Workspace.open(path)) as workspace:
        assert len(workspace.cases()) == 2
    assert path.read_bytes() != before
