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
from employer_assistant.content.desks import address_lines, phone_line
from employer_assistant.content.model import Body, Municipality, Occupation, Office
from employer_assistant.content.norms import cited
from employer_assistant.content.offices_state import office_state
from employer_assistant.content.phrases import phrase, text
from employer_assistant.papers.desk_marks import desk_marks
from employer_assistant.plan.offices import Desk, Desks, desks, recognition_words


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
        raise Refused("cli.occupation-unknown", occupation=options.occupation, near=_near(options.occupation))
    found = desks(library(), options.postcode, options.municipality, options.occupation)
    if not found.candidates:
        reason = phrase(f"reason.{found.reason}", options.speak)
        raise Refused("cli.place", place=options.postcode or options.municipality, sentence=reason)
    job = library().occupations.get(options.occupation or "")
    if options.json:
        answer = described(found, options.speak, today(options))
        say_json(
            {**answer, "recognition": _recognition(found, job, options.speak), "competence": _competence(options.speak)}
        )
    else:
        for line in (*_report(found, options.speak, today(options)), *_rules(found, job, options.speak)):
            say(line)
    return Exit.DONE


def _near(written: str) -> str:
    """Return ids of occupations that resemble what was written."""
    from employer_assistant.content.search import find, occupations

    hits = find(written.replace("-", " "), occupations(library(), "de"), most=3)
    return ", ".join(hit.id for hit in hits) or "metallbauer"


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
    answer["notes"] = [text(note, language) for note in found.district.notes] if found.district else []
    return answer


def _recognition(found: Desks, job: Occupation | None, language: str) -> dict[str, Any] | None:
    """Say whether anybody has to recognise the qualification, in words too: no body may mean "none" or "not known"."""
    if job is None:
        return None
    return {
        "occupation": job.id,
        "name": text(job.name, language),
        "regulated": job.regulated,
        "status": job.recognition,
        "bodies": [desk.desk.id for desk in found.of_role("recognition_body")],
        "confidence": job.body_confidence,
        "text": phrase(recognition_words(found, job), language),
        "note": text(job.note, language) if job.note else None,
    }


def _competence(language: str) -> list[dict[str, Any]]:
    """Return which place decides which desk is in charge."""
    return [
        {
            "id": rule.id,
            "topic": text(rule.topic, language),
            "text": text(rule.rule, language),
            "role": rule.role,
            "norm": rule.norm,
            "kind": rule.kind,
            "sources": [library().sources[source].url for source in rule.sources],
        }
        for rule in library().content.competences
    ]


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
        "note": text(found.note, language) if found.note else None,
        **_of_body(found, language),
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


def _of_body(found: Office | Body, language: str) -> dict[str, Any]:
    """Return what only a body for recognition has: what it decides, for which area, fee and time as far as known."""
    if not isinstance(found, Body):
        return {}
    told = {"competent_for": found.competent_for, "area": found.district, "fee": found.fee, "duration": found.duration}
    return {name: text(words, language) if words else None for name, words in told.items()}


def _absent(body: Body) -> list[str]:
    return [name for name in ("address", "phone", "email", "web") if not getattr(body, name)]


def _report(found: Desks, language: str, on: date) -> Iterator[str]:
    yield ", ".join(place.name for place in found.candidates)
    yield text(found.district.name, language) if found.district else phrase(f"reason.{found.reason}", language)
    for desk in (*found.desks, *found.fallbacks):
        yield from ("", f"{text(desk.desk.name, language)}  [{phrase(f'cli.role.{desk.role}', language)}]")
        where, phone = ", ".join(address_lines(desk.desk, language)), phone_line(desk.desk, language)
        for part in (where, phone, desk.desk.email, desk.desk.web):
            if part:
                yield f"  {part}"
        if isinstance(desk.desk, Office) and desk.desk.missing:
            yield from wrapped(phrase("cli.missing", language, what=text(desk.desk.missing, language)), 2)
        yield from wrapped("; ".join(desk_marks(desk.desk, on, language)), 2)


def _rules(found: Desks, job: Occupation | None, language: str) -> Iterator[str]:
    if job is not None:
        yield ""
        yield from wrapped(f"{text(job.name, language)}: {phrase(recognition_words(found, job), language)}", 2)
    for note in found.district.notes if found.district else ():
        yield from wrapped(f"- {text(note, language)}", 2)
    for rule in library().content.competences:
        yield ""
        yield from wrapped(
            f"{text(rule.topic, language)} {text(rule.rule, language)} ({cited(rule.norm, language)})", 2
        )
