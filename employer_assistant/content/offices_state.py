"""How far the details of a desk can be relied on: age, confidence, what this user confirmed, money that ends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from employer_assistant.content.model import Body, Checked, Confidence, Office

OLD_AFTER_YEARS = 2
_STATED = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", re.ASCII)


@dataclass(frozen=True)
class OfficeState:
    """The state of a desk on a day. ``old``: more than 24 months; ``ended``: the money that was voted has run out.

    ``confirmed`` by this user as a whole, ``corrected`` in single fields; ``differing``: the content changed since.
    """

    as_of: str
    dated: bool
    old: bool
    confidence: Confidence
    funded_until: date | None
    ended: bool
    confirmed: Checked | None
    corrected: tuple[Checked, ...]
    differing: tuple[Checked, ...]

    @property
    def wants_check(self) -> bool:
        """Whether the details should be checked before use: low confidence, undated or old, ended, or contradicted."""
        return self.confidence == "low" or not self.dated or self.old or self.ended or bool(self.differing)


def office_state(desk: Office | Body, on: date) -> OfficeState:
    """Return the state of a desk on a day; a year or month without a day counts from its beginning."""
    stated = stated_day(desk.as_of)
    funded = desk.funded_until if isinstance(desk, Office) else None
    whole = next((one for one in desk.checked if not one.field and not one.differs), None)
    return OfficeState(
        desk.as_of,
        stated is not None,
        stated is not None and stated < _years_before(on, OLD_AFTER_YEARS),
        desk.confidence,
        funded,
        funded is not None and funded < on,
        whole,
        tuple(one for one in desk.checked if one.field),
        tuple(one for one in desk.checked if one.differs),
    )


def stated_day(as_of: str) -> date | None:
    """Return the first day that "2024", "2024-08", "2024-08-12" or "2024+" can mean; None for "undated"."""
    found = _STATED.match(as_of)
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        return None


def _years_before(day: date, years: int) -> date:
    leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - years, day=28 if leap_day else day.day)
