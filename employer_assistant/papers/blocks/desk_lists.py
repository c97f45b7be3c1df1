"""The desk's own list where the content holds one for this case; else our own list, marked as such."""

from __future__ import annotations

from employer_assistant.papers import notation
from employer_assistant.papers.blocks.documents import at_desk, table
from employer_assistant.papers.blocks.steps import kind
from employer_assistant.papers.desk_list import BODIES, items, list_head, lists_for, named_items
from employer_assistant.papers.parts import Heading, Part
from employer_assistant.papers.sheet import Sheet
from employer_assistant.plan.desk_of_step import RESIDENCE_ROLE
from employer_assistant.plan.model import Plan, PlannedDocument

HANDED_AT: dict[str, tuple[str, ...]] = {
    "abh": ("abh", RESIDENCE_ROLE),
    "ba": ("ba",),
    "mission": ("mission",),
    # in the accelerated procedure the foreigners authority passes the application on
    "recognition_body": (*BODIES, "abh"),
}
"""At which offices of a step something is handed in for a desk."""


def desk_lists(block: notation.DeskLists, sheet: Sheet) -> list[Part]:
    """Write every list of the desk that fits, each in its order; unless one is whole, what none names follows."""
    story: list[Part] = [sheet.head(block.title, f"desk.{block.desk}")]
    none = sheet.line(sheet.say_to_reader("desk-list.none"))
    found, unknown = lists_for(block, sheet)
    for one in found:
        story += [Heading(sheet.words(one.title), 1), *list_head(sheet, one), *items(sheet, one)]
    for one in unknown:
        story.append(sheet.line(sheet.say_to_reader("desk-list.not-found", title=sheet.words(one.title)), "small"))
    if block.one_of and not any(one.id in block.one_of for one in (*found, *unknown)):
        story.append(none)
    if not block.own or any(one.complete and one.about == "worker" for one in found):
        return story if len(story) > 1 else []
    plan = sheet.inputs.plan
    if plan is None:
        return [*story, sheet.no_plan()]
    named = {paper for one in found for item in named_items(sheet, one) for paper in (item.document, *item.also)}
    own = _own(block, sheet, plan, named)
    if not own:
        return story if found else [*story, none]
    if found:
        return [*story, sheet.heading(sheet.say("desk-list.rest"), 1), *own]
    return [*story, sheet.line(sheet.say("desk-list.own"), "strong"), *own]


def _own(block: notation.DeskLists, sheet: Sheet, plan: Plan, named: set[str | None]) -> list[Part]:
    """List what the desk is handed: at the steps of the form without a heading, then by the other steps.

    What the desk itself gives out, and what its lists name (``named``), is left out; each paper stands once.
    """
    papers = {one.document.id: one for one in plan.documents if one.document.who != block.desk}
    groups: dict[str, list[PlannedDocument]] = {"": []}
    for planned in sorted(plan.steps, key=lambda planned: planned.step.id not in sheet.form.steps):
        step = planned.step
        here = step.office in HANDED_AT[block.desk] and (not block.phases or step.phase in block.phases)
        if here and kind(planned) == "ordinary":
            title = "" if step.id in sheet.form.steps else sheet.words(step.title)
            new_ids = [key for key in planned.documents if key in papers and key not in named]
            new = [at_desk(sheet, papers[key], planned) for key in new_ids]
            groups.setdefault(title, []).extend(new)
            named = named | {*new_ids}
    story: list[Part] = []
    for title, members in groups.items():
        if members:
            story += [sheet.heading(title, 2), table(sheet, members)] if title else [table(sheet, members)]
    return [sheet.line(sheet.say_to_reader("documents.intro"), "lead"), *story] if story else []
