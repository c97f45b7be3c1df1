"""What the road costs: single amounts, and sums by payer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from employer_assistant.content.model import Fee, Text
from employer_assistant.plan.model import Certainty, Costs, Payer, PlannedCost, PlannedStep

PAYERS: tuple[Payer, ...] = ("employer", "worker", "negotiable")


def cost_items(steps: Iterable[PlannedStep]) -> tuple[PlannedCost, ...]:
    """Return the amounts of the steps that count, in their order; steps that are known to cost nothing have none."""
    counted = [one for one in steps if not (one.contingent or one.optional)]
    return tuple(item for one in counted for item in _items(one))


def costs(items: Iterable[PlannedCost]) -> dict[str, Costs]:
    """Return the sums in euro for every payer; amounts not known are named, never guessed."""
    found = list(items)
    return {payer: _sum([item for item in found if item.payer == payer]) for payer in PAYERS}


def _items(planned: PlannedStep) -> Iterator[PlannedCost]:
    step = planned.step
    if planned.fee.max != 0 or planned.on_top:
        yield _item(step.id, step.title, planned.fee, tuple(one.text for one in planned.on_top))
    for also in planned.also_due:
        yield _item(step.id, also.title, also.fee)


def _item(step: str, label: Text, fee: Fee, on_top: tuple[Text, ...] = ()) -> PlannedCost:
    known = fee.min is not None and fee.max is not None
    certainty: Certainty = "unknown" if not known else "exact" if fee.min == fee.max else "range"
    low, high = (fee.min, fee.max) if known else (None, None)
    basis = fee.basis or fee.reason
    return PlannedCost(step, label, low, high, fee.payer, certainty, basis, fee.note, on_top)


def _sum(items: list[PlannedCost]) -> Costs:
    low = sum((item.min for item in items if item.min is not None), Decimal(0))
    high = sum((item.max for item in items if item.max is not None), Decimal(0))
    unknown = tuple(item.step for item in items if item.certainty == "unknown")
    return Costs(low, high, unknown, tuple(text for item in items for text in item.on_top))
