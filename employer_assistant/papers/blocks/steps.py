"""Steps with drawn tick boxes, by phase; optional and contingent ones apart."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from employer_assistant.content.phrases import phrase
from employer_assistant.papers import form
from employer_assistant.papers.desks import desk_name
from employer_assistant.papers.sheet import Sheet
from employer_assistant.papers.styles import INDENT
from employer_assistant.papers.words import duration, money_range, short_span
from employer_assistant.plan.model import PlannedDeadline, PlannedStep
from employer_assistant.rules.wording import date_text

APART = frozenset({"what", "who", "deadline"})
"""What is said of optional and contingent steps; the rest waits until they become ordinary."""


def steps(block: form.Steps, sheet: Sheet) -> list[Flowable]:
    """Write the steps of the plan that the form asks for."""
    story: list[Flowable] = [sheet.heading(sheet.words(block.title) or sheet.say("section.steps"))]
    plan = sheet.inputs.plan
    if plan is None:
        return [*story, sheet.line(sheet.say("no-plan"))]
    story.append(sheet.line(sheet.say("steps.intro"), "lead"))
    chosen = [step for step in plan.steps if _wanted(block, step)]
    if "ordinary" in block.kinds:
        ordinary = [step for step in chosen if kind(step) == "ordinary"]
        for phase in dict.fromkeys(step.step.phase for step in ordinary):
            story.append(sheet.heading(sheet.say(f"phase.{phase}"), 1))
            story += [part for step in ordinary if step.step.phase == phase for part in _step(block, sheet, step)]
    for apart in ("optional", "contingent"):
        members = [step for step in chosen if kind(step) == apart]
        if apart in block.kinds and members:
            story += [
                sheet.heading(sheet.say(f"steps.{apart}"), 1),
                sheet.line(sheet.say(f"steps.{apart}.intro"), "lead"),
            ]
            story += [part for step in members for part in _step(block, sheet, step)]
    return story


def kind(planned: PlannedStep) -> str:
    """Return whether the step is ordinary, optional or contingent."""
    return "contingent" if planned.contingent else "optional" if planned.optional else "ordinary"


def _wanted(block: form.Steps, planned: PlannedStep) -> bool:
    step = planned.step
    return (not block.responsible or step.responsible in block.responsible) and (
        not block.phases or step.phase in block.phases
    )


def _step(block: form.Steps, sheet: Sheet, planned: PlannedStep) -> list[Flowable]:
    title = sheet.tick(sheet.words(planned.step.title), planned.status == "done")
    marks = sheet.joined(list(_marks(sheet, planned)))
    parts: list[Flowable] = [title]
    if marks:
        parts.append(sheet.line(marks, "mark"))
    if planned.status == "done":
        return [*parts, Spacer(0, 3 * mm)]
    if "what" in block.show:
        parts.append(sheet.line(sheet.words(planned.step.what), "under"))
    parts.append(sheet.pairs(list(_rows(block, sheet, planned)), indent=INDENT, small=True))
    return [*parts, Spacer(0, 3 * mm)]


def _marks(sheet: Sheet, planned: PlannedStep) -> Iterator[str]:
    if planned.status == "done":
        day = sheet.inputs.case.ticks.get(planned.step.id) or sheet.inputs.case.events.get(
            planned.step.finish_event or ""
        )
        yield sheet.say("steps.done.on", day=date_text(day, sheet.language)) if day else sheet.say("steps.done")
        return
    if planned.status == "next":
        yield sheet.say("steps.next")
    if planned.provisional:
        yield sheet.say("steps.provisional")
    if planned.critical:
        yield sheet.say("steps.critical")


def _rows(block: form.Steps, sheet: Sheet, planned: PlannedStep) -> Iterator[tuple[str, str | list[Flowable]]]:
    step, language = planned.step, sheet.language
    shown = set(block.show) if kind(planned) == "ordinary" else set(block.show) & APART
    if "who" in shown:
        yield sheet.say("steps.who"), sheet.say(f"who.{step.responsible}")
    if "when" in shown:
        yield sheet.say("steps.when"), _when(sheet, planned)
    if "duration" in shown and planned.duration.unit is not None:
        words = {"duration": duration(planned.duration, language)}
        kind_of = phrase(f"kind.{planned.duration.kind}", language)
        yield sheet.say("steps.duration"), sheet.say("steps.duration.value", **words, kind=kind_of)
    if "deadline" in shown:
        lines: list[Flowable] = [sheet.line(deadline_words(sheet, one), "cell") for one in planned.deadlines]
        yield sheet.say("steps.deadline"), lines
    if "desk" in shown:
        yield sheet.say("steps.desk"), desk_name(sheet, planned)
    if "fee" in shown:
        yield sheet.say("steps.fee"), _fee(sheet, planned)
    if "hint" in shown:
        hints: list[Flowable] = [sheet.line(sheet.words(hint), "cell") for hint in step.hints]
        yield sheet.say("steps.hint"), hints
    if "norm" in shown:
        yield sheet.say("steps.norm"), ", ".join(step.norms)


def _when(sheet: Sheet, planned: PlannedStep) -> str:
    parts = []
    if planned.start is not None:
        parts.append(sheet.say("steps.start", range=short_span(planned.start, sheet.language)))
    if planned.finish is not None:
        parts.append(sheet.say("steps.finish", range=short_span(planned.finish, sheet.language)))
    return ", ".join(parts)


def deadline_words(sheet: Sheet, planned: PlannedDeadline) -> str:
    """Return a deadline with its day, how binding it is and its words."""
    deadline = planned.deadline
    words = {
        "text": sheet.words(deadline.text),
        "strength": sheet.say(f"strength.{deadline.strength}"),
    }
    if planned.date is None:
        return sheet.say("steps.deadline.undated", **words)
    shape = "assumed" if planned.assumed else "on"
    return sheet.say(f"steps.deadline.{shape}", day=date_text(planned.date, sheet.language), **words)


def _fee(sheet: Sheet, planned: PlannedStep) -> str:
    fee = planned.fee
    if fee.max == 0:
        return ""
    value = sheet.say(
        "steps.fee.value",
        amount=money_range(fee.min, fee.max, sheet.language),
        payer=sheet.say(f"who.{fee.payer}"),
    )
    note = fee.basis or fee.reason
    return f"{value}. {sheet.words(note)}" if note else value
