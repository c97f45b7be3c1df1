"""On which days the desk of a step is closed. Plans move to open days; periods of law are counted by `calendar`."""

from __future__ import annotations

from datetime import date

from employer_assistant.content.library import Library
from employer_assistant.content.model import Step

AUTHORITIES = frozenset({"abh", "ba", "recognition_body", "mission"})
"""Who acts in office hours only."""
ADVICE = frozenset({"welcome_center", "fair_integration"})
"""Roles that advise beside a step; the step itself does not wait until they open."""
MISSION = "mission"


def closed_days(step: Step, library: Library) -> frozenset[date] | None:
    """Return the days off of the desk that a step needs open; None if it needs none. Weekends come on top.

    Desks in Germany keep the Saxon holidays here, missions those of Berlin, both Christmas Eve and New Year's Eve. Work
    starts on a working day, too, and these two are such days by law.
    """
    if step.milestone:
        return library.holidays
    if MISSION in (step.office, step.responsible):
        return library.closed_missions
    needed = step.open_desk or step.responsible in AUTHORITIES
    desk = step.office is not None and step.office not in ADVICE
    return library.closed_desks if needed or desk else None
