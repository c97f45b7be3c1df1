"""What a plan is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from employer_assistant.content.model import (
    AlsoDue,
    Body,
    Country,
    Deadline,
    Document,
    Duration,
    Fee,
    Office,
    OnTop,
    Procedure,
    Step,
    Text,
)
from employer_assistant.rules.assessment import CaseWarning, RouteAssessment

StepStatus = Literal["done", "next", "open", "waiting"]
Payer = Literal["employer", "worker", "negotiable"]
Certainty = Literal["exact", "range", "unknown"]
StartReason = Literal["entered", "agreed", "wished", "too_early", "possible"]
AuthenticationRule = Literal["apostille", "legalisation", "verification", "mixed"]


@dataclass(frozen=True)
class Progress:
    """What really happened in a case so far: ticked steps, dated events, optional steps taken, states of documents.

    ``procedure_chosen``: the case names its procedure, so that nobody has to be told to choose one.
    """

    ticks: Mapping[str, date]
    events: Mapping[str, date]
    taken: tuple[str, ...] = ()
    documents: Mapping[str, str] = field(default_factory=dict)
    procedure_chosen: bool = False


@dataclass(frozen=True)
class Range:
    """Three dates that are never merged into one promise; ``latest`` None = nobody knows."""

    earliest: date
    likely: date
    latest: date | None


@dataclass(frozen=True)
class StartOfWork:
    """The day with which a plan reckons for the start of work, and why.

    ``wished``: the day agreed or wished, if any; ``possible``: the first day on which work is likely possible.
    ``too_early``: the day agreed or wished lies before that one, so ``day`` is the possible one.
    """

    day: date
    reason: StartReason
    wished: date | None
    possible: date


@dataclass(frozen=True)
class PlannedDeadline:
    """A deadline of a step with its date. ``assumed``: the day it counts from has not happened yet.

    ``late``: the step is likely over only after that day, as far as this plan can tell. ``at_risk``: it is not, but if
    every step takes longest, it is over only after the day that the deadline then has. ``counted_from``: the day that
    the event of the deadline is taken to have.
    """

    deadline: Deadline
    counted_from: date | None
    date: date | None
    assumed: bool
    late: bool = False
    at_risk: bool = False

    @property
    def overshoot(self) -> Literal["late", "risk"] | None:
        """Which words say that the step may be over too late; None if it is not."""
        return "late" if self.late else "risk" if self.at_risk else None

    @property
    def earliest(self) -> bool:
        """Whether it is a day before which nothing can be done: no deadline, whatever it is kept beside."""
        return self.deadline.relation == "not_before"


@dataclass(frozen=True)
class PlannedStep:
    """A step with its place in time. ``provisional``: whether it is needed hangs on an answer still missing.

    ``office_assumed``: another desk may be in charge (several are possible, or the place of residence is not known).
    ``on_top``: what is due beside the fee, so many times as nobody asked; ``also_due``: further known amounts.
    ``reckoned``: of the first working day, not before the day that is agreed or wished. ``ahead``: that day waits for
    the step.
    """

    step: Step
    status: StepStatus
    contingent: bool
    optional: bool
    provisional: bool
    duration: Duration
    start: Range | None
    finish: Range | None
    critical: bool
    deadlines: tuple[PlannedDeadline, ...]
    documents: tuple[str, ...]
    office: Office | Body | None
    fee: Fee
    office_assumed: bool = False
    on_top: tuple[OnTop, ...] = ()
    also_due: tuple[AlsoDue, ...] = ()
    reckoned: Range | None = None
    ahead: bool = False

    @property
    def told_start(self) -> Range | None:
        """When the step begins, as people are told it: work begins no earlier than agreed or wished."""
        return self.reckoned or self.start

    @property
    def told_finish(self) -> Range | None:
        """When the step is over, as people are told it."""
        return self.reckoned or self.finish


@dataclass(frozen=True)
class Authentication:
    """How papers of a state are proved genuine: its rule, with the state. Whether it is asked for, the desk decides."""

    country: Country
    rule: AuthenticationRule
    text: Text | None


@dataclass(frozen=True)
class PlannedDocument:
    """A paper the case needs, and the steps that need it. ``only_if`` says when, where no fact decides it.

    ``only_if_key``: names those words in the languages of the candidate's sheet (``only_if.KEY``).
    ``authentications``: rules of the states whose papers it can be, if the paper is one that may have to be proved.
    ``ages``: how old it may be, as far as a desk of this case says so.
    """

    document: Document
    steps: tuple[str, ...]
    state: str
    only_if: Text | None = None
    only_if_key: str = ""
    authentications: tuple[Authentication, ...] = ()
    ages: tuple[Text, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """The forms of the document; no proof that it is genuine where its states have none that Germany accepts."""
        none = bool(self.authentications) and all(one.rule == "verification" for one in self.authentications)
        return tuple(form for form in self.document.forms if not (none and form == "authentication"))


@dataclass(frozen=True)
class PlannedCost:
    """One amount of the road in euro, what it is for, who pays, and how sure it is. Unknown amounts are None.

    ``on_top``: what the amount leaves out, because the case does not say how many persons or times it is due.
    """

    step: str
    label: Text
    min: Decimal | None
    max: Decimal | None
    payer: Payer
    certainty: Certainty
    basis: Text | None
    note: Text | None
    on_top: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Costs:
    """The sum of one payer in euro.

    ``unknown`` names the steps whose fee is not known, ``on_top`` says what more is due.
    """

    min: Decimal
    max: Decimal
    unknown: tuple[str, ...]
    on_top: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Plan:
    """The whole road. ``finish`` is the first lawful working day; ``begin_by`` counts back with the latest values."""

    route: RouteAssessment
    procedure: Procedure
    on: date
    start_by: date | None
    steps: tuple[PlannedStep, ...]
    documents: tuple[PlannedDocument, ...]
    costs: Mapping[str, Costs]
    items: tuple[PlannedCost, ...]
    finish: Range
    start_of_work: StartOfWork
    begin_by: date | None
    warnings: tuple[CaseWarning, ...]

    @property
    def past_begin(self) -> Literal["late", "past"]:
        """Which words say that `begin_by` has passed: even the likely day comes after the wished start, or it may."""
        return "late" if self.start_by is not None and self.finish.likely > self.start_by else "past"
