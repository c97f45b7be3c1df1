"""A text of the form itself."""

from __future__ import annotations

from reportlab.platypus import Flowable

from employer_assistant.papers import form
from employer_assistant.papers.sheet import Sheet


def words(block: form.Words, sheet: Sheet) -> list[Flowable]:
    """Write the text, under a heading if the form gives one."""
    head: list[Flowable] = [sheet.heading(sheet.words(block.title))] if block.title else []
    return [*head, sheet.line(sheet.words(block.text))]
