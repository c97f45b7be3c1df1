"""All deadlines of the plan in the order of their days."""

from __future__ import annotations

from datetime import date

from employer_assistant.papers import form
from employer_assistant.papers.blocks.steps import kind
from employer_assistant.papers.parts import Part
from employer_assistant.papers.sheet import Cell, Sheet
from employer_assistant.plan.model import PlannedDeadline, PlannedStep
from employer_assistant.rules.wording import date_text


def dates(block: form.Dates, sheet: Sheet) -> list[Part]:
    """Write the deadlines of ordinary steps that are not done; those without a day come last."""
    story: list[Part] = [sheet.head(block.title, "dates")]
    plan = sheet.inputs.plan
    if plan is None:
        return [*story, sheet.no_plan()]
    found = [
        (step, deadline)
        for step in plan.steps
        if kind(step) == "ordinary" and step.status != "done" and _wanted(block, sheet, step)
        for deadline in step.deadlines
        if not block.strength or deadline.deadline.strength in block.strength
    ]
    if not found:
        return [*story, sheet.line(sheet.say("dates.none"))]
    found.sort(key=lambda pair: pair[1].date or date.max)
    head = tuple(sheet.say(f"dates.{column}") for column in ("day", "what", "strength"))
    if any(deadline.assumed and deadline.date for _, deadline in found):
        story.append(sheet.line(sheet.say("dates.assumed-note"), "lead_small"))
    return [*story, sheet.table(head, [_row(block, sheet, *pair) for pair in found], (3.5, 9.2, 4.5))]


def _wanted(block: form.Dates, sheet: Sheet, planned: PlannedStep) -> bool:
    step = planned.step
    return (not block.phases or step.phase in block.phases) and (not block.of_form or step.id in sheet.form.steps)


def _row(block: form.Dates, sheet: Sheet, planned: PlannedStep, found: PlannedDeadline) -> tuple[Cell, ...]:
    deadline = found.deadline
    if found.date is None:
        day: Cell = sheet.say("dates.undated")
    else:
        stated = date_text(found.date, sheet.language)
        day = sheet.say("dates.about", day=stated) if found.assumed else stated
    what: list[Part] = [sheet.strong(sheet.words(planned.step.title), "cell_strong")]
    if block.text:
        what.append(sheet.line(sheet.words(deadline.text), "cell"))
    if found.late:
        what.append(sheet.line(sheet.say("dates.late"), "cell"))
    return (day, what, sheet.joined((sheet.say(f"strength.{deadline.strength}"), deadline.norm)))
