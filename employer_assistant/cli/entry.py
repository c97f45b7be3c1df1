"""The entry: reads the arguments, runs one command, turns every failure into one sentence."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from employer_assistant.cli.arguments import language_of
from employer_assistant.cli.output import Exit, Refused, complain, log_file, note, use_utf8
from employer_assistant.cli.parser import parser
from employer_assistant.content.phrases import phrase


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status; never raises, never shows a traceback."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    use_utf8(sys.stdout, sys.stderr)
    language = language_of(arguments)
    try:
        status = _run(arguments, language)
        sys.stdout.flush()
        return int(status)
    except Refused as refusal:
        complain(refusal.sentence(language))
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - Python flushes it once more at exit
        return Exit.DONE
    except KeyboardInterrupt:
        complain(phrase("cli.interrupted", language))
    except Exception as error:
        note(error)
        complain(phrase("cli.unexpected", language, kind=type(error).__name__, log=log_file()))
    return Exit.REFUSED


def _run(arguments: list[str], language: str) -> Exit:
    try:
        options = parser(language, arguments).parse_args(arguments)
    except SystemExit:  # --help and --version end that way
        return Exit.DONE
    command = options.run
    status: Exit = command(options)
    return status
