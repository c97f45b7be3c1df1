"""Change previews and variants, by example. What holds for any change: test_any_change.py, test_any_trial.py."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from worked import LIBRARY

from employer_assistant.app import Controller
from employer_assistant.cases.case_file import read_case
from employer_assistant.cases.commands import Answer, ChooseProcedure, Rename
from employer_assistant.cases.model import Case, Variant
from employer_assistant.cases.preview import outlook
from employer_assistant.cases.variants import KeepVariant, RenameVariant, TakeVariant, commands_of
from employer_assistant.cases.view import situation_of
from employer_assistant.content.library import Library
from employer_assistant.rules.assessment import Status, assess
from employer_assistant.rules.quick_check import quick_check
from employer_assistant.rules.situation import Situation

TODAY = date(2026, 11, 22)
SAMPLES = sorted((Path(__file__).resolve().parent.parent / "resources" / "samples").glob("*.yaml"))
CASES = [read_case(path.read_bytes(), path.name, LIBRARY) for path in SAMPLES]


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
    variant = Variant("weniger Lohn", {"job.gross_annual_salary": pay}, procedure="accelerated")
    tried = controller.preview(TakeVariant(commands_of(variant, case, controller.situation())))
    assert controller.case == case
    controller.do(KeepVariant(variant))
    assert controller.assessment() == outlook(case, LIBRARY, TODAY).assessment
    controller.do(TakeVariant(commands_of(variant, case, controller.situation())))
    assert controller.case is not None
    assert controller.case.answers == tried.new.case.answers
    assert controller.case.procedure == "accelerated"
    controller.undo()
    assert controller.case.answers == case.answers
    assert controller.case.variants == (variant,)


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


def test_of_two_ticks_with_one_event_the_earlier_day_counts(library: Library) -> None:
    ticks = {"residence-title-application": date(2026, 11, 22), "title-application-in-germany": date(2026, 9, 1)}
    for some in (ticks, dict(reversed(ticks.items()))):
        events = situation_of(Case("Musterfall", {}, ticks=some), library, date(2026, 11, 23)).events
        assert events == {"title_application_filed": date(2026, 9, 1)}
