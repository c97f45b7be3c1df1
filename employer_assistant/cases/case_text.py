"""From the text of a case file, YAML or JSON, to plain values, each fault with its place."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn, TypeAlias

from employer_assistant.cases.case_error import CaseFileError

if TYPE_CHECKING:
    from employer_assistant.content.strict_yaml import SourceError, Tree

MAX_BYTES = 1_000_000
_SHOWN = 60

Path: TypeAlias = tuple[str | int, ...]
Raw: TypeAlias = "str | bool | Digits | list[Raw] | dict[str, Raw] | None"

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True)
class Digits:
    """A number of a JSON file as it is written there."""

    text: str


@dataclass(frozen=True)
class Source:
    """A parsed file. In YAML (``tree`` set) every scalar is text; in JSON values have types."""

    file: str
    value: Raw
    tree: Tree | None

    @property
    def typed(self) -> bool:
        """Whether the file tells texts, numbers and truths apart (JSON)."""
        return self.tree is None

    def fault(self, path: Path, key: str, *, near: str | None = None, **values: str) -> CaseFileError:
        """Return the error for a place in the file."""
        line = self.tree.line(path) if self.tree else None
        return CaseFileError(key, self.file, at=shown(path), line=line, near=near, **values)


def shown(path: Path) -> str:
    """Return a place as people read it: ``answers.job.offer``, ``notes[2]`` (counted from 1), cut if very long."""
    words = ""
    for part in path:
        words += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if words else part
    clean = _CONTROL.sub("?", _SURROGATE.sub("?", words))
    return clean if len(clean) <= _SHOWN else clean[: _SHOWN - 1] + "…"


def parse(data: bytes, file: str) -> Source:
    """Parse a file by the ending of its name; without one, JSON if it is JSON, else YAML. Raises CaseFileError."""
    if len(data) > MAX_BYTES:
        raise CaseFileError("too_large", file)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CaseFileError("not_utf8", file) from None
    if not text.strip():
        raise CaseFileError("empty_file", file)
    try:
        source = _parse(text, file)
        _check_texts(source, source.value, ())
    except RecursionError:
        raise CaseFileError("too_deep", file) from None
    return source


def _parse(text: str, file: str) -> Source:
    ending = file.lower().rpartition(".")[2]
    if ending == "json":
        return _parse_json(text, file)
    if ending not in ("yaml", "yml") and text.lstrip().startswith("{"):
        try:
            return _parse_json(text, file)
        except CaseFileError as error:
            if error.key != "json":
                raise
    return _parse_yaml(text, file)


def _parse_yaml(text: str, file: str) -> Source:
    from employer_assistant.content.strict_yaml import SourceError, read_yaml

    try:
        tree = read_yaml(text, file)
    except SourceError as error:
        raise _translated(error) from None
    return Source(file, tree.value, tree)  # type: ignore[arg-type]


_DOUBLE = re.compile(r"The key '(.*)' stands", re.DOTALL)
_YAML_FAULTS = (
    ("Anchors and aliases", "alias"),
    ("Tags ", "tag"),
    ("The key '", "double_key"),
    ("The brackets are nested", "too_deep"),
    ("The file is empty", "empty_file"),
)
"""The English messages of the strict reader by their beginnings; anything else is a fault of the notation."""


def _translated(error: SourceError) -> CaseFileError:
    key = next((key for beginning, key in _YAML_FAULTS if error.message.startswith(beginning)), "yaml")
    double = _DOUBLE.match(error.message)
    return CaseFileError(key, error.file, line=error.line, at=shown((double[1],)) if double else "")


def _parse_json(text: str, file: str) -> Source:
    def refuse_constant(_: str) -> NoReturn:
        raise CaseFileError("json_constant", file)

    def without_doubles(pairs: list[tuple[str, Raw]]) -> dict[str, Raw]:
        found: dict[str, Raw] = {}
        for key, value in pairs:
            if key in found:
                raise CaseFileError("double_key", file, at=shown((key,)))
            found[key] = value
        return found

    try:
        value = json.loads(
            text,
            parse_float=Digits,
            parse_int=Digits,
            parse_constant=refuse_constant,
            object_pairs_hook=without_doubles,
        )
    except json.JSONDecodeError as error:
        raise CaseFileError("json", file, line=error.lineno) from None
    return Source(file, value, None)


def _check_texts(source: Source, value: Raw, path: Path) -> None:
    if isinstance(value, dict):
        for key, part in value.items():
            _check_text(source, key, (*path, key))
            _check_texts(source, part, (*path, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            _check_texts(source, part, (*path, index))
    elif isinstance(value, str):
        _check_text(source, value, path)


def _check_text(source: Source, text: str, path: Path) -> None:
    if _SURROGATE.search(text) or _CONTROL.search(text):
        raise source.fault(path, "control")
