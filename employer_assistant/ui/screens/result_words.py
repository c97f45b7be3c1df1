"""The result in words: title, the line below it, and why another route is as it is."""

from __future__ import annotations

from collections.abc import Iterable

from employer_assistant.content.model import Procedure
from employer_assistant.rules.assessment import Assessment, CaseWarning, Finding, RouteAssessment, Status
from employer_assistant.rules.judge import unique
from employer_assistant.rules.situation import Situation
from employer_assistant.rules.verdict import Verdict
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit.colours import Tone
from employer_assistant.ui.screens.findings import sentence

TONES: dict[Status, Tone] = {
    Status.OPEN: "positive",
    Status.REACHABLE: "caution",
    Status.UNDECIDED: "caution",
    Status.CLOSED: "negative",
}


def title(found: RouteAssessment | None, context: Context) -> str:
    """Return the first line of the result: the route with its status."""
    if not context.controller.assessment().title_needed:
        return context.t("page.result.title.not_needed")
    if found is None:
        return context.t("page.result.title.none")
    return context.t(f"page.result.title.{found.status.id}", route=context.words(found.route.short))


def subtitle(found: RouteAssessment | None, context: Context) -> str:
    """Return the official title with its paragraph, and who decides."""
    if found is None:
        return context.t("page.result.decides")
    name = context.words(found.route.title)
    return context.t("page.result.subtitle", title=name, paragraph=found.route.paragraph)


def lead(found: RouteAssessment, procedure: Procedure, context: Context) -> str:
    """Return what follows from the status in one sentence, empty for an open route."""
    t = context.t
    if found.status is Status.REACHABLE:
        steps = ", ".join(
            context.words(context.library.steps[step].title) for step in first_steps(found, procedure, context)
        )
        return t("page.result.lead.reachable", steps=steps)
    if found.status is Status.UNDECIDED:
        return t("page.result.lead.undecided")
    return t("page.result.lead.closed") if found.status is Status.CLOSED else ""


def first_steps(found: RouteAssessment, procedure: Procedure, context: Context) -> tuple[str, ...]:
    """Return the steps by which the road meets what is missing, one for each point where the procedure names one."""
    steps = context.library.steps
    chosen: list[str] = []
    for finding in found.blocking:
        if finding.verdict is Verdict.UNMET and finding.status is Status.REACHABLE:
            exact = [step for step in finding.remedy_steps if steps[step].procedure == procedure]
            chosen += exact[:1] or finding.remedy_steps[-1:]
    return unique(chosen)


def deciding_fact(found: RouteAssessment, situation: Situation) -> str | None:
    """Return the fact that would decide an undecided route first, as the adviser would ask it."""
    from employer_assistant.rules.interview import askable

    order = situation.library.fact_order
    asked = {question for fact in found.open_facts if (question := askable(fact, situation))}
    if asked:
        return min(asked, key=lambda fact: order[fact])
    return min(found.open_facts, key=lambda fact: order[fact], default=None)


def blocking_sentence(found: RouteAssessment, context: Context) -> tuple[str, str]:
    """Return the sentence that says why a route is not open, and the norm it rests on."""
    first: Finding | None = next(iter(found.blocking), None)
    return ("", "") if first is None else (sentence(first, context.language), first.condition.norm)


def sorted_warnings(
    warnings: Iterable[CaseWarning], found: RouteAssessment | None, assessment: Assessment
) -> tuple[list[CaseWarning], list[CaseWarning]]:
    """Return the warnings that concern the route (or all of them), and those that concern only others."""
    if found is None:
        return list(warnings), []
    own = _figures(found)
    foreign = {figure for other in assessment.routes for figure in _figures(other)} - own
    here: list[CaseWarning] = []
    elsewhere: list[CaseWarning] = []
    for warning in warnings:
        other_route = warning.values.get("route", found.route.id) != found.route.id
        (elsewhere if other_route or warning.values.get("figure") in foreign else here).append(warning)
    return here, elsewhere


def _figures(found: RouteAssessment) -> set[str]:
    return {figure for finding in found.findings for figure, _ in finding.figures}
