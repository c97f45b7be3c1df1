"""One editor per kind of answer: what is typed, what is read, what is said when it cannot be read."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from employer_assistant.rules.answers import Answer
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit.widgets import ComboBox
from employer_assistant.ui.wizard.editor import ChoiceEditor, Editor, OpenEditor, Unreadable, YesNoEditor
from employer_assistant.ui.wizard.editors import EDITORS, editor_for
from employer_assistant.ui.wizard.journey import Draft
from employer_assistant.ui.wizard.search_editors import CountriesEditor, SearchEditor
from employer_assistant.ui.wizard.typed_editors import AmountEditor, FieldEditor

FACTS = {
    "choice": "qualification.recognition",
    "yes_no": "job.offer",
    "money": "job.gross_annual_salary",
    "number": "job.weekly_hours",
    "date": "job.start_wished",
    "postcode": "job.site_postcode",
    "country": "qualification.country",
    "countries": "person.citizenship",
    "occupation": "job.occupation",
    "text": "employer.name",
}
ANSWERS: dict[str, Answer] = {
    "choice": "partial",
    "yes_no": False,
    "money": Decimal("48300.5"),
    "number": Decimal("39.5"),
    "date": date(2027, 9, 1),
    "postcode": "02763",
    "country": "VN",
    "countries": ("VN", "IN"),
    "occupation": "metallbauer",
    "text": "Bäckerei Đặng & Söhne",
}


def made(context: Context, qtbot: QtBot, kind: str) -> Editor:
    """Make the editor of a kind and show it."""
    editor = editor_for(context, context.library.facts[FACTS[kind]])
    qtbot.addWidget(editor)
    editor.resize(600, 500)
    editor.show()
    qtbot.waitExposed(editor)
    QApplication.processEvents()
    return editor


def test_every_kind_of_the_content_has_an_editor(context: Context) -> None:
    assert {fact.kind for fact in context.library.facts.values()} <= EDITORS.keys() == FACTS.keys()


@pytest.mark.parametrize("kind", FACTS)
def test_nothing_is_preselected_and_empty_is_refused_in_words(context: Context, qtbot: QtBot, kind: str) -> None:
    editor = made(context, qtbot, kind)
    with pytest.raises(Unreadable, match="Bitte"):
        editor.value()


@pytest.mark.parametrize("kind", FACTS)
def test_an_answer_comes_back_as_it_was_shown(context: Context, qtbot: QtBot, kind: str) -> None:
    editor = made(context, qtbot, kind)
    editor.set_value(ANSWERS[kind])
    assert editor.value() == ANSWERS[kind]
    editor.set_value(None)
    with pytest.raises(Unreadable):
        editor.value()


@pytest.mark.parametrize("kind", FACTS)
def test_unknown_is_an_answer_and_says_whom_to_ask(context: Context, qtbot: QtBot, kind: str) -> None:
    editor = made(context, qtbot, kind)
    editor.mark_unknown()
    assert editor.value() == "unknown"
    editor.set_value("unknown")
    assert editor.value() == "unknown"
    assert context.words(editor.fact.where) in editor.unknown_hint()


@pytest.mark.parametrize("kind", FACTS)
def test_a_draft_comes_back_readable_or_not(context: Context, qtbot: QtBot, kind: str) -> None:
    editor = made(context, qtbot, kind)
    if isinstance(editor, FieldEditor | SearchEditor):
        QTest.keyClicks(editor.first_focus(), "x7")
    else:
        editor.set_value(ANSWERS[kind])
    draft = editor.draft()
    editor.set_value(None)
    assert editor.draft() != draft
    editor.set_draft(draft)
    assert editor.draft() == draft


@pytest.mark.parametrize("kind", ["money", "number", "date", "postcode"])
def test_what_cannot_be_read_says_how_to_write_it(context: Context, qtbot: QtBot, kind: str) -> None:
    editor = made(context, qtbot, kind)
    QTest.keyClicks(editor.first_focus(), "12 Birnen")
    with pytest.raises(Unreadable) as problem:
        editor.value()
    assert "Bitte" in str(problem.value)
    assert "ungültig" not in str(problem.value)


def test_marking_unknown_keeps_what_was_typed_and_typing_takes_the_mark_away(context: Context, qtbot: QtBot) -> None:
    editor = made(context, qtbot, "money")
    assert isinstance(editor, OpenEditor)
    QTest.keyClicks(editor.first_focus(), "48000")
    editor.mark_unknown()
    assert editor.draft() == Draft("48000", unknown=True)
    QTest.keyClicks(editor.first_focus(), "1")
    assert editor.value() == Decimal(480001)


@pytest.mark.parametrize(("typed", "read"), [("48.300", "48300"), ("48300,50", "48300.5"), ("48 300 €", "48300")])
def test_money_in_german_notation(context: Context, qtbot: QtBot, typed: str, read: str) -> None:
    editor = made(context, qtbot, "money")
    assert isinstance(editor, FieldEditor)
    editor.field.setText(typed)
    assert editor.value() == Decimal(read)


def test_money_and_date_say_what_was_read(context: Context, qtbot: QtBot) -> None:
    money, day = made(context, qtbot, "money"), made(context, qtbot, "date")
    assert isinstance(money, FieldEditor)
    assert isinstance(day, FieldEditor)
    QTest.keyClicks(money.field, "48300")
    QTest.keyClicks(day.field, "1.3.27")
    assert "48.300 Euro im Jahr" in money.read.text()
    assert "01.03.2027" in day.read.text()
    QTest.keyClicks(day.field, "x")
    assert day.read.isHidden()


def test_a_birth_is_never_in_the_future(context: Context, qtbot: QtBot) -> None:
    editor = editor_for(context, context.library.facts["person.birth_date"])
    qtbot.addWidget(editor)
    QTest.keyClicks(editor.first_focus(), "5.5.35")
    assert editor.value() == date(1935, 5, 5)


def test_a_postcode_keeps_its_zero_and_names_its_place(context: Context, qtbot: QtBot) -> None:
    editor = made(context, qtbot, "postcode")
    assert isinstance(editor, FieldEditor)
    QTest.keyClicks(editor.field, "02763")
    assert editor.value() == "02763"
    assert "Zittau" in editor.read.text()
    editor.set_value("10115")
    assert "nicht in Sachsen" in editor.read.text()


def test_a_code_takes_digits_only(context: Context, qtbot: QtBot) -> None:
    editor = editor_for(context, context.library.facts["job.isco08"])
    qtbot.addWidget(editor)
    QTest.keyClicks(editor.first_focus(), "25x2")
    with pytest.raises(Unreadable, match="Ziffern"):
        editor.value()


def test_text_is_composed_and_without_control_characters(context: Context, qtbot: QtBot) -> None:
    editor = made(context, qtbot, "text")
    assert isinstance(editor, FieldEditor)
    editor.field.setText("Mu\u0308ller\x00  GmbH")
    assert editor.value() == "Müller GmbH"


def test_search_by_keyboard(context: Context, qtbot: QtBot) -> None:
    editor = made(context, qtbot, "country")
    assert isinstance(editor, SearchEditor)
    editor.field.setFocus()
    QTest.keyClicks(editor.field, "vitnam")
    assert editor.hits.isVisible()
    with pytest.raises(Unreadable, match="vitnam"):
        editor.value()
    QTest.keyClick(editor.field, Qt.Key.Key_Down)
    QTest.keyClick(editor.hits, Qt.Key.Key_Return)
    assert editor.value() == "VN"
    assert editor.hits.isHidden()
    QTest.keyClicks(editor.field, "x")
    with pytest.raises(Unreadable):
        editor.value()


def test_enter_takes_the_only_hit_and_then_goes_on(context: Context, qtbot: QtBot) -> None:
    editor = made(context, qtbot, "country")
    assert isinstance(editor, SearchEditor)
    QTest.keyClicks(editor.field, "Viet Nam")
    while editor.hits.count() > 1:
        editor.hits.takeItem(1)
    QTest.keyClick(editor.field, Qt.Key.Key_Return)
    assert editor.chosen == "VN"
    with qtbot.waitSignal(editor.submitted, timeout=500):
        QTest.keyClick(editor.field, Qt.Key.Key_Return)


def test_a_name_typed_in_full_counts_as_chosen(context: Context, qtbot: QtBot) -> None:
    editor = made(context, qtbot, "country")
    QTest.keyClicks(editor.first_focus(), "vietnam")
    assert editor.value() == "VN"


def test_several_states_one_by_one(context: Context, qtbot: QtBot) -> None:
    editor = made(context, qtbot, "countries")
    assert isinstance(editor, CountriesEditor)
    for name in ("Vietnam", "Indien"):
        QTest.keyClicks(editor.field, name)
        assert editor.value() == (("VN",) if name == "Vietnam" else ("VN", "IN"))
    editor._remover("VN")()
    assert editor.value() == ("IN",)
    QTest.keyClicks(editor.field, "Ph")
    with pytest.raises(Unreadable, match="Ph"):
        editor.value()


def test_the_fuzzy_search_is_loaded_only_when_a_list_opens(context: Context, qtbot: QtBot) -> None:
    import sys

    for module in [name for name in sys.modules if name.startswith("rapidfuzz")]:
        del sys.modules[module]
    editor = made(context, qtbot, "occupation")
    assert "rapidfuzz" not in sys.modules
    QTest.keyClicks(editor.first_focus(), "metalbau")
    assert "rapidfuzz" in sys.modules


def test_arrows_choose_among_cards(context: Context, qtbot: QtBot) -> None:
    editor = made(context, qtbot, "choice")
    assert isinstance(editor, ChoiceEditor)
    first = editor.first_focus()
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Space)
    assert editor.value() == editor.fact.choices[0].value
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert editor.value() == editor.fact.choices[1].value


def test_a_click_anywhere_on_a_card_chooses(context: Context, qtbot: QtBot) -> None:
    editor = made(context, qtbot, "yes_no")
    assert isinstance(editor, YesNoEditor)
    card = editor.group.cards["true"]
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(card.width() - 5, card.height() // 2))
    assert editor.value() is True


def test_the_wheel_does_not_change_a_closed_combo_box(qtbot: QtBot) -> None:
    box = ComboBox("Art")
    qtbot.addWidget(box)
    box.addItems(["a", "b", "c"])
    box.show()
    middle = QPointF(box.rect().center())
    turn = QWheelEvent(
        middle,
        QPointF(box.mapToGlobal(middle.toPoint())),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, turn)
    assert box.currentText() == "a"


def test_a_slip_in_pay_is_asked_about_and_never_in_the_way(context: Context, qtbot: QtBot) -> None:
    editor = made(context, qtbot, "money")
    assert isinstance(editor, AmountEditor)
    editor.field.setText("3.000")
    assert editor.doubt.isVisibleTo(editor)
    assert "36.000" in editor.doubt.label.text()
    assert editor.value() == Decimal(3000)
    editor.doubt.link.click()
    assert editor.value() == Decimal(36000)
    assert not editor.doubt.isVisibleTo(editor)
    editor.field.setText("2")
    assert editor.doubt.isVisibleTo(editor)
    assert not editor.doubt.link.isVisibleTo(editor)
