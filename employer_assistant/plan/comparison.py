"""The regular and the accelerated procedure side by side for one case, and where § 81a brings nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from employer_assistant.content.library import Library
from employer_assistant.content.model import Procedure, Statutory, Text
from employer_assistant.plan.fitting import fitting
from employer_assistant.plan.model import Costs, Plan, PlannedDeadline, PlannedStep, Progress
from employer_assistant.plan.planning import plan
from employer_assistant.plan.selection import PROCEDURE_STEP, accelerated, in_germany
from employer_assistant.rules.assessment import CaseWarning, RouteAssessment
from employer_assistant.rules.situation import Situation

VISA_FREE_STEP = "visa-free-entry"
"""The step of the regular road that stands for entry without a visa."""
OPEN_QUESTIONS = frozenset({"recognition-processing-regular", "recognition-processing-accelerated", "practice-licence"})
"""Steps of recognition and licence: as long as one is open, § 81a shortens more than the wait for a visa."""

Brings = Literal["impossible", "not_needed", "little", "may_help"]
Kind = Literal["statute", "reported", "estimate"]


@dataclass(frozen=True)
class Period:
    """A period that a law gives for a step; it stands beside the duration, never in it."""

    step: str
    statutory: Statutory


@dataclass(frozen=True)
class Lapse:
    """Something that this road obtains and that runs out if it is not used in time."""

    step: str
    clause: PlannedDeadline


@dataclass(frozen=True)
class Share:
    """Days of the longest chain that rest on one kind: shortest, likely, longest (None = nobody knows)."""

    shortest: int
    likely: int
    longest: int | None


@dataclass(frozen=True)
class Side:
    """One procedure. ``by_kind``: the open steps on the longest chain, by what their duration rests on."""

    plan: Plan
    by_kind: Mapping[Kind, tuple[PlannedStep, ...]]
    periods: tuple[Period, ...]
    lapses: tuple[Lapse, ...]

    @property
    def costs(self) -> Mapping[str, Costs]:
        """The sums by payer."""
        return self.plan.costs

    def share(self, kind: Kind) -> Share:
        """Return how many days of the longest chain rest on one kind; the likely days of all kinds make the chain."""
        spans = [(step.start, step.finish) for step in self.by_kind[kind]]
        dated = [(start, finish) for start, finish in spans if start is not None and finish is not None]
        longest = [(finish.latest - start.latest).days for start, finish in dated if finish.latest and start.latest]
        return Share(
            sum((finish.earliest - start.earliest).days for start, finish in dated),
            sum((finish.likely - start.likely).days for start, finish in dated),
            sum(longest) if len(longest) == len(spans) else None,
        )


@dataclass(frozen=True)
class Reason:
    """Why § 81a brings nothing or little: phrase ``comparison.reason.<id>``; ``norm`` may be empty."""

    id: str
    norm: str = ""


@dataclass(frozen=True)
class Comparison:
    """Both roads. ``accelerated`` None = not possible. ``likely_days``: how much earlier it likely ends; no promise.

    ``sure``: even its latest day lies before the earliest of the regular road. ``advice``: hints of the content.
    """

    regular: Side
    accelerated: Side | None
    brings: Brings
    reasons: tuple[Reason, ...]
    warnings: tuple[CaseWarning, ...]
    likely_days: int | None
    sure: bool
    advice: tuple[Text, ...]


def compare(
    situation: Situation, route: RouteAssessment, progress: Progress, start_by: date | None = None
) -> Comparison:
    """Work out both procedures. Raises NotPossible for a closed route."""
    regular = plan(situation, route, "regular", progress, start_by)
    possible = accelerated(route, situation) != "no" and not in_germany(situation)
    fast = plan(situation, route, "accelerated", progress, start_by) if possible else None
    reasons = tuple(_reasons(situation, route, regular, fast))
    earlier = (regular.finish.likely - fast.finish.likely).days if fast else None
    last = fast.finish.latest if fast else None
    return Comparison(
        regular=side(regular),
        accelerated=side(fast) if fast else None,
        brings=_verdict(reasons),
        reasons=reasons,
        warnings=fast.warnings if fast else (),
        likely_days=earlier,
        sure=last is not None and last < regular.finish.earliest,
        advice=fitting(situation.library.steps[PROCEDURE_STEP].hints, situation),
    )


def side(found: Plan) -> Side:
    """Return one plan with what its days rest on kept apart."""
    open_steps = [step for step in found.steps if step.status != "done" and not (step.contingent or step.optional)]
    return Side(
        plan=found,
        by_kind=_by_kind([step for step in open_steps if step.critical]),
        periods=tuple(
            Period(step.step.id, step.duration.statutory) for step in open_steps if step.duration.statutory is not None
        ),
        lapses=tuple(
            Lapse(step.step.id, clause)
            for step in found.steps
            if not (step.contingent or step.optional)
            for clause in step.deadlines
            if clause.deadline.relation == "valid_for"
        ),
    )


def source_of(step: PlannedStep, library: Library) -> tuple[str, str] | None:
    """Return title and state (as printed there) of what a duration rests on, None for own estimates."""
    source = library.sources.get(step.duration.source or "")
    return (source.title, source.as_of) if source else None


def _by_kind(steps: list[PlannedStep]) -> dict[Kind, tuple[PlannedStep, ...]]:
    kinds: tuple[Kind, ...] = ("statute", "reported", "estimate")
    return {kind: tuple(step for step in steps if step.duration.kind == kind) for kind in kinds}


def _reasons(situation: Situation, route: RouteAssessment, regular: Plan, fast: Plan | None) -> Iterator[Reason]:
    """Give only reasons of the content: excluded, not for people here, § 41 nationals, nothing left to recognise."""
    norm = situation.library.steps[PROCEDURE_STEP].norms[0]
    if in_germany(situation):
        yield Reason("in-germany", norm)
    elif fast is None:
        yield Reason("excluded", route.route.accelerated.norm or norm)
    if fast is None:
        return
    if any(step.step.id == VISA_FREE_STEP for step in regular.steps):
        yield Reason("visa-free", situation.library.steps[VISA_FREE_STEP].norms[0])
    if not any(_still_open(step) for step in (*regular.steps, *fast.steps)):
        yield Reason("nothing-to-recognise")
    if fast.finish.likely >= regular.finish.likely:
        yield Reason("not-earlier")


def _still_open(step: PlannedStep) -> bool:
    counted = not (step.contingent or step.optional)
    return counted and step.step.id in OPEN_QUESTIONS and step.status != "done"


def _verdict(reasons: tuple[Reason, ...]) -> Brings:
    ids = {reason.id for reason in reasons}
    if ids & {"in-germany", "excluded"}:
        return "impossible"
    if ids & {"visa-free", "not-earlier"}:
        return "not_needed"
    return "little" if ids else "may_help"


def procedures(found: Comparison) -> tuple[Procedure, ...]:
    """Return the procedures that are possible, regular first."""
    return ("regular", "accelerated") if found.accelerated else ("regular",)
