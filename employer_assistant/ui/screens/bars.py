"""What the timeline shows: one bar for each phase of the road up to the first working day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from employer_assistant.papers.words import span
from employer_assistant.plan.model import Plan, PlannedStep, Range
from employer_assistant.plan.planning import PHASES
from employer_assistant.ui.context import Context


@dataclass(frozen=True)
class Bar:
    """A phase in time. ``latest`` None = nobody knows how late it may become; ``words`` says the same in a sentence."""

    phase: str
    label: str
    start: date
    likely: date
    latest: date | None
    done: bool
    words: str


@dataclass(frozen=True)
class Scale:
    """The days the timeline spans, from the first of a month to the first of another."""

    first: date
    last: date

    def share(self, day: date) -> float:
        """Return where a day lies, from 0 (first) to 1 (last)."""
        return (day - self.first).days / (self.last - self.first).days

    def months(self) -> list[date]:
        """Return the first of every month inside."""
        found, day = [], self.first
        while day < self.last:
            found.append(day)
            day = _first_of_next(day)
        return found


def bars(plan: Plan, context: Context) -> tuple[Bar, ...]:
    """Return the bars of a plan in the order of the road; phases that decide nothing have none."""
    return tuple(bar for phase in PHASES if (bar := _bar(phase, plan, context)) is not None)


def _bar(phase: str, plan: Plan, context: Context) -> Bar | None:
    shown = [step for step in plan.steps if step.step.phase == phase and _decides(step, plan)]
    spans = [(step.start, step.finish) for step in shown if step.start is not None and step.finish is not None]
    if not spans:
        return None
    start = min(begun.earliest for begun, _ in spans)
    lasts = [ended.latest for _, ended in spans]
    known = [day for day in lasts if day is not None]
    latest = max(known) if len(known) == len(lasts) else None
    likely = max(ended.likely for _, ended in spans)
    label = context.t(f"papers.phase.{phase}")
    done = all(step.status == "done" for step in shown)
    if done:
        words = context.t("page.timeline.done", phase=label)
    else:
        words = context.t("page.timeline.bar", phase=label, span=span(Range(start, likely, latest), context.language))
    return Bar(phase, label, start, likely, likely if done else latest, done, words)


def _decides(step: PlannedStep, plan: Plan) -> bool:
    """Whether a step belongs to the chain that ends in the first working day, or is over already."""
    if step.optional or step.contingent:
        return False
    done_before = step.status == "done" and step.finish is not None and step.finish.likely <= plan.finish.likely
    return step.critical or done_before


def scale(found: tuple[Bar, ...], plan: Plan) -> Scale:
    """Return the days to show: today, all bars, and the wished start of work."""
    days = [plan.on, plan.finish.likely, *(bar.start for bar in found), *(bar.latest or bar.likely for bar in found)]
    if plan.start_by is not None and plan.start_by >= plan.on:
        days.append(plan.start_by)
    return Scale(min(days).replace(day=1), _first_of_next(max(days)))


def _first_of_next(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)
