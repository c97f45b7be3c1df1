"""Differences between two versions of the content in words, for window and command line alike."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from employer_assistant.content.diff import Detail, Difference, Shown
from employer_assistant.content.model import Text
from employer_assistant.content.phrases import phrase, text
from employer_assistant.rules.wording import date_text, number_text

LONGEST = 200


def difference_text(found: Difference, language: str) -> str:
    """Return the headline of a difference: what kind of item, its name, and that it came, went or changed."""
    kind = phrase(f"diff.collection.{found.collection}", language)
    name = _short(shown(found.title, language))
    if found.of is not None:
        name = phrase("diff.of", language, name=name, of=shown(found.of, language))
    return phrase(f"diff.{found.change}", language, kind=kind, name=name) if name else kind


def detail_texts(found: Difference, language: str) -> Iterator[str]:
    """Yield one line for each thing that changed in the item."""
    for detail in found.details:
        yield _line(detail, language)


def _line(detail: Detail, language: str) -> str:
    aspect = phrase(f"diff.aspect.{detail.aspect}", language)
    if isinstance(detail.under, Text):
        aspect = phrase("diff.under", language, aspect=aspect, under=text(detail.under, language))
    elif detail.under is not None:
        start, end = detail.under
        period = phrase(
            "papers.period.open" if end is None else "papers.period.closed",
            language,
            start=date_text(start, language),
            end=date_text(end, language) if end else "",
        )
        aspect = phrase("diff.under", language, aspect=aspect, under=period)
    old, new = _short(shown(detail.old, language)), _short(shown(detail.new, language))
    shape = "both" if old and new else "new" if new else "old" if old else "plain"
    return phrase(f"diff.detail.{shape}", language, aspect=aspect, old=old, new=new)


def shown(value: Shown, language: str) -> str:
    """Return a value as people read it; nothing for None."""
    if isinstance(value, Text):
        return text(value, language)
    if isinstance(value, bool):
        return phrase("answer.yes" if value else "answer.no", language)
    if isinstance(value, Decimal | int):
        return number_text(Decimal(value), language)
    if isinstance(value, date):
        return date_text(value, language)
    return value or ""


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
