"""Files that go out: whole or not at all, each failure in words, and a kill on the way loses nothing."""

from __future__ import annotations

import errno
import os
import random
import resource
import signal
import time
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from numbered_cases import NOW

from employer_assistant.cases.model import Case
from employer_assistant.content.library import Library
from employer_assistant.storage import backups, export_file
from employer_assistant.storage.errors import WorkspaceError
from employer_assistant.storage.export_file import read_import, write_export
from employer_assistant.storage.handover import By, hand_over
from employer_assistant.storage.handover_file import read, written
from employer_assistant.storage.workspace import Workspace

BY = By("AB", NOW, "1")


def refused(act: object) -> str:
    """Return the phrase id of a refusal; it can be said in both languages."""
    with pytest.raises(WorkspaceError) as caught:
        act()  # type: ignore[operator]
    assert all(caught.value.say(language) for language in ("de", "en"))
    return caught.value.key


def test_a_stick_that_was_pulled_out_is_told(tmp_path: Path) -> None:
    assert refused(lambda: write_export(tmp_path / "stick" / "x.csv", b"x")) == "export.gone"
    assert refused(lambda: read_import(tmp_path / "stick" / "x.csv", 10)) == "import.gone"


def test_a_name_that_is_taken_by_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.csv").mkdir()
    assert refused(lambda: write_export(tmp_path / "x.csv", b"x")) == "export.refused"
    assert [one.name for one in tmp_path.iterdir()] == ["x.csv"]
    assert refused(lambda: read_import(tmp_path, 10)) == "import.refused"


def test_a_name_that_is_too_long_is_told(tmp_path: Path) -> None:
    assert refused(lambda: write_export(tmp_path / ("x" * 250 + ".csv"), b"x")) == "export.name"


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"x" * 11)
    assert refused(lambda: read_import(tmp_path / "x", 10)) == "import.too_large"
    assert read_import(tmp_path / "x", 11) == b"x" * 11


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "x.csv"
    target.write_bytes(b"alt")
    child = os.fork()
    if child == 0:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
        try:
            write_export(target, b"x" * 5000)
        except WorkspaceError as error:
            os._exit(7 if error.key == "export.full" else 8)
        os._exit(9)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
    assert target.read_bytes() == b"alt"
    assert [one.name for one in tmp_path.iterdir()] == ["x.csv"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_folder_without_the_right_to_write_is_told(tmp_path: Path) -> None:
    write_export(tmp_path / "x.csv", b"x")
    with TemporaryDirectory() as closed:
        Path(closed).chmod(0o555)
        child = os.fork()
        if child == 0:
            if os.geteuid() == 0:  # root may write everywhere
                os.setuid(65534)
            try:
                write_export(Path(closed) / "x.csv", b"x")
            except WorkspaceError as error:
                os._exit(7 if error.key == "export.refused" else 8)
            os._exit(9)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7


def test_every_known_failure_has_its_words(tmp_path: Path) -> None:
    for key in {*export_file._SAID.values(), "export.unexpected"}:
        values = {"code": "EX"} if key == "export.unexpected" else {}
        assert "x.csv" in WorkspaceError(key, tmp_path / "x.csv", **values).say("de") or key == "export.read_only"
    assert export_file._SAID[errno.ENOSPC] == "export.full"


def _hand_over_for_ever(path: Path, out: Path, pipe: int) -> None:
    with closing(Workspace.open(path)) as workspace:
        ids = [row.id for row in workspace.heads()]
        while True:
            write_export(out, written(hand_over(workspace, ids, BY), "1", None))
            os.write(pipe, b"x")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_kill_while_handing_over_loses_nothing(path: Path, library: Library) -> None:
    with closing(Workspace.create(path)) as workspace:
        stored = [workspace.add(Case(f"Fall {n}", {"job.offer": True}), NOW) for n in range(5)]
    out, chance = path.with_name("out.uebergabe"), random.Random(5)
    for _ in range(15):
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                _hand_over_for_ever(path, out, writing)
            finally:
                os._exit(1)
        os.close(writing)
        assert os.read(reading, 1) == b"x"
        time.sleep(chance.uniform(0, 0.08))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(reading)
        with closing(Workspace.open(path)) as workspace:
            assert [workspace.load(one.id).case for one in stored] == [one.case for one in stored]
        assert {one.case.title for one in read(out.read_bytes(), "x", library)} == {f"Fall {n}" for n in range(5)}


def test_backups_that_hold_a_case_are_named_and_can_be_cleaned(workspace: Workspace) -> None:
    gone, stays = (workspace.add(Case(title, {"job.offer": True}), NOW) for title in ("geht", "bleibt"))
    first = backups.back_up_now(workspace, NOW)
    second = backups.back_up_now(workspace, NOW)
    assert first != second
    workspace.delete(gone.id)
    third = backups.back_up_now(workspace, NOW.replace(hour=23))
    every = backups.backups_of(workspace.path)
    assert set(every) == {first, second, third}
    assert every[0] == third, "the newest first"
    assert set(backups.holding(every, gone.id)) == {first, second}
    backups.clean(first, gone.id)
    assert backups.holding(every, gone.id) == [second]
    assert [row.title for row in backups.contents(first)] == ["bleibt"]
    assert b"geht" not in first.read_bytes()
    (backups.backups_folder(workspace.path) / "fremd").write_bytes(b"x")
    assert backups.holding(backups.backups_of(workspace.path), stays.id) == [
        third,
        *sorted([first, second], reverse=True),
    ]
