"""``cases``: the cases of a workspace file."""

from __future__ import annotations

from argparse import ArgumentParser
from importlib import import_module
from pathlib import Path

from employer_assistant.cli.arguments import Commands, Options, Run, add_workspace, day
from employer_assistant.cli.output import Exit

SORTED_BY = ("changed", "title", "next_date", "risk", "step", "waiting_for", "finish")


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
    _add_password(export, commands, encrypted=True)
    add_workspace(export, commands)
    take = parts.add("import", late("run_import"), json=True)
    take.add_argument("file", type=Path, metavar="FILE", help=commands.say("case_in"))
    take.add_argument("--take", choices=("theirs", "mine", "both"), help=commands.say("take"))
    _add_password(take, commands, encrypted=False)
    add_workspace(take, commands)
    backup = parts.add("backup", late("run_backup"))
    backup.add_argument("--out", type=Path, required=True, metavar="FILE", help=commands.say("backup"))
    add_workspace(backup, commands)
    restore = parts.add("restore", late("run_restore"))
    restore.add_argument("backup", type=Path, metavar="BACKUP", help=commands.say("backup"))
    add_workspace(restore, commands)
    add_workspace(parts.add("verify", late("run_verify")), commands)
    _add_all_cases(parts, commands)


def _add_all_cases(parts: Commands, commands: Commands) -> None:
    """Add what concerns all cases of a workspace."""
    overview = parts.add("overview", all_cases("run_overview"), json=True)
    overview.add_argument("--sort", choices=SORTED_BY, default="next_date", help=commands.say("sort"))
    overview.add_argument("--search", default="", metavar="WORDS", help=commands.say("search"))
    overview.add_argument("--out", type=Path, metavar="FILE", help=commands.say("table"))
    overview.add_argument("--initials", action="store_true", help=commands.say("report_initials"))
    overview.add_argument("--letterhead", type=Path, metavar="FILE", help=commands.say("report_letterhead"))
    deadlines = parts.add("deadlines", all_cases("run_deadlines"), json=True)
    deadlines.add_argument("--until", type=day, metavar="DATE", help=commands.say("until"))
    deadlines.add_argument("--out", type=Path, metavar="FILE.ics", help=commands.say("calendar"))
    deadlines.add_argument("--titles", action="store_true", help=commands.say("titles"))
    counts = parts.add("counts", all_cases("run_counts"), json=True)
    counts.add_argument("--year", type=int, metavar="YEAR", help=commands.say("year"))
    log = parts.add("log", all_cases("run_log"), json=True)
    log.add_argument("id", metavar="ID", help=commands.say("case_id"))
    copied = parts.add("copy", all_cases("run_copy"), json=True)
    copied.add_argument("id", metavar="ID", help=commands.say("case_id"))
    copied.add_argument("--title", default="", metavar="TITLE", help=commands.say("title"))
    settings = parts.add("settings", all_cases("run_settings"), json=True)
    settings.add_argument("--initials", metavar="INITIALS", help=commands.say("workspace_initials"))
    settings.add_argument("--employer-from", metavar="ID", help=commands.say("employer_from"))
    settings.add_argument("--archived", choices=("yes", "no"), help=commands.say("archived"))
    handover = parts.add("handover", all_cases("run_handover"), json=True)
    handover.add_argument("--case", action="append", metavar="ID", help=commands.say("handover_case"))
    handover.add_argument("--out", type=Path, required=True, metavar="FILE", help=commands.say("handover"))
    _add_password(handover, commands, encrypted=True)
    experience = parts.add("experience", all_cases("run_experience"), json=True)
    experience.add_argument("--from", dest="taken_from", metavar="ID", help=commands.say("experience_from"))
    experience.add_argument("--out", type=Path, metavar="FILE", help=commands.say("experience_out"))
    remove = parts.add("remove", all_cases("run_remove"))
    remove.add_argument("--copies", action="store_true", help=commands.say("copies"))
    remove.add_argument("--yes", action="store_true", help=commands.say("yes"))
    for command in (overview, deadlines, counts, log, copied, settings, handover, experience, remove):
        add_workspace(command, commands)
    for command in (overview, deadlines, experience):
        command.add_argument("--on", type=day, metavar="DATE", help=commands.say("on"))
    for command in (overview, deadlines, handover, experience):
        command.add_argument("--force", action="store_true", help=commands.say("force"))


def _add_password(command: ArgumentParser, commands: Commands, *, encrypted: bool) -> None:
    if encrypted:
        command.add_argument("--encrypted", action="store_true", help=commands.say("encrypted"))
    command.add_argument("--password-file", type=Path, metavar="FILE", help=commands.say("password_file"))


def all_cases(name: str) -> Run:
    """Return a command on all cases that loads the storage only when it runs."""
    return late(name, "all_cases_run")


def late(name: str, module: str = "cases_run") -> Run:
    """Return a command that loads the storage only when it runs."""

    def run(options: Options) -> Exit:
        command: Run = getattr(import_module(f"employer_assistant.cli.{module}"), name)
        return command(options)

    return run
