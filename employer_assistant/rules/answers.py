"""Answers: what the people of a case entered, and what follows from it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias

UNKNOWN: Literal["unknown"] = "unknown"
"""The answer "I don't know": a lawful answer, different from no answer yet."""

Answer: TypeAlias = bool | str | Decimal | date | tuple[str, ...]
Answers: TypeAlias = Mapping[str, Answer]
Events: TypeAlias = Mapping[str, date]


def plain(value: Answer) -> str:
    """Return the value as content writes it (``true``, ``false``, text)."""
    return ("true" if value else "false") if isinstance(value, bool) else str(value)
