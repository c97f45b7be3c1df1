"""The result: the route with its reasons, the other routes, and what follows from a choice."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from employer_assistant.cases.commands import Answer, ChooseRoute, Together
from employer_assistant.ui.kit.widgets import Button, LinkButton
from employer_assistant.ui.main_window import MainWindow
from employer_assistant.ui.screens.fold import Fold
from employer_assistant.ui.screens.result_page import ResultPage
from employer_assistant.ui.screens.road_page import RoadPage
from tests.ui.pages import accept, open_sample, settle, shown, words


@pytest.fixture
def result(window: MainWindow, project: Path) -> ResultPage:
    open_sample(window, project)
    return shown(window, ResultPage, "result")


def button(page: QWidget, name: str) -> Button:
    """Return the visible button whose name for screen readers begins so."""
    found = [one for one in page.findChildren(Button) if one.accessibleName().startswith(name) and one.isVisible()]
    assert found, f"no button {name}"
    return found[0]


def unfold(page: QWidget, title: str) -> None:
    """Unfold everything whose title begins so."""
    for fold in page.findChildren(Fold):
        if fold.button.words.text().startswith(title):
            fold.unfold()
    settle()


def test_names_the_route_the_missing_point_and_who_decides(result: ResultPage) -> None:
    assert result.heading.text() == "Erreichbar: Fachkraft mit Berufsausbildung"
    said = words(result)
    assert "§ 18a AufenthG" in result.subtitle.text()
    assert "Über den Antrag entscheidet die Behörde." in result.subtitle.text()
    assert "Erst nach diesem Schritt: Anerkennung über die Ausländerbehörde einleiten" in said
    assert said.index("noch nicht") < said.index("erfüllt"), "what blocks must come first"
    assert "Gesetz" in said


def test_why_shows_basis_and_every_answer(result: ResultPage, window: MainWindow) -> None:
    before = words(result)
    unfold(result, "Warum genau?")
    added = words(result).replace(before, "")
    assert "Nötig ist ein Bescheid über die volle Gleichwertigkeit" in added
    assert "Stand der Anerkennung: Nicht beantragt" in added


def test_an_answer_can_be_changed_from_a_finding(result: ResultPage, window: MainWindow) -> None:
    unfold(result, "Warum genau?")
    button(result, "Antwort ändern: Stand der Anerkennung").click()
    settle()
    page = window.stack.currentWidget()
    assert page is not result
    assert "Wie weit ist die Anerkennung?" in words(page)


def test_enter_on_the_strong_button_goes_to_the_road(result: ResultPage, window: MainWindow) -> None:
    primary = result.first_focus()
    assert primary is not None
    QTest.keyClick(primary, Qt.Key.Key_Return)
    assert isinstance(window.stack.currentWidget(), RoadPage)


def test_another_route_can_be_chosen_and_given_up(result: ResultPage, window: MainWindow) -> None:
    button(result, "Diesen Weg wählen: Anerkennungspartnerschaft").click()
    accept(window)
    assert window.controller.case is not None
    assert window.controller.case.route == "recognition-partnership-16d3"
    assert "Anerkennungspartnerschaft" in result.heading.text()
    button(result, "Zurück zum besten Weg").click()
    accept(window)
    assert window.controller.case.route is None
    assert "Fachkraft mit Berufsausbildung" in result.heading.text()


def test_closed_routes_name_the_sentence_that_blocks(result: ResultPage) -> None:
    assert "Hochschulabschluss" not in words(result)
    for fold in result.findChildren(Fold):
        if "Wege mit Grund" in fold.button.words.text():
            fold.unfold()
    settle()
    assert "Geschlossen" in words(result)
    assert "Blaue Karte" in words(result)
    assert "Das Gehalt liegt unter dem Mindestgehalt der Blauen Karte (Regelfall)." in words(result)


def test_undecided_routes_ask_the_question_that_decides(result: ResultPage) -> None:
    said = words(result)
    assert "Das entscheidet: " in said
    asks = [one for one in result.findChildren(LinkButton) if one.accessibleName().startswith("Beantworten: ")]
    assert asks
    assert all(one.accessibleName().endswith("?") for one in asks if one.isVisible())


def test_no_route_open_is_a_useful_no(window: MainWindow, project: Path) -> None:
    open_sample(window, project)
    window.controller.do(
        Together(
            (
                ChooseRoute(None),
                Answer("job.level", "helper"),
                Answer("person.entry_ban", value=True),
                Answer("person.passport_valid", value=False),
            )
        )
    )
    page = shown(window, ResultPage, "result")
    assert page.heading.text() == "Mit diesen Angaben ist kein Weg offen"
    said = words(page)
    assert "Gültiger Pass: ja statt nein." in said
    assert "Hilft bei: " in said
    assert "Geschlossen" in said
    assert "§ 18g" in said


def test_chosen_route_that_closes_says_why(window: MainWindow, project: Path) -> None:
    open_sample(window, project)
    window.controller.do(Answer("job.level", "helper"))
    page = shown(window, ResultPage, "result")
    assert page.heading.text().startswith("Dieser Weg ist geschlossen")
    assert "Die Stelle ist nur eine Helferstelle." in words(page)
    assert "nicht erfüllt" in words(page)


def test_without_need_of_a_title_it_says_so(window: MainWindow, project: Path) -> None:
    open_sample(window, project)
    eu = (Answer("person.citizenship", ("FR",)), Answer("person.free_movement_right", value=True))
    window.controller.do(Together(eu))
    page = shown(window, ResultPage, "result")
    assert page.heading.text() == "Die Person braucht keinen Aufenthaltstitel"


def test_figures_show_their_period_where_they_decide(window: MainWindow, project: Path) -> None:
    open_sample(window, project)
    window.controller.do(
        Together((Answer("job.gross_annual_salary", Decimal(30000)), ChooseRoute("blue-card-regular")))
    )
    page = shown(window, ResultPage, "result")
    assert "50.700 € brutto im Jahr" in words(page)
    assert "gilt vom 01.01.2026 bis 31.12.2026" in words(page)


def test_is_drawn_again_only_if_something_changed(result: ResultPage, window: MainWindow) -> None:
    primary = result.primary
    window.refresh()
    assert result.primary is primary
    window.controller.do(Answer("job.level", "helper"))
    assert result.primary is not primary


def test_the_best_route_offers_no_way_back_to_itself(result: ResultPage, window: MainWindow) -> None:
    assert window.controller.case is not None
    assert window.controller.case.route == "vocational-18a"
    names = [one.accessibleName() for one in result.findChildren(Button) if one.isVisible()]
    assert "Zurück zum besten Weg" not in names
