"""Anonymous numbers for the yearly report of a chamber. Small numbers are hidden, so that the rest tells none."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from employer_assistant.cases.cells import guarded
from employer_assistant.cases.model import Case
from employer_assistant.content.library import Library
from employer_assistant.content.model import Route
from employer_assistant.content.phrases import phrase, text
from employer_assistant.storage.workspace import Workspace

LEAST = 3
"""Numbers below this are hidden."""

Outcome = Literal["open", "started", "settled", "refused", "ended"]
_BY_EVENT: tuple[tuple[Outcome, str], ...] = (
    ("ended", "employment_end"),
    ("settled", "settlement_granted"),
    ("started", "work_start"),
    ("refused", "refusal_received"),
)
"""The event that makes the outcome, the latest in the life of a case first."""


@dataclass(frozen=True)
class Counts:
    """Numbers by route, country and outcome; None = hidden because it is small. Sample cases do not count.

    A case without a chosen route counts under ``none``, without a citizenship under ``unknown``; of several
    citizenships the first counts.
    """

    cases: int | None
    routes: Mapping[str, int | None]
    countries: Mapping[str, int | None]
    outcomes: Mapping[str, int | None]


def counts(workspace: Workspace, library: Library, year: int | None = None) -> Counts:
    """Count the cases of a workspace; with a year, those that were last worked on in it."""
    rows = [row for row in workspace.heads() if not row.sample and (year is None or row.changed_at.year == year)]
    answers, happened = workspace.some_answers([row.id for row in rows], ["person.citizenship"]), workspace.happened()
    seen = ((row, *happened.get(row.id, ({}, {}))) for row in rows)
    return counted(
        (Case("", answers.get(row.id, {}), row.route, ticks=ticks, events=events) for row, ticks, events in seen),
        library,
    )


def counted(cases: Iterable[Case], library: Library) -> Counts:
    """Count cases."""
    found = [case for case in cases if not case.sample]
    return Counts(
        len(found) if len(found) >= LEAST else None,
        hidden(Counter(case.route or "none" for case in found)),
        hidden(Counter(_country(case) for case in found)),
        hidden(Counter(outcome(case, library) for case in found)),
    )


def outcome(case: Case, library: Library) -> Outcome:
    """Tell how far a case came, by its events; a tick is the finish event of its step."""
    steps = library.steps
    ticked = {steps[step].finish_event for step in case.ticks if step in steps}
    return next((name for name, event in _BY_EVENT if event in case.events or event in ticked), "open")


def hidden(numbers: Mapping[str, int]) -> dict[str, int | None]:
    """Hide small numbers. If only one would be hidden, the next smallest is too: else the sum gives it away."""
    small = {key for key, n in numbers.items() if n < LEAST}
    if len(small) == 1 and len(numbers) > 1:
        small.add(min((key for key in numbers if key not in small), key=lambda key: (numbers[key], key)))
    return {key: None if key in small else numbers[key] for key in sorted(numbers)}


def _country(case: Case) -> str:
    codes = case.answers.get("person.citizenship")
    return codes[0] if isinstance(codes, tuple) and codes else "unknown"


def years(workspace: Workspace) -> list[int]:
    """Return the years in which cases were last worked on, the newest first."""
    return sorted({row.changed_at.year for row in workspace.heads() if not row.sample}, reverse=True)


def words_of(kind: str, key: str, library: Library, language: str) -> str:
    """Return what a number counts: a route, country or outcome by name."""
    named = {"routes": library.routes.get(key), "countries": library.countries.get(key)}.get(kind)
    if named is not None:
        return text(named.title if isinstance(named, Route) else named.name, language)
    return phrase(f"counts.{kind}.{key}", language)


def as_csv(found: Counts, library: Library, language: str) -> bytes:
    """Return the numbers as a table (UTF-8 with mark, semicolons); hidden ones are empty."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    writer.writerow([phrase("counts.kind.cases", language), "", "" if found.cases is None else found.cases])
    for kind, numbers in (("routes", found.routes), ("countries", found.countries), ("outcomes", found.outcomes)):
        for key, number in numbers.items():
            name = guarded(words_of(kind, key, library, language))
            writer.writerow([phrase(f"counts.kind.{kind}", language), name, "" if number is None else number])
    return out.getvalue().encode("utf-8-sig")
