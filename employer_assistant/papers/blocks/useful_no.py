"""A useful No on paper: the nearest openings, what each takes and who can change it, and desks that advise."""

from __future__ import annotations

from employer_assistant.content.model import Office
from employer_assistant.content.phrases import phrase
from employer_assistant.papers.blocks.contacts import entry
from employer_assistant.papers.parts import Bullets, Part
from employer_assistant.papers.sheet import Sheet
from employer_assistant.plan.desk_of_step import places
from employer_assistant.plan.offices import advisers
from employer_assistant.rules.interview import interview
from employer_assistant.rules.nearest import Opening, UsefulNo, nearest
from employer_assistant.rules.wording import lever_line


def useful_no(sheet: Sheet) -> list[Part]:
    """Write what would open a route and whom to ask; nothing while questions are left or if there is no No."""
    found = _no(sheet)
    if found is None:
        return []
    language = sheet.language
    story: list[Part] = [sheet.heading(phrase(found.title, language), 1)]
    if found.openings:
        shown = [(_name(sheet, one), _takes(sheet, one)) for one in found.openings]
        story += [
            sheet.line(sheet.say("no.intro")),
            Bullets(tuple(tuple(sheet.runs([pair], under=False)) for pair in shown)),
        ]
    else:
        story.append(sheet.line(phrase("page.result.no_levers", language)))
    entries = tuple(entry(sheet, desk, [], brief=True) for desk in advising(sheet))
    return [*story, sheet.heading(phrase("result.no.ask", language), 1), Bullets(entries, columns=2)]


def advising(sheet: Sheet) -> list[Office]:
    """Return the desks that the section names; none where it says nothing."""
    found = _no(sheet)
    return advisers(places(sheet.inputs.situation).work, found) if found is not None else []


def _no(sheet: Sheet) -> UsefulNo | None:
    found = nearest(sheet.inputs.assessment)
    return None if interview(sheet.inputs.assessment).next_facts else found


def _name(sheet: Sheet, one: Opening) -> str:
    return f"{sheet.words(one.found.route.short)} ({sheet.norm(one.found.route.paragraph)})"


def _takes(sheet: Sheet, one: Opening) -> str:
    """Say what the opening takes: a change and who can make it, or the questions still open."""
    library = sheet.inputs.library
    if one.lever is None:
        asked = " ".join(sheet.words(library.facts[fact].question) for fact in one.questions)
        return sheet.say("no.questions", questions=asked)
    return lever_line(one.lever, library, sheet.language)
