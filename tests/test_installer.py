"""The installable app: built, complete without the developer's tools, and able to judge a case on its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1200)]
ABSENT = ("pip", "setuptools", "tkinter", "pytest", "tests")


@pytest.fixture(scope="module")
def program(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the app once and return the program for the command line."""
    folder = tmp_path_factory.mktemp("installer")
    subprocess.run(
        [
            *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level=ERROR", "build_installer.spec"),
            *("--distpath", str(folder / "dist"), "--workpath", str(folder / "build")),
        ],
        cwd=project,
        check=True,
    )
    return folder / "dist" / "employer-assistant" / ("employer-assistant" + (".exe" if os.name == "nt" else ""))


def run(program: Path, folder: Path, *arguments: object) -> subprocess.CompletedProcess[bytes]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    command = [str(program), *(str(argument) for argument in arguments)]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, timeout=120, check=False)


def test_it_judges_plans_and_prints(program: Path, project: Path, tmp_path: Path) -> None:
    sample = project / "resources" / "samples" / "metallbauer.yaml"
    found = run(program, tmp_path, "assess", sample, "--on", "2026-11-22", "--json")
    assert found.returncode == 0, found.stderr
    routes = {route["id"]: route["status"] for route in json.loads(found.stdout)["routes"]}
    assert routes["vocational-18a"] == "reachable"
    for arguments in (
        ("plan", sample, "--json"),
        ("offices", "--postcode", "02763", "--json"),
        ("content", "check"),
        ("cases", "import", sample, "--workspace", tmp_path / "work.employer-assistant"),
        ("cases", "verify", "--workspace", tmp_path / "work.employer-assistant"),
        ("print", sample, "--form", "all", "--out", tmp_path / "papers"),
    ):
        found = run(program, tmp_path, *arguments)
        assert found.returncode == 0, (arguments, found.stderr)
    assert list((tmp_path / "papers").glob("*.pdf"))
    assert run(program, tmp_path, "assess", tmp_path / "nothing.yaml").returncode == 2


def test_developers_tools_stay_out(program: Path) -> None:
    inside = {path.name for path in (program.parent / "_internal").iterdir()}
    assert "PySide6" in inside, "the control: what belongs in is there"
    assert inside.isdisjoint(ABSENT)


def test_the_licences_of_what_it_brings_lie_beside_it(program: Path) -> None:
    inside = program.parent / "_internal"
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in (inside / "licences" / "LGPL-3.0.txt").read_text("utf-8")
    for library in ("reportlab", "sqlite_utils", "pypdf", "fontpkg_noto_sans"):
        [found] = inside.glob(f"{library}-*.dist-info")
        assert [path for path in found.rglob("*") if "licen" in path.name.casefold()], library


def test_its_window_opens_and_stays(program: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path), "TMPDIR": str(tmp_path)}
    shown = subprocess.Popen([str(program), "demo"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        with pytest.raises(subprocess.TimeoutExpired):
            shown.communicate(timeout=8)
        assert list(tmp_path.glob("employer-assistant-demo-*/demo.employer-assistant"))
    finally:
        shown.terminate()
        shown.communicate(timeout=20)
