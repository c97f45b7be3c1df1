"""Whether the accelerated procedure is open in this case, in words."""

from __future__ import annotations

from employer_assistant.papers.sheet import Sheet
from employer_assistant.plan.selection import accelerated, in_germany
from employer_assistant.rules.assessment import RouteAssessment


def accelerated_words(sheet: Sheet, route: RouteAssessment) -> str:
    """Return "possible", "ask" or "not possible" (§ 81a AufenthG): it has no place for a person in Germany."""
    situation = sheet.inputs.situation
    state = "no" if in_germany(situation) else accelerated(route, situation)
    # what is to be asked is asked of the reader, where that is the authority
    say = sheet.say_to_reader if state == "ask" else sheet.say
    return say(f"result.accelerated.{state}")
