"""What a change would do to a case before it counts: both states side by side, and what differs. Changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from employer_assistant.cases.commands import Command
from employer_assistant.cases.model import Case
from employer_assistant.cases.view import progress_of, situation_of
from employer_assistant.content.library import Library
from employer_assistant.plan.difference import PlanDifference, plan_difference
from employer_assistant.plan.model import Plan
from employer_assistant.plan.planning import NotPossible, plan
from employer_assistant.rules.assessment import Assessment, CaseWarning, assess
from employer_assistant.rules.difference import Difference, difference
from employer_assistant.rules.warnings import telling, warnings

SUBJECTS = ("route", "step", "condition", "figure", "unmet", "fact", "case")
"""Values of a warning that say what it is about; the others are days and amounts."""


@dataclass(frozen=True)
class Outlook:
    """A state of a case with all that follows. ``route``: the chosen or best one; ``no_plan``: why there is none."""

    case: Case
    assessment: Assessment
    route: str | None
    plan: Plan | None
    no_plan: NotPossible | None


@dataclass(frozen=True)
class Preview:
    """A case now and as it would be. ``road`` compares the plans; None if one of the two has none.

    ``hints``: the warnings about result and plan that only the case now has, and those that only come then.
    """

    old: Outlook
    new: Outlook
    difference: Difference
    road: PlanDifference | None
    hints: tuple[tuple[CaseWarning, ...], tuple[CaseWarning, ...]]

    @property
    def nothing(self) -> bool:
        """Whether nothing that follows would differ."""
        same_reason = _reason(self.old) == _reason(self.new)
        same_road = same_reason if self.road is None else self.road.nothing
        return self.difference.nothing and same_road and self.old.route == self.new.route and not any(self.hints)

    @property
    def asks(self) -> bool:
        """Whether to show the change before it counts: there is a result or a begun road, and it would differ."""
        begun = self.old.case.route or self.old.case.ticks or self.old.case.events
        return bool(begun or self.old.assessment.best) and not self.nothing


def outlook(case: Case, library: Library, on: date, assessment: Assessment | None = None) -> Outlook:
    """Work out all that follows from a case on a day; a given assessment of the same case is not worked out again."""
    found = assessment or assess(situation_of(case, library, on))
    route = case.route or (found.best.route.id if found.best else None)
    wanted = next((one for one in found.routes if one.route.id == route), None)
    if wanted is None:
        return Outlook(case, found, route, None, NotPossible("no-route", {}))
    try:
        road = plan(found.situation, wanted, case.procedure or "regular", progress_of(case), None)
    except NotPossible as reason:
        return Outlook(case, found, route, None, reason)
    return Outlook(case, found, route, road, None)


def preview(old: Outlook, command: Command) -> Preview:
    """Return what a command would do. Accepting it is doing the command; discarding it is doing nothing."""
    situation = old.assessment.situation
    new = outlook(command.apply(old.case)[0], situation.library, situation.on)
    road = plan_difference(old.plan, new.plan) if old.plan and new.plan else None
    before, after = (_hints(one, road is not None) for one in (old, new))
    gone = tuple(hint for subject, hint in before.items() if subject not in after)
    come = tuple(hint for subject, hint in after.items() if subject not in before)
    return Preview(old, new, difference(old.assessment, new.assessment), road, (gone, come))


def _hints(one: Outlook, both_plans: bool) -> dict[tuple[str, ...], CaseWarning]:
    """Return what is said beside result and plan, by what it is about; other days alone make no other hint.

    What is said beside a plan is compared only with another plan.
    """
    of_plan = one.plan.warnings if both_plans and one.plan else ()
    said = (*telling(warnings(one.assessment), one.assessment), *of_plan)
    return {(hint.id, *(hint.values.get(name, "") for name in SUBJECTS)): hint for hint in said}


def _reason(outlook: Outlook) -> tuple[str, dict[str, str]] | None:
    return (outlook.no_plan.reason, dict(outlook.no_plan.values)) if outlook.no_plan else None
