"""What moves when something happens or is late."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from made_plans import MONDAY, Planner

from employer_assistant.content.library import Library
from employer_assistant.plan.difference import moves
from employer_assistant.plan.model import Progress
from employer_assistant.plan.moves import Effect, delayed, effect, effects, possible_now
from employer_assistant.plan.planning import Asked
from employer_assistant.plan.wording import moves_text
from employer_assistant.rules.assessment import assess_route
from employer_assistant.rules.situation import Situation

TRADE: dict[str, Any] = {
    "person.citizenship": ("IN",),
    "person.location": "abroad",
    "qualification.recognition": "none",
    "job.regulated": "no",
}


@pytest.fixture
def asked(library: Library, planner: Planner) -> Asked:
    plan = planner("vocational-18a", "accelerated", TRADE)
    situation = Situation(library, TRADE, MONDAY)
    return Asked(situation, plan.route, "accelerated", Progress({}, {}))


def test_nothing_moves_without_a_change(planner: Planner, library: Library) -> None:
    plan = planner("vocational-18a", answers=TRADE)
    found = moves(plan, planner("vocational-18a", answers=TRADE))
    assert found.nothing
    assert moves_text(found, library, "de") == ("Kein Termin hat sich verschoben.",)


def test_a_late_decision_moves_what_follows_and_nothing_before(planner: Planner, library: Library) -> None:
    decided = date(2027, 12, 1)
    old = planner("vocational-18a", "accelerated", TRADE)
    late = Progress({}, {"recognition_decided": decided})
    new = planner("vocational-18a", "accelerated", TRADE, progress=late)
    found = moves(old, new)
    assert found.done == ("recognition-processing-accelerated",)
    assert found.finish_days > 0
    moved = {move.step: move.days for move in found.steps}
    assert moved["visa-appointment"] > 0
    assert "collect-candidate-docs" not in moved
    said = moves_text(found, library, "de")
    assert said[0].startswith("Erledigt:")
    assert any("nach hinten" in sentence for sentence in said)
    back = moves(new, old)
    assert back.finish_days == -found.finish_days
    assert any("earlier" in sentence for sentence in moves_text(back, library, "en"))


def test_deadlines_move_with_their_event(planner: Planner) -> None:
    on = date(2026, 11, 20)
    old = planner("vocational-18a", "accelerated", TRADE)
    new = planner("vocational-18a", "accelerated", TRADE, progress=Progress({}, {"advance_consent_issued": on}))
    change = next(one for one in moves(old, new).deadlines if one.step == "abh-advance-consent")
    assert change.new == date(2027, 2, 20)
    assert change.old is not None
    assert change.old > change.new


def test_steps_that_come_and_go_are_named(planner: Planner) -> None:
    old = planner("vocational-18a", answers=TRADE)
    new = planner("vocational-18a", answers={**TRADE, "person.citizenship": ("US",)})
    found = moves(old, new)
    assert "visa-free-entry" in found.added
    assert "visa-decision-regular" in found.dropped


def test_a_week_on_the_longest_chain_costs_about_a_week(asked: Asked, planner: Planner) -> None:
    plan = planner("vocational-18a", "accelerated", TRADE)
    found = {effect.step: effect for effect in effects(asked)}
    for step in plan.steps:
        if step.critical and step.status != "done":
            assert 4 <= found[step.step.id].days_per_week <= 10, "working days and month ends shift a little"
    assert max(found.values(), key=lambda effect: effect.slack_days).days_per_week == 0


def test_slack_is_exactly_what_the_end_forgives(asked: Asked) -> None:
    """Checked against a whole new plan, not against the reckoning that found it."""
    loose: Effect = next(effect for effect in effects(asked) if effect.days_per_week == 0 and effect.slack_days > 14)
    weeks = loose.slack_days // 7
    assert delayed(asked, loose.step, weeks).finish_days == 0
    assert delayed(asked, loose.step, weeks + 2).finish_days > 0


def test_a_delay_is_a_supposition_and_no_event(asked: Asked) -> None:
    found = delayed(asked, "visa-appointment", 4)
    assert 21 <= found.finish_days <= 35
    moved = next(move for move in found.steps if move.step == "visa-appointment")
    assert moved.start[0] == moved.start[1]
    assert moved.days == 28
    assert found.done == ()


def test_a_done_step_cannot_be_late(library: Library) -> None:
    situation = Situation(library, TRADE, MONDAY)
    route = assess_route(library.routes["vocational-18a"], situation)
    progress = Progress({"collect-candidate-docs": MONDAY - timedelta(days=3)}, {})
    found = delayed(Asked(situation, route, "regular", progress), "collect-candidate-docs", 9)
    assert found.nothing


def test_begin_by_counts_the_delay(library: Library, asked: Asked) -> None:
    wish = Asked(asked.situation, asked.route, "accelerated", asked.progress, date(2030, 1, 2))
    old, new = delayed(wish, "visa-appointment", 2).begin_by
    assert old is not None
    assert new is not None
    assert timedelta(days=10) <= old - new <= timedelta(days=18), "month ends shift a little"


def test_what_can_be_done_side_by_side_now(planner: Planner) -> None:
    plan = planner("vocational-18a", answers=TRADE, progress=Progress({"need-and-route": MONDAY}, {}))
    now = possible_now(plan)
    assert len(now) > 1
    done = {step.step.id for step in plan.steps if step.status == "done"}
    counted = {step.step.id for step in plan.steps if not (step.contingent or step.optional)}
    assert all((set(step.step.depends_on) & counted) <= done for step in now)
    assert [step.critical for step in now] == sorted((step.critical for step in now), reverse=True)


def test_one_step_is_reckoned_as_among_all(asked: Asked) -> None:
    for found in effects(asked)[::6]:
        assert effect(asked, found.step) == found
    assert effect(asked, "school-kita") is None
    assert effect(asked, "no such step") is None


def test_taking_an_optional_step_counts_as_new(planner: Planner) -> None:
    old = planner("vocational-18a", "accelerated")
    optional = next(step.step.id for step in old.steps if step.optional)
    new = planner("vocational-18a", "accelerated", progress=Progress({}, {}, taken=(optional,)))
    assert moves(old, new).added == (optional,)
    assert moves(new, old).dropped == (optional,)
