"""The desk of a step, as papers name it."""

from __future__ import annotations

from employer_assistant.content.model import Body, Office
from employer_assistant.content.offices_state import office_state
from employer_assistant.papers.sheet import Sheet
from employer_assistant.plan.model import PlannedStep


def desk_name(sheet: Sheet, planned: PlannedStep) -> str:
    """Return the office of a step with its mark of confidence, else the authority as the step words it."""
    if planned.office is None:
        return sheet.words(planned.step.authority)
    assumed = sheet.say("steps.desk.assumed") if planned.office_assumed else ""
    mark = confidence_mark(sheet, planned.office)
    return sheet.joined((sheet.words(planned.office.name), assumed, mark))


LONGEST_WEB = 44
"""Letters of a web address that fit into a line beside others; a longer one is cut to its host."""


def typed_web(address: str) -> str:
    """Return a web address as one types it."""
    return address.removeprefix("https://").removeprefix("http://").rstrip("/")


def short_web(address: str) -> str:
    """Return a web address as one types it, of a long one only the host."""
    typed = typed_web(address)
    return typed if len(typed) <= LONGEST_WEB else typed.partition("/")[0]


def confidence_mark(sheet: Sheet, desk: Office | Body) -> str:
    """Return the warning for details that are not sure, old or without a date; empty for sure ones."""
    state = office_state(desk, sheet.inputs.on)
    if state.confidence == "high" and not state.wants_check:
        return ""
    return sheet.say("confidence.low" if state.confidence == "low" else "confidence.medium")
