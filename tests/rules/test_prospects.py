"""What can still become of a route, and which answers count for it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from worked import LIBRARY, Reader

from employer_assistant.rules.answers import UNKNOWN
from employer_assistant.rules.assessment import Status, assess
from employer_assistant.rules.interview import interview
from employer_assistant.rules.prospects import Prospect, prospect
from employer_assistant.rules.situation import Situation

READER = Reader(LIBRARY)
CARD = "opportunity-card-20a"


def _prospect(route: str, changes: dict[str, Any], goal: Status, profile: str = "") -> Prospect:
    situation = READER.situation(profile or route, changes)
    return prospect(assess(situation).route(route), situation, goal)


def test_what_an_authority_has_to_weigh_cannot_be_answered_away() -> None:
    weighed = _prospect("vocational-18a", {"employer.record_clear": "false"}, Status.REACHABLE)
    assert (weighed.now, weighed.possible, weighed.facts) == (Status.UNDECIDED, Status.UNDECIDED, ())
    free = _prospect("vocational-18a", {"employer.record_clear": "absent"}, Status.REACHABLE)
    assert (free.possible, free.facts) == (Status.OPEN, ("employer.record_clear",))


def test_a_way_that_cannot_lead_there_is_not_asked_about() -> None:
    """One half of what must both be met is not known: the other half cannot open the route."""
    half = {"qualification.procedure_affirmed": UNKNOWN, "qualification.analysis_promised": "absent"}
    assert _prospect("qualification-analysis-16d6", half, Status.OPEN).facts == ()
    both = dict.fromkeys(half, "absent")
    assert set(_prospect("qualification-analysis-16d6", both, Status.OPEN).facts) == set(half)


def test_a_reachable_route_is_asked_on_only_while_it_can_open() -> None:
    """With points the card is open now; without the confirmation only after a step, whatever the points are."""
    more = {"person.english_level": "absent", "qualification.relevant_experience_last_7_years": "absent"}
    able = _prospect(CARD, {**more, "person.german_level": "a1"}, Status.OPEN, "opportunity-card-points")
    assert set(more) <= set(able.facts)
    stuck = {**more, "qualification.german_confirmation": "false"}
    assert _prospect(CARD, stuck, Status.OPEN, "opportunity-card-points") == Prospect(
        Status.REACHABLE, Status.REACHABLE, ()
    )


def test_where_nothing_can_become_usable_the_questions_end_with_the_first_route_settled() -> None:
    situation = READER.situation(
        "vocational-18a", {"employer.record_clear": "false", "qualification.recognition": "partial"}
    )
    assessment = assess(situation)
    assert assessment.best is None
    asked = interview(assessment)
    assert "qualification.placed_by_ba" not in asked.next_facts
    assert "qualification.placed_by_ba" in asked.optional_facts


def test_without_a_qualification_nothing_is_asked_about_it() -> None:
    answers = {"qualification.kind": "none", "person.location": "abroad", "job.purpose": "employment"}
    situation = Situation(LIBRARY, answers, date(2026, 11, 22))
    asked = interview(assess(situation))
    every = {*asked.next_facts, *asked.optional_facts}
    for fact in ("state_recognised_at_home", "training_years", "german_confirmation", "ahk_certificate"):
        assert f"qualification.{fact}" not in every
    assert situation.value("qualification.training_years") == Decimal(0)
