"""Seeded walks through the window at random: no answer is ever lost, Back never goes wrong, nothing piles up."""

from __future__ import annotations

import gc
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from employer_assistant.app import Controller, open_or_create
from employer_assistant.cases.case_file import read_case
from employer_assistant.cases.commands import Answer as AnswerCommand
from employer_assistant.content.library import Library
from employer_assistant.ui.kit.rail import RailEntry
from employer_assistant.ui.main_window import MainWindow
from employer_assistant.ui.quick import quick_page
from employer_assistant.ui.screens.result_page import ResultPage
from employer_assistant.ui.screens.road_page import RoadPage
from employer_assistant.ui.settings import Preferences
from employer_assistant.ui.what_if import what_if_page
from employer_assistant.ui.wizard import wizard_page
from employer_assistant.ui.wizard.change_page import ChangePage
from employer_assistant.ui.wizard.wizard_page import WizardPage
from tests.ui.conftest import shown_wizard
from tests.ui.pages import METALWORKER, open_sample
from tests.ui.walker import QUESTIONS, START_PAGES, WHOLE, Walk, rest

EVERY = 250
"""Steps between two looks at what piles up, and between closing the file and opening it again."""
MORE_WIDGETS, MORE_MEGABYTES = 30, 40
"""By how much widgets on the start page and memory may grow from one half of a walk to the other."""


def walk(window: MainWindow, seed: int, steps: int, acts: tuple[str, ...] = QUESTIONS) -> Walk:
    """Walk; the message of a failure names seed, step and act."""
    going = Walk(window, seed, acts)
    on(going, seed, range(steps))
    assert len(going.model.shown) > 2, "the walk went nowhere"
    return going


def on(going: Walk, seed: int, steps: range) -> None:
    """Go on walking."""
    for step in steps:
        last = going.chance.getstate()
        try:
            going.step()
        except Exception as error:
            going.chance.setstate(last)
            act = going.chance.choice(going.acts)
            raise AssertionError(f"seed {seed}, step {step}, at {act}: {error}") from error


@dataclass(frozen=True)
class Load:
    """What the window needs on the start page: widgets, and memory of the whole program in megabytes."""

    widgets: int
    megabytes: int


def load(window: MainWindow) -> Load:
    """Leave the case, show every page of the start and measure; go back to the case."""
    case_id = window.controller.case_id
    for page in (*START_PAGES, "quick", "cases"):
        window.go(page)
        rest()
    gc.collect()
    rest()
    widgets = len(QApplication.allWidgets())
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    window.controller.open(case_id or "")
    window.open_case()
    return Load(widgets, pages * 4096 // 2**20)


def grown(loads: list[Load]) -> bool:
    """Tell whether the need grew from one half of a walk to the other."""
    half = len(loads) // 2
    widgets = max(one.widgets for one in loads[half:]) - max(one.widgets for one in loads[:half])
    megabytes = loads[-1].megabytes - loads[half].megabytes
    return widgets > MORE_WIDGETS or megabytes > MORE_MEGABYTES


def opened(controller: Controller) -> MainWindow:
    """Return a window on a workspace, shown."""
    window = MainWindow(controller, Preferences())
    window.resize(1280, 800)
    window.show()
    return window


def shut(going: Walk) -> None:
    """Close window and file, as at the end of the app's loop."""
    going.window.close()
    going.window.deleteLater()
    going.controller.workspace.close()
    rest()


@pytest.fixture(autouse=True)
def _reason(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give a reason, a name and a yes whenever one is asked."""
    for room in (wizard_page, what_if_page):
        monkeypatch.setattr(room, "ask_text", lambda *_: "Grund")
    for place in (quick_page, what_if_page):
        monkeypatch.setattr(place, "confirm", lambda *_: True)


@pytest.mark.parametrize("seed", [1, 3])
def test_a_hundred_steps_through_the_questions(window: MainWindow, seed: int) -> None:
    walk(window, seed, 100)


def test_a_hundred_steps_through_the_whole_window(window: MainWindow) -> None:
    walk(window, 7, 100, WHOLE)


@pytest.fixture
def short(window: MainWindow) -> Walk:
    """A walk that has answered and left a page."""
    going = walk(window, 1, 30)
    going._go("answers")
    going._go("costs")
    return going


def test_a_lost_answer_would_be_seen(short: Walk) -> None:
    """A control."""
    short.check()
    lost = next(iter(short.model.answers))
    short.controller.do(AnswerCommand(lost, None))
    with pytest.raises(AssertionError):
        short.check()


def test_a_wrong_back_would_be_seen(short: Walk) -> None:
    """A control: the window remembers another page than the one left."""
    short.window._trail[-1] = "road"
    with pytest.raises(AssertionError, match="Back from costs leads to road instead of answers"):
        short._back()


def test_a_wrong_mark_in_the_rail_would_be_seen(short: Walk) -> None:
    """A control."""
    short.window.rail.show_entries([RailEntry("road", "Fahrplan", here=True)])
    with pytest.raises(AssertionError, match="the rail marks"):
        short.check()


def test_what_piles_up_would_be_seen() -> None:
    """A control."""
    steady = [Load(300, 150), Load(310, 160), Load(305, 165), Load(310, 170)]
    assert not grown(steady)
    assert grown([*steady[:3], Load(305 + 2 * MORE_WIDGETS, 170)])
    assert grown([*steady[:3], Load(305, 170 + 2 * MORE_MEGABYTES)])


def test_what_is_undone_is_answered_again_and_the_questions_go_on(window: MainWindow) -> None:
    """Found by a walk: the answer given again after an undo led to the list of answers."""
    window.new_case()
    page = shown_wizard(window)
    for _ in range(3):
        page.answer_unknown()
    assert page.frame.page_shown is not None
    expected = page.frame.page_shown.fact.id
    window.undo()
    page.answer_unknown()
    assert not page.journey.listing
    assert page.frame.page_shown.fact.id == expected


def test_back_from_a_change_leads_to_the_page_on_which_it_was_wanted(window: MainWindow, project: Path) -> None:
    """Found by a walk: going back there counted as going on, so the next Back led to the question again."""
    open_sample(window, project)
    for page, part in (("result", ""), ("road", ""), ("answers", "job.purpose")):
        window.go(page, part)
    for expected in (RoadPage, ResultPage, WizardPage):
        window.back()
        assert isinstance(window.stack.currentWidget(), expected)


def test_a_change_from_the_list_returns_to_the_list_after_other_pages(window: MainWindow, project: Path) -> None:
    """Found by a walk: an undone answer led to the page visited before, not back to the list."""
    open_sample(window, project)
    window.context.do(AnswerCommand("job.offer", False))
    window.go("road")
    window.go("answers", "all")
    window.undo()
    window.back()
    assert shown_wizard(window).journey.listing


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("seed", range(100, 120))
def test_a_hundred_steps_from_many_beginnings(window: MainWindow, seed: int) -> None:
    walk(window, seed, 100)


@pytest.mark.slow
@pytest.mark.timeout(5400)
def test_ten_thousand_steps_in_one_case(controller: Controller, project: Path) -> None:
    """One case through it all; the file is closed and opened again now and then, and nothing may pile up."""
    sample = (project / "resources" / "samples" / METALWORKER).read_bytes()
    case = read_case(sample, METALWORKER, controller.library)
    controller.keep(case)
    going, seed, loads = Walk(opened(controller), 2026, WHOLE, case), 2026, list[Load]()
    others = {
        row.id: controller.workspace.load(row.id).case for row in controller.overview() if row.id != going.case_id
    }
    for first in range(0, 10_000, EVERY):
        on(going, seed, range(first, first + EVERY))
        case = going.case
        loads.append(load(going.window))
        shut(going)
        again = Controller(controller.library, open_or_create(controller.workspace.path), controller.today)
        assert again.workspace.load(going.case_id).case == case
        going.take_up(opened(again))
    assert {one: again.workspace.load(one).case for one in others} == others, "another case was changed"
    shut(going)
    assert len(going.model.shown) > 20
    assert not grown(loads), loads


def test_what_was_typed_and_put_off_and_became_the_answer_by_redo_is_no_draft_any_more(
    window: MainWindow, project: Path, library: Library
) -> None:
    """Found by a walk: Undo and Redo then change the answer, and the field shows it."""
    case = read_case((project / "resources" / "samples" / METALWORKER).read_bytes(), METALWORKER, library)
    going, pay = Walk(window, 1, WHOLE, case), "job.gross_annual_salary"
    for put_off in (False, True):
        window.go("answers", pay)
        going.page.editor.set_value(Decimal(50000))
        going.page.editor.changed.emit()
        going.wizard.next()
        over = window.stack.currentWidget()
        assert isinstance(over, ChangePage)
        (over.return_ if put_off else over.take).click()
        if not put_off:
            window.undo()
    assert list(going.wizard.journey.drafts) == [pay]
    for act, shown in ((window.redo, 50000), (window.undo, 36000), (window.redo, 50000)):
        act()
        window.go("answers", pay)
        assert (going.page.editor.value(), going.wizard.journey.drafts) == (Decimal(shown), {})
        window.go("result")
