"""A step as it reads in one plan: the words, the desk and the hints that fit the case."""

from __future__ import annotations

from msgspec.structs import replace

from employer_assistant.content.model import Step
from employer_assistant.plan.setting import Setting, met

WORDS = ("title", "what", "authority", "office", "deadline_note")
"""What a step can say otherwise in some cases."""


def as_read(step: Step, setting: Setting) -> Step:
    """Return the step with what the first fitting ``instead`` says, and without hints about other cases."""
    other = next((one for one in step.instead if met(one.when, setting)), None)
    said = {name: getattr(other, name) for name in WORDS if other and getattr(other, name) is not None}
    hints = tuple(hint for hint in step.hints if met(hint.when, setting))
    if not step.instead and hints == step.hints:
        return step
    return replace(step, instead=(other,) if other else (), hints=hints, **said)
