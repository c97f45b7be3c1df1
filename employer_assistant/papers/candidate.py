"""Words of the candidate's sheet, in every language from the content: they speak to the worker, not to the firm."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Literal

from employer_assistant.content.model import Step, Text
from employer_assistant.content.pack import installed
from employer_assistant.content.phrases import LANGUAGES
from employer_assistant.papers.sheet import Sheet
from employer_assistant.rules.wording import date_text

GERMAN = LANGUAGES[0]


def spoken(sheet: Sheet) -> Callable[[str], str]:
    """Return how to ask for a word by its key (``sheet.title``); what a language lacks comes in German.

    An older pack can lack a word in German too: then that of the pack the program came with.
    """
    texts, german = _texts(sheet, sheet.language), _texts(sheet, GERMAN)
    return lambda key: texts.get(key) or german.get(key) or _shipped()[key]


def german_word(sheet: Sheet, key: str) -> str:
    """Return a word of the sheet in German, to stand beside that of the paper's language."""
    return _texts(sheet, GERMAN).get(key) or _shipped()[key]


def translated(sheet: Sheet, key: str, words: Text) -> tuple[str, str]:
    """Return a text with the language it is in: that of the paper, else German."""
    found = _texts(sheet, sheet.language).get(key, "")
    if found or sheet.language in LANGUAGES:
        return found or sheet.words(words), ""
    return in_german(sheet, key, words), GERMAN


def spoken_key(step: Step, part: Literal["title", "what"]) -> str:
    """Return the key of the words to the worker for a step as its plan reads it."""
    other = next((one for one in step.instead if getattr(one, part) is not None), None)
    return f"steps.{step.id}.instead.{other.key}.{part}" if other else f"steps.{step.id}.{part}"


def in_german(sheet: Sheet, key: str, words: Text) -> str:
    """Return a text in German as it speaks to the worker."""
    return _texts(sheet, GERMAN).get(key, words.de)


@cache
def _shipped() -> dict[str, str]:
    """Return the German words of the pack the program came with, which knows every key it asks for."""
    return next(one.texts for one in installed().languages if one.id == GERMAN)


def _texts(sheet: Sheet, language: str) -> dict[str, str]:
    found = sheet.inputs.library.languages.get(language)
    return found.texts if found else {}


def day_words(sheet: Sheet, day: date) -> str:
    """Return a date as the language of the paper writes it."""
    found = sheet.inputs.library.languages.get(sheet.language)
    sign = found.date_sign if found and sheet.language not in LANGUAGES else "."
    return date_text(day, sheet.language).replace(".", sign)


def own_words(sheet: Sheet) -> bool:
    """Tell whether words on the sheet are our own translation that no native speaker checked."""
    found = sheet.inputs.library.languages.get(sheet.language)
    return found is not None and not found.checked_by_native
