"""Check that the law and the web page that a statement names stand among its sources."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from employer_assistant.content.checks.reporter import Reporter
from employer_assistant.content.checks.routes import conditions
from employer_assistant.content.model import Content
from employer_assistant.content.walk import texts

LAW = re.compile(r"\b(SGB [IVX]+|[A-ZÄÖÜ][A-Za-zÄÖÜäöüß]*[a-zäöüß][A-Za-zÄÖÜäöüß]*(?:G|V|VO|GB)(?:/EU)?)\b")
"""Short names of laws: AufenthG, BeschV, SGB XI, FreizügG/EU."""
HOST = re.compile(r"(?<![\w@/.-])(?:www\.)?((?:[a-z0-9-]+\.)+(?:de|eu|com|org|net))\b")
"""Web pages named in a sentence."""


def named(words: str) -> set[str]:
    """Return the laws and the hosts that a text names."""
    return {*LAW.findall(words), *HOST.findall(words)}


def check_named(content: Content, reporter: Reporter) -> None:
    """Report a route or a condition that names a law or a page which is not among its sources: no reader finds it."""
    titles = {source.id: f"{source.title} {source.url}" for source in content.sources}
    for collection, holder, condition, path in conditions(content):
        for message in _unsourced(condition, condition.sources, titles):
            reporter.report(collection, holder, message, *path, "sources")
    for route in content.routes:
        for message in _unsourced(replace(route, conditions=()), route.sources, titles):
            reporter.report("routes", route.id, message, "sources")


def _unsourced(item: Struct, sources: tuple[str, ...], titles: dict[str, str]) -> Iterator[str]:
    words = " ".join(part for _, found in texts(item) for part in (found.de, found.en))
    known = " ".join(titles.get(source, "") for source in sources)
    for name in sorted(named(words)):
        if sources and name not in known:
            yield f"A text names '{name}', and no source of it is {name}. Add the source."
