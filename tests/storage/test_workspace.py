"""The workspace: whole cases in, the same cases out, safe settings, conflicts, deletion."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from case_strategies import cases
from hypothesis import HealthCheck, given, settings
from numbered_cases import NOW, made

from employer_assistant.cases.model import Case
from employer_assistant.content.library import Library
from employer_assistant.storage import connection
from employer_assistant.storage.errors import ConflictError, WorkspaceError
from employer_assistant.storage.workspace import Workspace


def test_nothing_is_lost_on_the_way_to_disk_and_back(workspace: Workspace, library: Library) -> None:
    stored = workspace.add(Case(""), NOW)

    @settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(cases(library))
    def check(case: Case) -> None:
        nonlocal stored
        stored = workspace.save(stored.id, stored.revision, case, NOW)
        read = workspace.load(stored.id)
        assert read == stored
        assert read.case == case
        assert list(read.case.answers) == list(case.answers)
        types = {key: type(value) for key, value in case.answers.items()}
        assert {key: type(value) for key, value in read.case.answers.items()} == types

    check()


@pytest.mark.parametrize("amount", ["0", "48300.50", "0.10", "1E+5", "1E-7", "99999999999999999999.99"])
def test_amounts_are_kept_to_the_last_digit(workspace: Workspace, amount: str) -> None:
    stored = workspace.add(Case("", {"x": Decimal(amount)}), NOW)
    assert workspace.load(stored.id).case.answers["x"] == Decimal(amount)


@pytest.mark.parametrize("value", [Decimal("NaN"), Decimal("Infinity"), "\ud800"])
def test_what_cannot_be_kept_is_refused_whole(workspace: Workspace, value: Decimal | str) -> None:
    stored = workspace.add(made(1), NOW)
    with pytest.raises(WorkspaceError) as caught:
        workspace.save(stored.id, 1, Case("neu", {"x": value}), NOW)
    assert caught.value.key == "storage.not_storable"
    assert workspace.load(stored.id) == stored


def test_the_settings_are_the_safe_ones(workspace: Workspace) -> None:
    for name, _, expected in connection._SETTINGS:
        assert workspace.database.execute(f"PRAGMA {name}").fetchone()[0] == expected
    strict = workspace.database.execute("SELECT name, strict FROM pragma_table_list WHERE name != 'sqlite_schema'")
    assert all(row[1] for row in strict if not row[0].startswith("sqlite_"))


def test_a_setting_that_does_not_stick_is_noticed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "_SETTINGS", (("journal_mode", "MEMORY", "delete"),))
    with pytest.raises(WorkspaceError) as caught:
        Workspace.create(path)
    assert caught.value.key == "storage.settings_refused"
    assert list(path.parent.iterdir()) == []


def test_the_columns_refuse_text_where_a_number_or_day_belongs(workspace: Workspace) -> None:
    stored = workspace.add(Case(""), NOW)
    for kind, value in (("number", "48.300,00"), ("number", "1e5"), ("date", "1.3.2027"), ("yes_no", "ja"), ("x", "y")):
        with pytest.raises(sqlite3.IntegrityError):
            workspace.database.execute("INSERT INTO answers VALUES (?, 'f', ?, ?)", [stored.id, kind, value])


def test_one_file_at_rest(workspace: Workspace, path: Path) -> None:
    workspace.add(made(1), NOW)
    assert list(path.parent.iterdir()) == [path]


def test_two_windows_never_overwrite_each_other(workspace: Workspace, path: Path) -> None:
    stored = workspace.add(made(1), NOW)
    with closing(Workspace.open(path)) as second:
        theirs = second.save(stored.id, second.load(stored.id).revision, made(2), NOW)
        with pytest.raises(ConflictError) as caught:
            workspace.save(stored.id, stored.revision, made(3), NOW)
        assert caught.value.theirs == theirs
        assert caught.value.mine == made(3)
        assert workspace.load(stored.id) == theirs
        second.delete(stored.id)
        with pytest.raises(WorkspaceError) as gone:
            workspace.save(stored.id, theirs.revision, made(3), NOW)
        assert gone.value.key == "storage.case_gone"


def test_a_lock_held_by_another_window_is_told(
    workspace: Workspace, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = workspace.add(made(1), NOW)
    monkeypatch.setattr(connection, "_BUSY_SECONDS", 0.05)
    with closing(Workspace.open(path)) as second:
        workspace.database.execute("BEGIN EXCLUSIVE")
        for act in (lambda: second.save(stored.id, 1, made(2), NOW), second.cases):
            with pytest.raises(WorkspaceError) as caught:
                act()
            assert caught.value.key == "storage.busy"
        workspace.database.rollback()
        second.save(stored.id, 1, made(2), NOW)


@pytest.mark.parametrize("how", ["moved", "replaced", "deleted"])
def test_a_file_that_went_away_under_an_open_window_is_noticed(workspace: Workspace, path: Path, how: str) -> None:
    stored = workspace.add(made(1), NOW)
    other = path.with_name("andere")
    other.write_bytes(path.read_bytes())
    match how:
        case "moved":
            path.rename(path.with_name("weg"))
        case "replaced":
            other.replace(path)
        case "deleted":
            path.unlink()
    with pytest.raises(WorkspaceError) as caught:
        workspace.save(stored.id, 1, made(2), NOW)
    assert caught.value.key == "storage.moved"


def test_the_list_is_newest_first_and_names_the_last_step(workspace: Workspace) -> None:
    first = workspace.add(Case("a", ticks={"s1": date(2026, 2, 1), "s2": date(2026, 1, 1)}), NOW)
    workspace.add(Case("b", {"x": True}), NOW + timedelta(microseconds=1))
    assert [(row.title, row.answers, row.last_step) for row in workspace.cases()] == [("b", 1, None), ("a", 0, "s1")]
    workspace.save(first.id, 1, Case("c"), NOW + timedelta(seconds=1))
    assert [row.title for row in workspace.cases()] == ["c", "b"]


SENTINEL = "Zyzzyva-Nachname"


def _found_in(folder: Path) -> list[str]:
    words = (SENTINEL.encode(), SENTINEL.encode("utf-16-le"))
    return [file.name for file in folder.iterdir() if any(word in file.read_bytes() for word in words)]


def test_deleted_is_deleted(workspace: Workspace, path: Path) -> None:
    for number in range(5):
        workspace.add(made(number), NOW)
    stored = workspace.add(Case(SENTINEL, {"person.family_name": SENTINEL * 500}), NOW)
    assert _found_in(path.parent) == [path.name]
    workspace.delete(stored.id)
    assert _found_in(path.parent) == []
    assert len(workspace.cases()) == 5


def test_a_case_is_deleted_even_if_its_space_cannot_be_given_back(
    workspace: Workspace, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = workspace.add(Case(SENTINEL, {"person.family_name": SENTINEL * 500}), NOW)

    def busy() -> None:
        raise sqlite3.OperationalError("database is locked")

    monkeypatch.setattr(workspace.database, "vacuum", busy)
    workspace.delete(stored.id)
    assert workspace.cases() == []
    assert _found_in(path.parent) == []


def test_an_answer_taken_back_is_wiped_too(workspace: Workspace, path: Path) -> None:
    stored = workspace.add(Case("", {"person.family_name": SENTINEL * 500}), NOW)
    workspace.save(stored.id, 1, Case(""), NOW)
    assert _found_in(path.parent) == []


def test_control_without_wiping_the_name_stays_in_the_file(workspace: Workspace, path: Path) -> None:
    stored = workspace.add(Case(SENTINEL, {"person.family_name": SENTINEL * 500}), NOW)
    with closing(sqlite3.connect(path)) as careless:
        careless.execute("PRAGMA secure_delete = OFF")
        careless.execute("DELETE FROM answers WHERE case_id = ?", [stored.id])
        careless.commit()
    assert _found_in(path.parent) == [path.name]


def test_create_refuses_an_existing_file_and_leaves_it(path: Path) -> None:
    path.write_bytes(b"Brief an Anna")
    with pytest.raises(WorkspaceError) as caught:
        Workspace.create(path)
    assert caught.value.key == "storage.exists"
    assert path.read_bytes() == b"Brief an Anna"
    assert list(path.parent.iterdir()) == [path]


def test_no_other_room_touches_the_connection(project: Path) -> None:
    package = project / "employer_assistant"
    pattern = re.compile(r"\.conn\b|sqlite3|sqlite_utils")
    outside = [file for file in package.rglob("*.py") if file.parent.name != "storage"]
    assert len(outside) > 20
    assert [file.name for file in outside if pattern.search(file.read_text(encoding="utf-8"))] == []
    assert pattern.search((package / "storage" / "backups.py").read_text(encoding="utf-8"))
