"""Answers as the boxes of the declaration of employment word them."""

from __future__ import annotations

from collections.abc import Callable

from employer_assistant.papers.sheet import Sheet
from employer_assistant.plan.desk_of_step import places
from employer_assistant.rules.answers import UNKNOWN


def held(sheet: Sheet) -> str:
    """Return the box of section E for the qualification, empty if it is not known."""
    return _box(sheet, "held", "qualification.kind")


def unskilled(sheet: Sheet) -> str:
    """Return whether to tick that the job needs no training of two years and no degree; empty for training itself.

    Where there is other work until recognition, the form is about that.
    """
    route = sheet.inputs.route
    if sheet.inputs.situation.value("job.purpose") == "apprenticeship":
        return ""
    interim = route is not None and route.route.interim
    return _box(sheet, "level", "job.interim_level" if interim else "job.level")


def licensed(sheet: Sheet) -> str:
    """Return yes or no to "tied to a qualification or licence?", with what a protected title means."""
    return _box(sheet, "licence", "job.regulated")


def _box(sheet: Sheet, box: str, fact: str) -> str:
    known = sheet.inputs.situation.value(fact)
    return "" if known is None or known == UNKNOWN else sheet.say(f"filled.{box}.{known}")


def towns(sheet: Sheet) -> str:
    """Return between which towns the firm has to choose where a postcode belongs to several, else nothing."""
    names = sorted(place.name for place in places(sheet.inputs.situation).work.candidates)
    return sheet.say("filled.towns", names=", ".join(names)) if len(names) > 1 else ""


BOXES: dict[str, Callable[[Sheet], str]] = {"held": held, "unskilled": unskilled, "licensed": licensed}
"""Boxes by the name that forms give them (``case:<name>``)."""
