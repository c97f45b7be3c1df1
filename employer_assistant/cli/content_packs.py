"""``content key``, ``install``, ``undo`` and ``diff``: packs as files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from employer_assistant.cli.arguments import Commands, Options, day, today
from employer_assistant.cli.case_source import read_bytes
from employer_assistant.cli.lines import wrapped
from employer_assistant.cli.output import Exit, Refused, as_said, complain, plain, say, say_json
from employer_assistant.cli.parts import assembled, forget, in_use, library, with_corrections
from employer_assistant.content.model import Content, Text
from employer_assistant.content.phrases import phrase, text
from employer_assistant.rules.wording import date_text

if TYPE_CHECKING:
    from employer_assistant.cases.retest import AffectedCase
    from employer_assistant.content.diff import Difference, Shown


def add(parts: Commands, commands: Commands) -> None:
    """Add the commands."""
    key = parts.add("key", run_key)
    key.add_argument("--out", type=Path, required=True, metavar="KEYFILE", help=commands.say("key_out"))
    install = parts.add("install", run_install, json=True)
    install.add_argument("file", type=Path, metavar="FILE", help=commands.say("pack_in"))
    install.add_argument("--workspace", type=Path, metavar="FILE", help=commands.say("workspace_retest"))
    install.add_argument("--on", type=day, metavar="DATE", help=commands.say("on"))
    parts.add("undo", run_undo, json=True)
    diff = parts.add("diff", run_diff, json=True)
    for name in ("old", "new"):
        diff.add_argument(name, metavar=name.upper(), help=commands.say("pack_or_version"))


def run_key(options: Options) -> Exit:
    """Write a new private key that only its owner can read, and print the public one."""
    from employer_assistant.content.signing import new_key, public_key
    from employer_assistant.storage.errors import outside

    key = new_key()
    try:
        handle = os.open(options.out, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(key.hex() + "\n")
    except FileExistsError:
        raise Refused("cli.content.key-exists", file=options.out) from None
    except OSError as error:
        raise as_said(outside(error, options.out).say) from None
    say(public_key(key).hex())
    return Exit.DONE


def private_key(path: Path) -> bytes:
    """Read a private key. Raises Refused."""
    from employer_assistant.content.signing import read_key

    with _saying():
        return read_key(read_bytes(path).decode("ascii", "replace"))


def signed(pack: bytes, key: bytes) -> bytes:
    """Return the signed pack file."""
    from employer_assistant.content.signing import sign

    return sign(pack, key)


def run_install(options: Options) -> Exit:
    """Install a signed pack, then name the cases that stand differently. Refused, it changes nothing."""
    from employer_assistant.content.keys import trusted_keys
    from employer_assistant.storage import packs

    data, folder, before = read_bytes(options.file), packs.packs_folder(), in_use().content.version
    with _saying():
        content = packs.inspect(data, folder, trusted_keys())
        affected = _affected(options, content)
        packs.install(data, folder, trusted_keys())
    forget()
    if options.json:
        say_json(
            {
                "version": content.version,
                "law_as_of": content.law_as_of,
                "before": before,
                "affected": [_described(one, options.speak) for one in affected],
            }
        )
        return Exit.DONE
    law = date_text(content.law_as_of, options.speak)
    say(phrase("cli.content.installed", options.speak, version=content.version, law=law, before=before))
    say(phrase("cli.content.affected", options.speak, n=len(affected)))
    for one in affected:
        for line in _report(one, options.speak):
            say(line)
    return Exit.DONE


def run_undo(options: Options) -> Exit:
    """Put the content into use that was in use before the last installation."""
    from employer_assistant.storage import packs

    before = in_use().content.version
    with _saying():
        version = packs.undo(packs.packs_folder())
    forget()
    if options.json:
        say_json({"version": version, "before": before})
    else:
        say(phrase("cli.content.undone", options.speak, version=version, before=before))
    return Exit.DONE


def run_diff(options: Options) -> Exit:
    """Say in words what changed from one version of the content to another."""
    from employer_assistant.content.diff import differences
    from employer_assistant.rules.diff_words import detail_texts, difference_text

    found = differences(_content(options.old), _content(options.new))
    if options.json:
        say_json([_difference(one) for one in found])
        return Exit.DONE
    if not found:
        say(phrase("diff.none", options.speak))
    for one in found:
        for line in wrapped(difference_text(one, options.speak)):
            say(line)
        for detail in detail_texts(one, options.speak):
            for line in wrapped(detail, 2):
                say(line)
    return Exit.DONE


def _content(named: str) -> Content:
    """Return the content that an argument names: a folder of sources, a pack file, or a version that is kept."""
    from employer_assistant.content.pack import decode
    from employer_assistant.content.signing import PackError, unwrapped
    from employer_assistant.storage.packs import load, packs_folder

    path = Path(named)
    if path.is_dir():
        content = assembled(path).content
        if content is None:
            raise Refused("cli.content.diff-folder", folder=path)
        return content
    with _saying():
        if not path.exists():
            return load(named, packs_folder())
        try:
            return decode(unwrapped(read_bytes(path)))
        except ValueError:
            raise PackError("pack.other-app") from None


def _affected(options: Options, content: Content) -> list[AffectedCase]:
    """Judge the cases of the workspace named, else of the user's own if there is one, under the new content."""
    from employer_assistant.app import affected_cases, default_workspace_path
    from employer_assistant.storage.errors import WorkspaceError
    from employer_assistant.storage.workspace import Workspace

    path = options.workspace or default_workspace_path()
    if options.workspace is None and not path.exists():
        return []
    new, on = with_corrections(content), today(options)
    try:
        with closing(Workspace.open(path)) as workspace:
            return affected_cases(workspace, library(), new, on)
    except WorkspaceError as error:
        if options.workspace is not None:
            raise as_said(error.say) from None
        complain(error.say(options.speak))  # the user's own file must not keep newer law away
        return []


def _described(one: AffectedCase, language: str) -> dict[str, Any]:
    from employer_assistant.rules.retest import effect_text

    effects = [{"id": e.id, "about": e.about, "text": effect_text(e, language)} for e in one.effects]
    return {"id": one.case_id, "title": one.case.title, "effects": effects}


def _report(one: AffectedCase, language: str) -> Iterator[str]:
    from employer_assistant.cases.titles import shown_title
    from employer_assistant.rules.retest import effect_text

    yield ""
    yield f"{shown_title(one.case, library(), language)}  [{one.case_id}]"
    for effect in one.effects:
        yield from wrapped(f"- {effect_text(effect, language)}", 2)


def _difference(found: Difference) -> dict[str, Any]:
    return {
        "collection": found.collection,
        "id": found.id,
        "change": found.change,
        "title": _both(found.title),
        "of": _both(found.of),
        "details": [
            {"aspect": d.aspect, "under": _under(d.under), "old": _both(d.old), "new": _both(d.new)}
            for d in found.details
        ],
    }


def _both(value: Shown) -> Any:
    return {language: text(value, language) for language in ("de", "en")} if isinstance(value, Text) else plain(value)


def _under(value: Text | tuple[date, date | None] | None) -> Any:
    return plain(value) if isinstance(value, tuple) else _both(value)


@contextmanager
def _saying() -> Iterator[None]:
    """Turn what a pack is refused for into what the command line says."""
    from employer_assistant.content.signing import PackError

    try:
        yield
    except PackError as error:
        raise as_said(error.say) from None
