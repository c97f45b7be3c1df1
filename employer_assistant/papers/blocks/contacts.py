"""The desks of the case: where they are, how sure that is, and what was not found out."""

from __future__ import annotations

from employer_assistant.content.desks import address_lines, phone_line
from employer_assistant.content.model import Body, Office, Text
from employer_assistant.papers import notation
from employer_assistant.papers.blocks.missions import missions
from employer_assistant.papers.desk_marks import desk_marks
from employer_assistant.papers.desks import confidence_mark, short_web, typed_web
from employer_assistant.papers.parts import Bullets, Line, Part
from employer_assistant.papers.sheet import Sheet
from employer_assistant.plan.desk_of_step import places
from employer_assistant.plan.model import Plan

MOST_STEPS = 3
"""Steps named with a desk; more would not help to find it."""


def contacts(block: notation.Contacts, sheet: Sheet) -> list[Part]:
    """Write every desk once: those of the plan in its order, then those that advise at the place of work."""
    plan = sheet.inputs.plan
    story: list[Part] = [
        sheet.head(block.title, "contacts"),
        sheet.line(sheet.say("contacts.intro"), "lead"),
    ]
    needed = _needed(plan) if plan else {}
    if needed:
        entries = [
            entry(sheet, desk, [sheet.words(title) for title in steps], brief=block.brief)
            for desk, steps in needed.values()
        ]
        story += [
            sheet.heading(sheet.say("contacts.needed"), 1),
            Bullets(tuple(entries), columns=2 if block.brief else 1),
        ]
    if plan is not None:
        story += missions(sheet, plan, brief=block.brief)
    near = [desk for desk in _advising(sheet) if desk.id not in needed] if block.advice else []
    if near:
        entries = [entry(sheet, desk, [], brief=block.brief) for desk in near]
        story += [
            sheet.heading(sheet.say("contacts.advice"), 1),
            Bullets(tuple(entries), columns=2 if block.brief else 1),
        ]
    return story


def _advising(sheet: Sheet) -> list[Office]:
    district = places(sheet.inputs.situation).work.district
    if district is None:
        return []
    welcome = district.welcome_center or district.welcome_center_fallback
    named = (welcome, *district.advice, *district.recognition_advice, district.ihk, district.hwk)
    offices = sheet.inputs.library.offices
    return [offices[desk] for desk in (*named, *district.employment_agencies) if desk]


def _needed(plan: Plan) -> dict[str, tuple[Office | Body, list[Text]]]:
    """Return the desks of all steps but contingent ones, with the titles that the steps have in this plan."""
    found: dict[str, tuple[Office | Body, list[Text]]] = {}
    for planned in plan.steps:
        if planned.office is not None and not planned.contingent:
            found.setdefault(planned.office.id, (planned.office, []))[1].append(planned.step.title)
    return found


def entry(sheet: Sheet, desk: Office | Body, steps: list[str], *, brief: bool = False) -> tuple[Part, ...]:
    """Return name and details of a desk; what is not known is named, or ``brief`` only how to reach it."""
    # a chamber is both desk and recognition body under one id; as a desk more is known of it
    desk = sheet.inputs.library.offices.get(desk.id, desk)
    named = "; ".join(steps[:MOST_STEPS]) + (" …" if len(steps) > MOST_STEPS else "")
    where = ", ".join(address_lines(desk, sheet.language))
    missing = sheet.words(desk.missing) if isinstance(desk, Office) else _not_found(sheet, desk)
    details = sheet.joined(desk_marks(desk, sheet.inputs.on, sheet.language))
    office = desk if isinstance(desk, Office) else None
    ways = [
        (sheet.say("contacts.address"), where),
        (sheet.say("contacts.phone"), phone_line(desk, sheet.language)),
        (sheet.say("contacts.email"), desk.email),
        (sheet.say("contacts.web"), typed_web(desk.web)),
        (sheet.say("contacts.hours"), sheet.words(office.hours) if office else ""),
    ]
    known = [
        (sheet.say("contacts.missing"), sheet.say("contacts.missing.value", fields=missing) if missing else ""),
        (sheet.say("contacts.as-of"), details),
    ]
    paragraphs = (
        [(sheet.say("contacts.needed-for"), named)],
        ways,
        [(sheet.say("contacts.note"), sheet.words(office.note) if office else "")],
        known,
    )
    name = Line(sheet.words(desk.name), "cell_strong")
    if brief:
        short = sheet.joined((where, phone_line(desk, sheet.language), desk.email, short_web(desk.web)))
        return (name, Line(sheet.joined((short or sheet.say("advice.unknown"), confidence_mark(sheet, desk))), "cell"))
    said = ([row for row in rows if row[1]] for rows in paragraphs)
    return (name, *(part for rows in said if rows for part in sheet.runs(rows, under=False)))


def _not_found(sheet: Sheet, body: Body) -> str:
    """Name what the content lacks of a body, which has no list of its own."""
    return ", ".join(
        sheet.say(f"contacts.{detail}") for detail in ("address", "phone", "email", "web") if not getattr(body, detail)
    )
