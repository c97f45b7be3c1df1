"""How arguments are read, and how a wrong one is refused in one sentence."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import NoReturn, TypeAlias

from employer_assistant.cases.reading import ReadingError, read_date
from employer_assistant.cli.output import Exit, Refused, Said
from employer_assistant.cli.parts import Wish
from employer_assistant.content.phrases import LANGUAGES, phrase

Options: TypeAlias = argparse.Namespace
Run: TypeAlias = Callable[[Options], Exit]

_COMPLAINTS = (
    (r"the following arguments are required: (?P<names>.+)", "cli.arguments.missing"),
    (r"one of the arguments (?P<names>.+) is required", "cli.arguments.missing"),
    (r"unrecognized arguments: (?P<names>.+)", "cli.arguments.unknown"),
    (r"argument (?P<name>.+?): invalid choice: (?P<value>.+) \(choose from (?P<choices>.+)\)", "cli.arguments.choice"),
    (r"argument (?P<name>.+?): expected (one|at least one) argument", "cli.arguments.value"),
    (r"argument (?P<name>.+): not allowed with argument (?P<other>.+)", "cli.arguments.clash"),
)
"""What argparse says, and the phrase for it."""


class Parser(argparse.ArgumentParser):
    """A parser that refuses in one sentence instead of printing its usage."""

    def error(self, message: str) -> NoReturn:
        """Refuse the arguments, with a hint where help is."""
        for pattern, key in _COMPLAINTS:
            found = re.fullmatch(pattern, message)
            if found:
                raise Refused(key, program=self.prog, **found.groupdict())
        raise Refused("cli.arguments.other", program=self.prog, detail=message)


class Commands:
    """The commands under a parser, with help in one language. ``prefix`` is the command they stand under."""

    def __init__(
        self, parent: argparse.ArgumentParser, language: str, prefix: str = "", *, required: bool = False
    ) -> None:
        self.language = language
        self.prefix = prefix
        title = phrase("cli.commands", language)
        self._added = parent.add_subparsers(metavar="COMMAND", title=title, required=required)

    def under(self, name: str) -> Commands:
        """Add a command that only has commands of its own."""
        words = phrase(f"cli.help.{name}", self.language)
        command = self._added.add_parser(name, help=words, description=words, allow_abbrev=False)
        return Commands(command, self.language, f"{name}-", required=True)

    def add(self, name: str, run: Run, *, json: bool = False, language: bool = True) -> argparse.ArgumentParser:
        """Add a command. Its help is the phrase ``cli.help.<name>``; ``json`` and ``language`` add these options."""
        words = phrase(f"cli.help.{self.prefix}{name}", self.language)
        command: argparse.ArgumentParser = self._added.add_parser(
            name, help=words, description=words, allow_abbrev=False
        )
        command.set_defaults(run=run)
        if json:
            command.add_argument("--json", action="store_true", help=self.say("json"))
        if language:
            add_language(command, self.language)
        return command

    def say(self, name: str) -> str:
        """Return the help of one argument."""
        return phrase(f"cli.help.argument.{name}", self.language)


def add_language(command: argparse.ArgumentParser, language: str) -> None:
    """Add the choice of language; what was said before the command stays unless said again."""
    command.add_argument(
        "--language",
        choices=LANGUAGES,
        default=argparse.SUPPRESS,
        help=phrase("cli.help.argument.language", language),
    )


def add_case(command: argparse.ArgumentParser, commands: Commands) -> None:
    """Add the case and the day it is judged on."""
    command.add_argument("case", metavar="CASE", help=commands.say("case"))
    command.add_argument("--on", type=day, metavar="DATE", help=commands.say("on"))


def add_wish(command: argparse.ArgumentParser, commands: Commands) -> None:
    """Add the route and the procedure of a plan."""
    command.add_argument("--route", metavar="ROUTE", help=commands.say("route"))
    command.add_argument("--procedure", choices=("regular", "accelerated"), help=commands.say("procedure"))


def wish_of(options: Options) -> Wish:
    """Return what the arguments say about the plan."""
    return Wish(options.route, options.procedure, getattr(options, "start_by", None))


def add_workspace(command: argparse.ArgumentParser, commands: Commands) -> None:
    """Add the workspace file that the command works on."""
    command.add_argument("--workspace", type=Path, required=True, metavar="FILE", help=commands.say("workspace"))


def language_of(arguments: list[str]) -> str:
    """Return the language to speak, found before anything can fail: the last one named, German if none."""
    named = [after for before, after in pairwise(arguments) if before == "--language"]
    named += [argument.removeprefix("--language=") for argument in arguments if argument.startswith("--language=")]
    return next((language for language in reversed(named) if language in LANGUAGES), LANGUAGES[0])


def day(typed: str) -> date:
    """Read a day as people write it: 2027-03-01 or 1.3.2027. Raises Refused."""
    try:
        return read_date(typed)
    except ReadingError as error:
        raise Refused("cli.day", value=typed, sentence=Said(error.say)) from None


def today(options: Options) -> date:
    """Return the day asked for with ``--on``, else the clock's day."""
    on: date | None = options.on
    return on or date.today()  # noqa: DTZ011 - the user's own day is meant
