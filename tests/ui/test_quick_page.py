"""The quick check in the window: live result, nothing on disk, a page to take along, and a case if wanted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from employer_assistant.cases.case_file import read_case
from employer_assistant.content.phrases import phrase
from employer_assistant.rules.answers import UNKNOWN, Answer
from employer_assistant.storage.settings import Letterhead
from employer_assistant.ui.kit.widgets import Button
from employer_assistant.ui.main_window import MainWindow
from employer_assistant.ui.quick import paper
from employer_assistant.ui.quick.quick_page import QuickPage
from employer_assistant.ui.screens.fold import Fold
from employer_assistant.ui.start_page import StartPage
from employer_assistant.ui.wizard.wizard_page import WizardPage
from tests.ui.pages import METALWORKER, settle, shown, words
from tests.ui.test_accessibility import reachable, wanted
from tests.ui.test_text_size import cut_off


@pytest.fixture
def answers(project: Path, window: MainWindow) -> dict[str, Answer]:
    """What the sample hire would answer."""
    data = (project / "resources" / "samples" / METALWORKER).read_bytes()
    return dict(read_case(data, METALWORKER, window.controller.library).answers)


@pytest.fixture
def page(window: MainWindow) -> QuickPage:
    return shown(window, QuickPage, "quick")


def give(page: QuickPage, answer: Answer) -> None:
    """Enter an answer as a hand would."""
    assert page.question is not None
    page.question.editor.set_value(answer)
    page.question.editor.changed.emit()


def walk(page: QuickPage, answers: dict[str, Answer], most: int = 99) -> Iterator[str]:
    """Answer question after question."""
    while page.question is not None and most:
        most -= 1
        fact = page.question.fact.id
        give(page, answers.get(fact, UNKNOWN))
        page.next()
        yield fact


def answering_dialogs(button: int) -> None:
    """Press a button of the dialog that is about to appear."""

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        dialog.findChildren(Button)[button].click()

    QTimer.singleShot(0, press)


def test_two_clicks_from_the_start_page_to_the_first_result(window: MainWindow) -> None:
    start = window.stack.currentWidget()
    assert isinstance(start, StartPage)
    QTest.mouseClick(start.first_quick_button, Qt.MouseButton.LeftButton)
    page = window.stack.currentWidget()
    assert isinstance(page, QuickPage)
    assert page.question is not None
    before = words(page)
    QTest.mouseClick(page.question.editor.first_focus(), Qt.MouseButton.LeftButton)
    settle()
    assert phrase("quick.more_closed", "de", n=0)[2:] in words(page)
    assert phrase("quick.more_closed", "de", n=0)[2:] not in before


def test_ten_questions_lead_to_the_nearest_route_with_what_is_missing(
    page: QuickPage, answers: dict[str, Answer]
) -> None:
    asked = list(walk(page, answers))
    settle()
    assert 8 <= len(asked) <= 12
    said = words(page)
    for sentence in (
        "Am nächsten liegt: Fachkraft mit Berufsausbildung (§ 18a AufenthG). Es sieht erreichbar aus.",
        "Noch nicht erfüllt: Die volle Anerkennung liegt noch nicht vor (§ 18",
        "Stand der Anerkennung\nBisher „Nicht beantragt“, das reicht noch nicht. Zuständig je nach Ort oder",
        "Das waren die Fragen",
        "15 Wege sind geschlossen",
    ):
        assert sentence in said
    folds = [fold for fold in page.findChildren(Fold) if fold.isVisible()]
    next(fold for fold in folds if fold.button.words.text() == "15 Wege sind geschlossen").unfold()
    settle()
    assert "Das Gehalt liegt unter dem Mindestgehalt der Blauen Karte (Regelfall) (§ 18g" in words(page)


def test_nothing_is_stored_anywhere(
    window: MainWindow, answers: dict[str, Answer], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("DATA", "CONFIG", "CACHE"):
        monkeypatch.setenv(f"XDG_{folder}_HOME", str(tmp_path / folder))
    page = shown(window, QuickPage, "quick")
    workspace = window.controller.workspace.path
    before = workspace.read_bytes()
    answers["job.gross_annual_salary"] = type(answers["job.gross_annual_salary"])("43217")  # type: ignore[call-arg]
    files = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    list(walk(page, answers))
    window.go("help")
    window.choose(language="en")
    shown(window, QuickPage, "quick")
    assert "€43,217" in words(window) or "43,217" in words(window)
    assert workspace.read_bytes() == before
    after = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    changed = [path for path, data in after.items() if files.get(path) != data and "settings" not in path.parts]
    assert not [path for path in changed if path.suffix in ("", ".employer-assistant", ".json")]
    assert not [path for path, data in after.items() if b"43217" in data or b"metallbauer" in data]


def test_back_keeps_everything_and_a_change_leads_back_to_where_one_was(
    page: QuickPage, answers: dict[str, Answer]
) -> None:
    asked = list(walk(page, answers, 5))
    assert page.question is not None
    here = page.question.fact.id
    for fact in reversed(asked):
        assert page.back()
        assert page.question.fact.id == fact
        assert page.question.editor.value() == answers[fact]
    assert not page.back()
    assert page.typed.given == {fact: answers[fact] for fact in asked}
    page.change(asked[1])
    give(page, ("FR",))
    page.next()
    assert page.question is None
    settle()
    assert phrase("warning.no-title-needed", "de") in words(page)
    assert "Zählt gerade nicht mit" in words(page)
    page.change(asked[1])
    give(page, ("VN",))
    page.next()
    assert page.question is not None
    assert page.question.fact.id == here
    settle()
    assert "Zählt gerade nicht mit" not in words(page)


def test_what_cannot_be_read_is_said_and_stays(page: QuickPage, answers: dict[str, Answer]) -> None:
    list(walk(page, answers, 6))
    assert page.question is not None
    assert page.question.fact.id == "job.gross_annual_salary"
    field = page.question.editor.first_focus()
    QTest.keyClicks(field, "viel")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert page.question.fact.id == "job.gross_annual_salary"
    assert page.question.problem.isVisible()
    page.back()
    page.next()
    assert page.question.editor.draft().typed == "viel"
    QTest.keyClick(page, Qt.Key.Key_I, Qt.KeyboardModifier.AltModifier)
    assert page.typed.given["job.gross_annual_salary"] == UNKNOWN


def test_while_questions_follow_only_what_was_not_known_is_to_be_found_out(
    page: QuickPage, answers: dict[str, Answer]
) -> None:
    list(walk(page, answers, 5))
    settle()
    assert phrase("quick.next", "de") not in words(page)
    page.answer_unknown()
    settle()
    assert f"{phrase('quick.next.why.undecided', 'de')}\nArt des Abschlusses" in words(page)


def test_new_asks_only_if_something_was_typed(page: QuickPage, answers: dict[str, Answer]) -> None:
    page.begin_anew()
    assert page.typed.empty
    list(walk(page, answers, 3))
    answering_dialogs(1)
    page.begin_anew()
    assert len(page.typed.given) == 3
    answering_dialogs(0)
    page.begin_anew()
    assert page.typed.empty
    assert page.question is not None
    assert page.question.fact.id == "job.purpose"


def test_a_case_of_it_goes_on_with_the_interview(
    window: MainWindow, page: QuickPage, answers: dict[str, Answer]
) -> None:
    asked = list(walk(page, answers))
    assert page.place is not None
    QTest.keyClicks(page.place.field, "02763")
    given = page.typed.answers(window.context)
    page.end_button.click()
    case, wizard = window.controller.case, window.stack.currentWidget()
    assert case is not None
    assert isinstance(wizard, WizardPage)
    assert dict(case.answers) == given == {**{fact: answers[fact] for fact in asked}, "job.site_postcode": "02763"}
    assert wizard.journey.current not in (*asked, None)
    fresh = shown(window, QuickPage, "quick")
    assert fresh.typed.empty
    assert fresh.question is not None
    assert fresh.question.fact.id == "job.purpose"


def test_the_page_is_saved_as_pdf_and_html(page: QuickPage, answers: dict[str, Answer], tmp_path: Path) -> None:
    list(walk(page, answers))
    for ending, start in ((".pdf", b"%PDF"), (".html", b"<!DOCTYPE")):
        path = tmp_path / f"out{ending}"
        said = paper.write(path, page.typed, page.context)
        assert path.name in said
        assert path.read_bytes().startswith(start)
    assert str(tmp_path / "nowhere") in paper.write(tmp_path / "nowhere" / "x.pdf", page.typed, page.context)


def test_the_letterhead_of_the_workspace_names_whom_to_ask(page: QuickPage, answers: dict[str, Answer]) -> None:
    list(walk(page, answers))
    assert b"Frau Beispiel" not in paper.made(page.typed, page.context, ".html")
    cases = page.context.controller.all_cases
    head = Letterhead(("Muster-Kammer (erfunden)", "Frau Beispiel, 0351 000000"))
    cases.set_settings(replace(cases.settings, letterhead=head))
    made = paper.made(page.typed, page.context, ".html").decode().replace("\N{NO-BREAK SPACE}", " ")
    assert "Frau Beispiel, 0351 000000" in made


@pytest.mark.parametrize("screen", [(100, 1280, 800), (200, 1366, 768), (150, 1024, 700), (100, 700, 600)])
@pytest.mark.parametrize("language", ["de", "en"])
def test_nothing_is_cut_off(
    window: MainWindow, answers: dict[str, Answer], language: str, screen: tuple[int, int, int]
) -> None:
    size, width, height = screen
    window.resize(width, height)
    window.choose(language=language, text_size=size)
    page = shown(window, QuickPage, "quick")
    for fact in walk(page, answers):
        if fact in ("job.purpose", "person.location", "qualification.recognition"):
            for fold in page.findChildren(Fold):
                fold.unfold()
            settle()
            assert not cut_off(window), fact


def test_tab_reaches_every_control(window: MainWindow, page: QuickPage, answers: dict[str, Answer]) -> None:
    list(walk(page, answers, 3))
    settle()
    assert not wanted(window) - reachable(window)
    list(walk(page, answers))
    settle()
    assert not wanted(window) - reachable(window)
