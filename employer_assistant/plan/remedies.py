"""What meets a condition that is unmet: the steps that suit the case, or what is known where none does."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

from employer_assistant.content import expressions as x
from employer_assistant.content.phrases import phrase, text
from employer_assistant.plan.setting import Setting, met
from employer_assistant.rules.assessment import Finding, RouteAssessment, Status
from employer_assistant.rules.judge import unique
from employer_assistant.rules.verdict import Verdict

Gaps = tuple[Finding, ...]
"""What one way through a reachable route still lacks."""


def fitting_remedies(finding: Finding, setting: Setting) -> tuple[str, ...]:
    """Return the steps that meet what is missing and belong to the road of the case, in the author's order.

    Empty if none does: then no step may be named, and `without_step` says what is known.
    """
    known, procedures = setting.library.steps, (setting.procedure, "both")
    named = (known[step] for step in finding.remedy_steps)
    return tuple(step.id for step in named if step.procedure in procedures and met(step.when, setting))


def named_remedy(finding: Finding, setting: Setting) -> str | None:
    """Return the one step to name: that of the chosen procedure, else the last that fits; None if none fits."""
    fitting = fitting_remedies(finding, setting)
    exact = (step for step in fitting if setting.library.steps[step].procedure == setting.procedure)
    return next(iter((*exact, *fitting[-1:])), None)


def nothing_known(finding: Finding, fitting: tuple[str, ...]) -> bool:
    """Tell whether only "whom to ask" can be said: steps exist, none of them fits, and no change is known."""
    return bool(finding.remedy_steps) and not fitting and finding.condition.action is None


def in_place_of_step(finding: Finding, language: str) -> str:
    """Return the change that helps where no step of the road does, else whom to ask."""
    action = finding.condition.action
    return phrase("remedy.unknown", language) if action is None else text(action, language)


def without_step(finding: Finding, language: str) -> str:
    """Say what is known of a condition that no step of the road meets: the change that helps, else whom to ask."""
    said = in_place_of_step(finding, language)
    return said if finding.condition.action is not None else f"{text(finding.condition.unmet, language)} {said}"


def ways_to_open(found: RouteAssessment, setting: Setting) -> tuple[Gaps, ...]:
    """Return what a reachable route still lacks, apart for each way that steps of the road meet wholly.

    If no way is met by steps alone, only the one with fewest gaps. What several ways lack must not stand in one list:
    it would read as if all of it were needed. A way that needs all the steps of another and more is left out.
    """
    own = {condition.id for condition in found.route.conditions}
    shared = tuple(one for one in found.weighing if one.condition.id not in own and _lacking(one))
    through = _through(found.route.requires, {finding.condition.id: finding for finding in found.findings})[1]
    ways = [(*way, *shared) for way in through]
    by_steps = [way for way in ways if all(named_remedy(one, setting) for one in way)]
    return tuple(way for way in by_steps if not _longer(way, by_steps, setting)) or (min(ways, key=len),)


def steps_of(way: Gaps, setting: Setting) -> tuple[str, ...]:
    """Return the steps by which the road meets what a way lacks, one for each gap where one fits."""
    named = (named_remedy(finding, setting) for finding in way)
    return unique(step for step in named if step is not None)


def either_or(found: RouteAssessment, setting: Setting, language: str) -> str:
    """Name the steps of each way, if several ways lead through the route; else nothing."""
    steps, ways = setting.library.steps, dict.fromkeys(steps_of(way, setting) for way in ways_to_open(found, setting))
    said = [", ".join(text(steps[step].title, language) for step in way) for way in ways]
    return phrase("remedy.either", language, ways=phrase("remedy.or", language).join(said)) if len(said) > 1 else ""


def _longer(way: Gaps, ways: list[Gaps], setting: Setting) -> bool:
    steps = {*steps_of(way, setting)}
    return any(steps > {*steps_of(other, setting)} for other in ways)


def _lacking(finding: Finding) -> bool:
    return finding.verdict is Verdict.UNMET and finding.status is Status.REACHABLE


def _through(test: x.Test, findings: Mapping[str, Finding]) -> tuple[Status, tuple[Gaps, ...]]:
    """Return the status of a part of ``requires`` and what each of its best ways lacks, in the author's order."""
    match test:
        case x.ConditionMet(condition=condition):
            finding = findings[condition]
            return finding.status, ((finding,) if _lacking(finding) else (),)
        case x.All(of=tests):
            parts = [_through(part, findings) for part in tests]
            joined = product(*(ways for _, ways in parts))
            return max(status for status, _ in parts), tuple(sum(way, start=()) for way in joined)
        case x.AnyOf(of=tests):
            parts = [_through(part, findings) for part in tests]
            best = min(status for status, _ in parts)
            return best, tuple(way for status, ways in parts if status is best for way in ways)
        case _:
            raise TypeError("requires joins conditions only")
