"""Text from anywhere becomes printable text and then a Paragraph; nothing in it acts as markup."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TypeVar
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph
from reportlab.platypus.paraparser import ParaFrag

from employer_assistant.papers.fonts import missing_characters
from employer_assistant.papers.styles import STYLES
from employer_assistant.papers.untorn import untorn

MAX_LENGTH = 2000
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]")
"""Soft hyphen, breaks without width, and what turns the direction of all that follows."""

rl_config.trustedHosts = []
rl_config.trustedSchemes = []
rl_config.useA85 = 0

_P = TypeVar("_P", bound=Paragraph)


def clean(words: str, cut: str = "…") -> str:
    """Return the text composed (NFC), without control characters and lone surrogates, at most 2,000 letters long.

    Signs that nobody sees but that turn or break what follows them are left out. ``cut`` stands at the end of a text
    that was shortened.
    """
    if not isinstance(words, str):
        raise TypeError(f"Only text can be printed, not {type(words).__name__}.")
    lines = _UNSEEN.sub("", _LINE_ENDS.sub("\n", words)).replace("\t", " ")
    kept = "".join(letter for letter in lines if letter == "\n" or unicodedata.category(letter) not in ("Cc", "Cs"))
    composed = unicodedata.normalize("NFC", kept)
    return composed if len(composed) <= MAX_LENGTH else composed[:MAX_LENGTH].rstrip() + " " + cut


def replaced(words: str) -> str:
    """Return the text with a replacement sign for each letter that the font lacks."""
    lacking = missing_characters(words)
    return "".join(REPLACEMENT if letter in lacking else letter for letter in words) if lacking else words


@lru_cache(maxsize=8192)
def printable(words: str, cut: str = "…") -> str:
    """Return the text as it stands on the page, line breaks kept."""
    return replaced(clean(words, cut))


@lru_cache(maxsize=8192)
def markup(words: str, cut: str = "…") -> str:
    """Return the text as harmless paragraph markup."""
    return escape(untorn(printable(words, cut))).replace("\n", "<br/>")


def paragraph(words: str, style: ParagraphStyle, kind: type[_P], cut: str = "…") -> _P:
    """Return the text as a paragraph of a kind; line breaks stay, markup is shown as it was typed.

    Words wider than the line are broken (``splitLongWords`` of the style).
    """
    return marked_up(markup(words, cut), style, kind)


def marked_up(words: str, style: ParagraphStyle, kind: type[_P]) -> _P:
    """Return harmless markup as a paragraph of a kind. What was parsed once is not parsed again."""
    pieces = _parsed(words, style.name)
    if not pieces:
        return kind("", style)
    return kind("", style, frags=[piece.clone() for piece in pieces])


@lru_cache(maxsize=8192)
def _parsed(words: str, style_name: str) -> tuple[ParaFrag, ...]:
    return tuple(Paragraph(words, STYLES[style_name]).frags)
