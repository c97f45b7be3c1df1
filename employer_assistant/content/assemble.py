"""From the YAML sources to typed content; every fault is collected with file, line and remedy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args, get_type_hints

import msgspec

from employer_assistant.content import model
from employer_assistant.content.figures import computed_figures
from employer_assistant.content.holidays import saxon_holidays
from employer_assistant.content.strict_yaml import Plain, SourceError, Tree, read_yaml

SINGLE = {"interview": model.Interview}
_BUILT = {"version", "law_as_of", "read_on", "holidays"}


def _list_types() -> dict[str, type]:
    hints = get_type_hints(model.Content)
    return {name: get_args(hint)[0] for name, hint in hints.items() if name not in _BUILT and name not in SINGLE}


LISTS = _list_types()


@dataclass(frozen=True, order=True)
class Problem:
    """One fault in the content sources; ``message`` says what is wrong and how to mend it."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


@dataclass
class Assembly:
    """What was read so far: content (None while something could not be read), where each item stands, what is wrong."""

    content: model.Content | None = None
    places: dict[tuple[str, str], tuple[Tree, tuple[str | int, ...]]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def report(self, collection: str, item: str, message: str, *inner: str | int) -> None:
        """Note a fault of an item; ``inner`` is the path inside the item, to name the line as exactly as known."""
        tree, path = self.places[(collection, item)]
        self.problems.append(Problem(tree.file, tree.line((*path, *inner)), message))


def assemble(folder: Path) -> Assembly:
    """Read all sources below the folder. Faults of form are collected; content is set only if there are none."""
    result = Assembly()
    parts: dict[str, list[Any]] = {name: [] for name in LISTS}
    single: dict[str, Any] = {}
    for tree in _trees(folder, result.problems):
        if not isinstance(tree.value, dict):
            result.problems.append(Problem(tree.file, 1, "The file must begin with a key such as 'steps:'."))
            continue
        for key, value in tree.value.items():
            _take(key, value, tree, parts, single, result)
    for name in ("meta", *SINGLE):
        if name not in single:
            result.problems.append(Problem(str(folder), 1, f"There is no '{name}:' in any file. Add it."))
    if not result.problems:
        result.content = _content(parts, single)
    return result


def _trees(folder: Path, problems: list[Problem]) -> Iterator[Tree]:
    files = sorted(folder.rglob("*.yaml"))
    if not files:
        problems.append(
            Problem(str(folder), 1, "There are no .yaml files here. Name the folder that holds the content.")
        )
    for path in files:
        name = path.relative_to(folder).as_posix()
        try:
            yield read_yaml(path.read_text(encoding="utf-8"), name)
        except SourceError as error:
            problems.append(Problem(name, error.line, error.message))
        except UnicodeDecodeError:
            problems.append(Problem(name, 1, "The file is not UTF-8 text. Save it as UTF-8."))


def _take(
    key: str, value: Plain, tree: Tree, parts: dict[str, list[Any]], single: dict[str, Any], result: Assembly
) -> None:
    if key in LISTS and isinstance(value, list):
        for index, item in enumerate(value):
            _take_item(key, item, (key, index), tree, parts, result)
    elif key in (*SINGLE, "meta") and key not in single:
        result.places[(key, key)] = (tree, (key,))
        single[key] = value if key == "meta" else _converted(value, SINGLE[key], (key,), tree, result)
    else:
        known = ", ".join(sorted((*LISTS, *SINGLE, "meta")))
        result.problems.append(Problem(tree.file, tree.line((key,)), f"'{key}' is not expected here. Known: {known}."))


def _take_item(
    key: str, item: Plain, path: tuple[str | int, ...], tree: Tree, parts: dict[str, list[Any]], result: Assembly
) -> None:
    typed = _converted(item, LISTS[key], path, tree, result)
    if typed is None:
        return
    if (key, typed.id) in result.places:
        other, other_path = result.places[(key, typed.id)]
        where = f"{other.file}:{other.line(other_path)}"
        result.problems.append(
            Problem(tree.file, tree.line(path), f"The id '{typed.id}' is used twice (also {where}). Rename one.")
        )
        return
    result.places[(key, typed.id)] = (tree, path)
    parts[key].append(typed)


_PATH = re.compile(r" - at `\$(.*)`$")
_STEP = re.compile(r"\.([A-Za-z_0-9]+)|\[(\d+)\]|\[\.\.\.\]")


def _converted(value: Plain, kind: type, path: tuple[str | int, ...], tree: Tree, result: Assembly) -> Any:
    try:
        return msgspec.convert(value, kind, strict=False)
    except msgspec.ValidationError as error:
        message = str(error)
        found = _PATH.search(message)
        inner: tuple[str | int, ...] = ()
        if found:
            steps = _STEP.findall(found.group(1))
            inner = tuple(int(index) if index else name for name, index in steps if index or name)
            message = message[: found.start()]
        unknown = re.search(r"unknown field `(\w+)`", message)
        line = tree.line((*path, *inner, unknown.group(1)) if unknown else (*path, *inner))
        name = value.get("id", "") if isinstance(value, dict) else ""
        where = f"In '{name}': " if name else ""
        result.problems.append(Problem(tree.file, line, f"{where}{_in_words(message)}"))
        return None


def _in_words(message: str) -> str:
    """Say in our words what the schema found."""
    unknown = re.search(r"unknown field `(\w+)`", message)
    if unknown:
        return f"The key '{unknown.group(1)}' is not known here. Remove it or mend the spelling."
    missing = re.search(r"missing required field `(\w+)`", message)
    if missing and missing.group(1) in ("de", "en"):
        return f"The text has no '{missing.group(1)}'. Write it in German and English."
    if missing:
        return f"The key '{missing.group(1)}' is missing. Add it."
    return f"{message}. Write a value of that kind."


def _content(parts: dict[str, list[Any]], single: dict[str, Any]) -> model.Content:
    meta = single["meta"]
    plain = {name: tuple(items) for name, items in parts.items()}
    plain["figures"] = computed_figures(plain["figures"])
    return model.Content(
        version=meta["version"],
        law_as_of=msgspec.convert(meta["law_as_of"], model.date),
        read_on=msgspec.convert(meta["read_on"], model.date),
        holidays=saxon_holidays(),
        interview=single["interview"],
        **plain,
    )
