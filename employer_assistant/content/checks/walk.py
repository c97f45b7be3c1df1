"""Walking through all items of a content."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from employer_assistant.content.assemble import LISTS, SINGLE
from employer_assistant.content.model import Content


def items(content: Content) -> Iterator[tuple[str, str, Struct]]:
    """Return every item with its collection and id; the interview counts as one item."""
    for collection in LISTS:
        for item in getattr(content, collection):
            yield collection, item.id, item
    for name in SINGLE:
        if name in content.__struct_fields__:
            yield name, name, getattr(content, name)
