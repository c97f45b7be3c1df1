"""The road: ticking moves dates and is on disk at once, focus and place stay."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from employer_assistant.cases.commands import Answer, ChooseProcedure, EnterEvent, TickStep
from employer_assistant.papers.form import forms_of_steps
from employer_assistant.plan.model import Plan
from employer_assistant.storage.experience import observations
from employer_assistant.storage.workspace import Workspace
from employer_assistant.ui.kit.widgets import LinkButton
from employer_assistant.ui.main_window import MainWindow
from employer_assistant.ui.screens import bars, road_words
from employer_assistant.ui.screens.calendar_save import save
from employer_assistant.ui.screens.fold import Fold, FoldButton, WordsButton
from employer_assistant.ui.screens.print_page import PrintPage
from employer_assistant.ui.screens.rail import road_parts
from employer_assistant.ui.screens.result_page import ResultPage
from employer_assistant.ui.screens.road_page import RoadPage
from employer_assistant.ui.screens.step_happened import DONE
from employer_assistant.ui.screens.thinking import shown_plan
from employer_assistant.ui.wizard.wizard_page import WizardPage
from tests.ui.conftest import TODAY
from tests.ui.pages import accept, open_sample, settle, shown, words

FIRST = "need-and-route"


@pytest.fixture
def road(window: MainWindow, project: Path) -> RoadPage:
    open_sample(window, project)
    return shown(window, RoadPage, "road")


def ticks_on_disk(window: MainWindow) -> dict[str, date]:
    """Return the ticks as another reader of the file sees them."""
    controller = window.controller
    assert controller.case_id is not None
    other = Workspace.open(controller.workspace.path)
    try:
        return dict(other.load(controller.case_id).case.ticks)
    finally:
        other.close()


def plan_of(window: MainWindow) -> Plan:
    found = shown_plan(window.context)
    assert isinstance(found, Plan)
    return found


def test_heading_says_when_work_can_begin(road: RoadPage, window: MainWindow, project: Path) -> None:
    finish = plan_of(window).finish
    assert road.heading.text() == f"Fahrplan: {road_words.months(finish, 'de')}"
    assert f"{finish.earliest:%d.%m.%Y}" in road.subtitle.text()
    assert "keine Zusage" in road.subtitle.text()
    open_sample(window, project, "chancenkarte-elektroniker.yaml")
    assert "Probearbeit oder Nebenjob" in shown(window, RoadPage, "road").subtitle.text()


def test_space_ticks_the_step_saves_it_and_keeps_the_focus(road: RoadPage, window: MainWindow) -> None:
    tick = road.steps.rows[FIRST].tick
    tick.setFocus()
    QTest.keyClick(tick, Qt.Key.Key_Space)
    assert ticks_on_disk(window) == {FIRST: TODAY}
    assert road.steps.rows[FIRST].tick is tick
    assert tick.isChecked()
    assert tick.hasFocus()
    QTest.keyClick(tick, Qt.Key.Key_Space)
    assert ticks_on_disk(window) == {}


def test_a_late_tick_moves_the_finish(road: RoadPage, window: MainWindow) -> None:
    before = plan_of(window).finish
    road._open_phase("recruiting")
    road.steps.rows["collect-candidate-docs"].tick.click()
    late = date(2027, 6, 1)
    window.controller.do(TickStep("collect-candidate-docs", late))
    settle()
    after = plan_of(window).finish
    assert after.earliest > before.earliest
    assert road_words.months(after, "de") in road.heading.text()


def enter(road: RoadPage, event: str, typed: str) -> None:
    """Type a day of the step that is looked at and press Enter."""
    assert road.happened is not None
    field = road.happened.fields[event].field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle()


def test_the_day_of_a_tick_can_be_typed_and_taken_back(road: RoadPage, window: MainWindow) -> None:
    road.steps.rows[FIRST].tick.click()
    settle()
    enter(road, DONE, "3.11.26")
    assert ticks_on_disk(window) == {FIRST: date(2026, 11, 3)}
    assert road.happened is not None
    field = road.happened.fields[DONE].field
    assert field.text() == "03.11.2026"
    assert field.hasFocus()
    field.clear()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert ticks_on_disk(window) == {}
    window.undo()
    assert ticks_on_disk(window) == {FIRST: date(2026, 11, 3)}


def test_a_day_that_cannot_be_read_is_said_and_kept(road: RoadPage, window: MainWindow) -> None:
    assert road.happened is not None
    enter(road, DONE, "31.02.2027")
    field = road.happened.fields[DONE]
    window.controller.do(TickStep("job-and-pay", TODAY))
    settle()
    assert field.field.text() == "31.02.2027"
    assert field.problem.isVisibleTo(road)
    assert field.field.accessibleDescription() == field.problem.text() != ""
    assert FIRST not in ticks_on_disk(window)


def test_a_late_day_says_what_moved_from_when_to_when_and_by_what(road: RoadPage, window: MainWindow) -> None:
    old = plan_of(window).finish.likely
    enter(road, DONE, "23.12.2026")
    new = plan_of(window).finish.likely
    assert road.moved is not None
    said = words(road.moved)
    assert "Auslöser: Haken: Bedarf klären" in said
    assert f"um {(new - old).days} Tage nach hinten, vom {old:%d.%m.%Y} auf den {new:%d.%m.%Y}" in said
    road._understood()
    settle()
    assert road.moved is None
    assert plan_of(window).finish.likely == new


def test_what_moved_is_said_after_a_change_on_another_page_too(road: RoadPage, window: MainWindow) -> None:
    window.go("documents")
    window.controller.do(TickStep(FIRST, date(2026, 12, 23)))
    window.controller.do(TickStep("job-and-pay", date(2026, 12, 28)))
    window.go("road")
    settle()
    assert road.moved is not None
    assert "2 Änderungen seit" in words(road.moved)


def test_an_event_nobody_can_plan_dates_its_duty(road: RoadPage, window: MainWindow) -> None:
    window.go("road", "early-end-employer")
    settle()
    enter(road, "early_end_known", "3.11.2026")
    duty = next(step for step in plan_of(window).steps if step.step.id == "early-end-employer")
    assert duty.deadlines[0].date == date(2026, 12, 1)
    assert "überfällig" not in words(road.steps.rows["early-end-employer"])
    enter(road, "early_end_known", "1.10.2026")
    assert "überfällig seit 29.10.2026" in words(road.steps.rows["early-end-employer"])
    assert "Gesetz" in words(road.detail.side)


def test_a_step_says_what_a_week_of_delay_does(road: RoadPage, window: MainWindow) -> None:
    assert "Jede Woche Verzug hier verschiebt den ersten Arbeitstag um etwa 7 Tage." in words(road.detail.side)
    assert "◆ bestimmt das Ende" in road.steps.rows[FIRST].line.text()
    window.go("road", "nachweis")
    settle()
    assert "Tage länger dauern" in words(road.detail.side)
    assert "bestimmt das Ende" not in road.steps.rows["nachweis"].line.text()


def test_what_can_be_done_side_by_side_leads_to_its_step(road: RoadPage, window: MainWindow) -> None:
    assert not road.now.isVisible()
    window.controller.do(TickStep(FIRST, TODAY))
    settle()
    buttons = road.now.findChildren(WordsButton)
    assert len(buttons) > 1
    assert "◆ bestimmt das Ende" in buttons[0].words.text()
    buttons[1].click()
    assert road.steps.rows[road.steps.selected].tick.hasFocus()
    assert road.steps.rows[road.steps.selected].title.text() in buttons[1].words.text()


def test_the_deadlines_go_to_a_calendar_file(road: RoadPage, window: MainWindow, tmp_path: Path) -> None:
    told: list[str] = []
    road.context.tell = told.append  # type: ignore[method-assign]
    save(tmp_path / "termine.ics", road.context)
    found = Calendar.from_ical((tmp_path / "termine.ics").read_bytes())
    assert found.walk("VEVENT")
    assert "termine.ics" in told[0]
    save(tmp_path / "fehlt" / "termine.ics", road.context)
    assert len(told) == 2
    assert not (tmp_path / "fehlt").exists()


def test_arrow_keys_walk_the_steps_and_show_their_details(road: RoadPage) -> None:
    first = road.steps.rows[FIRST].tick
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert road.steps.selected != FIRST
    title = road.steps.rows[road.steps.selected].title.text()
    settle()
    assert title in words(road.detail.side)
    QTest.keyClick(road.steps.rows[road.steps.selected].tick, Qt.Key.Key_Up)
    assert road.steps.selected == FIRST


def test_right_goes_to_the_details_and_back_returns(road: RoadPage, window: MainWindow) -> None:
    first = road.steps.rows[FIRST].tick
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert road.detail.side.isAncestorOf(focused)
    window.back()
    assert first.hasFocus()


def test_details_name_the_desk_its_age_and_what_is_missing(road: RoadPage, window: MainWindow) -> None:
    window.go("road", "abh-first-contact")
    settle()
    said = words(road.detail.side)
    assert "Ausländerbehörde Landkreis Görlitz" in said
    assert "02826 Görlitz" in said
    assert "vor Gebrauch prüfen" in said
    assert "Nicht ermittelt: " in said
    assert "Hilft kostenlos" in said
    assert "Welcome Center" in said
    assert "Was Sie mitbringen" in said
    assert "Was Sie fragen können\nWelche Unterlagen brauchen Sie" in said
    assert road.steps.rows["abh-first-contact"].tick.hasFocus()


def test_the_procedure_can_be_switched_and_is_saved(road: RoadPage, window: MainWindow) -> None:
    accelerated = plan_of(window).finish
    regular = road.switch.buttons["regular"]
    assert road.switch.buttons["accelerated"].isChecked()
    regular.click()
    accept(window)
    assert window.controller.case is not None
    assert window.controller.case.procedure == "regular"
    assert plan_of(window).finish.likely > accelerated.likely
    assert road_words.months(plan_of(window).finish, "de") in road.heading.text()


def test_a_person_in_germany_is_offered_no_accelerated_procedure(road: RoadPage, window: MainWindow) -> None:
    window.controller.do(Answer("person.location", "germany"))
    settle()
    if road.switch.isVisible():
        assert not road.switch.buttons["accelerated"].isVisible()


def test_optional_steps_can_be_taken_and_left(road: RoadPage, window: MainWindow) -> None:
    road.steps.folds["optional"].unfold()
    settle()
    optional = next(step.step.id for step in plan_of(window).steps if step.optional)
    take = road.steps.rows[optional].take
    assert take is not None
    take.click()
    settle()
    assert window.controller.case is not None
    assert window.controller.case.taken == (optional,)
    assert not next(step for step in plan_of(window).steps if step.step.id == optional).optional
    again = road.steps.reveal(optional)
    assert again is not None
    assert again.take is not None
    again.take.click()
    assert window.controller.case.taken == ()


def test_steps_in_case_of_trouble_are_folded_and_outside_the_count(road: RoadPage) -> None:
    assert not road.steps.folds["contingent"].is_open
    assert "nur wenn es dazu kommt" in road.steps.folds["contingent"].button.words.text()


def test_the_timeline_is_a_list_that_says_its_bars(road: RoadPage) -> None:
    lines = road.timeline.lines
    said = [lines.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(lines.count())]
    assert len(said) >= 5
    assert any(text.startswith("Anerkennung und Sprache: frühestens ") and "spätestens" in text for text in said)


def test_the_longest_chain_is_told_by_word_and_symbol(road: RoadPage, window: MainWindow) -> None:
    plan = plan_of(window)
    found = bars.step_bars(plan, window.context)
    chain = {step.step.id for step in plan.steps if step.critical}
    assert {bar.id for bar in found if bar.decides} == chain
    assert any(not bar.decides for bar in found)
    for bar in found:
        assert bar.label.startswith("◆ ") is bar.decides
        assert ("bestimmt das Ende" in bar.words) is bar.decides
    road.by_step.wanted.emit(found[-1].id)
    assert road.steps.selected == found[-1].id


def test_enter_in_the_timeline_goes_to_the_first_open_step_of_the_phase(road: RoadPage) -> None:
    lines = road.timeline.lines
    lines.setCurrentRow(1)
    QTest.keyClick(lines, Qt.Key.Key_Return)
    assert road.steps.selected == road.steps.first_of(road.timeline.bars[1].id)
    assert road.steps.rows[road.steps.selected].tick.hasFocus()


def test_bars_lie_inside_the_scale_and_never_run_backwards(road: RoadPage, window: MainWindow) -> None:
    plan = plan_of(window)
    found = bars.bars(plan, window.context)
    scale = bars.scale(found, plan)
    for bar in found:
        assert bar.start <= bar.likely <= (bar.latest or bar.likely)
        assert 0 <= scale.share(bar.start) <= scale.share(bar.likely) <= 1
        assert scale.share(bar.latest or bar.likely) <= 1
    assert scale.months()[0] == scale.first


def test_undo_takes_the_tick_away(road: RoadPage, window: MainWindow) -> None:
    road.steps.rows[FIRST].tick.click()
    window.undo()
    assert not road.steps.rows[FIRST].tick.isChecked()
    assert ticks_on_disk(window) == {}


def test_without_a_route_it_says_what_to_do(window: MainWindow, project: Path) -> None:
    open_sample(window, project)
    window.controller.do(Answer("job.level", "helper"))
    page = shown(window, RoadPage, "road")
    assert "geschlossen" in page.nothing.label.text()
    assert not page.chart.isVisible()


def test_a_refresh_after_a_tick_is_quick(road: RoadPage, window: MainWindow) -> None:
    """Half a second of processor time would be felt; a tenth is the aim, measured on an idle machine."""
    window.controller.do(ChooseProcedure("regular"))
    road.steps.rows[FIRST].tick.click()
    started = time.process_time()
    road.refresh()
    assert time.process_time() - started < 0.5


def test_what_follows_the_entry_is_a_part_of_its_own(road: RoadPage, window: MainWindow) -> None:
    window.go("road", "after")
    settle()
    assert road.steps.half_of(road.steps.selected) == "after"
    here = [line.id for line in road_parts(window.context) if line.here]
    assert here == ["road#after"]
    assert "Nach der Einreise" in words(road.steps)
    assert "Nur wenn sich etwas ändert" in words(road.steps)
    window.go("road", FIRST)
    settle()
    assert [line.id for line in road_parts(window.context) if line.here] == ["road#before"]


def test_steps_after_the_entry_are_dated_from_events(road: RoadPage, window: MainWindow) -> None:
    window.controller.do(EnterEvent("move_in", date(2026, 11, 4)))
    settle()
    window.go("road", "registration")
    settle()
    registration = next(step for step in plan_of(window).steps if step.step.id == "registration")
    assert registration.deadlines[0].date == date(2026, 11, 19), "18 November is Buß- und Bettag"
    assert "überfällig seit 19.11.2026" in words(road.steps.rows["registration"])
    assert "Frist 19.11.2026 (Gesetz)" in words(road.steps.rows["registration"])


def test_the_notice_of_advice_leads_to_its_paper(road: RoadPage, window: MainWindow) -> None:
    # a private agency that places from abroad has to inform by itself (§ 45c AufenthG, § 299 SGB III)
    window.controller.do(Answer("employer.recruited_by", "own_application"))
    settle()
    window.go("road", "info-45c")
    settle()
    buttons = [one for one in road.detail.side.findChildren(WordsButton) if not isinstance(one, FoldButton)]
    paper = next(one for one in buttons if "45c" in one.words.text())
    paper.click()
    settle()
    page = window.stack.currentWidget()
    assert isinstance(page, PrintPage)
    assert page.choice.value() == "notice-45c"


def test_every_paper_of_a_step_belongs_to_a_step(window: MainWindow) -> None:
    assert set(forms_of_steps()) <= set(window.controller.library.steps)


def test_own_experience_is_kept_beside_and_moves_nothing(road: RoadPage, window: MainWindow) -> None:
    before = plan_of(window).finish
    window.go("road", "visa-appointment")
    settle()
    card = road.experience
    assert card is not None
    card.enter.unfold()
    card.weeks.setText("9")
    card.month.setText("03.2026")
    card.save.click()
    settle()
    assert "63 Tage, März 2026" in words(card)
    assert plan_of(window).finish == before
    card.weeks.setText("0")
    card.month.setText("13.2026")
    card.save.click()
    assert card.problem.isVisibleTo(card)
    assert card.month.text() == "13.2026"
    card.month.setText("2027-03")
    card.weeks.setText("9")
    card.save.click()
    assert "Zukunft" in card.problem.text()
    assert len(observations(window.controller.workspace)) == 1
    next(fold for fold in card.findChildren(Fold) if "Einzelne" in fold.button.words.text()).unfold()
    settle()
    next(one for one in card.findChildren(LinkButton) if one.text() == "Löschen").click()
    assert observations(window.controller.workspace) == ()


def test_own_tasks_have_no_experience(road: RoadPage, window: MainWindow) -> None:
    assert road.experience is None


def test_a_step_that_is_asked_for_is_brought_into_view(road: RoadPage, window: MainWindow) -> None:
    for step in ("retention-deletion", FIRST, "registration"):
        window.go("road", step)
        settle()
        row = road.steps.rows[step]
        top = row.mapTo(road.body.viewport(), row.rect().topLeft()).y()
        assert 0 <= top < road.body.viewport().height() - 20, (step, top)


@pytest.mark.parametrize("size", [100, 200])
def test_a_step_that_is_asked_for_is_seen_from_its_beginning(window: MainWindow, project: Path, size: int) -> None:
    """With large text the details stand inside the row, and the page showed the middle of them."""
    window.resize(1280, 800)
    window.choose(text_size=size)
    open_sample(window, project)
    for step in ("visa-documents", "recognition-scope", "visa-appointment"):
        page = shown(window, RoadPage, "road", step)
        settle()
        seen = page.body.viewport()
        tick, side = page.steps.rows[step].tick, page.detail.side
        assert 0 <= tick.mapTo(seen, tick.rect().topLeft()).y() < seen.height() - 20, step
        if not page.detail.wide:
            assert 0 <= side.mapTo(seen, side.rect().topLeft()).y() < seen.height() - 20, step
        window.go("result")


@pytest.mark.parametrize("step", ["info-45c", "recognition-scope", "abh-first-contact", "early-end-employer"])
def test_every_step_fits_the_window_with_the_largest_text(window: MainWindow, project: Path, step: str) -> None:
    window.choose(text_size=200)
    open_sample(window, project)
    page = shown(window, RoadPage, "road", step)
    assert page.body.body.width() <= page.body.viewport().width()


def test_the_road_of_who_is_here_speaks_of_work_and_not_of_entry(window: MainWindow, project: Path) -> None:
    open_sample(window, project, "tischler-ukraine.yaml")
    road = shown(window, RoadPage, "road")
    said = [line.title for line in road_parts(window.context)]
    assert said == ["Bis zum ersten Arbeitstag", "Ab dem ersten Arbeitstag"]
    assert "Nach der Einreise" not in words(road.steps)
    open_sample(window, project)
    shown(window, RoadPage, "road")
    assert [line.title for line in road_parts(window.context)] == ["Bis zur Einreise", "Nach der Einreise"]


def test_what_the_road_lacks_can_be_answered_from_it_and_the_answer_leads_back(
    window: MainWindow, project: Path
) -> None:
    open_sample(window, project)
    controller = window.controller
    assert controller.case is not None
    asked = ("employer.recruited_by", "person.family_joins")
    kept = {fact: value for fact, value in controller.case.answers.items() if fact not in asked}
    controller.keep(replace(controller.case, answers=kept))
    window.open_case()
    page = shown(window, RoadPage, "road")
    seen = set[str]()
    for _ in asked:
        link = next(one for one in page.findChildren(LinkButton) if one.text() == "Fehlende Antworten geben")
        QTest.mouseClick(link, Qt.MouseButton.LeftButton)
        wizard = window.stack.currentWidget()
        assert isinstance(wizard, WizardPage)
        assert wizard.frame.page_shown is not None
        seen.add(wizard.frame.page_shown.fact.id)
        wizard.answer_unknown()
        settle()
        assert window.stack.currentWidget() is page
    assert seen == set(asked), "what was answered with I don't know is not asked again before the others"


def test_where_there_is_no_road_it_leads_to_the_result(window: MainWindow, project: Path) -> None:
    open_sample(window, project)
    window.controller.do(Answer("person.entry_ban", value=True))
    page = shown(window, RoadPage, "road")
    assert page.nothing.isVisible()
    QTest.mouseClick(page.nothing.link, Qt.MouseButton.LeftButton)
    assert isinstance(window.stack.currentWidget(), ResultPage)
