"""The result in words: title, the line below it, what to do next, and why another route is as it is."""

from __future__ import annotations

from collections.abc import Iterator

from employer_assistant.content.model import Procedure
from employer_assistant.content.norms import cited
from employer_assistant.plan.model import Plan, PlannedStep
from employer_assistant.plan.moves import possible_now
from employer_assistant.plan.remedies import either_or, named_remedy, steps_of, ways_to_open, without_step
from employer_assistant.plan.selection import in_germany, may_work
from employer_assistant.plan.setting import Setting
from employer_assistant.rules.assessment import Finding, RouteAssessment, Status
from employer_assistant.rules.judge import unique
from employer_assistant.rules.wording import date_text
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit.colours import Tone
from employer_assistant.ui.screens.road_words import deadline_words, next_deadline

TONES: dict[Status, Tone] = {
    Status.OPEN: "positive",
    Status.REACHABLE: "caution",
    Status.UNDECIDED: "neutral",
    Status.CLOSED: "negative",
}
"""Each status has a shape of its own: tick, half circle, dot, cross."""


def title(found: RouteAssessment | None, context: Context) -> str:
    """Return the first line of the result: the route with its status."""
    if not context.controller.assessment().title_needed:
        return context.t("page.result.title.not_needed")
    if found is None:
        works = may_work(context.controller.situation())
        return context.t("page.result.title.may_work" if works else "page.result.title.none")
    if early(found, context):
        return context.t("page.result.title.early", n=len(_undecided(context)))
    return context.t(f"page.result.title.{found.status.id}", route=context.words(found.route.short))


def subtitle(found: RouteAssessment | None, context: Context) -> str:
    """Return the official title with its paragraph, and who decides."""
    if found is None:
        situation = context.controller.situation()
        here = in_germany(situation)
        key = "page.result.subtitle.may_work" if may_work(situation) else "page.result.subtitle.here"
        return context.t(key if here else "page.result.decides")
    if early(found, context):
        return context.t("page.result.subtitle.early")
    name = context.words(found.route.title)
    return context.t("page.result.subtitle", title=name, paragraph=cited(found.route.paragraph, context.language))


def lead(found: RouteAssessment, procedure: Procedure, context: Context) -> str:
    """Return what the status means for this route in one sentence."""
    if found.status is Status.REACHABLE:
        return " ".join(_reached_by(found, procedure, context))
    if early(found, context):
        return context.t("page.result.lead.early", route=context.words(found.route.short))
    return context.t(f"page.result.lead.{found.status.id}")


def early(found: RouteAssessment, context: Context) -> bool:
    """Tell whether it is too early to put one route first: several are undecided, and questions are left."""
    controller = context.controller
    chosen = controller.case is not None and controller.case.route is not None
    several = found.status is Status.UNDECIDED and len(_undecided(context)) > 1
    return several and not chosen and bool(controller.interview().next_facts)


def _undecided(context: Context) -> list[RouteAssessment]:
    return [one for one in context.controller.assessment().routes if one.status is Status.UNDECIDED]


def what_it_takes(found: RouteAssessment, procedure: Procedure, context: Context) -> str:
    """Return by what a reachable route becomes open: the steps, and what has to change where no step fits."""
    steps, changes = _steps(found, procedure, context)[0], _changes(found, procedure, context)
    parts = [context.t("result.compare.after", steps=steps)] if steps else []
    return " ".join([*parts, *([_needs(changes, bool(steps), context)] if changes else [])])


def _reached_by(found: RouteAssessment, procedure: Procedure, context: Context) -> Iterator[str]:
    (steps, several), changes = _steps(found, procedure, context), _changes(found, procedure, context)
    if steps:
        key = "page.result.lead.reachable.several" if several else "page.result.lead.reachable"
        yield context.t(key, steps=steps) + ("." if changes else "")
    if changes:
        yield _needs(changes, bool(steps), context)


def _needs(changes: str, beside_steps: bool, context: Context) -> str:
    return context.t("remedy.also" if beside_steps else "remedy.without_step", needs=changes)


def _steps(found: RouteAssessment, procedure: Procedure, context: Context) -> tuple[str, bool]:
    """Name the steps by which the road meets what is missing, each way by itself; tell whether one way has several."""
    setting = _setting(found, procedure, context)
    several = either_or(found, setting, context.language)
    if several:
        return several, False
    steps = steps_of(ways_to_open(found, setting)[0], setting)
    return ", ".join(context.words(context.library.steps[step].title) for step in steps), len(steps) > 1


def _changes(found: RouteAssessment, procedure: Procedure, context: Context) -> str:
    """Return what helps with the points that no step of the road meets."""
    setting = _setting(found, procedure, context)
    gaps = (one for way in ways_to_open(found, setting) for one in way)
    missing = (one for one in gaps if named_remedy(one, setting) is None)
    return " ".join(unique(without_step(one, context.language) for one in missing))


def _setting(found: RouteAssessment, procedure: Procedure, context: Context) -> Setting:
    return Setting(context.controller.situation(), found.route.id, procedure)


def next_step(plan: Plan) -> PlannedStep | None:
    """Return what to do next: of the steps that can begin now one of the firm, those that decide the end first."""
    able = possible_now(plan)
    return next((step for step in able if step.step.responsible == "employer"), next(iter(able), None))


def next_action(planned: PlannedStep, context: Context) -> str:
    """Return a step with who does it and by when: its deadline, else the day it is likely over."""
    t, clause = context.t, next_deadline(planned)
    day = ""
    if clause is not None:
        day = deadline_words(clause, context)
    elif planned.finish is not None:
        day = t("page.result.next.by", day=date_text(planned.finish.likely, context.language))
    who = t(f"papers.who.{planned.step.responsible}")
    words = t("page.result.next", step=context.words(planned.step.title), who=who)
    return t("page.separator").join(part for part in (words, day) if part)


def blocking(found: RouteAssessment) -> Finding | None:
    """Return the finding that says best why a route is not open."""
    return next(iter(found.weighing), None)
