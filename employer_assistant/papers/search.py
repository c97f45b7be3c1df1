"""Whether the title of the case is one to look for work: then trial work or a side job may begin, and no more."""

from __future__ import annotations

from employer_assistant.papers.input import PaperInput
from employer_assistant.plan.selection import may_work

FOLLOW_UP = "opportunity_card"
"""Who holds the card already gets it anew for a job (§ 20a para. 5 sentence 2 AufenthG)."""


def searching(inputs: PaperInput) -> bool:
    """Tell whether the plan leads to a title for the search, whatever the employer wishes in the end.

    A job that the present document allows already does not wait for that title.
    """
    held = inputs.situation.value("person.status_in_germany")
    if inputs.plan is None or held == FOLLOW_UP or may_work(inputs.situation):
        return False
    return inputs.plan.route.route.for_search
