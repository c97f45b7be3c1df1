"""The page for authors, followed literally in a fresh copy: key, figure, office, condition, sign, install, undo."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("bash") is None, reason="the page shows commands of a POSIX shell"),
]
PAGE = "docs/content-packs.md"


class Walker:
    """Follows the page inside a copy of the project, with a data folder of its own."""

    def __init__(self, project: Path, folder: Path) -> None:
        self.copy = folder / "project"
        for part in ("employer_assistant", "resources", "forms", "docs"):
            shutil.copytree(project / part, self.copy / part, ignore=shutil.ignore_patterns("__pycache__"))
        self.environment = {
            **os.environ,
            "PYTHONPATH": str(self.copy),
            "XDG_DATA_HOME": str(folder / "data"),
            "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
        }
        (folder / "bin").mkdir()
        for name, arguments in (("employer-assistant", " -m employer_assistant"), ("python", "")):
            command = folder / "bin" / name
            command.write_text(f'#!/bin/sh\nexec "{sys.executable}"{arguments} "$@"\n', encoding="utf-8")
            command.chmod(0o755)

    def run(self, commands: str) -> str:
        """Run commands as the shell does; return what they say. Any that fails stops the walk."""
        done = subprocess.run(
            ["bash", "-e", "-c", commands],
            cwd=self.copy,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{commands}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def change(self, block: str) -> None:
        """Change a file as a block shows: its name, then lines to keep, add (+) and remove (-)."""
        name, _, lines = block.partition("\n")
        path = self.copy / name.removeprefix("# ")
        rows = [row for row in lines.splitlines() if row]
        old = "\n".join(row[1:] for row in rows if row[0] in " -") + "\n"
        new = "\n".join(row[1:] for row in rows if row[0] in " +") + "\n"
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"the page shows a place that {name} has {text.count(old)} times:\n{old}"
        public = self.copy / "my.pub"
        new = new.replace("PUBLIC-KEY", public.read_text(encoding="utf-8").strip()) if public.exists() else new
        path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_page_leads_from_a_change_to_an_installed_pack_and_back(project: Path, tmp_path: Path) -> None:
    walker = Walker(project, tmp_path)
    walker.run(
        "employer-assistant cases import resources/samples/metallbauer.yaml --workspace cases.employer-assistant"
    )
    page = (walker.copy / PAGE).read_text(encoding="utf-8")
    said = ""
    for kind, block in re.findall(r"```(sh|diff)\n(.*?)```", page, re.DOTALL):
        if kind == "diff":
            walker.change(block)
        else:
            said += walker.run(block)
    for expected in (
        "Neu: Stelle „Beispielberatung Dresden“",
        "Neu: Bedingung „Die Person spricht mindestens Deutsch B1.",
        "Wert „Zuschlag für das Expressverfahren",
        "Inhalte 2026.12.1 sind in Gebrauch",
        "Betroffene Fälle: 1",
        "Weg zu: ",
        "Herkunft: aus einer Datei eingespielt",
        "Beispielweg 1, 01067 Dresden",
        "Inhalte 2026.11.22 sind wieder in Gebrauch",
    ):
        assert expected in " ".join(said.split()), expected
