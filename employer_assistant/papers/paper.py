"""A paper as parts: every block of the form, written in its order."""

from __future__ import annotations

from employer_assistant.papers.blocks import WRITE
from employer_assistant.papers.fonts import missing_characters
from employer_assistant.papers.footer import footer_words
from employer_assistant.papers.parts import Part, texts
from employer_assistant.papers.sheet import Sheet
from employer_assistant.papers.texts import clean


def paper(sheet: Sheet) -> list[Part]:
    """Return everything the paper says, in order."""
    return [part for block in sheet.form.sections for part in WRITE[type(block)](block, sheet)]


def missing(sheet: Sheet) -> set[str]:
    """Return the letters of the paper that the font lacks."""
    head = sheet.options.letterhead
    words = (*texts(paper(sheet)), footer_words(sheet).left, *(head.sender if head else ()))
    return {letter for one in words for letter in missing_characters(clean(one))}
