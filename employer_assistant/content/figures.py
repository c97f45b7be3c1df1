"""Figures of law: computing those that are a percentage of another, and looking one up on a day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from employer_assistant.content.model import Figure, FigureValue

DECIDING = frozenset({"in_force", "enacted", "derived", "practice"})
"""Statuses whose value may decide a condition; drafts, projections and expired values never do."""


def computed_figures(figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Fill in the values of all figures that are a percentage of a base figure, period by period, to the cent."""
    by_id = {figure.id: figure for figure in figures}
    return tuple(_computed(figure, by_id) for figure in figures)


def _computed(figure: Figure, by_id: dict[str, Figure]) -> Figure:
    if figure.percentage is None or figure.base not in by_id:
        return figure
    share = figure.percentage / 100
    base = by_id[figure.base]
    values = tuple(
        replace(value, value=_cents(value.value * share), norm=figure.norm)
        for value in base.values
        if value.value is not None
    )
    return replace(figure, values=values)


def _cents(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal("0.01")).normalize() + Decimal(0)


def value_on(figure: Figure, day: date) -> FigureValue | None:
    """Return the value whose period holds the day, or None if the day lies in no known period.

    Where periods overlap the later one wins (a new value replaces an open one).
    """
    known = [v for v in figure.values if v.valid_from <= day and (v.valid_to is None or day <= v.valid_to)]
    return max(known, key=lambda v: v.valid_from, default=None)
