"""The events that a step carries."""

from __future__ import annotations

from collections.abc import Iterator

from employer_assistant.content.expressions import Test
from employer_assistant.content.model import Step


def events_of(step: Step) -> Iterator[tuple[str, Test | None, tuple[str | int, ...]]]:
    """Return each event of a step, the test under which it is the step's, and its path in the source."""
    if step.start_event:
        yield step.start_event, None, ("start_event",)
    if step.finish_event:
        yield step.finish_event, None, ("finish_event",)
    for index, also in enumerate(step.also_events):
        yield also.event, also.when, ("also_events", index, "event")
