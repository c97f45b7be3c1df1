"""The guide for content writers shows every test, every term and every kind of fact, and its examples can be read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, get_args, get_type_hints

import msgspec
import pytest

from employer_assistant.content import expressions as x
from employer_assistant.content import model
from employer_assistant.content.assemble import LISTS
from employer_assistant.content.checks import RULES
from employer_assistant.content.strict_yaml import read_yaml

ITEMS = ("facts", "figures", "shared_conditions", "steps", "documents", "offices", "competences", "sources")


@pytest.fixture(scope="module")
def guide(project: Path) -> str:
    return (project / "docs" / "content.md").read_text(encoding="utf-8")


def examples(guide: str) -> dict[str, list[Any]]:
    """Return the items of all examples that stand under a key of their own."""
    found: dict[str, list[Any]] = {}
    for block in re.findall(r"```yaml\n(\w.*?)```", guide, re.DOTALL):
        for key, rows in read_yaml(block, "docs/content.md").value.items():
            found.setdefault(key, []).extend(rows)
    return found


def tags(union: Any) -> set[str]:
    return {str(kind.__struct_config__.tag) for kind in get_args(union)}


@pytest.mark.parametrize(("key", "union", "tag"), [("tests", x.Test, "test"), ("terms", x.Term, "term")])
def test_every_node_has_an_example_that_can_be_read(guide: str, key: str, union: Any, tag: str) -> None:
    rows = examples(guide)[key]
    assert {row[tag] for row in rows} == tags(union)
    assert msgspec.convert(rows, list[union], strict=False)


@pytest.mark.parametrize("key", [*ITEMS, "funding", "cost_warnings"])
def test_every_example_of_an_item_can_be_read(guide: str, key: str) -> None:
    assert msgspec.convert(examples(guide)[key], list[LISTS[key]], strict=False)  # type: ignore[misc]


def test_every_kind_of_fact_and_every_phase_is_named(guide: str) -> None:
    for kind, key in (
        (model.Fact, "kind"),
        (model.Step, "phase"),
        (model.Step, "responsible"),
        (model.Condition, "kind"),
    ):
        missing = [value for value in get_args(get_type_hints(kind)[key]) if value not in guide]
        assert missing == []


def test_every_module_of_the_check_is_named(guide: str) -> None:
    modules = {rule.__module__.rpartition(".")[2] for rule in RULES}
    assert [name for name in sorted(modules) if f"`{name}.py`" not in guide] == []
