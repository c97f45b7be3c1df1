"""The menu of the print page: HTML, mail, many papers, official forms, letterhead."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from employer_assistant.papers.printing import form_ids
from employer_assistant.storage import official_forms
from employer_assistant.ui.main_window import MainWindow
from employer_assistant.ui.screens import paper_mail, paper_many, paper_more, paper_official
from employer_assistant.ui.screens.paper_letterhead import drawn_logo, letterhead_of
from employer_assistant.ui.screens.paper_many import ManyPapers, ask_cases, jobs_for
from employer_assistant.ui.screens.print_page import PrintPage
from employer_assistant.ui.workspace import letterhead_card
from employer_assistant.ui.workspace.workspace_page import WorkspacePage
from tests.papers import made_up_forms as forms
from tests.ui.pages import open_sample, shown
from tests.ui.test_accessibility import controls

SHORT = 60_000
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><rect width="60" height="20" fill="#c00"/></svg>'


@pytest.fixture
def paper(window: MainWindow, project: Path, qtbot: QtBot) -> PrintPage:
    open_sample(window, project, "elektriker.yaml")
    open_sample(window, project)
    page = shown(window, PrintPage, "print")
    qtbot.waitUntil(lambda: page.pdf is not None, timeout=SHORT)
    return page


def choose(page: PrintPage, name: str) -> None:
    """Take an entry of the menu."""
    menu = page.more_button.menu()
    next(action for action in menu.actions() if action.objectName() == name).trigger()


def files(monkeypatch: pytest.MonkeyPatch, *, opened: Path | None = None, saved: Path | None = None) -> None:
    """Answer the file dialogs."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(opened or ""), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(saved or ""), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(saved or ""))


def test_the_twin_is_saved_and_can_be_opened(paper: PrintPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    files(monkeypatch, saved=tmp_path / "blatt")
    choose(paper, "html")
    assert "<h1" in (tmp_path / "blatt.html").read_text(encoding="utf-8")
    assert paper.open_button.isVisible()
    assert paper.saved_at == tmp_path / "blatt.html"


@pytest.mark.parametrize("able", [True, False])
def test_mail_gets_the_saved_file_or_the_user_is_told(
    paper: PrintPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, able: bool
) -> None:
    handed: list[tuple[Path, str]] = []
    told: list[str] = []
    way = (lambda path, subject: handed.append((path, subject))) if able else None
    monkeypatch.setattr(paper_more, "way_of_this_system", lambda: way)
    monkeypatch.setattr(paper.context.window, "tell", told.append)
    files(monkeypatch, saved=tmp_path / "a.pdf")
    choose(paper, "mail")
    assert handed == ([(tmp_path / "a.pdf", "Fahrplan für den Betrieb")] if able else [])
    assert str(tmp_path / "a.pdf") in told[0]
    assert "verschlüsselt" in told[0]


def test_a_message_for_windows_carries_the_file() -> None:
    made = paper_mail.message(Path("Papier.pdf"), "Fahrplan")
    assert made.files == 1
    assert made.file.contents.path == "Papier.pdf"
    assert made.recipients == 0


def test_all_papers_of_a_case_are_written_and_named(
    paper: PrintPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    case = paper.context.controller.case
    assert case is not None
    forms_wanted = ["costs", "contacts", "folder-index"]
    assert set(forms_wanted) < set(form_ids())
    jobs = jobs_for(paper.context, [case], forms_wanted, "de", paper.options())
    (tmp_path / "metallbauer-aus-vietnam-zittau-contacts-de.pdf").write_bytes(b"old")
    dialog = ManyPapers(paper, paper.context, jobs, tmp_path, force=False)
    qtbot.waitUntil(lambda: dialog.close_button.isVisibleTo(dialog), timeout=SHORT)
    assert (dialog.written, dialog.kept) == (2, 1)
    assert (tmp_path / "metallbauer-aus-vietnam-zittau-contacts-de.pdf").read_bytes() == b"old"
    assert "Schon vorhanden" in dialog.state.text()
    assert all(control.accessibleName() for control in controls(dialog))
    dialog.close()


def test_many_papers_can_be_stopped(paper: PrintPage, tmp_path: Path, qtbot: QtBot) -> None:
    case = paper.context.controller.case
    assert case is not None
    jobs = jobs_for(paper.context, [case] * 30, ["costs"], "de", paper.options())
    dialog = ManyPapers(paper, paper.context, jobs, tmp_path, force=False)
    qtbot.waitUntil(lambda: dialog.written > 0, timeout=SHORT)
    dialog.reject()
    qtbot.waitUntil(lambda: dialog.close_button.isVisibleTo(dialog), timeout=SHORT)
    assert 0 < dialog.written < 30
    assert len(list(tmp_path.glob("*.pdf"))) == dialog.written
    assert "abgebrochen" in dialog.state.text()
    dialog.close()


def test_a_folder_that_goes_away_is_told_and_what_is_written_stays(
    paper: PrintPage, tmp_path: Path, qtbot: QtBot
) -> None:
    case = paper.context.controller.case
    assert case is not None
    folder = tmp_path / "papers"
    folder.write_bytes(b"a file of this name")
    jobs = jobs_for(paper.context, [case] * 3, ["costs"], "de", paper.options())
    dialog = ManyPapers(paper, paper.context, jobs, folder, force=True)
    qtbot.waitUntil(lambda: dialog.close_button.isVisibleTo(dialog), timeout=SHORT)
    assert dialog.written == 0
    assert f"{folder} ist kein Ordner" in dialog.state.text()
    assert folder.read_bytes() == b"a file of this name"
    dialog.close()


def test_the_menu_writes_for_the_ticked_cases(
    paper: PrintPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    files(monkeypatch, saved=tmp_path)
    every = [row.id for row in paper.context.controller.overview()]
    monkeypatch.setattr(paper_more, "ask_cases", lambda *_args: every)

    def close() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, ManyPapers) and dialog.close_button.isVisibleTo(dialog):
            dialog.accept()
        else:
            QTimer.singleShot(50, close)

    QTimer.singleShot(50, close)
    choose(paper, "many_cases")
    assert len(list(tmp_path.glob("*-employer-roadmap-de.pdf"))) == len(every) == 2


def test_cases_are_asked_for_and_existing_files_too(
    paper: PrintPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    accept = QDialog.DialogCode.Accepted
    monkeypatch.setattr(QDialog, "exec", lambda _self: accept)
    found = ask_cases(paper, paper.context)
    assert found is not None
    assert len(found) == 2
    case = paper.context.controller.case
    assert case is not None
    jobs = jobs_for(paper.context, [case], ["costs"], "de", paper.options())
    files(monkeypatch, saved=tmp_path)
    assert paper_many.ask_folder(paper, paper.context, jobs) == (tmp_path, False)
    (tmp_path / "metallbauer-aus-vietnam-zittau-costs-de.pdf").write_bytes(b"old")
    for answer, expected in ((0, (tmp_path, True)), (1, (tmp_path, False)), (None, None)):
        monkeypatch.setattr(paper_many, "choose", lambda *_args, answer=answer: answer)
        assert paper_many.ask_folder(paper, paper.context, jobs) == expected


def test_an_official_form_is_filled_from_the_window(
    paper: PrintPage, project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told: list[str] = []
    monkeypatch.setattr(paper.context.window, "tell", told.append)
    monkeypatch.setattr(official_forms, "data_folder", lambda: tmp_path / "data")
    empty = tmp_path / "bogen.pdf"
    empty.write_bytes(forms.registration())
    files(monkeypatch, opened=empty, saved=tmp_path / "voll.pdf")
    choose(paper, "official")
    assert "kennen das Formular" in told.pop()
    files(monkeypatch, opened=project / "docs" / "official-forms-example.yaml")
    choose(paper, "mapping")
    assert "von jetzt an erkannt" in told.pop()
    files(monkeypatch, opened=empty, saved=empty)
    choose(paper, "official")
    assert "leere Formular" in told.pop()
    files(monkeypatch, opened=empty, saved=tmp_path / "voll.pdf")
    seen: list[str] = []
    monkeypatch.setattr(
        paper_official.FilledReport, "exec", lambda self: seen.extend(one.accessibleName() for one in controls(self))
    )
    choose(paper, "official")
    fields = PdfReader(tmp_path / "voll.pdf").get_fields() or {}
    assert fields["Aufenthalt"]["/V"] == "Ausland"
    assert all(seen)
    empty.write_bytes(forms.encrypted())
    choose(paper, "official")
    assert "verschlüsselt" in told.pop()


def test_the_letterhead_has_one_home_and_is_printed(
    paper: PrintPage,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    window: MainWindow,
    qtbot: QtBot,
) -> None:
    context = paper.context
    choose(paper, "letterhead")
    home = window.stack.currentWidget()
    assert isinstance(home, WorkspacePage)
    card = home.letterhead
    assert home.first_focus() is card.lines
    (tmp_path / "logo.svg").write_bytes(SVG)
    monkeypatch.setattr(letterhead_card, "ask_open", lambda *_: tmp_path / "logo.svg")
    card.lines.setPlainText("Kammer Musterstadt\nWeg 1")
    card.choose_logo()
    card.colour.setText("#aa0000")
    card.keep()
    head = letterhead_of(context)
    assert head is not None
    assert head.logo.startswith(b"\x89PNG")
    open_sample(window, Path(__file__).resolve().parents[2])
    again = shown(window, PrintPage, "print")
    qtbot.waitUntil(lambda: again.pdf is not None, timeout=SHORT)
    page = PdfReader(BytesIO(again.pdf or b"")).pages[0]
    assert "Kammer Musterstadt" in page.extract_text()
    assert len(page.images) == 1


def test_an_svg_logo_is_drawn_as_a_picture() -> None:
    with Image.open(BytesIO(drawn_logo(SVG))) as picture:
        assert picture.size == (1600, 533)
        assert picture.convert("RGB").getpixel((800, 200)) == (204, 0, 0)
    assert drawn_logo(b"other") == b"other"
