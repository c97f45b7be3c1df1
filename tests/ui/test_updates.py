"""Newer content in the window: looked at first, refused in words, installed, its cases listed, taken back."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from employer_assistant.content import keys
from employer_assistant.content.pack import encode, installed
from employer_assistant.content.signing import public_key
from employer_assistant.ui.main_window import MainWindow
from employer_assistant.ui.screens.law_page import LawPage
from employer_assistant.ui.screens.result_page import ResultPage
from employer_assistant.ui.updates.again import AgainForm
from employer_assistant.ui.updates.updates_page import UpdatesPage
from tests.made_packs import KEY, LATER, new_pack
from tests.ui.pages import open_sample, settle, shown, words


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give every test a data folder of its own and let the key of these tests be trusted."""
    folder = tmp_path / "data"
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    monkeypatch.setattr(keys, "trusted_keys", lambda: (public_key(KEY),))
    return folder


def page_with_cases(window: MainWindow, project: Path) -> UpdatesPage:
    """Return the page after two sample hires were kept: one lives on the Blue Card, one does not."""
    for name in ("metallbauer.yaml", "softwareentwicklerin.yaml"):
        open_sample(window, project, name)
    return shown(window, UpdatesPage, "updates")


def after_tests(page: UpdatesPage, qtbot: QtBot) -> str:
    """Wait until all cases are tested and return what the page says."""
    qtbot.waitUntil(lambda: page.trial is not None and page.trial.done, timeout=20_000)
    settle()
    return words(page)


def test_state_and_what_runs_out(window: MainWindow) -> None:
    said = words(shown(window, UpdatesPage, "updates"))
    assert installed().version in said
    assert "mit dem Programm gekommen" in said
    assert "Bis 31.12.2026" in said


def test_a_file_is_looked_at_before_anything_happens(
    window: MainWindow, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    page = page_with_cases(window, project)
    page.look_at(new_pack(tmp_path / "new.pack"))
    said = after_tests(page, qtbot)
    assert f"Neue Inhalte {LATER}: noch nicht eingespielt" in said
    assert "Mindestgehalt für die Blaue Karte EU" in said
    assert "Telefon: bisher 0351 4886009, jetzt +49 351 999" in said
    assert "Betroffen: 1 von 2 Fällen." in said
    assert "Weg zu:" in said
    assert window.controller.library.content.version == installed().version
    assert page.trial_card is not None
    page.trial_card.drop.click()
    settle()
    assert "Nichts wurde eingespielt." in words(page)
    assert page.trial is None


def test_installed_used_everywhere_and_taken_back(
    window: MainWindow, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    page = page_with_cases(window, project)
    page.look_at(new_pack(tmp_path / "new.pack"))
    after_tests(page, qtbot)
    assert page.trial_card is not None
    page.trial_card.install.click()
    said = after_tests(page, qtbot)
    assert f"Inhalte {LATER} sind jetzt in Gebrauch" in said
    assert "aus einer Datei eingespielt" in said
    assert "Betroffen: 1 von 2 Fällen." in said
    assert LATER in words(shown(window, LawPage, "law"))
    page = shown(window, UpdatesPage, "updates")
    assert "Betroffen: 1 von 2 Fällen." in words(page), "the list outlives a change of page"
    page._undo()
    said = after_tests(page, qtbot)
    assert f"Inhalte {installed().version} sind wieder in Gebrauch" in said
    assert "Weg frei:" in said
    assert window.controller.library.content.version == installed().version


def test_installing_before_all_cases_are_tested_counts_each_case_once(
    window: MainWindow, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    page = page_with_cases(window, project)
    page.look_at(new_pack(tmp_path / "new.pack"))
    qtbot.waitUntil(lambda: page.trial is not None and page.trial.tested == 1, timeout=20_000)
    assert page.trial_card is not None
    page.trial_card.install.click()
    assert "Betroffen: 1 von 2 Fällen." in after_tests(page, qtbot)


def test_an_affected_case_is_one_step_away(window: MainWindow, project: Path, tmp_path: Path, qtbot: QtBot) -> None:
    page = page_with_cases(window, project)
    page.look_at(new_pack(tmp_path / "new.pack"))
    after_tests(page, qtbot)
    card = page.trial_card
    assert card is not None
    [one] = card.trial.affected
    card._copy(card.findChildren(type(card.drop))[0])  # type: ignore[arg-type]
    assert "- Weg zu:" in QApplication.clipboard().text()
    card._open(one.case_id)
    settle()
    assert window.controller.case_id == one.case_id
    assert isinstance(window.stack.currentWidget(), ResultPage)


@pytest.mark.parametrize("kind", ["unsigned", "foreign key", "missing", "older", "no pack"])
def test_what_is_refused_is_said_and_nothing_changes(window: MainWindow, tmp_path: Path, kind: str) -> None:
    page, file = shown(window, UpdatesPage, "updates"), tmp_path / "new.pack"
    if kind == "unsigned":
        file.write_bytes(encode(installed()))
    elif kind == "no pack":
        file.write_bytes(b"%PDF-1.7")
    elif kind == "foreign key":
        new_pack(file, key=bytes(range(1, 33)))
    elif kind == "older":
        new_pack(file, version="2020.1.1")
    page.look_at(file)
    settle()
    assert "Es wurde nichts geändert." in words(page)
    assert page.trial is None
    assert window.controller.library.content.version == installed().version


def test_a_paper_is_made_again_with_the_pack_of_then(
    window: MainWindow, project: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    page = page_with_cases(window, project)
    before = made_again(window, installed().version)
    page.look_at(new_pack(tmp_path / "new.pack"))
    after_tests(page, qtbot)
    assert page.trial_card is not None
    page.trial_card.install.click()
    after_tests(page, qtbot)
    now = made_again(window, LATER)
    assert LATER in text_of(now)
    assert LATER not in text_of(before)
    assert made_again(window, installed().version) == before, "byte for byte"


def made_again(window: MainWindow, version: str) -> bytes:
    """Make the result paper of the software developer with a kept version, as the page does."""
    form = AgainForm(window.context)
    form.cases.setCurrentIndex(next(i for i in range(form.cases.count()) if "Software" in form.cases.itemText(i)))
    form.forms.setCurrentIndex(form.forms.findData("result"))
    form.versions.setCurrentText(version)
    made = form.make()
    assert made is not None, form.said.text()
    form.deleteLater()
    return made


def text_of(pdf: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
