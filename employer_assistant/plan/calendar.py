"""Periods as §§ 187-193 BGB count them. Saxon holidays are passed in; nothing here reads a clock."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import Literal

from dateutil.relativedelta import relativedelta

PeriodUnit = Literal["calendar_days", "working_days_mo_fr", "werktage_mo_sat", "weeks", "months", "years"]
HolidaysOf = Literal["saxony", "mission", "none"]

_WEEKDAYS_COUNTED = {"working_days_mo_fr": 5, "werktage_mo_sat": 6}


def shifted(anchor: date, value: int, unit: PeriodUnit, holidays: Collection[date]) -> date:
    """Return the last day of a period that begins with the event of the anchor day; negative values count back.

    The day of the event does not count (§ 187 BGB). Months and years end on the day of the same number, or on the last
    of the month if it has none (§ 188 BGB). Only the two units of working days look at the holidays.
    """
    match unit:
        case "calendar_days":
            return anchor + timedelta(days=value)
        case "weeks":
            return anchor + timedelta(weeks=value)
        case "months":
            return anchor + relativedelta(months=value)
        case "years":
            return anchor + relativedelta(years=value)
    return _counted(anchor, value, _WEEKDAYS_COUNTED[unit], holidays)


def _counted(anchor: date, value: int, weekdays: int, holidays: Collection[date]) -> date:
    one = timedelta(days=1 if value > 0 else -1)
    day, left = anchor, abs(value)
    while left:
        day += one
        if day.weekday() < weekdays and day not in holidays:
            left -= 1
    return day


def rolled(day: date, holidays_of: HolidaysOf, holidays: Collection[date]) -> date:
    """Return the day, or the next working day if it is a Saturday, a Sunday or a holiday at the place of the act.

    Only Saxon holidays are known: abroad and elsewhere in Germany (``mission``, ``none``) weekends alone count.
    """
    return next_working_day(day, holidays if holidays_of == "saxony" else ())


def next_working_day(day: date, holidays: Collection[date]) -> date:
    """Return the day, or the working day after it."""
    while not is_working_day(day, holidays):
        day += timedelta(days=1)
    return day


def last_working_day(day: date, holidays: Collection[date]) -> date:
    """Return the day, or the working day before it."""
    while not is_working_day(day, holidays):
        day -= timedelta(days=1)
    return day


def is_working_day(day: date, holidays: Collection[date]) -> bool:
    """Tell whether the day is a Monday to Friday and no holiday."""
    return day.weekday() < 5 and day not in holidays


def latest_start(finish: date, value: int, unit: PeriodUnit) -> date:
    """Return the last day from which the period still ends by ``finish`` (not for units of working days).

    Month ends make several starts reach the same day; the last of them is meant.
    """
    start = shifted(finish, -value, unit, ())
    while shifted(start + timedelta(days=1), value, unit, ()) <= finish:
        start += timedelta(days=1)
    return start
