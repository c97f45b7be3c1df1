"""What levers must be, worked out without them: which single changes open a closed route, and whether a lever holds."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from decimal import Decimal
from itertools import combinations

from employer_assistant.content import expressions as x
from employer_assistant.content.library import Library
from employer_assistant.content.walk import facts_in
from employer_assistant.rules.answers import Answer, plain
from employer_assistant.rules.assessment import (
    Finding,
    RouteAssessment,
    Status,
    assess_route,
    find,
    musts,
    shared_for,
)
from employer_assistant.rules.judge import judge
from employer_assistant.rules.levers import Lever, after
from employer_assistant.rules.situation import Situation
from employer_assistant.rules.trial import telling_answers
from employer_assistant.rules.verdict import Verdict
from employer_assistant.rules.ways import moved_to

PAY = ("job.gross_annual_salary", "apprenticeship.monthly_pay", "apprenticeship.net_monthly_pay")
GOOD = {
    "person.entry_ban": False,
    "stay.work_ban": False,
    "person.passport_valid": True,
    "job.offer": True,
    "person.location": "abroad",
}
"""What these may only become."""


class Truth:
    """Tries every telling answer of every fact that somebody can change."""

    def __init__(self, library: Library, on: date) -> None:
        self.library = library
        empty = Situation(library, {}, on)
        self.telling = {
            route.id: telling_answers(x.All(tuple(self._tests(route.id, empty))), library, on)
            for route in library.routes.values()
        }

    def _tests(self, route_id: str, empty: Situation) -> Iterator[x.Test]:
        route = self.library.routes[route_id]
        for one in (*route.conditions, *shared_for(route, empty)):
            if one.effect == "blocks":
                yield one.met_when
                if route_id in one.applies_if:
                    yield one.applies_if[route_id]

    def opening(self, found: RouteAssessment, situation: Situation) -> set[str]:
        """Every fact somebody can change whose change alone takes the route out of closed."""
        closed = {f.condition.id: f for f in found.findings if f.blocks and f.status is Status.CLOSED}
        able = (fact for fact in self._able(found, closed.values()) if self._can_change(fact, situation))
        return {
            fact
            for fact in able
            if any(self._opens(fact, to, found, closed, situation) for to in self._aims(fact, found, situation))
        }

    def _able(self, found: RouteAssessment, closed: Collection[Finding]) -> set[str]:
        """The facts on which every condition that must be met and closes the route hangs."""
        able = set(self.telling[found.route.id])
        needed = musts(found)
        for finding in closed:
            if finding.condition.id in needed:
                derived = {fact for one in finding.facts for fact in facts_in(self.library.facts[one].derived)}
                copied = {rule.fact for one in finding.facts for rule in self.library.facts[one].derived if rule.fact}
                able &= {*finding.facts, *derived, *copied}
        return able

    def _can_change(self, fact: str, situation: Situation) -> bool:
        """A day that has passed only recedes; what was never answered is for the interview."""
        known = self.library.facts[fact]
        past = known.kind == "date" and known.changeable_by == "time"
        return known.changeable_by != "never" and not past and situation.value(fact) is not None

    def _aims(self, fact: str, found: RouteAssessment, situation: Situation) -> Iterator[Answer]:
        """The telling answers, without those of which the content says that no lever leads to them."""
        known = self.library.facts[fact]
        for to in self.telling[found.route.id][fact]:
            named = [aim for aim in known.lever_to or () if aim.value in (None, plain(to))]
            open_to = known.lever_to is None or any(
                aim.when is None or judge(aim.when, situation).verdict is Verdict.MET for aim in named
            )
            if open_to and to != situation.value(fact):
                yield to

    def _opens(
        self, fact: str, to: Answer, found: RouteAssessment, closed: dict[str, Finding], situation: Situation
    ) -> bool:
        """Unless the content says of every condition turned that nobody can act on it, or time brings it too late."""
        then, needed = changed(fact, to, situation), musts(found)
        kept = (one.condition for key, one in closed.items() if key in needed)
        if any(find(condition, found.route, then).status is Status.CLOSED for condition in kept):
            return False
        again = assess_route(found.route, then)
        if again.status is Status.CLOSED:
            return False
        turned = [
            closed[f.condition.id] for f in again.findings if f.condition.id in closed and f.status < Status.CLOSED
        ]
        if all(one.condition.changeable_by == "never" for one in turned):
            return False
        wait = moved_to(fact, situation, to).wait if isinstance(to, Decimal) else None
        return (
            wait is None
            or assess_route(
                found.route, Situation(self.library, {**situation.answers, fact: to}, wait, situation.events)
            ).status
            < found.status
        )


def changed(fact: str, to: Answer, situation: Situation) -> Situation:
    """The situation with one answer changed."""
    return Situation(situation.library, {**situation.answers, fact: to}, situation.on, situation.events)


def faults(lever: Lever, found: RouteAssessment, situation: Situation) -> Iterator[str]:
    """Say what is wrong with a lever: a promise not kept, a change too many, harm, no words, a day that is wrong."""
    library = situation.library
    again = assess_route(found.route, after(lever.changes, situation))
    unmet = {f.condition.id for f in again.findings if f.verdict is Verdict.UNMET}
    if {one.id for one in lever.conditions} & unmet:
        yield "a condition it promised to turn stays unmet"
    if again.status is not lever.status or not again.status < found.status:
        yield f"it leads to {again.status.id}, promised {lever.status.id}"
    still = {fact for fact in again.open_facts if after(lever.changes, situation).value(fact) is None}
    if bool(lever.questions) != bool(again.status is Status.UNDECIDED and still):
        yield "it does not say that questions are left, or says so for nothing"
    for size in range(1, len(lever.changes)):
        for some in combinations(lever.changes, size):
            if (
                found.status is Status.CLOSED
                and assess_route(found.route, after(some, situation)).status < found.status
            ):
                yield f"{[change.fact for change in some]} alone would do"
    if not lever.words:
        yield "nobody is told what to do"
    for change in lever.changes:
        if library.facts[change.fact].changeable_by == "never" or situation.value(change.fact) == change.to:
            yield f"{change.fact} is no change that somebody can make"
        if change.fact in PAY and isinstance(change.to, Decimal) and change.to < Decimal(str(change.old)):
            yield f"it lowers {change.fact}"
        if change.to != GOOD.get(change.fact, change.to) or plain(change.to) in ("refused", "not_comparable"):
            yield f"it makes {change.fact} worse"
    yield from _day(lever, found, situation)


def _day(lever: Lever, found: RouteAssessment, situation: Situation) -> Iterator[str]:
    """On the day waited for the route is no longer closed by what was waited for; the day before it still is."""
    if lever.wait is None:
        return
    if lever.wait <= situation.on:
        yield "it waits for a day that has passed"
    for change in lever.changes:
        if change.wait is None or not isinstance(change.old, date):
            continue
        others = tuple(one for one in lever.changes if one is not change)
        for day, met in ((change.wait, True), (date.fromordinal(change.wait.toordinal() - 1), False)):
            then = Situation(situation.library, after(others, situation).answers, day, situation.events)
            if (
                all(judge(one.met_when, then, one.counted_at).verdict is not Verdict.UNMET for one in lever.conditions)
                != met
            ):
                yield f"the day waited for is wrong: {day}"
