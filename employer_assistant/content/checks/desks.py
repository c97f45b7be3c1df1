"""Checks of the directory and of the lists that desks publish: that both name the same desks, and say the same."""

from __future__ import annotations

from employer_assistant.content.checks.reporter import Reporter
from employer_assistant.content.model import Address, Content

LISTED_ROLES = frozenset({"abh", "ba", "employer", "mission:all", "mission:other"})
"""What a list may name as its desk beside recognition bodies, offices and single missions."""
SAID_BY_BOTH = ("phone", "email", "web")


def check_confirmed(content: Content, reporter: Reporter) -> None:
    """Report what a user of the app confirmed about a desk: it stays on that user's machine."""
    for collection in ("offices", "bodies"):
        for item in getattr(content, collection):
            if item.checked:
                message = "What a user confirmed is never part of the content. Remove it."
                reporter.report(collection, item.id, message, "checked")


def check_desk_lists(content: Content, reporter: Reporter) -> None:
    """Report lists of desks that do not exist: such a list would never be printed."""
    cities = {f"mission:{mission.city.en}" for country in content.countries for mission in country.missions}
    authorities = {office.id for office in content.offices if office.role == "abh"}
    known = LISTED_ROLES | cities | authorities | {body.id for body in content.bodies}
    for found in content.desk_lists:
        for index, desk in enumerate(found.desks):
            if desk not in known:
                message = (
                    f"There is no desk '{desk}'. Write the id of a recognition body or of a foreigners authority,"
                    f" 'mission:' with the English name of the city as the countries have it, or one of"
                    f" {', '.join(sorted(LISTED_ROLES))}."
                )
                reporter.report("desk_lists", found.id, message, "desks", index)


def check_twins(content: Content, reporter: Reporter) -> None:
    """Report a chamber that says something else as a desk and as a recognition body of the same id."""
    offices = {office.id: office for office in content.offices}
    for body in content.bodies:
        twin = offices.get(body.id)
        if twin is None:
            continue
        pairs = [(name, getattr(body, name), getattr(twin, name)) for name in SAID_BY_BOTH]
        pairs.append(("address", body.address, _in_one(twin.address)))
        for name, said, other in pairs:
            if said and other and said != other:
                message = f"The office of the same id says '{other}'. Write the same in both."
                reporter.report("bodies", body.id, message, name)


def _in_one(address: Address) -> str:
    return ", ".join(part for part in (address.street, f"{address.postcode} {address.city}".strip()) if part)
