"""What a paper says, before it is drawn: headings, lines, lists and tables that PDF and HTML are both made from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

StyleName = Literal[
    "title",
    "case",
    "body",
    "lead",
    "lead_small",
    "strong",
    "small",
    "tiny",
    "cell",
    "cell_strong",
    "mark",
    "under",
    "letter",
]


@dataclass(frozen=True)
class Line:
    """A paragraph. ``lang`` is set where it is not in the language of the paper."""

    words: str
    style: StyleName = "body"
    lang: str = ""


@dataclass(frozen=True)
class Runs:
    """Short labels with their values, one after the other in one paragraph."""

    pairs: tuple[tuple[str, str], ...]
    under: bool = True


@dataclass(frozen=True)
class Heading:
    """A heading that is also a bookmark. ``level`` 0 = section, 1 and 2 = parts of it."""

    words: str
    level: int = 0


@dataclass(frozen=True)
class Item:
    """An entry with a tick box and what stands below it."""

    words: str
    ticked: bool
    below: tuple[Part, ...] = ()
    aside: str = ""
    aside_lang: str = ""


@dataclass(frozen=True)
class Bullets:
    """A list; ``numbered`` with numbers, ``columns`` side by side (1 to 3)."""

    items: tuple[tuple[Part, ...], ...]
    numbered: bool = False
    columns: int = 1


@dataclass(frozen=True)
class Pairs:
    """Labels and values side by side."""

    rows: tuple[tuple[str, tuple[Part, ...]], ...]
    small: bool = False


@dataclass(frozen=True)
class Grid:
    """A table with a head that is repeated on each page. ``widths`` are shares of the page's width.

    ``resumed`` stands above what goes on on the next page; for tables without a head.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[tuple[Part, ...], ...], ...]
    widths: tuple[float, ...]
    resumed: str = ""


@dataclass(frozen=True)
class Box:
    """A tick box alone, in a table."""

    ticked: bool = False


@dataclass(frozen=True)
class Blank:
    """Room to write: an empty line. ``share`` of the width at hand."""

    share: float = 1.0


@dataclass(frozen=True)
class Sign:
    """Lines to sign on, side by side, each with what belongs there."""

    labels: tuple[str, ...]


@dataclass(frozen=True)
class Bar:
    """A span of the timeline: dark until the likely day, light until the latest (None = nobody knows)."""

    label: str
    days: str
    first: date
    likely: date
    last: date | None


@dataclass(frozen=True)
class Timeline:
    """A picture of the road: bars, month names on top, a line for today."""

    bars: tuple[Bar, ...]
    today: date
    today_label: str
    months: tuple[str, ...]
    head: tuple[str, str]


@dataclass(frozen=True)
class Code:
    """An address as QR code with words beside it."""

    url: str
    words: str


@dataclass(frozen=True)
class Rule:
    """A line across the page."""


@dataclass(frozen=True)
class NewPage:
    """The rest begins on a new page. ``kept``: it is not handed on with the pages before, and has no page number."""

    kept: bool = False


Part = Line | Runs | Heading | Item | Bullets | Pairs | Grid | Box | Blank | Sign | Timeline | Code | Rule | NewPage


def texts(parts: tuple[Part, ...] | list[Part]) -> Iterator[str]:
    """Return every text of the parts in reading order."""
    for part in parts:
        match part:
            case Line(words=words) | Heading(words=words):
                yield words
            case Runs(pairs=pairs):
                yield from (words for pair in pairs for words in pair)
            case Item(words=words, aside=aside, below=below):
                yield words
                yield from (aside,) if aside else ()
                yield from texts(below)
            case Bullets(items=items):
                yield from (words for item in items for words in texts(item))
            case Pairs(rows=rows):
                for label, value in rows:
                    yield label
                    yield from texts(value)
            case Grid(head=head, rows=grid):
                yield from head
                yield from (words for row in grid for cell in row for words in texts(cell))
            case Sign(labels=labels):
                yield from labels
            case Timeline(bars=bars):
                yield from (words for bar in bars for words in (bar.label, bar.days))
            case Code(url=url, words=words):
                yield from (words, url)
            case _:
                pass
