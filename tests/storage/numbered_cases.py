"""Cases that show at once whether they are whole."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from employer_assistant.cases.model import Case, DocumentState, Note, Variant

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def made(number: int) -> Case:
    """Return a case whose every part carries the number; mixed parts show a torn save."""
    day = date(2020, 1, 1) + timedelta(days=number % 3000)
    return Case(
        f"Fall {number}",
        {f"fact.{index}": Decimal(number) for index in range(60)} | {"list": ("VN", str(number)), "truth": True},
        f"route-{number}",
        "regular",
        {f"step.{index}": day for index in range(40)},
        {f"event.{index}": day for index in range(10)},
        {f"paper.{index}": DocumentState("asked", day, f"Stand {number}") for index in range(20)},
        (Note(day, f"Notiz {number} " * 20),),
        tuple(f"{number}.{index}" for index in range(3)),
        (Variant(f"Variante {number}", {"a": Decimal(number)}, None, "accelerated"),),
        "1",
        reasons={"fact.1": f"Begründung {number}"},
    )
