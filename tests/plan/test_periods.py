"""Periods reckoned by hand: §§ 187 to 193 BGB, Saxon holidays."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from employer_assistant.content.library import Library
from employer_assistant.content.model import Deadline, Text
from employer_assistant.plan.calendar import PeriodUnit, is_working_day, last_working_day, latest_start, rolled, shifted
from employer_assistant.plan.deadlines import day_of


@pytest.mark.parametrize(
    ("anchor", "value", "unit", "end"),
    [
        (date(2026, 11, 23), 10, "calendar_days", date(2026, 12, 3)),
        (date(2026, 11, 4), 2, "weeks", date(2026, 11, 18)),
        (date(2027, 1, 31), 1, "months", date(2027, 2, 28)),
        (date(2028, 1, 31), 1, "months", date(2028, 2, 29)),
        (date(2028, 2, 29), 1, "years", date(2029, 2, 28)),
        (date(2027, 2, 28), 1, "months", date(2027, 3, 28)),  # not the last of the month
        (date(2026, 10, 31), 4, "months", date(2027, 2, 28)),  # the whole span at once, over the year's end
        (date(2026, 11, 12), 3, "werktage_mo_sat", date(2026, 11, 16)),  # Fri, Sat, Mon
        (date(2026, 11, 16), 3, "werktage_mo_sat", date(2026, 11, 20)),  # Tue, not Buß- und Bettag, Thu, Fri
        (date(2026, 11, 12), 3, "working_days_mo_fr", date(2026, 11, 17)),
        (date(2026, 12, 23), 2, "working_days_mo_fr", date(2026, 12, 28)),  # 24 Dec counts, 25 and 26 do not
        (date(2026, 11, 20), -3, "werktage_mo_sat", date(2026, 11, 16)),
        (date(2027, 3, 31), -1, "months", date(2027, 2, 28)),
    ],
)
def test_the_whole_span_is_added_at_once(
    library: Library, anchor: date, value: int, unit: PeriodUnit, end: date
) -> None:
    assert shifted(anchor, value, unit, library.holidays) == end


@pytest.mark.parametrize(
    ("day", "where", "working"),
    [
        (date(2026, 11, 18), "saxony", date(2026, 11, 19)),  # Buß- und Bettag
        (date(2026, 11, 18), "none", date(2026, 11, 18)),  # no holiday in Berlin
        (date(2026, 11, 18), "mission", date(2026, 11, 18)),
        (date(2026, 11, 21), "mission", date(2026, 11, 23)),  # Saturday
        (date(2027, 3, 26), "saxony", date(2027, 3, 30)),  # Good Friday to the Tuesday after Easter
        (date(2027, 3, 26), "none", date(2027, 3, 26)),
        (date(2027, 1, 1), "saxony", date(2027, 1, 4)),
        (date(2026, 12, 31), "saxony", date(2026, 12, 31)),
        (date(2026, 6, 4), "saxony", date(2026, 6, 4)),  # Fronleichnam: not state-wide
    ],
)
def test_a_day_off_runs_to_the_next_working_day(library: Library, day: date, where: str, working: date) -> None:
    assert rolled(day, where, library.holidays) == working


def test_the_last_working_day_goes_back_over_easter(library: Library) -> None:
    assert last_working_day(date(2027, 3, 29), library.holidays) == date(2027, 3, 25)
    assert not is_working_day(date(2027, 5, 1), library.holidays)


@pytest.mark.parametrize(
    ("relation", "rolls", "end"),
    [
        ("within", True, date(2027, 3, 30)),
        ("valid_for", False, date(2027, 3, 26)),
        ("deemed_after", False, date(2027, 3, 26)),
        ("at_least_before", False, date(2027, 2, 26)),
    ],
)
def test_only_periods_to_act_roll(library: Library, relation: str, rolls: bool, end: date) -> None:
    clause = Deadline(
        text=Text(de="x", en="x"),
        relation=relation,
        value=2,
        unit="weeks",
        anchor_event="entry",
        rolls=rolls,
        holidays_of="saxony",
        strength="statute",
    )
    assert day_of(clause, date(2027, 3, 12), library.holidays) == end


@pytest.mark.parametrize("value", [0, 1, 2, 6, 11])
@pytest.mark.parametrize("unit", ["calendar_days", "weeks", "months"])
def test_counting_back_finds_the_last_day_that_is_in_time(value: int, unit: PeriodUnit) -> None:
    for offset in range(800):
        finish = date(2027, 1, 1) + timedelta(days=offset)
        start = latest_start(finish, value, unit)
        assert shifted(start, value, unit, ()) <= finish < shifted(start + timedelta(days=1), value, unit, ())
