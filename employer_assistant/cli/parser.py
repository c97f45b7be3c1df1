"""The arguments of the whole command line."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from employer_assistant import __version__
from employer_assistant.cli import window
from employer_assistant.cli.arguments import Commands, Parser, add_language
from employer_assistant.content.phrases import phrase

PROGRAM = "employer-assistant"
COMMANDS = {
    "facts": "facts",
    "assess": "assess",
    "plan": "plan",
    "print": "print_",
    "offices": "offices",
    "content": "content",
    "cases": "cases",
    "demo": "window",
}
"""The module of each command, in the order of the help."""


def parser(language: str, arguments: Sequence[str] = ()) -> argparse.ArgumentParser:
    """Return the parser with its help in the language, and with all commands unless the arguments name the one."""
    top = Parser(prog=PROGRAM, description=phrase("cli.help", language), allow_abbrev=False)
    top.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    top.add_argument("--workspace", type=Path, metavar="FILE", help=phrase("cli.help.argument.window", language))
    add_language(top, language)
    top.set_defaults(run=window.run, speak=language)
    commands = Commands(top, language)
    for module in _needed(arguments):
        import_module(f"employer_assistant.cli.{module}").add(commands)
    return top


def _needed(arguments: Sequence[str]) -> list[str]:
    """Return the modules of the commands that can be meant; the window must not wait for those it does not use."""
    if arguments and arguments[0] in COMMANDS:
        return [COMMANDS[arguments[0]]]
    only_window = len(arguments) % 2 == 0 and set(arguments[::2]) <= {"--workspace", "--language"}
    return [] if only_window else list(COMMANDS.values())
