"""Checks of all texts: nothing empty, no stray spaces, the same named placeholders in every language."""

from __future__ import annotations

import re
import unicodedata
from string import Formatter

from employer_assistant.content.checks.reporter import Reporter
from employer_assistant.content.checks.walk import items
from employer_assistant.content.model import Content, Text
from employer_assistant.content.phrases import LANGUAGES, text
from employer_assistant.content.walk import leaves

_NAME = re.compile(r"[a-z][a-z0-9_]*")


def check_texts(content: Content, reporter: Reporter) -> None:
    """Report faults in the texts and plain strings of all items."""
    for collection, item_id, item in items(content):
        for path, found in leaves(item):
            if isinstance(found, Text):
                for language in LANGUAGES:
                    for fault in wording_faults(text(found, language)):
                        reporter.report(collection, item_id, fault, *path, language)
                for fault in placeholder_faults(found):
                    reporter.report(collection, item_id, fault, *path)
            elif isinstance(found, str) and found:
                for fault in wording_faults(found):
                    reporter.report(collection, item_id, fault, *path)


def wording_faults(words: str) -> list[str]:
    """Return what is wrong with the spaces and letters of one string."""
    if not words.strip():
        return ["The text is empty. Write it, or remove the key."]
    faults = []
    if "  " in words or words != words.strip() or "\t" in words:
        faults.append("There is a doubled, leading or trailing space. Remove it.")
    if not unicodedata.is_normalized("NFC", words):
        faults.append("A letter is composed of two characters. Save the text in Unicode form NFC.")
    return faults


def placeholder_faults(words: Text) -> list[str]:
    """Return what is wrong with the placeholders of a text: they have names and are the same in every language."""
    try:
        found = {language: placeholders(text(words, language)) for language in LANGUAGES}
    except ValueError:
        return ["A curly bracket has no partner. Write {name}, or {{ and }} for plain brackets."]
    if any(not _NAME.fullmatch(name) for names in found.values() for name in names):
        return ["A placeholder has no proper name. Write {name} in small letters."]
    if found["de"] != found["en"]:
        unequal = ", ".join(sorted(found["de"] ^ found["en"]))
        return [f"German and English have different placeholders: {unequal}. Use the same in both."]
    return []


def placeholders(words: str) -> set[str]:
    """Return the names in curly brackets. Raises ValueError for a bracket without partner."""
    return {name for _, name, _, _ in Formatter().parse(words) if name is not None}
