"""Checks of the further languages of the candidate's sheet: every key means something, all hold the same keys."""

from __future__ import annotations

from employer_assistant.content.checks.reporter import Reporter
from employer_assistant.content.checks.texts import placeholders
from employer_assistant.content.model import Content, Text
from employer_assistant.content.phrases import LANGUAGES

_PARTS = {"documents": ("title",), "steps": ("title", "what"), "routes": ("short",)}
_ONLY_IF = "only_if"
_ON_TOP = "on_top"


def check_languages(content: Content, reporter: Reporter) -> None:
    """Report keys that mean nothing, keys that another language has, and placeholders that differ from the German."""
    german = {
        f"{collection}.{item.id}.{part}": getattr(item, part)
        for collection, parts in _PARTS.items()
        for item in getattr(content, collection)
        for part in parts
    }
    others = _other_words(content) | _conditions(content, reporter)
    german |= others
    names = {f"routes.{route.id}.short" for route in content.routes}
    every = sorted({key for language in content.languages for key in language.texts} | set(others) | names)
    for step in content.steps:
        for index, other in enumerate(step.instead):
            if step.responsible == "worker" and not other.key and (other.title or other.what):
                message = (
                    "Other words for a step of the worker need a key. Name one and add the words in every language."
                )
                reporter.report("steps", step.id, message, "instead", index)
    for language in content.languages:
        for key in every:
            if language.id in LANGUAGES and key in names:
                continue  # German and English stand with the route itself
            message = _fault(key, language.texts, german)
            if message:
                where = (key,) if key in language.texts else ()
                reporter.report("languages", language.id, message, "texts", *where)
        for index, key in enumerate(language.official):
            if key not in language.texts:
                message = f"'{key}' is called official but has no text. Mend the key or add the text."
                reporter.report("languages", language.id, message, "official", index)


def _other_words(content: Content) -> dict[str, Text]:
    """Return what steps of the worker say or cost in some cases only, by its key: every language has words for it."""
    found = [
        (f"steps.{step.id}.instead.{other.key}.{part}", getattr(other, part))
        for step in content.steps
        if step.responsible == "worker"
        for other in step.instead
        if other.key
        for part in _PARTS["steps"]
    ]
    found += [
        (f"steps.{step.id}.also_due.{also.key}.title", also.title)
        for step in content.steps
        if step.responsible == "worker"
        for also in step.also_due
    ]
    found += [
        (f"{_ON_TOP}.{one.key}", one.text)
        for step in content.steps
        if step.responsible == "worker"
        for one in step.on_top
    ]
    return {key: words for key, words in found if words is not None}


def _conditions(content: Content, reporter: Reporter) -> dict[str, Text]:
    """Return in which case a paper that the worker brings is needed, by key; report one without, and two of one key."""
    of_worker = {paper.id for paper in content.documents if paper.who in ("worker", "both")}
    found: dict[str, Text] = {}
    for step in content.steps:
        for index, item in enumerate(step.documents_if):
            if item.text is None or item.document not in of_worker:
                continue
            if not item.key:
                message = (
                    "A condition of a paper of the worker needs a key. Name one and add the words in every language."
                )
                reporter.report("steps", step.id, message, "documents_if", index)
            elif found.setdefault(f"{_ONLY_IF}.{item.key}", item.text) != item.text:
                message = f"'{item.key}' has other words elsewhere. Use one key for one condition."
                reporter.report("steps", step.id, message, "documents_if", index)
    return found


def _fault(key: str, texts: dict[str, str], german: dict[str, Text]) -> str:
    if key.partition(".")[0] in (*_PARTS, _ONLY_IF, _ON_TOP) and key not in german:
        return f"'{key}' names no text of the content. Mend the id or remove the line." if key in texts else ""
    if not texts.get(key, "").strip():
        return f"'{key}' has no text here, but another language or the content has one. Translate it."
    if key in german and placeholders(texts[key]) != placeholders(german[key].de):
        return f"'{key}' has other placeholders than the German text. Use the same."
    return ""
