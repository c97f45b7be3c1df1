"""Documents with tick boxes, under the desk that wants them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from employer_assistant.papers import notation
from employer_assistant.papers.blocks.steps import kind
from employer_assistant.papers.desks import desk_name
from employer_assistant.papers.parts import Box, Part
from employer_assistant.papers.sheet import Cell, Sheet
from employer_assistant.plan.desk_of_step import RESIDENCE_ROLE
from employer_assistant.plan.fitting import fitting
from employer_assistant.plan.model import Plan, PlannedDocument, PlannedStep
from employer_assistant.rules.wording import date_text

HELPING = ("welcome_center", "fair_integration")
"""Roles of desks that help on the road and want to see no papers."""
MISSION = "mission"
"""Role of the German mission abroad: wants papers, and is not in the directory."""
GIVERS = {RESIDENCE_ROLE: "abh"}
"""Who gives out papers at a desk whose role has another name."""
READY = ("received", "checked", "sent")
WIDTHS = (0.55, 9, 5.4, 3)
"""Shares of the page's width: box, document, form, state."""


def documents(block: notation.DocumentsByDesk, sheet: Sheet) -> list[Part]:
    """Write one table per desk with everything it wants, also what another desk wants as well."""
    story: list[Part] = [sheet.head(block.title, "documents_by_desk")]
    plan = sheet.inputs.plan
    if plan is None:
        return [*story, sheet.no_plan()]
    story.append(sheet.line(sheet.say_to_reader("documents.intro"), "lead"))
    widths = (0.55, 8.2, 6.2, 3) if block.brief else WIDTHS
    for desk, members in by_desk(block, sheet, plan).items():
        rows = [_row(block, sheet, found) for found in members]
        story += [sheet.heading(desk, 1), sheet.table(_head(sheet), rows, widths)]
    return story


def table(sheet: Sheet, members: Iterable[PlannedDocument]) -> Part:
    """Return documents with tick boxes and their details as one table."""
    block = notation.DocumentsByDesk()
    return sheet.table(_head(sheet), [_row(block, sheet, found) for found in members], WIDTHS)


def by_desk(block: notation.DocumentsByDesk, sheet: Sheet, plan: Plan) -> dict[str, list[PlannedDocument]]:
    """Return the documents under the name of each desk, in the order of the steps; those for no desk come last.

    What a desk itself gives out is not handed in there.
    """
    wanted = {found.document.id: found for found in plan.documents if not block.who or found.document.who in block.who}
    desks: dict[str, dict[str, PlannedDocument]] = {}
    own: dict[str, PlannedDocument] = {}
    elsewhere: set[str] = set()
    for planned in plan.steps:
        if kind(planned) == "ordinary" and (not block.phases or planned.step.phase in block.phases):
            found = {document: wanted[document] for document in planned.documents if document in wanted}
            if _own(planned):
                own.update(found)
                continue
            elsewhere.update(found)
            if given := [one for one in found.values() if handed(one, planned)]:
                here = desks.setdefault(_desk(block, sheet, planned), {})
                here.update({one.document.id: at_desk(sheet, one, planned) for one in given})
    rest = [found for document, found in own.items() if document not in elsewhere]
    tables = {desk: list(members.values()) for desk, members in desks.items()}
    return {**tables, sheet.say("documents.self"): rest} if rest else tables


def handed(found: PlannedDocument, planned: PlannedStep) -> bool:
    """Tell whether the paper goes to the desk of the step, and does not come from it."""
    role = planned.step.office or ""
    return found.document.who != GIVERS.get(role, role)


def at_desk(sheet: Sheet, found: PlannedDocument, planned: PlannedStep) -> PlannedDocument:
    """Return the paper without the ages that only German missions ask for, if the desk of the step is none."""
    abroad = {
        one.text for one in sheet.inputs.library.documents[found.document.id].max_ages if one.countries or one.abroad
    }
    if planned.step.office == MISSION or abroad.isdisjoint(found.ages):
        return found
    return replace(found, ages=tuple(age for age in found.ages if age not in abroad))


def _desk(block: notation.DocumentsByDesk, sheet: Sheet, planned: PlannedStep) -> str:
    """Return the name of a desk; in the brief list without what is uncertain about the step."""
    if planned.step.office == MISSION:
        return sheet.say("documents.mission")
    if block.brief and planned.office is not None:
        return sheet.words(planned.office.name)
    return desk_name(sheet, planned)


def _own(planned: PlannedStep) -> bool:
    """Tell whether the papers of a step go to no desk: it has none, or one that helps but takes no papers."""
    role = planned.step.office
    unknown = planned.office is None and role != MISSION
    return role in HELPING or (unknown and planned.step.responsible in ("employer", "worker"))


def _head(sheet: Sheet) -> tuple[str, ...]:
    return ("", *(sheet.say(f"documents.{column}") for column in ("document", "form", "state")))


def _row(block: notation.DocumentsByDesk, sheet: Sheet, found: PlannedDocument) -> tuple[Cell, ...]:
    document = found.document
    forms = sheet.words(document.form_text) or ", ".join(sheet.say(f"form.{one}") for one in found.forms)
    who = sheet.words(document.who_text) or sheet.who(document.who)
    source = sheet.say("documents.source", who=who, forms=forms) if forms else who
    box = Box(found.state in READY)
    title = sheet.strong(sheet.words(document.title), "cell_strong")
    lines: list[Part] = [title]
    if document.official is not None and not block.brief:
        lines.append(sheet.line(sheet.say("documents.official", official=sheet.words(document.official)), "cell"))
    if found.only_if is not None:
        lines.append(sheet.line(sheet.say("documents.only-if", condition=sheet.words(found.only_if)), "cell"))
    lines += [sheet.line(sheet.say("documents.age", age=sheet.words(age)), "cell") for age in found.ages]
    if not document.checked:
        lines.append(sheet.line(sheet.say_to_reader("documents.unchecked"), "cell"))
    if block.notes:
        lines += [sheet.line(sheet.words(note), "cell") for note in fitting(document.notes, sheet.inputs.situation)]
    return (box, lines, source, _state(sheet, found))


def _state(sheet: Sheet, found: PlannedDocument) -> list[Part]:
    """Say how far the paper is, with the note of the case, and leave room to write."""
    entered = sheet.inputs.case.documents.get(found.document.id)
    if entered is None:
        return []
    state = sheet.say(f"documents.state.{entered.state}")
    if entered.date is not None:
        state = sheet.say("documents.state.since", state=state, day=date_text(entered.date, sheet.language))
    note = "" if sheet.initials_only else entered.note
    return [sheet.line(state, "cell"), *([sheet.line(note, "cell")] if note else [])]
