"""The state of the law: what changed lately, and what is disputed or open."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from employer_assistant.content.model.base import Item, Text


class LawChange(Item, frozen=True, kw_only=True):
    """A change of law and what it means for employers.

    ``begins``: year, month or day, as exactly as known; ``when`` says it in words with every doubt. ``planned`` is not
    law yet and decides nothing.
    """

    id: str
    begins: Annotated[str, Meta(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
    when: Text
    status: Literal["in_force", "enacted", "planned"]
    title: Text
    meaning: Text
    norm: str
    routes: tuple[str, ...] = ()
    sources: tuple[str, ...]


class Dispute(Item, frozen=True, kw_only=True):
    """A point on which sources differ (``disputed``), or that was not found out (``open``).

    ``adopted`` is the reading that the app follows, ``ask`` names who can tell.
    """

    id: str
    kind: Literal["disputed", "open"]
    topic: Text
    positions: tuple[Text, ...]
    adopted: Text
    ask: Text
    norm: str = ""
    routes: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    sources: tuple[str, ...]
