"""A change in a case with a result is shown before it counts: taken over, thrown away, or left; nothing else moves."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from employer_assistant.cases.commands import Answer
from employer_assistant.ui.main_window import MainWindow
from employer_assistant.ui.screens.fold import Fold
from employer_assistant.ui.screens.result_page import ResultPage
from employer_assistant.ui.screens.road_page import RoadPage
from employer_assistant.ui.wizard.change_page import ChangePage
from employer_assistant.ui.wizard.typed_editors import FieldEditor
from employer_assistant.ui.wizard.wizard_page import WizardPage
from tests.ui.pages import open_sample, settle, shown, weighed, words
from tests.ui.test_accessibility import controls, reachable, wanted
from tests.ui.test_text_size import cut_off

PAY = "job.gross_annual_salary"
DEVELOPER = "softwareentwicklerin.yaml"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cases" / "w.employer-assistant"


def change_pay(window: MainWindow, typed: str) -> WizardPage:
    """Type another salary at its question and go on."""
    wizard = shown(window, WizardPage, "answers", PAY)
    assert wizard.frame.page_shown is not None
    editor = wizard.frame.page_shown.editor
    assert isinstance(editor, FieldEditor)
    editor.set_draft(type(editor.draft())(typed))
    editor.changed.emit()
    wizard.next()
    return wizard


def test_less_pay_shows_both_sides_and_counts_only_when_taken_over(window: MainWindow, project: Path) -> None:
    open_sample(window, project, DEVELOPER)
    before = window.controller.case
    change_pay(window, "20000")
    page = weighed(window)
    said = words(page)
    assert "Nicht mehr möglich (2): „Blaue Karte (Regelgehalt)“, „Blaue Karte (reduziertes Gehalt)“." in said
    assert "bisher 58.000 Euro im Jahr, neu 20.000 Euro im Jahr" in said
    assert "offen" in said
    assert "geschlossen" in said
    assert window.controller.case is before
    page.take.click()
    settle()
    assert window.controller.case is not None
    assert window.controller.case.answers[PAY] == Decimal(20000)
    assert not isinstance(window.stack.currentWidget(), ChangePage)
    window.undo()
    assert window.controller.case == before


def change_location(window: MainWindow) -> None:
    """Say of the metal worker that he is in Germany already, and go on."""
    wizard = shown(window, WizardPage, "answers", "person.location")
    assert wizard.frame.page_shown is not None
    wizard.frame.page_shown.editor.set_value("germany")
    wizard.next()


def test_a_route_that_has_to_be_clarified_is_not_called_impossible(window: MainWindow, project: Path) -> None:
    open_sample(window, project)
    change_location(window)
    said = words(weighed(window))
    assert "Wieder zu klären (1): „Fachkraft mit Berufsausbildung“." in said
    assert "Nicht mehr möglich" not in said


def test_where_no_title_is_needed_no_route_is_said_to_be_missing(window: MainWindow, project: Path) -> None:
    open_sample(window, project)
    wizard = shown(window, WizardPage, "answers", "person.citizenship")
    assert wizard.frame.page_shown is not None
    wizard.frame.page_shown.editor.set_value(("PL",))
    wizard.next()
    said = words(weighed(window))
    assert "Dann wäre kein Aufenthaltstitel nötig." in said
    assert "Dann wäre kein Weg mehr" not in said
    assert "Europäisches Freizügigkeitsrecht: bisher nein, neu keine Antwort" in said


def test_thrown_away_the_file_is_the_same_byte_for_byte(window: MainWindow, project: Path, file: Path) -> None:
    open_sample(window, project, DEVELOPER)
    before = file.read_bytes()
    wizard = change_pay(window, "20000")
    weighed(window).drop.click()
    settle()
    assert file.read_bytes() == before
    assert window.stack.currentWidget() is wizard
    assert PAY not in wizard.journey.drafts
    assert window.note == "Verworfen. Es bleibt bei: 58.000 Euro im Jahr"
    weighty = change_pay(window, "20000")
    weighed(window).take.click()
    assert file.read_bytes() != before, "the control: taking over is written"
    assert weighty is wizard


@pytest.mark.parametrize("way", ["button", "key", "escape", "rail", "language"])
def test_undecided_nothing_counts_and_what_was_typed_is_still_there(
    window: MainWindow, project: Path, file: Path, way: str
) -> None:
    open_sample(window, project, DEVELOPER)
    before = file.read_bytes()
    change_pay(window, "20000")
    page = weighed(window)
    if way == "button":
        page.return_.click()
    elif way == "key":
        window.back()
    elif way == "escape":
        QTest.keyClick(page.summary, Qt.Key.Key_Escape)
    elif way == "rail":
        window.go("result")
        window.go("answers", PAY)
    else:
        window.choose(language="en")
    settle()
    wizard = window.stack.currentWidget()
    assert isinstance(wizard, WizardPage)
    assert wizard.frame.page_shown is not None
    assert wizard.frame.page_shown.editor.draft().typed == "20000"
    assert file.read_bytes() == before


def test_the_summary_has_the_keyboard_so_that_an_enter_too_much_accepts_nothing(
    window: MainWindow, project: Path
) -> None:
    open_sample(window, project, DEVELOPER)
    before = window.controller.case
    change_pay(window, "20000")
    page = weighed(window)
    assert window.focusWidget() is page.summary
    QTest.keyClick(page.summary, Qt.Key.Key_Return)
    assert window.controller.case is before
    QTest.keyClick(page.summary, Qt.Key.Key_Tab)
    assert window.focusWidget() is page.take
    QTest.keyClick(page.take, Qt.Key.Key_Return)
    assert window.controller.case is not before


def test_the_same_again_or_without_effect_is_saved_with_one_quiet_line(window: MainWindow, project: Path) -> None:
    open_sample(window, project, DEVELOPER)
    change_pay(window, "58000")
    assert not isinstance(window.stack.currentWidget(), ChangePage)
    assert window.note.endswith("ändert sich nichts.")
    change_pay(window, "58100")
    assert not isinstance(window.stack.currentWidget(), ChangePage)
    assert window.note in window.footer.text()
    assert window.controller.case is not None
    assert window.controller.case.answers[PAY] == Decimal(58100)


def test_the_first_interview_is_not_interrupted(wizard: WizardPage, window: MainWindow) -> None:
    for value in ("employment", "unknown"):
        assert wizard.frame.page_shown is not None
        wizard.frame.page_shown.editor.set_value(value)
        wizard.next()
        assert window.stack.currentWidget() is wizard
        assert not window.note
    wizard.back()
    wizard.back()
    assert wizard.frame.page_shown is not None
    wizard.frame.page_shown.editor.set_value("apprenticeship")
    wizard.next()
    assert window.stack.currentWidget() is wizard, "no result yet, so nothing to compare with"


def test_an_undo_behind_it_takes_it_away(window: MainWindow, project: Path) -> None:
    open_sample(window, project, DEVELOPER)
    window.controller.do(Answer("person.german_level", "b1"))
    change_pay(window, "20000")
    weighed(window)
    window.undo()
    settle()
    assert not isinstance(window.stack.currentWidget(), ChangePage)


def test_another_procedure_is_weighed_and_the_switch_turns_back(window: MainWindow, project: Path) -> None:
    open_sample(window, project, DEVELOPER)
    road = shown(window, RoadPage, "road")
    old = "regular" if road.switch.buttons["regular"].isChecked() else "accelerated"
    new = "accelerated" if old == "regular" else "regular"
    road.switch.buttons[new].click()
    page = weighed(window)
    assert "Erster Arbeitstag" in words(page)
    page.drop.click()
    settle()
    assert window.stack.currentWidget() is road
    assert road.switch.buttons[old].isChecked()
    road.switch.buttons[new].click()
    weighed(window).take.click()
    settle()
    assert road.switch.buttons[new].isChecked()
    assert window.controller.case is not None
    assert window.controller.case.procedure == new


def test_a_change_from_a_finding_leads_back_to_the_result(window: MainWindow, project: Path) -> None:
    open_sample(window, project, DEVELOPER)
    shown(window, ResultPage, "result")
    change_pay(window, "20000")
    weighed(window).take.click()
    settle()
    assert isinstance(window.stack.currentWidget(), ResultPage)


@pytest.mark.parametrize("screen", [(100, 1280, 800), (200, 1366, 768), (100, 700, 600)])
def test_it_fits_and_every_control_is_named_and_reached_by_tab(
    window: MainWindow, project: Path, screen: tuple[int, int, int]
) -> None:
    size, width, height = screen
    window.resize(width, height)
    window.choose(text_size=size)
    open_sample(window, project, DEVELOPER)
    change_pay(window, "20000")
    page = weighed(window)
    for fold in page.findChildren(Fold):
        fold.unfold()
    settle()
    assert not cut_off(window)
    assert all(name.strip() and "<" not in name and "&" not in name for _, name in controls(window))
    assert not wanted(window) - reachable(window)
