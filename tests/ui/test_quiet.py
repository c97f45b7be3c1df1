"""A day's work leaves nothing elsewhere: no network, no file outside known folders, no name in settings or caches."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

NAME = "Nguyễn-Sentinel"
WORK = """
import json, os, sys
from datetime import date
from pathlib import Path
seen = {"sockets": 0, "written": []}

def hook(event, args):
    if event.startswith("socket.") and event not in ("socket.gethostname",):
        seen["sockets"] += 1
    if event == "open" and isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
        if isinstance(args[0], (str, bytes)):
            seen["written"].append(os.fsdecode(args[0]))

sys.addaudithook(hook)
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from employer_assistant.app import Controller, open_or_create
from employer_assistant.app_all_cases import cache_path, keep_seal
from employer_assistant.cases.commands import Answer, Rename
from employer_assistant.content.library import Library
from employer_assistant.content.pack import installed
from employer_assistant.ui import faults, settings
from employer_assistant.ui.kit import theme
from employer_assistant.ui.main_window import MainWindow
from employer_assistant.ui.pages import PAGES
from employer_assistant.ui.workspace import acts

base = Path(sys.argv[1])
NAME = sys.argv[2]
acts.ask_save = lambda parent, context, name, kind: base / "out" / acts.safe(name, kind)
(base / "out").mkdir()
path = base / "work" / "w.employer-assistant"
app = QApplication([])
theme.apply(app, "light", 100)
controller = Controller(Library(installed()), open_or_create(path), lambda: date(2026, 11, 22), cache_path(path))
window = MainWindow(controller, settings.load())
faults.catch(window.report_fault)
window.show()

def settle():
    for _ in range(15):
        app.processEvents()

window.new_case()
for fact, value in {"person.family_name": NAME, "person.citizenship": ("VN",), "job.occupation": "metallbauer"}.items():
    controller.do(Answer(fact, value))
controller.do(Rename(NAME))
for row in PAGES:
    if row.place == "case":
        window.go(row.id)
        settle()
for row in PAGES:
    if row.place == "start":
        window.go(row.id)
        settle()
window.go("cases")
page = window.stack.currentWidget()
page.search.setText(NAME)
settle()
seen["titles"] = [window.windowTitle()]
window.go("exchange")
window.stack.currentWidget().give.give()
window.go("reports")
window.stack.currentWidget().tables.export("xlsx")
window.go("workspace")
window.stack.currentWidget().backups.back_up()
settings.remember(path)
window.close()
controller.all_cases.keep()
controller.workspace.close()
keep_seal(path)
if sys.argv[3:] == ["control"]:
    import socket
    socket.socket().close()
    (base / "cache-home" / "note").write_text(NAME)
print(json.dumps(seen))
"""


def worked(tmp_path: Path, project: Path, *more: str) -> tuple[dict[str, object], list[Path]]:
    """Do a day's work in a process of its own; return what was noticed, and the files elsewhere that hold the name."""
    names = ("CONFIG", "CACHE", "DATA", "STATE")
    homes = {f"XDG_{name}_HOME": str(tmp_path / f"{name.lower()}-home") for name in names}
    homes |= {"HOME": str(tmp_path / "home"), "TMPDIR": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", WORK, str(tmp_path), NAME, *more],
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
        cwd=project,
        env={**os.environ, **homes},
    )
    assert done.returncode == 0, done.stderr[-2000:]
    found = json.loads(done.stdout.splitlines()[-1])
    marks = (NAME.encode(), NAME.encode("utf-16-le"))
    elsewhere = [
        file
        for file in tmp_path.rglob("*")
        if file.is_file()
        and not {"work", "out"} & set(file.relative_to(tmp_path).parts)
        and any(mark in file.read_bytes() for mark in marks)
    ]
    return found, elsewhere


@pytest.mark.skipif(sys.platform != "linux", reason="folders of the user are moved by variables of Linux")
def test_a_days_work_leaves_nothing_elsewhere(tmp_path: Path, project: Path) -> None:
    found, elsewhere = worked(tmp_path, project)
    assert found["sockets"] == 0
    written = [Path(str(one)) for one in found["written"]]  # type: ignore[attr-defined]
    outside = [one for one in written if not one.is_relative_to(tmp_path) and one != Path("/dev/null")]
    assert not outside
    assert written, "the control: writing is seen"
    assert not elsewhere
    assert found["titles"] == ["Employer Assistant"]
    assert len(list((tmp_path / "out").iterdir())) == 2
    again = tmp_path / "again"
    again.mkdir()
    noticed, named = worked(again, project, "control")
    assert noticed["sockets"]
    assert [one.name for one in named] == ["note"]
