"""Public holidays of Saxony for the pack, taken from the `holidays` library when the pack is built."""

from __future__ import annotations

from datetime import date

FIRST_YEAR, LAST_YEAR = 2020, 2050


def saxon_holidays() -> tuple[date, ...]:
    """Return the state-wide holidays (§ 1 SächsSFG), Buß- und Bettag included.

    Fronleichnam is a holiday in a few municipalities only, which no source at hand names: it is not counted.
    """
    import holidays

    years = range(FIRST_YEAR, LAST_YEAR + 1)
    table = holidays.country_holidays("DE", subdiv="SN", years=years)
    return tuple(sorted(table))
