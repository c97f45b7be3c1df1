"""``offices confirm``, ``correct``, ``forget``, ``export`` and ``import``: what this user knows better about a desk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from employer_assistant.cli.arguments import Commands, Options, day, today
from employer_assistant.cli.lines import wrapped
from employer_assistant.cli.output import Exit, Refused, as_said, say, say_json
from employer_assistant.cli.parts import forget, in_use, library
from employer_assistant.content.library import Library
from employer_assistant.content.model import Body, Office
from employer_assistant.content.phrases import phrase, text
from employer_assistant.papers.desk_marks import desk_marks, field_name
from employer_assistant.rules.wording import date_text


def add(parts: Commands, commands: Commands) -> None:
    """Add the commands."""
    from employer_assistant.content.corrections import FIELDS

    confirm, correct = parts.add("confirm", run_confirm), parts.add("correct", run_correct)
    correct.add_argument("--field", required=True, choices=FIELDS, help=commands.say("field"))
    correct.add_argument("--value", required=True, metavar="TEXT", help=commands.say("value"))
    for command in (confirm, correct):
        command.add_argument("--initials", required=True, metavar="XY", help=commands.say("initials"))
        command.add_argument("--on", type=day, metavar="DATE", help=commands.say("on"))
    remove = parts.add("forget", run_forget)
    remove.add_argument("--field", choices=FIELDS, help=commands.say("field"))
    for command in (confirm, correct, remove):
        command.add_argument("id", metavar="ID", help=commands.say("office_id"))
    export = parts.add("export", run_export)
    export.add_argument("file", type=Path, metavar="FILE", help=commands.say("corrections_out"))
    take = parts.add("import", run_import, json=True)
    take.add_argument("file", type=Path, metavar="FILE", help=commands.say("corrections_in"))
    take.add_argument("--on", type=day, metavar="DATE", help=commands.say("on"))


def run_confirm(options: Options) -> Exit:
    """Keep that a desk was found to be right as it stands."""
    from employer_assistant.content.corrections import confirmation
    from employer_assistant.storage.corrections import add as keep
    from employer_assistant.storage.corrections import corrections_file

    entry = confirmation(_desk(options.id), today(options), options.initials)
    with _saying():
        keep(entry, corrections_file())
    return _tell(options)


def run_correct(options: Options) -> Exit:
    """Keep that a field of a desk is otherwise than the content says."""
    from employer_assistant.content.corrections import correction
    from employer_assistant.storage.corrections import CorrectionsError, corrections_file
    from employer_assistant.storage.corrections import add as keep

    with _saying():
        try:
            entry = correction(_desk(options.id), options.field, options.value, today(options), options.initials)
        except KeyError:
            raise CorrectionsError("corrections.field", known="street, phone, email, web") from None
        keep(entry, corrections_file())
    return _tell(options)


def run_forget(options: Options) -> Exit:
    """Take the entries about a desk back, or those about one field."""
    from employer_assistant.storage.corrections import corrections_file, take_back

    with _saying():
        count = take_back(options.id, options.field, corrections_file())
    forget()
    say(phrase("cli.offices.forgotten", options.speak, n=count))
    return Exit.DONE


def run_export(options: Options) -> Exit:
    """Write all entries to a file for colleagues."""
    from employer_assistant.storage.corrections import corrections_file, export

    with _saying():
        count = export(corrections_file(), options.file)
    say(phrase("cli.offices.exported", options.speak, n=count, file=options.file))
    return Exit.DONE


def run_import(options: Options) -> Exit:
    """Merge a colleague's entries into one's own: the later one counts, of equally old ones one's own."""
    from employer_assistant.storage.corrections import corrections_file, take_in

    with _saying():
        found = take_in(options.file, corrections_file(), today(options))
    forget()
    if options.json:
        say_json({name: [_plain(one) for one in getattr(found, name)] for name in ("taken", "kept")})
        return Exit.DONE
    say(phrase("cli.offices.imported", options.speak, taken=len(found.taken), kept=len(found.kept)))
    return Exit.DONE


def run_list(options: Options) -> Exit:
    """Print all entries of this user, and where the content says otherwise by now."""
    from employer_assistant.storage.corrections import corrections_file, load

    with _saying():
        entries = load(corrections_file())
    if options.json:
        say_json([_plain(one) for one in entries])
        return Exit.DONE
    language = options.speak
    if not entries:
        say(phrase("cli.offices.none", language))
    for one in entries:
        found = _known(library(), one.office)
        name = text(found.name, language) if found else one.office
        what = field_name(one.field, language) if one.field else phrase("cli.offices.whole", language)
        who = phrase("cli.offices.by", language, day=date_text(one.on, language), by=one.by)
        say(f"{name}  [{one.office}]")
        value = one.new if one.field else ""
        for line in wrapped(f"{what}: {value} {who}" if value else f"{what} {who}", 2):
            say(line)
        for mark in desk_marks(found, today(options), language)[1:] if found else ():
            for line in wrapped(f"- {mark}", 2):
                say(line)
    return Exit.DONE


def _tell(options: Options) -> Exit:
    forget()
    found = _desk(options.id, library())
    say(text(found.name, options.speak))
    for mark in desk_marks(found, today(options), options.speak):
        for line in wrapped(f"- {mark}", 2):
            say(line)
    return Exit.DONE


def _desk(desk_id: str, among: Library | None = None) -> Office | Body:
    """Return a desk as the content has it, without this user's corrections unless so asked. Raises Refused."""
    found = _known(among or Library(in_use().content), desk_id)
    if found is None:
        raise Refused("cli.offices.unknown", id=desk_id)
    return found


def _known(among: Library, desk_id: str) -> Office | Body | None:
    return among.offices.get(desk_id) or among.bodies.get(desk_id)


def _plain(entry: Any) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in entry.__struct_fields__}


@contextmanager
def _saying() -> Iterator[None]:
    """Turn what an entry is refused for into what the command line says."""
    from employer_assistant.storage.corrections import CorrectionsError

    try:
        yield
    except CorrectionsError as error:
        raise as_said(error.say) from None
