"""Page breaks: nothing that opens something stands alone at the foot of a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from reportlab.platypus import CondPageBreak, Flowable, PageBreak, Paragraph

from employer_assistant.papers.flowables import Headline, Rows, SigningLines
from employer_assistant.papers.styles import HEIGHT, WIDTH

OPENERS = frozenset({"h1", "h2", "h3", "lead", "lead_small", "strong", "item", "mark", "under"})
"""Styles of text that belongs to what follows it."""
WORDS = frozenset({"mark", "under"})
"""Styles of the words of an entry, below its title."""
MOST = HEIGHT * 0.9
"""Room asked for at most; more than a page would never be found."""
WHOLE = HEIGHT * 0.22
"""Tables up to this height are not torn from what opens them."""
ENTRY = HEIGHT * 0.16
"""Details of an entry up to this height, such as its deadlines, are not torn from it."""
CLOSING = HEIGHT * 0.45
"""A last section up to this height goes to the last page whole rather than leave a scrap there."""
SCRAP = HEIGHT * 0.2
"""What a last page must hold at least to be worth turning to."""
TAIL = SCRAP * 1.5
"""The end of a longer last section up to this height goes there whole."""
LINES = 60.0
"""Height of a paragraph's beginning that must follow what opens it; the rest may stand on the next page."""


class Closing(CondPageBreak):
    """Breaks the page before the last section, or the end of a long one, if only a scrap of it would stand there."""

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take no room; break where what does not fit is less than a scrap."""
        if not 0 < self.height - height < SCRAP:
            return (0, 0)
        size: tuple[float, float] = super().wrap(width, height)
        return size


def unbroken(parts: Sequence[Flowable]) -> Iterator[Flowable]:
    """Break the page before headings and the like where they and the first piece of what follows do not fit."""
    place, last, closed = 0, _last_section(parts), False
    heights = [_height(part) for part in parts]  # asked for again and again; nothing changes them before the pages
    while place < len(parts):
        if not closed and 0 <= last <= place:
            left = sum(heights[place:])
            closed = left < (CLOSING if place == last else TAIL)
            if closed:
                yield Closing(left)
        run = _run(parts[place:])
        after = place + len(run)
        # an entry without details is whole with its last line; what follows opens anew
        whole = after < len(parts) and _opens(parts[after])
        if run:
            follows = 0.0 if whole or after == len(parts) else _follows(parts[after:])
            wanted = sum(heights[place : place + len(run)]) + follows
            yield CondPageBreak(min(max(wanted, _signed(parts, heights, place)), MOST))
        after += not whole
        yield from parts[place:after]
        place = after


def _run(parts: Sequence[Flowable]) -> list[Flowable]:
    """Return what opens at the beginning, up to the words of the first entry."""
    run: list[Flowable] = []
    for part in takewhile(_opens, parts):
        if run and _style(run[-1]) in WORDS and _style(part) not in WORDS:
            break
        run.append(part)
    return run


def _last_section(parts: Sequence[Flowable]) -> int:
    """Return the place of the last heading of a section after the first; -1 if there is none."""
    return max((number for number, part in enumerate(parts) if number and _style(part) == "h1"), default=-1)


def _follows(parts: Sequence[Flowable]) -> float:
    """Return the room what follows needs: all details of an entry if they are few, else the first piece."""
    details = sum(_height(part) for part in takewhile(_detail, parts))
    return details if 0 < details <= ENTRY else _first(parts[0])


def _detail(part: Flowable) -> bool:
    return _style(part) == "detail"


def _signed(parts: Sequence[Flowable], heights: Sequence[float], place: int) -> float:
    """Return the height of a text that is signed, from its heading to the lines to sign on and the note below them;
    of another text, nothing.
    """
    height = 0.0
    for number in range(place, len(parts)):
        part = parts[number]
        if isinstance(part, PageBreak) or (number > place and isinstance(part, Headline)):
            return 0.0
        height += heights[number]
        if isinstance(part, SigningLines):
            noted = number + 1 < len(parts) and _style(parts[number + 1]) == "small"
            return height + (heights[number + 1] if noted else 0.0)
    return 0.0


def _opens(part: Flowable) -> bool:
    return _style(part) in OPENERS


def _style(part: Flowable) -> str:
    return str(part.style.name) if isinstance(part, Paragraph) else ""


def _height(part: Flowable) -> float:
    return float(part.getSpaceBefore() + part.wrap(WIDTH, HEIGHT)[1] + part.getSpaceAfter())


def _first(part: Flowable) -> float:
    """Return the height of the smallest piece that may stand: head and first rows of a long table, else all."""
    height = _height(part)
    if isinstance(part, Rows) and height > WHOLE:
        return part.opening()
    return min(height, LINES) if isinstance(part, Paragraph) else height
