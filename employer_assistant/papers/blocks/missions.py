"""The German missions in the country where the person lives, if the road leads to one."""

from __future__ import annotations

from employer_assistant.content.desks import mission_name
from employer_assistant.content.model import Mission
from employer_assistant.content.phrases import phrase
from employer_assistant.papers.blocks.documents import MISSION
from employer_assistant.papers.desks import short_web, typed_web
from employer_assistant.papers.parts import Bullets, Line, Part
from employer_assistant.papers.sheet import Sheet
from employer_assistant.papers.words import as_of
from employer_assistant.plan.fitting import home_abroad
from employer_assistant.plan.model import Plan


def missions(sheet: Sheet, plan: Plan, *, brief: bool) -> list[Part]:
    """Write the missions, ``brief`` only how to reach them; nothing without a step there or an entry of the country."""
    country = home_abroad(sheet.inputs.situation)
    if country is None or not country.missions or all(step.step.office != MISSION for step in plan.steps):
        return []
    title = phrase("page.missions.title", sheet.language, country=sheet.words(country.name))
    story: list[Part] = [sheet.heading(title, 1)]
    entries = tuple(_entry(sheet, mission, brief=brief) for mission in country.missions)
    story.append(Bullets(entries, columns=2 if brief else 1))
    if country.centre is not None and not brief:
        label = phrase("page.missions.centre", sheet.language)
        story += sheet.runs([(label, sheet.words(country.centre))], under=False)
    if country.as_of:
        day = as_of(country.as_of, sheet.language)
        story.append(sheet.line(phrase("page.office.as_of", sheet.language, day=day), "small"))
    return story


def _entry(sheet: Sheet, mission: Mission, *, brief: bool) -> tuple[Part, ...]:
    name = Line(mission_name(mission, sheet.language), "cell_strong")
    if not mission.web:
        return (name,)
    if brief:
        return (name, Line(short_web(mission.web), "cell"))
    return (name, *sheet.runs([(sheet.say("contacts.web"), typed_web(mission.web))], under=False))
