"""A case: only what its people entered. Everything else is worked out anew from content, answers and today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from employer_assistant.content.model import Procedure
from employer_assistant.rules.answers import Answer

DocumentStateName = Literal["asked", "received", "checked", "sent"]


@dataclass(frozen=True)
class DocumentState:
    """How far a paper is, since when, and a remark. ``path``: where the user keeps a scan; the file is never copied."""

    state: DocumentStateName
    date: date | None = None
    note: str = ""
    path: str = ""


@dataclass(frozen=True)
class Note:
    """A dated remark."""

    on: date
    text: str


@dataclass(frozen=True)
class Variant:
    """A "what if" kept beside the case: other answers (None = not answered), route or procedure under a name."""

    name: str
    answers: Mapping[str, Answer | None] = field(default_factory=dict)
    route: str | None = None
    procedure: Procedure | None = None


@dataclass(frozen=True)
class Case:
    """One hire. Mappings are never changed in place; commands return a new case.

    ``reasons``: why an answer differs from what follows from others (`rules.overrides`), by fact.
    """

    title: str
    answers: Mapping[str, Answer] = field(default_factory=dict)
    route: str | None = None
    procedure: Procedure | None = None
    ticks: Mapping[str, date] = field(default_factory=dict)
    events: Mapping[str, date] = field(default_factory=dict)
    documents: Mapping[str, DocumentState] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    taken: tuple[str, ...] = ()
    variants: tuple[Variant, ...] = ()
    content_version: str = ""
    sample: bool = False
    reasons: Mapping[str, str] = field(default_factory=dict)
