"""The window as the command line opens it: on a named workspace, and on samples that are wiped afterwards."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QFileDialog

from employer_assistant import app
from employer_assistant.cases.model import Case
from employer_assistant.storage import backups
from employer_assistant.storage.workspace import Workspace
from employer_assistant.ui import dialogs, settings
from employer_assistant.ui.main_window import MainWindow
from tests.cli.conftest import Answer, refused

Call = Callable[..., Answer]


@dataclass(frozen=True)
class Seen:
    """A workspace as the window showed it."""

    path: Path
    titles: list[str]


@pytest.fixture
def seen(loops_end: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Seen]:
    """Have the window close at once and note what it showed; settings go to a folder of the test."""
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    found: list[Seen] = []
    show = MainWindow.show

    def note(shown: MainWindow) -> None:
        show(shown)
        controller = shown.controller
        found.append(Seen(controller.workspace.path, [row.title for row in controller.overview()]))
        QTimer.singleShot(0, shown.close)

    monkeypatch.setattr(MainWindow, "show", note)
    return found


def test_what_is_made_in_a_demonstration_is_marked_and_leaves_nothing(
    call: Call, seen: list[Seen], monkeypatch: pytest.MonkeyPatch
) -> None:
    show, marked = MainWindow.show, list[bool]()

    def make(shown: MainWindow) -> None:
        shown.new_case()
        case = shown.controller.case
        marked.append(case is not None and case.sample)
        shown.leave_case()
        show(shown)

    monkeypatch.setattr(MainWindow, "show", make)
    assert call("demo").status == 0
    assert marked == [True]
    assert not seen[0].path.parent.exists()
    assert settings.recent() == []


def test_it_opens_a_named_workspace_and_creates_it(call: Call, seen: list[Seen], tmp_path: Path) -> None:
    workspace = tmp_path / "folder" / "work.employer-assistant"
    found = call("--workspace", workspace)
    assert found.status == 0, found.err
    assert [one.path for one in seen] == [workspace]
    Workspace.open(workspace).close()


def test_a_file_of_another_kind_is_refused(call: Call, seen: list[Seen], tmp_path: Path) -> None:
    foreign = tmp_path / "letter.txt"
    foreign.write_text("Dear Sir")
    assert "letter.txt" in refused(call("--workspace", foreign))
    assert seen == []


def test_the_demonstration_leaves_nothing(call: Call, seen: list[Seen]) -> None:
    found = call("demo", "--language", "en")
    assert found.status == 0, found.err
    [one] = seen
    assert len(one.titles) == 10
    assert "Metallbauer aus Vietnam, Zittau" in one.titles
    assert not one.path.parent.exists()


def test_a_damaged_file_of_the_user_is_told_in_a_window_and_a_backup_taken_back(
    call: Call, seen: list[Seen], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "own.employer-assistant"
    monkeypatch.setattr(app, "default_workspace_path", lambda: path)
    with closing(Workspace.create(path)) as workspace:
        workspace.add(Case("Lan"), datetime(2026, 11, 22, tzinfo=UTC))
        backup = backups.back_up_now(workspace, datetime(2026, 11, 22, tzinfo=UTC))
    broken = path.read_bytes()[:5000]
    path.write_bytes(broken)
    told: list[str] = []
    answers = iter([(0, tmp_path / "nichts"), (0, backup)])
    picked: list[Path] = []

    def choose(_parent: object, sentence: str, *_: object) -> int:
        told.append(sentence)
        way, file = next(answers)
        picked.append(file)
        return way

    monkeypatch.setattr(dialogs, "choose", choose)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(picked[-1]), ""))
    found = call()
    assert found.status == 0, found.err
    assert "beschädigt" in told[0]
    assert "nichts" in told[1]
    assert [one.titles for one in seen] == [["Lan"]]
    assert path.with_name(path.name + ".old").read_bytes() == broken


def test_a_window_may_name_the_file_that_follows(
    call: Call, seen: list[Seen], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = tmp_path / "a.employer-assistant", tmp_path / "b.employer-assistant"
    Workspace.create(second).close()
    show = MainWindow.show

    def turn(shown: MainWindow) -> None:
        show(shown)
        if shown.controller.workspace.path == first:
            shown.controller.reopen = second

    monkeypatch.setattr(MainWindow, "show", turn)
    assert call("--workspace", first).status == 0
    assert [one.path for one in seen] == [first, second]
    assert settings.recent() == [second, first]
