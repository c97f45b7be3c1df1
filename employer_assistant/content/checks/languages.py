"""Checks of the further languages of the candidate's sheet: every key means something, all hold the same keys."""

from __future__ import annotations

from employer_assistant.content.checks.reporter import Reporter
from employer_assistant.content.checks.texts import placeholders
from employer_assistant.content.model import Content, Text

_PARTS = {"documents": ("title",), "steps": ("title", "what")}


def check_languages(content: Content, reporter: Reporter) -> None:
    """Report keys that mean nothing, keys that another language has, and placeholders that differ from the German."""
    german = {
        f"{collection}.{item.id}.{part}": getattr(item, part)
        for collection, parts in _PARTS.items()
        for item in getattr(content, collection)
        for part in parts
    }
    every = sorted({key for language in content.languages for key in language.texts})
    for language in content.languages:
        for key in every:
            message = _fault(key, language.texts, german)
            if message:
                where = (key,) if key in language.texts else ()
                reporter.report("languages", language.id, message, "texts", *where)
        for index, key in enumerate(language.official):
            if key not in language.texts:
                message = f"'{key}' is called official but has no text. Mend the key or add the text."
                reporter.report("languages", language.id, message, "official", index)


def _fault(key: str, texts: dict[str, str], german: dict[str, Text]) -> str:
    if key.partition(".")[0] in _PARTS and key not in german:
        return f"'{key}' names no text of the content. Mend the id or remove the line." if key in texts else ""
    if not texts.get(key, "").strip():
        return f"'{key}' has no text here, but another language has one. Translate it."
    if key in german and placeholders(texts[key]) != placeholders(german[key].de):
        return f"'{key}' has other placeholders than the German text. Use the same."
    return ""
