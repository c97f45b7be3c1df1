"""``content``: checking, building and telling the state of the content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from employer_assistant.cli import content_packs
from employer_assistant.cli.arguments import Commands, Options, day, today
from employer_assistant.cli.lines import wrapped
from employer_assistant.cli.output import Exit, Refused, as_said, say, say_json
from employer_assistant.cli.parts import assembled, in_use, library
from employer_assistant.content.model import Content, Dispute, Figure, FigureValue, LawChange
from employer_assistant.content.norms import cited
from employer_assistant.content.phrases import phrase, text
from employer_assistant.rules.wording import date_text, number_text

COUNTED = (
    "facts",
    "routes",
    "figures",
    "steps",
    "documents",
    "offices",
    "occupations",
    "countries",
    "municipalities",
    "sources",
    "changes",
    "disputes",
)


def add(commands: Commands) -> None:
    """Add the commands under ``content``."""
    parts = commands.under("content")
    check = parts.add("check", run_check)
    check.add_argument("folder", nargs="?", type=Path, metavar="DIR", help=commands.say("content_dir"))
    status = parts.add("status", run_status, json=True)
    status.add_argument("--on", type=day, metavar="DATE", help=commands.say("on"))
    build = parts.add("build", run_build)
    build.add_argument("folder", type=Path, metavar="DIR", help=commands.say("content_dir"))
    build.add_argument("--out", type=Path, required=True, metavar="FILE", help=commands.say("pack"))
    build.add_argument("--key", type=Path, metavar="KEYFILE", help=commands.say("key"))
    content_packs.add(parts, commands)


def run_check(options: Options) -> Exit:
    """Print every fault with its place; exit 1 if there are any."""
    checked = checked_folder(options.folder) if options.folder else _checked_pack()
    for fault in checked.faults:
        say(fault)
    if checked.faults or checked.content is None:
        say(phrase("cli.content.faults", options.speak, n=len(checked.faults)))
        return Exit.FINDINGS
    say(phrase("cli.content.sound", options.speak, n=sum(_counts(checked.content).values())))
    return Exit.DONE


@dataclass(frozen=True)
class Checked:
    """Content (None if it could not be read) and what is wrong with it."""

    content: Content | None
    faults: list[str]


def checked_folder(folder: Path) -> Checked:
    """Read and check a folder of sources. Raises Refused if there is none."""
    from employer_assistant.content.checks import RULES, check
    from employer_assistant.rules.content_checks import check_judgements

    if not folder.is_dir():
        raise Refused("cli.content.no-folder", folder=folder)
    assembly = assembled(folder)
    return Checked(
        assembly.content,
        [str(fault) for fault in sorted([*assembly.problems, *check(assembly, (*RULES, check_judgements))])],
    )


def _checked_pack() -> Checked:
    from employer_assistant.content.checks import RULES, check_content
    from employer_assistant.rules.content_checks import check_judgements

    return Checked(library().content, check_content(library().content, (*RULES, check_judgements)))


def _counts(content: Content) -> dict[str, int]:
    return {name: len(getattr(content, name)) for name in COUNTED}


def run_build(options: Options) -> Exit:
    """Write the pack of a content folder; faults stop it."""
    from employer_assistant.content.pack import encode
    from employer_assistant.storage.atomic_file import write_bytes
    from employer_assistant.storage.errors import outside

    key = content_packs.private_key(options.key) if options.key else None
    checked = checked_folder(options.folder)
    if checked.faults or checked.content is None:
        for fault in checked.faults:
            say(fault)
        return Exit.FINDINGS
    data = encode(checked.content) if key is None else content_packs.signed(encode(checked.content), key)
    try:
        write_bytes(options.out, data)
    except OSError as error:
        raise as_said(outside(error, options.out).say) from None
    say(
        phrase(
            "cli.content.built" if key is None else "cli.content.signed",
            options.speak,
            file=options.out,
            bytes=len(data),
        )
    )
    return Exit.DONE


def run_status(options: Options) -> Exit:
    """Tell version and date of the law, the figures that run out next and those that are not final."""
    content, on, language = library().content, today(options), options.speak
    if options.json:
        say_json({**described(content, on, language), "packs": _packs()})
        return Exit.DONE
    law, read = date_text(content.law_as_of, language), date_text(content.read_on, language)
    say(phrase("cli.content.version", language, version=content.version, law=law, read=read))
    for name, number in _counts(content).items():
        say(f"  {number:>5}  {phrase(f'cli.content.count.{name}', language)}")
    for key, found in (("cli.content.ending", ending(content, on)), ("cli.content.not-final", not_final(content, on))):
        rows = list(found)
        if rows:
            say("")
            say(phrase(key, language))
        for figure, value in rows:
            say(f"  {_until(value, language)}  {text(figure.label, language)}: {_amount(value, language)}")
    for line in (*law_lines(content, language), *_pack_lines(language)):
        say(line)
    return Exit.DONE


def _packs() -> dict[str, Any]:
    """Return where the content in use comes from and which versions are kept."""
    from employer_assistant.content.signing import PackError
    from employer_assistant.storage import packs

    folder, found = packs.packs_folder(), in_use()
    try:
        undoable = packs.can_undo(folder)
    except PackError:
        undoable = False
    return {
        "in_use": found.content.version,
        "built_in": found.built_in,
        "problem": found.problem.key if found.problem else None,
        "kept": packs.kept(folder),
        "can_undo": undoable,
    }


def _pack_lines(language: str) -> Iterator[str]:
    state = _packs()
    yield ""
    yield phrase("cli.content.own" if state["built_in"] else "cli.content.from-file", language)
    if state["kept"]:
        yield phrase("cli.content.kept", language, versions=", ".join(state["kept"]))
    if state["can_undo"]:
        yield phrase("cli.content.can-undo", language)


def law_lines(content: Content, language: str) -> Iterator[str]:
    """Yield what changed in the law with what it means, and what is disputed with the reading that the app follows."""
    if content.changes:
        yield from ("", phrase("cli.content.law-changes", language))
    for change in content.changes:
        day = text(change.when, language)
        yield from wrapped(f"- {day}: {text(change.title, language)} ({cited(change.norm, language)})", 2)
        yield from wrapped(text(change.meaning, language), 4)
    if content.disputes:
        yield from ("", phrase("cli.content.law-disputes", language))
    for dispute in content.disputes:
        yield from wrapped(f"- {text(dispute.topic, language)}", 2)
        for position in dispute.positions:
            yield from wrapped(f"- {text(position, language)}", 4)
        for words in (dispute.adopted, dispute.ask):
            yield from wrapped(text(words, language), 4)


def described(content: Content, on: date, language: str) -> dict[str, Any]:
    """Return the state of the content."""
    return {
        "version": content.version,
        "law_as_of": content.law_as_of,
        "read_on": content.read_on,
        "on": on,
        "counts": _counts(content),
        "ending": [_row(figure, value, language) for figure, value in ending(content, on)],
        "not_final": [_row(figure, value, language) for figure, value in not_final(content, on)],
        "changes": [_change(change, language) for change in content.changes],
        "disputes": [_dispute(dispute, language) for dispute in content.disputes],
    }


def _change(change: LawChange, language: str) -> dict[str, Any]:
    return {
        "id": change.id,
        "from": change.begins,
        "when": text(change.when, language),
        "status": change.status,
        "title": text(change.title, language),
        "meaning": text(change.meaning, language),
        "norm": change.norm,
        "sources": change.sources,
    }


def _dispute(dispute: Dispute, language: str) -> dict[str, Any]:
    return {
        "id": dispute.id,
        "kind": dispute.kind,
        "topic": text(dispute.topic, language),
        "positions": [text(position, language) for position in dispute.positions],
        "adopted": text(dispute.adopted, language),
        "ask": text(dispute.ask, language),
        "norm": dispute.norm,
        "routes": dispute.routes,
        "sources": dispute.sources,
    }


def ending(content: Content, on: date) -> list[tuple[Figure, FigureValue]]:
    """Return the values in use whose period ends next, soonest first, together with all that end the same day."""
    from employer_assistant.content.figures import value_on

    used = ((figure, value) for figure in content.figures if (value := value_on(figure, on)) is not None)
    dated = sorted(((f, v) for f, v in used if v.valid_to is not None), key=lambda row: row[1].valid_to or date.max)
    return [row for row in dated if row[1].valid_to == dated[0][1].valid_to]


def not_final(content: Content, on: date) -> Iterator[tuple[Figure, FigureValue]]:
    """Yield values of now or later that decide nothing yet: drafts and projections."""
    for figure in content.figures:
        for value in figure.values:
            if value.status in ("draft", "projection") and (value.valid_to is None or value.valid_to >= on):
                yield figure, value


def _row(figure: Figure, value: FigureValue, language: str) -> dict[str, Any]:
    return {
        "id": figure.id,
        "text": text(figure.label, language),
        "value": value.day or value.value,
        "valid_from": value.valid_from,
        "valid_to": value.valid_to,
        "status": value.status,
    }


def _until(value: FigureValue, language: str) -> str:
    start = date_text(value.valid_from, language)
    return f"{start} – {date_text(value.valid_to, language) if value.valid_to else '…'}"


def _amount(value: FigureValue, language: str) -> str:
    if value.day:
        return date_text(value.day, language)
    return number_text(value.value, language) if value.value is not None else "–"
