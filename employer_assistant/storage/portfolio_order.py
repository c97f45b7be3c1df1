"""How the overview is sorted and by which words a case is found. Nothing is worked out or read here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Literal

from employer_assistant.cases.model import Case
from employer_assistant.cases.titles import shown_title
from employer_assistant.content.library import Library
from employer_assistant.content.phrases import phrase, text
from employer_assistant.plan.outlook import Due, Outlook
from employer_assistant.rules.answers import UNKNOWN, Answer
from employer_assistant.storage.workspace import CaseHead

SortKey = Literal["changed", "title", "next_date", "risk", "step", "waiting_for", "finish"]
FOUND_BY = (
    "job.occupation",
    "job.title",
    "person.citizenship",
    "person.family_name",
    "person.given_names",
    "employer.name",
)
"""Facts by which a case is found; the first three also make its usual title."""
_RISKS = ("overdue", "late", "at_risk", "undecided", "questions", "no_route", "none", "not_needed")


@dataclass(frozen=True)
class PortfolioRow:
    """A case in the overview. ``outlook`` None = not worked out yet; ``fresh`` false: as of an earlier day.

    ``answers`` are those it is named and found by, empty as long as they were not read.
    """

    case: CaseHead
    outlook: Outlook | None
    fresh: bool
    answers: Mapping[str, Answer] = field(default_factory=dict)

    @cached_property
    def overdue(self) -> tuple[Due, ...]:
        """Days that have passed and really ran, the first one first."""
        return self.outlook.overdue if self.outlook else ()

    @cached_property
    def next_due(self) -> Due | None:
        """The first day to come."""
        return self.outlook.next_due if self.outlook else None

    @property
    def coming(self) -> list[Due]:
        """All days to come that are kept."""
        return [due for due in self.outlook.dues if due.day >= self.outlook.on] if self.outlook else []

    @cached_property
    def press(self) -> date:
        """The day that presses most: the first that has passed, else the next to come, else the end of time."""
        first = self.overdue[0] if self.overdue else self.next_due
        return first.day if first else date.max

    def title(self, library: Library, language: str) -> str:
        """Return the title as lists show it: the one chosen, else job and country."""
        return shown_title(Case(self.case.title, self.answers, sample=self.case.sample), library, language)


def haystack(row: PortfolioRow, library: Library, language: str) -> str:
    """Return all words a case is found by, in small letters."""
    typed = [value for fact, value in row.answers.items() if fact in FOUND_BY[3:] and isinstance(value, str)]
    words = [row.title(library, language), *(value for value in typed if value != UNKNOWN)]
    if row.case.title and row.answers:
        words.append(shown_title(Case("", row.answers), library, language))
    words += outlook_words(row.outlook, library, language) if row.outlook else []
    return "\n".join(words).casefold()


def outlook_words(found: Outlook, library: Library, language: str) -> list[str]:
    """Return route, next step, who has to act and the state, as far as known."""
    route, step = library.routes.get(found.route or ""), library.steps.get(found.next_step or "")
    words = [text(route.title, language), text(route.short, language)] if route else []
    words += [text(step.title, language)] if step else []
    words += [phrase(f"cli.who.{found.waiting_for}", language)] if found.waiting_for else []
    return [*words, phrase(f"portfolio.risk.{found.risk}", language)]


def _next_date(row: PortfolioRow, library: Library, language: str) -> date:
    return row.press


def _risk(row: PortfolioRow, library: Library, language: str) -> tuple[int, date]:
    return (_RISKS.index(row.outlook.risk) if row.outlook else len(_RISKS), row.press)


def _title(row: PortfolioRow, library: Library, language: str) -> str:
    return row.title(library, language).casefold()


def _step(row: PortfolioRow, library: Library, language: str) -> tuple[bool, str]:
    step = library.steps.get(row.outlook.next_step or "") if row.outlook else None
    return (step is None, text(step.title, language).casefold() if step else "")


def _waiting_for(row: PortfolioRow, library: Library, language: str) -> tuple[bool, str]:
    who = row.outlook.waiting_for if row.outlook else None
    return (who is None, phrase(f"cli.who.{who}", language).casefold() if who else "")


def _finish(row: PortfolioRow, library: Library, language: str) -> date:
    return row.outlook.finish.likely if row.outlook and row.outlook.finish else date.max


ORDERS: dict[str, Callable[[PortfolioRow, Library, str], Any]] = {
    "title": _title,
    "next_date": _next_date,
    "risk": _risk,
    "step": _step,
    "waiting_for": _waiting_for,
    "finish": _finish,
}
"""How each column is sorted; what is not known comes last. Without an order the newest change comes first."""
