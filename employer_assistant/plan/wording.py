"""What moved, in words, for window, paper and command line alike."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from employer_assistant.content.library import Library
from employer_assistant.content.phrases import phrase, text
from employer_assistant.plan.difference import Moves, StepMove
from employer_assistant.plan.model import Plan, PlannedDeadline, StartOfWork
from employer_assistant.plan.selection import in_germany, searching
from employer_assistant.rules.situation import Situation
from employer_assistant.rules.wording import date_text


def moves_text(found: Moves, library: Library, language: str) -> tuple[str, ...]:
    """Return one sentence per thing that moved, the first working day first."""
    if found.nothing:
        return (phrase("moves.nothing", language),)
    return tuple(_sentences(found, library, language))


def phase_text(phase: str, plan: Plan, situation: Situation, language: str) -> str:
    """Return the name of a phase; whoever is in Germany does not arrive, a search has no first working day."""
    arrival = phase == "arrival"
    kind = ".search" if arrival and searching(plan.route, situation) else ""
    here = ".here" if arrival and in_germany(situation) else ""
    return phrase(f"papers.phase.{phase}{kind}{here}", language)


def start_text(start: StartOfWork, language: str) -> str:
    """Return from which day everything counts that hangs on the start of work, and why from that one."""
    days = {"day": start.day, "possible": start.possible, "wished": start.wished}
    words = {name: date_text(day, language) for name, day in days.items() if day is not None}
    return phrase(f"start.{start.reason}", language, **words)


def begin_late_text(plan: Plan, language: str) -> str:
    """Return that one has to begin at once for the wished start, if the day to begin by has passed, else nothing."""
    if plan.start_by is None or plan.begin_by is None or plan.begin_by >= plan.on:
        return ""
    start = date_text(plan.start_by, language)
    return phrase(f"papers.cover.begin-by.{plan.past_begin}", language, start=start)


def reckoned_text(clause: PlannedDeadline, library: Library, language: str) -> str:
    """Return with which day of its event a deadline reckons, if no step brings that day about, else nothing."""
    event = library.events.get(clause.deadline.anchor_event)
    if event is None or event.note is None or not clause.assumed or clause.counted_from is None:
        return ""
    words = {"event": text(event.title, language), "note": text(event.note, language)}
    return phrase("deadline.reckoned", language, day=date_text(clause.counted_from, language), **words)


def _sentences(found: Moves, library: Library, language: str) -> Iterator[str]:
    def title(step: str) -> str:
        return text(library.steps[step].title, language)

    for step in found.done:
        yield phrase("moves.done", language, step=title(step))
    days = found.finish_days
    way = "later" if days > 0 else "earlier" if days < 0 else "same"
    old, new = (date_text(one.likely, language) for one in found.finish)
    yield phrase(f"moves.finish.{way}", language, days=abs(days), old=old, new=new)
    if found.begin_by[0] != found.begin_by[1]:
        yield phrase("moves.begin_by", language, **_days(*found.begin_by, language))
    for move in found.steps:
        if move.days and move.step not in found.done:
            yield phrase("moves.step", language, step=title(move.step), **_days(*_likely(move), language))
    for change in found.deadlines:
        words = _days(change.old, change.new, language)
        yield phrase("moves.deadline", language, step=title(change.step), **words)
    for step in found.added:
        yield phrase("moves.added", language, step=title(step))
    for step in found.dropped:
        yield phrase("moves.dropped", language, step=title(step))


def _likely(move: StepMove) -> tuple[date | None, date | None]:
    old, new = move.finish if all(move.finish) else move.start
    return (old.likely if old else None, new.likely if new else None)


def _days(old: date | None, new: date | None, language: str) -> dict[str, str]:
    none = phrase("moves.no-day", language)
    return {"old": date_text(old, language) if old else none, "new": date_text(new, language) if new else none}
