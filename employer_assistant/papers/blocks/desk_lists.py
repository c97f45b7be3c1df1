"""The desk's own list where the content holds one for this case; else our own list, marked as such."""

from __future__ import annotations

from typing import Literal

from employer_assistant.papers import form
from employer_assistant.papers.blocks.documents import documents
from employer_assistant.papers.desk_list import items, list_head, lists_for
from employer_assistant.papers.parts import Grid, Heading, Part
from employer_assistant.papers.sheet import Sheet

HANDED_IN: tuple[Literal["worker", "employer", "both"], ...] = ("worker", "employer", "both")
"""Whose documents our own list names: those that somebody hands in, not those that a desk gives out."""


def desk_lists(block: form.DeskLists, sheet: Sheet) -> list[Part]:
    """Write every list of the desk that fits the route, each in the order of the desk."""
    story: list[Part] = [sheet.head(block.title, f"desk.{block.desk}")]
    found, unknown = lists_for(block, sheet)
    for one in found:
        story += [Heading(sheet.words(one.title), 1), *list_head(sheet, one), *items(sheet, one)]
    for one in unknown:
        story.append(sheet.line(sheet.say("desk-list.not-found", title=sheet.words(one.title)), "small"))
    if found or not block.own:
        return story if found or unknown else []
    own = documents(form.DocumentsByDesk(who=HANDED_IN, phases=block.phases), sheet)
    if sheet.inputs.plan is not None and not any(isinstance(part, Grid) for part in own):
        return [*story, sheet.line(sheet.say("desk-list.none"))]
    return [*story, sheet.line(sheet.say("desk-list.own"), "strong"), *own[1:]]
