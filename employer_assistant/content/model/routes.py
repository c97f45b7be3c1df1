"""Conditions, routes and the rule sets beside them."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import field

from employer_assistant.content.expressions import Test
from employer_assistant.content.model.base import ChangeableBy, Confidence, Item, Text


class Condition(Item, frozen=True, kw_only=True):
    """One requirement. ``text`` states it, ``unmet`` says what is missing, ``explain`` what exactly counts.

    ``remedy_steps`` are steps by which the road itself meets it; ``action`` is a change that somebody must decide.
    Shared conditions name the routes they hold for in ``applies_to``; ``applies_if`` narrows that for single routes.
    ``idle_when``: a met condition is then not about the case at all (a rule from age 45 for somebody of 30) and is not
    told as met; it never changes the verdict. ``open``: what is said while nobody can tell, if the text would read as a
    fact.
    """

    id: str
    text: Text
    unmet: Text
    explain: Text | None = None
    norm: str
    kind: Literal["law", "discretion", "practice"]
    met_when: Test
    idle_when: Test | None = None
    open: Text | None = None
    effect: Literal["blocks", "procedure", "duty", "variant", "limit", "not_needed"] = "blocks"
    assume_met: bool = False
    remedy_steps: tuple[str, ...] = ()
    action: Text | None = None
    changeable_by: ChangeableBy
    counted_at: Literal["application", "first_issue", "work_start", "decision"]
    valid_from: date | None = None
    valid_to: date | None = None
    same_as: str | None = None
    applies_to: tuple[str, ...] = ()
    applies_if: dict[str, Test] = field(default_factory=dict)
    sources: tuple[str, ...]


class RulingCase(Item, frozen=True, kw_only=True):
    """One case of a ruling: the value that holds when the test is met."""

    value: str
    when: Test


class Ruling(Item, frozen=True, kw_only=True):
    """BA approval (none, required, depends) or § 81a (yes, ask, no): the first case that is met, else ``value``."""

    value: str
    cases: tuple[RulingCase, ...] = ()
    norm: str = ""
    note: Text | None = None


class Point(Item, frozen=True, kw_only=True):
    """A line of a points table (Annex to § 20a AufenthG)."""

    feature: Text
    points: int


class Pitfall(Text, frozen=True, kw_only=True):
    """Where it often goes wrong. ``when``: for cases in which this is not ruled out; it decides nothing."""

    when: Test | None = None


class Outcome(Item, frozen=True, kw_only=True):
    """What a title brings, in words."""

    recognition: Text
    language: Text
    pay: Text
    age: Text
    validity: Text
    family: Text
    change_of_employer: Text
    settlement: Text | None = None


class Route(Item, frozen=True, kw_only=True):
    """A residence title as a way to hire. ``rank`` is the employer's order, 1 first.

    ``for_search``: the title is one to look for work or training; trial work or a side job may begin, and no more.
    ``interim``: until recognition the work is another than the target occupation.
    """

    id: str
    rank: int
    title: Text
    short: Text
    paragraph: str
    who: Text
    claim: Literal["entitlement", "should", "may"]
    claim_note: Text
    requires: Test
    conditions: tuple[Condition, ...]
    ba_approval: Ruling
    accelerated: Ruling
    outcome: Outcome
    pitfalls: tuple[Pitfall, ...] = ()
    points: tuple[Point, ...] = ()
    for_search: bool = False
    interim: bool = False
    sources: tuple[str, ...]
    confidence: Confidence


class StatusRow(Item, frozen=True, kw_only=True):
    """What a document in the hands of a person already in Germany allows, and what the employer must check.

    ``values``: the answers to the present status that such a document stands for.
    """

    values: tuple[str, ...] = ()
    status: Text
    may_work: Text
    check: Text
    norm: str


class Ruleset(Item, frozen=True, kw_only=True):
    """Checks that stand beside the routes: they decide how to go about it, never whether a route is open.

    Its questions are asked first as soon as ``when`` is met.
    """

    id: str
    when: Test
    title: Text
    paragraph: str
    who: Text
    conditions: tuple[Condition, ...]
    rows: tuple[StatusRow, ...] = ()
    pitfalls: tuple[Pitfall, ...] = ()
    sources: tuple[str, ...]
    confidence: Confidence
