"""What the content is made of: facts, conditions, figures, routes, steps, documents, places and people to ask.

Everything here is frozen data, read from the pack in one typed pass. Money is in euro (``Decimal``), days are ``date``.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from employer_assistant.content.expressions import Test

StatementKind = Literal["law", "discretion", "practice", "estimate", "unknown"]
ChangeableBy = Literal["employer", "worker", "authority", "time", "never"]
Confidence = Literal["high", "medium", "low"]
Procedure = Literal["regular", "accelerated"]
Unit = Literal["days", "weeks", "months"]


class _Item(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Base of everything in the content: unknown keys are refused, absent ones take their default."""


class Text(_Item, frozen=True, kw_only=True):
    """One sentence or name in every language the app speaks; German is the original."""

    de: str
    en: str


class Source(_Item, frozen=True, kw_only=True):
    """Where a statement was read, and as of which day (``as_of`` as the source prints it, or "undated")."""

    id: str
    title: str
    url: str = ""
    as_of: str
    kind: Literal["law", "web", "own"]


# ---- facts


class Choice(_Item, frozen=True, kw_only=True):
    """One possible answer of a choice fact."""

    value: str
    label: Text
    hint: Text | None = None


class Derivation(_Item, frozen=True, kw_only=True):
    """How a fact follows from others when nobody answered it; the first derivation that applies counts.

    Exactly one of ``value``, ``fact`` (copy its answer) and ``occupation`` (a field of the chosen occupation) is set.
    """

    when: Test | None = None
    value: str | None = None
    fact: str | None = None
    occupation: Literal["regulated", "isco08", "health_or_care", "qualified_training"] | None = None


class Fact(_Item, frozen=True, kw_only=True):
    """A thing the app may ask. ``where`` says whom to ask when the answer is not known."""

    id: str
    kind: Literal[
        "choice", "yes_no", "money", "number", "date", "country", "countries", "postcode", "occupation", "text"
    ]
    group: str
    label: Text
    question: Text
    why: Text
    help: Text | None = None
    example: str | None = None
    where: Text
    choices: tuple[Choice, ...] = ()
    unit: str | None = None
    changeable_by: ChangeableBy
    asked_when_unknown: str
    sensitive: bool = False
    norm: str
    derived: tuple[Derivation, ...] = ()
    papers: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()


class Section(_Item, frozen=True, kw_only=True):
    """A group of questions as the rail of the wizard names it."""

    id: str
    title: Text


class Interview(_Item, frozen=True, kw_only=True):
    """The adviser's order of questions; ``details`` are facts that only forms need."""

    sections: tuple[Section, ...]
    order: tuple[str, ...]
    details: tuple[str, ...]


# ---- figures


class FigureValue(_Item, frozen=True, kw_only=True):
    """A value with its period (both days inclusive; no ``valid_to`` = open). ``day`` replaces ``value`` in dates."""

    value: Decimal | None = None
    day: date | None = None
    valid_from: date
    valid_to: date | None = None
    status: Literal["in_force", "enacted", "draft", "projection", "derived", "practice", "expired"]
    norm: str
    note: Text | None = None
    sources: tuple[str, ...]


class Figure(_Item, frozen=True, kw_only=True):
    """A figure of law. With ``percentage`` and ``base`` its values are computed from the base at build."""

    id: str
    label: Text
    unit: Text
    rule: Text | None = None
    percentage: Decimal | None = None
    base: str | None = None
    norm: str = ""
    values: tuple[FigureValue, ...] = ()


# ---- conditions and routes


class Condition(_Item, frozen=True, kw_only=True):
    """One requirement. ``text`` states it, ``unmet`` says what is missing, ``explain`` what exactly counts.

    ``remedy_steps`` are steps by which the road itself meets it; ``action`` is a change that somebody must decide.
    Shared conditions name the routes they hold for in ``applies_to``; ``applies_if`` narrows that for single routes.
    """

    id: str
    text: Text
    unmet: Text
    explain: Text | None = None
    norm: str
    kind: Literal["law", "discretion", "practice"]
    met_when: Test
    effect: Literal["blocks", "procedure", "duty", "variant", "not_needed"] = "blocks"
    assume_met: bool = False
    remedy_steps: tuple[str, ...] = ()
    action: Text | None = None
    changeable_by: ChangeableBy
    counted_at: Literal["application", "first_issue", "work_start", "decision"]
    valid_from: date | None = None
    valid_to: date | None = None
    same_as: str | None = None
    applies_to: tuple[str, ...] = ()
    applies_if: dict[str, Test] = {}
    sources: tuple[str, ...]


class RulingCase(_Item, frozen=True, kw_only=True):
    """One case of a ruling: the value that holds when the test is met."""

    value: str
    when: Test


class Ruling(_Item, frozen=True, kw_only=True):
    """BA approval (none, required, depends) or § 81a (yes, ask, no): the first case that is met, else ``value``."""

    value: str
    cases: tuple[RulingCase, ...] = ()
    norm: str = ""
    note: Text | None = None


class Point(_Item, frozen=True, kw_only=True):
    """A line of a points table (Annex to § 20a AufenthG)."""

    feature: Text
    points: int


class Outcome(_Item, frozen=True, kw_only=True):
    """What a title brings, in words."""

    recognition: Text
    language: Text
    pay: Text
    age: Text
    validity: Text
    family: Text
    change_of_employer: Text
    settlement: Text | None = None


class Route(_Item, frozen=True, kw_only=True):
    """A residence title as a way to hire. ``rank`` is the employer's order, 1 first."""

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
    pitfalls: tuple[Text, ...] = ()
    points: tuple[Point, ...] = ()
    sources: tuple[str, ...]
    confidence: Confidence


class StatusRow(_Item, frozen=True, kw_only=True):
    """What a document in the hands of a person already in Germany allows, and what the employer must check."""

    status: Text
    may_work: Text
    check: Text
    norm: str


class Ruleset(_Item, frozen=True, kw_only=True):
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
    pitfalls: tuple[Text, ...] = ()
    sources: tuple[str, ...]
    confidence: Confidence


# ---- steps and documents


class Statutory(_Item, frozen=True, kw_only=True):
    """A period the law gives, in words of the norm."""

    value: Decimal | None = None
    unit: str = ""
    norm: str = ""


class Duration(_Item, frozen=True, kw_only=True):
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


class DurationVariant(_Item, frozen=True, kw_only=True):
    """A duration that replaces the usual one when the test is met."""

    when: Test
    duration: Duration


class Deadline(_Item, frozen=True, kw_only=True):
    """One clause of a deadline, counted as §§ 187-193 BGB count it. No ``value`` = the event itself."""

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
    norm: str = ""
    when: Test | None = None


class Fee(_Item, frozen=True, kw_only=True):
    """What a step costs in euro. No amounts = not known, ``reason`` says why."""

    min: Decimal | None = None
    max: Decimal | None = None
    basis: Text | None = None
    reason: Text | None = None
    note: Text | None = None
    payer: Literal["employer", "worker", "negotiable"]


class DocumentIf(_Item, frozen=True, kw_only=True):
    """A document that only some cases need; ``text`` says when if no fact decides it."""

    document: str
    when: Test | None = None
    text: Text | None = None


class AlsoEvent(_Item, frozen=True, kw_only=True):
    """A further name for the start or finish of a step in some plans."""

    event: str
    at: Literal["start", "finish"]
    when: Test | None = None


class Step(_Item, frozen=True, kw_only=True):
    """A task on the road. ``office`` names the role of the desk in charge, looked up by place."""

    id: str
    phase: Literal[
        "preparation", "recruiting", "recognition", "permission", "visa", "arrival", "integration", "retention"
    ]
    title: Text
    what: Text
    authority: Text
    office: str | None = None
    applies_to: tuple[str, ...]
    procedure: Literal["regular", "accelerated", "both"]
    when: Test | None = None
    contingent: bool = False
    optional_for: tuple[str, ...] = ()
    responsible: Literal["employer", "worker", "abh", "ba", "recognition_body", "mission", "other"]
    depends_on: tuple[str, ...] = ()
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
    norms: tuple[str, ...] = ()
    hints: tuple[Text, ...] = ()
    sources: tuple[str, ...] = ()


class SpanCase(_Item, frozen=True, kw_only=True):
    """A span that holds instead of the usual one when the test is met."""

    when: Test
    months: int = 0
    days: int = 0


class AssumedEvent(_Item, frozen=True, kw_only=True):
    """An event without a step of its own; until entered it is assumed as said here, and shown as an assumption.

    ``anchors``: the first event or fact of the list that has a day; ``months`` and ``days`` are added to it. With
    ``contract_plus`` (a figure in months) the length of the contract and the figure are added instead, ``months`` at
    most and for a permanent contract. The first of ``cases`` that is met outranks both.
    """

    id: str
    title: Text
    anchors: tuple[str, ...] = ()
    months: int = 0
    contract_plus: str | None = None
    cases: tuple[SpanCase, ...] = ()
    days: int = 0
    end_of_month: bool = False
    note: Text | None = None


class Document(_Item, frozen=True, kw_only=True):
    """A paper on the way. ``checked`` is false where no source was read for it."""

    id: str
    title: Text
    who: Literal["worker", "employer", "both", "abh", "recognition_body", "mission", "other"]
    who_text: Text | None = None
    forms: tuple[str, ...] = ()
    form_text: Text | None = None
    official: Text | None = None
    notes: tuple[Text, ...] = ()
    max_age: Text | None = None
    checked: bool = True
    norms: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


# ---- lists of desks


class DeskItem(_Item, frozen=True, kw_only=True):
    """One line of a desk's own form or list. ``found`` false: a gap of our knowledge at this place, never a guess."""

    no: str
    text: Text
    section: Text | None = None
    document: str | None = None
    who: Literal["worker", "employer", "both", "abh", "recognition_body", "mission", "other"]
    form: Text | None = None
    copies: int | None = None
    note: Text | None = None
    found: bool = True


class DeskList(_Item, frozen=True, kw_only=True):
    """What a desk asks for, in the order of its own form. Only ``verified`` and ``partly`` may be printed as the desk's.

    ``desks``: abh, ba, employer, mission:<city>, mission:all, mission:other or the id of a recognition body.
    """

    id: str
    title: Text
    publisher: str
    desks: tuple[str, ...]
    routes: tuple[str, ...] = ()
    version: str = ""
    status: Literal["verified", "partly", "second_best", "not_found"]
    complete: bool
    stand_in_for: Text | None = None
    set_rule: Text | None = None
    note: Text | None = None
    items: tuple[DeskItem, ...] = ()
    sources: tuple[str, ...]


# ---- places, occupations, countries


class Address(_Item, frozen=True, kw_only=True):
    """A postal address as far as it is known."""

    street: str = ""
    postcode: str = ""
    city: str = ""


class Office(_Item, frozen=True, kw_only=True):
    """A desk an employer may need. What was not found is named in ``missing``; low confidence is marked everywhere."""

    id: str
    role: str
    name: Text
    operator: Text | None = None
    districts: tuple[str, ...] = ()
    address: Address
    phone: str = ""
    email: str = ""
    web: str = ""
    hours: Text | None = None
    languages: tuple[str, ...] = ()
    services: tuple[Text, ...] = ()
    online: tuple[Text, ...] = ()
    note: Text | None = None
    missing: Text | None = None
    missing_fields: tuple[str, ...] = ()
    as_of: str
    confidence: Confidence
    sources: tuple[str, ...]


class District(_Item, frozen=True, kw_only=True):
    """A Landkreis or kreisfreie Stadt of Saxony (five-digit key) with its desks."""

    id: str
    name: Text
    kind: str
    seat: str
    abh: str
    welcome_center: str | None = None
    welcome_center_fallback: str | None = None
    ihk: str
    hwk: str
    employment_agencies: tuple[str, ...]
    advice: tuple[str, ...]
    recognition_advice: tuple[str, ...]
    notes: tuple[Text, ...] = ()


class Municipality(_Item, frozen=True, kw_only=True):
    """A Saxon municipality (AGS, eight digits) with its postcodes (© OpenStreetMap contributors, ODbL)."""

    id: str
    name: str
    district: str
    postcodes: tuple[str, ...]


class Occupation(_Item, frozen=True, kw_only=True):
    """An occupation with its codes and the body that recognises foreign qualifications for it.

    ``regulated`` None = not verified. Empty ``bodies`` = not verified unless ``recognition`` says none is needed.
    """

    id: str
    name: Text
    kind: str
    group: str
    bodies: tuple[str, ...] = ()
    body_confidence: Confidence | None = None
    recognition: Literal["body", "none_needed", "unknown"]
    regulated: Literal["yes", "title", "partial", "no"] | None = None
    regulated_basis: Text | None = None
    health_or_care: bool | None = None
    qualified_training: bool | None = None
    training_law: str = ""
    kldb: tuple[str, ...] = ()
    isco08: tuple[str, ...] = ()
    isco08_alternatives: tuple[str, ...] = ()
    shortage_group: Literal["yes", "some", "no"] | None = None
    note: Text | None = None
    sources: tuple[str, ...] = ()


class Body(_Item, frozen=True, kw_only=True):
    """A body that decides on recognition."""

    id: str
    name: Text
    competent_for: Text
    district: Text
    address: str = ""
    phone: str = ""
    email: str = ""
    web: str = ""
    fee: Text | None = None
    duration: Text | None = None
    online: Text | None = None
    languages: tuple[str, ...] = ()
    as_of: str
    confidence: Confidence
    sources: tuple[str, ...]


class Mission(_Item, frozen=True, kw_only=True):
    """A German mission abroad."""

    city: Text
    kind: str
    web: str = ""


class Country(_Item, frozen=True, kw_only=True):
    """A state (ISO 3166 alpha-2). ``annex_38``: listed in the Annex to § 38 BeschV."""

    id: str
    name: Text
    also: tuple[str, ...] = ()
    group: Literal["eu", "eea", "ch", "third"]
    annex_38: bool | None = None
    visa_free_work: bool = False
    authentication: Literal["apostille", "legalisation", "verification", "mixed"] | None = None
    authentication_text: Text | None = None
    rules: tuple[Text, ...] = ()
    notes: tuple[Text, ...] = ()
    missions: tuple[Mission, ...] = ()
    centre: Text | None = None
    languages: Text | None = None
    as_of: str = ""
    sources: tuple[str, ...] = ()


class Language(_Item, frozen=True, kw_only=True):
    """A further language of the candidate's sheet. ``texts``: key such as ``documents.passport.title`` to words.

    ``official`` names the keys whose wording an official source uses; all others are our own translation.
    """

    id: str
    name: str
    name_de: str
    name_en: str
    checked_by_native: bool = False
    official: tuple[str, ...] = ()
    texts: dict[str, str]


class Content(_Item, frozen=True, kw_only=True):
    """All of it, as one pack holds it."""

    version: str
    law_as_of: date
    read_on: date
    holidays: tuple[date, ...]
    interview: Interview
    facts: tuple[Fact, ...]
    shared_conditions: tuple[Condition, ...]
    routes: tuple[Route, ...]
    rulesets: tuple[Ruleset, ...] = ()
    figures: tuple[Figure, ...]
    steps: tuple[Step, ...]
    events: tuple[AssumedEvent, ...]
    documents: tuple[Document, ...]
    desk_lists: tuple[DeskList, ...] = ()
    offices: tuple[Office, ...]
    districts: tuple[District, ...]
    municipalities: tuple[Municipality, ...]
    occupations: tuple[Occupation, ...]
    bodies: tuple[Body, ...]
    countries: tuple[Country, ...]
    languages: tuple[Language, ...] = ()
    sources: tuple[Source, ...]
