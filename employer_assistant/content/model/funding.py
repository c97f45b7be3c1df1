"""Money from others for the hire, and what may not be asked back from the worker."""

from __future__ import annotations

from datetime import date

from employer_assistant.content.expressions import Test
from employer_assistant.content.model.base import Confidence, Item, Text


class Funding(Item, frozen=True, kw_only=True):
    """A subsidy; ``when`` narrows it by answers, route and procedure, ``valid_from`` and ``valid_to`` by day.

    ``apply_by``: until when, and before what, it must be applied for, in words; ``as_of``: what of it may be outdated.
    """

    id: str
    title: Text
    provider: Text
    office: str | None = None
    who: Text
    conditions: tuple[Text, ...]
    amount: Text
    apply_by: Text
    as_of: Text
    when: Test | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    norm: str = ""
    sources: tuple[str, ...]
    confidence: Confidence


class CostWarning(Item, frozen=True, kw_only=True):
    """What an employer may not charge or ask back, or only under conditions. ``steps``: where it is shown."""

    id: str
    title: Text
    text: Text
    points: tuple[Text, ...] = ()
    steps: tuple[str, ...] = ()
    when: Test | None = None
    norm: str = ""
    sources: tuple[str, ...]
