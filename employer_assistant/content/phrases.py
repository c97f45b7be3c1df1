"""The app's own sentences (buttons, headings, messages), in every language, for window, paper and command line alike.

They are written in ``resources/languages/*.yaml`` under ids and packed beside the content. No room keeps a current
language: every caller names the one it wants.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec

from employer_assistant.content.model import Text

PHRASES = "phrases.json"
LANGUAGES = ("de", "en")
"""Languages of the interface, German first."""


@cache
def _catalogue() -> dict[str, Text]:
    data = files("employer_assistant").joinpath("data", PHRASES).read_bytes()
    return msgspec.json.decode(data, type=dict[str, Text])


def phrase(key: str, language: str, /, **values: object) -> str:
    """Return one sentence with its named placeholders filled. Raises KeyError for an unknown id.

    Where ``n`` is 1 and the catalogue has the id with ``.one``, that sentence speaks of a single one.
    """
    catalogue = _catalogue()
    alone = catalogue.get(f"{key}.one") if values.get("n") == 1 else None
    found = text(alone or catalogue[key], language)
    return found.format(**values) if values else found


def text(words: Text, language: str) -> str:
    """Return a text of the content in the language (``de`` or ``en``)."""
    return words.en if language == "en" else words.de


def said_as(german: str, among: str, language: str) -> str:
    """Return what the phrases whose ids begin with ``among`` say for these German words, else the words as they are."""
    found = (words for key, words in _catalogue().items() if key.startswith(among) and words.de == german)
    return next((text(words, language) for words in found), german)


class SaidError(Exception):
    """Something was refused. ``key`` is a phrase id, ``values`` fill it; the sentence says what to do."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values

    def say(self, language: str) -> str:
        """Return the sentence for the user."""
        return phrase(self.key, language, **self.values)

    def __str__(self) -> str:
        """Return the English sentence."""
        return self.say("en")
