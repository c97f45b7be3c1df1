"""What the road costs, by payer."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from employer_assistant.content.model import Fee
from employer_assistant.plan.model import Costs
from employer_assistant.plan.selection import Chosen

PAYERS = ("employer", "worker", "negotiable")


def costs(steps: Iterable[Chosen]) -> dict[str, Costs]:
    """Return the sums in euro of the steps that count, for every payer; fees not known are named, never guessed."""
    counted = [chosen.step for chosen in steps if chosen.counted]
    return {payer: _of_payer([(step.id, step.fee) for step in counted if step.fee.payer == payer]) for payer in PAYERS}


def _of_payer(fees: list[tuple[str, Fee]]) -> Costs:
    known = [(fee.min, fee.max) for _, fee in fees if fee.min is not None and fee.max is not None]
    unknown = tuple(step for step, fee in fees if fee.min is None or fee.max is None)
    return Costs(sum((low for low, _ in known), Decimal(0)), sum((high for _, high in known), Decimal(0)), unknown)
