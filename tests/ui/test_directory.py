"""The living directory: searched without a case, confirmed and corrected, shared, kept across new content."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from employer_assistant.app_content import Shelf
from employer_assistant.content import keys
from employer_assistant.content.signing import public_key
from employer_assistant.ui.main_window import MainWindow
from employer_assistant.ui.screens.desk_check import DeskCheck
from employer_assistant.ui.screens.directory_page import DirectoryPage
from employer_assistant.ui.screens.fold import Fold
from employer_assistant.ui.screens.offices_page import OfficesPage
from tests.made_packs import DESK, KEY, new_pack
from tests.ui.conftest import TODAY
from tests.ui.pages import open_sample, settle, shown, words


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give every test a data folder of its own and let the key of these tests be trusted."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(keys, "trusted_keys", lambda: (public_key(KEY),))
    return tmp_path / "data"


def asked(window: MainWindow, qtbot: QtBot, place: str = "", job: str = "", role: str = "") -> DirectoryPage:
    """Show the directory and type."""
    page = shown(window, DirectoryPage, "directory")
    for field, typed in ((page.place.field, place), (page.occupation.field, job)):
        qtbot.keyClicks(field, typed)
    if role:
        page.role.setCurrentIndex(page.role.findData(role))
    settle()
    return page


def check_of(page: DirectoryPage | OfficesPage, name: str) -> DeskCheck:
    """Open the fold of a desk and return what is inside."""
    [made] = [
        one
        for one in page.findChildren(Fold)
        if one.isVisibleTo(page) and one.button.accessibleName().endswith(f"berichtigen: {name}")
    ]
    made.unfold()
    settle()
    inner = made.inner()
    assert isinstance(inner, DeskCheck)
    return inner


def test_desks_of_a_place_and_an_occupation(window: MainWindow, qtbot: QtBot) -> None:
    said = words(asked(window, qtbot, "08523", "Pflegefachfrau"))
    assert "Ausländerbehörde Vogtlandkreis" in said
    assert "Kommunaler Sozialverband Sachsen" in said
    assert "Keine eigene Stelle" not in said
    assert "Für diesen Landkreis ist keine eigene Stelle bekannt." in said


def test_a_name_that_exists_twice_offers_both(window: MainWindow, qtbot: QtBot) -> None:
    page = asked(window, qtbot, "09573")
    labels = [page.place.hits.itemText(place) for place in range(page.place.hits.count())]
    assert labels[0] == "Bitte wählen", "nobody is called in charge before it is clear where the firm is"
    assert len(labels) == 4
    assert "Ausländerbehörde" not in words(page)
    page.place.hits.setCurrentIndex(next(i for i, one in enumerate(labels) if "Gornau" in one))
    settle()
    assert "Ausländerbehörde Erzgebirgskreis" in words(page)


def test_all_desks_of_one_kind(window: MainWindow, qtbot: QtBot) -> None:
    said = words(asked(window, qtbot, role="abh"))
    assert "Ganz Sachsen: 13 Stellen" in said


def test_what_nobody_knows_is_said(window: MainWindow, qtbot: QtBot) -> None:
    page = asked(window, qtbot, "xyzxyz")
    assert page.place.value == ""
    assert page.place.said.isVisible()


def test_a_desk_is_confirmed_with_day_and_initials(window: MainWindow, qtbot: QtBot) -> None:
    page = asked(window, qtbot, "01067")
    check = check_of(page, "Ausländerbehörde Dresden")
    check.right.click()
    assert "Geben Sie Ihr Kürzel" in check.problem.text()
    assert check.problem.isVisible()
    check.initials.setText("AB")
    check.right.click()
    settle()
    said = words(page)
    assert "bestätigt am 22.11.2026 von AB" in said
    check = check_of(page, "Ausländerbehörde Dresden")
    assert check.initials.text() == "AB", "initials are remembered"
    check._take_back("")
    settle()
    assert "bestätigt am 22.11.2026" not in words(page)


def test_a_correction_is_used_everywhere_and_outlives_new_content(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, project: Path
) -> None:
    page = asked(window, qtbot, "01067")
    check = check_of(page, "Ausländerbehörde Dresden")
    check.initials.setText("AB")
    assert check.value.text() == "0351 4886009"
    check.value.setText("0351 111")
    check.correct.click()
    settle()
    said = words(page)
    assert "Telefon: 0351 111" in said
    assert "In den Inhalten steht: 0351 4886009" in said, "what was there before stays to be seen"
    controller = window.controller
    assert controller.library.offices[DESK].phone == "0351 111"
    controller.shelf.install(new_pack(tmp_path / "new.pack").read_bytes())
    controller.use(controller.shelf.library())
    settle()
    assert "Die Inhalte sagen jetzt +49 351 999" in words(shown(window, DirectoryPage, "directory"))
    assert Shelf().library().offices[DESK].phone == "0351 111", "also at the next start"


def test_a_note_is_seen_here_and_on_no_paper(window: MainWindow, qtbot: QtBot) -> None:
    from employer_assistant.papers.desk_marks import desk_marks

    page = asked(window, qtbot, "01067")
    check = check_of(page, "Ausländerbehörde Dresden")
    check.initials.setText("AB")
    check.field.setCurrentIndex(check.field.findData("own_note"))
    check.value.setText("Dienstags anrufen")
    check.correct.click()
    settle()
    assert "Eigene Notiz: Dienstags anrufen" in words(page)
    desk = window.controller.library.offices[DESK]
    assert not [mark for mark in desk_marks(desk, TODAY, "de") if "Dienstags" in mark or "Notiz" in mark]


def test_entries_travel_to_a_colleague(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    shelf = window.controller.shelf
    shelf.correct(DESK, "phone", "0351 222", date(2026, 11, 20), "CD")
    page, file = asked(window, qtbot), tmp_path / "colleagues.json"
    page.export_to(file)
    settle()
    assert "Einträge: 1" in words(page)
    shelf.take_back(DESK, None)
    page.import_from(file)
    settle()
    assert "Übernommen: 1." in words(page)
    assert window.controller.library.offices[DESK].phone == "0351 222"
    file.write_text("{}", encoding="utf-8")
    page.import_from(file)
    settle()
    assert "ist keine Datei mit Berichtigungen" in words(page)


def test_money_that_ends_stands_on_the_card(window: MainWindow, qtbot: QtBot) -> None:
    assert "Geld zugesagt bis 31.12.2026" in words(asked(window, qtbot, "Freital"))


def test_a_desk_of_a_case_is_corrected_too(window: MainWindow, project: Path) -> None:
    open_sample(window, project)
    page = shown(window, OfficesPage, "offices")
    check = check_of(page, "Ausländerbehörde Landkreis Görlitz")
    check.initials.setText("AB")
    check.value.setText("03581 1")
    check.correct.click()
    settle()
    assert "Telefon: 03581 1" in words(page)
    check = check_of(page, "Ausländerbehörde Landkreis Görlitz")
    assert isinstance(check.value, QLineEdit)
    assert check.value.text() == "03581 1"
