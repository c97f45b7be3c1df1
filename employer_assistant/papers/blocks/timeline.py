"""The picture of the road: one bar per phase."""

from __future__ import annotations

from datetime import date

from employer_assistant.content.phrases import phrase
from employer_assistant.papers import notation
from employer_assistant.papers.blocks.steps import kind
from employer_assistant.papers.parts import Bar, Part, Timeline
from employer_assistant.papers.search import only_if_applied_for_here, plans_a_search
from employer_assistant.papers.sheet import Sheet
from employer_assistant.papers.words import short_span
from employer_assistant.plan.model import Plan, PlannedStep, Range
from employer_assistant.plan.wording import phase_text

AFTER = frozenset({"integration", "retention"})
"""Phases that begin after the first working day; their years would leave no room for the road itself."""


def timeline(block: notation.Timeline, sheet: Sheet) -> list[Part]:
    """Draw the phases up to the first working day, with a line for today."""
    plan = sheet.inputs.plan
    story: list[Part] = [sheet.head(block.title, "timeline")]
    bars = _bars(sheet, plan) if plan else ()
    if not bars:
        return [*story, sheet.no_plan()]
    months = tuple(phrase(f"month.{month}", sheet.spoken)[:3] for month in range(1, 13))
    head = (sheet.say("timeline.phase"), sheet.say("timeline.days"))
    picture = Timeline(bars, sheet.inputs.on, sheet.say("timeline.today"), months, head)
    return [*story, picture, sheet.line(sheet.say("timeline.legend"), "small")]


def _bars(sheet: Sheet, plan: Plan) -> tuple[Bar, ...]:
    found: dict[str, list[PlannedStep]] = {}
    for step in plan.steps:
        if _shown(step, plan):
            found.setdefault(step.step.phase, []).append(step)
    bars = [
        _bar(sheet, phase_text(phase, plan, sheet.inputs.situation, sheet.spoken), _whole(steps, plan))
        for phase, steps in found.items()
    ]
    kind = "search" if plans_a_search(sheet.inputs) else "work"
    kind = "applied-here" if only_if_applied_for_here(sheet.inputs) else kind
    return (*bars, _bar(sheet, sheet.say(f"timeline.{kind}"), plan.finish))


def _shown(step: PlannedStep, plan: Plan) -> bool:
    """Tell whether a step belongs to the road ahead, up to the first working day.

    What can end later is not waited for, the family's visas for example: its days would stretch the bar of the phase.
    """
    if kind(step) != "ordinary" or step.status == "done" or step.start is None or step.finish is None:
        return False
    if step.finish.latest and plan.finish.latest and step.finish.latest > plan.finish.latest:
        return False
    return step.step.phase not in AFTER and step.start.earliest <= plan.finish.earliest


def _whole(steps: list[PlannedStep], plan: Plan) -> Range:
    """Return first beginning, likely end and latest end of a phase, none of them after the first working day."""
    finishes = [step.finish for step in steps if step.finish]
    starts = [step.start.earliest for step in steps if step.start]
    last = [finish.latest for finish in finishes]
    end = (
        None if plan.finish.latest is None or None in last else min(max(day for day in last if day), plan.finish.latest)
    )
    likely = min(max(finish.likely for finish in finishes), plan.finish.likely)
    return Range(max(min(starts), min(plan.on, likely)), likely, end)


def _bar(sheet: Sheet, label: str, days: Range) -> Bar:
    first: date = min(days.earliest, days.likely)
    return Bar(label, short_span(days, sheet.language), first, days.likely, days.latest)
