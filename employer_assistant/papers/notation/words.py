"""Blocks of the form itself: its texts, data sheets, links, and what the paper rests on."""

from __future__ import annotations

from msgspec import Struct, field

from employer_assistant.content.model import Text
from employer_assistant.papers.notation.base import BaseBlock


class Link(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An official page."""

    words: Text
    url: str


class Codes(BaseBlock, frozen=True, kw_only=True, tag="codes"):
    """Addresses as QR codes: those of the form, ``advice``: the free advice at the place of work."""

    links: tuple[Link, ...] = ()


class Field(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A line of a data sheet: number, label, and the facts that fill it; none = to be written by hand on ``lines``."""

    no: str = ""
    label: Text
    facts: tuple[str, ...] = ()
    note: Text | None = None
    section: Text | None = None
    lines: int = 1


class Fields(BaseBlock, frozen=True, kw_only=True, tag="fields"):
    """A data sheet in the order of a form: ``desk_list`` gives numbers and labels, ``facts`` what is known of each.

    ``empty``: routes on which a field asks for something else than its facts say, so that the user fills it in.
    """

    desk_list: str = ""
    facts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    empty: dict[str, tuple[str, ...]] = field(default_factory=dict)
    rows: tuple[Field, ...] = ()
    intro: Text | None = None


class Point(Text, frozen=True, kw_only=True):
    """A sentence of a list; with ``routes`` only on one of them, or while no route is chosen."""

    routes: tuple[str, ...] = ()


class Words(BaseBlock, frozen=True, kw_only=True, tag="text"):
    """A text of the form itself. ``{fact}`` stands for an answer, or for a line to fill in where it is unknown.

    ``points`` are a list, ``sign`` what is signed below; ``norm`` and ``source`` say on what the words rest.
    ``kept``: from here on the pages stay with the firm; those handed on are counted without them.
    """

    text: Text | None = None
    paragraphs: tuple[Text, ...] = ()
    points: tuple[Point, ...] = ()
    sign: tuple[Text, ...] = ()
    norm: str = ""
    source: Text | None = None
    new_page: bool = False
    kept: bool = False
    small: bool = False


class LawState(BaseBlock, frozen=True, kw_only=True, tag="law_state"):
    """Until when the law was read, which pack, what is only a draft, and who decides; ``brief``: in two lines."""

    brief: bool = False


class Sources(BaseBlock, frozen=True, kw_only=True, tag="sources"):
    """The sources of everything the paper says."""
