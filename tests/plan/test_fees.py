"""What a step costs: the fee of the title in question (§§ 44-47 AufenthV), with the figures valid at its time."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from made_plans import Planner
from msgspec.structs import replace

from employer_assistant.content.library import Library
from employer_assistant.plan.fees import fee_on
from employer_assistant.plan.model import Plan, PlannedStep
from employer_assistant.rules.assessment import Status

HERE: dict[str, Any] = {"person.location": "germany", "person.citizenship": ("IN",)}


def _step(plan: Plan, step: str) -> PlannedStep:
    return next(one for one in plan.steps if one.step.id == step)


@pytest.mark.parametrize(
    ("route", "answers", "amounts", "norm"),
    [
        ("settlement-18c", {"qualification.highly_qualified": False}, (113, 113), "§ 44 Nr. 3"),
        ("settlement-18c", {}, (113, 113), "§ 44 Nr. 3"),
        ("settlement-18c", {"qualification.highly_qualified": True}, (113, 147), "§ 44 Nr. 1"),
        ("vocational-18a", {"person.status_in_germany": "training"}, (98, 100), "§ 45 Nr. 3"),
        ("vocational-18a", {"person.status_in_germany": "blue_card"}, (100, 100), "§ 45 Nr. 1"),
        ("blue-card-regular", {"person.status_in_germany": "study"}, (100, 100), "§ 45 Nr. 1"),
        ("training-tolerated-16g-60c", {"person.status_in_germany": "toleration"}, (58, 100), "§ 47 Abs. 1 Nr. 5"),
    ],
)
def test_each_title_has_the_fee_of_the_ordinance(
    planner: Planner, route: str, answers: dict[str, Any], amounts: tuple[int, int], norm: str
) -> None:
    plan = planner(route, answers={**HERE, **answers}, status=Status.OPEN)
    fee = _step(plan, "title-application-in-germany").fee
    assert (fee.min, fee.max) == amounts
    assert fee.basis is not None
    assert norm in fee.basis.de
    item = next(item for item in plan.items if item.step == "title-application-in-germany")
    assert (item.min, item.max, item.basis) == (fee.min, fee.max, fee.basis)


@pytest.mark.parametrize(
    ("occupation", "procedure", "step", "amounts"),
    [
        ("konstruktionsmechaniker", "accelerated", "recognition-application-accelerated", (500, 1200)),
        ("metallbauer", "accelerated", "recognition-application-accelerated", (None, None)),
        ("pflegefachmann", "accelerated", "recognition-application-accelerated", (None, None)),
        ("metallbauer", "regular", "recognition-application-regular", (100, 600)),
        ("pflegefachmann", "regular", "recognition-application-regular", (100, 650)),
    ],
)
def test_a_tariff_is_that_of_the_body_that_decides(
    planner: Planner, occupation: str, procedure: Any, step: str, amounts: tuple[int | None, int | None]
) -> None:
    plan = planner("vocational-18a", procedure, answers={"person.location": "abroad", "job.occupation": occupation})
    fee = _step(plan, step).fee
    assert (fee.min, fee.max) == amounts
    assert fee.basis or fee.reason, "an amount that is not known says why"


def test_the_extension_of_a_mobile_ict_card_costs_less(planner: Planner) -> None:
    mobile, usual = (
        _step(planner(route, answers=HERE, status=Status.OPEN), "extension").fee
        for route in ("mobile-ict-19b", "vocational-18a")
    )
    assert (mobile.min, mobile.max) == (70, 70)
    assert (usual.min, usual.max) == (93, 96)


def _library_with(library: Library, *periods: tuple[int, str, str | None, str]) -> Library:
    """Return the content with other values of the visa fee: amount, first day, last day, status."""
    figure = library.figures["fee-visa-d"]
    values = tuple(
        replace(
            figure.values[0],
            value=Decimal(amount),
            valid_from=date.fromisoformat(first),
            valid_to=date.fromisoformat(last) if last else None,
            status=status,
        )
        for amount, first, last, status in periods
    )
    figures = tuple(replace(one, values=values) if one.id == figure.id else one for one in library.content.figures)
    return Library(replace(library.content, figures=figures))


@pytest.mark.parametrize(
    ("then", "amounts"),
    [
        ((90, "2027-01-01", None, "enacted"), (90, 90)),
        ((90, "2027-01-01", None, "draft"), (None, None)),
        ((90, "2029-01-01", None, "enacted"), (None, None)),
    ],
)
def test_a_plan_into_the_new_year_takes_the_figure_of_that_year_or_says_it_is_not_known(
    planner: Planner, library: Library, then: tuple[int, str, str | None, str], amounts: tuple[int | None, int | None]
) -> None:
    content = _library_with(library, (75, "2021-05-01", "2026-12-31", "in_force"), then)
    answers = {"person.location": "abroad", "person.citizenship": ("VN",)}
    plan = planner("vocational-18a", answers=answers, status=Status.OPEN, content=content)
    visa = _step(plan, "visa-appointment")
    assert visa.start is not None
    assert visa.start.likely.year == 2027
    assert (visa.fee.min, visa.fee.max) == amounts
    item = next(item for item in plan.items if item.step == "visa-appointment")
    assert item.certainty == ("exact" if amounts[0] else "unknown")
    assert ("visa-appointment" in plan.costs["worker"].unknown) == (amounts[0] is None)
    if amounts[0] is None:
        assert "2027" in str(visa.fee.reason)
    now = fee_on(content.steps["visa-appointment"].fee, date(2026, 12, 31), content)
    assert (now.min, now.max) == (75, 75)


@pytest.mark.parametrize(
    ("family", "visas", "titles", "on_top"),
    [
        ("none", None, 100, ()),
        ("spouse", Decimal(75), 100 + 100, ()),
        ("children", Decimal("37.5"), 100 + 50, ("weitere Kind, 37,50 €", "weitere Kind, 50 €")),
        ("spouse_and_children", Decimal("112.5"), 100 + 100 + 50, ("weitere Kind, 37,50 €", "weitere Kind, 50 €")),
    ],
)
def test_what_the_family_pays_is_reckoned_for_named_persons_and_the_rest_is_named(
    planner: Planner, family: str, visas: Decimal | None, titles: int, on_top: tuple[str, ...]
) -> None:
    """Visas: § 46 Abs. 2 Nr. 1, § 50 AufenthV; the family's titles: § 45 Nr. 1. Nobody asks how many children come."""
    answers = {"person.location": "abroad", "person.citizenship": ("TR",), "person.family_joins": family}
    plan = planner("vocational-18a", answers=answers, status=Status.OPEN)
    found = {item.step: item for item in plan.items}
    assert ("family-visa" in found) == (visas is not None)
    if visas is not None:
        assert found["family-visa"].min == found["family-visa"].max == visas
    assert sum(item.max or 0 for item in plan.items if item.step == "residence-title-application") == titles
    said = [text.de for text in plan.costs["worker"].on_top]
    assert len(said) == len(on_top)
    assert all(part in text for part, text in zip(on_top, said, strict=True))


@pytest.mark.parametrize(
    ("route", "step", "amounts"),
    [
        ("vocational-18a", "practice-licence", (70, 70)),
        ("vocational-18a", "recognition-application-regular", (100, 650)),
        ("recognition-measure-16d1", "recognition-application-regular", (170, 720)),
        ("recognition-partnership-16d3", "recognition-after-entry", (170, 720)),
    ],
)
def test_the_licence_of_the_ksv_is_counted_once(
    planner: Planner, route: str, step: str, amounts: tuple[int, int]
) -> None:
    """100 to 650 € for the equivalence and 70 € for the licence (FAQ of the Saxon coordination office)."""
    plan = planner(
        route, answers={"person.location": "abroad", "job.occupation": "pflegefachmann", "job.regulated": "yes"}
    )
    item = next(item for item in plan.items if item.step == step)
    assert (item.min, item.max) == amounts


@pytest.mark.parametrize(
    "route", ["recognition-measure-16d1", "recognition-partnership-16d3", "placement-agreement-16d4"]
)
@pytest.mark.parametrize("occupation", ["pflegefachmann", "metallbauer"])
def test_the_licence_after_the_measure_is_told_once_whatever_the_state_of_recognition(
    planner: Planner, route: str, occupation: str
) -> None:
    """What is applied for already is paid; the 70 € for the licence come with the end of the measure."""
    for state in ("none", "refused", "applied", "partial"):
        answers = {"person.location": "abroad", "job.occupation": occupation, "job.regulated": "yes"}
        plan = planner(route, answers={**answers, "qualification.recognition": state}, status=Status.OPEN)
        told = [one for one in plan.items if one.min in (70, 170)]
        assert len(told) == (occupation == "pflegefachmann"), (state, told)
        assert {one.payer for one in told if one.min == 70} <= {"negotiable"}, state


def test_who_changes_from_temporary_protection_pays_the_change_of_purpose(planner: Planner) -> None:
    answers = {**HERE, "person.status_in_germany": "temporary_protection", "person.document_allows_this_job": "yes"}
    fee = _step(planner("vocational-18a", answers=answers, status=Status.OPEN), "residence-title-application").fee
    assert (fee.min, fee.max) == (98, 100)
