"""The few words the rail shows beside the pages of a case."""

from __future__ import annotations

from employer_assistant.plan.documents import MISSING
from employer_assistant.plan.model import Plan
from employer_assistant.plan.selection import in_germany
from employer_assistant.rules.assessment import Status
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit.rail import RailEntry
from employer_assistant.ui.screens.thinking import shown_plan

ROAD_HALF = "road.half"
"""Where the half of the road that is looked at is kept, by case."""


def routes_state(context: Context) -> str:
    """Return how many routes are open or reachable."""
    assessment = context.controller.assessment()
    usable = sum(found.status <= Status.REACHABLE for found in assessment.routes)
    if usable:
        return context.t("page.state.route") if usable == 1 else context.t("page.state.routes", n=usable)
    undecided = any(found.status is Status.UNDECIDED for found in assessment.routes)
    return context.t("page.state.undecided" if undecided else "page.state.no_route") if assessment.routes else ""


def steps_state(context: Context) -> str:
    """Return how many steps of the road are done."""
    plan = _plan(context)
    if plan is None:
        return ""
    counted = [step for step in plan.steps if not step.optional and not step.contingent]
    done = sum(step.status == "done" for step in counted)
    return context.t("page.state.steps", done=done, all=len(counted))


def documents_state(context: Context) -> str:
    """Return how many papers are still missing."""
    plan = _plan(context)
    if plan is None:
        return ""
    missing = sum(paper.state == MISSING for paper in plan.documents)
    if not missing:
        return ""
    return context.t("page.state.missing.one") if missing == 1 else context.t("page.state.missing", n=missing)


def _plan(context: Context) -> Plan | None:
    """Return the plan whose steps and papers are counted; while no route is usable or chosen they would only alarm."""
    plan = shown_plan(context) if context.controller.chosen_route() is not None else None
    return plan if isinstance(plan, Plan) else None


def road_parts(context: Context) -> list[RailEntry]:
    """Return the two halves of the road: up to the entry, or for those here up to the first working day, and after."""
    if not isinstance(shown_plan(context), Plan):
        return []
    ahead = half_key(context)
    here = context.kept.get(f"{ROAD_HALF}.{context.controller.case_id}", "before")
    return [
        RailEntry(f"road#{half}", context.t(f"page.road.{ahead}.{half}"), "", half == here, level=1)
        for half in ("before", "after")
    ]


def half_key(context: Context) -> str:
    """Return what parts the road: the entry, or the start of work of those who are in Germany and need no visa."""
    plan = shown_plan(context)
    stays = in_germany(context.controller.situation())
    visa = isinstance(plan, Plan) and any(planned.step.phase == "visa" for planned in plan.steps)
    return "here" if stays and not visa else "half"
