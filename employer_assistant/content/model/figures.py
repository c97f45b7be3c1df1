"""Figures of law with their periods."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from employer_assistant.content.model.base import Item, Text


class FigureValue(Item, frozen=True, kw_only=True):
    """A value with its period (both days inclusive; no ``valid_to`` = open). ``day`` replaces ``value`` in dates."""

    value: Decimal | None = None
    day: date | None = None
    valid_from: date
    valid_to: date | None = None
    status: Literal["in_force", "enacted", "draft", "projection", "derived", "practice", "expired"]
    norm: str
    note: Text | None = None
    sources: tuple[str, ...]


class Figure(Item, frozen=True, kw_only=True):
    """A figure of law. With ``percentage`` and ``base`` its values are computed from the base at build."""

    id: str
    label: Text
    unit: Text
    rule: Text | None = None
    percentage: Decimal | None = None
    base: str | None = None
    norm: str = ""
    values: tuple[FigureValue, ...] = ()
