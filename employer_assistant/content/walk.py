"""Walking through an item: every text, every plain string, every test and term, each with its path in the source."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias, get_args

from msgspec import Struct

from employer_assistant.content import expressions as x
from employer_assistant.content.model import Remark, Step, Text

Path: TypeAlias = tuple[str | int, ...]
_NUMBERS = frozenset({int, bool, Decimal, date})
NODES = frozenset((*get_args(x.Test), *get_args(x.Term)))


def leaves(value: Any, path: Path = ()) -> list[tuple[Path, Struct | str]]:
    """Return every struct and every string inside a value; a text is one leaf, not two strings."""
    found: list[tuple[Path, Struct | str]] = []
    _collect(value, path, found)
    return found


def _collect(value: Any, path: Path, found: list[tuple[Path, Struct | str]]) -> None:
    kind = type(value)
    if kind is str or kind is Text or kind is Remark:
        found.append((path, value))
    elif kind is tuple:
        for index, part in enumerate(value):
            _collect(part, (*path, index), found)
    elif kind is dict:
        for key, part in value.items():
            _collect(part, (*path, key), found)
    elif isinstance(value, Struct):
        found.append((path, value))
        for name in kind.__struct_fields__:
            part = getattr(value, name)
            if part is not None and part != () and type(part) not in _NUMBERS:
                _collect(part, (*path, name), found)


def texts(item: Struct) -> Iterator[tuple[Path, Text]]:
    """Return every text of an item."""
    return ((path, found) for path, found in leaves(item) if isinstance(found, Text))


def expressions(item: Any) -> Iterator[tuple[Path, Any]]:
    """Return every test and term of an item, at every depth, outer ones first."""
    return ((path, found) for path, found in leaves(item) if type(found) in NODES)


def facts_in(item: Any) -> set[str]:
    """Return the facts that the tests and terms inside an item ask about; what only a note asks decides nothing."""
    return {
        node.fact for path, node in expressions(item) if "fact" in node.__struct_fields__ and path[:1] != ("pitfalls",)
    }


def outer_tests(item: Any) -> Iterator[tuple[Path, Any]]:
    """Return the tests of an item that stand alone, not inside another test or term, with their paths."""
    last: Path | None = None
    for path, node in expressions(item):
        if last is None or path[: len(last)] != last:
            last = path
            yield path, node


def routes_of(step: Step, every: set[str]) -> set[str]:
    """Return the routes that a step applies to."""
    return every if "all" in step.applies_to else every & set(step.applies_to)
