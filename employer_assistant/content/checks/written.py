"""Checks of how a text is written: amounts of money, brackets inside brackets, German names in English texts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from employer_assistant.content.checks.plain_german import unexplained
from employer_assistant.content.checks.reporter import Reporter
from employer_assistant.content.checks.walk import items
from employer_assistant.content.model import Content
from employer_assistant.content.phrases import LANGUAGES, text
from employer_assistant.content.walk import texts

_BEFORE, _AFTER = "Write the sign after the amount: 1.000 €", "Write the sign before the amount: €1,000"
_POINT, _COMMA = "Write the thousands with a point: 1.000 €", "Write cents with a comma: 37,50 €"
_THOUSANDS, _CENTS = r"(?<![\d.,])\d{4,}(?:,\d+)? ?", r"\d\.\d{1,2} ?"
_USUAL = {
    "de": (
        ("€", f"{_THOUSANDS}€", _POINT),
        ("Euro", f"{_THOUSANDS}Euro", _POINT),
        ("€", f"{_CENTS}€", _COMMA),
        ("Euro", f"{_CENTS}Euro", _COMMA),
        ("EUR", r"\bEUR\b", "Write €"),
        ("€", r"(?<!\d )€ ?\d+(?:[.,]\d+)*", _BEFORE),
        ("€", r"[\d.,]*\d€", "Write a space before the sign: 75 €"),
    ),
    "en": (
        ("EUR", r"\bEUR\b", "Write €"),
        ("€", r"[\d.,]*\d ?€(?!\d)", _AFTER),
        ("uro", r"[\d.,]*\d [Ee]uros?\b", _AFTER),
        ("€", r"€ \d+(?:[.,]\d+)*", "Write no space after the sign: €75"),
        ("€", r"€\d{4,}", "Write the thousands with a comma: €1,000"),
        ("€", r"€\d+,\d{1,2}\b", "Write cents with a point: €37.50"),
        ("€", r"€\d+\.\d{3}\b", "Write the thousands with a comma: €1,000"),
        ("rafts", r"\b[Cc]hambers? of [Cc]rafts\b", "Write chamber of skilled crafts"),
    ),
}
"""By language: what is plainly in the words (looked for first, that spares most of the time), the form, how to mend."""
_FORMS = {
    language: [(sign, re.compile(form), mend) for sign, form, mend in forms] for language, forms in _USUAL.items()
}
_OF_A_NORM = re.compile(r"\((?:\d{1,2}[a-z]?|E[UGC]|EWG|EEC)\)")
"""Brackets that belong to a norm: § 18a (2), Regulation (EU)."""
_LAND, _LAND_EXPLAINED = re.compile(r"\b(?:Land|Länder)\b"), re.compile(r"\w \((?:Land|Länder)\)")
_NESTED = re.compile(r"\([^()]*\([^()]*\)")


def check_written(content: Content, reporter: Reporter) -> None:
    """Report texts that write an amount otherwise than their language does, or brackets inside brackets."""
    for collection, item_id, item in items(content):
        for path, words in texts(item):
            for language in LANGUAGES:
                for fault in written_faults(text(words, language), language):
                    reporter.report(collection, item_id, fault, *path, language)


def written_faults(words: str, language: str) -> Iterator[str]:
    """Yield what is written otherwise than everywhere else."""
    for sign, form, mend in _FORMS[language]:
        for found in form.findall(words) if sign in words else ():
            yield f"'{found}' is not the usual form. {mend}."
    if language == "en":
        yield from unexplained(words)
        if "L" in words and _LAND.search(words) and not _LAND_EXPLAINED.search(words):
            yield "'Land' is not explained. Write: federal state (Land)."
    if words.count("(") > 1:
        for found in _NESTED.findall(_OF_A_NORM.sub("", words)):
            yield f"Brackets stand inside brackets: {found[:60]} … Use a comma, a colon or a sentence of its own."
