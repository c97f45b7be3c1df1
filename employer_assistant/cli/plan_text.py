"""The plan as text to read: the dates first, then the steps by phase, the costs and what to heed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from employer_assistant.cli.lines import wrapped
from employer_assistant.cli.parts import library
from employer_assistant.content.norms import cited
from employer_assistant.content.phrases import phrase, text
from employer_assistant.papers.words import span, sum_of
from employer_assistant.plan.model import Plan, PlannedStep
from employer_assistant.plan.selection import searching
from employer_assistant.plan.wording import begin_late_text, phase_text, start_text
from employer_assistant.rules.situation import Situation
from employer_assistant.rules.wording import date_text, warning_text

MARKS = {"done": "[x]", "next": "[>]", "open": "[ ]", "waiting": "[ ]"}


def report(title: str, plan: Plan, situation: Situation, language: str) -> Iterator[str]:
    """Yield the lines of the plan of a case."""
    route = plan.route.route
    yield title
    yield f"{text(route.title, language)} ({cited(route.paragraph, language)})"
    yield phrase(f"cli.plan.{plan.procedure}", language, on=date_text(plan.on, language))
    finish = "cli.plan.finish.search" if searching(plan.route, situation) else "cli.plan.finish"
    yield from wrapped(phrase(finish, language, days=span(plan.finish, language)))
    yield from wrapped(start_text(plan.start_of_work, language))
    if late := begin_late_text(plan, language):
        yield from wrapped(late)
    elif plan.begin_by:
        yield phrase("cli.plan.begin_by", language, day=date_text(plan.begin_by, language))
    for warning in plan.warnings:
        yield from wrapped("! " + warning_text(warning, library(), language))
    ordinary = [step for step in plan.steps if not (step.contingent or step.optional)]
    for phase, steps in groupby(ordinary, key=lambda step: step.step.phase):
        yield from ("", phase_text(phase, plan, situation, language))
        for step in steps:
            yield from _step(step, language)
    yield from _beside("cli.plan.optional", [step for step in plan.steps if step.optional], language)
    yield from ("", phrase("cli.plan.costs", language))
    for payer, costs in plan.costs.items():
        unknown = phrase("cli.plan.unknown_costs", language, n=len(costs.unknown)) if costs.unknown else ""
        said = phrase(f"cli.payer.{payer}", language, sum=sum_of(costs, language))
        yield from wrapped(f"- {said} {unknown}", 2)
        for one in costs.on_top:
            yield from wrapped(phrase("costs.on_top", language, text=text(one, language)), 2)
    yield ""
    yield from wrapped(phrase("disclaimer", language))


def _step(planned: PlannedStep, language: str) -> Iterator[str]:
    days = planned.told_finish or planned.told_start
    when = f": {span(days, language)}" if days else ""
    who = phrase(f"cli.who.{planned.step.responsible}", language)
    yield from wrapped(f"{MARKS[planned.status]} {text(planned.step.title, language)} ({who}){when}", 2)
    for clause in planned.deadlines:
        if clause.date is not None:
            day = date_text(clause.date, language)
            said = f"- {day}: {text(clause.deadline.text, language)} ({cited(clause.deadline.norm, language)})"
            if clause.overshoot:
                said = phrase(f"papers.steps.deadline.{clause.overshoot}", language, deadline=said)
            yield from wrapped(said, 6)


def _beside(heading: str, steps: list[PlannedStep], language: str) -> Iterator[str]:
    if steps:
        yield from ("", phrase(heading, language))
        for step in steps:
            yield from wrapped(f"- {text(step.step.title, language)}  [{step.step.id}]", 2)
