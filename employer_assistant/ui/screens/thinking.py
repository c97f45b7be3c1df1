"""What several pages and the rail need of one state of a case, worked out once."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from employer_assistant.cases.model import Case
from employer_assistant.content.model import Procedure
from employer_assistant.plan.model import Plan
from employer_assistant.plan.moves import Effect, effect
from employer_assistant.plan.offices import Desks, desks
from employer_assistant.plan.planning import NotPossible
from employer_assistant.plan.selection import accelerated, in_germany, missing_answers
from employer_assistant.plan.setting import Setting
from employer_assistant.rules.assessment import RouteAssessment, Status
from employer_assistant.rules.told import route_told
from employer_assistant.ui.context import Context

_KEPT = "plans"


@dataclass
class _Plans:
    """Plans of one state of one case on one day, by route and procedure."""

    case: Case
    on: date
    plans: dict[tuple[str, Procedure], Plan | NotPossible] = field(default_factory=dict)


def shown_route(context: Context) -> RouteAssessment | None:
    """Return the route the pages are about: the chosen or best one, else the first that is undecided, else none."""
    assessment = context.controller.assessment()
    undecided = (found for found in assessment.routes if found.status is Status.UNDECIDED)
    return route_told(assessment, context.controller.chosen_route()) or next(undecided, None)


def shown_procedure(context: Context, found: RouteAssessment) -> Procedure:
    """Return the procedure the pages are about: as chosen, as far as the route allows it."""
    case = context.controller.case
    wanted = case.procedure if case is not None else None
    return "accelerated" if wanted == "accelerated" and accelerated_state(context, found) != "no" else "regular"


def accelerated_state(context: Context, found: RouteAssessment) -> str:
    """Return whether § 81a is open for the route in this case: yes, ask or no."""
    situation = context.controller.situation()
    return "no" if in_germany(situation) else accelerated(found, situation)


def lacking_for_the_road(context: Context) -> tuple[str, ...]:
    """Return the answers still missing that can add steps to the road shown or strike them, as the road says itself."""
    found = shown_route(context)
    if found is None or found.status is Status.CLOSED:
        return ()
    return missing_answers(Setting(context.controller.situation(), found.route.id, shown_procedure(context, found)))


def plan_for(context: Context, found: RouteAssessment, procedure: Procedure) -> Plan | NotPossible:
    """Return the plan, worked out once for each state of the case; or the reason why there is none."""
    controller = context.controller
    case, on = controller.case, controller.situation().on
    kept = context.kept.get(_KEPT)
    if not isinstance(kept, _Plans) or kept.case is not case or kept.on != on:
        assert case is not None  # noqa: S101 - pages of a case are shown only while one is open
        kept = _Plans(case, on)
        context.kept[_KEPT] = kept
    key = (found.route.id, procedure)
    if key not in kept.plans:
        try:
            kept.plans[key] = controller.plan(found.route.id, procedure)
        except NotPossible as reason:
            kept.plans[key] = reason
    return kept.plans[key]


def shown_plan(context: Context) -> Plan | NotPossible | None:
    """Return the plan of the route and procedure the pages are about; None if no route is left."""
    found = shown_route(context)
    return None if found is None else plan_for(context, found, shown_procedure(context, found))


def effect_of(context: Context, step: str) -> Effect | None:
    """Return what a week of delay of a step does to the end, on the road the pages are about."""
    found = shown_route(context)
    if found is None:
        return None
    return effect(context.controller.asked(found.route.id, shown_procedure(context, found)), step)


def shown_desks(context: Context) -> Desks:
    """Return all desks for the place of work and the occupation of the case."""
    situation = context.controller.situation()
    found = (situation.value(fact) for fact in ("job.site_postcode", "job.site_municipality", "job.occupation"))
    postcode, municipality, occupation = (value if isinstance(value, str) else None for value in found)
    return desks(context.library, postcode, municipality, occupation)
