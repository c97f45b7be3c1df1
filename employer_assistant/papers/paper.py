"""A paper as parts: every block of the form, written in its order."""

from __future__ import annotations

from collections.abc import Iterator

from employer_assistant.papers.blocks import WRITE
from employer_assistant.papers.fonts import missing_characters
from employer_assistant.papers.footer import footer_words
from employer_assistant.papers.parts import Heading, Part, texts
from employer_assistant.papers.sheet import Sheet
from employer_assistant.papers.texts import clean
from employer_assistant.plan.selection import in_germany


def paper(sheet: Sheet) -> list[Part]:
    """Return everything the paper says, in order."""
    said: list[Part] = []
    absent = {
        "no_plan" if sheet.inputs.plan is not None else "plan",
        "abroad" if in_germany(sheet.inputs.situation) else "in_germany",
    }
    for block in sheet.form.sections:
        if block.when in absent:
            continue
        written = WRITE[type(block)](block, sheet)
        # a case without a plan is told so once, not under every heading
        if not (len(written) == 2 and isinstance(written[0], Heading) and written[1] in said):
            said += written
    return list(_without_gaps(said))


def _without_gaps(parts: list[Part]) -> Iterator[Part]:
    """Raise headings that would skip a level: neither the bookmarks nor a reader by voice can follow that."""
    last = -1
    for part in parts:
        if isinstance(part, Heading):
            last = min(part.level, last + 1)
            yield Heading(part.words, last)
        else:
            yield part


def missing(sheet: Sheet) -> set[str]:
    """Return the letters of the paper that the font lacks."""
    head = sheet.options.letterhead
    words = (*texts(paper(sheet)), footer_words(sheet).left, *(head.sender if head else ()))
    return {letter for one in words for letter in missing_characters(clean(one))}
