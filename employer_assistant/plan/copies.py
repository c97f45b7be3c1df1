"""How many of a paper the desks of a case ask for, as far as a list of the desk itself says it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from employer_assistant.content.model import DeskList
from employer_assistant.plan.fitting import item_fits, list_fits, missions
from employer_assistant.plan.model import Plan
from employer_assistant.rules.situation import Situation

READ = ("verified", "partly")
"""Lists of which the desk's own text was seen; others say nothing about this desk."""


@dataclass(frozen=True)
class Copies:
    """A number of copies, and the list that asks for them."""

    number: int
    asked_by: DeskList


def copies_of(paper: str, plan: Plan, situation: Situation) -> tuple[Copies, ...]:
    """Return how many of a paper the desks of the plan ask for; empty if no list of theirs names a number."""
    found: dict[str, Copies] = {}
    for one in _lists(plan, situation):
        numbers = [
            item.copies for item in one.items if item.document == paper and item.copies and item_fits(item, situation)
        ]
        if numbers:
            found[one.id] = Copies(max(numbers), one)
    return tuple(found.values())


def _lists(plan: Plan, situation: Situation) -> Iterator[DeskList]:
    abroad = missions(situation)
    offices = {step.office.id for step in plan.steps if step.office is not None}
    route = plan.route.route.id
    for one in situation.library.content.desk_lists:
        desks = {desk.casefold() for desk in one.desks}
        own = bool(desks & (abroad | offices)) or any(one.id.startswith(f"{office}-") for office in offices)
        if own and one.status in READ and list_fits(one, situation, route, plan.procedure):
            yield one
