"""What of the content is about a case: remarks by its states, lists of desks by family, procedure and route."""

from __future__ import annotations

from collections.abc import Iterable

from employer_assistant.content.model import Country, DeskItem, DeskList, Procedure, Remark
from employer_assistant.rules.judge import possible
from employer_assistant.rules.situation import Situation

RESIDENCE, FAMILY = "person.residence_country", "person.family_joins"
STATES = (RESIDENCE, "person.citizenship", "qualification.country")
"""Facts that name the states a case touches."""


def fitting(remarks: Iterable[Remark], situation: Situation) -> tuple[Remark, ...]:
    """Return the remarks about the states of the case; while none of them is known, all."""
    touched: set[str] = set()
    for fact in STATES:
        value = situation.value(fact)
        touched.update(value if isinstance(value, tuple) else [value] if isinstance(value, str) else [])
    return tuple(one for one in remarks if not one.countries or not touched or touched & {*one.countries})


def home_abroad(situation: Situation) -> Country | None:
    """Return the state where the person lives, else that of the first citizenship; None in Germany or without entry."""
    if situation.value("person.location") == "germany":
        return None
    home, citizenship = situation.value(RESIDENCE), situation.value("person.citizenship")
    if home is None and isinstance(citizenship, tuple):
        home = next(iter(citizenship), None)
    return situation.library.countries.get(str(home))


def missions(situation: Situation) -> set[str]:
    """Return the German missions in the state where the person lives as lists of desks name them, in small letters."""
    country = home_abroad(situation)
    return {f"mission:{mission.city.en}".casefold() for mission in (country.missions if country else ())}


def list_fits(one: DeskList, situation: Situation, route: str, procedure: Procedure | None) -> bool:
    """Tell whether a desk's list is about this case. Lists about families need one that comes along."""
    if one.about == "family" and situation.value(FAMILY) in (None, "none"):
        return False
    return one.procedure in (None, procedure) and (not one.routes or route in one.routes)


def item_fits(item: DeskItem, situation: Situation) -> bool:
    """Tell whether a line of a desk's list can be about this case; it is left out only if an answer rules it out."""
    return possible(item.when, situation)
