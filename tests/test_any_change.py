"""Any change of any case: shown is all that differs, discarding leaves every byte, accepting is as if told so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from generated import THOUSANDS, acts, examples, told_cases
from hypothesis import given
from hypothesis import strategies as st
from worked import LIBRARY, Reader

from employer_assistant.app import Controller
from employer_assistant.cases import preview as previews
from employer_assistant.cases.case_file import write_case
from employer_assistant.cases.commands import Answer, Command
from employer_assistant.cases.model import Case
from employer_assistant.cases.preview import Outlook, Preview
from employer_assistant.cases.view import progress_of, situation_of
from employer_assistant.plan.model import Plan
from employer_assistant.plan.planning import NotPossible, plan
from employer_assistant.rules.assessment import RouteAssessment, assess
from employer_assistant.rules.told import routes_told

DAY = date(2026, 11, 22)
READER = Reader(LIBRARY)
QUICK = examples(12)


@st.composite
def changes(draw: st.DrawFn) -> tuple[Case, Command]:
    case = draw(told_cases(LIBRARY, READER))
    return case, draw(acts(LIBRARY, case))


# ---- what is shown


def everything(case: Case) -> dict[str, Any]:
    """Work out a case from nothing, level by level, without what previews are made of."""
    found = assess(situation_of(case, LIBRARY, DAY))
    best = found.best.route.id if found.best else None
    followed = case.route or best
    wanted = next((one for one in found.routes if one.route.id == followed), None)
    whole: dict[str, Any] = {
        "title": found.title_needed,
        "best": best,
        "followed": followed,
        "statuses": {one.route.id: one.status for one in found.routes},
        "approval": {one.route.id: one.ba_approval for one in routes_told(found)},
        "accelerated": {one.route.id: one.accelerated for one in routes_told(found)},
        "findings": _points(found.routes),
        "told": _points(routes_told(found)),
    }
    try:
        if wanted is None:
            return {**whole, "reason": "no-route"}
        road = plan(found.situation, wanted, case.procedure or "regular", progress_of(case), None)
    except NotPossible as reason:
        return {**whole, "reason": str(reason)}
    return {**whole, "plan": road, **_levels(road)}


def _points(routes: Iterable[RouteAssessment]) -> dict[tuple[str, str], tuple[Any, ...]]:
    return {(one.route.id, f.condition.id): (f.verdict, f.status, f.assumed) for one in routes for f in one.findings}


def _turned(old: dict[str, Any], new: dict[str, Any]) -> set[tuple[str, str]]:
    """Return the points told otherwise, without those that come out the same and are only no longer, or newly, told."""
    judged, both = differing(old["findings"], new["findings"]), old["told"].keys() & new["told"].keys()
    return {point for point in differing(old["told"], new["told"]) if point in judged or point in both}


def _levels(road: Plan) -> dict[str, Any]:
    steps = {one.step.id: one for one in road.steps}
    return {
        "procedure": road.procedure,
        "finish": road.finish,
        "begin_by": road.begin_by,
        "counted": {id for id, one in steps.items() if not one.contingent and not one.optional},
        "days": {id: (one.start, one.finish) for id, one in steps.items()},
        "unsure": {id: one.provisional for id, one in steps.items()},
        "beside": {id for id, one in steps.items() if one.contingent or one.optional},
        "all": set(steps),
        "desks": {id: (one.office, one.office_assumed) for id, one in steps.items()},
        "deadlines": {
            id: Counter(  # what has no day in either road has not moved
                (clause.deadline.anchor_event, clause.deadline.relation, clause.date)
                for clause in one.deadlines
                if clause.date is not None
            )
            for id, one in steps.items()
        },
        "documents": {one.document.id for one in road.documents},
        "proofs": {one.document.id: one.authentications for one in road.documents},
        "costs": dict(road.costs),
    }


def differing(old: dict[Any, Any], new: dict[Any, Any], *, both: bool = False) -> set[Any]:
    keys = old.keys() & new.keys() if both else old.keys() | new.keys()
    return {key for key in keys if old.get(key) != new.get(key)}


def shown_is_all(seen: Preview, old: dict[str, Any], new: dict[str, Any]) -> None:
    """Compare a preview with both states worked out from nothing: every level it shows, nothing more, nothing less."""
    found = seen.difference
    assert found.title_needed == (old["title"], new["title"])
    assert found.best == (old["best"], new["best"])
    assert (seen.old.route, seen.new.route) == (old["followed"], new["followed"])
    turned = differing(old["statuses"], new["statuses"])
    assert {one.route.id: (one.old, one.new) for one in found.routes} == {
        route: (old["statuses"].get(route), new["statuses"].get(route)) for route in turned
    }
    points = {(one.route.id, (one.old or one.new).condition.id) for one in found.findings}  # type: ignore[union-attr]
    assert points == _turned(old, new)
    for level in ("approval", "accelerated"):
        ruled = found.ba_approval if level == "approval" else found.accelerated
        assert {one.route.id for one in ruled} == differing(old[level], new[level], both=True)
    assert (seen.new.plan, seen.old.plan) == (new.get("plan"), old.get("plan"))
    assert (seen.road is None) == ("reason" in old or "reason" in new)
    road_same = _road_is_all(seen, old, new) if seen.road else old.get("reason") == new.get("reason")
    levels = ("title", "followed", "statuses")
    turns = points or found.ba_approval or found.accelerated
    result_same = not any(old[level] != new[level] for level in levels) and not turns
    assert seen.nothing == (result_same and road_same and seen.hints == ((), ()))


def _road_is_all(seen: Preview, old: dict[str, Any], new: dict[str, Any]) -> bool:
    road = seen.road
    assert road is not None
    moves = road.moves
    assert (set(moves.added), set(moves.dropped)) == (new["counted"] - old["counted"], old["counted"] - new["counted"])
    days = differing(old["days"], new["days"], both=True)
    assert {one.step: tuple(zip(one.start, one.finish, strict=True)) for one in moves.steps} == {
        step: (old["days"][step], new["days"][step]) for step in days
    }
    assert {one.step for one in moves.deadlines} == differing(old["deadlines"], new["deadlines"], both=True)
    assert (moves.finish, moves.begin_by) == ((old["finish"], new["finish"]), (old["begin_by"], new["begin_by"]))
    assert {one.step.id for _, one in road.unsure} == differing(old["unsure"], new["unsure"], both=True)
    assert (set(road.beside[0]), set(road.beside[1])) == (old["beside"] - new["all"], new["beside"] - old["all"])
    assert {one.step.id for _, one in road.desks} == differing(old["desks"], new["desks"], both=True)
    assert set(road.documents_added) == new["documents"] - old["documents"]
    assert set(road.documents_dropped) == old["documents"] - new["documents"]
    assert {one.document.id for _, one in road.proofs} == differing(old["proofs"], new["proofs"], both=True)
    assert road.costs == {
        payer: (old["costs"][payer], new["costs"][payer]) for payer in differing(old["costs"], new["costs"])
    }
    if road.nothing:
        assert _told(old["plan"]) == _told(new["plan"]), "what is not shown stays"
    levels = ("procedure", "finish", "begin_by", "counted", "documents", "costs", "followed")
    by_key = ("days", "deadlines", "desks", "proofs", "unsure")
    same = all(old[level] == new[level] for level in levels) and not any(road.beside)
    return same and not moves.done and not any(differing(old[level], new[level], both=True) for level in by_key)


def _told(road: Plan) -> Plan:
    """Return a plan without its route (compared by itself), its warnings (hints), and states of papers (entered)."""
    papers = tuple(replace(paper, state="") for paper in road.documents)
    return replace(road, route=None, warnings=(), documents=papers)  # type: ignore[arg-type]


# ---- what stays and what comes


def held(controller: Controller, *, log: bool = True) -> dict[str, list[tuple[Any, ...]]]:
    """Return all rows of the workspace, with ``log`` False without what tells when and how they came."""
    database, found = controller.workspace.database, {}
    for table in database.table_names():
        hidden = set() if log else {"id", "case_id", "revision", "changed_at"}
        names = [column.name for column in database[table].columns if column.name not in hidden]
        rows = database.execute(f'SELECT {", ".join(names)} FROM "{table}" ORDER BY rowid').fetchall() if names else []
        found[table] = rows if log or table != "log" else []
    return found


def unchanged_when_discarded(controller: Controller, case: Case, command: Command) -> Preview:
    """Preview a command and forget it: the file, its rows and the case file stay byte for byte."""
    controller.keep(case)
    path, stored = controller.workspace.path, controller.case
    before = path.read_bytes(), held(controller), write_case(case, "yaml"), write_case(case, "json")
    seen = controller.preview(command)
    assert controller.case is stored
    assert stored is not None
    assert (path.read_bytes(), held(controller), write_case(stored, "yaml"), write_case(stored, "json")) == before
    assert controller.undo_label is None
    return seen


def accepted_is_as_if_told_so(controller: Controller, case: Case, command: Command, seen: Preview) -> None:
    """Do a command on the open case: what was shown comes, and the case is the one entered so from the start."""
    before = held(controller, log=False)
    controller.do(command)
    accepted = controller.case
    assert accepted is not None
    assert accepted == seen.new.case
    rows = held(controller, log=False)
    fresh = from_the_start(case, accepted)
    assert write_case(fresh, "yaml") == write_case(accepted, "yaml")
    controller.undo()
    assert controller.case == case
    assert held(controller, log=False) == before, "undo is exact"
    controller.delete(str(controller.case_id))
    controller.keep(fresh)
    assert held(controller, log=False) == rows
    controller.delete(str(controller.case_id))


def from_the_start(case: Case, then: Case) -> Case:
    """Enter the answers one after the other into a case that has none; what is not an answer is entered already."""
    entered = replace(then, answers={})
    for fact in dict.fromkeys((*case.answers, *then.answers)):
        if fact in then.answers:
            entered = Answer(fact, then.answers[fact]).apply(entered)[0]
    return entered


def _one_change(controller: Controller, change: tuple[Case, Command]) -> None:
    case, command = change
    seen = unchanged_when_discarded(controller, case, command)
    shown_is_all(seen, everything(case), everything(seen.new.case))
    accepted_is_as_if_told_so(controller, case, command, seen)


@QUICK
@given(changes())
def test_shown_discarded_accepted(controller: Controller, change: tuple[Case, Command]) -> None:
    _one_change(controller, change)


@pytest.mark.slow
@pytest.mark.timeout(3600)
@THOUSANDS
@given(changes())
def test_thousands_shown_discarded_accepted(controller: Controller, change: tuple[Case, Command]) -> None:
    _one_change(controller, change)


# ---- controls

WORKER = Case("Musterfall", dict(READER.situation("blue-card-regular", {}).answers) | {"job.site_postcode": "01067"})
MOVED = Answer("job.site_postcode", "09573")


def test_control_a_preview_of_the_old_case_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = previews.outlook

    def stale(case: Case, *more: Any) -> Outlook:
        return replace(whole(WORKER, *more), case=case)

    old = whole(WORKER, LIBRARY, DAY)
    new = MOVED.apply(WORKER)[0]
    shown_is_all(previews.preview(old, MOVED), everything(WORKER), everything(new))
    monkeypatch.setattr(previews, "outlook", stale)
    with pytest.raises(AssertionError):
        shown_is_all(previews.preview(old, MOVED), everything(WORKER), everything(new))


def test_steps_that_hang_on_an_answer_taken_back_are_shown() -> None:
    """Taking the citizenship back made the visa steps uncertain, and was told as no change of the plan."""
    told = Case("", {**WORKER.answers, "person.citizenship": ("VN",)}, route="academic-18b")
    seen = previews.preview(previews.outlook(told, LIBRARY, DAY), Answer("person.citizenship", None))
    assert seen.road is not None
    assert "visa-check" in {step.step.id for _, step in seen.road.unsure}
    assert not seen.road.nothing


@pytest.mark.parametrize("level", ["desks", "proofs", "documents_added", "costs"])
def test_control_a_level_left_out_is_noticed(monkeypatch: pytest.MonkeyPatch, level: str) -> None:
    told = Case("", {**WORKER.answers, "person.residence_country": "VN"})
    command: Command = Answer("person.residence_country", "US") if level == "proofs" else MOVED
    new = command.apply(told)[0]
    if level in ("documents_added", "costs"):
        new = replace(told, procedure="accelerated")
    whole = previews.plan_difference

    def lacking(*plans: Plan) -> Any:
        found = whole(*plans)
        assert getattr(found, level)
        return replace(found, **{level: type(getattr(found, level))()})

    seen = previews.preview(previews.outlook(told, LIBRARY, DAY), _To(new))
    shown_is_all(seen, everything(told), everything(new))
    monkeypatch.setattr(previews, "plan_difference", lacking)
    seen = previews.preview(previews.outlook(told, LIBRARY, DAY), _To(new))
    with pytest.raises(AssertionError):
        shown_is_all(seen, everything(told), everything(new))


class _To:
    """A command that leads to a case."""

    label = ("cases.did.answer", {})

    def __init__(self, case: Case) -> None:
        self._case = case

    def apply(self, case: Case) -> tuple[Case, Command]:
        return self._case, self


def test_control_a_preview_that_saves_is_noticed(controller: Controller, monkeypatch: pytest.MonkeyPatch) -> None:
    unchanged_when_discarded(controller, WORKER, MOVED)
    monkeypatch.setattr(controller, "preview", controller.do)
    with pytest.raises(AssertionError):
        unchanged_when_discarded(controller, WORKER, MOVED)


def test_control_a_save_that_loses_an_answer_is_noticed(
    controller: Controller, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = unchanged_when_discarded(controller, WORKER, MOVED)
    save = controller.workspace.save

    def forgetful(id: str, revision: int, case: Case, *more: Any) -> Any:
        return save(id, revision, replace(case, answers=dict(list(case.answers.items())[1:])), *more)

    monkeypatch.setattr(controller.workspace, "save", forgetful)
    with pytest.raises(AssertionError):
        accepted_is_as_if_told_so(controller, WORKER, MOVED, seen)
