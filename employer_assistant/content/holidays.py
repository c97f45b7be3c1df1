"""Public holidays for the pack, taken from the `holidays` library when the pack is built."""

from __future__ import annotations

from datetime import date

FIRST_YEAR, LAST_YEAR = 2020, 2050


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


def _of_land(land: str) -> tuple[date, ...]:
    import holidays

    table = holidays.country_holidays("DE", subdiv=land, years=range(FIRST_YEAR, LAST_YEAR + 1))
    return tuple(sorted(table))
