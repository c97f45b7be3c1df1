"""Slips in amounts: pay of a month given as pay of a year, and the like. A doubt is said and never blocks."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from employer_assistant.content.model import Fact
from employer_assistant.content.phrases import phrase
from employer_assistant.rules.wording import amount_text, number_text

MONTHS, HOURS = Decimal(12), Decimal(52 * 40)
"""Months of a year, and hours of a year at 40 a week: good enough to recognise what was meant, not to reckon with."""
YEARLY, MONTHLY = "EUR per year", "EUR per month"


@dataclass(frozen=True)
class Doubt:
    """Why an amount is hard to believe (``month``, ``hour``, ``year``: what it rather is; else ``unusual``).

    ``meant``: the amount that was probably meant, None if there is no guess.
    """

    kind: str
    meant: Decimal | None = None


def doubt(fact: Fact, amount: Decimal) -> Doubt | None:
    """Return what is hard to believe about an amount; None if it is usual or nothing usual is known of the fact."""
    if fact.usual is None or _usual(fact, amount):
        return None
    for kind, factor in _slips(fact):
        meant = (amount * factor).quantize(Decimal(1))
        if _usual(fact, meant):
            return Doubt(kind, meant)
    return Doubt("unusual")


def doubt_text(fact: Fact, amount: Decimal, found: Doubt, language: str) -> str:
    """Return the doubt as a question."""
    meant = "" if found.meant is None else amount_text(found.meant, fact, language)
    said = number_text(amount, language) if found.meant is not None else amount_text(amount, fact, language)
    return phrase(f"doubt.{found.kind}", language, amount=said, meant=meant)


def _usual(fact: Fact, amount: Decimal) -> bool:
    return fact.usual is not None and fact.usual.at_least <= amount <= fact.usual.at_most


def _slips(fact: Fact) -> tuple[tuple[str, Decimal], ...]:
    unit = fact.unit or (YEARLY if fact.kind == "money" else "")
    if unit == YEARLY:
        return ("month", MONTHS), ("hour", HOURS)
    return (("year", 1 / MONTHS), ("hour", HOURS / MONTHS)) if unit == MONTHLY else ()
