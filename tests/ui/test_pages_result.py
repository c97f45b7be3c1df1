"""The result: the route with its reasons, the other routes, and what follows from a choice."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from employer_assistant.cases.commands import Answer, ChooseRoute, GiveReason, Together
from employer_assistant.rules.answers import UNKNOWN
from employer_assistant.rules.assessment import Status
from employer_assistant.ui.kit.widgets import Badge, Button, LinkButton, PlainLabel
from employer_assistant.ui.main_window import MainWindow
from employer_assistant.ui.screens.fold import Fold
from employer_assistant.ui.screens.result_page import ResultPage
from employer_assistant.ui.screens.result_table import Aligned
from employer_assistant.ui.screens.result_words import TONES
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


def test_two_ways_through_a_route_are_told_as_either_or(window: MainWindow, project: Path) -> None:
    """The search card with neither recognition nor German confirmation: one of the two steps is enough."""
    open_sample(window, project, "chancenkarte-elektroniker.yaml")
    window.controller.do(Answer("qualification.german_confirmation", False))
    said = words(shown(window, ResultPage, "result"))
    one, other = (
        window.context.words(window.context.library.steps[step].title)
        for step in ("recognition-processing-regular", "dab")
    )
    assert f"Erst nach diesem Schritt: entweder {one} – oder {other}" in said


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
    assert "geschlossen\n24 Wege" in words(result)
    assert "Blaue Karte" in words(result)
    assert "Das Gehalt liegt unter dem Mindestgehalt der Blauen Karte (Regelfall)." in words(result)


def test_undecided_routes_ask_the_question_that_decides(window: MainWindow, project: Path) -> None:
    open_sample(window, project)
    window.controller.do(Answer("person.livelihood_secured", value=True))
    result = shown(window, ResultPage, "result")
    unfold(result, "3 weitere Wege")
    said = words(result)
    assert "Diese eine Frage entscheidet:" in said
    assert "Fragen sind offen. Diese hilft am meisten:" in said
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
    assert "Bitten Sie die Person, einen Pass zu beantragen oder zu verlängern." in said
    assert "Im Weg steht: " in said
    assert "Das kann ändern: " in said
    assert "Fragen Sie " in said
    assert "Wen Sie fragen können" in said
    assert "31 geschlossen" in said
    assert "§ 18g" not in said, "what is nearest is told beside with all it takes; the list waits"
    unfold(page, "31 Wege mit Grund")
    listed = words(page).partition("31 Wege mit Grund")[2]
    assert 0 <= listed.find("Anerkennung: Qualifizierung") < listed.find("Blaue Karte")


def test_what_is_not_known_is_no_obstacle_and_each_question_names_whom_to_ask(
    window: MainWindow, project: Path
) -> None:
    """ "In the way: the livelihood is secured" would say the contrary of what is meant."""
    open_sample(window, project)
    no = ("livelihood_secured", "free_movement_right")
    lacks = {f"person.{one}": False for one in no} | {
        f"qualification.{one}": False for one in ("measure_plan", "placed_by_ba", "exam_admitted")
    }
    open_ones = ("recognition", "state_recognised_at_home", "german_confirmation")
    unknown = {f"qualification.{one}": UNKNOWN for one in open_ones} | {"person.monthly_funds": UNKNOWN}
    given = tuple(Answer(fact, value) for fact, value in (lacks | unknown).items())
    window.controller.do(Together((ChooseRoute("recognition-measure-16d1"), *given)))
    said = words(shown(window, ResultPage, "result"))
    assert "Noch nicht geklärt ist dieser Punkt: Der Lebensunterhalt " in said
    assert "Im Weg steht: Der Lebensunterhalt" not in said
    after = said.partition("Wie viel eigenes Geld hat die Person monatlich?")[2]
    assert "Fragen Sie die Kandidatin oder den Kandidaten." in after[:120]


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
    assert "50.700\N{NO-BREAK SPACE}€ brutto im Jahr" in words(page)
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


def test_says_what_to_do_next_by_when_and_leads_there(result: ResultPage, window: MainWindow) -> None:
    said = words(result)
    assert "Als Nächstes: " in said
    assert re.search(r"am besten bis \d\d\.\d\d\.\d{4}|Frist", said)
    button(result, "Schritt ansehen").click()
    settle()
    page = window.stack.currentWidget()
    assert isinstance(page, RoadPage)
    assert page.steps.selected == "need-and-route"


def test_says_at_a_glance_how_all_routes_stand(result: ResultPage, window: MainWindow) -> None:
    counted = Counter(found.status.id for found in window.controller.assessment().routes)
    badges = [one.word for one in result.findChildren(Badge)]
    assert f"{counted['closed']} geschlossen" in badges
    assert f"{counted['reachable']} erreichbar" in badges
    assert len({TONES[status] for status in Status}) == len(Status), "each status has a shape of its own"


@pytest.mark.parametrize(("size", "width", "across"), [(100, 1280, 3), (100, 700, 1), (200, 1366, 1)])
def test_usable_routes_are_compared_side_by_side_or_stacked(
    window: MainWindow, project: Path, size: int, width: int, across: int
) -> None:
    window.resize(width, 800)
    window.choose(text_size=size)
    open_sample(window, project, "softwareentwicklerin.yaml")
    page = shown(window, ResultPage, "result")
    table = page.findChildren(Aligned)[0]
    names = [one for one in table.findChildren(PlainLabel) if one.text() == "Erster Arbeitstag"]
    assert len(names) == 3
    assert len({one.mapTo(table, one.rect().topLeft()).x() for one in names}) == across
    said = words(table)
    for aspect in ("Was noch nötig ist", "frühestens", "Die Dauer beruht auf: § Gesetz", "Gebühren", "Darauf achten"):
        assert said.count(aspect) >= 3, aspect
    unfold(page, "Familie, Wechsel")
    assert words(page).count("Daueraufenthalt") >= 3


def test_a_single_usable_route_is_compared_with_nothing(result: ResultPage) -> None:
    assert not result.findChildren(Aligned)


def test_points_are_shown_where_the_opportunity_card_is_the_route(window: MainWindow, project: Path) -> None:
    open_sample(window, project, "softwareentwicklerin.yaml")
    window.controller.do(ChooseRoute("opportunity-card-20a"))
    page = shown(window, ResultPage, "result")
    assert "Nötig sind 6." in words(page)
    unfold(page, "Alle 12 Zeilen")
    said = words(page)
    assert "Deutsch B2 oder besser" in said
    assert "3 Punkte" in said
    window.controller.do(ChooseRoute(None))
    assert "Nötig sind 6." not in words(page), "the control: elsewhere nobody needs points"


def test_who_is_here_already_sees_what_the_document_allows(window: MainWindow, project: Path) -> None:
    open_sample(window, project)
    title = "Person ist schon in Deutschland: Prüfung vor der Einstellung"
    assert title not in words(shown(window, ResultPage, "result"))
    window.controller.do(Answer("person.location", "germany"))
    page = shown(window, ResultPage, "result")
    assert title in words(page)
    unfold(page, "Was welches Dokument erlaubt")
    assert "Studierende § 16b" in words(page)


def test_an_answer_against_what_follows_is_shown_with_its_reason(window: MainWindow, project: Path) -> None:
    open_sample(window, project)
    window.controller.do(Together((Answer("job.regulated", "yes"), GiveReason("job.regulated", "Bescheid der Kammer"))))
    said = words(shown(window, ResultPage, "result"))
    assert "abweichend von der Ableitung" in said
    assert "Grund: Bescheid der Kammer" in said


def test_the_marks_are_explained_by_keyboard(result: ResultPage) -> None:
    unfold(result, "Was die Zeichen bedeuten")
    said = words(result)
    for mark in ("§ Gesetz", "◇ Ermessen der Behörde", "○ Praxis", "≈ Schätzung", "? nicht bekannt"):
        assert mark in said


def test_while_questions_are_left_they_are_the_next_thing_to_do(window: MainWindow) -> None:
    window.new_case()
    window.controller.do(Answer("job.purpose", "employment"))
    page = shown(window, ResultPage, "result")
    said = words(page)
    assert "Als Nächstes: noch etwa " in said
    assert page.heading.text().startswith("Noch offen: ")
    assert "Hochschulabschluss" not in page.heading.text()
    assert "am besten bis" not in said
    assert page.primary is not None
    page.primary.click()
    settle()
    assert window.stack.currentWidget() is not page


def test_the_title_keeps_a_readable_width_beside_its_buttons(result: ResultPage, window: MainWindow) -> None:
    for width in (1000, 1280, 1900):
        window.resize(width, 800)
        settle()
        assert result.heading.width() >= 370, width
    acts = result.primary.parentWidget()
    assert acts is not None
    assert acts.geometry().left() > result.heading.width(), "on a wide window the buttons stand beside the title"


@pytest.mark.parametrize(("name", "rule"), [("tischler-ukraine.yaml", True), ("metallbauer.yaml", False)])
def test_of_people_here_the_approval_of_the_agency_is_told_as_a_rule(
    name: str, rule: bool, window: MainWindow, project: Path
) -> None:
    """§ 9 BeschV spares some who have worked or lived here for years; how long is not asked."""
    open_sample(window, project, name)
    said = words(shown(window, ResultPage, "result"))
    assert ("Sie muss in der Regel zustimmen." in said) is rule
    assert ("Sie muss zustimmen." in said) is not rule
