"""Checks of figures of law: each value has a period and a source, periods do not contradict each other."""

from __future__ import annotations

from itertools import combinations

from employer_assistant.content.checks.reporter import Reporter
from employer_assistant.content.figures import computed_figures
from employer_assistant.content.model import Content, Figure, FigureValue


def check_figures(content: Content, reporter: Reporter) -> None:
    """Report faults of figures. Figures of the sources and of a pack (computed already) are checked alike."""
    computed = {figure.id: figure for figure in computed_figures(content.figures)}
    for figure in content.figures:
        if figure.percentage is None and figure.base is None:
            _written(figure, reporter)
        else:
            _derived(figure, computed, reporter)
        for index, value in enumerate(figure.values):
            _value(figure, index, value, reporter)
        for (_, one), (later, other) in combinations(enumerate(figure.values), 2):
            if one.status == other.status and _overlap(one, other):
                message = f"Two values of the status '{one.status}' hold on the same day. End the period of one."
                reporter.report("figures", figure.id, message, "values", later)


def _written(figure: Figure, reporter: Reporter) -> None:
    if not figure.values:
        message = "The figure has no value. Add 'values' with a period, or 'percentage' and 'base'."
        reporter.report("figures", figure.id, message)
    if {value.day is None for value in figure.values if (value.day is None) != (value.value is None)} == {True, False}:
        reporter.report("figures", figure.id, "Some values are numbers, some days. Keep to one kind.", "values")


def _derived(figure: Figure, every: dict[str, Figure], reporter: Reporter) -> None:
    computed = every[figure.id]
    if figure.percentage is None:
        reporter.report("figures", figure.id, "There is a 'base' but no 'percentage'. Add it.", "base")
    elif figure.base is None:
        reporter.report("figures", figure.id, "There is a 'percentage' but no 'base'. Add it.", "percentage")
    elif figure.base in every and not computed.values:
        message = f"The base '{figure.base}' has no values to take a percentage of. Name a figure with values."
        reporter.report("figures", figure.id, message, "base")
    elif figure.values and figure.values != computed.values:
        message = "The values are computed from 'base'; those written here would be lost. Remove them."
        reporter.report("figures", figure.id, message, "values")
    if not figure.norm.strip():
        reporter.report("figures", figure.id, "The key 'norm' is missing. Name the norm of the percentage.")


def _value(figure: Figure, index: int, value: FigureValue, reporter: Reporter) -> None:
    place = ("values", index)
    if (value.value is None) == (value.day is None):
        reporter.report("figures", figure.id, "A value has either 'value' or 'day'. Write exactly one.", *place)
    if value.valid_to is not None and value.valid_to < value.valid_from:
        message = "'valid_to' lies before 'valid_from'. Mend the period."
        reporter.report("figures", figure.id, message, *place, "valid_to")
    if not value.sources:
        reporter.report("figures", figure.id, "The value has no source. Name where it was read.", *place, "sources")
    if not value.norm.strip():
        reporter.report("figures", figure.id, "The value has no norm. Name it.", *place, "norm")


def _overlap(one: FigureValue, other: FigureValue) -> bool:
    starts_in_time = other.valid_to is None or one.valid_from <= other.valid_to
    return starts_in_time and (one.valid_to is None or other.valid_from <= one.valid_to)
