"""Text from anywhere becomes printable text and then a Paragraph; nothing in it acts as markup."""

from __future__ import annotations

import unicodedata
from typing import TypeVar
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from employer_assistant.papers.fonts import missing_characters

MAX_LENGTH = 2000
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

rl_config.trustedHosts = []
rl_config.trustedSchemes = []

_P = TypeVar("_P", bound=Paragraph)


def clean(words: str, cut: str = "…") -> str:
    """Return the text composed (NFC), without control characters and lone surrogates, at most 2,000 letters long.

    ``cut`` stands at the end of a text that was shortened.
    """
    if not isinstance(words, str):
        raise TypeError(f"Only text can be printed, not {type(words).__name__}.")
    lines = words.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    kept = "".join(letter for letter in lines if letter == "\n" or unicodedata.category(letter) not in ("Cc", "Cs"))
    composed = unicodedata.normalize("NFC", kept)
    return composed if len(composed) <= MAX_LENGTH else composed[:MAX_LENGTH].rstrip() + " " + cut


def replaced(words: str) -> str:
    """Return the text with a replacement sign for each letter that the font lacks."""
    lacking = missing_characters(words)
    return "".join(REPLACEMENT if letter in lacking else letter for letter in words) if lacking else words


def paragraph(words: str, style: ParagraphStyle, kind: type[_P], cut: str = "…") -> _P:
    """Return the text as a paragraph of a kind; line breaks stay, markup is shown as it was typed.

    Words wider than the line are broken (``splitLongWords`` of the style).
    """
    return kind(escape(replaced(clean(words, cut))).replace("\n", "<br/>"), style)
