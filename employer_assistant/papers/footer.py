"""The words at the foot of every page, and at the end of the accessible twin."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from employer_assistant.content.phrases import LANGUAGES, phrase
from employer_assistant.papers.candidate import day_words, german_word, spoken
from employer_assistant.papers.sheet import Sheet


@dataclass(frozen=True)
class FooterWords:
    """``left`` names the case and who made the paper, ``below`` day and state of the content."""

    left: str
    below: str
    page: Callable[[int, int], str]


def footer_words(sheet: Sheet) -> FooterWords:
    """Return the words of the footer in the language of the paper."""
    content = sheet.inputs.library.content
    day, law = day_words(sheet, sheet.inputs.on), day_words(sheet, content.law_as_of)
    made_with = phrase("app.name", sheet.spoken) if sheet.options.letterhead else ""
    if sheet.language in LANGUAGES:
        left = sheet.joined((sheet.case_title, sheet.say("made-with", name=made_with) if made_with else ""))
        state = sheet.say("footer.content", version=content.version, law=law)
        below = sheet.joined((sheet.say("footer.date", day=day), state))
        return FooterWords(left, below, lambda page, pages: sheet.say("page", page=page, pages=pages))
    word = spoken(sheet)
    keys = ("sheet.printed", "sheet.law_as_of", "sheet.data")
    printed, state, data = (f"{word(key)} ({german_word(sheet, key)})" for key in keys)
    left = sheet.joined((sheet.case_title, made_with, f"{data}: {content.version}"))
    below = sheet.joined((f"{printed}: {day}", f"{state}: {law}"))
    return FooterWords(left, below, lambda page, pages: f"{word('sheet.page')} {page} {word('sheet.of')} {pages}")
