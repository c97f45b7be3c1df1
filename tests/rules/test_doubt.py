"""Slips in amounts are asked about: pay of a month or an hour given as pay of a year, and the other way round."""

from __future__ import annotations

from decimal import Decimal

import pytest

from employer_assistant.content.library import Library
from employer_assistant.rules.doubt import doubt, doubt_text

SALARY, HOURS, FUNDS = "job.gross_annual_salary", "job.weekly_hours", "person.monthly_funds"


@pytest.mark.parametrize(
    ("fact", "amount", "kind", "meant"),
    [
        (SALARY, "3000", "month", "36000"),
        (SALARY, "18.50", "hour", "38480"),
        (SALARY, "3", "unusual", None),
        (SALARY, "900000", "unusual", None),
        (FUNDS, "33000", "year", "2750"),
        (HOURS, "173", "unusual", None),
    ],
)
def test_a_slip_is_recognised(library: Library, fact: str, amount: str, kind: str, meant: str | None) -> None:
    found = doubt(library.facts[fact], Decimal(amount))
    assert found is not None
    assert (found.kind, found.meant) == (kind, None if meant is None else Decimal(meant))
    for language in ("de", "en"):
        assert doubt_text(library.facts[fact], Decimal(amount), found, language)


@pytest.mark.parametrize(
    ("fact", "amount"),
    [(SALARY, "36000"), (SALARY, "8000"), (FUNDS, "0"), (HOURS, "39.5"), ("job.contract_months", "999")],
)
def test_what_is_usual_raises_no_doubt(library: Library, fact: str, amount: str) -> None:
    assert doubt(library.facts[fact], Decimal(amount)) is None


def test_the_doubt_names_what_was_probably_meant(library: Library) -> None:
    fact = library.facts[FUNDS]
    found = doubt(fact, Decimal(33000))
    assert found is not None
    assert "2.750 Euro im Monat" in doubt_text(fact, Decimal(33000), found, "de")
