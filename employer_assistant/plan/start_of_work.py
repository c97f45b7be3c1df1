"""The one day from which everything is counted that hangs on the start of work."""

from __future__ import annotations

from datetime import date

from employer_assistant.plan.model import Range, StartOfWork, StartReason
from employer_assistant.plan.road import Road

AGREED = "contract_start"
"""The event of the start that the contract names."""


def not_before(days: Range, wished: date | None) -> Range:
    """Return the days on which work can begin, none of them before the day that is agreed or wished."""
    if wished is None:
        return days
    latest = None if days.latest is None else max(days.latest, wished)
    return Range(max(days.earliest, wished), max(days.likely, wished), latest)


def reckoned(road: Road) -> Range | None:
    """Return the first working day as the plan reckons with it; None once it is over."""
    start = start_of_work(road)
    return None if start.reason == "entered" else not_before(road.finish, start.wished)


def start_of_work(road: Road) -> StartOfWork:
    """Return the day that is entered, else the later of the day agreed or wished and the first one likely possible.

    A day that is agreed or wished stays as it is, also on a Sunday; a possible one is a working day.
    """
    possible = road.finish.likely
    agreed = road.events.get(AGREED)
    wished = agreed or road.setting.wished
    if road.dated[road.milestone.step.id].done:
        return StartOfWork(possible, "entered", wished, possible)
    named: StartReason = "agreed" if agreed else "wished"
    if wished is not None and wished > possible:
        return StartOfWork(wished, named, wished, possible)
    early = wished is not None and wished < possible
    return StartOfWork(possible, "too_early" if early else "possible", wished, possible)
