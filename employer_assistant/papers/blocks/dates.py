"""All deadlines of the plan in the order of their days."""

from __future__ import annotations

from collections import Counter
from datetime import date

from employer_assistant.papers import notation
from employer_assistant.papers.blocks.steps import kind
from employer_assistant.papers.parts import Part
from employer_assistant.papers.sheet import Cell, Sheet
from employer_assistant.plan.model import PlannedDeadline, PlannedStep
from employer_assistant.plan.wording import reckoned_text
from employer_assistant.rules.wording import date_text


def dates(block: notation.Dates, sheet: Sheet) -> list[Part]:
    """Write the deadlines of ordinary steps that are not done; those without a day come last."""
    story: list[Part] = [sheet.head(block.title, "dates")]
    plan = sheet.inputs.plan
    if plan is None:
        return [*story, sheet.no_plan()]
    found = [
        (step, duty)
        for step in plan.steps
        if kind(step) == "ordinary" and step.status != "done" and _wanted(block, sheet, step)
        for duty in _duties(block, step)
    ]
    if not found:
        return [*story, sheet.line(sheet.say("dates.none"))]
    found.sort(key=lambda pair: pair[1][0].date or date.max)
    often = Counter(step.step.id for step, _ in found)
    head = tuple(sheet.say(f"dates.{column}") for column in ("day", "what", "strength"))
    if any(deadline.assumed and deadline.date for _, duty in found for deadline in duty):
        story.append(sheet.line(sheet.say("dates.assumed-note"), "lead_small"))
    return [
        *story,
        sheet.table(
            head, [_row(sheet, *pair, block.text or often[pair[0].step.id] > 1) for pair in found], (3.5, 9.2, 4.5)
        ),
    ]


def _duties(block: notation.Dates, planned: PlannedStep) -> list[list[PlannedDeadline]]:
    """Return the deadlines of a step by day; without their words those of one norm are one duty with several days."""
    duties: dict[object, list[PlannedDeadline]] = {}
    for place, one in enumerate(sorted(planned.deadlines, key=lambda one: one.date or date.max)):
        if not block.strength or one.deadline.strength in block.strength:
            rule = place if block.text else (one.deadline.norm, one.deadline.strength)
            duties.setdefault(rule, []).append(one)
    return list(duties.values())


def _wanted(block: notation.Dates, sheet: Sheet, planned: PlannedStep) -> bool:
    step = planned.step
    return (not block.phases or step.phase in block.phases) and (not block.of_form or step.id in sheet.form.steps)


def _row(sheet: Sheet, planned: PlannedStep, duty: list[PlannedDeadline], told: bool) -> tuple[Cell, ...]:
    """Write one duty; ``told``: with its words, without which two duties of one step would look the same."""
    first, *more = duty
    deadline = first.deadline
    what: list[Part] = [sheet.strong(sheet.words(planned.step.title), "cell_strong")]
    if told:
        what.append(sheet.line(sheet.words(deadline.text), "cell"))
    reckoned = reckoned_text(first, sheet.inputs.library, sheet.language)
    if told and reckoned:
        what.append(sheet.line(reckoned, "cell"))
    later = dict.fromkeys(_day(sheet, one) for one in more if one.date != first.date)
    if later:
        what.append(sheet.line(sheet.say("dates.more", days=", ".join(later)), "cell"))
    if any(one.late for one in duty):
        what.append(sheet.line(sheet.say("dates.late"), "cell"))
    elif any(one.at_risk for one in duty):
        what.append(sheet.line(sheet.say("dates.risk"), "cell"))
    return (
        _day(sheet, first),
        what,
        sheet.joined((sheet.say(f"strength.{deadline.strength}"), sheet.norm(deadline.norm))),
    )


def _day(sheet: Sheet, found: PlannedDeadline) -> str:
    if found.date is None:
        return sheet.say("dates.undated")
    stated = date_text(found.date, sheet.language)
    return sheet.say("dates.about", day=stated) if found.assumed else stated
