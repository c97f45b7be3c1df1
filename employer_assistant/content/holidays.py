"""Public holidays for the pack, taken from the `holidays` library when the pack is built."""

from __future__ import annotations

from datetime import date

FIRST_YEAR, LAST_YEAR = 2020, 2050
CHRISTMAS_EVE, NEW_YEARS_EVE = (12, 24), (12, 31)


def saxon_holidays() -> tuple[date, ...]:
    """Return the state-wide holidays (§ 1 SächsSFG), Buß- und Bettag included.

    Fronleichnam is a holiday in a few municipalities only, which no source at hand names: it is not counted.
    """
    return _of_land("SN")


def mission_holidays() -> tuple[date, ...]:
    """Return the days on which German missions abroad are closed: those of Berlin (Foreign Office, 2019).

    Holidays of the receiving state, which a mission may keep as well, are in no source at hand.
    """
    return _of_land("BE")


def desk_days_off() -> tuple[date, ...]:
    """Return the days that are no holidays, but on which public offices give their people time off.

    § 6 (3) TVöD and TV-L, § 6 AZV (dbb explains them, read on 2026-11-23). Only plans heed them: periods of law end
    on them as on any working day.
    """
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    return tuple(date(year, *day) for year in years for day in (CHRISTMAS_EVE, NEW_YEARS_EVE))


def _of_land(land: str) -> tuple[date, ...]:
    import holidays

    table = holidays.country_holidays("DE", subdiv=land, years=range(FIRST_YEAR, LAST_YEAR + 1))
    return tuple(sorted(table))
