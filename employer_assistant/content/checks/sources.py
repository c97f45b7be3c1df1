"""Checks that every statement names where it was read, and that the register of sources holds no dead entries."""

from __future__ import annotations

from employer_assistant.content.checks.reporter import Reporter
from employer_assistant.content.checks.routes import conditions
from employer_assistant.content.checks.walk import items
from employer_assistant.content.model import Content, Document
from employer_assistant.content.walk import leaves

STATEMENTS = (
    *("routes", "rulesets", "offices", "bodies", "competences"),
    *("changes", "disputes", "funding", "cost_warnings"),
)
"""Collections of which every item is a statement that was read somewhere."""
_NONE = "No source is named. Name where this was read"


def check_sources(content: Content, reporter: Reporter) -> None:
    """Report statements without source. Values of figures: see the figures."""
    for collection, holder, condition, path in conditions(content):
        if not condition.sources:
            reporter.report(collection, holder, f"{_NONE}.", *path, "sources")
    for collection in STATEMENTS:
        for item in getattr(content, collection):
            if not item.sources:
                reporter.report(collection, item.id, f"{_NONE}.", "sources")
    for step in content.steps:
        if step.norms and not step.sources:
            reporter.report("steps", step.id, f"{_NONE}, or leave out the norms.", "norms")
    for country in content.countries:
        if (country.authentication or country.missions or country.rules) and not (country.sources and country.as_of):
            message = "What is said of this state needs 'sources' and 'as_of'. Add them."
            reporter.report("countries", country.id, message)
    for document in content.documents:
        _document(document, reporter)


def check_register(content: Content, reporter: Reporter) -> None:
    """Report sources on which nothing rests, and those that nobody can open."""
    used = {source for _, _, item in items(content) for _, found in leaves(item) for source in _sources(found)}
    for source in content.sources:
        if source.id not in used:
            message = "Nothing rests on this source. Remove it or name it where it was used."
            reporter.report("sources", source.id, message)
        if source.kind != "own" and not source.url.startswith(("https://", "http://")):
            message = "Nobody can open this source. Write its address in 'url', or call it 'kind: own'."
            reporter.report("sources", source.id, message)


def _document(document: Document, reporter: Reporter) -> None:
    if document.checked and not document.sources:
        reporter.report("documents", document.id, f"{_NONE}, or write 'checked: false'.")
    if not document.checked and document.sources:
        message = "The document has sources but is marked unchecked. Remove one of the two."
        reporter.report("documents", document.id, message, "checked")


def _sources(found: object) -> tuple[str, ...]:
    one = getattr(found, "source", None)
    return (*getattr(found, "sources", ()), *((one,) if isinstance(one, str) else ()))
