"""Every sentence the window asks for by its id is in the catalogue, and none of the window's own is left over."""

from __future__ import annotations

import re
from pathlib import Path

from employer_assistant.content.phrases import _catalogue, phrase

ASKED = re.compile(r"""\bt\(\s*f?"([a-z_.{}\[\]()0-9'A-Z-]+)"|\bphrase\(\s*f?"([a-z_.{}-]+)\"""")


def asked(folder: Path) -> set[str]:
    """Return the ids asked for in the sources; a part in braces stands for anything."""
    found = set()
    for path in folder.rglob("*.py"):
        for match in ASKED.finditer(path.read_text(encoding="utf-8")):
            found.add(match[1] or match[2])
    return found


def known(wanted: str) -> list[str]:
    """Return the phrases that an id can mean."""
    form = re.sub(r"\\\{.*?\\\}", r".+", re.escape(wanted))
    return [key for key in _catalogue() if re.fullmatch(form, key)]


def test_every_phrase_asked_for_exists(project: Path) -> None:
    wanted = asked(project / "employer_assistant" / "ui")
    assert len(wanted) > 80
    missing = sorted(one for one in wanted if not known(one))
    assert not missing


def test_a_missing_phrase_would_be_seen() -> None:
    assert not known("ui.nowhere")
    assert known("ui.menu.scheme.{scheme}")


def test_one_of_a_thing_is_said_in_the_singular() -> None:
    assert phrase("page.routes.more", "de", n=1) == "ein weiterer Weg"
    assert phrase("page.routes.more", "en", n=2) == "2 more routes"
    assert phrase("ui.take.done", "de", new=1, updated=0, conflict=0).startswith("Übernommen. Neue Fälle: 1")
