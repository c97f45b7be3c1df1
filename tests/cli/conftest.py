"""Calling the command line as people do, and in the same process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from employer_assistant.cli import main

ON = "2026-11-22"


@dataclass(frozen=True)
class Answer:
    """What a call gave back."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Callable[..., Answer]:
    """Call the command line in this process."""

    def run(*arguments: object) -> Answer:
        capsys.readouterr()
        status = main([str(argument) for argument in arguments])
        return Answer(status, *capsys.readouterr())

    return run


@pytest.fixture
def shell(project: Path, tmp_path: Path) -> Callable[..., Answer]:
    """Call the command line in a process of its own."""

    def run(*arguments: object, stdin: str = "", **environment: str) -> Answer:
        found = subprocess.run(
            [sys.executable, "-m", "employer_assistant", *(str(argument) for argument in arguments)],
            input=stdin.encode(),
            capture_output=True,
            check=False,
            timeout=60,
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(project), **environment},
        )
        return Answer(found.returncode, found.stdout.decode(), found.stderr.decode())

    return run


@pytest.fixture
def case(tmp_path: Path) -> Callable[..., Path]:
    """Write a case file with some answers."""

    def write(answers: dict[str, Any], **rest: Any) -> Path:
        path = tmp_path / "case.json"
        path.write_text(json.dumps({"format": 1, "answers": answers, **rest}), encoding="utf-8")
        return path

    return write


@pytest.fixture
def sample(project: Path) -> Callable[[str], Path]:
    """Return the path of a sample case."""
    return lambda name: project / "resources" / "samples" / f"{name}.yaml"


def refused(answer: Answer) -> str:
    """Check that a call was refused in one sentence, and return it."""
    assert answer.status == 2
    assert answer.out == ""
    assert len(answer.err.strip().splitlines()) == 1
    assert "Traceback" not in answer.err
    return answer.err.strip()
