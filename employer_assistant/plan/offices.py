"""The desks of a place of work in Saxony: by postcode or municipality, and for an occupation."""

from __future__ import annotations

from dataclasses import dataclass

from employer_assistant.content.library import Library
from employer_assistant.content.model import Body, District, Municipality, Occupation, Office

STATE_WIDE_NOT_LISTED = frozenset({"abh", "welcome_center", "ihk", "hwk", "employment_agency", "other"})
"""Roles that a district names itself; desks of these roles are never taken from the state-wide list."""


@dataclass(frozen=True)
class Desk:
    """A desk and what it does for the case."""

    role: str
    desk: Office | Body


@dataclass(frozen=True)
class Desks:
    """What was found. ``candidates``: the municipalities a postcode belongs to; ``reason``: why there is no district.

    ``reason`` is the id of a phrase ``reason.<id>``; ``fallbacks`` stand in for a role the district has no desk for.
    """

    municipality: Municipality | None
    candidates: tuple[Municipality, ...]
    district: District | None
    desks: tuple[Desk, ...]
    fallbacks: tuple[Desk, ...]
    reason: str | None = None

    def of_role(self, role: str) -> tuple[Desk, ...]:
        """Return the desks of a role, those that stand in included."""
        return tuple(desk for desk in (*self.desks, *self.fallbacks) if desk.role == role)


def desks(library: Library, postcode: str | None, municipality: str | None, occupation: str | None) -> Desks:
    """Return all desks for a place of work. The municipality may be given by its key (AGS) or its name.

    One postcode spans two districts; then the candidates are named and ``reason`` asks for the municipality. Without a
    district only the desks for all Saxony are named.
    """
    candidates, reason = _places(library, postcode, municipality)
    districts = {place.district for place in candidates}
    district = library.districts[districts.pop()] if len(districts) == 1 else None
    place = candidates[0] if len(candidates) == 1 else None
    if district is None and reason is None:
        reason = "municipality-needed"
    job = library.occupations.get(occupation or "")
    local = _local(library, district) if district else ()
    stand_in = library.offices.get(district.welcome_center_fallback or "") if district else None
    bodies = tuple(Desk("recognition_body", body) for body in bodies_for(library, job, district))
    return Desks(
        place,
        candidates,
        district,
        (*local, *bodies, *_state_wide(library, local)),
        (Desk("welcome_center", stand_in),) if stand_in else (),
        reason,
    )


def _places(
    library: Library, postcode: str | None, municipality: str | None
) -> tuple[tuple[Municipality, ...], str | None]:
    """Return the municipalities meant, and the reason if there are none."""
    of_postcode = library.municipalities_by_postcode.get(postcode or "", ())
    wanted = (municipality or "").strip()
    if wanted in library.municipalities:
        return (library.municipalities[wanted],), None
    if wanted:
        among = of_postcode or tuple(library.municipalities.values())
        named = tuple(place for place in among if place.name.casefold() == wanted.casefold())
        if named:
            return named, None
        if not of_postcode:
            return (), "municipality-unknown"
    if not of_postcode:
        return (), "postcode-unknown" if postcode else "place-missing"
    return of_postcode, None


def _local(library: Library, district: District) -> tuple[Desk, ...]:
    named = [
        ("abh", district.abh),
        ("welcome_center", district.welcome_center),
        ("ihk", district.ihk),
        ("hwk", district.hwk),
        *(("employment_agency", office) for office in district.employment_agencies),
        *(("advice", office) for office in district.advice),
        *(("recognition_advice", office) for office in district.recognition_advice),
    ]
    return tuple(Desk(role, library.offices[office]) for role, office in named if office)


def _state_wide(library: Library, local: tuple[Desk, ...]) -> tuple[Desk, ...]:
    """Return the desks that serve every district and were not named yet."""
    named = {desk.desk.id for desk in local}
    return tuple(
        Desk(office.role, office)
        for office in library.offices.values()
        if office.role not in STATE_WIDE_NOT_LISTED
        and office.id not in named
        and set(office.districts) >= set(library.districts)
    )


def bodies_for(library: Library, occupation: Occupation | None, district: District | None) -> tuple[Body, ...]:
    """Return the bodies that may decide on recognition: of several chambers of crafts only that of the district."""
    if occupation is None:
        return ()
    chambers = {one.hwk for one in library.districts.values()}
    return tuple(
        library.bodies[body]
        for body in occupation.bodies
        if body not in chambers or district is None or body == district.hwk
    )
