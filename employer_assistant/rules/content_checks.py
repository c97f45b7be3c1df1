"""Checks of content that need judging: tests that come out one way only, events of two steps, entries that compete.

Stands here because judging belongs to the rules; the command line and the tests add it to the checks of the content.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any, TypeAlias

from msgspec.structs import replace

from employer_assistant.content import expressions as x
from employer_assistant.content.checks.events import events_of
from employer_assistant.content.checks.kinds import check_kinds
from employer_assistant.content.checks.references import check_references
from employer_assistant.content.checks.reporter import Reporter
from employer_assistant.content.checks.routes import conditions
from employer_assistant.content.checks.walk import items
from employer_assistant.content.figures import computed_figures
from employer_assistant.content.library import Library
from employer_assistant.content.model import AssumedEvent, Content, CostWarning, Fact, Funding, Procedure, Route, Step
from employer_assistant.content.walk import outer_tests, routes_of
from employer_assistant.rules.in_a_plan import ALWAYS, decided, settle
from employer_assistant.rules.situation import Situation
from employer_assistant.rules.trial import can_be_met

_NEVER = "No answers can meet this test, so it decides nothing. Mend the test or remove it."
_ALWAYS = "All answers meet this test, so it decides nothing. Mend the test or remove it."
AnyPlan: TypeAlias = AssumedEvent | Funding | CostWarning
"""What is judged for a plan of any route and procedure."""


def check_judgements(content: Content, reporter: Reporter) -> None:
    """Report tests that come out one way only, and steps that share an event. Passes over items with wrong ids."""
    wrong = _Items()
    check_references(content, wrong)
    check_kinds(content, wrong)
    library = _library(content)
    moments = {(collection, item, path): one.counted_at for collection, item, one, path in conditions(content)}
    for collection, item_id, item in items(content):
        for path, test in outer_tests(item):
            if path[0] == "requires" or (collection, item_id) in wrong.found:
                continue
            moment = moments.get((collection, item_id, path[:2] if path[0] == "conditions" else ()), "decision")
            fault = _one_way(_tried(item, test, library), library, moment, planned=isinstance(item, Step | AnyPlan))
            if fault:
                reporter.report(collection, item_id, fault, *path)
    steps = [step for step in content.steps if ("steps", step.id) not in wrong.found]
    _events(steps, library, reporter)
    _first_wins([item for item in items(content) if item[:2] not in wrong.found], library, reporter)


@dataclass(frozen=True)
class _Items:
    """A reporter that only remembers which items have a fault."""

    found: set[tuple[str, str]] = field(default_factory=set)

    def report(self, collection: str, item: str, message: str, *inner: str | int) -> None:
        """Note the item."""
        self.found.add((collection, item))


def _library(content: Content) -> Library:
    """Return the content by id, whatever the order of questions leaves out."""
    order = tuple(fact.id for fact in content.facts)
    interview = replace(content.interview, order=order)
    return Library(replace(content, interview=interview, figures=computed_figures(content.figures)))


def _one_way(tests: list[tuple[Any, Any]], library: Library, moment: str, *, planned: bool) -> str | None:
    """Return what is wrong if none of the tests can be met, or none unmet; each is tried where its proviso is met."""

    def possible(proviso: Any, test: Any) -> bool:
        unasked = planned and _unasked(x.All((proviso, test)), library)
        return unasked or can_be_met(x.All((proviso, test)), library, moment)

    if tests and not any(possible(proviso, test) for proviso, test in tests):
        return _NEVER
    decides = not tests or any(possible(proviso, x.Not(test)) for proviso, test in tests)
    return None if decides else _ALWAYS


def _unasked(test: Any, library: Library) -> bool:
    """Tell whether a plan takes the test as met before anything is answered: it may be there to tell just that."""
    return decided(test, Situation(library, {}, library.content.read_on))


def _tried(item: object, test: Any, library: Library) -> list[tuple[Any, Any]]:
    """Return the test as it is to be tried, each time with a proviso; with a plan, as each plan sees it."""
    if not isinstance(item, Step | AnyPlan):
        return [(ALWAYS, test)]
    when = item.when if isinstance(item, Step) else None
    proviso = ALWAYS if when is None or when == test else when
    return list(dict.fromkeys((settle(proviso, *plan), settle(test, *plan)) for plan in _plans(item, library)))


def _plans(item: Step | AnyPlan, library: Library) -> list[tuple[str, Procedure]]:
    """Return route and procedure of each plan that may hold a step; others stand in any."""
    procedures: tuple[Procedure, ...] = ("regular", "accelerated")
    every = set(library.routes)
    if not isinstance(item, Step):
        return [(route, procedure) for route in sorted(every) for procedure in procedures]
    fitting = [procedure for procedure in procedures if item.procedure in (procedure, "both")]
    return [(route, procedure) for route in sorted(routes_of(item, every)) for procedure in fitting]


def _events(steps: list[Step], library: Library, reporter: Reporter) -> None:
    """Report two steps that one plan may hold and that carry the same event."""
    carried: dict[str, list[tuple[Step, Any, tuple[str | int, ...]]]] = {}
    for step in steps:
        for event, only_if, path in events_of(step):
            tests = tuple(test for test in (step.when, only_if) if test is not None)
            carried.setdefault(event, []).append((step, x.All(tests), path))
    for event, carriers in carried.items():
        for (one, first, _), (other, second, path) in combinations(carriers, 2):
            if _meet(one, other, x.All((first, second)), library):
                message = (
                    f"The event '{event}' is also that of '{one.id}' in one plan. Rename it or part them by 'when'."
                )
                reporter.report("steps", other.id, message, *path)


def _meet(one: Step, other: Step, both: x.All, library: Library) -> bool:
    plans = set(_plans(one, library)) & set(_plans(other, library))
    tests = {settle(both, route, procedure): None for route, procedure in sorted(plans)}
    return any(can_be_met(test, library, "decision") for test in tests)


def _first_wins(found: Iterable[tuple[str, str, Any]], library: Library, reporter: Reporter) -> None:
    """Report two entries of a list in which the first wins that can hold at once and say different things."""
    for collection, item_id, item in found:
        for path, entries in _lists(item):
            for (one, first), (other, second) in combinations(enumerate(entries), 2):
                if _of_other_bodies(first, second):
                    continue
                tests = tuple(entry.when for entry in (first, second) if entry.when is not None)
                if replace(first, when=None) != replace(second, when=None) and _at_once(item, x.All(tests), library):
                    message = (
                        f"Entries {one + 1} and {other + 1} can hold at once and say different things. "
                        "Part them by 'when'."
                    )
                    reporter.report(collection, item_id, message, *path, other)


def _of_other_bodies(first: Any, second: Any) -> bool:
    """Tell whether two fees are those of different bodies, so that no occupation can have both."""
    ours, theirs = (set(getattr(entry, "bodies", ())) for entry in (first, second))
    return bool(ours and theirs) and not ours & theirs


def _lists(item: Any) -> Iterator[tuple[tuple[str, ...], Sequence[Any]]]:
    """Return the lists of an item whose first fitting entry counts: derivations, rulings, durations, fees."""
    match item:
        case Fact():
            yield ("derived",), item.derived
        case Route():
            yield ("ba_approval", "cases"), item.ba_approval.cases
            yield ("accelerated", "cases"), item.accelerated.cases
        case Step():
            yield ("variants",), item.variants
            yield ("fee_variants",), item.fee_variants


def _at_once(item: Any, both: Any, library: Library) -> bool:
    return any(can_be_met(x.All(tried), library, "decision") for tried in _tried(item, both, library))
