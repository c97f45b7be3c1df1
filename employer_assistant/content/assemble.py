"""From the YAML sources to typed content; every fault is collected with file, line and remedy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path as FilePath
from typing import Annotated, Any, get_args, get_type_hints

import msgspec

from employer_assistant.content import model
from employer_assistant.content.figures import computed_figures
from employer_assistant.content.holidays import desk_days_off, mission_holidays, saxon_holidays
from employer_assistant.content.strict_yaml import Path, Plain, SourceError, Tree, read_yaml
from employer_assistant.content.versions import PATTERN


class Meta(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Version of the content, the day until which the law was read, and the day on which the sources were read."""

    version: Annotated[str, msgspec.Meta(pattern=PATTERN)]
    law_as_of: date
    read_on: date


SINGLE: dict[str, type] = {"interview": model.Interview, "meta": Meta}
_BUILT = {"version", "law_as_of", "read_on", "holidays", "mission_holidays", "desk_days_off"}


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
    places: dict[tuple[str, str], tuple[Tree, Path]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    lists: dict[str, list[Any]] = field(default_factory=lambda: {name: [] for name in LISTS})
    single: dict[str, Any] = field(default_factory=dict)

    def report(self, collection: str, item: str, message: str, *inner: str | int) -> None:
        """Note a fault of an item; ``inner`` is the path inside the item, to name the line as exactly as known."""
        tree, path = self.places[(collection, item)]
        self.fault(tree, (*path, *inner), message)

    def fault(self, tree: Tree, path: Path, message: str) -> None:
        """Note a fault at a path of a file."""
        self.problems.append(Problem(tree.file, tree.line(path), message))


def assemble(folder: FilePath) -> Assembly:
    """Read all sources below the folder. Faults of form are collected; content is set only if there are none."""
    result = Assembly()
    for tree in _trees(folder, result.problems):
        if isinstance(tree.value, dict):
            for key, value in tree.value.items():
                _take(result, tree, key, value)
        else:
            result.fault(tree, (), "The file must begin with a key such as 'steps:'.")
    for name in SINGLE:
        if name not in result.single:
            result.problems.append(Problem(str(folder), 1, f"There is no '{name}:' in any file. Add it."))
    if not result.problems:
        result.content = _content(result)
    return result


def _trees(folder: FilePath, problems: list[Problem]) -> Iterator[Tree]:
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


def _take(result: Assembly, tree: Tree, key: str, value: Plain) -> None:
    if key in LISTS and isinstance(value, list):
        for index, item in enumerate(value):
            _take_item(result, tree, (key, index), item)
    elif key in SINGLE and key not in result.single:
        result.places[(key, key)] = (tree, (key,))
        result.single[key] = _converted(result, tree, (key,), value, SINGLE[key])
    else:
        known = ", ".join(sorted((*LISTS, *SINGLE)))
        result.fault(tree, (key,), f"'{key}' is not expected here. Known: {known}.")


def _take_item(result: Assembly, tree: Tree, path: Path, item: Plain) -> None:
    collection = str(path[0])
    typed = _converted(result, tree, path, item, LISTS[collection])
    if typed is None:
        return
    if (collection, typed.id) in result.places:
        other, other_path = result.places[(collection, typed.id)]
        where = f"{other.file}:{other.line(other_path)}"
        result.fault(tree, path, f"The id '{typed.id}' is used twice (also {where}). Rename one.")
        return
    result.places[(collection, typed.id)] = (tree, path)
    result.lists[collection].append(typed)


_PATH = re.compile(r" - at `\$(.*)`$")
_STEP = re.compile(r"\.([A-Za-z_0-9]+)|\[(\d+)\]|\[\.\.\.\]")


def _converted(result: Assembly, tree: Tree, path: Path, value: Plain, kind: type) -> Any:
    try:
        return msgspec.convert(value, kind, strict=False)
    except msgspec.ValidationError as error:
        message, inner = _split(str(error))
        unknown = re.search(r"unknown field `(\w+)`", message)
        name = value.get("id", "") if isinstance(value, dict) else ""
        where = f"In '{name}': " if name else ""
        deepest = (*path, *inner, unknown.group(1)) if unknown else (*path, *inner)
        result.fault(tree, deepest, f"{where}{_in_words(message)}")
        return None


def _split(message: str) -> tuple[str, Path]:
    """Take the schema's message apart: what is wrong, and the path inside the item."""
    found = _PATH.search(message)
    if not found:
        return message, ()
    steps = _STEP.findall(found.group(1))
    return message[: found.start()], tuple(int(index) if index else name for name, index in steps if index or name)


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


def _content(result: Assembly) -> model.Content:
    lists = {name: tuple(items) for name, items in result.lists.items()}
    lists["figures"] = computed_figures(lists["figures"])
    meta: Meta = result.single["meta"]
    return model.Content(
        version=meta.version,
        law_as_of=meta.law_as_of,
        read_on=meta.read_on,
        holidays=saxon_holidays(),
        mission_holidays=mission_holidays(),
        desk_days_off=desk_days_off(),
        interview=result.single["interview"],
        **lists,
    )
