"""The arguments of the whole command line."""

from __future__ import annotations

import argparse
from pathlib import Path

from employer_assistant import __version__
from employer_assistant.cli import assess, cases, content, facts, offices, plan, print_, window
from employer_assistant.cli.arguments import Commands, Parser, add_language
from employer_assistant.content.phrases import phrase

PROGRAM = "employer-assistant"


def parser(language: str) -> argparse.ArgumentParser:
    """Return the parser with all commands and its help in the language."""
    top = Parser(prog=PROGRAM, description=phrase("cli.help", language), allow_abbrev=False)
    top.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    top.add_argument("--workspace", type=Path, metavar="FILE", help=phrase("cli.help.argument.window", language))
    add_language(top, language)
    top.set_defaults(run=window.run, speak=language)
    commands = Commands(top, language)
    for command in (facts, assess, plan, print_, offices, content, cases, window):
        command.add(commands)
    return top
