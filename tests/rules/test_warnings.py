"""Warnings: said when they are due, silent otherwise, and never a status."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from worked import Reader

from employer_assistant.content.library import Library
from employer_assistant.rules.assessment import assess
from employer_assistant.rules.warnings import telling, warnings

DAY = date(2026, 11, 22)


def _said(library: Library, base: str, changes: dict[str, Any], on: date = DAY) -> list[tuple[str, dict[str, str]]]:
    assessment = assess(Reader(library).situation(base, changes, on))
    return [(warning.id, dict(warning.values)) for warning in warnings(assessment)]


def test_nothing_to_say(library: Library) -> None:
    assert _said(library, "vocational-18a", {}) == []


def test_no_title_needed_is_the_only_warning(library: Library) -> None:
    said = _said(library, "vocational-18a", {"person.free_movement_right": "true", "job.start_wished": "2020-01-01"})
    assert said == [("no-title-needed", {})]
    assert assess(Reader(library).situation("newcomer", {"person.free_movement_right": "true"})).routes == ()


def test_start_in_past(library: Library) -> None:
    said = _said(library, "vocational-18a", {"job.start_wished": "2026-11-21"})
    assert said == [("start-in-past", {"day": "2026-11-21"})]
    assert _said(library, "vocational-18a", {"job.start_wished": "2026-11-22"}) != said


@pytest.mark.parametrize(
    ("year", "warning"), [("2026", None), ("2027", "figure-not-final"), ("2028", "figure-not-known")]
)
def test_figure_of_the_planned_year(library: Library, year: str, warning: str | None) -> None:
    said = _said(library, "blue-card-regular", {"job.start_wished": f"{year}-12-01"})
    about = [name for name, values in said if values.get("figure") == "blue-card-regular"]
    assert about == ([warning] if warning else [])
    assert all(values["year"] == year for name, values in said if "year" in values)


def test_figures_of_closed_routes_are_not_mentioned(library: Library) -> None:
    said = _said(library, "training-16a", {"job.start_wished": "2028-01-01"})
    figures = {values["figure"] for name, values in said if "figure" in values}
    assert "livelihood-16a-vocational" in figures
    assert "blue-card-regular" not in figures


def test_birthday_in_a_year_without_final_figures_is_a_boundary_and_a_figure(library: Library) -> None:
    changes = {"person.birth_date": "1982-02-01", "job.start_wished": "2027-02-01"}
    assessment = assess(Reader(library).situation("vocational-18a", changes))
    about = {(w.values["condition"], w.values["route"]) for w in warnings(assessment) if w.id == "boundary"}
    # A pay below the threshold of 2026; that of 2027 is a draft, but the birthday passes whatever it will be.
    assert ("vocational-18a.c4", "vocational-18a") in about
    rich = assess(Reader(library).situation("vocational-18a", {**changes, "person.old_age_provision": "true"}))
    assert not any(w.id == "boundary" and w.values["route"] == "vocational-18a" for w in warnings(rich))
    final = any(w.id == "figure-not-final" and w.values["figure"] == "age-45-plus" for w in warnings(assessment))
    assert final
    assert assessment.route("vocational-18a").status.id == "open"


@pytest.mark.parametrize(("born", "crossed"), [("1981-12-15", True), ("1981-12-16", False)])
def test_birthday_before_a_planned_day_of_this_year(library: Library, born: str, crossed: bool) -> None:
    changes = {"person.birth_date": born, "job.start_wished": "2026-12-15"}
    said = _said(library, "vocational-18a", changes)
    boundary = ("boundary", {"condition": "vocational-18a.c4", "route": "vocational-18a"})
    assert (boundary in said) == crossed


def test_warnings_are_said_once(library: Library) -> None:
    said = _said(library, "blue-card-regular", {"job.start_wished": "2027-02-01"}, on=date(2027, 1, 1))
    keys = [(name, tuple(sorted(values.items()))) for name, values in said]
    assert len(keys) == len(set(keys))


def test_figures_name_the_routes_they_concern_and_low_ranked_ones_are_not_told(library: Library) -> None:
    assessment = assess(Reader(library).situation("vocational-18a", {"job.start_wished": "2027-06-01"}))
    said = warnings(assessment)
    told = telling(said, assessment)
    assert assessment.best is not None
    last = assessment.best.route.rank
    ranks = {found.route.id: found.route.rank for found in assessment.routes}
    figures = [warning for warning in said if "figure" in warning.values]
    assert figures
    assert all(warning.routes for warning in figures)
    assert all(assessment.route(route).status.id != "closed" for warning in figures for route in warning.routes)
    for warning in figures:
        near = any(ranks[route] <= last for route in warning.routes)
        assert (warning in told) == (near and warning.values.get("case") != "idle"), warning
    assert len(told) < len(said)


def test_a_warning_of_the_whole_case_is_always_told(library: Library) -> None:
    assessment = assess(Reader(library).situation("vocational-18a", {"job.start_wished": "2026-11-21"}))
    assert [warning.id for warning in telling(warnings(assessment), assessment)] == ["start-in-past"]


@pytest.mark.parametrize(
    ("changes", "below"),
    [
        ({"job.gross_annual_salary": "28912", "job.weekly_hours": "40"}, False),
        ({"job.gross_annual_salary": "28911.99", "job.weekly_hours": "40"}, True),
        ({"job.gross_annual_salary": "15000", "job.weekly_hours": "20"}, False),
        ({"job.gross_annual_salary": "28912", "job.weekly_hours": "40", "job.start_wished": "2027-01-04"}, True),
        ({"job.gross_annual_salary": "28911.99", "job.weekly_hours": "unknown"}, False),
        ({"job.gross_annual_salary": "100", "job.weekly_hours": "40", "job.purpose": "apprenticeship"}, False),
    ],
)
def test_pay_below_the_minimum_wage(library: Library, changes: dict[str, str], below: bool) -> None:
    said = dict(_said(library, "vocational-18a", changes))
    assert ("below-minimum-wage" in said) == below


@pytest.mark.parametrize(
    ("occupation", "level", "said"),
    [
        ("lagerhelfer", "skilled", True),
        ("lagerhelfer", "academic", True),
        ("lagerhelfer", "helper", False),
        ("lagerhelfer", "unknown", False),
        ("tischler", "skilled", False),
        ("unknown", "skilled", False),
    ],
)
def test_a_helper_occupation_in_a_skilled_job_is_named(
    library: Library, occupation: str, level: str, said: bool
) -> None:
    changes = {"job.occupation": occupation, "job.level": level}
    found = dict(_said(library, "vocational-18a", changes))
    assert ("helper-as-skilled" in found) == said


@pytest.mark.parametrize(
    ("citizenship", "said"), [(("FR",), True), (("VN", "IT"), True), (("GB",), False), (("VN",), False)]
)
def test_denied_free_movement_beside_an_eu_citizenship_is_named(
    library: Library, citizenship: tuple[str, ...], said: bool
) -> None:
    answers = {"person.citizenship": citizenship, "person.free_movement_right": "false"}
    found = [name for name, _ in _said(library, "vocational-18a", answers)]
    assert ("free-movement-denied" in found) == said


@pytest.mark.parametrize(
    ("pay", "case"), [("50700", "between"), ("53099", "between"), ("53100", "reaches"), ("55499", "reaches")]
)
def test_pay_between_the_figure_of_now_and_the_draft_is_told(library: Library, pay: str, case: str) -> None:
    said = _said(library, "blue-card-regular", {"job.start_wished": "2027-02-01", "job.gross_annual_salary": pay})
    values = next(values for name, values in said if values.get("figure") == "blue-card-regular")
    assert (values["case"], values["pay_now"], values["pay_draft"]) == (case, "50700", "53100")


@pytest.mark.parametrize(("pay", "told"), [("55499", True), ("55500", False), ("90000", False)])
def test_a_draft_that_the_pay_reaches_by_far_is_not_told(library: Library, pay: str, told: bool) -> None:
    """53,100 is drafted for 50,700: a pay of 55,500 would reach a rise twice as large."""
    changes = {"job.start_wished": "2027-02-01", "job.gross_annual_salary": pay}
    assessment = assess(Reader(library).situation("blue-card-regular", changes))
    found = {one.values.get("figure") for one in telling(warnings(assessment), assessment)}
    assert ("blue-card-regular" in found) == told


def test_a_figure_on_which_nothing_hangs_is_marked_as_such(library: Library) -> None:
    said = _said(library, "vocational-18a", {"job.start_wished": "2027-02-01", "person.birth_date": "1996-01-01"})
    assert [values["case"] for _, values in said if values.get("figure") == "age-45-plus"] == ["idle"]
    older = {"job.start_wished": "2027-02-01", "person.birth_date": "1979-01-01", "job.gross_annual_salary": "56000"}
    told = [values for _, values in _said(library, "vocational-18a", older) if values.get("figure") == "age-45-plus"]
    assert [values["case"] for values in told] == ["between"]
