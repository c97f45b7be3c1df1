"""What was typed into the quick check. It lives in the memory of the window only, until "Neu" or the end."""

from __future__ import annotations

from dataclasses import dataclass, field

from employer_assistant.rules.answers import Answer
from employer_assistant.rules.quick_check import QuickPath, Steps, quick_path
from employer_assistant.ui.context import Context
from employer_assistant.ui.wizard.journey import Draft

_KEPT = "quick"
PLACE = "job.site_postcode"


@dataclass
class Typed:
    """Answers and drafts by fact. ``place``: a postcode for the desks on the paper; ``current`` None: the end."""

    given: dict[str, Answer] = field(default_factory=dict)
    drafts: dict[str, Draft] = field(default_factory=dict)
    place: str = ""
    current: str | None = None
    seen: dict[Steps, QuickPath] = field(default_factory=dict)

    @property
    def empty(self) -> bool:
        """Whether nothing was typed."""
        return not (self.given or self.drafts or self.place)

    def path(self, context: Context) -> QuickPath:
        """Return what follows from the answers that count today."""
        on, library = context.controller.today(), context.library
        now = (found.assessment.situation for found in self.seen.values())
        if any(one.on != on or one.library is not library for one in now):
            self.seen.clear()
        return quick_path(self.given, library, on, self.seen)

    def following(self, context: Context) -> str | None:
        """Return the question after the current one, None at the end."""
        path = self.path(context)
        asked = list(path.answers)
        if self.current in asked:
            later = asked[asked.index(self.current) + 1 :]
            return later[0] if later else path.check.question
        return path.check.question

    def previous(self, context: Context) -> str | None:
        """Return the question before the current one, None at the first."""
        asked = list(self.path(context).answers)
        if self.current in asked:
            asked = asked[: asked.index(self.current)]
        return asked[-1] if asked else None

    def answers(self, context: Context) -> dict[str, Answer]:
        """Return the answers that count, then those that wait for their question to return, and the place."""
        counted = self.path(context).answers
        place: dict[str, Answer] = {PLACE: self.place} if self.place else {}
        return {**counted, **self.given, **place}


def typed(context: Context) -> Typed:
    """Return what was typed in this window."""
    kept = context.kept.get(_KEPT)
    if not isinstance(kept, Typed):
        kept = Typed()
        context.kept[_KEPT] = kept
    return kept


def forget(context: Context) -> None:
    """Throw away what was typed."""
    context.kept.pop(_KEPT, None)
