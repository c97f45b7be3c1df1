"""Checks that every statement names where it was read, and that the register of sources holds no dead entries."""

from __future__ import annotations

from employer_assistant.content.checks.reporter import Reporter
from employer_assistant.content.checks.routes import conditions
from employer_assistant.content.checks.walk import items
from employer_assistant.content.model import Content
from employer_assistant.content.walk import leaves

_NONE = "No source is named. Name where this was read"


def check_sources(content: Content, reporter: Reporter) -> None:
    """Report statements without source and sources without statement. Values of figures: see the figures."""
    used = {source for _, _, item in items(content) for _, found in leaves(item) for source in _sources(found)}
    for source in content.sources:
        if source.id not in used:
            message = "Nothing rests on this source. Remove it or name it where it was used."
            reporter.report("sources", source.id, message)
    for collection, holder, condition, path in conditions(content):
        if not condition.sources:
            reporter.report(collection, holder, f"{_NONE}.", *path, "sources")
    for collection in ("routes", "rulesets", "offices", "bodies", "changes", "disputes", "funding", "cost_warnings"):
        for item in getattr(content, collection):
            if not item.sources:
                reporter.report(collection, item.id, f"{_NONE}.", "sources")
    for step in content.steps:
        if step.norms and not step.sources:
            reporter.report("steps", step.id, f"{_NONE}, or leave out the norms.", "norms")
    for document in content.documents:
        if document.checked and not document.sources:
            reporter.report("documents", document.id, f"{_NONE}, or write 'checked: false'.")
        if not document.checked and document.sources:
            message = "The document has sources but is marked unchecked. Remove one of the two."
            reporter.report("documents", document.id, message, "checked")


def check_desks(content: Content, reporter: Reporter) -> None:
    """Report what a user of the app confirmed about a desk: it stays on that user's machine."""
    for collection in ("offices", "bodies"):
        for item in getattr(content, collection):
            if item.checked:
                message = "What a user confirmed is never part of the content. Remove it."
                reporter.report(collection, item.id, message, "checked")


def _sources(found: object) -> tuple[str, ...]:
    one = getattr(found, "source", None)
    return (*getattr(found, "sources", ()), *((one,) if isinstance(one, str) else ()))
