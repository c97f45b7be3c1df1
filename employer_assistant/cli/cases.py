"""``cases``: the cases of a workspace file."""

from __future__ import annotations

from pathlib import Path

from employer_assistant.cli.arguments import Commands, Options, Run, add_workspace
from employer_assistant.cli.output import Exit


def add(commands: Commands) -> None:
    """Add the commands under ``cases``."""
    parts = commands.under("cases")
    add_workspace(parts.add("list", late("run_list"), json=True), commands)
    show = parts.add("show", late("run_show"), json=True)
    show.add_argument("id", metavar="ID", help=commands.say("case_id"))
    add_workspace(show, commands)
    export = parts.add("export", late("run_export"))
    export.add_argument("id", metavar="ID", help=commands.say("case_id"))
    export.add_argument("--out", type=Path, required=True, metavar="FILE", help=commands.say("case_out"))
    export.add_argument("--force", action="store_true", help=commands.say("force"))
    add_workspace(export, commands)
    take = parts.add("import", late("run_import"), json=True)
    take.add_argument("file", type=Path, metavar="FILE", help=commands.say("case_in"))
    add_workspace(take, commands)
    backup = parts.add("backup", late("run_backup"))
    backup.add_argument("--out", type=Path, required=True, metavar="FILE", help=commands.say("backup"))
    add_workspace(backup, commands)
    restore = parts.add("restore", late("run_restore"))
    restore.add_argument("backup", type=Path, metavar="BACKUP", help=commands.say("backup"))
    add_workspace(restore, commands)
    add_workspace(parts.add("verify", late("run_verify")), commands)


def late(name: str) -> Run:
    """Return a command that loads the storage only when it runs."""

    def run(options: Options) -> Exit:
        from employer_assistant.cli import cases_run

        command: Run = getattr(cases_run, name)
        return command(options)

    return run
