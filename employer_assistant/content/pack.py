"""The content pack: one compact file, written when the app is built and read in one typed pass."""

from __future__ import annotations

import zlib
from functools import cache
from importlib.resources import files

import msgspec

from employer_assistant.content.model import Content

PACK = "content.pack"
MOST_BYTES = 100_000_000
"""Largest content that is unpacked; a real one has a fiftieth of it."""


def encode(content: Content) -> bytes:
    """Return the pack as bytes: the content as JSON, compressed; equal content gives equal bytes."""
    return zlib.compress(msgspec.json.encode(content, order="deterministic"), 9)


def decode(data: bytes) -> Content:
    """Read a pack. Raises ValueError with a sentence if it is damaged or of another kind."""
    try:
        unpacking = zlib.decompressobj()
        plain = unpacking.decompress(data, MOST_BYTES)
        if not unpacking.eof or unpacking.unused_data:
            raise zlib.error("not whole")
        return msgspec.json.decode(plain, type=Content)
    except (zlib.error, msgspec.MsgspecError):
        raise ValueError("The content pack is damaged or was made for another version of the app.") from None


@cache
def installed() -> Content:
    """Return the content that came with the app."""
    return decode(installed_bytes())


def installed_bytes() -> bytes:
    """Return the pack that came with the app."""
    return files("employer_assistant").joinpath("data", PACK).read_bytes()
