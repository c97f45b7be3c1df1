"""Work file, handing over and reports: every act of the cards on real files, with what it says afterwards."""

from __future__ import annotations

import csv
import io
import json
from contextlib import closing
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from employer_assistant.app import Controller, open_or_create
from employer_assistant.cases.case_file import read_case
from employer_assistant.cases.commands import AddNote, Answer, ChooseProcedure, ChooseRoute, EnterEvent, Rename
from employer_assistant.cases.model import Note
from employer_assistant.content.library import Library
from employer_assistant.storage import backups, experience
from employer_assistant.storage.experience import Observation
from employer_assistant.storage.handover_file import is_handover
from employer_assistant.storage.sealed import is_sealed
from employer_assistant.storage.workspace import Workspace
from employer_assistant.ui import settings
from employer_assistant.ui.main_window import MainWindow
from employer_assistant.ui.workspace import (
    acts,
    backup_card,
    employer_card,
    end_card,
    exchange_page,
    experience_card,
    file_card,
    letterhead_card,
    take_in,
)
from employer_assistant.ui.workspace.exchange_page import ExchangePage
from employer_assistant.ui.workspace.report_maker import ReportMaker
from employer_assistant.ui.workspace.reports_page import ReportsPage
from employer_assistant.ui.workspace.workspace_page import WorkspacePage
from tests.ui.pages import settle, shown, words
from tests.waited_road import ANSWERS, EVENTS, ROUTE

TODAY = date(2026, 11, 22)
LAN = {
    "person.citizenship": ("VN",),
    "person.family_name": "Nguyen",
    "job.occupation": "metallbauer",
    "employer.name": "Muster-Metallbau",
    "job.offer": True,
}


@pytest.fixture
def case_id(controller: Controller) -> str:
    """A case on disk, closed again."""
    found = controller.create("Lan")
    for fact, value in LAN.items():
        controller.do(Answer(fact, value))  # type: ignore[arg-type]
    controller.do(AddNote(Note(TODAY, "Anruf bei Frau Nguyen")))
    controller.close()
    return found


@pytest.fixture
def saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Have every file dialog answer with a file of the test, the names in order."""
    found: list[Path] = []

    def answer(_parent: object, _context: object, name: str, kind: str) -> Path:
        found.append(tmp_path / acts.safe(name, kind))
        return found[-1]

    for room in (acts, backup_card):
        monkeypatch.setattr(room, "ask_save", answer)
    return found


def said(widget: QWidget) -> str:
    """Return all words of a widget once what was added is shown."""
    settle()
    return words(widget)


# ---- the work file


def test_the_file_is_named_and_initials_are_kept(window: MainWindow, controller: Controller, case_id: str) -> None:
    page = shown(window, WorkspacePage, "workspace")
    assert "w.employer-assistant, Fälle: 1" in said(page)
    page.initials.field.setText(" AB ")
    page.initials.button.click()
    assert controller.all_cases.settings.initials == "AB"
    assert "Gemerkt" in said(page.initials)
    controller.rename(case_id, "neu")
    assert controller.workspace.log(case_id)[-1].who == "AB"


def test_a_backup_is_made_checked_and_taken_back(
    window: MainWindow, controller: Controller, case_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(window, WorkspacePage, "workspace")
    page.backups.now_button.click()
    [backup] = backups.backups_of(controller.workspace.path)
    assert "Gesichert und geprüft" in said(page.backups)
    controller.rename(case_id, "später")
    monkeypatch.setattr(backup_card, "choose", lambda *_: 0)
    monkeypatch.setattr(backup_card, "confirm", lambda *_: True)
    page.backups.ask(backup)
    assert controller.reopen == controller.workspace.path
    assert not window.isVisible()
    with closing(Workspace.open(controller.workspace.path)) as again:
        assert [row.title for row in again.cases()] == ["Lan"]


def test_a_damaged_backup_is_refused_in_words(
    window: MainWindow, controller: Controller, case_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(window, WorkspacePage, "workspace")
    page.backups.now_button.click()
    [backup] = backups.backups_of(controller.workspace.path)
    backup.write_bytes(backup.read_bytes()[:3000])
    told: list[str] = []
    monkeypatch.setattr(window, "tell", told.append)
    page.backups.ask(backup)
    assert "beschädigt" in told[0]
    assert controller.reopen is None


def test_the_firms_data_are_learned_mended_and_forgotten(
    window: MainWindow, controller: Controller, case_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(window, WorkspacePage, "workspace")
    page.employer.learn_button.click()
    assert "Muster-Metallbau" in said(page.employer)
    monkeypatch.setattr(employer_card, "choose", lambda *_: 1)
    monkeypatch.setattr(employer_card, "ask_text", lambda *_: "Andere GmbH")
    page.employer.change("employer.name")
    controller.create("neu")
    assert controller.case is not None
    assert controller.case.answers["employer.name"] == "Andere GmbH"
    assert controller.workspace.load(case_id).case.answers["employer.name"] == "Muster-Metallbau"
    controller.close()
    page.employer.forget_button.click()
    assert controller.all_cases.settings.employer == {}


def test_a_letterhead_is_shown_as_it_will_be_printed_and_a_wrong_one_refused(
    window: MainWindow, controller: Controller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PIL import Image

    Image.new("RGB", (60, 20), "red").save(tmp_path / "logo.png")
    (tmp_path / "brief.png").write_bytes(b"<svg></svg>")
    page = shown(window, WorkspacePage, "workspace").letterhead
    page.lines.setPlainText("Kammer Ä\nStraße 1")
    page.colour.setText("#ff0000")
    monkeypatch.setattr(letterhead_card, "ask_open", lambda *_: tmp_path / "brief.png")
    page.logo_button.click()
    assert page.logo == b""
    assert page.said is not None
    assert page.said.tone == "negative"
    monkeypatch.setattr(letterhead_card, "ask_open", lambda *_: tmp_path / "logo.png")
    page.logo_button.click()
    page.show_button.click()
    picture = page.picture.pixmap().toImage()
    red = sum(
        picture.pixelColor(x, y).red() - picture.pixelColor(x, y).green() > 150
        for x in range(0, picture.width(), 3)
        for y in range(0, picture.height(), 3)
    )
    assert red > 20, "the logo"
    page.keep_button.click()
    kept = controller.all_cases.settings.letterhead
    assert (kept.sender, kept.colour, kept.logo) == (("Kammer Ä", "Straße 1"), "#ff0000", page.logo)
    page.colour.setText("rot")
    page.keep_button.click()
    assert controller.all_cases.settings.letterhead == kept


def test_archived_the_start_page_says_so_and_nothing_is_changed(
    window: MainWindow, controller: Controller, case_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(window, WorkspacePage, "workspace")
    page.end.archive_button.click()
    told: list[str] = []
    monkeypatch.setattr(window, "tell", told.append)
    window.new_case()
    assert "archiviert" in told[0]
    window.go("cases")
    assert "archiviert" in said(window.stack.currentWidget())
    shown(window, WorkspacePage, "workspace").end.archive_button.click()
    window.new_case()
    assert len(controller.overview()) == 2


def test_deleting_names_every_file_and_leaves_none(
    window: MainWindow, controller: Controller, case_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, path = shown(window, WorkspacePage, "workspace"), controller.workspace.path
    page.backups.now_button.click()
    asked: list[str] = []
    monkeypatch.setattr(end_card, "choose", lambda _parent, sentence, *_: asked.append(sentence) or 0)
    monkeypatch.setattr(end_card, "confirm", lambda *_: False)
    page.end.delete_button.click()
    assert path.exists()
    assert path.name in asked[0]
    assert backups.backups_of(path)[0].name in asked[0]
    monkeypatch.setattr(end_card, "confirm", lambda *_: True)
    monkeypatch.setattr(window, "tell", lambda _sentence: None)
    page.end.delete_button.click()
    assert list(path.parent.iterdir()) == []
    assert controller.reopen is None
    assert not window.isVisible()


def test_locked_and_opened_again(
    window: MainWindow, controller: Controller, case_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, path = shown(window, WorkspacePage, "workspace"), controller.workspace.path
    monkeypatch.setattr(window, "tell", lambda _sentence: None)
    monkeypatch.setattr(end_card, "ask_password", lambda *_args, **_more: "ein langes Wort")
    page.end.lock_button.click()
    assert not path.exists()
    assert not window.isVisible()
    monkeypatch.setattr(file_card, "ask_password", lambda *_args, **_more: "ein langes Wort")
    monkeypatch.setattr(file_card, "choose", lambda *_: 0)
    page.file.turn_to(path.with_name(path.name + ".locked"))
    assert controller.reopen == path
    with closing(Workspace.open(path)) as again:
        assert [row.title for row in again.cases()] == ["Lan"]


def test_files_used_lately_can_be_forgotten(window: MainWindow, tmp_path: Path) -> None:
    other = tmp_path / "Kunde.employer-assistant"
    open_or_create(other).close()
    settings.remember(other)
    page = shown(window, WorkspacePage, "workspace")
    page.refresh()
    assert "Kunde.employer-assistant in" in said(page.file.recent)
    settings.forget_recent()
    assert settings.recent() == []


def test_a_case_due_for_deletion_is_shown_and_its_backups_are_cleaned(
    window: MainWindow, controller: Controller, case_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    controller.open(case_id)
    for fact, value in {"job.purpose": "employment", "person.location": "abroad", "job.regulated": "no"}.items():
        controller.do(Answer(fact, value))
    controller.do(Answer("qualification.kind", "vocational"))
    controller.do(Answer("qualification.recognition", "full"))
    for event in ("work_start", "employment_end"):
        controller.do(EnterEvent(event, date(2026, 10, 1)))
    controller.close()
    page = shown(window, WorkspacePage, "workspace")
    page.backups.now_button.click()
    controller.all_cases.refresh(None)
    [due] = controller.all_cases.to_be_deleted()
    assert due.case_id == case_id
    page.refresh()
    monkeypatch.setattr(end_card, "choose", lambda *_: 1)
    asked: list[str] = []
    monkeypatch.setattr(end_card, "confirm", lambda _parent, sentence, *_: bool(asked.append(sentence)) or True)
    page.deletion.ask(due, "Lan")
    assert controller.overview() == []
    [backup] = backups.backups_of(controller.workspace.path)
    assert backup.stem in asked[0]
    assert backups.contents(backup) == []


# ---- handing over


def test_a_case_goes_out_and_comes_back_side_by_side(
    window: MainWindow, controller: Controller, case_id: str, saved: list[Path], tmp_path: Path
) -> None:
    page = shown(window, ExchangePage, "exchange", case_id)
    assert "Lan" in said(page.give)
    page.give.give_button.click()
    assert is_handover(saved[0].read_bytes())
    assert saved[0].name in said(page.give)
    firm = Controller(controller.library, open_or_create(tmp_path / "firm"), lambda: TODAY)
    firm.all_cases.take_in(saved[0].read_bytes(), "x")
    firm.open(case_id)
    firm.do(Answer("job.offer", False))
    firm.do(Rename("Lan, Firma"))
    back = tmp_path / "back.uebergabe"
    back.write_bytes(firm.all_cases.hand_over(None))
    firm.workspace.close()
    page.take_in.look_into(back)
    told = said(page.take_in)
    assert "In der Datei neuer: Lan, Firma" in told
    assert {"ja", "nein"} <= set(told.splitlines())
    assert controller.overview()[0].title == "Lan", "nothing is taken over before the yes"
    assert page.take_in.take_button is not None
    page.take_in.take_button.click()
    assert controller.overview()[0].title == "Lan, Firma"
    assert "aktualisiert: 1" in said(page.take_in)


def test_what_both_sides_changed_is_decided_by_people(
    window: MainWindow, controller: Controller, case_id: str, tmp_path: Path, library: Library
) -> None:
    firm = Controller(library, open_or_create(tmp_path / "firm.employer-assistant"), lambda: TODAY)
    firm.all_cases.take_in(controller.all_cases.hand_over(None), "x")
    firm.rename(case_id, "deren")
    controller.rename(case_id, "meine")
    back = tmp_path / "back"
    back.write_bytes(firm.all_cases.hand_over(None))
    firm.workspace.close()
    page = shown(window, ExchangePage, "exchange").take_in
    page.look_into(back)
    assert page.take_button is not None
    page.take_button.click()
    assert "welche Fassung" in said(page)
    assert [row.title for row in controller.overview()] == ["meine"]
    page.choices[case_id].choose("both")
    page.take_button.click()
    assert sorted(row.title for row in controller.overview()) == ["deren", "meine"]


def test_a_password_is_asked_twice_and_a_wrong_one_refused(
    window: MainWindow, controller: Controller, case_id: str, saved: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(window, ExchangePage, "exchange")
    page.give.encrypted.button.click()
    monkeypatch.setattr(exchange_page, "ask_password", lambda *_args, **_more: None)
    page.give.give_button.click()
    assert saved == []
    monkeypatch.setattr(exchange_page, "ask_password", lambda *_args, **_more: "ein langes Wort")
    page.give.give_button.click()
    assert is_sealed(saved[0].read_bytes())
    monkeypatch.setattr(take_in, "ask_password", lambda *_args, **_more: "falsch")
    page.take_in.look_into(saved[0])
    assert "Passwort passt nicht" in said(page.take_in)
    assert acts._fault(["kurz", "kurz"], new=True) == "handover.password-short"
    assert acts._fault(["lang genug", "anders"], new=True) == "ui.password.differ"
    assert acts._fault(["kurz"], new=False) is None


def test_copies_as_file_and_without_names(
    window: MainWindow, controller: Controller, case_id: str, saved: list[Path], library: Library
) -> None:
    page = shown(window, ExchangePage, "exchange", case_id).give
    page.kinds.choose("anonymous")
    page.give_button.click()
    text = saved[0].read_text(encoding="utf-8")
    assert "metallbauer" in text
    assert not [one for one in ("Nguyen", "Lan", "Muster-Metallbau", "Anruf") if one in text + saved[0].name]
    page.kinds.choose("case")
    page.give_button.click()
    assert read_case(saved[1].read_bytes(), "x.yaml", library) == controller.workspace.load(case_id).case
    shown(window, ExchangePage, "exchange").take_in.look_into(saved[1])
    assert len(controller.overview()) == 2


def test_a_pulled_stick_and_a_damaged_file_are_told_in_words(
    window: MainWindow, case_id: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(window, "tell", told.append)
    monkeypatch.setattr(acts, "ask_save", lambda *_: tmp_path / "stick" / "x.uebergabe")
    page = shown(window, ExchangePage, "exchange")
    page.give.give_button.click()
    assert "Stick" in told[0]
    assert "unberührt" in told[0]
    page.take_in.look_into(tmp_path / "stick" / "weg")
    assert "Nichts wurde geändert" in told[1]
    (tmp_path / "kaputt").write_bytes(b"PK\x03\x04 nichts")
    page.take_in.look_into(tmp_path / "kaputt")
    assert "beschädigt" in said(page.take_in)
    (tmp_path / "brief.yaml").write_text("Sehr geehrte")
    page.take_in.look_into(tmp_path / "brief.yaml")
    assert "brief.yaml" in said(page.take_in)


# ---- reports


def test_tables_and_calendar_open_elsewhere(
    window: MainWindow, controller: Controller, case_id: str, saved: list[Path]
) -> None:
    page = shown(window, ReportsPage, "reports").tables
    for kind in ("xlsx", "csv", "json", "ics"):
        page.buttons[kind].click()
    sheet = load_workbook(saved[0]).active
    assert sheet is not None
    assert sheet["A2"].value == "Lan"
    assert list(csv.reader(io.StringIO(saved[1].read_text("utf-8-sig")), delimiter=";"))[1][0] == "Lan"
    assert json.loads(saved[2].read_bytes())[0]["title"] == "Lan"
    assert b"BEGIN:VCALENDAR" in saved[3].read_bytes()
    assert b"Lan" not in saved[3].read_bytes()


def test_the_report_is_made_beside_the_window_and_saved(
    window: MainWindow, controller: Controller, case_id: str, saved: list[Path]
) -> None:
    page = shown(window, ReportsPage, "reports").report
    page.button.click()
    plain = PdfReader(BytesIO(saved[0].read_bytes())).pages[0].extract_text()
    page.initials.button.setChecked(True)
    page.button.click()
    reduced = PdfReader(BytesIO(saved[1].read_bytes())).pages[0].extract_text()
    assert "Bericht über mehrere Fälle" in plain
    assert "Lan" in plain
    assert "L." in reduced
    assert "Lan" not in reduced
    assert saved[0].name in said(page)


def test_a_cancelled_report_writes_nothing(
    window: MainWindow, controller: Controller, case_id: str, saved: list[Path]
) -> None:
    page = shown(window, ReportsPage, "reports").report
    for _ in range(30):
        controller.copy(case_id, "mehr")

    def cancel() -> None:
        dialog = window.findChild(ReportMaker)
        assert isinstance(dialog, ReportMaker)
        dialog.stop_button.click()

    QTimer.singleShot(0, cancel)
    page.button.click()
    assert saved == []
    assert "gespeichert" not in said(page)


def test_no_report_without_a_case(window: MainWindow, saved: list[Path]) -> None:
    page = shown(window, ReportsPage, "reports").report
    page.button.click()
    assert "mindestens ein Fall" in said(page)
    assert saved == []


def test_counts_hide_small_numbers(window: MainWindow, controller: Controller, case_id: str, saved: list[Path]) -> None:
    page = shown(window, ReportsPage, "reports").counts
    assert "weniger als 3" in said(page)
    for _ in range(4):
        controller.copy(case_id, "mehr")
    controller.create("anders")
    controller.close()
    page.refresh()
    assert "Fälle: 6" in said(page)
    assert "Vietnam\nverdeckt" in said(page), "one lonely small number takes the next with it"
    page.save_button.click()
    lines = list(csv.reader(io.StringIO(saved[0].read_text("utf-8-sig")), delimiter=";"))
    assert ["Fälle", "", "6"] in lines
    assert ["Land", "Vietnam", ""] in lines


def test_own_experience_is_shown_mended_deleted_and_saved(
    window: MainWindow, saved: list[Path], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    controller = window.controller
    workspace = controller.workspace
    experience.add(workspace, Observation("visa-appointment", "mission", 63, "2027-03"))
    page = shown(window, ReportsPage, "reports").experience
    [origin] = page.lines
    assert "63 Tage, Auslandsvertretung, 03/2027" in page.lines[origin].accessibleName()
    monkeypatch.setattr(experience_card, "choose", lambda *_: 0)
    for typed, days in (("neun", 63), ("0", 63), ("70", 70)):
        monkeypatch.setattr(experience_card, "ask_text", lambda *_, typed=typed: typed)
        page.change(origin, experience.kept(workspace)[origin])
        assert experience.kept(workspace)[origin].days == days
    page.csv_button.click()
    assert "visa-appointment" in saved[0].read_text("utf-8-sig")
    monkeypatch.setattr(experience_card, "choose", lambda *_: 1)
    page.change(origin, replace(experience.kept(workspace)[origin]))
    assert experience.kept(workspace) == {}
    page.collect_button.click()
    qtbot.waitUntil(lambda: "Neue Beobachtungen: 0" in said(page))


def test_own_experience_is_gathered_from_what_really_happened(window: MainWindow, qtbot: QtBot) -> None:
    controller = window.controller
    controller.create("Lan")
    for fact, value in ANSWERS.items():
        controller.do(Answer(fact, value))
    controller.do(ChooseRoute(ROUTE))
    controller.do(ChooseProcedure("accelerated"))
    for event, day in EVENTS.items():
        controller.do(EnterEvent(event, day))
    controller.close()
    page = shown(window, ReportsPage, "reports").experience
    page.collect_button.click()
    qtbot.waitUntil(page.collect_button.isEnabled, timeout=30_000)
    assert "visa-appointment" in {one.step for one in experience.kept(controller.workspace).values()}, said(page)
