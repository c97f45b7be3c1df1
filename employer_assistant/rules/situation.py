"""A case seen by the rules: answers, events and the day asked, with derived facts filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from employer_assistant.content.figures import DECIDING, value_on
from employer_assistant.content.library import Library
from employer_assistant.content.model import Condition, Derivation, Fact, FigureValue
from employer_assistant.rules.answers import UNKNOWN, Answer, Answers, Events

COUNTED_TO = {
    "application": ("visa_application", "title_application_filed"),
    "first_issue": ("visa_issued", "first_title_issued"),
    "work_start": ("work_start",),
    "decision": (),
}
"""Events to which ages and spans count, by the moment a condition names; without one the day asked counts."""


@dataclass(frozen=True)
class Situation:
    """What a test is judged against. ``on`` is today; nothing here reads a clock."""

    library: Library
    answers: Answers
    on: date
    events: Events = field(default_factory=dict)

    @cached_property
    def days(self) -> tuple[tuple[str, date], ...]:
        """The events, sorted."""
        return tuple(sorted(self.events.items()))

    def value(self, fact: str) -> Answer | None:
        """Return the answer; if there is none or it is "unknown", what follows from other answers; else None."""
        answer = self.answers.get(fact, UNKNOWN)
        return self._derived(self.library.facts[fact]) if answer == UNKNOWN else answer

    def derived(self, fact: str) -> Answer | None:
        """Return what follows for the fact from other answers, whatever was answered to it; None if nothing does."""
        return self._derived(self.library.facts[fact])

    def able(self, fact: str) -> tuple[Answer, ...]:
        """Return the values among which the occupation leaves the choice: its numbers if it has more than one."""
        occupation = self.library.occupations.get(str(self.value("job.occupation")))
        if occupation is None or all(rule.occupation != "isco08" for rule in self.library.facts[fact].derived):
            return ()
        return (*occupation.isco08, *occupation.isco08_alternatives)

    def answered(self, told: Mapping[str, Answer | None]) -> Situation:
        """Return the situation with facts answered otherwise; None = no longer answered."""
        merged = {**self.answers, **told}
        return replace(self, answers={fact: value for fact, value in merged.items() if value is not None})

    def counted_to(self, moment: str) -> date:
        """Return the day to which ages and spans of a condition count."""
        days = (self.events[event] for event in COUNTED_TO[moment] if event in self.events)
        return next(days, self.on)

    def figure(self, figure: str) -> FigureValue | None:
        """Return the value of the figure on the day asked, of whatever status; None outside its known periods."""
        return value_on(self.library.figures[figure], self.on)

    def deciding_figure(self, figure: str) -> Decimal | date | None:
        """Return the value if it may decide a condition today, else None."""
        found = self.figure(figure)
        if found is None or found.status not in DECIDING:
            return None
        return found.day or found.value

    def _derived(self, fact: Fact) -> Answer | None:
        for derivation in fact.derived:
            found = self._derive(fact, derivation)
            if found is not None:
                return found
        return None

    def _derive(self, fact: Fact, rule: Derivation) -> Answer | None:
        from employer_assistant.rules.judge import holds

        if rule.when is not None and not holds(rule.when, self):
            return None
        if rule.value is not None:
            return typed(fact, rule.value)
        if rule.fact is not None:
            return self.value(rule.fact)
        return self._of_occupation(rule.occupation)

    def _of_occupation(self, field_name: str | None) -> Answer | None:
        occupation = self.library.occupations.get(str(self.value("job.occupation")))
        if occupation is None:
            return None
        if field_name == "isco08":
            sure = len(occupation.isco08) == 1 and not occupation.isco08_alternatives
            return occupation.isco08[0] if sure else None
        found: Answer | None = getattr(occupation, str(field_name))
        return found


def typed(fact: Fact, value: str) -> Answer:
    """Turn a value written in content into an answer of the fact's kind."""
    if fact.kind == "yes_no":
        return value == "true"
    if fact.kind in ("money", "number"):
        return Decimal(value)
    return date.fromisoformat(value) if fact.kind == "date" else value


def in_force(condition: Condition, on: date) -> bool:
    """Tell whether the rule holds on the day (``valid_from`` and ``valid_to`` inclusive)."""
    return (condition.valid_from or on) <= on <= (condition.valid_to or on)
