"""A data sheet: what is known of each field of a form, in the order of the form; room to write where it is not,
or not all of it."""

from __future__ import annotations

import dataclasses

from msgspec.structs import replace

from employer_assistant.content.model import DeskItem
from employer_assistant.papers import notation
from employer_assistant.papers.desk_list import list_head
from employer_assistant.papers.filled import answers
from employer_assistant.papers.parts import Blank, Line, Part
from employer_assistant.papers.sheet import Sheet


def fields(block: notation.Fields, sheet: Sheet) -> list[Part]:
    """Write the fields by section. Fields that the facts do not fill get an empty line."""
    story: list[Part] = [sheet.head(block.title, "fields")]
    if block.intro:
        story.append(sheet.line(sheet.words(block.intro), "lead"))
    route = sheet.inputs.route.route.id if sheet.inputs.route else ""
    silent = {no for no, routes in block.empty.items() if route in routes}
    rows = tuple(replace(row, facts=()) if row.no in silent else row for row in block.rows)
    if block.desk_list:
        source = next((one for one in sheet.inputs.library.content.desk_lists if one.id == block.desk_list), None)
        if source is None:
            return [*story, sheet.line(sheet.say("desk-list.none"))]
        story += list_head(sheet, source)
        known = {no: facts for no, facts in block.facts.items() if no not in silent}
        rows = tuple(_field(item, known.get(item.no, ())) for item in source.items)
    title = sheet.words(block.title)
    section = ""
    group: list[notation.Field] = []
    for row in rows:
        named = sheet.words(row.section)
        if named != section and group:
            story += _group(sheet, title, section, group)
            group = []
        section = named
        group.append(row)
    return [*story, *(_group(sheet, title, section, group) if group else [])]


def _field(item: DeskItem, facts: tuple[str, ...]) -> notation.Field:
    return notation.Field(no=item.no, label=item.text, facts=facts, note=item.note, section=item.section)


def _group(sheet: Sheet, title: str, section: str, rows: list[notation.Field]) -> list[Part]:
    head: list[Part] = [sheet.heading(section, 1)] if section else []
    cells = [_row(sheet, row) for row in rows]
    if any(row.no for row in rows):
        table = sheet.table(("", "", ""), cells, (1.1, 7.4, 8.5))
    else:
        table = sheet.table(("", ""), [row[1:] for row in cells], (6, 11))
    named = section or title
    return [*head, dataclasses.replace(table, resumed=sheet.say("fields.resumed", heading=named) if named else "")]


def _row(sheet: Sheet, row: notation.Field) -> tuple[list[Part], list[Part], list[Part]]:
    label: list[Part] = [Line(sheet.words(row.label), "cell")]
    if row.note:
        label.append(Line(sheet.words(row.note), "tiny"))
    known = answers(sheet, row.facts)
    value: list[Part] = [Line(known, "cell_strong")] if known else [Blank()] * row.lines
    if known and not all(answers(sheet, (fact,)) for fact in row.facts):
        value.append(Blank())
    return ([Line(row.no, "cell")] if row.no else [], label, value)
