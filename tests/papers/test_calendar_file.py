"""The calendar file, read back by a parser that is not the one that wrote it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from employer_assistant.content.library import Library
from employer_assistant.papers.calendar_file import ALARMS, CalendarCase, calendar_file
from employer_assistant.plan.model import Progress
from employer_assistant.plan.outlook import outlook
from employer_assistant.rules.answers import Answer
from employer_assistant.rules.situation import Situation
from tests.waited_road import ANSWERS, ROUTE

NOW = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
TODAY = NOW.date()
SECRET = "Nguyễn Thị Lan; \\ , \nBEGIN:VEVENT"
JOB: dict[str, Answer] = {**ANSWERS, "person.passport_expires": date(2029, 2, 28)}


def case(library: Library, on: date = TODAY) -> CalendarCase:
    events = {"advance_consent_issued": date(2026, 11, 20)}
    situation = Situation(library, JOB, on, events)
    return CalendarCase("0123456789abcdef", SECRET, outlook(situation, ROUTE, "accelerated", Progress({}, events)))


def parsed(data: bytes) -> list[dict[str, list[str]]]:
    """Read events as RFC 5545 writes them: CRLF, folded lines, escapes; alarms are kept as triggers."""
    text = data.decode("utf-8")
    assert text.endswith("\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    lines = text.replace("\r\n ", "").replace("\r\n\t", "").split("\r\n")
    events: list[dict[str, list[str]]] = []
    inside: list[str] = []
    for line in filter(None, lines):
        name, _, value = line.partition(":")
        if name == "BEGIN":
            inside.append(value)
            if value == "VEVENT":
                events.append({})
        elif name == "END":
            assert inside.pop() == value
        elif inside[-1] in ("VEVENT", "VALARM"):
            key = name if inside[-1] == "VEVENT" else f"alarm {name}"
            plain = value.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")
            events[-1].setdefault(key, []).append(plain)
    assert inside == []
    return events


def test_every_day_stands_as_an_all_day_event_with_alarms(library: Library) -> None:
    one = case(library)
    found = parsed(calendar_file([one], library, "de", NOW))
    days = sorted(event["DTSTART;VALUE=DATE"][0] for event in found)
    assert days == sorted(f"{day:%Y%m%d}" for day in (*(due.day for due in one.outlook.dues), TODAY))
    consent = next(event for event in found if event["DTSTART;VALUE=DATE"] == ["20270220"])
    assert consent["SUMMARY"][0].startswith("Läuft ab: ")
    assert consent["DTEND;VALUE=DATE"] == ["20270221"]
    assert len(consent["alarm TRIGGER"]) == len(ALARMS)
    assert "-P13DT15H" in consent["alarm TRIGGER"], "nine in the morning, fourteen days before"
    assert consent["DTSTAMP"] == ["20261123T083000Z"]
    passport = next(event for event in found if event["DTSTART;VALUE=DATE"] == ["20290228"])
    assert "Pass" in passport["SUMMARY"][0]


def test_another_reader_reads_the_same(library: Library) -> None:
    icalendar = pytest.importorskip("icalendar")
    data = calendar_file([case(library)], library, "en", NOW)
    events = list(icalendar.Calendar.from_ical(data).walk("VEVENT"))
    assert len(events) == len(parsed(data))
    assert {str(event["SUMMARY"]) for event in events} == {event["SUMMARY"][0] for event in parsed(data)}


def test_marks_stay_while_days_move(library: Library) -> None:
    first = {event["UID"][0]: event for event in parsed(calendar_file([case(library)], library, "de", NOW))}
    later = case(library, TODAY + timedelta(days=40))
    second = {event["UID"][0]: event for event in parsed(calendar_file([later], library, "de", NOW))}
    assert len(first) == len(parsed(calendar_file([case(library)], library, "de", NOW))), "no mark twice"
    both = set(first) & set(second)
    assert len(both) > 5
    assert any(first[uid]["DTSTART;VALUE=DATE"] != second[uid]["DTSTART;VALUE=DATE"] for uid in both)
    other = parsed(calendar_file([CalendarCase("fedcba9876543210", "", later.outlook)], library, "de", NOW))
    assert not {event["UID"][0] for event in other} & set(second)


def test_no_title_unless_asked_for(library: Library) -> None:
    data = calendar_file([case(library)], library, "de", NOW)
    assert "Nguy" not in data.decode()
    assert b"0123456789abcdef" not in data
    named = parsed(calendar_file([case(library)], library, "de", NOW, titles=True))
    assert len(named) == len(parsed(data)), "what a title holds makes no event"
    assert all(event["SUMMARY"][0].startswith("Nguyễn Thị Lan;") for event in named)


def test_the_language_is_that_asked_for(library: Library) -> None:
    english = parsed(calendar_file([case(library)], library, "en", NOW))
    assert any(event["SUMMARY"][0].startswith("Deadline: ") for event in english)
    assert not any("Frist" in event["SUMMARY"][0] for event in english)
