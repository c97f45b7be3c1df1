"""What is wider than its line: addresses break after a slash, a point or a hyphen, words kept together at a space."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus.paraparser import ParaFrag

from employer_assistant.papers.untorn import GLUE

_ADDRESS = re.compile(r"[^\s/]+\.[a-z]{2,}(?:/|$)|@")
_PIECE = re.compile(r"[^/.@-]*(?:[/.@-]+|$)")
_SPACES = re.compile("([ \N{EN SPACE}])")


def holds_address(piece: ParaFrag) -> bool:
    """Tell whether a piece of a paragraph that is not laid out yet holds the address of a page or a mailbox."""
    words = getattr(piece, "text", "")
    return ("/" in words or "@" in words) and _ADDRESS.search(words) is not None


def broken(pieces: Sequence[ParaFrag], width: float) -> list[ParaFrag]:
    """Return the pieces of a paragraph with line breaks inside the addresses that are wider than the line."""
    made: list[ParaFrag] = []
    used = 0.0
    for piece in pieces:
        lines, used = _lines(piece, used, width)
        for number, line in enumerate(lines):
            if number:
                made.append(piece.clone(text="", lineBreak=True))
            made.append(piece.clone(text=line))
    return made


def loosened(pieces: Sequence[ParaFrag], width: float) -> list[ParaFrag]:
    """Return the pieces of a paragraph with common spaces in words that are kept together but wider than the line."""
    return [piece.clone(text=_loose(piece, width)) if GLUE in getattr(piece, "text", "") else piece for piece in pieces]


def _loose(piece: ParaFrag, width: float) -> str:
    words = _SPACES.split(piece.text)
    return "".join(word.replace(GLUE, " ") if GLUE in word and _wide(word, piece) > width else word for word in words)


def _lines(piece: ParaFrag, used: float, width: float) -> tuple[list[str], float]:
    """Return the words of a piece up to each new break, and how wide its last word is; ``used``: that before it."""
    lines = [""]
    for word in _SPACES.split(piece.text):
        if _SPACES.match(word):
            lines[-1], used = lines[-1] + word, 0.0
            continue
        too_wide = used + _wide(word, piece) > width and _ADDRESS.search(word)
        for part in _PIECE.findall(word) if too_wide else [word]:
            wide = _wide(part, piece)
            if too_wide and used and used + wide > width:
                lines.append("")
                used = 0.0
            lines[-1], used = lines[-1] + part, used + wide
    return lines, 0.0 if hasattr(piece, "lineBreak") else used


def _wide(words: str, piece: ParaFrag) -> float:
    return float(stringWidth(words, piece.fontName, piece.fontSize))
