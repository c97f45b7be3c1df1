"""What the timeline shows: one bar for each phase of the road up to the first working day, or one for each step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from employer_assistant.papers.words import span
from employer_assistant.plan.model import Plan, PlannedStep, Range
from employer_assistant.plan.planning import PHASES
from employer_assistant.plan.wording import phase_text
from employer_assistant.ui.context import Context


@dataclass(frozen=True)
class Bar:
    """A phase or a step in time. ``latest`` None = nobody knows how late it may be; ``words`` says it in a sentence.

    ``decides``: it is on the longest chain, which ends in the first working day.
    """

    id: str
    label: str
    start: date
    likely: date
    latest: date | None
    done: bool
    words: str
    decides: bool = True


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
    label = phase_text(phase, plan, context.controller.situation(), context.language)
    done = all(step.status == "done" for step in shown)
    if done:
        words = context.t("page.timeline.done", phase=label)
    else:
        words = context.t("page.timeline.bar", phase=label, span=span(Range(start, likely, latest), context.language))
    return Bar(phase, label, start, likely, likely if done else latest, done, words)


def step_bars(plan: Plan, context: Context) -> tuple[Bar, ...]:
    """Return the open steps up to the first working day by their beginning; those of the longest chain are marked."""
    last = max(step.start.likely for step in plan.steps if step.step.milestone and step.start is not None)
    shown = [step for step in plan.steps if _ahead(step, last)]
    return tuple(_step_bar(step, context) for step in sorted(shown, key=_begins))


def _ahead(step: PlannedStep, last: date) -> bool:
    counted = not (step.optional or step.contingent) and step.status != "done"
    return counted and step.start is not None and step.finish is not None and (step.critical or _begins(step) < last)


def _begins(step: PlannedStep) -> date:
    return step.start.likely if step.start is not None else date.max


def _step_bar(step: PlannedStep, context: Context) -> Bar:
    assert step.start is not None and step.finish is not None  # noqa: S101, PT018 - `_ahead` lets no other through
    title = context.words(step.step.title)
    label = context.t("page.timeline.decides", step=title) if step.critical else title
    days = Range(step.start.likely, step.finish.likely, step.finish.latest)
    words = context.t("page.timeline.bar", phase=title, span=span(step.finish, context.language))
    words = f"{words}. {context.t('page.step.decides')}" if step.critical else words
    return Bar(step.step.id, label, days.earliest, days.likely, days.latest, False, words, step.critical)


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
