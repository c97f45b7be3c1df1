"""What all content has in common: frozen items, texts in both languages, sources."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

ChangeableBy = Literal["employer", "worker", "authority", "time", "never"]
Confidence = Literal["high", "medium", "low"]
Procedure = Literal["regular", "accelerated"]
Unit = Literal["days", "weeks", "months"]


class Item(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Base of everything in the content: unknown keys are refused, absent ones take their default."""


class Text(Item, frozen=True, kw_only=True):
    """One sentence or name in every language the app speaks; German is the original."""

    de: str
    en: str


class Remark(Text, frozen=True, kw_only=True):
    """A text that may be true of some states only. ``countries``: those it is about; empty = every state."""

    countries: tuple[str, ...] = ()


class Source(Item, frozen=True, kw_only=True):
    """Where a statement was read, and as of which day (``as_of`` as the source prints it, or "undated")."""

    id: str
    title: str
    url: str = ""
    as_of: str
    kind: Literal["law", "web", "own"]
