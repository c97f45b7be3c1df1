"""Steps on the road: durations, deadlines, fees, events."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from employer_assistant.content.expressions import Test
from employer_assistant.content.model.base import Item, Remark, Text, Unit


class Hint(Remark, frozen=True, kw_only=True):
    """A remark on a step; with ``when`` only for the plans that meet the test."""

    when: Test | None = None


class Statutory(Item, frozen=True, kw_only=True):
    """A period the law gives, in words of the norm."""

    value: Decimal | None = None
    unit: str = ""
    norm: str = ""


class Duration(Item, frozen=True, kw_only=True):
    """How long a step takes (earliest, likely, latest) and on what that rests. No range = not known."""

    min: int | None = None
    likely: int | None = None
    max: int | None = None
    unit: Unit | None = None
    kind: Literal["statute", "reported", "estimate"]
    basis: Text
    unknown: Text | None = None
    statutory: Statutory | None = None
    source: str | None = None


class DurationVariant(Item, frozen=True, kw_only=True):
    """A duration that replaces the usual one when the test is met."""

    when: Test
    duration: Duration


class Deadline(Item, frozen=True, kw_only=True):
    """One clause of a deadline, counted as §§ 187-193 BGB count it. No ``value`` = the event itself.

    ``until_event``: what makes it pointless once it happened (the visa issued, for the approval that must outlast it).
    ``strength_said``: the words say themselves how binding it is, so that papers need not add it.
    """

    text: Text
    relation: Literal[
        "within", "not_later_than", "not_before", "at_least_before", "valid_for", "deemed_after", "without_delay"
    ]
    value: int | None = None
    unit: Literal["calendar_days", "working_days_mo_fr", "werktage_mo_sat", "weeks", "months", "years"] | None = None
    anchor_event: str
    rolls: bool = False
    holidays_of: Literal["saxony", "mission", "none"] = "none"
    strength: Literal["statute", "practice", "recommended"]
    strength_said: bool = False
    norm: str = ""
    when: Test | None = None
    until_event: str | None = None


class Fee(Item, frozen=True, kw_only=True):
    """What a step costs in euro. No amounts = not known, ``reason`` says why.

    ``figures`` name the figures of law from which the amounts come; the check holds both together.
    """

    min: Decimal | None = None
    max: Decimal | None = None
    figures: tuple[str, ...] = ()
    basis: Text | None = None
    reason: Text | None = None
    note: Text | None = None
    payer: Literal["employer", "worker", "negotiable"]


class FeeVariant(Item, frozen=True, kw_only=True):
    """A fee that replaces the usual one when the test is met (another title, another fee of the ordinance).

    ``bodies``: only for an occupation that these alone recognise; each body has its own tariff.
    """

    when: Test | None = None
    bodies: tuple[str, ...] = ()
    fee: Fee


class OnTop(Item, frozen=True, kw_only=True):
    """What is due beside the fee when the test is met, as often as the case does not say: for each further child.

    ``key`` names the words for the candidate (``on_top.KEY``) if the step is the worker's.
    """

    text: Text
    key: str = ""
    when: Test | None = None


class AlsoDue(Item, frozen=True, kw_only=True):
    """A further amount that comes with a step when the test is met; another one may pay it.

    ``key`` names the words for the candidate (``steps.STEP.also_due.KEY.title``) if the step is the worker's.
    ``bodies``: only for an occupation that these alone recognise.
    """

    key: str
    title: Text
    fee: Fee
    when: Test | None = None
    bodies: tuple[str, ...] = ()


class DocumentIf(Item, frozen=True, kw_only=True):
    """A document that only some cases need: ``when`` it can be, and in words (``text``) what no fact decides.

    ``key`` names those words for the candidate (``only_if.KEY``); a paper that the worker brings needs it.
    """

    document: str
    key: str = ""
    when: Test | None = None
    text: Text | None = None


class AlsoEvent(Item, frozen=True, kw_only=True):
    """A further name for the start or finish of a step in some plans."""

    event: str
    at: Literal["start", "finish"]
    when: Test | None = None


class Instead(Item, frozen=True, kw_only=True):
    """What a step says, and which desk is in charge of it, where the test is met; what is left out stays as usual.

    ``key`` names the words for the candidate (``steps.STEP.instead.KEY.what``); a step of the worker needs it.
    """

    key: str = ""
    when: Test
    title: Text | None = None
    what: Text | None = None
    authority: Text | None = None
    office: str | None = None
    deadline_note: Text | None = None


class Step(Item, frozen=True, kw_only=True):
    """A task on the road. ``office`` names the role of the desk in charge, looked up by place.

    ``open_desk``: it is done at a desk that is open on working days only, though no role names it (bank, registry).

    ``instead``: other words or another desk for some cases; the first that is met holds, and a plan keeps that one
    only. ``ends_after``: steps that must be over before this one ends, though it may begin earlier (one looks for a
    flat from abroad and moves in after the entry).
    """

    id: str
    phase: Literal[
        "preparation", "recruiting", "recognition", "permission", "visa", "arrival", "integration", "retention"
    ]
    title: Text
    what: Text
    authority: Text
    office: str | None = None
    instead: tuple[Instead, ...] = ()
    applies_to: tuple[str, ...]
    procedure: Literal["regular", "accelerated", "both"]
    when: Test | None = None
    contingent: bool = False
    optional_for: tuple[str, ...] = ()
    open_desk: bool = False
    responsible: Literal["employer", "worker", "abh", "ba", "recognition_body", "mission", "other"]
    depends_on: tuple[str, ...] = ()
    ends_after: tuple[str, ...] = ()
    start_event: str | None = None
    finish_event: str | None = None
    also_events: tuple[AlsoEvent, ...] = ()
    milestone: Literal["first_working_day"] | None = None
    documents: tuple[str, ...] = ()
    documents_if: tuple[DocumentIf, ...] = ()
    duration: Duration
    variants: tuple[DurationVariant, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    deadline_note: Text | None = None
    fee: Fee
    fee_variants: tuple[FeeVariant, ...] = ()
    on_top: tuple[OnTop, ...] = ()
    also_due: tuple[AlsoDue, ...] = ()
    norms: tuple[str, ...] = ()
    hints: tuple[Hint, ...] = ()
    sources: tuple[str, ...] = ()


class SpanCase(Item, frozen=True, kw_only=True):
    """A span that holds instead of the usual one when the test is met.

    ``lasts``: the fact that says after how many days from the start of work it ends already.
    """

    when: Test
    months: int = 0
    days: int = 0
    lasts: str | None = None


class AssumedEvent(Item, frozen=True, kw_only=True):
    """An event without a step of its own; until entered it is assumed as said here, and shown as an assumption.

    ``anchors``: the first event or fact of the list that has a day; ``months`` and ``days`` are added to it. With
    ``contract_plus`` (a figure in months) the length of the contract and the figure are added to the start of work
    instead, ``months`` at most and for a permanent contract. The first of ``cases`` that is met outranks both.
    ``not_before``: a figure of law that is a day; the event is then, or later if an anchor says so. ``watched``: an
    expiry to keep an eye on, until ``until_event``.
    """

    id: str
    title: Text
    anchors: tuple[str, ...] = ()
    months: int = 0
    contract_plus: str | None = None
    not_before: str | None = None
    cases: tuple[SpanCase, ...] = ()
    days: int = 0
    end_of_month: bool = False
    watched: bool = False
    until_event: str | None = None
    note: Text | None = None
