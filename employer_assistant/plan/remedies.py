"""What meets a condition that is unmet: the steps that suit the case, or what is known where none does."""

from __future__ import annotations

from employer_assistant.content.phrases import phrase, text
from employer_assistant.plan.setting import Setting, met
from employer_assistant.rules.assessment import Finding


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


def in_place_of_step(finding: Finding, language: str) -> str:
    """Return the change that helps where no step of the road does, else whom to ask."""
    action = finding.condition.action
    return phrase("remedy.unknown", language) if action is None else text(action, language)


def without_step(finding: Finding, language: str) -> str:
    """Say what is known of a condition that no step of the road meets: the change that helps, else whom to ask."""
    said = in_place_of_step(finding, language)
    return said if finding.condition.action is not None else f"{text(finding.condition.unmet, language)} {said}"
