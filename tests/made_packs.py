"""A signed pack with a few things changed, for tests of installing."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from employer_assistant.content.pack import encode, installed
from employer_assistant.content.signing import sign

KEY = bytes(range(32))
LATER = "2090.1.1"
DESK = "abh-dresden"


def new_pack(path: Path, version: str = LATER, key: bytes = KEY) -> Path:
    """Write a pack in which the Blue Card costs more and one telephone number is new."""
    content = installed()
    figures = tuple(
        replace(f, values=tuple(replace(v, value=(v.value or 0) * 20) for v in f.values))
        if f.id == "blue-card-regular"
        else f
        for f in content.figures
    )
    offices = tuple(replace(o, phone="+49 351 999") if o.id == DESK else o for o in content.offices)
    path.write_bytes(sign(encode(replace(content, version=version, figures=figures, offices=offices)), key))
    return path
