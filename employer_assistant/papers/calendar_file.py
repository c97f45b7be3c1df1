"""Deadlines and next steps as an iCalendar file (RFC 5545): all-day events with alarms, without personal data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from employer_assistant.content.library import Library
from employer_assistant.content.norms import cited
from employer_assistant.content.phrases import phrase, text
from employer_assistant.plan.outlook import Due, Outlook

if TYPE_CHECKING:
    from icalendar import Event

ALARMS = (14, 3)
"""Days before an event on which the calendar reminds."""
HOUR = 9


@dataclass(frozen=True)
class CalendarCase:
    """A case for the calendar. ``title`` may hold a name, so it is written only if it is asked for."""

    id: str
    title: str
    outlook: Outlook


def calendar_file(
    cases: Iterable[CalendarCase], library: Library, language: str, now: datetime, *, titles: bool = False
) -> bytes:
    """Return the calendar of one case or many. ``titles``: whether the titles of the cases stand in it.

    An event keeps its mark (UID) as long as it is about the same rule of the same case, so that an import moves it.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Employer Assistant//DE")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", phrase("calendar.name", language))
    for case in cases:
        for due in case.outlook.dues:
            calendar.add_component(_event(case, _of_due(due, library, language), now, titles=titles))
        step = _of_step(case.outlook, library, language)
        if step is not None:
            calendar.add_component(_event(case, step, now, titles=titles))
    data: bytes = calendar.to_ical()
    return data


@dataclass(frozen=True)
class _Entry:
    key: str
    day: date
    summary: str
    description: str


def _of_due(due: Due, library: Library, language: str) -> _Entry:
    kind = "expiry" if due.what == "expiry" else due.strength
    about = text(library.steps[due.step].title, language) if due.step else text(due.text(library), language)
    parts = [text(due.text(library), language)] if due.step else []
    parts += [phrase(f"calendar.strength.{due.strength}", language)] if due.step else []
    parts += [cited(due.norm, language)] if due.norm else []
    parts += [phrase("calendar.assumed", language)] if due.assumed else []
    parts.append(phrase("disclaimer", language))
    key = f"{due.step or due.event}/{due.clause if due.clause is not None else ''}"
    return _Entry(key, due.day, phrase(f"calendar.{kind}", language, what=about), "\n".join(parts))


def _of_step(found: Outlook, library: Library, language: str) -> _Entry | None:
    """Return the next step as an event of the day; it moves with every new file."""
    if found.next_step is None:
        return None
    step = library.steps[found.next_step]
    who = phrase(f"calendar.who.{step.responsible}", language)
    summary = phrase("calendar.next", language, what=text(step.title, language))
    return _Entry("next", found.on, summary, f"{who}\n{text(step.what, language)}")


def _event(case: CalendarCase, entry: _Entry, now: datetime, *, titles: bool) -> Event:
    from icalendar import Alarm, Event

    event = Event()
    event.add("uid", sha256(f"{case.id}/{entry.key}".encode()).hexdigest()[:32] + "@employer-assistant")
    event.add("dtstamp", now.astimezone(UTC))
    event.add("dtstart", entry.day)
    event.add("dtend", entry.day + timedelta(days=1))
    event.add("summary", f"{case.title}: {entry.summary}" if titles and case.title else entry.summary)
    event.add("description", entry.description)
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    for days in ALARMS:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", entry.summary)
        alarm.add("trigger", timedelta(hours=HOUR) - timedelta(days=days))
        event.add_component(alarm)
    return event
