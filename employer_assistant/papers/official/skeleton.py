"""A mapping to begin with, for a form that nobody has mapped yet: every field with its kind and options."""

from __future__ import annotations

import json
import re

from employer_assistant.papers.official.reading import PdfField


def skeleton(fields: tuple[PdfField, ...], name: str) -> str:
    """Return a mapping file for these fields that fills nothing yet; remarks say what each field is."""
    form_id = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:60] or "form"
    head = [
        "official: 1",
        f"id: {form_id}",
        f"title: {{de: {_quoted(name)}, en: {_quoted(name)}}}",
        'publisher: "?"',
        'version: "?"',
        'as_of: "?"',
        'source: {de: "?", en: "?"}',
        "fields:",
    ]
    body = [line for field in fields if field.kind not in ("signature", "button") for line in _lines(field)]
    return "\n".join([*head, *body, ""])


def described(field: PdfField) -> str:
    """Return kind, options and limits of a field in one line."""
    states = [one.state if one.state == one.words else f"{one.state} = {one.words}" for one in field.options]
    parts = [field.kind, field.label, " | ".join(states)]
    parts.append(f"max {field.most_letters}" if field.most_letters else "")
    return "; ".join(" ".join(part.split()) for part in parts if part)


def _lines(field: PdfField) -> list[str]:
    return [f"  # {described(field)}", f"  {_quoted(field.name)}: {{}}"]


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)
