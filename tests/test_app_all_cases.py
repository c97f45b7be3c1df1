"""The controller and all cases of its workspace: log, employer's data, archive, deadlines, comparison, hand-over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from employer_assistant.app import Controller, open_or_create
from employer_assistant.app_all_cases import cache_path
from employer_assistant.cases.commands import AddNote, Answer, ChooseProcedure, ChooseRoute, EnterEvent, TickStep
from employer_assistant.cases.model import Note
from employer_assistant.content.library import Library
from employer_assistant.plan.moves import delayed, effects
from employer_assistant.storage.errors import WorkspaceError
from employer_assistant.storage.settings import WorkspaceSettings
from tests.waited_road import ANSWERS, ROUTE

TODAY = date(2026, 11, 23)


@pytest.fixture
def controller(library: Library, tmp_path: Path) -> Iterator[Controller]:
    made = Controller(library, open_or_create(tmp_path / "F.employer-assistant"), lambda: TODAY, tmp_path / "cache")
    made.create("Lan")
    for fact, value in ANSWERS.items():
        made.do(Answer(fact, value))  # type: ignore[arg-type]
    made.do(ChooseRoute(ROUTE))
    yield made
    made.workspace.close()


def test_every_act_is_in_the_log_with_who_and_which_law(controller: Controller) -> None:
    controller.all_cases.set_settings(WorkspaceSettings(initials="AB"))
    controller.do(AddNote(Note(TODAY, "geheime Notiz")))
    controller.undo()
    controller.redo()
    log = controller.log()
    assert [entry.act for entry in log[-3:]] == ["did", "undid", "redid"]
    assert {entry.label for entry in log[-3:]} == {"cases.did.note_added"}
    assert (log[0].act, log[0].who, log[-1].who) == ("created", "", "AB")
    assert {entry.content_version for entry in log} == {controller.library.content.version}
    assert "geheim" not in repr(log)
    assert "'IN'" not in repr(log)
    before = len(log)
    controller.do(ChooseRoute("vocational-18a"))
    assert len(controller.log()) == before, "what changes nothing is no act"


def test_the_employers_data_are_entered_once(controller: Controller) -> None:
    controller.do(Answer("employer.name", "Firma Ä"))
    assert controller.all_cases.learn_employer(str(controller.case_id)) == 1
    controller.create("Minh")
    assert controller.case is not None
    assert controller.case.answers == {"employer.name": "Firma Ä"}


def test_a_copy_for_the_next_hire_leaves_the_open_case_open(controller: Controller) -> None:
    before = controller.case_id
    copied = controller.copy_for_next_hire(str(before), "Minh")
    assert controller.case_id == before
    controller.open(copied)
    assert controller.case is not None
    assert controller.case.answers == {"job.offer": True, "job.purpose": "employment", "job.regulated": "no"}
    assert [entry.act for entry in controller.log()] == ["copied"]


def test_an_archived_workspace_is_read_only(controller: Controller) -> None:
    case_id = str(controller.case_id)
    settings = controller.all_cases.settings
    controller.all_cases.set_settings(replace(settings, archived=True))
    acts = (
        lambda: controller.do(TickStep("need-and-route", TODAY)),
        controller.undo,
        lambda: controller.create("neu"),
        lambda: controller.copy(case_id, "neu"),
        lambda: controller.copy_for_next_hire(case_id, "neu"),
        lambda: controller.delete(case_id),
    )
    before = controller.workspace.path.read_bytes()
    for act in acts:
        with pytest.raises(WorkspaceError) as caught:
            act()
        assert caught.value.key == "storage.archived"
    assert controller.workspace.path.read_bytes() == before
    controller.all_cases.set_settings(settings)
    controller.do(TickStep("need-and-route", TODAY))


def test_deadlines_of_all_cases(controller: Controller, tmp_path: Path) -> None:
    controller.do(ChooseProcedure("accelerated"))
    controller.do(EnterEvent("advance_consent_issued", date(2026, 11, 20)))
    assert controller.deadlines() == [], "nothing is worked out before it is asked for"
    assert controller.all_cases.refresh(None) == 0
    consent = next(one for one in controller.deadlines() if one.due.step == "abh-advance-consent")
    assert (consent.due.day, consent.due.what, consent.title) == (date(2027, 2, 20), "expiry", "Lan")
    controller.all_cases.keep()
    assert (tmp_path / "cache").exists()
    gone = str(controller.case_id)
    controller.delete(gone)
    assert gone not in (tmp_path / "cache").read_text(encoding="utf-8")


def test_comparison_and_delay(controller: Controller) -> None:
    found = controller.compare()
    assert found.accelerated is not None
    asked = controller.asked()
    assert effects(asked)[0].days_per_week > 0
    assert delayed(asked, "visa-appointment", 2).finish_days > 0


def test_handing_over_between_two_workspaces(controller: Controller, library: Library, tmp_path: Path) -> None:
    data = controller.all_cases.hand_over(None, "ein langes Wort")
    other = Controller(library, open_or_create(tmp_path / "G.employer-assistant"), lambda: TODAY)
    assert [one.standing for one in other.all_cases.look_into(data, "x", "ein langes Wort")] == ["new"]
    other.all_cases.take_in(data, "x", "ein langes Wort")
    assert [row.title for row in other.overview()] == ["Lan"]
    other.workspace.close()


def test_the_cache_path_tells_nothing(tmp_path: Path) -> None:
    path = cache_path(tmp_path / "Mandant Müller.employer-assistant")
    assert "ller" not in path.name
    assert path != cache_path(tmp_path / "andere")
