"""The sample hire from the new case to the printed paper by keys alone, killed twice on the way and resumed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pypdf import PdfReader

from employer_assistant.cases.case_file import read_case
from employer_assistant.cases.model import Case
from employer_assistant.content.library import Library
from employer_assistant.storage.workspace import Workspace
from tests.ui.pages import METALWORKER

pytestmark = pytest.mark.timeout(400)
DRIVER = Path(__file__).with_name("keyboard_driver.py")
FIRST_STRETCH = 8
"""Answers after which the app is killed for the first time."""


@dataclass
class Road:
    """One hire done by several runs of the app on one file; ``said`` is what all of them showed as done."""

    project: Path
    folder: Path
    said: list[str] = field(default_factory=list)

    @property
    def workspace(self) -> Path:
        return self.folder / "cases.employer-assistant"

    @property
    def pdf(self) -> Path:
        return self.folder / "Checkliste.pdf"

    def run(self, stop: Callable[[list[str]], bool]) -> list[str]:
        """Run the app until it is done, or kill it as soon as ``stop`` holds; return what this run said."""
        sample = self.project / "resources" / "samples" / METALWORKER
        arguments = [str(path) for path in (DRIVER, self.workspace, sample, self.pdf)]
        app = subprocess.Popen(
            [sys.executable, "-u", *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env={
                **os.environ,
                "PYTHONPATH": str(self.project),
                "PYTHONIOENCODING": "utf-8",
                "QT_QPA_PLATFORM": "offscreen",
                "XDG_CONFIG_HOME": str(self.folder / "config"),
                "XDG_STATE_HOME": str(self.folder / "state"),
            },
        )
        said: list[str] = []
        assert app.stdout is not None
        assert app.stderr is not None
        for line in app.stdout:
            said.append(line.rstrip("\n"))
            if stop(said):
                app.kill()
        errors = app.stderr.read()
        app.wait()
        app.stdout.close()
        app.stderr.close()
        assert stop(said) or app.returncode == 0, f"{said[-3:]} {errors}"
        self.said += said
        return said

    def case(self) -> Case:
        """Return the one case as it is on disk."""
        workspace = Workspace.open(self.workspace)
        try:
            rows = workspace.cases()
            assert len(rows) == 1
            return workspace.load(rows[0].id).case
        finally:
            workspace.close()


def facts(said: list[str]) -> list[str]:
    """Return the facts that were shown as answered."""
    return [line.split()[1] for line in said if line.startswith("answered ")]


def never(_said: list[str]) -> bool:
    return False


def test_by_keys_alone_killed_twice_and_resumed(project: Path, library: Library, tmp_path: Path) -> None:
    sample = read_case((project / "resources" / "samples" / METALWORKER).read_bytes(), METALWORKER, library)
    road = Road(project, tmp_path)

    first = road.run(lambda said: len(facts(said)) >= FIRST_STRETCH)
    kept = road.case().answers
    assert set(facts(first)) <= set(kept), "an answer that was shown as given is lost"
    assert all(kept[fact] == sample.answers.get(fact, "unknown") for fact in facts(first))

    second = road.run(lambda said: any(line.startswith("ticked ") for line in said))
    assert second[0] == "resumed"
    assert not set(facts(second)) & set(facts(first)), "a question was asked twice"
    ticked = next(line.split()[1] for line in second if line.startswith("ticked "))
    assert set(facts(road.said)) <= set(road.case().answers)
    assert ticked in road.case().ticks, "a tick that was shown is lost"
    assert not road.pdf.exists()

    third = road.run(never)
    assert third[0] == "resumed"
    assert third[-1] == "finished"
    assert not facts(third), "a question was asked twice"

    whole = road.case()
    assert {fact: whole.answers[fact] for fact in facts(road.said)} == {
        fact: sample.answers.get(fact, "unknown") for fact in facts(road.said)
    }
    assert "result Erreichbar: Fachkraft mit Berufsausbildung" in third
    assert "procedure accelerated" in third
    assert whole.procedure == "accelerated"
    assert ticked in whole.ticks
    assert [state.state for state in whole.documents.values()] == ["asked"]
    paper = PdfReader(road.pdf)
    assert len(paper.pages) > 1
    text = "\n".join(page.extract_text() for page in paper.pages)
    assert "Checkliste für den Betrieb" in text
    assert "Ausländerbehörde Landkreis Görlitz" in text


def test_a_driver_that_is_stuck_fails(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A control: a paper that cannot be written is not taken for a printed one."""
    road = Road(project, tmp_path)
    road.run(lambda said: any(line.startswith("ticked ") for line in said))
    road.pdf.mkdir()
    monkeypatch.setenv("DRIVER_PATIENCE", "10")
    with pytest.raises(AssertionError, match="Stuck"):
        road.run(never)
