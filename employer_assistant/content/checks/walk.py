"""Walking through items: every text, every plain string, every test and term, each with its path in the source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias, cast, get_args

from msgspec import Struct

from employer_assistant.content import expressions as x
from employer_assistant.content.assemble import LISTS, SINGLE
from employer_assistant.content.model import Content, Text

Path: TypeAlias = tuple[str | int, ...]
_WHOLE = frozenset({str, Text, int, bool, Decimal, date})
NODES = frozenset((*get_args(x.Test), *get_args(x.Term)))


def items(content: Content) -> Iterator[tuple[str, str, Struct]]:
    """Return every item with its collection and id; the interview counts as one item."""
    for collection in LISTS:
        for item in getattr(content, collection):
            yield collection, item.id, item
    for name in SINGLE:
        if name in content.__struct_fields__:
            yield name, name, getattr(content, name)


def leaves(value: Any, path: Path = ()) -> Iterator[tuple[Path, Struct | str]]:
    """Return every struct and every string inside a value; a text is one leaf, not two strings."""
    if isinstance(value, str | Struct):
        yield path, value
    for key, part in _parts(value):
        if part is not None and part != ():
            yield from leaves(part, (*path, key))


def _parts(value: Any) -> Iterable[tuple[str | int, Any]]:
    kind = type(value)
    if kind in _WHOLE:
        return ()
    if kind is tuple:
        return enumerate(value)
    if kind is dict:
        return cast(Iterable[tuple[str | int, Any]], value.items())
    return ((name, getattr(value, name)) for name in getattr(value, "__struct_fields__", ()))


def texts(item: Struct) -> Iterator[tuple[Path, Text]]:
    """Return every text of an item."""
    return ((path, found) for path, found in leaves(item) if isinstance(found, Text))


def expressions(item: Any) -> Iterator[tuple[Path, Any]]:
    """Return every test and term of an item, at every depth, outer ones first."""
    return ((path, found) for path, found in leaves(item) if type(found) in NODES)


def facts_in(item: Any) -> set[str]:
    """Return the facts that the tests and terms inside an item ask about."""
    return {node.fact for _, node in expressions(item) if "fact" in node.__struct_fields__}


def outer_tests(item: Any) -> Iterator[tuple[Path, Any]]:
    """Return the tests of an item that stand alone, not inside another test or term, with their paths."""
    last: Path | None = None
    for path, node in expressions(item):
        if last is None or path[: len(last)] != last:
            last = path
            yield path, node
