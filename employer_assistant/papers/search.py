"""Whether the title of the case is one to look for work: then trial work or a side job may begin, and no more."""

from __future__ import annotations

from employer_assistant.papers.input import PaperInput
from employer_assistant.plan import selection


def searching(inputs: PaperInput) -> bool:
    """Tell whether the plan leads to a title for the search, whatever the employer wishes in the end."""
    return inputs.plan is not None and selection.searching(inputs.plan.route, inputs.situation)
