"""A text of the form itself: sentences, lists, letters, with answers of the case where the form names a fact."""

from __future__ import annotations

from employer_assistant.papers import notation
from employer_assistant.papers.filled import filled
from employer_assistant.papers.parts import Line, NewPage, Part, Sign, StyleName
from employer_assistant.papers.sheet import Sheet


def words(block: notation.Words, sheet: Sheet) -> list[Part]:
    """Write the text, under a heading if the form gives one; what it rests on stands small below."""
    story: list[Part] = [NewPage(block.kept)] if block.new_page or block.kept else []
    if block.title:
        story.append(sheet.heading(sheet.words(block.title)))
    style: StyleName = "cell" if block.small else "letter" if block.paragraphs else "body"
    texts = (*((block.text,) if block.text else ()), *block.paragraphs)
    story += [Line(filled(sheet, sheet.words(one)), style) for one in texts]
    route = sheet.inputs.route
    points = [one for one in block.points if not one.routes or route is None or route.route.id in one.routes]
    if points:
        story.append(
            sheet.bullets((filled(sheet, sheet.words(one)) for one in points), "cell" if block.small else "body")
        )
    if block.sign:
        story.append(Sign(tuple(sheet.words(label) for label in block.sign)))
    basis = sheet.joined((sheet.norm(block.norm), sheet.words(block.source)))
    return [*story, sheet.line(sheet.say("words.basis", basis=basis), "small")] if basis else story
