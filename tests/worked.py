"""Worked cases: reading tests/cases/*.yaml and comparing what the rules say with what the case expects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from employer_assistant.content.library import Library
from employer_assistant.content.pack import installed
from employer_assistant.content.strict_yaml import read_yaml
from employer_assistant.rules.answers import UNKNOWN, Answer
from employer_assistant.rules.assessment import Assessment, RouteAssessment, assess_route, title_needed
from employer_assistant.rules.situation import Situation
from employer_assistant.rules.verdict import Verdict
from employer_assistant.rules.warnings import warnings

LIBRARY = Library(installed())
"""The installed content, by id: one for all tests, as no library equals another."""
CASES = Path(__file__).resolve().parent / "cases"
NOT_ROUTES = ("profiles", "shared-flips", "status-table", "from-sources", "second-look")
CLASSES = {"road": "reachable", "lever": "closed", "closing": "closed", "practice": "undecided"}
ORDER = ("open", "reachable", "undecided", "closed")
ANY = "any"
DAY = date(2026, 11, 22)
CASE_KEYS = {"name", "base", "on", "answers", "events", "norm", "why"}
EXPECTED_KEYS = {"expect", "finding", "ba_approval", "accelerated", "warnings"}


@dataclass(frozen=True)
class WorkedCase:
    """One situation and what must come out. ``turned``: exactly these conditions are unmet that were not before."""

    name: str
    route: str
    norm: str
    why: str
    situation: Situation
    expect: Mapping[str, str]
    finding: Mapping[str, str] = field(default_factory=dict)
    ba_approval: Mapping[str, str] = field(default_factory=dict)
    accelerated: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] | None = None
    turned: frozenset[str] | None = None
    before: Situation | None = None
    alone: tuple[str, str] | None = None
    beside: frozenset[str] | None = None


def read(name: str) -> Any:
    """Read one file of tests/cases."""
    return read_yaml((CASES / f"{name}.yaml").read_text(encoding="utf-8"), name).value


def route_files() -> list[str]:
    """Names of the files that hold the cases of a route."""
    return sorted(path.stem for path in CASES.glob("*.yaml") if path.stem not in NOT_ROUTES)


def typed_answer(library: Library, fact_id: str, text: Any) -> Answer:
    """Turn written text into an answer of the fact's kind. Raises KeyError or ValueError for nonsense."""
    fact = library.facts[fact_id]
    if text == UNKNOWN:
        return UNKNOWN
    if fact.kind == "countries":
        return tuple(str(part) for part in text)
    if fact.kind == "yes_no":
        return {"true": True, "false": False}[text]
    if fact.kind in ("money", "number"):
        return Decimal(text)
    if fact.kind == "date":
        return date.fromisoformat(text)
    if fact.kind == "choice" and text not in {choice.value for choice in fact.choices}:
        raise ValueError(f"{fact_id} has no answer {text}")
    return str(text)


class Reader:
    """Reads all cases over one library."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.profiles = read("profiles")["profiles"]
        self.shared_flips = read("shared-flips")["flips"]
        self.table = read("status-table")["table"]

    def situation(self, base: str | None, changes: Mapping[str, Any], on: date = DAY, events: Any = None) -> Situation:
        """Return the profile with the changes."""
        written = dict(self._profile(base)) if base else {}
        written.update(changes)
        answers = {fact: typed_answer(self.library, fact, text) for fact, text in written.items() if text != "absent"}
        days = {event: date.fromisoformat(day) for event, day in (events or {}).items()}
        return Situation(self.library, answers, on, days)

    def _profile(self, name: str) -> dict[str, Any]:
        profile = self.profiles[name]
        inherited = self._profile(profile["base"]) if "base" in profile else {}
        return {**inherited, **profile["answers"]}

    def all(self) -> Iterator[WorkedCase]:
        """Every case of every route."""
        for name in route_files():
            yield from self.of_route(name)

    def from_sources(self) -> Iterator[WorkedCase]:
        """The cases written from sources, once for each route that they expect something of."""
        file = read("from-sources")
        for case in file["cases"]:
            for route, status in case.get("expect", {}).items():
                name = f"{route}: {case['name']} (source)"
                yield WorkedCase(
                    name,
                    route,
                    case["source"],
                    "",
                    self.source_situation(file, case),
                    {route: status},
                    case.get("finding", {}),
                )

    def source_situation(self, file: Mapping[str, Any], case: Mapping[str, Any]) -> Situation:
        """The situation of a case written from a source: its base, and what the case says otherwise."""
        on = date.fromisoformat(case.get("on", DAY.isoformat()))
        changes = {**_with_base(file["bases"], case["base"]), **case.get("answers", {})}
        return self.situation(None, changes, on, case.get("events"))

    def of_route(self, route: str) -> Iterator[WorkedCase]:
        """The open profile, one case for each condition turned unmet, and the cases written out."""
        file = read(route)
        beside = frozenset(self.condition_id(route, short) for short in self.table[route]["beside"])
        situation = self.situation(route, {})
        yield WorkedCase(f"{route}: open", route, file["norm"], file["why"], situation, {route: "open"}, beside=beside)
        for part, status in CLASSES.items():
            for short in self.table[route][part]:
                yield self._flip(route, short, status, file["flips"])
        for written in file.get("cases", ()):
            yield self._written(route, written)

    def condition_id(self, route: str, short: str) -> str:
        """Return the full id of a condition of the table; the route's own one if it repeats a shared one."""
        if not short.startswith("g"):
            return f"{route}.{short}"
        shared = f"general-conditions.{short}"
        own = (condition.id for condition in self.library.routes[route].conditions if condition.same_as == shared)
        return next(own, shared)

    def _flip(self, route: str, short: str, status: str, own: Mapping[str, Any]) -> WorkedCase:
        flip = {**self.shared_flips.get(short, {}), **own.get(short, {})}
        base = flip.get("base", route)
        condition = self.condition_id(route, short)
        also = [self.condition_id(route, other) for other in flip.get("also", ())]
        classes = {member: status for part, status in CLASSES.items() for member in self.table[route][part]} | {
            "purpose": "closed"
        }
        worst = max((status, *(classes[other] for other in flip.get("also", ()))), key=ORDER.index)
        expected = flip.get("status", worst)
        return WorkedCase(
            f"{route}: {short} unmet",
            route,
            flip["norm"],
            flip.get("why", ""),
            self.situation(base, flip["set"]),
            {} if expected == ANY else {route: expected},
            turned=frozenset((condition, *also)),
            before=self.situation(base, {}),
            alone=(condition, status),
        )

    def _written(self, route: str, case: Mapping[str, Any]) -> WorkedCase:
        if unknown := set(case) - CASE_KEYS - EXPECTED_KEYS:
            raise ValueError(f"{route}: unknown keys {unknown}")
        on = date.fromisoformat(case.get("on", DAY.isoformat()))
        return WorkedCase(
            f"{route}: {case['name']}",
            route,
            case["norm"],
            case["why"],
            self.situation(case.get("base", route), case.get("answers", {}), on, case.get("events")),
            case.get("expect", {}),
            case.get("finding", {}),
            case.get("ba_approval", {}),
            case.get("accelerated", {}),
            tuple(case["warnings"]) if "warnings" in case else None,
        )


class Rules:
    """The rules over one library, each route judged only when asked for."""

    def __init__(self, library: Library, situation: Situation) -> None:
        self.library = library
        self.situation = Situation(library, situation.answers, situation.on, situation.events)
        self.needed = title_needed(self.situation)
        self._found: dict[str, RouteAssessment] = {}

    def route(self, route: str) -> RouteAssessment:
        """Judge one route once."""
        if route not in self._found:
            self._found[route] = assess_route(self.library.routes[route], self.situation)
        return self._found[route]

    def verdicts(self, route: str) -> dict[str, str]:
        """The verdict of every condition of a route."""
        return {finding.condition.id: finding.verdict.value for finding in self.route(route).findings}

    def unmet(self, route: str) -> set[str]:
        """The blocking conditions of a route that are unmet."""
        findings = self.route(route).findings
        return {f.condition.id for f in findings if f.blocks and f.verdict is Verdict.UNMET}

    def assessment(self) -> Assessment:
        """All routes."""
        routes = tuple(self.route(route) for route in self.library.routes) if self.needed else ()
        return Assessment(self.situation, routes, self.needed)


def failures(case: WorkedCase, library: Library) -> Iterator[str]:
    """Say what comes out differently from what the case expects; nothing if all is as expected."""
    rules = Rules(library, case.situation)
    if case.warnings is not None:
        said = tuple(sorted({warning.id for warning in warnings(rules.assessment())}))
        if said != tuple(sorted(case.warnings)):
            yield f"warnings {said}, expected {case.warnings}"
    if not rules.needed:
        if case.expect:
            yield "no title needed"
        return
    for route, status in case.expect.items():
        if rules.route(route).status.id != status:
            worst = [f"{f.condition.id} {f.verdict.value}" for f in rules.route(route).blocking]
            yield f"{route} is {rules.route(route).status.id}, expected {status}: {worst}"
    for name, verdict in case.finding.items():
        found = rules.verdicts(case.route).get(_full(name, case.route), "no such condition")
        if found != verdict:
            yield f"{name} is {found}, expected {verdict}"
    for route, value in case.ba_approval.items():
        if rules.route(route).ba_approval != value:
            yield f"BA approval of {route} is {rules.route(route).ba_approval}, expected {value}"
    for route, value in case.accelerated.items():
        if rules.route(route).accelerated != value:
            yield f"accelerated procedure of {route} is {rules.route(route).accelerated}, expected {value}"
    yield from _turned(case, rules, library)


def _with_base(bases: Mapping[str, Mapping[str, Any]], name: str) -> dict[str, Any]:
    base = dict(bases[name])
    rests_on = base.pop("base", None)
    return {**(_with_base(bases, rests_on) if rests_on else {}), **base}


def _turned(case: WorkedCase, rules: Rules, library: Library) -> Iterator[str]:
    if case.beside is not None:
        beside = {f.condition.id for f in rules.route(case.route).findings if not f.blocks}
        if beside != case.beside:
            yield f"beside: {sorted(beside)}, expected {sorted(case.beside)}"
    if case.before is None or case.turned is None:
        return
    turned = rules.unmet(case.route) - Rules(library, case.before).unmet(case.route)
    if turned != case.turned:
        yield f"turned unmet: {sorted(turned)}, expected {sorted(case.turned)}"
    if case.alone is None:
        return
    condition, status = case.alone
    found = [f.status.id for f in rules.route(case.route).findings if f.condition.id == condition]
    if found != [status]:
        yield f"{condition} alone makes the route {found}, expected {status}"


def _full(name: str, route: str) -> str:
    if "." in name:
        return name
    return f"general-conditions.{name}" if name.startswith("g") else f"{route}.{name}"
