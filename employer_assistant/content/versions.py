"""Versions of content: numbers joined by dots, such as 2026.11.22 or 2026.11.22.2; later ones are greater."""

from __future__ import annotations

import re
from typing import TypeAlias

PATTERN = r"^[0-9]{1,6}(\.[0-9]{1,6}){0,4}$"
Version: TypeAlias = tuple[int, ...]


def version_of(written: str) -> Version:
    """Return the version so that it can be compared. Raises ValueError if it is not written that way."""
    if not re.fullmatch(PATTERN, written, re.ASCII):
        raise ValueError("A version is numbers joined by dots, such as 2026.11.22.")
    return tuple(int(part) for part in written.split("."))
