"""Whether the title of the case is one to look for work: then trial work or a side job may begin, and no more."""

from __future__ import annotations

from employer_assistant.papers.input import PaperInput

AGREEMENT = "trial-work-agreement"
"""The step on the road of every title that allows no more (§ 17 para. 3, § 20a para. 2 AufenthG)."""
FOLLOW_UP = "opportunity_card"
"""Who holds the card already gets it anew for a job (§ 20a para. 5 sentence 2 AufenthG)."""


def searching(inputs: PaperInput) -> bool:
    """Tell whether the plan leads to a title for the search, whatever the employer wishes in the end."""
    if inputs.plan is None or inputs.situation.value("person.status_in_germany") == FOLLOW_UP:
        return False
    return any(planned.step.id == AGREEMENT for planned in inputs.plan.steps)
