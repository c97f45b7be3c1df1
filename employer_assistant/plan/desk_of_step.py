"""The desk in charge of a step: its role, looked up by the place of work or of residence and by the occupation."""

from __future__ import annotations

from typing import NamedTuple

from employer_assistant.content.library import Library
from employer_assistant.content.model import Body, Office
from employer_assistant.plan.offices import Desks, desks
from employer_assistant.rules.situation import Situation

RESIDENCE_ROLE = "abh_residence"
"""The foreigners authority of the place where the person will live."""


class DeskOfStep(NamedTuple):
    """A desk (None = not known); ``assumed`` if another one may be in charge."""

    desk: Office | Body | None
    assumed: bool


class Places(NamedTuple):
    """The desks of the work site, and of the future residence as far as it is known."""

    work: Desks
    residence: Desks | None


def places(situation: Situation) -> Places:
    """Look up the desks of a case once for all its steps."""
    work = _desks(situation, "job.site_postcode", "job.site_municipality")
    home = _desks(situation, "job.future_residence_postcode", "job.future_residence_municipality")
    return Places(work, home if home.district else None)


def recognisers(situation: Situation) -> tuple[Body, ...]:
    """Return who may recognise the occupation: of several chambers that of the place of work, if that is known."""
    found = places(situation).work.of_role("recognition_body")
    return tuple(desk.desk for desk in found if isinstance(desk.desk, Body))


def _desks(situation: Situation, postcode: str, municipality: str) -> Desks:
    return desks(
        situation.library,
        _text(situation, postcode),
        _text(situation, municipality),
        _text(situation, "job.occupation"),
    )


def _text(situation: Situation, fact: str) -> str | None:
    value = situation.value(fact)
    return value if isinstance(value, str) else None


def desk_of(role: str | None, where: Places, situation: Situation) -> DeskOfStep:
    """Return the desk for the role a step names. The mission abroad is not in the directory."""
    if role is None:
        return DeskOfStep(None, assumed=False)
    if role == RESIDENCE_ROLE:
        found = _first((where.residence or where.work), "abh")
        return DeskOfStep(found.desk, assumed=found.desk is not None and where.residence is None)
    if role == "zab":
        return DeskOfStep(situation.library.bodies["zab"], assumed=False)
    if role == "chamber":
        return _chamber(where.work, situation.library, _text(situation, "job.occupation"))
    return _first(where.work, role)


def _first(found: Desks, role: str) -> DeskOfStep:
    """Return the first desk of the role; assumed if there are several or the nearest stands in."""
    named = found.of_role(role)
    if not named:
        return DeskOfStep(None, assumed=False)
    return DeskOfStep(named[0].desk, assumed=len(named) > 1 or named[0] in found.fallbacks)


def _chamber(found: Desks, library: Library, occupation: str | None) -> DeskOfStep:
    """Return the chamber that registers apprenticeships in the occupation: of crafts, or of industry and commerce."""
    job = library.occupations.get(occupation or "")
    group = job.group if job else ""
    if group.startswith("hwk"):
        return _first(found, "hwk")
    if group.startswith("ihk"):
        return DeskOfStep(_first(found, "ihk").desk, assumed=group != "ihk")
    return DeskOfStep(None, assumed=False)
