"""Mapping files: which field of an official form is filled from which answer. Written by hand, checked when read."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import Literal

import msgspec
from msgspec import Struct, field

from employer_assistant.content.expressions import ConditionMet, ProcedureIs, RouteIs, Test
from employer_assistant.content.library import Library
from employer_assistant.content.model import Text
from employer_assistant.content.walk import expressions, facts_in
from employer_assistant.papers.official.refusals import OfficialError

PLACE = re.compile(r"\{([a-z0-9_.:-]+)(?:\|([a-z_]+))?\}")
"""An answer inside a text: ``{person.birth_date}``, ``{employer.address|town}``."""
FORMATS = ("day", "month", "year", "digits", "number", "amount", "upper", "street", "house_number", "postcode", "town")
OF_CASE = ("case:today", "case:route", "case:paragraph", "case:person", "case:monthly_pay")


class Choose(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One option: any of the ``option`` words or states that the form knows, chosen when the test is met."""

    option: tuple[str, ...]
    when: Test


class Rule(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How one field is filled; nothing = by hand. ``no`` is its number in the form, ``label`` what it asks.

    ``text``: the first line whose answers are all known; ``tick``: when a box is ticked; ``choose``: which option.
    """

    no: str = ""
    label: Text | None = None
    text: tuple[str, ...] = ()
    tick: Test | None = None
    choose: tuple[Choose, ...] = ()


class Mapping(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One official form. ``official`` is the version of this notation; ``desk_list`` lends labels by number.

    ``tried``: somebody filled the form itself with it and looked; otherwise it rests on the names of its fields.
    """

    official: Literal[1]
    id: str
    title: Text
    publisher: str
    version: str
    as_of: str
    source: Text
    tried: bool = False
    desk_list: str = ""
    fields: dict[str, Rule] = field(default_factory=dict)


def shipped() -> tuple[Mapping, ...]:
    """Return the mappings that come with the app."""
    folder = files("employer_assistant").joinpath("data", "official-forms")
    entries = sorted(folder.iterdir(), key=lambda entry: entry.name) if folder.is_dir() else []
    found = [entry for entry in entries if entry.name.endswith(".json")]
    return tuple(msgspec.convert(msgspec.json.decode(one.read_bytes()), Mapping, strict=False) for one in found)


def read_mapping(data: bytes, name: str, library: Library) -> Mapping:
    """Read a mapping that somebody wrote; ``name`` is shown in messages. Raises OfficialError with line and remedy."""
    from employer_assistant.content.strict_yaml import SourceError, read_yaml

    try:
        tree = read_yaml(data.decode("utf-8"), name)
        found = msgspec.convert(tree.value, Mapping, strict=False)
    except SourceError as error:
        raise OfficialError("mapping-line", file=name, line=error.line, problem=error.message) from None
    except UnicodeDecodeError:
        raise OfficialError("mapping-unreadable", file=name, problem="UTF-8") from None
    except msgspec.ValidationError as error:
        raise OfficialError("mapping-unreadable", file=name, problem=error) from None
    for key, rule in found.fields.items():
        for fault in _faults(rule, library):
            raise OfficialError("mapping-field", file=name, line=tree.line(("fields", key)), field=key, problem=fault)
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,59}", found.id) or not found.fields:
        raise OfficialError("mapping-id", file=name)
    return found


def _faults(rule: Rule, library: Library) -> list[str]:
    """Return ids, formats and tests of a rule that there are not."""
    places = [place.groups() for line in rule.text for place in PLACE.finditer(line)]
    wanted = {name for name, _ in places if name not in OF_CASE} | facts_in(rule)
    unknown = sorted(wanted - library.facts.keys())
    unknown += sorted({form for _, form in places if form and form not in FORMATS})
    return unknown + [
        type(node).__name__ for _, node in expressions(rule) if isinstance(node, ConditionMet | RouteIs | ProcedureIs)
    ]


def label_of(rule: Rule | None, name: str, mapping: Mapping | None, library: Library, language: str) -> str:
    """Return what the user reads for a field: its number and label, else its name in the form."""
    from employer_assistant.content.phrases import text

    if rule is None or mapping is None:
        return name
    lists = (one for one in library.content.desk_lists if one.id == mapping.desk_list)
    items = [item for one in lists for item in one.items if rule.no and item.no == rule.no]
    words = text(rule.label, language) if rule.label else text(items[0].text, language) if items else name
    return f"{rule.no} {words}".strip()
