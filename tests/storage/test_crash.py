"""What was acknowledged as saved is there after kill -9, and every part of the case is from one save."""

from __future__ import annotations

import os
import random
import resource
import select
import signal
import time
from contextlib import closing
from pathlib import Path

import pytest
from numbered_cases import NOW, made

from employer_assistant.storage.atomic_file import write_bytes
from employer_assistant.storage.errors import WorkspaceError
from employer_assistant.storage.workspace import Workspace

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def _save_for_ever(path: Path, case_id: str, pipe: int) -> None:
    with closing(Workspace.open(path)) as workspace:
        stored = workspace.load(case_id)
        while True:
            stored = workspace.save(case_id, stored.revision, made(stored.revision + 1), NOW)
            os.write(pipe, b"%d\n" % stored.revision)


def _killed_while_saving(path: Path, case_id: str, after: float) -> int:
    """Let a child save, kill it so many seconds after its first save; return the last revision it acknowledged."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reading)
            _save_for_ever(path, case_id, writing)
        finally:
            os._exit(1)
    os.close(writing)
    assert select.select([reading], [], [], 10)[0], "the child did not start"
    said = os.read(reading, 65536)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), "the child ended by itself"
    while part := os.read(reading, 65536):
        said += part
    os.close(reading)
    return int(said.split()[-1])


def _soak(path: Path, runs: int) -> tuple[int, int]:
    """Return how many saves were acknowledged, and how many times the case was lost or torn."""
    with closing(Workspace.create(path)) as workspace:
        case_id = workspace.add(made(1), NOW).id
    chance, saves, faults = random.Random(81), 0, 0
    for _ in range(runs):
        with closing(Workspace.open(path)) as workspace:
            before = workspace.load(case_id).revision
        acknowledged = _killed_while_saving(path, case_id, chance.uniform(0, 0.03))
        with closing(Workspace.open(path)) as workspace:
            stored = workspace.load(case_id)
        saves += acknowledged - before
        faults += stored.revision not in (acknowledged, acknowledged + 1) or stored.case != made(stored.revision)
    return saves, faults


def test_no_acknowledged_save_is_lost_when_killed(path: Path) -> None:
    saves, faults = _soak(path, 40)
    assert saves >= 40
    assert faults == 0


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_no_acknowledged_save_is_lost_when_killed_500_times(path: Path) -> None:
    assert _soak(path, 500)[1] == 0


def test_control_without_a_transaction_a_kill_tears_the_case(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Workspace, "transact", lambda self, write, is_there: write())
    assert _soak(path, 15)[1] > 0


def _with_little_room(act: object, limit: int) -> str:
    """Run an act in a child whose files may not grow beyond the limit; return what it says."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        said = "nothing"
        try:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
            act()  # type: ignore[operator]
            said = "done"
        except WorkspaceError as error:
            said = error.key
        except OSError as error:
            said = f"errno {error.errno}"
        finally:
            os.write(writing, said.encode())
            os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    said = os.read(reading, 100).decode()
    os.close(reading)
    return said


def test_a_full_disk_costs_only_the_last_step(path: Path) -> None:
    with closing(Workspace.create(path)) as workspace:
        stored = workspace.add(made(1), NOW)

    def save_much() -> None:
        from dataclasses import replace

        with closing(Workspace.open(path)) as workspace:
            workspace.save(stored.id, 1, replace(made(2), title="x" * 500_000), NOW)

    assert _with_little_room(save_much, path.stat().st_size) in ("storage.full", "storage.read_write")
    with closing(Workspace.open(path)) as workspace:
        assert workspace.load(stored.id) == stored
    assert _with_little_room(save_much, 10_000_000) == "done", "control: with room it is saved"


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "plan.pdf"
    target.write_bytes(b"alt")
    assert _with_little_room(lambda: write_bytes(target, b"neu" * 10_000), 100).startswith("errno")
    assert target.read_bytes() == b"alt"
    write_bytes(target, b"neu" * 10_000)
    assert target.read_bytes() == b"neu" * 10_000
    assert list(tmp_path.iterdir()) == [target]
