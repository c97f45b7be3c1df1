"""Printing: the preview is a real PDF, saving writes it whole, failures are sentences."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from employer_assistant.cases.commands import Answer
from employer_assistant.papers.printing import form_ids
from employer_assistant.ui.main_window import MainWindow
from employer_assistant.ui.screens import print_page
from employer_assistant.ui.screens.paper_file import print_pages, with_ending
from employer_assistant.ui.screens.print_page import PrintPage
from tests.ui.pages import open_sample, shown

SHORT = 60_000


@pytest.fixture
def paper(window: MainWindow, project: Path, qtbot: QtBot) -> PrintPage:
    open_sample(window, project)
    page = shown(window, PrintPage, "print")
    qtbot.waitUntil(lambda: page.pdf is not None, timeout=SHORT)
    return page


def save_as(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Answer the file dialog."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))


def text_of(path: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def test_every_form_is_offered(paper: PrintPage) -> None:
    assert set(paper.choice.cards) == set(form_ids())


def test_preview_shows_all_pages(paper: PrintPage, qtbot: QtBot) -> None:
    paper.choice.choose("visa-checklist")
    qtbot.waitUntil(lambda: paper.pdf is not None, timeout=SHORT)
    assert paper.preview.document.pageCount() > 1
    assert str(paper.preview.document.pageCount()) in paper.preview.state.text()


def test_saves_a_real_pdf(paper: PrintPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    target = tmp_path / "Häkchen.pdf"
    save_as(monkeypatch, target)
    paper.save_button.setFocus()
    QTest.keyClick(paper.save_button, Qt.Key.Key_Return)
    assert "Metallbauer aus Vietnam, Zittau" in text_of(target)
    assert "Häkchen.pdf" in paper.saved.text()
    assert paper.saved.isVisible()
    assert not list(tmp_path.glob("*.part"))


def test_the_ending_is_added_and_an_existing_file_asked_for(
    paper: PrintPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "liste.pdf").write_bytes(b"old")
    save_as(monkeypatch, tmp_path / "liste")
    asked: list[str] = []

    def refuse(*words: object) -> bool:
        asked.append(str(words[1]))
        return False

    monkeypatch.setattr(print_page, "confirm", refuse)
    paper.save()
    assert asked
    assert "liste.pdf" in asked[0]
    assert (tmp_path / "liste.pdf").read_bytes() == b"old"


def test_a_folder_that_cannot_be_written_is_told(
    paper: PrintPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told: list[str] = []
    monkeypatch.setattr(paper.context.window, "tell", told.append)
    save_as(monkeypatch, tmp_path / "gone" / "x.pdf")
    paper.save()
    assert len(told) == 1
    assert f"{tmp_path / 'gone'} ist kein Ordner" in told[0]
    assert not paper.saved.isVisible()


def test_turning_back_in_the_dialog_writes_nothing(paper: PrintPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: ("", ""))
    paper.save()
    assert not paper.saved.isVisible()


def test_another_language_makes_another_paper(paper: PrintPage, qtbot: QtBot) -> None:
    before = paper.pdf
    paper.languages.setFocus()
    QTest.keyClick(paper.languages, Qt.Key.Key_Down)
    assert paper.language() == "en"
    assert not paper.save_button.isEnabled()
    qtbot.waitUntil(lambda: paper.pdf is not None, timeout=SHORT)
    assert paper.pdf != before


def test_a_change_of_the_case_makes_the_paper_anew(paper: PrintPage, window: MainWindow, qtbot: QtBot) -> None:
    before = paper.pdf
    window.controller.do(Answer("job.start_wished", date(2028, 3, 1)))
    assert paper.pdf is None
    qtbot.waitUntil(lambda: paper.pdf is not None, timeout=SHORT)
    assert paper.pdf != before


def test_pages_go_to_a_printer(paper: PrintPage, tmp_path: Path) -> None:
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert print_pages(paper.preview.document, printer)
    assert len(PdfReader(tmp_path / "printed.pdf").pages) == paper.preview.document.pageCount()


def test_the_ending_is_added_once() -> None:
    assert with_ending(Path("a.b")) == Path("a.b.pdf")
    assert with_ending(Path("a.PDF")) == Path("a.PDF")


def test_the_name_of_the_file_tells_no_more_than_the_paper(
    paper: PrintPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *words: (asked.append(Path(words[2]).name), ("", ""))[1])
    paper.save()
    paper.initials.button.click()
    qtbot.waitUntil(lambda: paper.pdf is not None, timeout=SHORT)
    paper.save()
    assert asked == ["metallbauer-aus-vietnam-zittau-employer-roadmap-de.pdf", "m-a-v-z-employer-roadmap-de.pdf"]


def test_a_sheet_in_the_language_of_the_worker_says_that_it_is_not_checked(paper: PrintPage, qtbot: QtBot) -> None:
    assert not paper.unchecked.isVisible()
    paper.choice.choose("candidate-sheet")
    paper.languages.setCurrentIndex(paper.languages.findData("vi"))
    paper.languages.activated.emit(paper.languages.currentIndex())
    assert paper.language() == "vi"
    assert paper.unchecked.isVisible()
    qtbot.waitUntil(lambda: paper.pdf is not None, timeout=SHORT)


def test_initials_hide_the_title_of_the_case(
    paper: PrintPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    paper.initials.button.click()
    qtbot.waitUntil(lambda: paper.pdf is not None, timeout=SHORT)
    save_as(monkeypatch, tmp_path / "kurz.pdf")
    paper.save()
    assert "Metallbauer aus Vietnam" not in text_of(tmp_path / "kurz.pdf")
