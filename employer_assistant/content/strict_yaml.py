"""Reading YAML as people mean it: every scalar stays text, doubles, aliases and tags are refused, lines are kept.

Used for content sources and case files. PyYAML is imported here only, and only when a file is read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import yaml

MAX_BYTES = 4_000_000
MAX_DEPTH = 60

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"
Path: TypeAlias = tuple[str | int, ...]


class SourceError(ValueError):
    """A fault in a file that people wrote: says file, line, what is wrong and how to mend it."""

    def __init__(self, file: str, line: int, message: str) -> None:
        super().__init__(f"{file}:{line}: {message}")
        self.file = file
        self.line = line
        self.message = message


@dataclass(frozen=True)
class Tree:
    """A read file: plain values, and for each path inside it the line where it stands."""

    file: str
    value: Plain
    lines: dict[Path, int]

    def line(self, path: Path) -> int:
        """Return the line of the path or of its nearest parent that is known."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read_yaml(text: str, file: str) -> Tree:
    """Read one YAML document. Raises SourceError with line and remedy."""
    if len(text.encode()) > MAX_BYTES:
        raise SourceError(file, 1, f"The file is larger than {MAX_BYTES:,} bytes. Split it.")
    try:
        _refuse_aliases_and_tags(text, file)
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error).splitlines()[0]
        raise SourceError(file, mark.line + 1 if mark else 1, f"This is not valid YAML: {problem}.") from None
    except RecursionError:
        raise SourceError(file, 1, "The brackets are nested too deeply. Simplify the file.") from None
    if root is None:
        raise SourceError(file, 1, "The file is empty.")
    lines: dict[Path, int] = {}
    return Tree(file, _plain(root, (), lines, file), lines)


def _refuse_aliases_and_tags(text: str, file: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                raise SourceError(file, line, "The brackets are nested too deeply. Simplify the file.")
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise SourceError(file, line, "Anchors and aliases (& and *) are not allowed. Write the value out.")
        if getattr(event, "tag", None):
            raise SourceError(file, line, "Tags (!…) are not allowed. Remove the tag.")


def _plain(node: yaml.Node, path: Path, lines: dict[Path, int], file: str) -> Plain:
    lines[path] = node.start_mark.line + 1
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(part, (*path, index), lines, file) for index, part in enumerate(node.value)]
    result: dict[str, Plain] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            raise SourceError(file, line, "A key must be plain text.")
        key = str(key_node.value)
        if key in result:
            raise SourceError(file, line, f"The key '{key}' stands here twice. Keep one.")
        result[key] = _plain(value_node, (*path, key), lines, file)
        lines[(*path, key)] = line
    return result
