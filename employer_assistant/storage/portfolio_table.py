"""The overview of all cases as a plain table: for CSV, XLSX and JSON alike."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TypeAlias

from employer_assistant.content.library import Library
from employer_assistant.content.model import Text
from employer_assistant.content.phrases import phrase, text
from employer_assistant.storage.portfolio_order import PortfolioRow

Cell: TypeAlias = str | int | date | None
COLUMNS = (
    "title",
    "route",
    "procedure",
    "step",
    "waiting_for",
    "next_date",
    "what",
    "overdue",
    "finish",
    "risk",
    "changed",
)


def table(
    rows: Sequence[PortfolioRow], library: Library, language: str
) -> tuple[tuple[str, ...], list[tuple[Cell, ...]]]:
    """Return the headings and one line per case; what is not known is None."""
    head = tuple(phrase(f"portfolio.column.{column}", language) for column in COLUMNS)
    return head, [_line(row, library, language) for row in rows]


def records(rows: Sequence[PortfolioRow], library: Library) -> list[dict[str, Cell]]:
    """Return one record per case with ids instead of words, for other programs."""
    return [
        {
            "id": row.case.id,
            "title": row.case.title,
            "route": found.route if found else row.case.route,
            "procedure": found.procedure if found else None,
            "next_step": found.next_step if found else None,
            "waiting_for": found.waiting_for if found else None,
            "next_date": found.next_due.day if found and found.next_due else None,
            "overdue": len(found.overdue) if found else None,
            "finish_likely": found.finish.likely if found and found.finish else None,
            "risk": found.risk if found else None,
            "as_of": found.on if found else None,
            "changed_at": row.case.changed_at.date(),
        }
        for row in rows
        for found in (row.outlook,)
    ]


def _line(row: PortfolioRow, library: Library, language: str) -> tuple[Cell, ...]:
    found, changed = row.outlook, row.case.changed_at.astimezone().date()
    if found is None:
        title = row.title(library, language)
        return (title, _title(library.routes, row.case.route, language), *(None,) * 8, changed)
    step = library.steps.get(found.next_step or "")
    due = found.next_due
    return (
        row.title(library, language),
        _title(library.routes, found.route, language),
        phrase(f"portfolio.procedure.{found.procedure}", language),
        text(step.title, language) if step else None,
        phrase(f"cli.who.{found.waiting_for}", language) if found.waiting_for else None,
        due.day if due else None,
        text(due.text(library), language) if due else None,
        len(found.overdue),
        found.finish.likely if found.finish else None,
        phrase(f"portfolio.risk.{found.risk}", language),
        changed,
    )


def _title(items: object, id: str | None, language: str) -> str | None:
    found = items.get(id or "") if isinstance(items, dict) else None
    title: Text | None = found.title if found else None
    return text(title, language) if title else id
