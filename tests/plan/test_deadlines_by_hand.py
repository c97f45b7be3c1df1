"""More days reckoned by hand from the grammar of §§ 187 to 193 BGB: ends of years and months, leap days, holidays.

Every line says how the day was reckoned on paper. Anchors are weekdays of a printed calendar: 23 November 2026 is a
Monday, 1 January 2027 a Friday, 1 March 2027 a Monday, 29 February 2028 a Tuesday; Easter Sunday 2027 is 28 March.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from made_plans import Planner

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
REGULAR, FAST, SKILLED = "regular", "accelerated", "vocational-18a"
REQUEST = "recognition_request_or_decision_received_by_abh"


def clause(plan: Plan, step: str, index: int) -> PlannedDeadline:
    return next(planned.deadlines for planned in plan.steps if planned.step.id == step)[index]


RECKONED: tuple[tuple[tuple[str, str, str, date], tuple[str, int], date], ...] = (
    # Fri 11 Dec + 2 weeks = Fri 25 Dec, holiday; Sat 26; Sun 27; so Monday
    ((SKILLED, REGULAR, "move_in", date(2026, 12, 11)), ("registration", 0), date(2026, 12, 28)),
    # Fri 12 March + 2 weeks = Good Friday; Saturday, Easter Sunday and Monday follow
    ((SKILLED, REGULAR, "move_in", date(2027, 3, 12)), ("housing", 0), date(2027, 3, 30)),
    # Thu 3 Dec + 4 weeks = Thu 31 Dec, a working day
    ((SKILLED, REGULAR, "early_end_known", date(2026, 12, 3)), ("early-end-employer", 0), date(2026, 12, 31)),
    # Fri 4 Dec + 4 weeks = New Year's Day, Friday; so Monday 4 January
    ((SKILLED, REGULAR, "early_end_known", date(2026, 12, 4)), ("early-end-employer", 0), date(2027, 1, 4)),
    # Wed 20 Oct 2027 + 4 weeks = Wed 17 Nov 2027, Buß- und Bettag
    ((SKILLED, REGULAR, "early_end_known", date(2027, 10, 20)), ("early-end-employer", 0), date(2027, 11, 18)),
    # Wed 4 Nov + 2 weeks = Wed 18 Nov, Buß- und Bettag
    ((SKILLED, REGULAR, "early_end_known", date(2026, 11, 4)), ("early-end-worker", 0), date(2026, 11, 19)),
    # one month after 31 January 2027 = 28 February, a Sunday
    ((SKILLED, REGULAR, "refusal_received", date(2027, 1, 31)), ("visa-refusal", 0), date(2027, 3, 1)),
    # one month after 31 January 2028 = 29 February, a Tuesday
    ((SKILLED, REGULAR, "refusal_received", date(2028, 1, 31)), ("visa-refusal", 0), date(2028, 2, 29)),
    # one month after 29 January 2027: there is no 29 February, so the 28th, a Sunday
    ((SKILLED, REGULAR, "ba_information_request", date(2027, 1, 29)), ("ba-information-duty", 0), date(2027, 3, 1)),
    # one month after 30 November = Wed 30 December
    ((SKILLED, REGULAR, "ba_information_request", date(2026, 11, 30)), ("ba-information-duty", 0), date(2026, 12, 30)),
    # Fri 25 Dec + 7 days = New Year's Day; so Monday
    ((SKILLED, REGULAR, "contract_start", date(2026, 12, 25)), ("nachweis", 1), date(2027, 1, 4)),
    # Thu 24 Dec + 7 days = Thu 31 Dec
    ((SKILLED, REGULAR, "contract_start", date(2026, 12, 24)), ("nachweis", 1), date(2026, 12, 31)),
    # the fiction comes on the day itself: Fri 18 Dec + 1 week = Christmas Day
    ((SKILLED, FAST, "ba_request_received", date(2026, 12, 18)), ("ba-approval-accelerated", 0), date(2026, 12, 25)),
    # and over the year's end: Fri 18 Dec + 2 weeks = New Year's Day
    ((SKILLED, REGULAR, "ba_request_received", date(2026, 12, 18)), ("ba-approval-regular", 0), date(2027, 1, 1)),
    # Werktage: Thu 24 (1), 25 and 26 holidays, 27 Sunday, Mon 28 (2), Tue 29 (3)
    ((SKILLED, FAST, REQUEST, date(2026, 12, 23)), ("abh-3-day-invitation", 0), date(2026, 12, 29)),
    # Werktage over Easter: Sat 27 (1), Tue 30 (2), Wed 31 March (3)
    ((SKILLED, FAST, REQUEST, date(2027, 3, 25)), ("abh-3-day-invitation", 0), date(2027, 3, 31)),
    # two months after 31 August 2027 = Sun 31 October; outside Saxony the Monday is no holiday
    (
        (SKILLED, FAST, "recognition_complete", date(2027, 8, 31)),
        ("recognition-application-accelerated", 1),
        date(2027, 11, 1),
    ),
    # validity ends as counted: three months after 29 Nov 2027 = 29 February 2028; after 30 Nov 2027 the same day
    ((SKILLED, FAST, "advance_consent_issued", date(2027, 11, 29)), ("abh-advance-consent", 0), date(2028, 2, 29)),
    ((SKILLED, FAST, "advance_consent_issued", date(2027, 11, 30)), ("abh-advance-consent", 0), date(2028, 2, 29)),
    # 15 months after 30 November 2026: February 2028 has no 30th
    (("professional-drivers-24a", REGULAR, "entry", date(2026, 11, 30)), ("driver-measures", 0), date(2028, 2, 29)),
    # one year after 29 February 2028 = 28 February 2029, a Wednesday
    ((SKILLED, REGULAR, "first_title_issued", date(2028, 2, 29)), ("integration-course", 0), date(2029, 2, 28)),
    # Sat 17 April + 2 weeks = Sat 1 May, holiday; so Monday
    ((SKILLED, REGULAR, "insurance_duty_start", date(2027, 4, 17)), ("health-insurance", 0), date(2027, 5, 3)),
    # at least three months before 31 May 2027: 28 February, a Sunday, and it stays one
    ((SKILLED, REGULAR, "title_expiry", date(2027, 5, 31)), ("expiry-watch", 1), date(2027, 2, 28)),
    # at least six months before 31 August 2028 = 29 February
    ((SKILLED, REGULAR, "passport_expiry", date(2028, 8, 31)), ("expiry-watch", 0), date(2028, 2, 29)),
)


@pytest.mark.parametrize(("happened", "where", "end"), RECKONED)
def test_by_hand(planner: Planner, happened: tuple[Any, ...], where: tuple[str, int], end: date) -> None:
    route, procedure, event, day = happened
    progress = Progress({}, {event: day})
    found = clause(planner(route, procedure, ABROAD, progress=progress, status=Status.OPEN), *where)
    assert (found.date, found.assumed) == (end, False)


def test_entry_without_a_visa_over_february(planner: Planner) -> None:
    """90 days after 1 December 2026: 30 in December, 31 in January, 28 in February, so 1 March 2027, a Monday."""
    american: dict[str, Answer] = {**ABROAD, "person.citizenship": ("US",)}
    entered = Progress({}, {"entry": date(2026, 12, 1)})
    plan = planner(SKILLED, REGULAR, american, progress=entered, status=Status.OPEN)
    assert clause(plan, "title-application-in-germany", 0).date == date(2027, 3, 1)


ORDER = (
    "abh-first-contact",
    "abh-consultation",
    "abh-agreement",
    "abh-document-submission",
    "recognition-application-accelerated",
    "recognition-processing-accelerated",
    "abh-3-day-invitation",
    "recognition-decision",
    "abh-advance-consent",
    "forward-consent",
    "appointment-accelerated",
    "visa-appointment",
    "visa-decision-accelerated",
    "visa-check",
    "travel-entry",
    "first-working-day",
)
"""§ 81a Abs. 2 and 3 AufenthG: agreement, recognition, invitation, advance approval, appointment, visa."""
BEFORE = (
    ("power-of-attorney", "abh-agreement"),
    ("abh-fee", "abh-document-submission"),
    ("abh-document-submission", "ba-approval-accelerated"),
    ("ba-approval-accelerated", "abh-advance-consent"),
    ("abh-informs-mission", "appointment-accelerated"),
)
PERIODS = (
    ("recognition-application-accelerated", 0, "within", 2, "weeks", "14a"),
    ("recognition-application-accelerated", 1, "within", 2, "months", "14a"),
    ("abh-3-day-invitation", 0, "within", 3, "werktage_mo_sat", "81a"),
    ("ba-approval-accelerated", 0, "deemed_after", 1, "weeks", "36"),
    ("appointment-accelerated", 0, "within", 3, "weeks", "31a"),
    ("visa-decision-accelerated", 0, "within", 3, "weeks", "31a"),
)


def test_the_accelerated_procedure_runs_in_the_order_of_the_law_with_its_periods(planner: Planner) -> None:
    plan = planner(SKILLED, FAST, ABROAD, status=Status.OPEN)
    ids = [step.step.id for step in plan.steps]
    assert [step for step in ids if step in ORDER] == list(ORDER)
    for earlier, later in BEFORE:
        assert ids.index(earlier) < ids.index(later), (earlier, later)
    for step, index, relation, value, unit, paragraph in PERIODS:
        found = clause(plan, step, index).deadline
        assert (found.relation, found.value, found.unit, found.strength) == (relation, value, unit, "statute"), step
        assert f"§ {paragraph} " in f"{found.norm} ", (step, found.norm)
    regular = planner(SKILLED, REGULAR, ABROAD, status=Status.OPEN)
    assert not {step for step in ORDER[:10] if step.startswith("abh-")} & {step.step.id for step in regular.steps}
