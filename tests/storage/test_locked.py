"""A client's file closed by a password: nothing can be read in it, and no way leads to losing both forms."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from numbered_cases import NOW, made

from employer_assistant.storage import locked
from employer_assistant.storage.errors import WorkspaceError
from employer_assistant.storage.workspace import Workspace

WORD = "ein langes Wort"


@pytest.fixture
def closed(path: Path) -> Path:
    """A closed workspace with a case."""
    with closing(Workspace.create(path)) as workspace:
        workspace.add(made(7), NOW)
    return path


def test_locked_and_opened_again_it_is_the_same(closed: Path) -> None:
    before = closed.read_bytes()
    sealed = locked.lock(closed, WORD)
    assert [one.name for one in closed.parent.iterdir()] == [sealed.name]
    assert b"Notiz 7" in before
    assert b"Notiz 7" not in sealed.read_bytes()
    assert b"SQLite" not in sealed.read_bytes()
    with pytest.raises(WorkspaceError) as caught:
        locked.unlock(sealed, "ein anderes Wort")
    assert caught.value.key == "locked.wrong"
    assert locked.unlock(sealed, WORD) == closed
    assert closed.read_bytes() == before
    assert [one.name for one in closed.parent.iterdir()] == [closed.name]


def test_a_changed_byte_is_noticed_and_both_files_stay(closed: Path) -> None:
    sealed = locked.lock(closed, WORD)
    data = bytearray(sealed.read_bytes())
    data[-100] ^= 1
    sealed.write_bytes(data)
    with pytest.raises(WorkspaceError):
        locked.unlock(sealed, WORD)
    assert sealed.read_bytes() == data
    assert not closed.exists()


def test_what_is_refused_changes_nothing(closed: Path) -> None:
    before = closed.read_bytes()
    with pytest.raises(WorkspaceError) as caught:
        locked.lock(closed, "kurz")
    assert caught.value.key == "locked.short"
    other = closed.with_name(closed.name + locked.ENDING)
    other.write_bytes(b"x")
    with pytest.raises(WorkspaceError) as caught:
        locked.lock(closed, WORD)
    assert caught.value.key == "storage.exists"
    with pytest.raises(WorkspaceError) as caught:
        locked.unlock(other, WORD)
    assert caught.value.key == "storage.exists", "the plain file is there"
    assert (closed.read_bytes(), other.read_bytes()) == (before, b"x")


def test_a_damaged_workspace_is_not_locked_away(closed: Path) -> None:
    closed.write_bytes(closed.read_bytes()[:5000])
    with pytest.raises(WorkspaceError):
        locked.lock(closed, WORD)
    assert closed.exists()
