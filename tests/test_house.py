"""The house rules, held by machine: format, lint, types, arrows, size of files, content. Each check has a control."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from employer_assistant.content.checks import RULES, check_content, check_folder
from employer_assistant.content.library import Library
from employer_assistant.rules.content_checks import check_judgements

pytestmark = pytest.mark.timeout(600)
CODE = ("employer_assistant", "tests", ".ci")
LONGEST = 500
BAD = '"""Do harm."""\n\nimport os\n\n\ndef harm(x) -> int:\n    """Harm."""\n    return "x"+x\n'


def run(project: Path, tool: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a tool of the development set-up in the project folder."""
    program = Path(sysconfig.get_path("scripts")) / (tool + (".exe" if os.name == "nt" else ""))
    environment = {**os.environ, "PYTHONPATH": str(project)}
    command = [str(program), *arguments]
    return subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)


def said(found: subprocess.CompletedProcess[str]) -> str:
    return found.stdout + found.stderr


@pytest.fixture
def bad(tmp_path: Path) -> str:
    """Return a file that breaks every rule."""
    path = tmp_path / "bad.py"
    path.write_text(BAD, encoding="utf-8")
    return str(path)


def test_format(project: Path, bad: str) -> None:
    found = run(project, "ruff", "format", "--check", *CODE)
    assert found.returncode == 0, said(found)
    assert run(project, "ruff", "format", "--check", "--config", "pyproject.toml", bad).returncode == 1


def test_lint(project: Path, bad: str) -> None:
    found = run(project, "ruff", "check", *CODE)
    assert found.returncode == 0, said(found)
    assert "F401" in said(run(project, "ruff", "check", "--config", "pyproject.toml", bad))


def test_types(project: Path, bad: str) -> None:
    found = run(project, "mypy")
    assert found.returncode == 0, said(found)
    control = run(project, "mypy", "--config-file", "pyproject.toml", "--follow-imports=skip", bad)
    assert "no-untyped-def" in said(control)


def test_arrows_between_rooms(project: Path, tmp_path: Path) -> None:
    found = run(project, "lint-imports", "--no-cache")
    assert found.returncode == 0, said(found)
    upside_down = tmp_path / "contracts.ini"
    upside_down.write_text(
        "[importlinter]\nroot_package = employer_assistant\n"
        "[importlinter:contract:1]\nname = upside down\ntype = layers\n"
        "layers =\n  employer_assistant.content\n  employer_assistant.rules\n",
        encoding="utf-8",
    )
    control = run(project, "lint-imports", "--no-cache", "--config", str(upside_down))
    assert control.returncode == 1, said(control)


def test_no_file_outgrows_its_room(project: Path) -> None:
    lines = {
        path: len(path.read_text(encoding="utf-8").splitlines())
        for folder in CODE
        for path in (project / folder).rglob("*.py")
    }
    assert len(lines) > 50
    assert {path.name: count for path, count in lines.items() if count > LONGEST} == {}


def test_content(project: Path, library: Library) -> None:
    rules = (*RULES, check_judgements)
    assert [str(problem) for problem in check_folder(project / "resources" / "content", rules)] == []
    assert check_content(library.content, rules) == []
    assert check_folder(project / "docs"), "a folder without content must not pass"


def test_the_installed_data_is_built_from_these_sources(project: Path, library: Library) -> None:
    """Tests judge the installed pack; an old one would judge nothing."""
    from employer_assistant.content.build import build_pack
    from employer_assistant.content.pack import encode

    stale = "Build the data anew: python -m employer_assistant.content.build"
    assert encode(library.content) == build_pack(project / "resources" / "content"), stale


def test_readme_names_every_command(project: Path) -> None:
    readme = (project / "README.md").read_text(encoding="utf-8")
    for words in ("-m pytest", "pip install .", "assess resources/samples/metallbauer.yaml", "content status"):
        assert words in readme
    for path in (project / "resources" / "samples").glob("*.yaml"):
        assert path.stat().st_size < 4000
    assert sys.version_info >= (3, 11)
