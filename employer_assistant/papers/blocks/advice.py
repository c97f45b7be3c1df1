"""Who advises free of charge near the place of work, and addresses as QR codes."""

from __future__ import annotations

from employer_assistant.content.desks import address_lines, phone_line
from employer_assistant.content.model import Body, Office
from employer_assistant.papers import notation
from employer_assistant.papers.desks import confidence_mark, short_web
from employer_assistant.papers.parts import Bullets, Code, Part
from employer_assistant.papers.sheet import Sheet
from employer_assistant.plan.desk_of_step import places

EITHER = ("ihk_or_hwk", "ihk_craft")
"""Occupations of craft firms as well as others: groups of ``Occupation.group``."""


def advice(block: notation.Advice, sheet: Sheet) -> list[Part]:
    """List the chamber and the free advice at the place of work."""
    desks = places(sheet.inputs.situation).work
    other = _not_the_chamber(sheet)
    roles = [role for role in block.roles if role not in other]
    found = {desk.desk.id: desk.desk for role in roles for desk in desks.of_role(role)[:1]}
    story: list[Part] = [sheet.head(block.title, "advice")]
    if not found:
        return [*story, sheet.line(sheet.say("advice.none"))]
    crafts = "" if other else next((desk.desk.id for desk in desks.of_role("hwk")[:1]), "")
    return [*story, Bullets(tuple(_brief(sheet, desk, crafts) for desk in found.values()))]


def _brief(sheet: Sheet, desk: Office | Body, crafts: str) -> tuple[Part, ...]:
    """Return name and ways to reach a desk; whoever has none is found on the contacts sheet.

    Where the occupation does not tell which chamber is in charge, the one of ``crafts`` says whose it is.
    """
    # a chamber is both desk and recognition body under one id; as a desk more is known of it
    desk = sheet.inputs.library.offices.get(desk.id, desk)
    where, phone = ", ".join(address_lines(desk, sheet.spoken)), phone_line(desk, sheet.spoken)
    ways = sheet.joined((where, phone, desk.email, short_web(desk.web)))
    mark = confidence_mark(sheet, desk)
    whose = sheet.say("advice.crafts") if desk.id == crafts else ""
    pairs = [(sheet.words(desk.name), sheet.joined((whose, ways or sheet.say("advice.unknown"), mark)))]
    return tuple(sheet.runs(pairs, under=False))


def _not_the_chamber(sheet: Sheet) -> tuple[str, ...]:
    """Return the chambers (``ihk``, ``hwk``) that the occupation rules out, none if either may be in charge.

    Who cares for or heals people works in no craft firm, but for the crafts of health.
    """
    job = sheet.inputs.library.occupations.get(str(sheet.inputs.situation.value("job.occupation")))
    if job is None or job.group in EITHER:
        return ()
    if job.group.startswith("hwk"):
        return ("ihk",)
    return ("hwk",) if job.group.startswith("ihk") or job.health_or_care else ()


def codes(block: notation.Codes, sheet: Sheet) -> list[Part]:
    """Print the official pages of the form as QR codes."""
    head: list[Part] = [sheet.heading(sheet.words(block.title))] if block.title else []
    return [*head, *(Code(link.url, sheet.words(link.words)) for link in block.links)]
