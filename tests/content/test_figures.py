"""Figures of law: exact to the cent and to the day, and nothing outside the known periods."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from employer_assistant.content.figures import DECIDING, computed_figures, value_on
from employer_assistant.content.library import Library
from employer_assistant.content.model import Figure, FigureValue, Text
from employer_assistant.rules.situation import Situation

WORDS = Text(de="Zahl", en="Figure")


def value(
    amount: str, start: str, end: str | None = None, status: str = "in_force", sources: tuple[str, ...] = ("law",)
) -> FigureValue:
    return FigureValue(
        value=Decimal(amount),
        valid_from=date.fromisoformat(start),
        valid_to=date.fromisoformat(end) if end else None,
        status=status,  # type: ignore[arg-type]
        norm="§ 1",
        sources=sources,
    )


def figure(*values: FigureValue, **more: object) -> Figure:
    return Figure(id="one", label=WORDS, unit=WORDS, values=values, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("figure_id", "on", "amount", "status"),
    [
        ("bbg-rv-year", "2024-12-31", "90600", "in_force"),
        ("bbg-rv-year", "2025-01-01", "96600", "in_force"),
        ("blue-card-regular", "2025-06-30", "48300", "in_force"),
        ("blue-card-regular", "2026-01-01", "50700", "in_force"),
        ("blue-card-regular", "2026-12-31", "50700", "in_force"),
        ("blue-card-regular", "2027-01-01", "53100", "draft"),
        ("blue-card-reduced", "2024-02-29", "41041.8", "in_force"),
        ("blue-card-reduced", "2026-12-31", "45934.2", "in_force"),
        ("blue-card-reduced", "2027-01-01", "48108.6", "draft"),
        ("experienced-worker", "2026-11-22", "45630", "in_force"),
        ("age-45-plus", "2026-11-22", "55770", "in_force"),
    ],
)
def test_the_value_of_a_day(library: Library, figure_id: str, on: str, amount: str, status: str) -> None:
    found = value_on(library.figures[figure_id], date.fromisoformat(on))
    assert found is not None
    assert str(found.value) == amount, "written without trailing zeros or powers of ten"
    assert found.status == status


@pytest.mark.parametrize("on", ["2023-12-31", "2028-01-01", "1990-01-01"])
def test_outside_the_known_periods_there_is_no_value(library: Library, on: str) -> None:
    assert value_on(library.figures["blue-card-regular"], date.fromisoformat(on)) is None


def test_a_draft_is_seen_but_decides_nothing(library: Library) -> None:
    last, first = (Situation(library, {}, date.fromisoformat(day)) for day in ("2026-12-31", "2027-01-01"))
    assert last.deciding_figure("blue-card-reduced") == Decimal("45934.2")
    assert first.figure("blue-card-reduced") is not None
    assert first.deciding_figure("blue-card-reduced") is None
    assert "draft" not in DECIDING
    assert "projection" not in DECIDING


def test_both_days_of_a_period_belong_to_it() -> None:
    one = figure(value("1", "2026-01-01", "2026-01-31"))
    assert [value_on(one, date(2026, 1, day)) is not None for day in (1, 31)] == [True, True]
    assert value_on(one, date(2025, 12, 31)) is None
    assert value_on(one, date(2026, 2, 1)) is None


def test_a_period_without_end_is_open_until_the_next_value() -> None:
    one = figure(value("1", "2020-01-01"), value("2", "2026-03-01"))
    assert [str(found.value) for day in (28, 29) if (found := value_on(one, date(2024, 2, day)))] == ["1", "1"]
    later = value_on(one, date(2026, 3, 1))
    assert later is not None
    assert later.value == 2


def test_a_share_is_rounded_to_the_cent_and_keeps_period_status_and_source() -> None:
    base = value("100.01", "2026-01-01", "2026-12-31", "draft", ("law-x",))
    share = Figure(id="share", label=WORDS, unit=WORDS, percentage=Decimal("45.3"), base="one", norm="§ 2", values=())
    (_, computed) = computed_figures((figure(base), share))
    (found,) = computed.values
    assert found.value == Decimal("45.30")
    assert (found.valid_from, found.valid_to, found.status) == (base.valid_from, base.valid_to, "draft")
    assert (found.norm, found.sources) == ("§ 2", ("law-x",))


def test_a_share_of_an_unknown_base_has_no_values() -> None:
    share = Figure(id="share", label=WORDS, unit=WORDS, percentage=Decimal(50), base="nothing")
    assert computed_figures((share,))[0].values == ()
