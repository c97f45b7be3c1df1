"""The command as it is installed: a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from employer_assistant.cli import entry, output
from employer_assistant.content.library import Library
from tests.cli.conftest import ON, Answer, refused

Shell = Callable[..., Answer]


def test_help_and_version(shell: Shell) -> None:
    found = shell("--help")
    assert found.status == 0
    for command in ("facts", "assess", "plan", "print", "offices", "content", "cases", "demo"):
        assert command in found.out
    assert shell("--version").out.startswith("employer-assistant ")
    assert "shows which routes" in shell("--help", "--language", "en").out


def test_facts_are_the_vocabulary(shell: Shell, library: Library) -> None:
    found = shell("facts", "--json").json
    assert [fact["id"] for fact in found] == list(library.facts)
    purpose = found[0]
    assert purpose["values"] == ["employment", "apprenticeship", "secondment", "scouting"]
    assert purpose["changeable_by"] == "employer"
    for fact in found:
        assert set(fact) >= {"id", "kind", "values", "unit", "sensitive", "changeable_by", "text"}
        assert isinstance(fact["sensitive"], bool)
    assert "job.purpose" in shell("facts").out


def test_a_case_from_standard_input(shell: Shell) -> None:
    yaml = "answers:\n  job.purpose: employment\n  person.citizenship: [VN]\n"
    assert shell("assess", "-", "--on", ON, "--json", stdin=yaml).json["on"] == ON
    text = json.dumps({"answers": {"job.purpose": "employment"}})
    assert shell("assess", "-", "--json", stdin=text).status == 0
    refused(shell("assess", "-", stdin="answers: {job.purpose: nonsense}"))


def test_umlauts_whatever_the_system_speaks(shell: Shell, sample: Callable[[str], Path]) -> None:
    found = shell("assess", sample("elektriker"), "--on", ON, LC_ALL="C", PYTHONIOENCODING="ascii")
    assert found.status == 0
    assert "Türkei" in found.out


def test_without_a_display_a_sentence_names_the_way_out(shell: Shell) -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("other systems always have a window")
    said = refused(shell(DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM=""))
    assert "employer-assistant assess" in said
    assert "employer-assistant assess" in refused(shell("demo", DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM=""))


def test_a_reader_that_leaves_early_is_no_error(project: Path) -> None:
    command = f"{sys.executable} -m employer_assistant facts | head -1"
    found = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(project)},
    )
    assert found.returncode == 0
    assert found.stderr == b""


def test_an_unexpected_error_shows_no_traceback_and_logs_no_data(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def break_down(*_: object) -> None:
        raise RuntimeError("Nguyen Sentinel, born 1994")

    log = tmp_path / "log" / "errors.log"
    monkeypatch.setattr(entry, "_run", break_down)
    monkeypatch.setattr(output, "log_file", lambda: log)
    assert entry.main(["facts"]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert len(shown.err.strip().splitlines()) == 1
    assert "Sentinel" not in shown.err
    note = log.read_text(encoding="utf-8")
    assert "RuntimeError" in note
    assert "break_down" in note
    assert "Sentinel" not in note
