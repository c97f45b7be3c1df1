"""Checks of how a text is written in either language: amounts of money, and brackets inside brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from employer_assistant.content.checks.reporter import Reporter
from employer_assistant.content.checks.walk import items
from employer_assistant.content.model import Content
from employer_assistant.content.phrases import LANGUAGES, text
from employer_assistant.content.walk import texts

_BEFORE, _AFTER = "Write the sign after the amount: 1.000 €", "Write the sign before the amount: €1,000"
_AMOUNTS = {
    "de": ((r"(?<!\d )€ ?\d+(?:[.,]\d+)*", _BEFORE), (r"[\d.,]*\d€", "Write a space before the sign: 75 €")),
    "en": (
        (r"\bEUR\b", "Write €"),
        (r"[\d.,]*\d ?€(?!\d)", _AFTER),
        (r"[\d.,]*\d [Ee]uros?\b", _AFTER),
        (r"€ \d+(?:[.,]\d+)*", "Write no space after the sign: €75"),
        (r"€\d{4,}", "Write the thousands with a comma: €1,000"),
        (r"€\d+,\d{1,2}\b", "Write cents with a point: €37.50"),
        (r"€\d+\.\d{3}\b", "Write the thousands with a comma: €1,000"),
    ),
}
_FORMS = {language: [(re.compile(form), mend) for form, mend in forms] for language, forms in _AMOUNTS.items()}
_OF_A_NORM = re.compile(r"\((?:\d{1,2}[a-z]?|E[UGC]|EWG|EEC)\)")
"""Brackets that belong to a norm: § 18a (2), Regulation (EU)."""
_NESTED = re.compile(r"\([^()]*\([^()]*\)")


def check_written(content: Content, reporter: Reporter) -> None:
    """Report texts that write an amount otherwise than their language does, or brackets inside brackets."""
    for collection, item_id, item in items(content):
        for path, words in texts(item):
            for language in LANGUAGES:
                for fault in written_faults(text(words, language), language):
                    reporter.report(collection, item_id, fault, *path, language)


def written_faults(words: str, language: str) -> Iterator[str]:
    """Yield what is written otherwise than everywhere else. What is plainly in the words is looked for first."""
    for form, mend in _FORMS[language] if "€" in words or "E" in words or "euro" in words else ():
        for found in form.findall(words):
            yield f"'{found}' is not the usual form. {mend}."
    if words.count("(") > 1:
        for found in _NESTED.findall(_OF_A_NORM.sub("", words)):
            yield f"Brackets stand inside brackets: {found[:60]} … Use a comma, a colon or a sentence of its own."
