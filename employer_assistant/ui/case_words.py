"""One case in a few words, for the table of cases: its name, its next step, who has to act, its day, its state."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from employer_assistant.content.library import Library
from employer_assistant.content.phrases import phrase, text
from employer_assistant.rules.wording import date_text
from employer_assistant.storage.portfolio_order import PortfolioRow
from employer_assistant.ui.kit.colours import Tone

COLUMNS = ("title", "step", "next_date", "risk")
NEAR = 60
"""Days to come that are counted; what is further away is named by its day alone."""
TONES: dict[str, Tone] = {
    "overdue": "negative",
    "late": "caution",
    "at_risk": "caution",
    "undecided": "caution",
    "questions": "neutral",
    "no_route": "negative",
    "not_needed": "neutral",
    "none": "positive",
}
"""The shape beside the state; the words say it all."""


@dataclass(frozen=True)
class Cell:
    """What stands in one place of the table: a line, quieter words below it, perhaps with a shape."""

    main: str
    sub: str = ""
    tone: Tone | None = None

    @property
    def spoken(self) -> str:
        """Return all words, for screen readers and copying."""
        return "\n".join(part for part in (self.main, self.sub) if part)


def cells(row: PortfolioRow, library: Library, on: date, language: str) -> dict[str, Cell]:
    """Return the cells of a case by column."""
    title, found = row.title(library, language), row.outlook
    if found is None:
        return {
            "title": Cell(title),
            "step": Cell(phrase("ui.start.working_out", language)),
            "next_date": Cell(""),
            "risk": Cell(""),
        }
    route, step = library.routes.get(found.route or ""), library.steps.get(found.next_step or "")
    way = [text(route.short, language)] if route else []
    way += [phrase("ui.start.accelerated", language)] if route and found.procedure == "accelerated" else []
    who = found.waiting_for or ("employer" if found.risk == "questions" else None)
    todo = text(step.title, language) if step else phrase(f"ui.start.todo.{found.risk}", language)
    state = phrase(f"portfolio.risk.{found.risk}", language)
    as_of = "" if row.fresh else phrase("ui.start.as_of", language, day=date_text(found.on, language))
    return {
        "title": Cell(title, ", ".join(way)),
        "step": Cell(todo, phrase("ui.start.acts", language, who=phrase(f"cli.who.{who}", language)) if who else ""),
        "next_date": _day(row, on, language),
        "risk": Cell(state, as_of, TONES[found.risk]),
    }


def _day(row: PortfolioRow, on: date, language: str) -> Cell:
    if row.overdue:
        first = date_text(row.overdue[0].day, language)
        n = len(row.overdue)
        return Cell(first, phrase("ui.start.passed.one" if n == 1 else "ui.start.passed", language, n=n))
    if row.next_due is None:
        return Cell("–")
    return Cell(date_text(row.next_due.day, language), distance(row.next_due.day, on, language))


def distance(day: date, on: date, language: str) -> str:
    """Say how far a day is away: "heute", "in 6 Tagen", "vor 3 Tagen"; nothing if it is far to come."""
    days = (day - on).days
    if days > NEAR:
        return ""
    key = {0: "today", 1: "tomorrow", -1: "yesterday"}.get(days, "ahead" if days > 0 else "ago")
    return phrase(f"ui.start.day.{key}", language, n=abs(days))
