"""The road in words: when work can begin, by when to start, and one line for each step."""

from __future__ import annotations

from datetime import date

from employer_assistant.content.model import Procedure
from employer_assistant.content.phrases import phrase
from employer_assistant.papers.words import money_range, span
from employer_assistant.plan.deadlines import ENDS
from employer_assistant.plan.model import Plan, PlannedDeadline, PlannedStep, Range
from employer_assistant.plan.selection import searching
from employer_assistant.plan.wording import begin_late_text, start_text
from employer_assistant.rules.wording import date_text, warning_text
from employer_assistant.ui.context import Context


def months(days: Range, language: str) -> str:
    """Return a range as months: "frühestens Mai, wahrscheinlich Juli 2027", or "etwa Juli 2027" within one month."""
    first, likely = days.earliest, days.likely
    words = {
        "earliest": phrase(f"month.{first.month}", language),
        "likely": phrase(f"month.{likely.month}", language),
        "year": likely.year,
        "first_year": first.year,
    }
    if (first.year, first.month) == (likely.year, likely.month):
        return phrase("page.road.month", language, **words)
    same_year = first.year == likely.year
    return phrase("page.road.months" if same_year else "page.road.months.years", language, **words)


def first_day(plan: Plan) -> PlannedStep:
    """Return the step of the first working day."""
    return next(step for step in plan.steps if step.step.milestone)


def title(plan: Plan, context: Context) -> str:
    """Return the heading: when work can begin, or when it began."""
    if first_day(plan).status == "done":
        return context.t("page.road.title.begun", day=date_text(plan.finish.likely, context.language))
    return context.t("page.road.title", when=months(plan.finish, context.language))


def subtitle(plan: Plan, context: Context) -> str:
    """Return the days behind the heading, and that they are no promise."""
    if first_day(plan).status == "done":
        return context.t("page.road.subtitle.begun")
    search = searching(plan.route, context.controller.situation())
    key = "page.road.subtitle.search" if search else "page.road.subtitle"
    return context.t(key, span=span(plan.finish, context.language))


def begin_by(plan: Plan, context: Context) -> str:
    """Return by when to begin for a wished start, and with which start the plan reckons; empty once work began."""
    if first_day(plan).status == "done":
        return ""
    return " ".join(part for part in (_begin(plan, context), start_text(plan.start_of_work, context.language)) if part)


def _begin(plan: Plan, context: Context) -> str:
    if plan.start_by is None:
        return ""
    wished = date_text(plan.start_by, context.language)
    if plan.begin_by is None:
        return context.t("page.road.begin.unknown", wished=wished)
    if late := begin_late_text(plan, context.language):
        return late
    return context.t("page.road.begin", wished=wished, begin=date_text(plan.begin_by, context.language))


def warnings(plan: Plan, context: Context) -> list[str]:
    """Return the warnings of a plan; deadlines that have passed are named together, the steps say since when."""
    library, language = context.library, context.language
    passed = [warning for warning in plan.warnings if warning.id == "deadline-passed"]
    others = [warning for warning in plan.warnings if warning not in passed]
    said = [warning_text(warning, library, language) for warning in others]
    if len(passed) == 1:
        return [warning_text(passed[0], library, language), *said]
    steps = [step for step in plan.steps if overdue(step, plan.on) is not None]
    if not steps:
        return said
    names = "; ".join(context.words(step.step.title) for step in steps)
    return [context.t("page.road.overdue", n=len(steps), steps=names), *said]


def procedure_line(procedure: Procedure, plan: Plan | None, context: Context) -> str:
    """Return a procedure with the month in which work would likely begin."""
    name = context.t(f"page.procedure.{procedure}")
    if plan is None or first_day(plan).status == "done":
        return name
    likely = plan.finish.likely
    month = context.t(f"month.{likely.month}")
    return context.t("page.procedure.likely", name=name, month=month, year=likely.year)


def step_line(planned: PlannedStep, context: Context) -> str:
    """Return who does a step, when, by which deadline and what it costs, in one line."""
    language = context.language
    parts = [context.t("page.step.decides")] if planned.critical and planned.status != "done" else []
    parts += [context.t(f"papers.who.{planned.step.responsible}"), when(planned, context)]
    clause = next_deadline(planned)
    if clause is not None and planned.status != "done":
        parts.append(deadline_words(clause, context))
    fee = planned.fee
    if fee.max is None:
        parts.append(context.t("page.step.fee.unknown"))
    elif fee.max:
        payer = context.t(f"papers.who.{fee.payer}")
        parts.append(context.t("papers.steps.fee.value", amount=money_range(fee.min, fee.max, language), payer=payer))
    return context.t("page.separator").join(part for part in parts if part)


def when(planned: PlannedStep, context: Context) -> str:
    """Return when a step is likely over, and how late that may become."""
    language, finish = context.language, planned.told_finish
    if planned.status == "done":
        return context.t("papers.steps.done.on", day=date_text(finish.likely, language)) if finish else ""
    if finish is None:
        if planned.start is None:
            return context.t("page.step.undated")
        return context.t("page.step.from", day=date_text(planned.start.likely, language))
    likely = date_text(finish.likely, language)
    if finish.latest is None:
        return context.t("page.step.likely.open", likely=likely)
    if finish.latest == finish.likely:
        return context.t("page.step.by", likely=likely)
    return context.t("page.step.likely", likely=likely, latest=date_text(finish.latest, language))


def next_deadline(planned: PlannedStep) -> PlannedDeadline | None:
    """Return the first dated deadline by which the step must be over."""
    dated = [clause for clause in planned.deadlines if clause.date is not None and clause.deadline.relation in ENDS]
    return min(dated, key=lambda clause: clause.date or date.max, default=None)


def overdue(planned: PlannedStep, on: date) -> date | None:
    """Return the first day by which an open step had to be done and which has passed; only days that really ran."""
    passed = [
        clause.date
        for clause in planned.deadlines
        if clause.date is not None
        and not clause.assumed
        and clause.date < on
        and clause.deadline.relation in ENDS
        and planned.status != "done"
    ]
    return min(passed, default=None)


def deadline_words(clause: PlannedDeadline, context: Context) -> str:
    """Return the day of a deadline with how binding it is."""
    if clause.date is None:
        return ""
    key = "page.step.deadline.expected" if clause.assumed else "page.step.deadline"
    day = date_text(clause.date, context.language)
    words = context.t(key, day=day, strength=context.t(f"papers.strength.{clause.deadline.strength}"))
    if clause.overshoot:
        return context.t(f"deadline.{clause.overshoot}.short", deadline=words)
    return words
