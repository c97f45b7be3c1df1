"""What the content is made of.

Everything here is frozen data, read from the pack in one typed pass. Money is in euro (``Decimal``), days are ``date``.
"""

from __future__ import annotations

from datetime import date

from employer_assistant.content.model.base import ChangeableBy, Confidence, Item, Procedure, Remark, Source, Text, Unit
from employer_assistant.content.model.facts import Choice, Derivation, Fact, Interview, LeverTo, Section, Typical
from employer_assistant.content.model.figures import Figure, FigureValue
from employer_assistant.content.model.funding import CostWarning, Funding
from employer_assistant.content.model.law import Dispute, LawChange
from employer_assistant.content.model.papers import DeskItem, DeskList, Document, Language, MaxAge
from employer_assistant.content.model.places import (
    Address,
    Body,
    Checked,
    Competence,
    Country,
    District,
    Mission,
    Municipality,
    Occupation,
    Office,
)
from employer_assistant.content.model.routes import (
    Condition,
    Outcome,
    Pitfall,
    Point,
    Route,
    Ruleset,
    Ruling,
    RulingCase,
    StatusRow,
)
from employer_assistant.content.model.steps import (
    AlsoDue,
    AlsoEvent,
    AssumedEvent,
    Deadline,
    DocumentIf,
    Duration,
    DurationVariant,
    Fee,
    FeeVariant,
    Hint,
    Instead,
    OnTop,
    SpanCase,
    Statutory,
    Step,
)

__all__ = [
    "Address",
    "AlsoDue",
    "AlsoEvent",
    "AssumedEvent",
    "Body",
    "ChangeableBy",
    "Checked",
    "Choice",
    "Competence",
    "Condition",
    "Confidence",
    "Content",
    "CostWarning",
    "Country",
    "Deadline",
    "Derivation",
    "DeskItem",
    "DeskList",
    "Dispute",
    "District",
    "Document",
    "DocumentIf",
    "Duration",
    "DurationVariant",
    "Fact",
    "Fee",
    "FeeVariant",
    "Figure",
    "FigureValue",
    "Funding",
    "Hint",
    "Instead",
    "Interview",
    "Item",
    "Language",
    "LawChange",
    "LeverTo",
    "MaxAge",
    "Mission",
    "Municipality",
    "Occupation",
    "Office",
    "OnTop",
    "Outcome",
    "Pitfall",
    "Point",
    "Procedure",
    "Remark",
    "Route",
    "Ruleset",
    "Ruling",
    "RulingCase",
    "Section",
    "Source",
    "SpanCase",
    "StatusRow",
    "Statutory",
    "Step",
    "Text",
    "Typical",
    "Unit",
]


class Content(Item, frozen=True, kw_only=True):
    """All of it, as one pack holds it."""

    version: str
    law_as_of: date
    read_on: date
    holidays: tuple[date, ...]
    mission_holidays: tuple[date, ...] = ()
    desk_days_off: tuple[date, ...] = ()
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
    competences: tuple[Competence, ...] = ()
    municipalities: tuple[Municipality, ...]
    occupations: tuple[Occupation, ...]
    bodies: tuple[Body, ...]
    countries: tuple[Country, ...]
    languages: tuple[Language, ...] = ()
    changes: tuple[LawChange, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    funding: tuple[Funding, ...] = ()
    cost_warnings: tuple[CostWarning, ...] = ()
    sources: tuple[Source, ...]
