"""``offices``: the desks for a place of work in Saxony."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from employer_assistant.cli import offices_own
from employer_assistant.cli.arguments import Commands, Options, day, today
from employer_assistant.cli.lines import wrapped
from employer_assistant.cli.output import Exit, Refused, say, say_json
from employer_assistant.cli.parts import library
from employer_assistant.content.desks import address_lines
from employer_assistant.content.model import Body, Municipality, Office
from employer_assistant.content.offices_state import office_state
from employer_assistant.content.phrases import phrase, text
from employer_assistant.papers.desk_marks import desk_marks
from employer_assistant.plan.offices import Desk, Desks, desks


def add(commands: Commands) -> None:
    """Add the command and those under it."""
    command = commands.add("offices", run, json=True)
    place = command.add_mutually_exclusive_group()
    place.add_argument("--postcode", metavar="PLZ", help=commands.say("postcode"))
    place.add_argument("--municipality", metavar="AGS", help=commands.say("municipality"))
    place.add_argument("--corrections", action="store_true", help=commands.say("corrections"))
    command.add_argument("--occupation", metavar="ID", help=commands.say("occupation"))
    command.add_argument("--on", type=day, metavar="DATE", help=commands.say("on"))
    offices_own.add(Commands(command, commands.language, "offices-"), commands)


def run(options: Options) -> Exit:
    """Print the desks. A place outside Saxony is refused; one that lies in several districts is asked back."""
    if options.corrections:
        return offices_own.run_list(options)
    if options.postcode is None and options.municipality is None:
        names = "--postcode --municipality --corrections"
        raise Refused("cli.arguments.missing", names=names, program="employer-assistant offices")
    if options.occupation is not None and options.occupation not in library().occupations:
        raise Refused("cli.occupation-unknown", occupation=options.occupation)
    found = desks(library(), options.postcode, options.municipality, options.occupation)
    if not found.candidates:
        reason = phrase(f"reason.{found.reason}", options.speak)
        raise Refused("cli.place", place=options.postcode or options.municipality, sentence=reason)
    if options.json:
        say_json(described(found, options.speak, today(options)))
    else:
        for line in _report(found, options.speak, today(options)):
            say(line)
    return Exit.DONE


def described(found: Desks, language: str, on: date) -> dict[str, Any]:
    """Return the desks as the contract writes them."""
    answer: dict[str, Any] = {}
    if found.municipality:
        answer["municipality"] = _place(found.municipality)
    else:
        answer["candidates"] = [_place(place) for place in found.candidates]
    answer["district"] = found.district.id if found.district else None
    answer["district_name"] = text(found.district.name, language) if found.district else None
    answer["offices"] = [_desk(desk, language, on) for desk in found.desks]
    answer["fallbacks"] = {desk.role: _desk(desk, language, on) for desk in found.fallbacks}
    answer["reason"] = phrase(f"reason.{found.reason}", language) if found.reason else None
    return answer


def _place(place: Municipality) -> dict[str, Any]:
    return {"id": place.id, "name": place.name, "district": place.district, "postcodes": place.postcodes}


def _desk(desk: Desk, language: str, on: date) -> dict[str, Any]:
    found, state = desk.desk, office_state(desk.desk, on)
    return {
        "id": found.id,
        "role": desk.role,
        "name": text(found.name, language),
        "address": ", ".join(address_lines(found, language)),
        "phone": found.phone,
        "email": found.email,
        "web": found.web,
        "as_of": found.as_of,
        "confidence": found.confidence,
        "missing": found.missing_fields if isinstance(found, Office) else _absent(found),
        "languages": found.languages,
        "old": state.old,
        "undated": not state.dated,
        "wants_check": state.wants_check,
        "funded_until": state.funded_until,
        "confirmed": {"on": state.confirmed.on, "by": state.confirmed.by} if state.confirmed else None,
        "corrected": [
            {"field": one.field, "content": one.content, "value": one.value, "on": one.on, "by": one.by}
            for one in state.corrected
        ],
        "marks": desk_marks(found, on, language),
    }


def _absent(body: Body) -> list[str]:
    return [name for name in ("address", "phone", "email", "web") if not getattr(body, name)]


def _report(found: Desks, language: str, on: date) -> Iterator[str]:
    yield ", ".join(place.name for place in found.candidates)
    yield text(found.district.name, language) if found.district else phrase(f"reason.{found.reason}", language)
    for desk in (*found.desks, *found.fallbacks):
        yield from ("", f"{text(desk.desk.name, language)}  [{phrase(f'cli.role.{desk.role}', language)}]")
        for part in (", ".join(address_lines(desk.desk, language)), desk.desk.phone, desk.desk.email, desk.desk.web):
            if part:
                yield f"  {part}"
        if isinstance(desk.desk, Office) and desk.desk.missing:
            yield from wrapped(phrase("cli.missing", language, what=text(desk.desk.missing, language)), 2)
        yield from wrapped("; ".join(desk_marks(desk.desk, on, language)), 2)
