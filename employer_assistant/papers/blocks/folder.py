"""The index of a folder: every document with the number of its divider."""

from __future__ import annotations

from employer_assistant.papers import form
from employer_assistant.papers.blocks.documents import READY
from employer_assistant.papers.parts import Box, Part
from employer_assistant.papers.sheet import Cell, Sheet


def folder(block: form.Folder, sheet: Sheet) -> list[Part]:
    """Number the documents of the plan in the order in which they are first needed."""
    story: list[Part] = [sheet.head(block.title, "folder")]
    plan = sheet.inputs.plan
    if plan is None:
        return [*story, sheet.no_plan()]
    if not plan.documents:
        return [*story, sheet.line(sheet.say("folder.none"))]
    head = (
        sheet.say("folder.no"),
        "",
        sheet.say("documents.document"),
        sheet.say("documents.who"),
        sheet.say("folder.filed"),
    )
    rows: list[tuple[Cell, ...]] = []
    for number, found in enumerate(plan.documents, 1):
        document = found.document
        who = sheet.words(document.who_text) or sheet.say(f"who.{document.who}")
        rows.append(
            (
                str(number),
                Box(found.state in READY),
                sheet.words(document.title),
                who,
                "",
            )
        )
    return [*story, sheet.table(head, rows, (1.1, 0.7, 8.7, 4, 3.5))]
