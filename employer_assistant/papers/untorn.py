"""What must not be torn at the end of a line: numbers and their signs, dates, phone numbers, points between parts."""

from __future__ import annotations

import re
from functools import cache

from employer_assistant.content.phrases import LANGUAGES, phrase

GLUE = "\N{NO-BREAK SPACE}"
_PHONE = re.compile(r"(?<![\w.,/-])(?:\+\d{1,3}|\(?0)(?: ?\(0\))?[\d)/ –-]{4,}\d")
_SIGNS = r"§§?|(?:Abs|Nr|Nrn|Art|Hs|para|nos?)\.|Satz|Sätze|Absatz|[Ss]ections?|[Ss]entences?|€|EUR"
_LAW = r"(?:Satz|Sätze|Abs|Nrn?|nos?)\b|[A-Za-z]*[a-z][A-Z]|[A-Z]{2}"
"""How a law or a part of it is named: it may begin a line, for a whole citation is longer than a column."""
_NAME = r"[A-Z][A-Za-z]*[A-Z]"
"""A law's short name: beside a bare § with its number it does not stand alone on the next line."""
_PART = r"(?:Abs\.|Satz|Nr\.|[Ss]entence|no\.) \d"
"""A part of a section of a law: it stays with the section or the part it belongs to."""


def untorn(words: str) -> str:
    """Return the text with no-break spaces where a line must not end.

    Kept together: § and the like with their number and the law's name beside it, a section with its part, a number and
    its unit or the word it counts, a postcode and its town, the parts of a date, of a phone number and of an amount, an
    address with what names it, the last number of a list in brackets. A point between two parts ends the line. Where a
    line is too narrow for that, a paragraph takes it apart again (``long_words``).
    """
    whole = _PHONE.sub(lambda found: found[0].replace(" ", GLUE), words)
    return _places().sub(lambda found: found[0].replace(" ", GLUE), whole)


@cache
def _places() -> re.Pattern[str]:
    months = "|".join({phrase(f"month.{number}", language): 0 for language in LANGUAGES for number in range(1, 13)})
    return re.compile(
        rf"(?:{_SIGNS}) (?=\d)"
        rf"|(?:(?<=§ )|(?<=Art\. ))\d+[a-z]? (?={_NAME}\b)"
        rf"|(?:(?<=§ )|(?<=Abs\. )|(?<=\d, ))\d+[a-z]? (?={_PART})"
        rf"|\(\d{{1,2}}[a-z]?\) (?={_PART})"
        r"|\bSGB (?=[IVX]+\b)"
        rf"|\b{_NAME} (?=§§? \d)"
        rf"|\b\d{{1,2}}\.? (?=(?:{months})\b)"
        rf"|\b(?:{months}) (?=\d{{4}}\b)"
        rf"|\b(?:Stand|as of) (?=(?:\d|{months}))"
        r"|\b\d{5} (?=[A-ZÄÖÜ])"
        r"|\b\d+[a-z]? (?=\(\d{1,2}[a-z]?\)|[€%])"
        rf"|(?<![\w.,/-])\d{{1,3}}(?:[.,]\d+)* (?!{_LAW})(?=[^\W\d_]{{1,12}}\b)"
        r"|(?<=\w): (?=www\.|\+\d|0\d|\S+@)"
        r"|(?<=[\d)]), (?=\d+[a-z]?\))"
        r"| (?=·)"
    )
