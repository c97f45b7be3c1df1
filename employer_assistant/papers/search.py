"""Whether the title of the case is one to look for work: then trial work or a side job may begin, and no more."""

from __future__ import annotations

from employer_assistant.papers.input import PaperInput
from employer_assistant.plan import selection

DEPARTURE = ("departure-needed", "departure-perhaps")
"""Warnings that belong beside the first day: its days are those of an application in Germany."""


def plans_a_search(inputs: PaperInput) -> bool:
    """Tell whether the plan leads to a title for the search, whatever the employer wishes in the end."""
    return inputs.plan is not None and selection.searching(inputs.plan.route, inputs.situation)


def only_if_applied_for_here(inputs: PaperInput) -> bool:
    """Tell whether the first day holds only if the title can be applied for in Germany, though a visa may be needed."""
    away = inputs.plan is not None and any(one.id in DEPARTURE for one in inputs.plan.warnings)
    return away and not selection.may_work(inputs.situation)
