"""What holds for every plan, whatever was answered: random answers over all routes and both procedures."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import holidays
from dateutil.relativedelta import relativedelta
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_plans import Planner
from worked import LIBRARY

from employer_assistant.content.model import Fact
from employer_assistant.plan.calendar import is_working_day
from employer_assistant.plan.deadlines import day_of
from employer_assistant.plan.model import Plan, PlannedStep, Progress
from employer_assistant.rules.assessment import Status

POSSIBLE = LIBRARY.steps["choose-procedure"].applies_to


def answer(fact: Fact) -> st.SearchStrategy[Any]:
    match fact.kind:
        case "choice":
            return st.sampled_from([*(choice.value for choice in fact.choices), "unknown"])
        case "yes_no":
            return st.sampled_from([True, False, "unknown"])
        case "countries":
            return st.lists(st.sampled_from(["IN", "US", "RS", "VN"]), min_size=1, max_size=2, unique=True).map(tuple)
        case "country":
            return st.sampled_from(["IN", "US", "DE", "unknown"])
        case "number":
            return st.integers(0, 60).map(Decimal)
        case "date":
            return st.dates(date(2026, 1, 1), date(2029, 12, 31))
        case "occupation":
            return st.sampled_from(sorted(LIBRARY.occupations))
        case "postcode":
            return st.sampled_from(["01067", "09573", "10115"])
    return st.just("unknown")


ASKED = sorted(LIBRARY.facts)
ANSWERS = st.fixed_dictionaries({}, optional={fact: answer(LIBRARY.facts[fact]) for fact in ASKED})
BERLIN = holidays.country_holidays("DE", subdiv="BE", years=range(2026, 2050))
DAYS = st.dates(date(2026, 6, 1), date(2027, 6, 1))
TICKS = st.dictionaries(st.sampled_from(sorted(LIBRARY.steps)), DAYS, max_size=6)


@st.composite
def cases(draw: st.DrawFn) -> dict[str, Any]:
    route = draw(st.sampled_from(sorted(LIBRARY.routes)))
    procedure = draw(st.sampled_from(["regular", "accelerated"] if route in POSSIBLE else ["regular"]))
    return {"route": route, "procedure": procedure, "answers": draw(ANSWERS), "on": draw(DAYS), "status": Status.OPEN}


RANDOM = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


@RANDOM
@given(case=cases(), ticks=TICKS, taken=st.lists(st.sampled_from(sorted(LIBRARY.steps)), max_size=4))
def test_every_plan_is_sound(planner: Planner, case: dict[str, Any], ticks: dict[str, date], taken: list[str]) -> None:
    plan = planner(**case, progress=Progress(ticks, {}, taken=tuple(taken)), start_by=case["on"] + timedelta(days=400))
    assert sum(planned.step.milestone is not None for planned in plan.steps) == 1
    _in_order(plan)
    for planned in plan.steps:
        for found in (planned.start, planned.finish):
            if found is not None:
                assert found.earliest <= found.likely
                assert found.latest is None or found.likely <= found.latest
        if planned.status != "done" and planned.start is not None and planned.finish is not None:
            assert planned.finish.earliest >= case["on"]
        assert not (planned.contingent and planned.critical)
        assert not (planned.optional and planned.critical)
    for payer, costs in plan.costs.items():
        counted = [one for one in plan.steps if not one.contingent and not one.optional]
        fees = [fee for one in counted for fee in (one.fee, *(also.fee for also in one.also_due)) if fee.payer == payer]
        assert costs.min == sum(fee.min or 0 for fee in fees)
        assert costs.max == sum(fee.max or 0 for fee in fees)
        assert set(costs.unknown) == {one.step.id for one in counted if one.fee.payer == payer and one.fee.max is None}
    if not all(planned.status == "done" for planned in plan.steps if not planned.contingent and not planned.optional):
        assert any(planned.status in ("next", "open") for planned in plan.steps)


@RANDOM
@given(case=cases())
def test_the_critical_path_is_the_longest_chain(planner: Planner, case: dict[str, Any]) -> None:
    plan = planner(**case)
    by_id = {planned.step.id: planned for planned in plan.steps}
    counted = {name: one for name, one in by_id.items() if not one.contingent and not one.optional}
    goal = next(one for one in counted.values() if one.step.milestone)
    longest = _by_relaxation(counted, case["on"])[goal.step.id]
    assert goal.start is not None
    assert goal.start.likely == longest
    chain = [goal]
    while True:
        earlier = [
            counted[name]
            for name in chain[-1].step.depends_on
            if name in counted
            and counted[name].critical
            and _open(chain[-1], counted[name].finish.likely) == chain[-1].start.likely
        ]
        if not earlier:
            break
        chain.append(earlier[0])
    assert chain[-1].step.id == "need-and-route"
    day = case["on"]
    for one in reversed(chain[1:]):
        day = _after(_open(one, day), one)
    assert _open(goal, day) == longest


@RANDOM
@given(case=cases(), wished=st.dates(date(2028, 1, 1), date(2034, 1, 1)))
def test_begin_by_is_the_last_day_that_is_sure_to_be_in_time(
    planner: Planner, case: dict[str, Any], wished: date
) -> None:
    plan = planner(**case, start_by=wished)
    begin = plan.begin_by
    if _some_length_unknown(plan):
        assert (begin, plan.finish.latest) == (None, None)
        return
    assert begin is not None
    # answers whose meaning depends on the day asked (spans) are the same either way: steps test none
    in_time = planner(**{**case, "on": begin}).finish.latest
    too_late = planner(**{**case, "on": begin + timedelta(days=1)}).finish.latest
    assert in_time is not None
    assert too_late is not None
    assert in_time <= wished < too_late
    assert is_working_day(in_time, LIBRARY.holidays)


def _some_length_unknown(plan: Plan) -> bool:
    """Tell whether work waits for a step of which nobody knows how long it takes at most."""
    counted = {one.step.id: one for one in plan.steps if not (one.contingent or one.optional)}
    left = [name for name, one in counted.items() if one.step.milestone]
    seen: set[str] = set()
    while left:
        name = left.pop()
        if name not in seen:
            seen.add(name)
            left += [earlier for earlier in counted[name].step.depends_on if earlier in counted]
    return any(counted[name].duration.max is None for name in seen)


def _in_order(plan: Plan) -> None:
    place = {planned.step.id: index for index, planned in enumerate(plan.steps)}
    for planned in plan.steps:
        assert all(place[name] < place[planned.step.id] for name in planned.step.depends_on if name in place)


def _by_relaxation(steps: dict[str, PlannedStep], on: date) -> dict[str, date]:
    """Push starts later until nothing moves, without sorting anything."""
    starts = {name: _open(one, on) for name, one in steps.items()}
    moved = True
    while moved:
        moved = False
        for name, one in steps.items():
            for other in one.step.depends_on:
                if other in steps and (end := _open(one, _after(starts[other], steps[other]))) > starts[name]:
                    starts[name] = end
                    moved = True
    return starts


def _after(day: date, one: PlannedStep) -> date:
    likely = one.duration.likely or 0
    return _open(one, day + relativedelta(**{one.duration.unit or "days": likely}))


def _open(one: PlannedStep, day: date) -> date:
    while _closed(one, day):
        day += timedelta(days=1)
    return day


def _closed(one: PlannedStep, day: date) -> bool:
    """Tell whether the step needs somebody in office hours on a day without any."""
    step = one.step
    off = (day.month, day.day) in ((12, 24), (12, 31)) and step.id != "first-working-day"
    if "mission" in (step.office, step.responsible):
        return day.weekday() >= 5 or day in BERLIN or off
    own = step.responsible in ("employer", "worker", "other") and step.office in (
        None,
        "welcome_center",
        "fair_integration",
    )
    if own and step.id not in ("first-working-day", "registration", "bank-account"):
        return False
    return off or not is_working_day(day, LIBRARY.holidays)


@RANDOM
@given(case=cases(), start_by=st.none() | st.dates(date(2026, 6, 1), date(2029, 12, 31)))
def test_no_desk_is_asked_on_a_closed_day(planner: Planner, case: dict[str, Any], start_by: date | None) -> None:
    for one in planner(**case, start_by=start_by).steps:
        for found in (one.start, one.finish):
            for day in (found.earliest, found.likely, found.latest) if found else ():
                assert day is None or not _closed(one, day), (one.step.id, day)


@RANDOM
@given(case=cases(), start_by=st.none() | st.dates(date(2026, 6, 1), date(2029, 12, 31)))
def test_every_duty_of_the_start_counts_from_one_day(
    planner: Planner, case: dict[str, Any], start_by: date | None
) -> None:
    plan = planner(**case, start_by=start_by)
    start = plan.start_of_work
    wished = start_by or case["answers"].get("job.start_wished")
    wished = wished if isinstance(wished, date) else None
    assert start.day == max(plan.finish.likely, wished or plan.finish.likely)
    counted = [
        (one, clause)
        for one in plan.steps
        for clause in one.deadlines
        if clause.deadline.anchor_event in ("work_start", "contract_start", "insurance_duty_start")
    ]
    for one, clause in counted:
        assert clause.date == day_of(clause.deadline, start.day, LIBRARY.holidays), one.step.id
        assert clause.assumed
    for one in plan.steps:
        if "first-working-day" in one.step.depends_on and one.start is not None:
            assert one.start.likely >= start.day, one.step.id
