"""Change previews: what is shown is what comes, discarding leaves every byte, a variant counts by one act."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from case_strategies import answers_to
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from employer_assistant.app import Controller, open_or_create
from employer_assistant.cases.case_file import read_case, write_case
from employer_assistant.cases.commands import Answer, ChooseProcedure, ChooseRoute, Command, Rename, TickStep
from employer_assistant.cases.model import Case, Variant
from employer_assistant.cases.preview import differing, outlook, preview
from employer_assistant.cases.variants import KeepVariant, RenameVariant, TakeVariant
from employer_assistant.cases.what_if import outlook_of
from employer_assistant.content.library import Library
from employer_assistant.content.pack import installed
from employer_assistant.rules.assessment import Status, assess
from employer_assistant.rules.quick_check import quick_check
from employer_assistant.rules.situation import Situation

TODAY = date(2026, 11, 22)
LIBRARY = Library(installed())
SAMPLES = sorted((Path(__file__).resolve().parent.parent / "resources" / "samples").glob("*.yaml"))
CASES = [read_case(path.read_bytes(), path.name, LIBRARY) for path in SAMPLES]
SLOW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cases.employer-assistant"


@pytest.fixture
def controller(path: Path) -> Iterator[Controller]:
    with_file = Controller(LIBRARY, open_or_create(path), lambda: TODAY)
    yield with_file
    with_file.workspace.close()


@st.composite
def changes(draw: st.DrawFn) -> tuple[Case, Command]:
    """A sample case and something done to it."""
    case = draw(st.sampled_from(CASES))
    answered = draw(st.sampled_from(list(case.answers) if draw(st.booleans()) else list(LIBRARY.facts)))
    return case, draw(
        st.one_of(
            st.builds(Answer, st.just(answered), st.none() | answers_to(LIBRARY.facts[answered], LIBRARY)),
            st.builds(ChooseRoute, st.none() | st.sampled_from(list(LIBRARY.routes))),
            st.builds(ChooseProcedure, st.sampled_from([None, "regular", "accelerated"])),
            st.builds(TickStep, st.sampled_from(list(LIBRARY.steps)), st.just(TODAY)),
        )
    )


def _statuses(controller: Controller) -> dict[str, Status]:
    return {found.route.id: found.status for found in controller.assessment().routes}


@SLOW
@given(changes())
def test_discarding_leaves_every_byte_and_accepting_brings_what_was_shown(
    controller: Controller, path: Path, change: tuple[Case, Command]
) -> None:
    case, command = change
    controller.keep(case)
    before, was = path.read_bytes(), _statuses(controller)
    seen = controller.preview(command)
    assert path.read_bytes() == before
    assert controller.case == case
    assert controller.undo_label is None

    controller.do(command)
    assert (path.read_bytes() == before) == (controller.case == case)
    fresh = outlook(controller.case or Case(""), LIBRARY, TODAY)
    new = seen.new
    assert new.case == fresh.case
    assert new.assessment == fresh.assessment
    assert (new.route, new.plan) == (fresh.route, fresh.plan)
    assert str(new.no_plan) == str(fresh.no_plan)
    turned = {turn.route.id: (turn.old, turn.new) for turn in seen.difference.routes}
    now = _statuses(controller)
    both = {route: (was.get(route), now.get(route)) for route in LIBRARY.routes}
    assert turned == {route: pair for route, pair in both.items() if pair[0] is not pair[1]}


@SLOW
@given(changes())
def test_a_difference_names_exactly_the_findings_that_turned(change: tuple[Case, Command]) -> None:
    case, command = change
    old = outlook(case, LIBRARY, TODAY)
    seen = preview(old, command)
    said = [
        {
            (found.route.id, f.condition.id): (f.verdict, f.status, f.assumed)
            for found in side.routes
            for f in found.findings
        }
        for side in (old.assessment, seen.new.assessment)
    ]
    keys = set(said[0]) | set(said[1])
    expected = {key for key in keys if said[0].get(key) != said[1].get(key)}
    found = {(turn.route.id, (turn.old or turn.new).condition.id) for turn in seen.difference.findings}  # type: ignore[union-attr]
    assert found == expected
    if seen.road is not None and seen.old.plan == seen.new.plan:
        assert seen.road.nothing
    if not expected and seen.old.plan == seen.new.plan and old.route == seen.new.route:
        assert seen.nothing


def _developer() -> Case:
    return next(case for path, case in zip(SAMPLES, CASES, strict=True) if path.stem == "softwareentwicklerin")


def test_less_pay_shows_the_routes_and_the_plan_that_go(controller: Controller) -> None:
    controller.keep(_developer())
    seen = controller.preview(Answer("job.gross_annual_salary", Decimal(20000)))
    assert seen.asks
    assert "blue-card-regular" in [turn.route.id for turn in seen.difference.routes]
    assert all(turn.new is Status.CLOSED for turn in seen.difference.routes if turn.route.id == "blue-card-regular")
    same = controller.preview(
        Answer("job.gross_annual_salary", controller.situation().value("job.gross_annual_salary"))
    )
    assert same.nothing
    assert not same.asks
    assert not controller.preview(Rename("anders")).asks


def test_the_other_procedure_shows_steps_dates_and_costs(controller: Controller) -> None:
    controller.keep(_developer())
    regular = controller.preview(ChooseProcedure("regular"))
    other = controller.preview(ChooseProcedure("accelerated"))
    changed = next(seen for seen in (regular, other) if not seen.nothing)
    assert changed.road is not None
    assert changed.road.moves.added or changed.road.moves.dropped
    assert "employer" in changed.road.costs


def test_a_new_case_without_a_result_is_not_interrupted(controller: Controller) -> None:
    controller.create()
    assert not controller.preview(Answer("job.purpose", "employment")).asks


def test_trying_out_keeping_and_taking_a_variant(controller: Controller) -> None:
    case = _developer()
    controller.keep(case)
    pay = Decimal(44000)
    tried = controller.try_out({"job.gross_annual_salary": pay}, procedure="accelerated")
    assert controller.case == case
    variant = differing(case, tried.new.case, "weniger Lohn")
    assert variant.answers == {"job.gross_annual_salary": pay}
    controller.do(KeepVariant(variant))
    assert controller.assessment() == outlook(case, LIBRARY, TODAY).assessment
    controller.do(TakeVariant("weniger Lohn"))
    assert controller.case is not None
    assert controller.case.answers["job.gross_annual_salary"] == pay
    controller.undo()
    assert controller.case.answers == case.answers
    assert controller.case.variants == (variant,)


@SLOW
@given(changes())
def test_a_kept_variant_is_saved_exported_and_taken_as_it_was_shown(
    controller: Controller, change: tuple[Case, Command]
) -> None:
    case, command = change
    controller.keep(case)
    tried = command.apply(case)[0]
    variant = differing(case, tried, "Versuch")
    seen = controller.try_out(variant.answers, variant.route, variant.procedure)
    controller.do(KeepVariant(variant))
    kept = controller.case
    assert kept is not None
    controller.open(str(controller.case_id))
    assert controller.case == kept
    assert read_case(write_case(kept, "yaml"), "fall.yaml", LIBRARY) == kept
    assert outlook_of(variant, kept, outlook(kept, LIBRARY, TODAY)).plan == seen.new.plan

    controller.do(TakeVariant("Versuch"))
    taken = outlook(controller.case or Case(""), LIBRARY, TODAY)
    assert taken.case == replace(seen.new.case, variants=kept.variants)
    assert (taken.assessment, taken.route, taken.plan) == (seen.new.assessment, seen.new.route, seen.new.plan)
    if taken.case != kept:
        controller.undo()
    assert controller.case == kept


def test_renaming_a_variant_keeps_its_place_and_never_hides_another(controller: Controller) -> None:
    controller.keep(_developer())
    for name in ("a", "b", "c"):
        controller.do(KeepVariant(Variant(name, {"job.gross_annual_salary": Decimal(50000)})))
    controller.do(RenameVariant("b", "c"))
    assert [one.name for one in controller.case.variants] == ["a", "b", "c"]  # type: ignore[union-attr]
    controller.do(RenameVariant("b", "d"))
    assert [one.name for one in controller.case.variants] == ["a", "d", "c"]  # type: ignore[union-attr]
    controller.undo()
    assert [one.name for one in controller.case.variants] == ["a", "b", "c"]  # type: ignore[union-attr]


def test_a_quick_check_becomes_a_case_only_when_kept(controller: Controller, path: Path) -> None:
    before = path.read_bytes()
    quick_check(assess(Situation(LIBRARY, {"job.purpose": "employment"}, TODAY)))
    assert path.read_bytes() == before
    case_id = controller.keep_answers({"job.purpose": "employment"}, "Schnellprüfung")
    assert controller.case_id == case_id
    assert controller.case == Case(
        "Schnellprüfung", {"job.purpose": "employment"}, content_version=LIBRARY.content.version
    )
    assert [row.id for row in controller.overview()] == [case_id]
