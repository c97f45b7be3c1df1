"""What the commands under ``cases`` do."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from employer_assistant.app import open_or_create
from employer_assistant.cases.case_file import write_case
from employer_assistant.cli.arguments import Options
from employer_assistant.cli.case_source import parsed, read_bytes, refusing, stored
from employer_assistant.cli.output import Exit, Refused, as_said, say, say_json
from employer_assistant.content.phrases import phrase
from employer_assistant.storage import backups
from employer_assistant.storage.errors import WorkspaceError, outside
from employer_assistant.storage.handover_file import is_handover
from employer_assistant.storage.workspace import Workspace

NOT_SOUND = ("storage.damaged", "storage.foreign", "storage.empty", "storage.newer")
"""What is wrong with a file that was looked into; anything else kept it from being looked into."""


def run_list(options: Options) -> Exit:
    """Print id and title of all cases, newest change first."""
    with refusing(), closing(Workspace.open(options.workspace)) as workspace:
        rows = workspace.cases()
    if options.json:
        keys = ("id", "title", "route", "sample", "content_version", "changed_at", "answers", "last_step")
        say_json([{key: getattr(row, key) for key in keys} for row in rows])
        return Exit.DONE
    for row in rows:
        say(f"{row.id}  {row.changed_at.astimezone():%Y-%m-%d %H:%M}  {row.title}")
    if not rows:
        say(phrase("cli.cases.none", options.speak))
    return Exit.DONE


def run_show(options: Options) -> Exit:
    """Print one case as a case file."""
    case = stored(options.workspace, options.id)
    say(write_case(case, "json" if options.json else "yaml").decode().rstrip("\n"))
    return Exit.DONE


def run_export(options: Options) -> Exit:
    """Write one case to a file; an existing file needs ``--force``."""
    if options.encrypted:
        from employer_assistant.cli.all_cases_run import write_handover

        stored(options.workspace, options.id)
        return write_handover(options, [options.id])
    case, target = stored(options.workspace, options.id), options.out
    write_new(target, write_case(case, "json" if target.suffix.lower() == ".json" else "yaml"), force=options.force)
    say(phrase("cli.cases.exported", options.speak, file=target))
    return Exit.DONE


def run_import(options: Options) -> Exit:
    """Take a case in as a new one; the workspace is created if it is not there yet. A faulty file changes nothing."""
    data = read_bytes(options.file)
    if is_handover(data):
        from employer_assistant.cli.all_cases_run import take_in

        return take_in(options, data)
    case = parsed(data, options.file.name)
    with refusing(), closing(open_or_create(options.workspace)) as workspace:
        kept = workspace.add(case, datetime.now(UTC))
    if options.json:
        say_json({"id": kept.id, "title": case.title})
    else:
        say(phrase("cli.cases.imported", options.speak, id=kept.id))
    return Exit.DONE


def write_new(target: Path, data: bytes, *, force: bool) -> None:
    """Write a file; an existing one needs ``--force``. Raises Refused."""
    from employer_assistant.storage.atomic_file import write_bytes

    if target.exists() and not force:
        raise Refused("cli.print.exists", file=target)
    try:
        write_bytes(target, data)
    except OSError as error:
        raise as_said(outside(error, target).say) from None


def run_backup(options: Options) -> Exit:
    """Write a checked copy of the workspace to a new file."""
    with refusing(), closing(Workspace.open(options.workspace)) as workspace:
        backups.back_up(workspace, options.out)
    say(phrase("cli.cases.exported", options.speak, file=options.out))
    return Exit.DONE


def run_restore(options: Options) -> Exit:
    """Put a checked backup in the place of the workspace; the file that was there is kept beside it."""
    with refusing():
        kept = backups.restore(options.backup, options.workspace)
    say(phrase("cli.cases.restored", options.speak, file=options.workspace))
    if kept:
        say(phrase("cli.cases.kept", options.speak, file=kept))
    return Exit.DONE


def run_verify(options: Options) -> Exit:
    """Check the file and read every case in it; exit 1 if something is wrong with it."""
    try:
        found = backups.contents(options.workspace)
        with closing(Workspace.open(options.workspace)) as workspace:
            for row in found:
                workspace.load(row.id)
    except WorkspaceError as error:
        if error.key not in NOT_SOUND:
            with refusing():
                raise
        say(error.say(options.speak))
        return Exit.FINDINGS
    say(phrase("cli.cases.sound", options.speak, file=options.workspace, n=len(found)))
    return Exit.DONE
