"""What is tried beside the open case. It lives in the memory of the window; only a variant is kept in the case."""

from __future__ import annotations

from dataclasses import dataclass, field

from employer_assistant.cases.model import Case, Variant
from employer_assistant.content.model import Procedure
from employer_assistant.rules.answers import Answer as Value
from employer_assistant.ui.context import Context
from employer_assistant.ui.wizard.journey import Draft


@dataclass
class Trial:
    """Answers, route and procedure that are otherwise than in the case.

    An answer None is one taken back; a route or procedure None is that of the case.
    """

    answers: dict[str, Value | None] = field(default_factory=dict)
    route: str | None = None
    procedure: Procedure | None = None
    drafts: dict[str, Draft] = field(default_factory=dict)

    def drop_same(self, case: Case) -> None:
        """Forget what the case says by now itself."""
        for fact in [fact for fact, value in self.answers.items() if case.answers.get(fact) == value]:
            del self.answers[fact]
        self.route = None if self.route == case.route else self.route
        self.procedure = None if self.procedure == case.procedure else self.procedure

    @property
    def empty(self) -> bool:
        """Whether nothing is otherwise."""
        return not (self.answers or self.route or self.procedure)

    def clear(self) -> None:
        """Go back to the case."""
        self.load(Variant(""))

    def load(self, variant: Variant) -> None:
        """Try what a variant holds."""
        self.answers, self.route, self.procedure = dict(variant.answers), variant.route, variant.procedure
        self.drafts.clear()

    def variant(self, name: str) -> Variant:
        """Return the trial as a variant."""
        return Variant(name, dict(self.answers), self.route, self.procedure)


def trial_of(context: Context) -> Trial:
    """Return what is tried beside the open case."""
    key = f"what_if:{context.controller.case_id}"
    kept = context.kept.get(key)
    if not isinstance(kept, Trial):
        kept = Trial()
        context.kept[key] = kept
    if context.controller.case is not None:
        kept.drop_same(context.controller.case)
    return kept
