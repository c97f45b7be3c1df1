"""How far many cases are. Nothing about the people stands here: they are never compared."""

from __future__ import annotations

from datetime import date

from employer_assistant.cases.titles import typed_title
from employer_assistant.papers import notation
from employer_assistant.papers.blocks.steps import kind
from employer_assistant.papers.input import PaperInput
from employer_assistant.papers.parts import Line, Part
from employer_assistant.papers.sheet import Cell, Sheet
from employer_assistant.papers.texts import clean
from employer_assistant.papers.words import initials, short_span
from employer_assistant.plan.model import Plan
from employer_assistant.rules.wording import date_text


def portfolio(block: notation.Portfolio, sheet: Sheet) -> list[Part]:
    """Write one row per case, in the order given."""
    head = tuple(sheet.say(f"portfolio.{column}") for column in ("case", "next", "day", "first-day"))
    rows = [_row(sheet, inputs) for inputs in sheet.cases or (sheet.inputs,)]
    fair = Line(sheet.say("portfolio.fair"), "lead_small")
    return [sheet.head(block.title, "portfolio"), fair, sheet.table(head, rows, (4.7, 4.9, 3.4, 4))]


def _row(sheet: Sheet, inputs: PaperInput) -> tuple[Cell, ...]:
    title = clean(typed_title(inputs.case, sheet.spoken)).replace("\n", " ").strip() or sheet.say("untitled")
    named = Line(initials(title) if sheet.initials_only else title, "cell_strong")
    if inputs.plan is None:
        return (named, sheet.say("portfolio.no-route" if inputs.route is None else "portfolio.no-plan"), "", "")
    day = _next_day(inputs.plan)
    able = [step for step in inputs.plan.steps if step.status in ("next", "open") and kind(step) == "ordinary"]
    able.sort(key=lambda step: step.status != "next")
    step = sheet.words(able[0].step.title) if able else ""
    stated = date_text(day, sheet.language) if day else ""
    return (named, step, stated, short_span(inputs.plan.finish, sheet.language))


def _next_day(plan: Plan) -> date | None:
    """Return the first deadline from today on."""
    days = [
        deadline.date
        for step in plan.steps
        if kind(step) == "ordinary" and step.status != "done"
        for deadline in step.deadlines
        if deadline.date is not None and deadline.date >= plan.on
    ]
    return min(days, default=None)
