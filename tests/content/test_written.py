"""Phrases and forms write amounts and brackets as the content does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from employer_assistant.content.checks.written import written_faults
from employer_assistant.content.phrases import LANGUAGES
from employer_assistant.content.strict_yaml import read_yaml


def told(tree: Any) -> list[dict[str, str]]:
    """Return every text of a source, by language."""
    if isinstance(tree, dict) and set(tree) == set(LANGUAGES):
        return [tree]
    parts = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ()
    return [text for part in parts for text in told(part)]


def test_phrases_and_forms_write_amounts_and_brackets_alike(project: Path) -> None:
    sources = [*(project / "resources" / "languages").glob("*.yaml"), *(project / "forms").glob("*.yaml")]
    found = [text for one in sources for text in told(read_yaml(one.read_text("utf-8"), one.name).value)]
    assert len(found) > 2000
    assert [
        fault for text in found for language in LANGUAGES for fault in written_faults(text[language], language)
    ] == []
    assert list(written_faults("Up to (at most (§ 2 (1)) EUR 15)", "en"))
