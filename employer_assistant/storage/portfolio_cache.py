"""Where the overview is kept between two starts: one line for the app and content, then one line per case.

Lines are read one by one between two events of the window, so that many cases do not delay the start.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec

from employer_assistant import __version__
from employer_assistant.plan.outlook import Outlook
from employer_assistant.storage.atomic_file import write_bytes

_MOST_BYTES = 64_000_000


class Kept(msgspec.Struct, frozen=True):
    """One case as it was worked out: ids and days, no name."""

    id: str
    revision: int
    outlook: Outlook


class _Head(msgspec.Struct, frozen=True):
    """What the lines were worked out with. Another version of app or content makes all of them worthless."""

    app: str
    content: str


_DECODER = msgspec.json.Decoder(Kept)


def read_lines(cache: Path | None, content_version: str) -> list[bytes]:
    """Return the lines of the cases, still to be read by `read_line`; none if the cache does not fit."""
    try:
        if cache is None or cache.stat().st_size > _MOST_BYTES:
            return []
        head, *lines = cache.read_bytes().splitlines()
        fits = msgspec.json.decode(head, type=_Head) == _Head(__version__, content_version)
    except (OSError, ValueError):  # msgspec's errors are ValueErrors; what cannot be read is worked out anew
        return []
    return lines if fits else []


def read_line(line: bytes) -> Kept | None:
    """Return the case of a line, None if it is damaged."""
    try:
        return _DECODER.decode(line)
    except ValueError:
        return None


def write(cache: Path, content_version: str, kept: Mapping[str, Kept]) -> None:
    """Write the cache. One that cannot be written is no fault."""
    encode = msgspec.json.Encoder().encode
    lines = [encode(_Head(__version__, content_version)), *map(encode, kept.values())]
    try:
        cache.parent.mkdir(parents=True, exist_ok=True)
        write_bytes(cache, b"\n".join(lines))
    except OSError:
        return
