"""The public keys whose packs this app installs. They are data: at most two, so that a key can follow another."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec

KEYS = "keys.json"
MOST_KEYS = 2


def keys_of(written: list[str]) -> tuple[bytes, ...]:
    """Return the keys of a list in hexadecimal digits. Raises ValueError if one is not a key or there are too many."""
    found = tuple(bytes.fromhex(key) for key in written)
    if not 0 < len(found) <= MOST_KEYS or any(len(key) != 32 for key in found):
        raise ValueError(f"Name one or {MOST_KEYS} public keys of 64 hexadecimal digits each.")
    return found


@cache
def trusted_keys() -> tuple[bytes, ...]:
    """Return the keys that came with the app."""
    data = files("employer_assistant").joinpath("data", KEYS).read_bytes()
    return keys_of(msgspec.json.decode(data, type=list[str]))
