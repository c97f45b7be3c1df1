"""Foreign, newer, damaged and empty files are refused in words and not changed by one byte."""

from __future__ import annotations

import random
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from numbered_cases import NOW, made

from employer_assistant.storage import errors, schema
from employer_assistant.storage.errors import WorkspaceError
from employer_assistant.storage.workspace import Workspace, seal_of


def _workspace(path: Path) -> bytearray:
    with closing(Workspace.create(path)) as workspace:
        for number in range(3):
            workspace.add(made(number), NOW)
    return bytearray(path.read_bytes())


def _patched(path: Path, at: int, value: bytes) -> None:
    data = _workspace(path)
    data[at : at + len(value)] = value
    path.write_bytes(data)


def _foreign_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE cases (id)")
        other.commit()


def _newer(path: Path) -> None:
    _patched(path, 60, (schema.VERSION + 1).to_bytes(4, "big"))


def _truncated(path: Path) -> None:
    data = _workspace(path)
    path.write_bytes(data[: len(data) // 2])


def _garbled(path: Path) -> None:
    data = _workspace(path)
    data[4096:8192] = random.Random(1).randbytes(4096)
    path.write_bytes(data)


def _dangling(path: Path) -> None:
    _workspace(path)
    with closing(sqlite3.connect(path)) as other:
        other.execute("DELETE FROM cases")
        other.commit()


def _zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a", "b" * 200)


REFUSED: list[tuple[str, Callable[[Path], object]]] = [
    ("storage.empty", lambda path: path.write_bytes(b"")),
    ("storage.foreign", lambda path: path.write_bytes(b"title: Fall\nanswers: {}\n" * 20)),
    ("storage.foreign", lambda path: path.write_bytes(b"SQLite format 3\x00")),
    ("storage.foreign", _zip),
    ("storage.foreign", _foreign_database),
    ("storage.newer", _newer),
    ("storage.damaged", _truncated),
    ("storage.damaged", _garbled),
    ("storage.damaged", _dangling),
    ("storage.damaged", lambda path: _patched(path, 18, b"\x02\x02")),
    ("storage.damaged", lambda path: _patched(path, 100, b"\xff" * 40)),
]


@pytest.mark.parametrize(("key", "make"), REFUSED, ids=range(len(REFUSED)))
def test_a_wrong_file_is_refused_unchanged(path: Path, key: str, make: Callable[[Path], object]) -> None:
    make(path)
    before = path.read_bytes()
    with pytest.raises(WorkspaceError) as caught:
        Workspace.open(path)
    assert caught.value.key == key
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_missing_file_is_not_created_by_opening(path: Path) -> None:
    with pytest.raises(WorkspaceError) as caught:
        Workspace.open(path)
    assert caught.value.key == "storage.missing"
    assert list(path.parent.iterdir()) == []


def test_a_folder_is_no_workspace(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError):
        Workspace.open(tmp_path)


def test_opening_a_good_file_changes_nothing(path: Path) -> None:
    before = bytes(_workspace(path))
    with closing(Workspace.open(path)) as workspace:
        assert len(workspace.cases()) == 3
    assert path.read_bytes() == before


def _reading_all(path: Path) -> WorkspaceError | None:
    try:
        with closing(Workspace.open(path)) as workspace:
            for row in workspace.cases():
                workspace.load(row.id)
    except WorkspaceError as error:
        return error
    return None


def test_flipped_bytes_never_crash_and_a_refused_file_stays(path: Path) -> None:
    good = _workspace(path)
    chance, refused = random.Random(7), 0
    for _ in range(300):
        data = bytearray(good)
        for _ in range(chance.randint(1, 8)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        path.write_bytes(data)
        error = _reading_all(path)
        if error is not None:
            refused += 1
            assert error.say("de")
            assert path.read_bytes() == data
    assert refused > 20


def test_every_error_has_a_sentence_in_both_languages() -> None:
    keys = {key for _, key in errors._BY_NAME} | set(errors._BY_ERRNO.values())
    for key in keys:
        for language in ("de", "en"):
            assert len(WorkspaceError(key, Path("a/b")).say(language)) > 20
    unexpected = errors.from_sqlite(sqlite3.ProgrammingError("secret value"), Path("a/b"))
    for said in (unexpected.say("de"), str(unexpected), repr(unexpected)):
        assert "secret" not in said


def test_the_narrower_name_counts() -> None:
    moved = sqlite3.OperationalError()
    moved.sqlite_errorname = "SQLITE_READONLY_DBMOVED"  # type: ignore[misc]
    assert errors.from_sqlite(moved, Path("x")).key == "storage.moved"


def test_only_a_file_that_looks_as_when_it_was_closed_is_not_read_through_again(path: Path) -> None:
    _workspace(path)
    sound = seal_of(path)
    with closing(Workspace.open(path, sound)):
        pass
    assert seal_of(path) == sound, "opening and closing changes nothing"
    data = bytearray(path.read_bytes())
    data[4096:8192] = random.Random(1).randbytes(4096)
    path.write_bytes(data)
    assert seal_of(path) != sound
    with pytest.raises(WorkspaceError):
        Workspace.open(path, sound)
    path.with_name(path.name + "-journal").write_bytes(b"")
    assert seal_of(path) is None, "a journal means that the last work was not ended"
