"""No step begins before it makes sense, and no day that cannot be kept goes unmarked: every route, many situations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from worked import LIBRARY, Reader

from employer_assistant.cases.case_file import read_case
from employer_assistant.plan.calendar import is_working_day, shifted
from employer_assistant.plan.deadlines import ENDS
from employer_assistant.plan.model import Plan, PlannedStep, Progress
from employer_assistant.plan.planning import plan
from employer_assistant.plan.selection import accelerated
from employer_assistant.rules.assessment import Status, assess, assess_route
from employer_assistant.rules.situation import Situation

MONDAY = date(2026, 11, 23)
SAMPLES = sorted((Path(__file__).parents[2] / "resources" / "samples").glob("*.yaml"))
TURNS: tuple[dict[str, Any], ...] = (
    {},
    {"person.location": "germany"},
    {"person.citizenship": ["US"]},
    {"person.family_joins": "spouse_and_children", "job.start_wished": "2027-02-01"},
    {"qualification.recognition": "partial", "job.contract_months": "12"},
)
DAYS = (MONDAY, date(2026, 12, 24), date(2027, 2, 26))
ENTRIES = ("travel-entry", "visa-free-entry")
AFTER_ENTRY = (
    "registration",
    "tax-id",
    "bank-account",
    "residence-title-application",
    "collect-eat",
    "integration-course",
)
AFTER_START = ("onboarding", "social-insurance-registration", "saxon-subsidy", "expiry-watch")


def _samples() -> Iterator[tuple[str, Plan]]:
    for path in SAMPLES:
        case = read_case(path.read_bytes(), path.name, LIBRARY)
        situation = Situation(LIBRARY, case.answers, MONDAY, case.events)
        found = assess_route(LIBRARY.routes[case.route], situation) if case.route else assess(situation).best
        if found is not None:
            progress = Progress(case.ticks, case.events, case.taken)
            yield path.stem, plan(situation, found, case.procedure or "regular", progress, None)


def _generated() -> Iterator[tuple[str, Plan]]:
    reader = Reader(LIBRARY)
    for (place, route), turn in product(enumerate(LIBRARY.routes), TURNS):
        situation = reader.situation(route, turn, DAYS[place % len(DAYS)])
        found = replace(assess_route(LIBRARY.routes[route], situation), status=Status.OPEN)
        for procedure in ("regular", "accelerated") if accelerated(found, situation) != "no" else ("regular",):
            yield f"{route} {procedure} {turn}", plan(situation, found, procedure, Progress({}, {}), None)


@pytest.fixture(scope="module")
def plans() -> list[tuple[str, Plan]]:
    found = [*_samples(), *_generated()]
    assert len(found) > 200
    return found


def _by_id(one: Plan) -> dict[str, PlannedStep]:
    return {planned.step.id: planned for planned in one.steps}


def _end(steps: dict[str, PlannedStep], *names: str) -> date | None:
    ends = (steps[name].finish for name in names if name in steps)
    return next((end.likely for end in ends if end is not None), None)


def _begins(steps: dict[str, PlannedStep], name: str) -> date | None:
    start = steps[name].start if name in steps else None
    return start.likely if start else None


def _too_early(one: Plan) -> Iterator[str]:
    steps = _by_id(one)
    entry, work = _end(steps, *ENTRIES), one.finish.likely
    for names, day in ((AFTER_ENTRY, entry), (AFTER_START, work)):
        for name in names:
            begins = _begins(steps, name)
            if day is not None and begins is not None and begins < day:
                yield f"{name} begins {begins}, before {day}"
    moved, issued = _end(steps, "housing"), _end(steps, "residence-title-application")
    if entry is not None and moved is not None and moved < entry:
        yield f"moves in {moved}, before the entry {entry}"
    extension = _begins(steps, "extension")
    if extension is not None and issued is not None and extension < issued:
        yield f"extension {extension} before the title {issued}"
    first = _begins(steps, "sofortmeldung")
    if first is not None and entry is not None and first < entry:
        yield f"start of work reported {first}, before the entry {entry}"


def _clauses(one: Plan) -> Iterator[str]:
    for planned in one.steps:
        for clause in planned.deadlines:
            rule, day = clause.deadline, clause.date
            if day is None or planned.status == "done" or planned.start is None:
                continue
            end = planned.finish or planned.start
            if rule.relation in ENDS and (day < one.on or day < end.likely) and not clause.late:
                yield f"{planned.step.id}: {day} cannot be kept and nothing says so"
            if rule.relation == "not_before" and planned.start.likely < day:
                yield f"{planned.step.id} begins {planned.start.likely}, not before {day}"
            if rule.rolls and rule.holidays_of == "saxony" and not is_working_day(day, LIBRARY.holidays):
                yield f"{planned.step.id}: {day} is no working day in Saxony"


def test_no_step_begins_before_it_makes_sense(plans: list[tuple[str, Plan]]) -> None:
    assert [(name, fault) for name, one in plans for fault in _too_early(one)] == []


def test_no_day_that_cannot_be_kept_goes_unmarked(plans: list[tuple[str, Plan]]) -> None:
    assert [(name, fault) for name, one in plans for fault in _clauses(one)] == []
    assert any(clause.late for _, one in plans for step in one.steps for clause in step.deadlines), "the mark is used"


def test_work_begins_on_a_working_day_and_never_before_the_person_may_work(plans: list[tuple[str, Plan]]) -> None:
    for name, one in plans:
        checked = _end(_by_id(one), "check-title-before-work")
        assert is_working_day(one.finish.likely, LIBRARY.holidays), name
        assert checked is None or one.finish.likely >= checked, name


def test_months_end_on_the_day_of_the_same_number_or_on_the_last() -> None:
    assert shifted(date(2027, 1, 31), 1, "months", ()) == date(2027, 2, 28)
    assert shifted(date(2026, 11, 22), 3, "months", ()) == date(2027, 2, 22)
    assert shifted(date(2027, 5, 31), -3, "months", ()) == date(2027, 2, 28)
    assert not is_working_day(date(2026, 11, 18), LIBRARY.holidays), "Buß- und Bettag"


def test_the_checks_find_planted_faults(plans: list[tuple[str, Plan]]) -> None:
    name, one = next((name, one) for name, one in plans if name.startswith("vocational-18a regular {}"))
    early = tuple(replace(s, start=_by_id(one)["need-and-route"].start) for s in one.steps)
    assert list(_too_early(replace(one, steps=early))), name
    unmarked = tuple(
        replace(s, deadlines=tuple(replace(c, date=date(2026, 1, 1), late=False) for c in s.deadlines))
        for s in one.steps
    )
    assert list(_clauses(replace(one, steps=unmarked)))
