"""One start of work for all that hangs on it, desks on open days, and deadlines that a long road overshoots."""

from __future__ import annotations

from datetime import date

import pytest
from made_plans import Planner

from employer_assistant.content.library import Library
from employer_assistant.plan.calendar import is_working_day
from employer_assistant.plan.desk_days import closed_days
from employer_assistant.plan.model import Plan, PlannedStep, Progress
from employer_assistant.rules.assessment import Status

ABROAD = {"person.location": "abroad", "person.citizenship": ("IN",)}
ROUTE = "recognition-partnership-16d3"


def step(plan: Plan, name: str) -> PlannedStep:
    return next(one for one in plan.steps if one.step.id == name)


def days(plan: Plan, name: str) -> list[date | None]:
    return [clause.date for clause in step(plan, name).deadlines]


def made(planner: Planner, **more: object) -> Plan:
    return planner(ROUTE, answers=ABROAD, status=Status.OPEN, **more)


def test_a_wish_after_the_possible_day_is_the_day_of_all_duties(planner: Planner) -> None:
    free = made(planner)
    assert (free.start_of_work.reason, free.start_of_work.day) == ("possible", free.finish.likely)
    plan = made(planner, start_by=date(2029, 7, 1))  # a Sunday: a contract may begin on it
    assert (plan.start_of_work.reason, plan.start_of_work.day) == ("wished", date(2029, 7, 1))
    assert plan.finish == free.finish, "what is possible does not hang on the wish"
    assert days(plan, "check-title-before-work") == [date(2029, 7, 1)]
    assert days(plan, "nachweis") == [date(2029, 7, 1), date(2029, 7, 9), date(2029, 8, 1)]
    assert days(plan, "safety-instruction") == [date(2029, 7, 1)]
    assert days(plan, "social-insurance-registration") == [date(2029, 8, 13), date(2029, 7, 31)]
    onboarding = step(plan, "onboarding")
    assert onboarding.start is not None
    assert onboarding.start.likely == date(2029, 7, 1)
    assert step(plan, "collect-eat").start == step(free, "collect-eat").start, "the card does not wait for the work"
    first, taught = step(plan, "first-working-day"), step(plan, "safety-instruction")
    assert first.told_start == first.told_finish == taught.start, "the first day is told as what belongs to it"
    assert first.start == free.finish == step(free, "first-working-day").told_start


def test_a_start_that_the_contract_names_moves_what_follows_it(planner: Planner) -> None:
    agreed = made(planner, start_by=date(2026, 12, 1), progress=Progress({}, {"contract_start": date(2029, 7, 2)}))
    for name in ("first-working-day", "safety-instruction", "onboarding"):
        start = step(agreed, name).told_start
        assert start is not None
        assert start.earliest == date(2029, 7, 2), name


def test_a_visa_that_would_run_out_before_a_late_start_is_told(planner: Planner) -> None:
    def told(**more: object) -> bool:
        return "visa-before-start" in [warning.id for warning in made(planner, **more).warnings]

    assert told(start_by=date(2029, 7, 1))
    assert not told(start_by=made(planner).finish.likely), "control: the visa still runs when work begins"
    issued = Progress({}, {"visa_issued": date(2026, 11, 20)})
    assert not told(start_by=date(2029, 7, 1), progress=issued), "control: the day stands on the visa"


def test_a_wish_before_the_possible_day_is_too_early_and_gets_help(planner: Planner) -> None:
    plan = made(planner, start_by=date(2026, 12, 1))
    assert (plan.start_of_work.reason, plan.start_of_work.day) == ("too_early", plan.finish.likely)
    assert days(plan, "nachweis")[0] == plan.finish.likely == days(plan, "check-title-before-work")[0]
    told = [warning.id for warning in plan.warnings]
    assert "start-not-reachable" in told
    assert "start-faster" in told
    fast = planner(ROUTE, "accelerated", ABROAD, status=Status.OPEN, start_by=date(2026, 12, 1))
    assert "start-faster" not in [warning.id for warning in fast.warnings]


def test_a_search_has_no_start_of_work_but_a_wish(planner: Planner) -> None:
    searching = {**ABROAD, "job.purpose": "scouting", "job.offer": False}
    for answers, told in ((searching, True), ({**searching, "job.purpose": "employment"}, False)):
        plan = planner("opportunity-card-20a", answers=answers, start_by=date(2027, 10, 1))
        assert ("start-of-search" in [warning.id for warning in plan.warnings]) is told


@pytest.mark.parametrize("event", ["work_start", "contract_start"])
def test_what_is_entered_counts_first(planner: Planner, event: str) -> None:
    real = Progress({}, {event: date(2029, 3, 5)})
    plan = made(planner, start_by=date(2029, 7, 1), progress=real)
    assert plan.start_of_work.day == date(2029, 3, 5)
    assert plan.start_of_work.reason == {"work_start": "entered", "contract_start": "agreed"}[event]
    assert days(plan, "nachweis")[1] == date(2029, 3, 12)


def test_the_safety_instruction_is_no_part_of_months_of_onboarding(planner: Planner) -> None:
    plan = made(planner)
    instruction, onboarding = step(plan, "safety-instruction"), step(plan, "onboarding")
    assert instruction.finish is not None
    assert onboarding.finish is not None
    assert instruction.finish.likely == plan.start_of_work.day < onboarding.finish.likely
    assert not instruction.deadlines[0].late
    assert not onboarding.deadlines


def test_no_appointment_on_new_years_day(planner: Planner) -> None:
    before = planner("academic-18b", answers=ABROAD, status=Status.OPEN, on=date(2026, 12, 1))
    for name in ("visa-appointment", "visa-decision-regular", "registration"):
        found = step(before, name).finish
        assert found is not None
        for day in (found.earliest, found.likely):
            assert day.weekday() < 5
            assert (day.month, day.day) not in {(1, 1), (12, 25), (10, 3)}
    ends = [one.finish.likely for on in range(1, 8) for one in made(planner, on=date(2026, 12, on)).steps if one.finish]
    assert any(day.weekday() == 6 for day in ends), "control: what needs no desk may end on a Sunday"


def test_no_desk_is_planned_on_christmas_eve_but_work_may_begin(library: Library) -> None:
    """§ 6 (3) TVöD and TV-L free public offices; the day stays a working day by law, so nothing else moves."""
    eves = {date(2026, 12, 24), date(2027, 12, 31)}
    for name in ("visa-appointment", "registration", "visa-decision-regular"):
        closed = closed_days(library.steps[name], library)
        assert closed is not None
        assert closed > eves, name
    working = closed_days(library.steps["first-working-day"], library)
    assert working is not None
    assert not eves & working
    assert is_working_day(date(2026, 12, 24), library.holidays), "control: periods of law end on it"


def test_a_measure_that_may_outlast_the_stay_is_told(planner: Planner) -> None:
    measure = step(made(planner), "measure-completion").deadlines[0]
    assert measure.at_risk
    assert not measure.late
    instruction = step(made(planner), "safety-instruction").deadlines[0]
    assert not instruction.at_risk, "control: a duty of the day itself"
