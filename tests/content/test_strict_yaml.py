"""YAML is read as people mean it: every scalar stays the text that stands there; tricks are refused with their line."""

from __future__ import annotations

from pathlib import Path

import pytest

from employer_assistant.content import strict_yaml
from employer_assistant.content.assemble import assemble
from employer_assistant.content.strict_yaml import MAX_BYTES, MAX_DEPTH, SourceError, read_yaml


@pytest.mark.parametrize(
    "scalar",
    ["01067", "NO", "no", "yes", "on", "12:30", "1.10", "1_000", "0x10", "0o17", "1e3", "2026-01-01", "~", "null", "="],
)
def test_text_stays_text(scalar: str) -> None:
    assert read_yaml(f"key: {scalar}\n", "a.yaml").value == {"key": scalar}


def test_an_empty_value_is_empty_text() -> None:
    assert read_yaml("key:\n", "a.yaml").value == {"key": ""}


def test_a_key_stays_text() -> None:
    assert read_yaml("NO: Norwegen\n1: eins\n", "a.yaml").value == {"NO": "Norwegen", "1": "eins"}


def test_lists_and_maps_keep_their_order_and_lines() -> None:
    tree = read_yaml("b: [x, y]\na:\n  - id: one\n  - id: two\n    name: zwei\n", "a.yaml")
    assert tree.value == {"b": ["x", "y"], "a": [{"id": "one"}, {"id": "two", "name": "zwei"}]}
    assert list(tree.value) == ["b", "a"]
    assert tree.line(("a", 1, "name")) == 5
    assert tree.line(("a", 1, "name", "missing", 7)) == 5, "the nearest parent that is known"
    assert tree.line(("nothing",)) == 1


def test_folded_text_keeps_umlauts_and_one_space() -> None:
    assert read_yaml("text: >-\n  für\n  Übung\n", "a.yaml").value == {"text": "für Übung"}


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: &x 1\nb: 2\n", 1, "Anchors and aliases"),
        ("a: 1\nb: *x\n", 2, "Anchors and aliases"),
        ("a: 1\nb: !!python/object:os.system x\n", 2, "Tags"),
        ("a: 1\nb: !own x\n", 2, "Tags"),
        ("a: 1\nb: 2\na: 3\n", 3, "'a' stands here twice"),
        ("a:\n  - b: 1\n    c: 2\n    b: 3\n", 4, "'b' stands here twice"),
        ("a: 1\n? [b]\n: 2\n", 2, "A key must be plain text"),
        ("a: 1\nb: [1, 2\n", 3, "not valid YAML"),
        ("a: 1\n\tb: 2\n", 2, "not valid YAML"),
        ("a: 1\n---\nb: 2\n", 2, "not valid YAML"),
        ("", 1, "The file is empty"),
        ("# only a remark\n", 1, "The file is empty"),
    ],
)
def test_what_is_refused(text: str, line: int, words: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_yaml(text, "a.yaml")
    assert caught.value.file == "a.yaml"
    assert caught.value.line == line
    assert words in caught.value.message
    assert str(caught.value).startswith(f"a.yaml:{line}: ")


def test_depth_is_limited() -> None:
    allowed = "a: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1)
    assert read_yaml(allowed, "a.yaml")
    with pytest.raises(SourceError, match="nested too deeply"):
        read_yaml("a: " + "[" * MAX_DEPTH + "]" * MAX_DEPTH, "a.yaml")
    with pytest.raises(SourceError, match="nested too deeply"):
        read_yaml("[" * 100_000, "a.yaml")


def test_size_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strict_yaml, "MAX_BYTES", 10)
    assert read_yaml("a: 345678", "a.yaml")
    with pytest.raises(SourceError, match="larger than 10 bytes"):
        read_yaml("a: ü4567890", "a.yaml")
    assert MAX_BYTES >= 1_000_000, "the largest source has less than a megabyte"


def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes("facts: [für]".encode("latin-1"))
    (problem, *_) = assemble(tmp_path).problems
    assert (problem.file, problem.line) == ("a.yaml", 1)
    assert problem.message == "The file is not UTF-8 text. Save it as UTF-8."
