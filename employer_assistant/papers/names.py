"""Names of files made from titles of cases: safe on every system, sortable, never two alike."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

MOST_LETTERS = 60
DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10))})
_SPELLED = {ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue", ord("ß"): "ss", ord("đ"): "d", ord("ı"): "i", ord("ł"): "l"}


def slug(title: str) -> str:
    """Return the letters and digits of a title, lower case, joined by hyphens; empty if none can be written plainly."""
    spelled = unicodedata.normalize("NFC", title).lower().translate(_SPELLED)
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    name = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:MOST_LETTERS].rstrip("-")
    return f"{name}-1" if name in DEVICES else name


def file_name(title: str, form_id: str, language: str, ending: str = "pdf") -> str:
    """Return ``metallbauer-aus-vietnam-candidate-sheet-vi.pdf``; a title without plain letters becomes ``fall``."""
    return f"{slug(title) or 'fall'}-{form_id}-{language}.{ending}"


def distinct(names: Iterable[str]) -> list[str]:
    """Return the names in order; those that are alike, whatever their case, get a number before the ending.

    Numbers of one name have as many digits as its last one, so that the files can be sorted.
    """
    wishes = list(names)
    alike = Counter(name.casefold() for name in wishes)
    taken = {name for name, count in alike.items() if count == 1}
    found = []
    for wished in wishes:
        stem, _, ending = wished.rpartition(".")
        name, number, count = wished, 0, alike[wished.casefold()]
        while count > 1 and (number == 0 or name.casefold() in taken):
            number += 1
            name = f"{stem}-{number:0{len(str(count))}}.{ending}"
        taken.add(name.casefold())
        found.append(name)
    return found


def existing(folder: Path, names: Iterable[str]) -> list[Path]:
    """Return the files that are already there."""
    return [folder / name for name in names if (folder / name).exists()]
