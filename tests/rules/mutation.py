"""Mutants of the rules, each changed in one place (condition, leaf, figure, number); a worked case must notice.

Run as a program to list the survivors: ``python tests/rules/mutation.py [ROUTE …]``.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from copy import copy
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from msgspec.structs import replace
from worked import Reader, WorkedCase, failures

from employer_assistant.content import expressions as x
from employer_assistant.content.library import Library
from employer_assistant.content.model import Condition, Route
from employer_assistant.content.pack import installed

EQUIVALENT = {
    "opportunity-card-20a.c4 [Sum AtLeast chancenkarte-min-points] -0.01": "points are whole numbers",
    "ict-card-19.c5 [person.free_movement_right Is false] always met": "with the right no title is needed at all",
    "blue-card-mobility-18i ba_approval case 1 [job.gross_annual_salary AtLeast blue-card-regular] -0.01": (
        "below the threshold the case before decides"
    ),
    **dict.fromkeys(
        (
            "training-tolerated-16g-60c.c2 [person.entered_germany_on AtLeast 2017-01-01] always met",
            "training-tolerated-16g-60c.c2 [person.entered_germany_on AtLeast 2017-01-01] 2017-01-01 to 2016-12-31",
            "training-tolerated-16g-60c.c2 [person.entered_germany_on AtMost 2019-12-31] always met",
            "training-tolerated-16g-60c.c2 [person.entered_germany_on AtMost 2019-12-31] 2019-12-31 to 2020-01-01",
            "training-tolerated-16g-60c.c2 [person.entered_germany_on AtLeast 2020-01-01] always met",
            "training-tolerated-16g-60c.c2 [person.entered_germany_on AtLeast 2020-01-01] 2020-01-01 to 2019-12-31",
        ),
        "the three periods overlap: whoever keeps the earlier one keeps the later one too",
    ),
}
"""Mutants that no situation can tell from the rule, with the reason."""
CENT = Decimal("0.01")
ALWAYS = x.AtLeast(left=x.Number(value=Decimal(1)), right=x.Number(value=Decimal(0)))
NEVER = x.Not(of=ALWAYS)
JOINS = (x.All, x.AnyOf, x.Not)


@dataclass(frozen=True)
class Mutant:
    """A library that differs in one place. ``routes``: those that can come out differently."""

    name: str
    library: Library
    routes: frozenset[str]
    condition: str


def mutants(library: Library) -> Iterator[Mutant]:
    """Every mutant of every condition of every route, and of the shared ones."""
    for route in library.routes.values():
        for condition in route.conditions:
            for name, changed in _changed(condition):
                mutated = _with_condition(route, changed)
                yield Mutant(
                    f"{condition.id} {name}", _with_route(library, mutated), frozenset([route.id]), condition.id
                )
        for ruling in ("ba_approval", "accelerated"):
            yield from _of_ruling(library, route, ruling)
    for condition in library.content.shared_conditions:
        if not _repeated_everywhere(library, condition):
            yield from _of_shared(library, condition)


def _repeated_everywhere(library: Library, condition: Condition) -> bool:
    """Tell whether every route has its own repetition, so that the shared condition is never judged."""
    return all(
        condition.id in {own.same_as for own in library.routes[route].conditions} for route in condition.applies_to
    )


def _of_shared(library: Library, condition: Condition) -> Iterator[Mutant]:
    everywhere = frozenset(condition.applies_to)
    for name, changed in _changed(condition):
        yield Mutant(f"{condition.id} {name}", _with_shared(library, changed), everywhere, condition.id)
    if condition.effect == "not_needed":
        return
    for route in condition.applies_to:
        if condition.id in {own.same_as for own in library.routes[route].conditions}:
            continue
        left = replace(condition, applies_to=tuple(other for other in condition.applies_to if other != route))
        yield Mutant(f"{condition.id} not for {route}", _with_shared(library, left), frozenset([route]), condition.id)
        if route in condition.applies_if:
            for name, test in _tests(condition.applies_if[route]):
                changed = replace(condition, applies_if={**condition.applies_if, route: test})
                full = f"{condition.id} for {route} if {name}"
                yield Mutant(full, _with_shared(library, changed), frozenset([route]), condition.id)


def _of_ruling(library: Library, route: Route, ruling: str) -> Iterator[Mutant]:
    known = getattr(route, ruling)
    turned = {"none": "required", "yes": "no"}
    other = replace(known, value=turned.get(known.value, "none" if ruling == "ba_approval" else "yes"))
    changed: dict[str, Any] = {"value": other}
    for place, case in enumerate(known.cases):
        for name, test in _tests(case.when):
            cases = (*known.cases[:place], replace(case, when=test), *known.cases[place + 1 :])
            changed[f"case {place} {name}"] = replace(known, cases=cases)
    for name, value in changed.items():
        mutated = _with_route(library, replace(route, **{ruling: value}))
        yield Mutant(f"{route.id} {ruling} {name}", mutated, frozenset([route.id]), "")


def _changed(condition: Condition) -> Iterator[tuple[str, Condition]]:
    for name, test in _tests(condition.met_when):
        yield name, replace(condition, met_when=test)
    if condition.assume_met:
        yield "not assumed", replace(condition, assume_met=False)


def _tests(test: x.Test) -> Iterator[tuple[str, x.Test]]:
    """The whole turned around, always met, and each part changed."""
    yield "turned around", x.Not(of=test)
    yield "always met", ALWAYS
    if isinstance(test, JOINS):
        yield from _in_parts(test)
    else:
        yield from _in_terms(test)


def _in_parts(test: x.Test) -> Iterator[tuple[str, x.Test]]:
    match test:
        case x.Not(of=part):
            yield from ((name, x.Not(of=changed)) for name, changed in _part(part))
        case x.All(of=parts) | x.AnyOf(of=parts):
            kind: Callable[..., x.Test] = type(test)
            swapped = x.AnyOf if isinstance(test, x.All) else x.All
            yield f"{_short(test)} joined the other way", swapped(of=parts)
            for place, part in enumerate(parts):
                for name, changed in _part(part):
                    yield name, kind(of=(*parts[:place], changed, *parts[place + 1 :]))


def _part(part: x.Test) -> Iterator[tuple[str, x.Test]]:
    if isinstance(part, JOINS):
        yield from _in_parts(part)
        return
    short = _short(part)
    yield f"{short} turned around", x.Not(of=part)
    yield f"{short} always met", ALWAYS
    yield f"{short} never met", NEVER
    yield from _in_terms(part)


def _in_terms(test: x.Test) -> Iterator[tuple[str, x.Test]]:
    """Figures by a cent, numbers by one, days by one, years by one, levels and lists by one member."""
    match test:
        case x.AtLeast(left=left, right=right) | x.AtMost(left=left, right=right):
            yield from _sides(test, left, right)
        case x.MoreThan(left=left, right=right) | x.Before(left=left, right=right):
            yield from _sides(test, left, right)
        case x.WithinYears(years=years):
            for changed in (years - 1, years + 1):
                yield f"{_short(test)} within {changed} years", replace(test, years=changed)
        case x.LevelAtLeast(level=level):
            levels = ("a1", "a2", "b1", "b2", "c1", "c2")
            for place in (levels.index(level) - 1, levels.index(level) + 1):
                if 0 <= place < len(levels):
                    yield f"{_short(test)} at {levels[place]}", replace(test, level=levels[place])


def _sides(test: Any, left: x.Term, right: x.Term) -> Iterator[tuple[str, x.Test]]:
    for name, term in _terms(left):
        yield f"{_short(test)} {name}", replace(test, left=term)
    for name, term in _terms(right):
        yield f"{_short(test)} {name}", replace(test, right=term)


def _terms(term: x.Term) -> Iterator[tuple[str, x.Term]]:
    match term:
        case x.FigureTerm():
            for cent in (CENT, -CENT):
                yield f"{cent:+}", x.Sum(of=(term, x.Number(value=cent)))
        case x.Number(value=value):
            for shift in (1, -1):
                yield f"{value} {shift:+}", x.Number(value=value + shift)
        case x.Day(on=day):
            for ordinal in (day.toordinal() + 1, day.toordinal() - 1):
                yield f"{day} to {type(day).fromordinal(ordinal)}", x.Day(on=type(day).fromordinal(ordinal))
        case x.Points(when=when, points=points):
            for shift in (1, -1):
                yield f"{points} points {shift:+}", replace(term, points=points + shift)
            for name, test in _part(when):
                yield name, replace(term, when=test)
        case x.Sum() | x.Largest():
            yield from _in_sum(term)


def _in_sum(term: x.Sum | x.Largest) -> Iterator[tuple[str, x.Term]]:
    kind: Callable[..., x.Term] = type(term)
    for place, part in enumerate(term.of):
        for name, changed in _terms(part):
            yield name, kind(of=(*term.of[:place], changed, *term.of[place + 1 :]))
        if isinstance(part, x.FactTerm):
            yield f"without {part.fact}", kind(of=(*term.of[:place], *term.of[place + 1 :]))


def _short(test: Any) -> str:
    if isinstance(test, JOINS):
        return "all" if isinstance(test, x.All) else "any" if isinstance(test, x.AnyOf) else "not"
    fact = getattr(test, "fact", None) or getattr(getattr(test, "left", None), "fact", "") or type(test.left).__name__
    right = getattr(test, "right", test)
    names = ("value", "values", "level", "prefixes", "on", "figure")
    rest = [str(getattr(right, name)) for name in names if hasattr(right, name)]
    return f"[{fact} {type(test).__name__} {rest[0] if rest else ''}]"


def _with_condition(route: Route, changed: Condition) -> Route:
    conditions = tuple(changed if known.id == changed.id else known for known in route.conditions)
    return replace(route, conditions=conditions)


def _with_route(library: Library, changed: Route) -> Library:
    routes = tuple(changed if known.id == changed.id else known for known in library.content.routes)
    mutated = copy(library)
    mutated.content = replace(library.content, routes=routes)
    vars(mutated).pop("routes", None)
    return mutated


def _with_shared(library: Library, changed: Condition) -> Library:
    shared = tuple(changed if known.id == changed.id else known for known in library.content.shared_conditions)
    mutated = copy(library)
    mutated.content = replace(library.content, shared_conditions=shared)
    return mutated


def survivors(library: Library, chosen: Callable[[int, Mutant], bool] = lambda place, mutant: True) -> Iterator[str]:
    """Names of the mutants that no worked case notices."""
    cases = every_case(library)
    for place, mutant in enumerate(mutants(library)):
        if mutant.name not in EQUIVALENT and chosen(place, mutant) and not noticed(mutant, cases):
            yield mutant.name


def every_case(library: Library) -> list[WorkedCase]:
    """The worked cases of the rules and those written from sources."""
    reader = Reader(library)
    return [*reader.all(), *reader.from_sources()]


def noticed(mutant: Mutant, cases: list[WorkedCase]) -> bool:
    """Tell whether a case of a route concerned fails, those about the mutated condition first."""
    able = [case for case in cases if case.route in mutant.routes]
    short = mutant.condition.rpartition(".")[2]

    def place(case: WorkedCase) -> int:
        about = case.alone is not None and case.alone[0] == mutant.condition
        return 0 if about else 1 if short in case.finding else 2

    able.sort(key=place)
    return any(next(failures(case, mutant.library), None) for case in able)


if __name__ == "__main__":
    wanted = set(sys.argv[1:])
    for survivor in survivors(Library(installed()), lambda place, mutant: not wanted or bool(mutant.routes & wanted)):
        sys.stdout.write(survivor + "\n")
