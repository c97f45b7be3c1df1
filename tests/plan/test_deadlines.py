"""Deadlines of real steps, reckoned by hand; every day in the tests is a fact or a named assumption."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import msgspec
import pytest
from made_plans import Planner

from employer_assistant.content.expressions import RouteIs
from employer_assistant.content.library import Library
from employer_assistant.content.model import SpanCase
from employer_assistant.plan.model import Plan, PlannedDeadline, Progress
from employer_assistant.rules.answers import Answer
from employer_assistant.rules.assessment import Status

ABROAD: dict[str, Answer] = {
    "job.offer": True,
    "person.location": "abroad",
    "person.citizenship": ("IN",),
    "qualification.recognition": "none",
    "job.regulated": "no",
}


def clauses(plan: Plan, step: str) -> tuple[PlannedDeadline, ...]:
    return next(planned.deadlines for planned in plan.steps if planned.step.id == step)


def days(plan: Plan, step: str) -> list[date | None]:
    return [clause.date for clause in clauses(plan, step)]


REGULAR, FAST = "regular", "accelerated"
REQUEST = "recognition_request_or_decision_received_by_abh"


@pytest.mark.parametrize(
    ("happened", "clause", "end"),
    [
        # housing provider: 2 weeks, act in Saxony, ends on Buß- und Bettag
        ((REGULAR, "move_in", date(2026, 11, 4)), ("housing", 0), date(2026, 11, 19)),
        ((REGULAR, "move_in", date(2026, 12, 18)), ("registration", 0), date(2027, 1, 4)),
        # NachwG: 7 days after 12 November are a Thursday; one month after 31 January is a Sunday
        ((REGULAR, "contract_start", date(2026, 11, 12)), ("nachweis", 1), date(2026, 11, 19)),
        ((REGULAR, "contract_start", date(2027, 1, 31)), ("nachweis", 2), date(2027, 3, 1)),
        ((REGULAR, "contract_start", date(2028, 1, 31)), ("nachweis", 2), date(2028, 2, 29)),
        # recognition outside Saxony: weekends only, so Buß- und Bettag stands
        (
            (FAST, "recognition_received", date(2026, 11, 4)),
            ("recognition-application-accelerated", 0),
            date(2026, 11, 18),
        ),
        (
            (FAST, "recognition_complete", date(2026, 12, 31)),
            ("recognition-application-accelerated", 1),
            date(2027, 3, 1),
        ),
        (
            (REGULAR, "recognition_complete", date(2026, 11, 30)),
            ("recognition-application-regular", 1),
            date(2027, 3, 1),
        ),
        # three Werktage, Saturday counted, a Saturday at the end rolls
        ((FAST, REQUEST, date(2026, 11, 16)), ("abh-3-day-invitation", 0), date(2026, 11, 20)),
        ((FAST, REQUEST, date(2026, 11, 11)), ("abh-3-day-invitation", 0), date(2026, 11, 16)),
        # fictions and validity do not roll: 26 March 2027 is Good Friday, 28 February 2027 a Sunday
        ((FAST, "ba_request_received", date(2027, 3, 19)), ("ba-approval-accelerated", 0), date(2027, 3, 26)),
        ((REGULAR, "ba_request_received", date(2026, 12, 11)), ("ba-approval-regular", 0), date(2026, 12, 25)),
        ((FAST, "advance_consent_issued", date(2026, 11, 30)), ("abh-advance-consent", 0), date(2027, 2, 28)),
        # three weeks at the mission: Saxon holidays do not count, weekends do
        ((FAST, "appointment_request", date(2027, 3, 5)), ("appointment-accelerated", 0), date(2027, 3, 26)),
        ((FAST, "complete_visa_application", date(2026, 12, 5)), ("visa-decision-accelerated", 0), date(2026, 12, 28)),
        # at least 8 weeks before: never rolls
        ((REGULAR, "visa_expiry", date(2027, 2, 28)), ("residence-title-application", 0), date(2027, 1, 3)),
    ],
)
def test_by_hand(planner: Planner, happened: tuple[str, str, date], clause: tuple[str, int], end: date) -> None:
    procedure, event, day = happened
    step, index = clause
    found = clauses(planner("vocational-18a", procedure, ABROAD, progress=Progress({}, {event: day})), step)[index]
    assert (found.date, found.assumed) == (end, False)


APPLIES_HERE = "title-application-in-germany"

SETTLED: tuple[tuple[str, dict[str, Answer], dict[str, date], list[date | None]], ...] = (
    # three years from the entry with the visa (sections 4 (1), 6 (3)); 36 months of contributions: October 2027 is the
    # first, September 2030 the last
    ("vocational-18a", {}, {"entry": date(2027, 9, 20)}, [date(2030, 9, 20), date(2030, 9, 30)]),
    ("vocational-18a", {}, {}, [None, date(2030, 9, 30)]),
    # two years with a German qualification: October 2027 to September 2029
    (
        "vocational-18a",
        {"qualification.completed_in_germany": "vocational"},
        {"entry": date(2027, 9, 20)},
        [date(2029, 9, 20), date(2029, 9, 30)],
    ),
    # the Blue Card counts the months of work: 27, with B1 German 21
    ("blue-card-regular", {"person.german_level": "a2"}, {"entry": date(2027, 9, 20)}, [date(2030, 1, 1)]),
    ("blue-card-regular", {"person.german_level": "b1"}, {"entry": date(2027, 9, 20)}, [date(2029, 7, 1)]),
    # who enters without a visa has no title before the card
    (
        "vocational-18a",
        {"person.citizenship": ("US",)},
        {"entry": date(2027, 9, 20), "first_title_issued": date(2027, 12, 10)},
        [date(2030, 12, 10), date(2030, 9, 30)],
    ),
)


@pytest.mark.parametrize(("route", "answers", "happened", "ends"), SETTLED)
def test_settlement_counts_the_time_with_the_visa(
    planner: Planner, route: str, answers: dict[str, Answer], happened: dict[str, date], ends: list[date | None]
) -> None:
    events = {**happened, "work_start": date(2027, 10, 1)}
    told: dict[str, Answer] = {**ABROAD, **answers}
    found = days(planner(route, answers=told, progress=Progress({}, events), status=Status.OPEN), "settlement")
    assert [day if end else None for day, end in zip(found, ends, strict=True)] == ends


def test_a_tick_is_an_event(planner: Planner) -> None:
    plan = planner(
        "vocational-18a", "accelerated", ABROAD, progress=Progress({"abh-advance-consent": date(2026, 11, 30)}, {})
    )
    assert clauses(plan, "abh-advance-consent")[0].date == date(2027, 2, 28)
    assert not clauses(plan, "abh-advance-consent")[0].assumed


def test_what_did_not_happen_yet_counts_from_the_likely_day(planner: Planner) -> None:
    plan = planner("vocational-18a", "accelerated", ABROAD)
    consent = next(planned for planned in plan.steps if planned.step.id == "abh-advance-consent")
    assert consent.finish is not None
    assert consent.deadlines[0].assumed
    assert consent.deadlines[0].date == _months_later(consent.finish.likely, 3)
    assert clauses(plan, "visa-refusal")[0].date is None


def test_the_appointment_is_the_visa_application_in_the_accelerated_procedure(planner: Planner) -> None:
    booked = Progress({"visa-appointment": date(2026, 11, 20)}, {})
    plan = planner("vocational-18a", "accelerated", {**ABROAD, "person.family_joins": "spouse"}, progress=booked)
    assert days(plan, "family-visa") == [date(2027, 5, 20)]
    assert not clauses(plan, "family-visa")[0].assumed


def test_the_contract_starts_as_wished_until_work_started(planner: Planner) -> None:
    wished = {**ABROAD, "job.start_wished": date(2028, 10, 2)}
    plan = planner("vocational-18a", answers=wished)
    assert days(plan, "nachweis")[1] == date(2028, 10, 9)
    early = planner("vocational-18a", answers={**ABROAD, "job.start_wished": date(2026, 12, 1)})
    assert days(early, "nachweis")[1] > early.finish.likely, "nobody begins before the road allows it"
    assert clauses(plan, "nachweis")[1].assumed
    started = planner("vocational-18a", answers=wished, progress=Progress({"first-working-day": date(2027, 9, 1)}, {}))
    assert days(started, "nachweis")[1] == date(2027, 9, 8)
    planned = planner("vocational-18a", answers=ABROAD)
    assert days(planned, "nachweis")[0] == planned.finish.likely


def test_assumed_events(planner: Planner) -> None:
    issued = Progress(
        {}, {"visa_issued": date(2026, 11, 30), "work_start": date(2027, 2, 3), "entry": date(2027, 1, 31)}
    )
    regular = planner("recognition-measure-16d1", answers=ABROAD, progress=issued, status=Status.OPEN)
    fast = planner("recognition-measure-16d1", "accelerated", ABROAD, progress=issued, status=Status.OPEN)
    assert days(regular, "residence-title-application")[1] == date(2027, 2, 28)  # 90 days, usual
    assert days(fast, "residence-title-application")[1] == date(2027, 11, 30)  # 12 months, practice
    assert all(clause.assumed for clause in clauses(fast, "residence-title-application"))
    assert days(regular, "bank-account") == [date(2027, 2, 28)]  # end of the month of the first working day
    assert days(regular, "measure-completion") == [date(2030, 1, 31)]
    assert clauses(regular, "expiry-watch")[0].date is None
    with_passport: dict[str, Answer] = {**ABROAD, "person.passport_expires": date(2028, 8, 31)}
    passport = planner("recognition-measure-16d1", answers=with_passport, status=Status.OPEN)
    assert clauses(passport, "expiry-watch")[0].date == date(2028, 2, 29)
    assert not clauses(passport, "expiry-watch")[0].assumed


@pytest.mark.parametrize(
    ("route", "months", "warned_on"),
    [
        (
            "vocational-18a",
            Decimal(24),
            date(2028, 12, 30),
        ),  # 30 months from the start of work, 30 March 2029, 3 before
        ("vocational-18a", Decimal(60), date(2030, 8, 30)),  # at most 48 months
        ("vocational-18a", Decimal(0), date(2030, 8, 30)),  # permanent
        ("vocational-18a", None, None),
        ("recognition-partnership-16d3", Decimal(24), date(2027, 8, 30)),  # 12 months
    ],
)
def test_expiry_of_the_title(
    planner: Planner, library: Library, route: str, months: Decimal | None, warned_on: date | None
) -> None:
    answers = ABROAD if months is None else {**ABROAD, "job.contract_months": months}
    issued = Progress({}, {"first_title_issued": date(2026, 11, 30), "work_start": date(2026, 9, 30)})
    plan = planner(route, answers=answers, progress=issued, status=Status.OPEN, content=_with_title_rule(library))
    clause = clauses(plan, "expiry-watch")[1]
    assert clause.date == warned_on
    assert clause.assumed


def test_the_old_title_of_a_person_in_germany_does_not_end_with_the_new_one(planner: Planner, library: Library) -> None:
    inside: dict[str, Answer] = {**ABROAD, "person.location": "germany", "job.contract_months": Decimal(0)}
    content = _with_title_rule(library)
    plan = planner("academic-18b", answers=inside, status=Status.OPEN, content=content)
    assert days(plan, "title-application-in-germany") == [None]
    assert days(plan, "expiry-watch")[1] is not None
    entered = Progress({}, {"title_expiry": date(2027, 1, 31)})
    plan = planner("academic-18b", answers=inside, progress=entered, status=Status.OPEN, content=content)
    assert days(plan, "title-application-in-germany") == [date(2027, 1, 31)]


UKRAINE: dict[str, Answer] = {
    "job.offer": True,
    "person.location": "germany",
    "person.status_in_germany": "temporary_protection",
    "person.citizenship": ("UA",),
    "qualification.recognition": "full",
    "job.regulated": "no",
}


@pytest.mark.parametrize(("may_work", "step"), [("yes", "residence-title-application"), ("no", APPLIES_HERE)])
def test_a_title_for_refugees_from_ukraine_ends_on_the_day_of_the_ordinance(
    planner: Planner, may_work: str, step: str
) -> None:
    """Section 2 UkraineAufenthFGV: until 4 March 2027; section 81 (4) AufenthG: apply before, and the title goes on."""
    told: dict[str, Answer] = {**UKRAINE, "person.document_allows_this_job": may_work}
    plan = planner("vocational-18a", answers=told)
    assert date(2027, 3, 4) in days(plan, step)
    due = [one for found in plan.steps for one in found.deadlines if one.date == date(2027, 3, 4)]
    assert not any(one.assumed for one in due), "no step moves a day that an ordinance names"
    old_card = Progress({}, {"title_expiry": date(2025, 3, 4)})
    assert date(2027, 3, 4) in days(planner("vocational-18a", answers=told, progress=old_card), step)
    extended = Progress({}, {"title_expiry": date(2027, 9, 30)})
    found = days(planner("vocational-18a", answers=told, progress=extended), step)
    assert date(2027, 9, 30) in found
    assert date(2027, 3, 4) not in found


def test_an_application_planned_after_the_end_of_the_title_is_told(planner: Planner) -> None:
    told: dict[str, Answer] = {**UKRAINE, "person.document_allows_this_job": "no"}
    for on, warned in ((date(2026, 11, 22), False), (date(2027, 3, 1), True)):
        found = planner("vocational-18a", answers=told, on=on).warnings
        late = [one for one in found if one.id == "deadline-unreached" and one.values["step"] == APPLIES_HERE]
        assert bool(late) is warned


@pytest.mark.parametrize(
    ("trainee", "planned", "ends"),
    [
        (False, 731, date(2029, 1, 4)),  # the transfer begins with the work, not with the card
        (False, 1400, date(2030, 3, 1)),  # three years of the card
        (False, None, date(2030, 3, 1)),
        (True, 731, date(2028, 3, 1)),  # one year of the card
        (True, 181, date(2027, 7, 4)),
    ],
)
def test_the_title_of_a_seconded_person_ends_with_the_transfer(
    planner: Planner, trainee: bool, planned: int | None, ends: date
) -> None:
    """Section 19 (4): as long as the transfer, at most three years, for trainees one; no months are added."""
    away: dict[str, Answer] = {**ABROAD, "job.contract_months": Decimal(24), "secondment.trainee": trainee}
    away |= {} if planned is None else {"secondment.days_planned": Decimal(planned)}
    entered = Progress({}, {"first_title_issued": date(2027, 3, 1), "work_start": date(2027, 1, 4)})
    plan = planner("ict-card-19", answers=away, progress=entered, status=Status.OPEN)
    assert days(plan, "expiry-watch")[1] == _months_later(ends, -3)


def _with_title_rule(library: Library) -> Library:
    """The rule of § 18 (4) AufenthG for the expiry of a title, whatever the content says now."""
    rule = msgspec.structs.replace(
        library.events["title_expiry"],
        months=48,
        contract_plus="permit-buffer-after-contract",
        cases=(SpanCase(when=RouteIs(("recognition-partnership-16d3",)), months=12),),
    )
    events = tuple(rule if event.id == rule.id else event for event in library.content.events)
    return Library(msgspec.structs.replace(library.content, events=events))


def _months_later(day: date, months: int) -> date:
    """Count as § 188 BGB does, without the code under test."""
    year, month = divmod(day.month - 1 + months, 12)
    for number in range(day.day, 0, -1):
        try:
            return date(day.year + year, month + 1, number)
        except ValueError:
            continue
    raise AssertionError
