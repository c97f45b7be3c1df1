"""The index of a folder: every document with the number of its divider."""

from __future__ import annotations

from collections.abc import Mapping

from employer_assistant.papers import notation
from employer_assistant.papers.blocks.documents import READY
from employer_assistant.papers.folder_numbers import numbers
from employer_assistant.papers.parts import Box, Part
from employer_assistant.papers.sheet import Cell, Sheet
from employer_assistant.plan.model import PlannedDocument

SURE, PERHAPS = (0.9, 0.65, 9.5, 5.1, 1.85), (0.9, 0.65, 8.2, 6.4, 1.85)
"""Shares of the page's width: a condition needs more room than a name."""


def folder(block: notation.Folder, sheet: Sheet) -> list[Part]:
    """Number the documents of the plan as they are first needed; those needed only in a certain case come last."""
    story: list[Part] = [sheet.head(block.title, "folder")]
    plan = sheet.inputs.plan
    if plan is None:
        return [*story, sheet.no_plan()]
    if not plan.documents:
        return [*story, sheet.line(sheet.say("folder.none"))]
    divider = numbers(plan)
    sure = [found for found in plan.documents if found.only_if is None]
    perhaps = [found for found in plan.documents if found.only_if is not None]
    story += [_table(sheet, "documents.who", [_row(sheet, found, divider) for found in sure], SURE)] if sure else []
    if perhaps:
        story += [
            sheet.heading(sheet.say("folder.perhaps"), 1),
            sheet.line(sheet.say("folder.perhaps.intro"), "lead_small"),
            _table(sheet, "folder.needed", [_row(sheet, found, divider) for found in perhaps], PERHAPS),
        ]
    return story


def _row(sheet: Sheet, found: PlannedDocument, divider: Mapping[str, int]) -> tuple[Cell, ...]:
    """Write number, box and title, then from whom it comes, or of a document that may not be needed: when it is."""
    document = found.document
    who = sheet.words(document.who_text) or sheet.who(document.who)
    third = who if found.only_if is None else sheet.words(found.only_if)
    return (str(divider[document.id]), Box(found.state in READY), sheet.words(document.title), third, "")


def _table(sheet: Sheet, third: str, rows: list[tuple[Cell, ...]], widths: tuple[float, ...]) -> Part:
    head = ("folder.no", "", "documents.document", third, "folder.filed")
    return sheet.table(tuple(sheet.say(key) if key else "" for key in head), rows, widths)
