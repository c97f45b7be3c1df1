"""The desk's own list where the content holds one for this case; else our own list, marked as such."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from employer_assistant.content.model import DeskList
from employer_assistant.papers import form
from employer_assistant.papers.blocks.documents import documents
from employer_assistant.papers.desk_list import items, list_head, lists_for
from employer_assistant.papers.parts import Grid, Heading, Part
from employer_assistant.papers.sheet import Sheet
from employer_assistant.plan.desk_of_step import RESIDENCE_ROLE

HANDED_IN: tuple[Literal["worker", "employer", "both"], ...] = ("worker", "employer", "both")
"""Whose documents our own list names: those that somebody hands in, not those that a desk gives out."""


def desk_lists(block: form.DeskLists, sheet: Sheet) -> list[Part]:
    """Write every list of the desk that fits, each in its order; unless one is whole, what none names follows."""
    story: list[Part] = [sheet.head(block.title, f"desk.{block.desk}")]
    found, unknown = lists_for(block, sheet)
    for one in found:
        story += [Heading(sheet.words(one.title), 1), *list_head(sheet, one), *items(sheet, one)]
    for one in unknown:
        story.append(sheet.line(sheet.say("desk-list.not-found", title=sheet.words(one.title)), "small"))
    if not block.own or any(one.complete and one.about == "worker" for one in found):
        return story if found or unknown else []
    roles = ("abh", RESIDENCE_ROLE) if block.desk == "abh" else ()
    named = form.DocumentsByDesk(who=HANDED_IN, phases=block.phases, roles=roles)
    own = documents(named, _without(found, sheet))
    if sheet.inputs.plan is not None and not any(isinstance(part, Grid) for part in own):
        return story if found else [*story, sheet.line(sheet.say("desk-list.none"))]
    if found:
        return [*story, sheet.heading(sheet.say("desk-list.rest"), 1), *own[1:]]
    return [*story, sheet.line(sheet.say("desk-list.own"), "strong"), *own[1:]]


def _without(found: Iterable[DeskList], sheet: Sheet) -> Sheet:
    """Return the sheet without the documents that the lists name."""
    plan, named = sheet.inputs.plan, {item.document for one in found for item in one.items}
    if plan is None:
        return sheet
    rest = replace(plan, documents=tuple(one for one in plan.documents if one.document.id not in named))
    return replace(sheet, inputs=replace(sheet.inputs, plan=rest))
