"""The command line: one module per command, nothing but reading arguments and writing answers."""

from employer_assistant.cli.entry import main

__all__ = ["main"]
