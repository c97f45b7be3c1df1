"""The controller: one command, one save, then the screens are told."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from employer_assistant.app import Controller, open_or_create
from employer_assistant.cases.commands import AddNote, Answer, ChooseRoute, RemoveNote, Rename, TickStep
from employer_assistant.cases.model import Case, Note
from employer_assistant.content.library import Library
from employer_assistant.content.phrases import phrase
from employer_assistant.plan.planning import NotPossible
from employer_assistant.rules.assessment import Status
from employer_assistant.storage.errors import ConflictError, WorkspaceError
from employer_assistant.storage.workspace import Workspace

TODAY = date(2026, 11, 22)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Fälle von Anna.employer-assistant"


def on_disk(path: Path, case_id: str) -> Case:
    other = Workspace.open(path)
    try:
        return other.load(case_id).case
    finally:
        other.close()


def test_a_new_case_is_open_and_on_disk_at_once(controller: Controller, path: Path) -> None:
    case_id = controller.create("Pflege, Vietnam")
    assert controller.case_id == case_id
    assert on_disk(path, case_id) == controller.case
    assert controller.case is not None
    assert controller.case.content_version == controller.library.content.version
    assert controller.saved_at is not None


def test_every_command_is_on_disk_before_the_screens_hear_of_it(controller: Controller, path: Path) -> None:
    case_id = controller.create()
    seen: list[Case] = []
    controller.subscribe(lambda: seen.append(on_disk(path, case_id)))
    controller.do(Answer("job.gross_annual_salary", Decimal("48300.50")))
    assert seen == [controller.case]
    assert seen[0].answers == {"job.gross_annual_salary": Decimal("48300.50")}


def test_undo_and_redo_are_saved_too(controller: Controller, path: Path) -> None:
    case_id = controller.create()
    controller.do(Answer("job.offer", True))
    controller.do(AddNote(Note(TODAY, "angerufen")))
    assert controller.undo_label == ("cases.did.note_added", {})
    controller.undo()
    controller.undo()
    assert on_disk(path, case_id).answers == {}
    assert controller.redo_label == ("cases.did.answer", {"fact": "job.offer"})
    controller.redo()
    controller.redo()
    assert on_disk(path, case_id).notes == (Note(TODAY, "angerufen"),)
    assert controller.redo_label is None
    controller.undo()
    controller.do(Rename("neu"))
    assert controller.redo_label is None
    controller.redo()
    assert on_disk(path, case_id) == controller.case


def test_a_command_that_changes_nothing_is_no_act(controller: Controller) -> None:
    controller.create("gleich")
    told: list[int] = []
    controller.subscribe(lambda: told.append(1))
    controller.do(Rename("gleich"))
    assert controller.undo_label is None
    assert not told


def test_an_unsubscribed_listener_hears_nothing(controller: Controller) -> None:
    told: list[int] = []
    unsubscribe = controller.subscribe(lambda: told.append(1))
    controller.create()
    unsubscribe()
    unsubscribe()
    controller.do(Answer("job.offer", True))
    assert told == [1]


def test_a_failed_save_leaves_case_and_undo_as_they_were(
    controller: Controller, monkeypatch: pytest.MonkeyPatch
) -> None:
    controller.create()
    controller.do(Answer("job.offer", True))
    before = controller.case

    def full(*_: object) -> None:
        raise WorkspaceError("storage.full", controller.workspace.path)

    monkeypatch.setattr(controller.workspace, "save", full)
    for act in (lambda: controller.do(Answer("job.offer", False)), controller.undo):
        with pytest.raises(WorkspaceError):
            act()
        assert controller.case is before
        assert controller.undo_label == ("cases.did.answer", {"fact": "job.offer"})
    assert controller.redo_label is None


def test_a_second_window_keeps_both_versions(library: Library, controller: Controller, path: Path) -> None:
    case_id = controller.create("eins")
    second = Controller(library, open_or_create(path), lambda: TODAY)
    second.open(case_id)
    second.do(Rename("ihre"))
    with pytest.raises(ConflictError) as caught:
        controller.do(Rename("meine"))
    assert caught.value.theirs.case.title == "ihre"
    assert caught.value.mine.title == "meine"
    assert controller.case is not None
    assert controller.case.title == "eins"
    controller.keep(caught.value.mine)
    assert {row.title for row in controller.overview()} == {"ihre", "meine"}
    second.workspace.close()


def test_a_case_deleted_in_another_window_can_be_kept(library: Library, controller: Controller, path: Path) -> None:
    case_id = controller.create("eins")
    second = Controller(library, open_or_create(path), lambda: TODAY)
    second.delete(case_id)
    second.workspace.close()
    with pytest.raises(WorkspaceError) as caught:
        controller.do(Rename("zwei"))
    assert caught.value.key == "storage.case_gone"
    assert controller.case is not None
    controller.keep(controller.case)
    assert [row.title for row in controller.overview()] == ["eins"]


def test_overview_lists_the_newest_change_first(controller: Controller) -> None:
    first = controller.create("eins")
    controller.create("zwei")
    controller.open(first)
    controller.do(TickStep("abh-fee", TODAY))
    assert [row.title for row in controller.overview()] == ["eins", "zwei"]
    assert controller.overview()[0].last_step == "abh-fee"


def test_rename_copy_and_delete(controller: Controller) -> None:
    first = controller.create("eins")
    controller.do(Answer("job.offer", True))
    copied = controller.copy(first, "Kopie")
    controller.rename(copied, "zwei")
    controller.rename(first, "drei")
    assert controller.undo_label == ("cases.did.rename", {})
    assert {row.title: row.answers for row in controller.overview()} == {"zwei": 1, "drei": 1}
    controller.delete(copied)
    assert controller.case_id == first
    controller.delete(first)
    assert controller.case is None
    assert controller.overview() == []


def test_undo_ends_at_the_border_of_a_case(controller: Controller) -> None:
    first = controller.create("eins")
    controller.do(AddNote(Note(TODAY, "x")))
    controller.do(RemoveNote(0))
    controller.create("zwei")
    controller.undo()
    controller.open(first)
    assert controller.undo_label is None
    controller.close()
    assert controller.case_id is None


def test_without_a_case_nothing_can_be_asked(controller: Controller) -> None:
    for ask in (controller.situation, controller.assessment, controller.interview, controller.chosen_route):
        with pytest.raises(LookupError):
            ask()
    with pytest.raises(LookupError):
        controller.do(Rename("x"))


def test_what_follows_is_worked_out_once_per_state_and_day(library: Library, path: Path) -> None:
    days = [TODAY]
    controller = Controller(library, open_or_create(path), lambda: days[0])
    controller.create()
    first = controller.assessment()
    assert controller.assessment() is first
    assert controller.interview().next_facts
    days[0] = date(2026, 11, 23)
    assert controller.assessment() is not first
    assert controller.situation().on == days[0]
    second = controller.assessment()
    controller.do(Answer("job.purpose", "employment"))
    assert controller.assessment() is not second
    controller.workspace.close()


def test_the_route_is_the_chosen_one_else_the_best(controller: Controller) -> None:
    controller.create()
    best = controller.assessment().best
    assert controller.chosen_route() == (best.route.id if best else None)
    controller.do(ChooseRoute("western-balkans-26-2"))
    assert controller.chosen_route() == "western-balkans-26-2"


def test_a_plan_follows_route_and_procedure(controller: Controller) -> None:
    controller.create()
    undecided = next(found for found in controller.assessment().routes if found.status < Status.CLOSED)
    assert controller.plan(undecided.route.id).procedure == "regular"
    controller.do(ChooseRoute(undecided.route.id))
    plan = controller.plan()
    assert plan.route.route.id == undecided.route.id
    assert plan.on == TODAY
    first = next(step.step.id for step in plan.steps if step.status == "next")
    controller.do(TickStep(first, TODAY))
    again = next(step for step in controller.plan().steps if step.step.id == first)
    assert again.status == "done"


def test_without_a_usable_route_there_is_no_plan(controller: Controller) -> None:
    controller.create()
    for route in ("no-such-route", None):
        with pytest.raises(NotPossible) as caught:
            controller.plan(route)
        assert caught.value.reason == "no-route"
        assert phrase(f"reason.{caught.value.reason}", "de")
