"""Lists of the desks: which fit a case, and how their items are written."""

from __future__ import annotations

import unicodedata

from employer_assistant.content.model import DeskItem, DeskList
from employer_assistant.papers import notation
from employer_assistant.papers.folder_numbers import numbers
from employer_assistant.papers.parts import Box, Line, Part
from employer_assistant.papers.sheet import Cell, Sheet
from employer_assistant.papers.words import as_of
from employer_assistant.plan.desk_of_step import places
from employer_assistant.plan.fitting import item_fits, list_fits, missions

PRINTED = ("verified", "partly")
"""Of these lists the desk's own text was seen; no other is ever printed as the desk's."""
BODIES = ("recognition_body", "zab")
"""Offices of steps at which a qualification is judged."""


def lists_for(block: notation.DeskLists, sheet: Sheet) -> tuple[list[DeskList], list[DeskList]]:
    """Return the lists of the desk for the route: those that may be printed as the desk's, and those not found."""
    inputs = sheet.inputs
    route = inputs.route.route.id if inputs.route else ""
    procedure = inputs.plan.procedure if inputs.plan else None
    desks = _desks(block, sheet)
    fitting = [
        one
        for one in inputs.library.content.desk_lists
        if desks & {desk.casefold() for desk in one.desks}
        and (not block.lists or one.id in block.lists)
        and list_fits(one, inputs.situation, route, procedure)
    ]
    printed = [one for one in fitting if one.status in PRINTED and one.items]
    return printed, [one for one in fitting if one.status == "not_found"]


def _desks(block: notation.DeskLists, sheet: Sheet) -> set[str]:
    """Return the names by which the content knows the desk of this case, in small letters."""
    inputs = sheet.inputs
    if block.desk == "mission":
        return missions(inputs.situation)
    if block.desk == "recognition_body":
        return _bodies(sheet)
    return _offices(sheet) if block.of_office else {block.desk}


def _bodies(sheet: Sheet) -> set[str]:
    """Return the bodies of the plan that judge the qualification; without a plan that of the occupation."""
    plan = sheet.inputs.plan
    if plan is None:
        return {desk.desk.id for desk in places(sheet.inputs.situation).work.of_role("recognition_body")}
    steps = (step for step in plan.steps if step.step.office in BODIES and not (step.contingent or step.optional))
    return {step.office.id for step in steps if step.office is not None}


def _offices(sheet: Sheet) -> set[str]:
    """Return the foreigners authorities of the residence, or else of the work site."""
    where = places(sheet.inputs.situation)
    return {desk.desk.id for desk in (where.residence or where.work).of_role("abh")}


def list_head(sheet: Sheet, found: DeskList) -> list[Part]:
    """Say who publishes the list, of when it is, whether all of it was seen, and the rules for the whole set."""
    stated = [source.as_of for source in (sheet.inputs.library.sources.get(key) for key in found.sources) if source]
    day = as_of(found.version or stated[0], sheet.language) if found.version or stated else ""
    parts: list[Part] = [sheet.line(sheet.joined((found.publisher, day)), "lead_small")]
    if not found.complete:
        parts.append(sheet.line(sheet.say_to_reader("desk-list.incomplete"), "lead_small"))
    for words in (found.set_rule, found.note):
        if words is not None:
            parts.append(Line(sheet.words(words), "lead_small"))
    return parts


def items(sheet: Sheet, found: DeskList) -> list[Part]:
    """Write the items that can be about the case by the desk's own headings, and the numbers of the others.

    Gaps of our knowledge say so and name nothing.
    """
    others = [_number(item) for item in found.items if not item_fits(item, sheet.inputs.situation)]
    parts: list[Part] = []
    group: list[DeskItem] = []
    section = ""
    for item in named_items(sheet, found):
        named = sheet.words(item.section)
        if named != section and group:
            parts += _group(sheet, section, group)
            group = []
        section = named
        group.append(item)
    parts += _group(sheet, section, group) if group else []
    if not others:
        return parts
    said = sheet.say("desk-list.others" if len(others) > 1 else "desk-list.others.one", numbers=", ".join(others))
    return [*parts, sheet.line(said, "small")]


def named_items(sheet: Sheet, found: DeskList) -> list[DeskItem]:
    """Return the lines of a list that no answer of the case rules out."""
    return [item for item in found.items if item_fits(item, sheet.inputs.situation)]


def _group(sheet: Sheet, section: str, group: list[DeskItem]) -> list[Part]:
    head: list[Part] = [sheet.heading(section, 2)] if section else []
    columns = tuple(sheet.say(f"desk-list.{column}") for column in ("no", "item", "who", "form"))
    rows = [_row(sheet, item) for item in group]
    return [*head, sheet.table(("", *columns), rows, (0.6, 1.3, 8.4, 2.9, 3.8))]


def _row(sheet: Sheet, item: DeskItem) -> tuple[Cell, ...]:
    number = _number(item)
    if not item.found:
        return ((), number, [Line(sheet.say_to_reader("desk-list.gap"), "cell")], "", "")
    said: list[Part] = [Line(sheet.words(item.text), "cell_strong")]
    dividers = numbers(sheet.inputs.plan) if sheet.inputs.plan is not None else {}
    for paper in (item.document, *item.also):
        if paper in dividers:
            title = sheet.words(sheet.inputs.library.documents[paper].title)
            said.append(Line(sheet.say("desk-list.document", no=dividers[paper], document=title), "cell"))
    if item.note is not None:
        said.append(Line(sheet.words(item.note), "cell"))
    copies = sheet.say("desk-list.copies" if item.copies != 1 else "desk-list.copies.one", n=item.copies)
    copies = copies if item.copies else ""
    return (Box(), number, said, sheet.who(item.who), sheet.joined((sheet.words(item.form), copies)))


def _number(item: DeskItem) -> str:
    # the font has no circled figures
    return unicodedata.normalize("NFKC", item.no)
