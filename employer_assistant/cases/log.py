"""Who did what to a case, when, and on which state of the law. Ids only: never an answer, never the text of a note."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from employer_assistant.cases.commands import Label
from employer_assistant.cases.labels import say
from employer_assistant.content.library import Library
from employer_assistant.content.phrases import phrase

Act = Literal["did", "undid", "redid", "created", "copied", "imported", "updated", "handed_over", "printed"]


@dataclass(frozen=True)
class LogEntry:
    """One act. ``at`` is in UTC; ``who``: the initials of the workspace, if any; ``label`` empty = the act says all.

    ``ids`` name content (fact, step, document, form), as in the label of a command.
    """

    at: datetime
    who: str
    act: Act
    label: str = ""
    ids: Mapping[str, str] = field(default_factory=dict)
    content_version: str = ""


def entry(act: Act, label: Label | None, who: str, at: datetime, content_version: str) -> LogEntry:
    """Return the entry for an act on a case."""
    key, ids = label or ("", {})
    return LogEntry(at, who, act, key, dict(ids), content_version)


def entry_text(found: LogEntry, library: Library, language: str) -> str:
    """Return what was done as one phrase, such as "Rückgängig: Antwort: Jahresgehalt brutto"."""
    act = phrase(f"log.{found.act}", language)
    if not found.label:
        return act
    done = say((found.label, dict(found.ids)), library, language)
    return done if found.act == "did" else phrase("log.what", language, act=act, what=done)
