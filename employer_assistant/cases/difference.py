"""What two states of a case differ in: ids only, so that it can be told without an answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from employer_assistant.cases.model import Case


@dataclass(frozen=True)
class Difference:
    """Ids of what was added, removed or changed. ``notes`` counts; ``other`` names parts such as title or route."""

    answers: tuple[str, ...] = ()
    ticks: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    notes: int = 0
    other: tuple[str, ...] = ()

    @property
    def nothing(self) -> bool:
        """Whether both are the same."""
        return self == Difference()

    def counts(self) -> dict[str, int]:
        """Return how much changed, by phrase ``handover.changed.<key>``; parts without a change are left out."""
        found = {
            "answers": len(self.answers),
            "ticks": len(self.ticks),
            "events": len(self.events),
            "documents": len(self.documents),
            "notes": self.notes,
            "other": len(self.other),
        }
        return {key: n for key, n in found.items() if n}


_OTHER = ("title", "route", "procedure", "taken", "variants", "reasons")


def difference(old: Case, new: Case) -> Difference:
    """Return what changed from one state to the other."""
    return Difference(
        answers=_changed(old.answers, new.answers),
        ticks=_changed(old.ticks, new.ticks),
        events=_changed(old.events, new.events),
        documents=_changed(old.documents, new.documents),
        notes=len(set(old.notes) ^ set(new.notes)),
        other=tuple(name for name in _OTHER if getattr(old, name) != getattr(new, name)),
    )


def _changed(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(key for key in dict.fromkeys((*old, *new)) if old.get(key) != new.get(key))
