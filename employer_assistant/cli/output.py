"""What the command line says: answers as JSON or text, errors as one sentence, exit codes."""

from __future__ import annotations

import json
import sys
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import IntEnum
from pathlib import Path
from typing import Any, TextIO

from employer_assistant.content.phrases import phrase

LOG_BYTES = 200_000


class Exit(IntEnum):
    """The exit status: done, done but with findings, bad input or not possible."""

    DONE = 0
    FINDINGS = 1
    REFUSED = 2


@dataclass(frozen=True)
class Said:
    """A sentence of another room that is spoken when the language is known."""

    say: Callable[[str], str]


class Refused(Exception):
    """Something cannot be done; the phrase says in one sentence what, where and how to mend it."""

    def __init__(self, key: str, /, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values

    def sentence(self, language: str) -> str:
        """Return the sentence in the language."""
        values = {
            name: value.say(language) if isinstance(value, Said) else value for name, value in self.values.items()
        }
        return phrase(self.key, language, **values)


def as_said(say: Callable[[str], str]) -> Refused:
    """Return the refusal in the words of the room that found the fault."""
    return Refused("cli.as-said", sentence=Said(say))


def say(text: str) -> None:
    """Write a line of the answer."""
    print(text)


def say_json(value: object) -> None:
    """Write a value as JSON."""
    print(json.dumps(plain(value), ensure_ascii=False, indent=1))


def plain(value: object) -> Any:
    """Turn a value into what JSON knows: dates as ISO text, decimals as exact numbers, tuples as lists."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(part) for part in value]
    return value


def complain(sentence: str) -> None:
    """Write one sentence to standard error, whatever line breaks it was given."""
    print(" ".join(sentence.split()), file=sys.stderr)


def use_utf8(*streams: TextIO) -> None:
    """Let umlauts through where the system's encoding lacks them."""
    for stream in streams:
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def log_file() -> Path:
    """Return where notes about unexpected errors are kept."""
    from platformdirs import user_log_path

    return user_log_path("Employer Assistant", appauthor=False) / "command-line.log"


def note(error: BaseException) -> None:
    """Note kind and place of an unexpected error: never its message, which may hold data of a case."""
    places = [f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in traceback.extract_tb(error.__traceback__)]
    line = f"{type(error).__name__}: {' < '.join(reversed(places))}\n"
    try:
        path = log_file()
        path.parent.mkdir(parents=True, exist_ok=True)
        old = path.read_text(encoding="utf-8")[-LOG_BYTES:] if path.exists() else ""
        path.write_text(old + line, encoding="utf-8")
    except OSError:
        return
