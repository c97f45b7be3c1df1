"""One case at a glance: it says what the whole plan says, and watches what runs out."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given
from made_plans import MONDAY, Planner
from test_any_plan import RANDOM, cases

from employer_assistant.content.library import Library
from employer_assistant.plan.model import Progress
from employer_assistant.plan.outlook import Outlook, outlook
from employer_assistant.rules.situation import Situation

TRADE: dict[str, Any] = {
    "job.offer": True,
    "job.purpose": "employment",
    "person.location": "abroad",
    "person.citizenship": ("IN",),
    "qualification.country": "IN",
    "qualification.kind": "vocational",
    "qualification.recognition": "none",
    "job.regulated": "no",
}


def look(library: Library, events: dict[str, date], **more: Any) -> Outlook:
    situation = Situation(library, {**TRADE, **more.pop("answers", {})}, more.pop("on", MONDAY), events)
    procedure = more.pop("procedure", "accelerated")
    return outlook(situation, "vocational-18a", procedure, Progress(more.pop("ticks", {}), events), **more)


def days(found: Outlook, what: str) -> dict[str, date]:
    return {due.step or str(due.event): due.day for due in found.dues if due.what == what}


@RANDOM
@given(case=cases())
def test_it_says_what_the_plan_says(planner: Planner, library: Library, case: dict[str, Any]) -> None:
    from employer_assistant.rules.assessment import assess_route, title_needed

    situation = Situation(library, case["answers"], case["on"])
    found = outlook(situation, case["route"], case["procedure"], Progress({}, {}))
    if not title_needed(situation) or assess_route(library.routes[case["route"]], situation).status.id == "closed":
        assert found.risk == ("no_route" if title_needed(situation) else "not_needed")
        return
    plan = planner(**{**case, "status": None})
    assert found.finish == plan.finish
    decisive = [step for step in plan.steps if step.status == "next"]
    assert found.next_step in [step.step.id for step in decisive]
    assert [due.day for due in found.dues] == sorted(due.day for due in found.dues)
    planned = {(step.step.id, clause.date) for step in plan.steps for clause in step.deadlines}
    assert {(due.step, due.day) for due in found.dues if due.step} <= planned


def test_the_advance_consent_is_watched_until_it_is_used(library: Library) -> None:
    issued = {"advance_consent_issued": date(2026, 11, 2)}
    assert days(look(library, issued), "expiry")["abh-advance-consent"] == date(2027, 2, 2)
    used = {**issued, "visa_application": date(2026, 11, 20)}
    assert "abh-advance-consent" not in days(look(library, used), "expiry")


def test_the_advance_approval_is_watched_until_the_visa(library: Library) -> None:
    events = {"ba_advance_approval_issued": date(2026, 8, 31)}
    found = days(look(library, events, procedure="regular"), "expiry")
    assert found["ba-advance-approval"] == date(2027, 2, 28)
    events["visa_issued"] = date(2026, 11, 1)
    assert "ba-advance-approval" not in days(look(library, events, procedure="regular"), "expiry")


def test_visa_title_and_passport_are_watched(library: Library) -> None:
    passport = {"person.passport_expires": date(2028, 5, 5)}
    visa = look(library, {"visa_issued": date(2026, 11, 1), "visa_expiry": date(2027, 10, 31)}, answers=passport)
    found = days(visa, "expiry")
    assert (found["visa_expiry"], found["passport_expiry"]) == (date(2027, 10, 31), date(2028, 5, 5))
    title = {"first_title_issued": date(2026, 11, 20), "title_expiry": date(2030, 11, 19), "visa_expiry": MONDAY}
    after = look(library, title)
    assert days(after, "expiry")["title_expiry"] == date(2030, 11, 19)
    assert "visa_expiry" not in days(after, "expiry")
    assert not next(due for due in after.dues if due.event == "title_expiry").assumed


def test_the_fee_of_the_zab_presses_until_it_is_there(library: Library) -> None:
    events = {"dab_fee_notice": date(2026, 11, 2)}
    situation = Situation(library, {**TRADE, "person.citizenship": ("IN",)}, MONDAY, events)
    found = outlook(situation, "recognition-partnership-16d3", "regular", Progress({}, events, taken=("dab",)))
    assert days(found, "deadline")["dab"] == MONDAY


def test_overdue_means_that_the_period_really_ran(library: Library) -> None:
    moved_in = {"entry": date(2026, 10, 1), "move_in": date(2026, 10, 1)}
    found = look(library, moved_in)
    assert "registration" in [due.step for due in found.overdue]
    assert found.risk == "overdue"
    done = look(library, moved_in, ticks={"registration": date(2026, 10, 10)})
    assert "registration" not in [due.step for due in done.dues]


def test_risk_of_the_wished_start(library: Library) -> None:
    for wished, risk in ((date(2026, 12, 1), "late"), (date(2040, 1, 2), "none")):
        assert look(library, {}, start_by=wished).risk in (risk, "undecided")
    assert outlook(Situation(library, {}, MONDAY), "vocational-18a", "regular", Progress({}, {})).next_step


def test_without_a_route_there_is_nothing_to_say(library: Library) -> None:
    found = outlook(Situation(library, {"person.citizenship": ("DE",)}, MONDAY), None, "regular", Progress({}, {}))
    assert (found.risk, found.dues, found.next_step) == ("not_needed", (), None)
    unasked = outlook(Situation(library, {}, MONDAY), None, "regular", Progress({}, {}))
    assert (unasked.risk, unasked.route) == ("questions", None)


def test_data_of_somebody_refused_are_due_for_deletion_with_and_without_a_road(library: Library) -> None:
    refused = {"rejection": date(2026, 3, 2)}
    for answers in (TRADE, {"person.citizenship": ("IN",)}):
        found = outlook(Situation(library, answers, MONDAY, refused), None, "regular", Progress({}, refused))
        assert [(due.step, due.day, due.assumed) for due in found.overdue] == [
            ("retention-deletion", date(2026, 9, 2), False)
        ]
    gone = {**refused, "data_deleted": date(2026, 9, 1)}
    for answers in (TRADE, {"person.citizenship": ("IN",)}):
        found = outlook(Situation(library, answers, MONDAY, gone), None, "regular", Progress({}, gone))
        assert not [due for due in found.dues if due.step == "retention-deletion"]
