"""Copies of the real content with one thing changed in them, read and checked as the real ones are."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from employer_assistant.content.assemble import Problem
from employer_assistant.content.checks import RULES, Rule, check_folder
from employer_assistant.content.strict_yaml import read_yaml
from employer_assistant.rules.content_checks import check_judgements

EVERY_RULE: tuple[Rule, ...] = (*RULES, check_judgements)
Change = Callable[[Any], object]
remembered_reading = cache(read_yaml)
"""The real reading, which reads the same text once only: copies differ from the original in few files."""


class _Plainly(yaml.CSafeDumper):
    """Writes repeated values out: the sources allow no aliases."""

    def ignore_aliases(self, data: object) -> bool:
        return True


class Sources:
    """A copy of a content folder that can be changed file by file."""

    def __init__(self, real: Path, folder: Path) -> None:
        self.folder = Path(shutil.copytree(real, folder))

    def change(self, name: str, change: Change) -> None:
        """Change one file: ``change`` gets its items by id, or the item itself where there is only one."""
        path = self.folder / name
        tree = deepcopy(remembered_reading(path.read_text(encoding="utf-8"), name).value)
        (rows,) = tree.values()
        change({row["id"]: row for row in rows} if isinstance(rows, list) else rows)
        self._write(path, tree)

    def add(self, name: str, row: dict[str, Any]) -> None:
        """Add an item to the end of a file's list."""
        path = self.folder / name
        tree = deepcopy(remembered_reading(path.read_text(encoding="utf-8"), name).value)
        (rows,) = tree.values()
        rows.append(row)
        self._write(path, tree)

    def problems(self, rules: tuple[Rule, ...] = EVERY_RULE) -> list[Problem]:
        """Return all faults of the folder."""
        return check_folder(self.folder, rules)

    def line(self, problem: Problem) -> str:
        """Return the line that a problem names."""
        return (self.folder / problem.file).read_text(encoding="utf-8").splitlines()[problem.line - 1]

    @staticmethod
    def _write(path: Path, tree: Any) -> None:
        text = yaml.dump(tree, Dumper=_Plainly, allow_unicode=True, sort_keys=False, width=10_000)
        path.write_text(text, encoding="utf-8")


def said(problems: list[Problem]) -> set[str]:
    """Return problems without their lines, which move when a file is written anew."""
    return {f"{problem.file}: {problem.message}" for problem in problems}
