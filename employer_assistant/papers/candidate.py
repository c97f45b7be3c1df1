"""Words of the candidate's sheet: from the phrases in German and English, from the content in further languages."""

from __future__ import annotations

from collections.abc import Callable

from employer_assistant.content.model import Text
from employer_assistant.content.phrases import LANGUAGES, phrase
from employer_assistant.papers.sheet import Sheet

GERMAN = LANGUAGES[0]


def spoken(sheet: Sheet) -> Callable[[str], str]:
    """Return how to ask for a word by its key (``sheet.title``); what a further language lacks comes in German."""
    if sheet.language in LANGUAGES:
        return lambda key: phrase(f"papers.{key}", sheet.language)
    texts = sheet.inputs.library.languages[sheet.language].texts
    return lambda key: texts.get(key) or phrase(f"papers.{key}", GERMAN)


def translated(sheet: Sheet, key: str, words: Text) -> tuple[str, str]:
    """Return a text of the content with the language it is in: that of the paper, else German."""
    if sheet.language in LANGUAGES:
        return sheet.words(words), ""
    found = sheet.inputs.library.languages[sheet.language].texts.get(key, "")
    return (found, "") if found else (words.de, GERMAN)


def own_words(sheet: Sheet) -> bool:
    """Tell whether words on the sheet are our own translation that no native speaker checked."""
    further = sheet.inputs.library.languages.get(sheet.language)
    return further is not None and not further.checked_by_native
