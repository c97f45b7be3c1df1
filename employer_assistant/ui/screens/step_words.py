"""A step in few words: whom to ask about it."""

from __future__ import annotations

from employer_assistant.plan.model import PlannedStep
from employer_assistant.ui.context import Context
from employer_assistant.ui.screens.thinking import shown_desks


def desk_to_ask(planned: PlannedStep, context: Context) -> str:
    """Return the name of the desk that can tell more about a step: the one looked up, its kind, else free advice."""
    step = planned.step
    if planned.office is not None:
        return context.words(planned.office.name)
    if step.office is not None or step.responsible not in ("employer", "worker"):
        return context.words(step.authority)
    near = shown_desks(context).of_role("welcome_center")
    return context.words(near[0].desk.name) if near else context.t("page.role.welcome_center")
