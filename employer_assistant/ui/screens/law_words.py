"""The state of the law in words: which figures hold on a day, which run out, which are only drafts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from employer_assistant.content.figures import DECIDING, value_on
from employer_assistant.content.model import Figure, FigureValue
from employer_assistant.papers.words import figure_text
from employer_assistant.rules.wording import date_text
from employer_assistant.ui.context import Context

SOON = timedelta(days=183)
"""How far ahead the end of a figure counts as soon."""


@dataclass(frozen=True)
class Ending:
    """A figure whose value ends soon. ``following`` None = what comes then is not known; else perhaps only a draft."""

    figure: Figure
    value: FigureValue
    last: date
    following: FigureValue | None

    @property
    def final(self) -> bool:
        """Whether the value that follows may decide."""
        return self.following is not None and self.following.status in DECIDING


def in_force(figures: list[Figure], on: date) -> list[tuple[Figure, FigureValue]]:
    """Return the figures with a value that may decide on the day."""
    found = ((figure, value_on(figure, on)) for figure in figures)
    return [(figure, value) for figure, value in found if value is not None and value.status in DECIDING]


def not_final(figures: list[Figure], on: date) -> list[tuple[Figure, FigureValue]]:
    """Return the values of today or later that are only drafts or projections."""
    return [
        (figure, value)
        for figure in figures
        for value in figure.values
        if value.status in ("draft", "projection") and (value.valid_to is None or value.valid_to >= on)
    ]


def endings(figures: list[Figure], on: date) -> list[Ending]:
    """Return the figures in force that end soon, the first to end first."""
    found: list[Ending] = []
    for figure, value in in_force(figures, on):
        if value.valid_to is not None and value.valid_to - on <= SOON:
            following = value_on(figure, value.valid_to + timedelta(days=1))
            found.append(Ending(figure, value, value.valid_to, following))
    return sorted(found, key=lambda ending: ending.last)


def figure_line(figure: Figure, value: FigureValue, context: Context) -> str:
    """Return a figure with value, period and status."""
    return figure_text(figure.label, figure.unit, value, context.language)


def ending_groups(found: list[Ending], context: Context) -> dict[str, list[str]]:
    """Return the names of what ends, under one line for each day and what comes then."""
    groups: dict[str, list[str]] = {}
    for ending in found:
        kind = "unknown" if ending.following is None else "final" if ending.final else "draft"
        line = context.t(f"page.law.ends.{kind}", day=date_text(ending.last, context.language))
        groups.setdefault(line, []).append(context.words(ending.figure.label))
    return groups
