"""The desks of a place of work in Saxony: by postcode or municipality, and for an occupation."""

from __future__ import annotations

import re
from dataclasses import dataclass

from employer_assistant.content.library import Library
from employer_assistant.content.model import Body, District, Municipality, Occupation, Office
from employer_assistant.rules.nearest import ADVICE, UsefulNo

MOST_ADVISERS = 2

NAMED_BY_DISTRICTS = frozenset({"abh", "welcome_center", "hwk", "employment_agency", "fizu"})
"""Roles for which each district names its desks; no further desk of such a role is taken from the directory."""
_ADDITION = re.compile(r"[/(,-]| (?:in|bei|b\.|am|an|ob|i\.) ")
"""What sets the addition of a name off: Neustadt in Sachsen, Auerbach/Vogtland, Ebersbach-Neugersdorf."""
FURTHER = "other"
"""Role of a desk that serves the place beside those the district names, such as a branch of the chamber."""


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

    The five digits of a district are a key too. One postcode spans two districts; then the candidates are named and
    ``reason`` asks for the municipality. Without a district only the desks for all Saxony are named.
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
        (*local, *bodies, *_further(library, district, job, (*local, *bodies))),
        (Desk("welcome_center", stand_in),) if stand_in else (),
        reason,
    )


def advisers(near: Desks, no: UsefulNo) -> list[Office]:
    """Return the desks to ask where no route is usable: those near the place of work, else those for all Saxony."""
    local = [desk.desk for role in ADVICE for desk in near.of_role(role) if isinstance(desk.desk, Office)]
    return list(dict.fromkeys(local or no.advice))[:MOST_ADVISERS]


def _places(
    library: Library, postcode: str | None, municipality: str | None
) -> tuple[tuple[Municipality, ...], str | None]:
    """Return the municipalities meant, and the reason if there are none."""
    of_postcode = library.municipalities_by_postcode.get(_digits(postcode or ""), ())
    wanted = (municipality or "").strip()
    if postcode and not of_postcode:
        # a town named before, for another postcode, does not bring the work site back to Saxony
        return (), "postcode-unknown"
    if wanted:
        among = of_postcode or tuple(library.municipalities.values())
        found = _by_key(library, wanted) or tuple(place for place in among if _named(place, wanted))
        if found:
            return found, None
        if not of_postcode:
            return (), "municipality-unknown"
    return of_postcode, None if of_postcode else "place-missing"


def _digits(written: str) -> str:
    """Return a postcode or key without what people write into it: spaces, a leading "D-", strokes between groups."""
    return re.sub(r"^[Dd]-|[\s_/.-]", "", written.strip())


def _by_key(library: Library, written: str) -> tuple[Municipality, ...]:
    """Return what a key names: a municipality (AGS, or the regional key of twelve digits), or all of a district."""
    key = _digits(written)
    if re.fullmatch(r"\d{12}", key, re.ASCII):
        key = key[:5] + key[9:]
    if key in library.municipalities:
        return (library.municipalities[key],)
    return tuple(place for place in library.municipalities.values() if place.district == key)


def _named(place: Municipality, wanted: str) -> bool:
    """Tell whether a name means a municipality; "Auerbach" may be Auerbach or Auerbach/Vogtland, so both are meant."""
    whole = place.name.casefold()
    return wanted.casefold() in (whole, _ADDITION.split(whole, maxsplit=1)[0])


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


def _further(
    library: Library, district: District | None, job: Occupation | None, named: tuple[Desk, ...]
) -> tuple[Desk, ...]:
    """Return the desks that serve the place and were not named yet, those for all Saxony last.

    A body that decides on recognition is left out as soon as the occupation says which one is in charge.
    """
    known = {desk.desk.id for desk in named} | {one.welcome_center_fallback for one in library.districts.values()}
    everywhere = set(library.districts)
    here, all_saxony = [], []
    for office in library.offices.values():
        if office.id in known or office.role in NAMED_BY_DISTRICTS or (job and office.id in library.bodies):
            continue
        if set(office.districts) >= everywhere:
            all_saxony.append(Desk(office.role, office))
        elif district and district.id in office.districts and office.role in ("ihk", FURTHER):
            here.append(Desk(FURTHER, office))
    return (*here, *(desk for desk in all_saxony if desk.role != "ihk"))


def recognition_words(found: Desks, occupation: Occupation) -> str:
    """Return the id of the phrase that says who recognises a qualification: no body may mean none or not known."""
    several = occupation.recognition == "body" and len(found.of_role("recognition_body")) > 1
    return f"offices.recognition.{'several' if several else occupation.recognition}"


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
