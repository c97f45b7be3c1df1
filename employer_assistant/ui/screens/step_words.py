"""A step in few words: whom to ask about it, and what."""

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


def questions_to_ask(planned: PlannedStep, context: Context) -> list[str]:
    """Return what is worth asking the desk of a step: what is not known here; nothing where no desk takes part."""
    step, t = planned.step, context.t
    if planned.status == "done" or (planned.office is None and step.responsible in ("employer", "worker")):
        return []
    asked = [t("ask.in_charge")] if planned.office_assumed else []
    asked += [t("ask.copies")] if planned.documents else []
    asked += [t("ask.fee")] if planned.fee.max is None else []
    asked += [t("ask.duration")] if planned.duration.kind != "statute" and planned.duration.unit != "days" else []
    return asked
