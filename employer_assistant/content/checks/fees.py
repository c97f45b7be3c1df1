"""Checks that what a step costs and the figures of law it comes from say the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from employer_assistant.content.checks.reporter import Reporter
from employer_assistant.content.figures import value_on
from employer_assistant.content.model import Content, Fee, Figure


def check_fees(content: Content, reporter: Reporter) -> None:
    """Report a fee that is otherwise than the figures it names on the day on which the sources were read."""
    figures = {figure.id: figure for figure in content.figures}
    for step in content.steps:
        for fault in _faults(step.fee, figures, content.read_on):
            reporter.report("steps", step.id, fault, "fee")
        for index, variant in enumerate(step.fee_variants):
            for fault in _faults(variant.fee, figures, content.read_on):
                reporter.report("steps", step.id, fault, "fee_variants", index, "fee")
        for index, also in enumerate(step.also_due):
            for fault in _faults(also.fee, figures, content.read_on):
                reporter.report("steps", step.id, fault, "also_due", index, "fee")


def _faults(fee: Fee, figures: Mapping[str, Figure], day: date) -> Iterator[str]:
    named = [figures[name] for name in fee.figures if name in figures]
    values = [(figure.id, value_on(figure, day)) for figure in named]
    amounts = [(name, value.value) for name, value in values if value is not None and value.value is not None]
    for name, amount in amounts:
        if not _agrees(fee, amount, len(amounts)):
            yield f"The figure '{name}' is {amount} €. Write that amount in 'min' or 'max', or mend the figure."


def _agrees(fee: Fee, amount: Decimal, named: int) -> bool:
    """Tell whether an amount is an end of the span; of three and more, those in the middle lie inside it.

    Half a fee is the fault of another check.
    """
    if fee.min is None or fee.max is None:
        return True
    return amount in (fee.min, fee.max) or (named > 2 and fee.min < amount < fee.max)
