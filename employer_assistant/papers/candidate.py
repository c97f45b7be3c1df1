"""Words of the candidate's sheet: from the phrases in German and English, from the content in further languages."""

from __future__ import annotations

from collections.abc import Callable

from employer_assistant.content.model import Text
from employer_assistant.content.phrases import LANGUAGES, phrase
from employer_assistant.papers.sheet import Sheet

GERMAN = LANGUAGES[0]


def spoken(sheet: Sheet) -> Callable[[str], str]:
    """Return how to ask for a word by its key (``sheet.title``); what a further language lacks comes in German."""
    texts = _texts(sheet)
    return lambda key: texts.get(key) or phrase(f"papers.{key}", sheet.spoken)


def translated(sheet: Sheet, key: str, words: Text) -> tuple[str, str]:
    """Return a text of the content with the language it is in: that of the paper, else German."""
    found = _texts(sheet).get(key, "")
    if found or sheet.language in LANGUAGES:
        return found or sheet.words(words), ""
    return words.de, GERMAN


def _texts(sheet: Sheet) -> dict[str, str]:
    """Return the words the content holds for this language; German and English need none."""
    further = sheet.inputs.library.languages.get(sheet.language)
    return further.texts if further else {}


def own_words(sheet: Sheet) -> bool:
    """Tell whether words on the sheet are our own translation that no native speaker checked."""
    further = sheet.inputs.library.languages.get(sheet.language)
    return further is not None and not further.checked_by_native
