"""Documents on the way, lists of desks, languages of the candidate's sheet."""

from __future__ import annotations

from typing import Literal

from employer_assistant.content.expressions import Test
from employer_assistant.content.model.base import Item, Procedure, Remark, Text


class MaxAge(Item, frozen=True, kw_only=True):
    """How old a paper may be at most: for some desk of everybody, or where missions in ``countries`` or desks in
    ``districts`` ask for it. ``abroad``: missions of many countries ask for it, and nobody who is in Germany.
    ``routes``: those the list is for that says so; empty: all.
    """

    text: Text
    abroad: bool = False
    countries: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()
    routes: tuple[str, ...] = ()


class Document(Item, frozen=True, kw_only=True):
    """A paper on the way. ``checked`` is false where no source was read for it."""

    id: str
    title: Text
    who: Literal["worker", "employer", "both", "abh", "recognition_body", "mission", "other"]
    who_text: Text | None = None
    forms: tuple[str, ...] = ()
    form_text: Text | None = None
    official: Text | None = None
    notes: tuple[Remark, ...] = ()
    max_ages: tuple[MaxAge, ...] = ()
    checked: bool = True
    norms: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


class DeskItem(Item, frozen=True, kw_only=True):
    """One line of a desk's own form or list. ``found`` false: a gap of our knowledge at this place, never a guess.

    ``also``: further papers that the same line names. ``when``: for cases in which this is not ruled out.
    """

    no: str
    text: Text
    section: Text | None = None
    document: str | None = None
    also: tuple[str, ...] = ()
    who: Literal["worker", "employer", "both", "abh", "recognition_body", "mission", "other"]
    form: Text | None = None
    copies: int | None = None
    note: Text | None = None
    when: Test | None = None
    found: bool = True


class DeskList(Item, frozen=True, kw_only=True):
    """What a desk asks for, in its own order. Only ``verified`` and ``partly`` may be printed as the desk's.

    ``desks``: abh, ba, employer, mission:<city>, mission:all, mission:other or the id of a body or an office.
    ``about``: the worker's own papers, those of the family, or only what every visa needs. ``procedure``: only in it.
    """

    id: str
    title: Text
    publisher: str
    desks: tuple[str, ...]
    routes: tuple[str, ...] = ()
    about: Literal["worker", "family", "every_visa"] = "worker"
    procedure: Procedure | None = None
    version: str = ""
    status: Literal["verified", "partly", "second_best", "not_found"]
    complete: bool
    stand_in_for: Text | None = None
    set_rule: Text | None = None
    note: Text | None = None
    items: tuple[DeskItem, ...] = ()
    sources: tuple[str, ...]


class Language(Item, frozen=True, kw_only=True):
    """A language of the candidate's sheet. ``texts``: key such as ``documents.passport.title`` to words.

    ``official`` names the keys whose wording an official source uses; all others are our own translation.
    ``date_sign`` stands between day, month and year.
    """

    id: str
    name: str
    name_de: str
    name_en: str
    checked_by_native: bool = False
    date_sign: Literal[".", "/", "-"] = "."
    official: tuple[str, ...] = ()
    texts: dict[str, str]
