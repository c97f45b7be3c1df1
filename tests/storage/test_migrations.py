"""A file that version 1 of the tables wrote is opened, backed up, brought up to date, and loses nothing."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from numbered_cases import NOW, made
from sqlite_utils import Migrations

from employer_assistant.storage import backups, schema
from employer_assistant.storage.workspace import Workspace

OLD = replace(made(1), reasons={})
"""A case as version 1 knew it."""


@pytest.fixture
def old_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Write a workspace as version 1 did and return the id of its case."""
    first = Migrations("workspace")
    first()(schema.first_tables)
    with monkeypatch.context() as patch:
        patch.setattr(schema, "MIGRATIONS", first)
        patch.setattr(schema, "VERSION", 1)
        with closing(Workspace.create(path)) as workspace:
            assert "reasons" not in workspace.database.table_names()
            return workspace.add(OLD, NOW).id


def test_a_file_of_version_1_is_read_and_can_keep_reasons(old_file: str, path: Path) -> None:
    with closing(Workspace.open(path)) as workspace:
        assert schema.file_version(workspace.database) == schema.VERSION > 1
        stored = workspace.load(old_file)
        assert stored.case == OLD
        reasoned = replace(stored.case, reasons={"job.regulated": "Auskunft der Kammer, 22.11.2026"})
        workspace.save(old_file, stored.revision, reasoned, NOW)
    with closing(Workspace.open(path)) as workspace:
        assert workspace.load(old_file).case == reasoned


def test_the_backup_of_version_1_can_still_be_looked_into(old_file: str, path: Path) -> None:
    Workspace.open(path).close()
    kept = path.with_name(path.name + ".v1")
    assert [row.id for row in backups.contents(kept)] == [old_file]
