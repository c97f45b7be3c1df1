"""The questions in the window: Next saves first, Back always works, nothing typed is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWizard
from pytestqt.qtbot import QtBot

from employer_assistant.app import Controller
from employer_assistant.cases.commands import Answer, Command, GiveReason, Together
from employer_assistant.storage.errors import WorkspaceError
from employer_assistant.ui.main_window import MainWindow
from employer_assistant.ui.wizard import wizard_page
from employer_assistant.ui.wizard.question_page import QuestionPage
from employer_assistant.ui.wizard.search_editors import SearchEditor
from employer_assistant.ui.wizard.typed_editors import FieldEditor
from employer_assistant.ui.wizard.wizard_page import WizardPage
from tests.ui.pages import open_sample, settle, words


def shown_wizard(window: MainWindow) -> WizardPage:
    """Return the page of questions that the window shows."""
    page = window.stack.currentWidget()
    assert isinstance(page, WizardPage)
    return page


@pytest.fixture
def told(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Sentences that the window would have shown in a dialog."""
    sentences: list[str] = []
    monkeypatch.setattr(window, "tell", sentences.append)
    yield sentences
    sentences.clear()


def question(wizard: WizardPage) -> QuestionPage:
    """Return the page shown."""
    assert wizard.frame.page_shown is not None
    return wizard.frame.page_shown


def field(wizard: WizardPage) -> FieldEditor:
    """Return the field of the page shown."""
    editor = question(wizard).editor
    assert isinstance(editor, FieldEditor)
    return editor


def answers(window: MainWindow) -> dict[str, object]:
    """Return the answers as they are on disk."""
    assert window.controller.case_id is not None
    return dict(window.controller.workspace.load(window.controller.case_id).case.answers)


def go_to(wizard: WizardPage, fact: str) -> None:
    """Jump to a question, as from the rail or another page."""
    wizard.context.go("answers", fact)
    wizard.journey.returns = ""


def test_the_frame_is_a_wizard_without_a_history_of_its_own(wizard: WizardPage) -> None:
    wizard.answer_unknown()
    wizard.answer_unknown()
    assert isinstance(wizard.frame, QWizard)
    assert len(wizard.frame.pageIds()) == 1
    assert wizard.frame.testOption(QWizard.WizardOption.IndependentPages)


def test_next_saves_before_the_next_question_shows(wizard: WizardPage, window: MainWindow) -> None:
    first = question(wizard).fact.id
    question(wizard).editor.set_value("employment")
    QTest.mouseClick(wizard.frame.next_button, Qt.MouseButton.LeftButton)
    assert question(wizard).fact.id != first
    assert answers(window) == {first: "employment"}


def test_enter_goes_on_and_escape_closes_nothing(wizard: WizardPage, window: MainWindow) -> None:
    question(wizard).editor.set_value("employment")
    QTest.keyClick(question(wizard).editor.first_focus(), Qt.Key.Key_Escape)
    QTest.keyClick(question(wizard).editor.first_focus(), Qt.Key.Key_Return)
    assert "job.purpose" in answers(window)
    assert wizard.frame.isVisible()


def test_an_empty_question_says_so_beside_the_field_and_at_the_top(wizard: WizardPage, window: MainWindow) -> None:
    wizard.next()
    page = question(wizard)
    assert answers(window) == {}
    assert page.summary.isVisible()
    assert page.editor.problem.isVisible()
    assert page.editor.problem.text() in page.summary.label.text()
    assert page.summary.accessibleName()
    assert page.editor.first_focus().accessibleDescription() == page.editor.problem.text()
    assert window.focusWidget() is page.summary
    page.summary.link.click()
    assert window.focusWidget() is page.editor.first_focus()
    page.editor.set_value("employment")
    assert page.summary.isHidden()


def test_back_works_with_unreadable_input_and_keeps_it(wizard: WizardPage) -> None:
    question(wizard).editor.set_value("employment")
    wizard.next()
    before = question(wizard).fact.id
    go_to(wizard, "job.gross_annual_salary")
    QTest.keyClicks(field(wizard).field, "48.30,1x")
    assert wizard.back()
    assert question(wizard).fact.id == before
    go_to(wizard, "job.gross_annual_salary")
    assert field(wizard).field.text() == "48.30,1x"


def test_a_draft_outlives_language_text_size_and_closing_the_case(
    wizard: WizardPage, window: MainWindow, controller: Controller
) -> None:
    go_to(wizard, "job.gross_annual_salary")
    QTest.keyClicks(field(wizard).field, "48.30,1x")
    window.choose(language="en", text_size=150)
    again = shown_wizard(window)
    assert field(again).field.text() == "48.30,1x"
    assert "gross annual" in question(again).heading.text().lower()
    case_id = controller.case_id
    window.leave_case()
    assert case_id is not None
    controller.open(case_id)
    window.open_case()
    go_to(shown_wizard(window), "job.gross_annual_salary")
    assert field(shown_wizard(window)).field.text() == "48.30,1x"


def test_what_cannot_be_saved_is_said_and_stays_in_the_field(
    wizard: WizardPage, window: MainWindow, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(command: Command) -> None:
        raise WorkspaceError("storage.full", Path("faelle"))

    go_to(wizard, "job.gross_annual_salary")
    QTest.keyClicks(field(wizard).field, "48000")
    monkeypatch.setattr(window.controller, "do", full)
    wizard.next()
    assert told
    assert "voll" in told[0]
    assert question(wizard).fact.id == "job.gross_annual_salary"
    assert field(wizard).field.text() == "48000"


def test_a_change_from_the_list_returns_to_the_list(wizard: WizardPage, window: MainWindow) -> None:
    question(wizard).editor.set_value("employment")
    wizard.next()
    wizard.show_list()
    wizard.list.buttons["job.purpose"].click()
    assert question(wizard).fact.id == "job.purpose"
    question(wizard).editor.set_value("apprenticeship")
    wizard.next()
    assert wizard.journey.listing
    assert answers(window) == {"job.purpose": "apprenticeship"}


def test_the_list_shows_unknown_first(wizard: WizardPage) -> None:
    question(wizard).editor.set_value("employment")
    wizard.next()
    asked = question(wizard).fact.id
    wizard.answer_unknown()
    wizard.show_list()
    assert list(wizard.list.buttons)[:2] == [asked, "job.purpose"]


def test_alt_i_answers_unknown(wizard: WizardPage, window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_I, Qt.KeyboardModifier.AltModifier)
    assert answers(window) == {"job.purpose": "unknown"}


def test_undo_takes_the_answer_back_and_shows_the_question(wizard: WizardPage, window: MainWindow) -> None:
    question(wizard).editor.set_value("employment")
    wizard.next()
    window.undo()
    assert answers(window) == {}
    assert question(wizard).fact.id == "job.purpose"
    assert "Anlass" in window.note
    window.redo()
    assert answers(window) == {"job.purpose": "employment"}
    assert question(wizard).editor.value() == "employment"


def test_a_section_of_the_rail_opens_its_first_open_question(wizard: WizardPage, window: MainWindow) -> None:
    window._go_along_rail("answers#section.person")
    assert question(wizard).fact.group == "person"


def test_f1_says_why_and_on_what_norm(wizard: WizardPage, window: MainWindow, told: list[str]) -> None:
    window.help()
    fact = question(wizard).fact
    assert fact.why.de in told[0]
    assert fact.norm in told[0]


def test_when_nothing_is_left_the_wizard_says_so(
    wizard: WizardPage, window: MainWindow, controller: Controller
) -> None:
    for fact, value in (("person.citizenship", ("FR",)), ("job.site_postcode", "02763")):
        controller.do(Answer(fact, value))
    heard: list[bool] = []
    wizard.finished.connect(lambda: heard.append(True))
    go_to(wizard, "job.start_wished")
    QTest.keyClicks(field(wizard).field, "1.9.2027")
    wizard.next()
    assert heard == [True]


def test_typed_markup_is_shown_as_text(wizard: WizardPage, window: MainWindow, tmp_path: Path) -> None:
    from PySide6.QtGui import QColor, QImage

    red = QImage(40, 40, QImage.Format.Format_RGB32)
    red.fill(QColor(255, 0, 0))
    assert red.save(str(tmp_path / "red.png"))
    injected = f'<img src="{tmp_path}/red.png"> <b>x</b>'
    controller = window.controller
    controller.do(Answer("employer.name", injected))
    assert controller.case_id is not None
    controller.rename(controller.case_id, injected)
    wizard.show_list()
    assert _red_pixels(window) == 0
    go_to(wizard, "employer.name")
    assert field(wizard).field.text() == injected
    assert _red_pixels(window) == 0
    go_to(wizard, "person.citizenship")
    search = question(wizard).editor
    assert isinstance(search, SearchEditor)
    search.field.setText(injected)
    wizard.next()
    assert injected in question(wizard).summary.label.text()
    assert _red_pixels(window) == 0
    window.leave_case()
    assert _red_pixels(window) == 0


def test_the_red_picture_would_be_seen(window: MainWindow, tmp_path: Path) -> None:
    """A control: an ordinary label of Qt does draw the picture."""
    from PySide6.QtGui import QColor, QImage
    from PySide6.QtWidgets import QLabel

    red = QImage(40, 40, QImage.Format.Format_RGB32)
    red.fill(QColor(255, 0, 0))
    red.save(str(tmp_path / "red.png"))
    window.stack.addWidget(QLabel(f'<img src="{tmp_path}/red.png">'))
    window.stack.setCurrentIndex(window.stack.count() - 1)
    assert _red_pixels(window) > 100


def _red_pixels(window: MainWindow) -> int:
    picture = window.grab().toImage()
    return sum(
        picture.pixelColor(x, y).getRgb()[:3] == (255, 0, 0)
        for x in range(0, picture.width(), 2)
        for y in range(0, picture.height(), 2)
    )


def test_against_what_follows_only_with_a_reason_that_is_kept(
    wizard: WizardPage, window: MainWindow, controller: Controller, monkeypatch: pytest.MonkeyPatch
) -> None:
    controller.do(Answer("job.purpose", "employment"))
    controller.do(Answer("job.occupation", "metallbauer"))
    wizard.show_list()
    assert "job.regulated" in wizard.list.buttons
    wizard.list.buttons["job.regulated"].click()
    assert question(wizard).follows.isVisibleTo(question(wizard))
    question(wizard).editor.set_value("yes")
    monkeypatch.setattr(wizard_page, "ask_text", lambda *_: None)
    wizard.next()
    assert "job.regulated" not in answers(window)
    asked: list[str] = []
    monkeypatch.setattr(
        wizard_page, "ask_text", lambda _parent, label, *_: asked.append(label) or "Bescheid der Kammer"
    )
    wizard.next()
    assert answers(window)["job.regulated"] == "yes"
    assert "Ergibt" in asked[0] or "ergibt" in asked[0]
    assert controller.case is not None
    assert controller.case.reasons == {"job.regulated": "Bescheid der Kammer"}
    window.undo()
    assert controller.case.reasons == {}
    assert "job.regulated" not in controller.case.answers


def test_a_reason_goes_with_the_departure_and_is_not_asked_twice(
    wizard: WizardPage, window: MainWindow, controller: Controller, monkeypatch: pytest.MonkeyPatch
) -> None:
    controller.do(Answer("job.occupation", "metallbauer"))
    controller.do(Together((Answer("job.regulated", "yes"), GiveReason("job.regulated", "Bescheid der Kammer"))))
    asked: list[str] = []
    monkeypatch.setattr(wizard_page, "ask_text", lambda _parent, label, *_: asked.append(label))
    go_to(wizard, "job.regulated")
    wizard.next()
    assert asked == []
    go_to(wizard, "job.regulated")
    question(wizard).editor.set_value("no")
    wizard.next()
    assert controller.case is not None
    assert (asked, controller.case.reasons, answers(window)["job.regulated"]) == ([], {}, "no")


def test_why_names_the_routes_that_rest_on_an_answer_too(window: MainWindow, project: Path) -> None:
    """What is only assumed so far, and what was answered, hangs on the question as well."""
    open_sample(window, project)
    window.go("answers", "person.livelihood_secured")
    settle()
    assert "Davon hängen ab: Fachkraft mit Berufsausbildung" in words(window)
    window.go("answers", "person.passport_valid")
    settle()
    assert "Davon hängen ab: Fachkraft mit Berufsausbildung" in words(window)
