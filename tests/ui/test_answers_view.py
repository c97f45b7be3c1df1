"""Check your answers: unknown first with what to find out, decisive ones marked in words, parked apart, printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from employer_assistant.cases.commands import Answer, ChooseRoute, Together
from employer_assistant.rules.parked import parked
from employer_assistant.ui.main_window import MainWindow
from employer_assistant.ui.screens.print_page import PrintPage
from employer_assistant.ui.wizard.answers_view import AnswersView
from employer_assistant.ui.wizard.wizard_page import WizardPage
from tests.ui.pages import open_sample, settle, shown, words

DEVELOPER = "softwareentwicklerin.yaml"


@pytest.fixture
def answers(window: MainWindow, project: Path) -> AnswersView:
    open_sample(window, project, DEVELOPER)
    return shown(window, WizardPage, "answers", "all").list


def test_what_is_not_known_comes_first_with_whom_to_ask_and_what_hangs_on_it(
    answers: AnswersView, window: MainWindow
) -> None:
    window.controller.do(Answer("qualification.it_experience_last_7_years", "unknown"))
    settle()
    said = words(answers)
    assert said.index("Noch nicht bekannt") < said.index("Stelle")
    assert "So finden Sie es heraus: " in said
    assert "Davon hängen ab: Blaue Karte IT" in said


def test_decisive_answers_are_marked_in_words(answers: AnswersView, window: MainWindow) -> None:
    marked = words(answers).count("★ entscheidend")
    assert 1 < marked < len(answers.buttons) / 2
    lines = words(answers).split("\n")
    assert lines[lines.index("58.000 Euro im Jahr") + 1] == "★ entscheidend"


def test_marked_is_what_decided_the_chosen_route(answers: AnswersView, window: MainWindow) -> None:
    window.controller.do(ChooseRoute("academic-18b"))
    shown(window, WizardPage, "answers", "all")
    lines = words(answers).split("\n")
    assert "★ entscheidend" in lines
    assert lines[lines.index("58.000 Euro im Jahr") + 1] != "★ entscheidend", "pay decides the Blue Card alone"


def test_parked_answers_stand_apart_and_come_back(answers: AnswersView, window: MainWindow) -> None:
    assert "58.000 Euro im Jahr" in words(answers)
    assert "Zurückgelegt" not in words(answers)
    eu = (Answer("person.citizenship", ("FR",)), Answer("person.free_movement_right", value=True))
    window.controller.do(Together(eu))
    settle()
    assert parked(window.controller.assessment())
    said = words(answers)
    assert said.index("Zurückgelegt") < said.index("58.000 Euro im Jahr")
    assert "zählen wieder, sobald ein Weg sie braucht" in said
    window.undo()
    settle()
    shown(window, WizardPage, "answers", "all")
    assert "58.000 Euro im Jahr" in words(answers)
    assert "Zurückgelegt" not in words(answers)


def test_each_can_be_changed_and_the_keyboard_comes_back_to_it(answers: AnswersView, window: MainWindow) -> None:
    wizard = window.stack.currentWidget()
    assert isinstance(wizard, WizardPage)
    answers.buttons["job.contract_months"].click()
    settle()
    wizard.next()
    settle()
    assert wizard.journey.listing
    assert window.focusWidget() is answers.buttons["job.contract_months"]


def test_the_list_is_printed_alone(answers: AnswersView, window: MainWindow) -> None:
    window.go("print", "answers")
    page = window.stack.currentWidget()
    assert isinstance(page, PrintPage)
    assert page.choice.value() == "answers"
