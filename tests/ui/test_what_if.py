"""What if: tried beside the case, shown side by side, kept as variants, and only counting when taken over."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from employer_assistant.cases.model import Variant
from employer_assistant.cases.variants import KeepVariant
from employer_assistant.rules.answers import UNKNOWN
from employer_assistant.ui.kit.widgets import Button, LinkButton
from employer_assistant.ui.main_window import MainWindow
from employer_assistant.ui.screens.fold import Fold
from employer_assistant.ui.screens.result_page import ResultPage
from employer_assistant.ui.screens.road_page import RoadPage
from employer_assistant.ui.what_if.fact_row import FactRow
from employer_assistant.ui.what_if.trial import trial_of
from employer_assistant.ui.what_if.what_if_page import WhatIfPage
from employer_assistant.ui.wizard.editor import ChoiceEditor
from tests.ui.pages import open_sample, settle, shown, words
from tests.ui.test_accessibility import reachable, wanted
from tests.ui.test_text_size import cut_off

PAY, RECOGNITION = "job.gross_annual_salary", "qualification.recognition"


@pytest.fixture
def page(window: MainWindow, project: Path) -> WhatIfPage:
    open_sample(window, project)
    return shown(window, WhatIfPage, "what_if")


def try_out(page: WhatIfPage, fact: str, value: object) -> None:
    """Enter another answer as a hand would."""
    row = page.rows[fact]
    if row.editor is None:
        row.toggle()
    assert row.editor is not None
    row.editor.set_value(value)  # type: ignore[arg-type]
    row.editor.changed.emit()
    settle()


def saying(answer: str, then: int = 1) -> None:
    """Type into the dialog that is about to appear and press a button of it."""

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        for field in dialog.findChildren(QLineEdit):
            field.setText(answer)
        dialog.findChildren(Button)[then].click()

    QTimer.singleShot(0, press)


def test_result_and_road_lead_there_and_back(window: MainWindow, project: Path) -> None:
    open_sample(window, project)
    for kind, name in ((ResultPage, "result"), (RoadPage, "road")):
        here = shown(window, kind, name)
        next(one for one in here.findChildren(Button) if one.text() == "Was wäre, wenn …?").click()
        assert isinstance(window.stack.currentWidget(), WhatIfPage)
        window.back()
        assert window.stack.currentWidget() is here


def test_what_somebody_can_change_is_offered_what_nobody_can_change_is_not(page: WhatIfPage) -> None:
    assert {PAY, RECOGNITION, "job.start_wished", "job.level", "job.occupation"} <= set(page.rows)
    assert page.more is not None
    page.more.unfold()
    assert {"person.german_level", "job.weekly_hours", "job.contract_months"} <= set(page.rows)
    never = {fact.id for fact in page.context.library.facts.values() if fact.changeable_by == "never"}
    assert not never & set(page.rows)


def test_what_is_likeliest_to_be_changed_for_this_hire_comes_first(window: MainWindow, project: Path) -> None:
    open_sample(window, project, "lagerhelfer.yaml")
    page = shown(window, WhatIfPage, "what_if")
    rows, facts = list(page.rows), page.context.library.facts
    assert rows[:2] == [PAY, "job.start_wished"]
    assert rows.index(PAY) < rows.index("person.monthly_funds")
    open_sample(window, project)
    rows = list(shown(window, WhatIfPage, "what_if").rows)
    far = [facts[fact].far_reaching for fact in rows]
    assert any(far)
    assert far == sorted(far)


ROLE = "job.special_role"


def every_row(page: WhatIfPage) -> dict[str, FactRow]:
    """Open the further answers, if they are folded, and return all rows."""
    if ROLE not in page.rows and page.more is not None:
        page.more.unfold()
        settle()
    return page.rows


def test_only_changes_of_this_hire_are_offered_at_first_the_other_roles_behind_a_button(page: WhatIfPage) -> None:
    row = every_row(page)[ROLE]
    row.toggle()
    settle()
    assert isinstance(row.editor, ChoiceEditor)
    cards = row.editor.group.cards
    seen = {value for value, card in cards.items() if card.isVisible()}
    assert seen == {"none", UNKNOWN}, "a metalworking firm has no research, no kitchen, no buses"
    QTest.keyClick(cards["none"].button, Qt.Key.Key_Down)
    assert row.editor.group.value() in seen, "the arrow keys reach no answer out of sight"
    [more] = [one for one in row.editor.findChildren(LinkButton) if one.isVisible()]
    more.click()
    settle()
    assert all(card.isVisible() for card in cards.values())
    assert cards["executive"].button.hasFocus()


def test_what_is_tried_already_is_in_sight(page: WhatIfPage) -> None:
    row = every_row(page)[ROLE]
    trial_of(page.context).answers[ROLE] = "researcher"
    row.toggle()
    settle()
    assert isinstance(row.editor, ChoiceEditor)
    assert row.editor.group.cards["researcher"].isVisible()


def test_trying_shows_the_difference_and_leaves_every_byte(window: MainWindow, page: WhatIfPage) -> None:
    before, case = window.controller.workspace.path.read_bytes(), window.controller.case
    assert "Hier steht dann nebeneinander" in words(page)
    try_out(page, RECOGNITION, "full")
    said = words(page)
    for sentence in (
        "Versuch: Volle Anerkennung",
        "Jetzt: Nicht beantragt",
        "98 Tage früher",
        "erreichbar\nMit der Änderung\noffen",
    ):
        assert sentence in said
    assert "Damit: Fachkraft mit Berufsausbildung (offen)" in said
    window.go("road")
    window.choose(language="en")
    window.go("what_if")
    again = window.stack.currentWidget()
    assert isinstance(again, WhatIfPage)
    settle()
    assert "Trial: Full recognition" in words(again) or "94 days earlier" in words(again)
    assert window.controller.workspace.path.read_bytes() == before
    assert window.controller.case is case
    assert window.controller.undo_label is None
    again.reset()
    settle()
    assert again.trial.empty
    assert "94 days earlier" not in words(again)


def test_as_now_takes_one_answer_back_and_what_cannot_be_read_does_not_count(page: WhatIfPage) -> None:
    try_out(page, PAY, Decimal(60000))
    assert page.trial.answers == {PAY: Decimal(60000)}
    row = page.rows[PAY]
    assert row.editor is not None
    field = row.editor.first_focus()
    assert isinstance(field, QLineEdit)
    field.setText("viel")
    field.textEdited.emit("viel")
    assert page.trial.empty
    assert not row.editor.problem.isVisible()
    row.toggle()
    assert "„viel“ zählt nicht" in words(page)
    row.toggle()
    assert row.editor.draft().typed == "viel"
    try_out(page, PAY, Decimal(36000))
    assert page.trial.empty
    try_out(page, PAY, Decimal(60000))
    row.back_button.click()
    assert page.trial.empty


def test_an_answer_is_tried_away(page: WhatIfPage) -> None:
    row = page.rows[RECOGNITION]
    row.toggle()
    row.without_button.click()
    settle()
    assert page.trial.answers == {RECOGNITION: None}
    assert RECOGNITION not in page.seen().new.case.answers
    assert "Versuch: keine Angabe" in words(row)
    assert row.editor is None
    row.back_button.click()
    assert page.trial.empty


def test_what_another_citizenship_overtakes_is_named_and_goes_as_in_the_interview(
    window: MainWindow, page: WhatIfPage
) -> None:
    right = "person.free_movement_right"
    assert window.controller.case is not None
    assert window.controller.case.answers[right] is False
    page.trial.answers["person.citizenship"] = ("PL",)
    page._tried()
    settle()
    assert "Diese Angaben passen dann nicht mehr und zählen nicht mit: Europäisches Freizügigkeitsrecht" in words(page)
    assert not page.seen().new.assessment.title_needed
    page.take()
    assert right not in window.controller.case.answers
    window.undo()
    assert window.controller.case.answers[right] is False


def test_another_procedure_is_tried_and_a_closed_route_says_why(page: WhatIfPage) -> None:
    page.choice.procedures.setCurrentIndex(1)
    page.choice.procedures.activated.emit(1)
    settle()
    assert "93 Tage später" in words(page)
    page.reset()
    page.more.unfold()  # type: ignore[union-attr]
    try_out(page, "person.passport_valid", False)
    assert "Dieser Weg ist mit den jetzigen Antworten geschlossen" in words(page)


def test_a_variant_is_kept_named_looked_at_renamed_taken_and_dropped(window: MainWindow, page: WhatIfPage) -> None:
    case = window.controller.case
    assert case is not None
    try_out(page, RECOGNITION, "full")
    saying("Mit Anerkennung")
    page.keep()
    kept = window.controller.case
    assert kept is not None
    assert kept.variants == (Variant("Mit Anerkennung", {RECOGNITION: "full"}),)
    assert kept.answers == case.answers
    settle()
    assert "Fachkraft mit Berufsausbildung (offen) · erster Arbeitstag wahrscheinlich 12.04.2027" in words(
        page.variants
    )
    page.reset()
    saying("Volle Anerkennung")
    page.variants.buttons["Mit Anerkennung", "rename"].click()
    page.variants.buttons["Volle Anerkennung", "look"].click()
    assert page.trial.answers == {RECOGNITION: "full"}
    seen = page.seen()
    page.take()
    taken = window.controller.case
    assert taken is not None
    assert taken.answers == seen.new.case.answers
    assert window.controller.assessment() == seen.new.assessment
    assert page.trial.empty
    window.undo()
    assert window.controller.case.answers == case.answers  # type: ignore[union-attr]
    page.variants.buttons["Volle Anerkennung", "drop"].click()
    assert window.controller.case.variants == ()  # type: ignore[union-attr]
    window.undo()
    assert [one.name for one in window.controller.case.variants] == ["Volle Anerkennung"]  # type: ignore[union-attr]


def test_taking_a_kept_variant_is_shown_before_it_counts(window: MainWindow, page: WhatIfPage) -> None:
    window.controller.do(KeepVariant(Variant("später", {"job.start_wished": date(2028, 3, 1), RECOGNITION: "full"})))
    case = window.controller.case
    page.variants.buttons["später", "take"].click()
    assert window.stack.currentWidget() is not page
    assert window.controller.case is case
    window.back()
    assert window.stack.currentWidget() is page


def test_a_name_twice_is_asked_about(window: MainWindow, page: WhatIfPage) -> None:
    window.controller.do(KeepVariant(Variant("a", {PAY: Decimal(40000)})))
    window.controller.do(KeepVariant(Variant("b", {PAY: Decimal(41000)})))
    try_out(page, PAY, Decimal(50000))
    saying("a")
    QTimer.singleShot(50, lambda: saying("", 1))
    page.keep()
    variants = window.controller.case.variants  # type: ignore[union-attr]
    assert [(one.name, one.answers[PAY]) for one in variants] == [("a", Decimal(40000)), ("b", Decimal(41000))]


@pytest.mark.parametrize("screen", [(100, 1280, 800), (200, 1366, 768), (150, 1024, 700), (100, 700, 600)])
@pytest.mark.parametrize("language", ["de", "en"])
def test_nothing_is_cut_off(window: MainWindow, project: Path, language: str, screen: tuple[int, int, int]) -> None:
    size, width, height = screen
    window.resize(width, height)
    window.choose(language=language, text_size=size)
    open_sample(window, project)
    window.controller.do(KeepVariant(Variant("Volle Anerkennung bis zum Frühjahr", {RECOGNITION: "full"})))
    page = shown(window, WhatIfPage, "what_if")
    assert not cut_off(window)
    try_out(page, PAY, Decimal(60000))
    try_out(page, RECOGNITION, "full")
    for fold in page.findChildren(Fold):
        fold.unfold()
    settle()
    assert not cut_off(window)


def test_tab_reaches_every_control(window: MainWindow, page: WhatIfPage, qtbot: QtBot) -> None:
    window.controller.do(KeepVariant(Variant("a", {PAY: Decimal(40000)})))
    try_out(page, PAY, Decimal(60000))
    page.rows[PAY].toggle()
    settle()
    if window.focusWidget() is None:
        window.rail.setFocus()
    assert not wanted(window) - reachable(window)
