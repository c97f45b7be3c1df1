"""Page breaks: nothing that opens something stands alone at the foot of a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from reportlab.platypus import CondPageBreak, Flowable, PageBreak, Paragraph

from employer_assistant.papers.flowables import Headline, Rows, SigningLines
from employer_assistant.papers.styles import HEIGHT, WIDTH

OPENERS = frozenset({"h1", "h2", "h3", "lead", "lead_small", "strong", "item", "mark", "under"})
"""Styles of text that belongs to what follows it."""
MOST = HEIGHT * 0.9
"""Room asked for at most; more than a page would never be found."""
WHOLE = HEIGHT * 0.22
"""Tables up to this height are not torn from what opens them."""
LINES = 60.0
"""Height of a paragraph's beginning that must follow what opens it; the rest may stand on the next page."""


def unbroken(parts: Sequence[Flowable]) -> Iterator[Flowable]:
    """Break the page before headings and the like where they and the first piece of what follows do not fit."""
    place = 0
    while place < len(parts):
        run = list(takewhile(_opens, parts[place:]))
        after = place + len(run)
        if run:
            wanted = sum(_height(part) for part in run) + (_first(parts[after]) if after < len(parts) else 0)
            yield CondPageBreak(min(max(wanted, _signed(parts, place)), MOST))
        yield from parts[place : after + 1]
        place = after + 1


def _signed(parts: Sequence[Flowable], place: int) -> float:
    """Return the height of a text that is signed, from its heading to the lines to sign on; of another, nothing."""
    height = 0.0
    for number, part in enumerate(parts[place:]):
        if isinstance(part, PageBreak) or (number and isinstance(part, Headline)):
            return 0.0
        height += _height(part)
        if isinstance(part, SigningLines):
            return height
    return 0.0


def _opens(part: Flowable) -> bool:
    return isinstance(part, Paragraph) and part.style.name in OPENERS


def _height(part: Flowable) -> float:
    return float(part.getSpaceBefore() + part.wrap(WIDTH, HEIGHT)[1] + part.getSpaceAfter())


def _first(part: Flowable) -> float:
    """Return the height of the smallest piece that may stand: head and first row of a long table, else all."""
    height = _height(part)
    if isinstance(part, Rows) and height > WHOLE:
        return part.height_of_first()
    return min(height, LINES) if isinstance(part, Paragraph) else height
