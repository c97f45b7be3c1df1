"""What is told about a filled form: which one it is, what stands in it, what the user still has to do."""

from __future__ import annotations

from collections.abc import Iterator

from employer_assistant.content.phrases import phrase, text
from employer_assistant.papers.official.filling import Filled, Outcome

ORDER: tuple[Outcome, ...] = ("by_hand", "empty", "too_long", "letters", "no_option", "read_only", "kept", "filled")
"""Groups in the order in which they are told: what is left to do first."""


def head(filled: Filled, language: str) -> list[str]:
    """Return the sentences on the whole form; the last one says what to check."""
    mapping = filled.mapping
    title = text(mapping.title, language)
    words = {"title": title, "version": mapping.version, "publisher": mapping.publisher}
    kept = len(filled.of("kept"))
    count = {"filled": len(filled.of("filled")), "all": len(filled.fields)}
    return [
        phrase("official.recognised", language, **words),
        phrase("official.count", language, **count),
        *([phrase("official.count.kept", language, n=kept)] if kept else []),
        phrase("official.check" if mapping.tried else "official.untried", language),
    ]


def groups(filled: Filled, language: str) -> Iterator[tuple[str, list[str]]]:
    """Return each group of fields with its heading; filled ones with what stands there."""
    for outcome in ORDER:
        fields = filled.of(outcome)
        if fields:
            lines = [
                phrase("official.field", language, label=one.label, value=one.value) if one.value else one.label
                for one in fields
            ]
            yield phrase(f"official.group.{outcome}", language), list(dict.fromkeys(lines))
