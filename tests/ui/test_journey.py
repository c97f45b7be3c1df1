"""The path: replayed from the answers, never undone, parked answers passed over."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from worked import LIBRARY, Reader

from employer_assistant.app import Controller
from employer_assistant.cases.commands import Answer
from employer_assistant.ui.wizard.journey import PLACE, PLAN_FACTS, START, TOWN, Journey, questions_left


@pytest.fixture
def journey(controller: Controller) -> Journey:
    controller.create()
    return Journey(controller, {})


def settle(controller: Controller) -> None:
    """Answer all that the rules need for a route, place and start left out."""
    for fact, value in Reader(LIBRARY).situation("vocational-18a", {}).answers.items():
        if fact not in PLAN_FACTS:
            controller.do(Answer(fact, value))


def answer(journey: Journey, controller: Controller, value: object) -> None:
    """Answer the current question and go on."""
    assert journey.current is not None
    controller.do(Answer(journey.current, value))  # type: ignore[arg-type]
    journey.show(journey.following())


def test_begins_with_the_first_question_of_the_rules(journey: Journey, controller: Controller) -> None:
    assert journey.current == controller.interview().next_facts[0] == journey.path[0]


def test_back_and_forward_show_the_same_questions(journey: Journey, controller: Controller) -> None:
    for value in ("employment", True, "abroad", "unknown"):
        answer(journey, controller, value)
    there = list(journey.path)
    back = []
    while (previous := journey.previous()) is not None:
        back.append(previous)
        journey.show(previous)
    assert back == there[-2::-1]
    forward = []
    while journey.current != there[-1]:
        journey.show(journey.following())
        forward.append(journey.current)
    assert forward == there[1:]


def test_an_answer_that_no_longer_applies_is_passed_over_and_kept(journey: Journey, controller: Controller) -> None:
    answer(journey, controller, "apprenticeship")
    while not str(journey.current).startswith("apprenticeship."):
        answer(journey, controller, "unknown")
    special = str(journey.current)
    answer(journey, controller, "unknown")
    controller.do(Answer("job.purpose", "search"))
    journey.show("job.purpose")
    shown = []
    for _ in range(len(journey.path)):
        journey.show(journey.following())
        shown.append(journey.current)
    assert special not in shown
    assert controller.case is not None
    assert controller.case.answers[special] == "unknown"
    controller.do(Answer("job.purpose", "apprenticeship"))
    journey.show("job.purpose")
    for _ in range(len(journey.path)):
        if journey.current == special:
            break
        journey.show(journey.following())
    assert journey.current == special


def test_resuming_lands_on_the_first_open_question(controller: Controller) -> None:
    case_id = controller.create()
    controller.do(Answer("job.purpose", "employment"))
    controller.do(Answer("job.offer", value=True))
    controller.close()
    controller.open(case_id)
    again = Journey(controller, {})
    assert again.current == controller.interview().next_facts[0]
    assert again.previous() == "job.offer"
    assert again.last_answered == "job.offer"


def test_place_and_start_are_asked_when_the_rules_need_nothing_more(journey: Journey, controller: Controller) -> None:
    settle(controller)
    assert controller.interview().next_facts == ()
    assert journey.first_open() == PLACE
    controller.do(Answer(PLACE, "02763"))
    assert journey.first_open() == START
    controller.do(Answer(START, date(2027, 9, 1)))
    assert journey.first_open() is None


def test_no_start_is_asked_for_where_there_is_no_plan(journey: Journey, controller: Controller) -> None:
    settle(controller)
    controller.do(Answer("person.entry_ban", True))
    assert controller.assessment().best is None
    assert journey.first_open() == PLACE, "whom to ask hangs on the place"
    controller.do(Answer(PLACE, "02763"))
    assert journey.first_open() is None
    controller.do(Answer("person.free_movement_right", True))
    controller.do(Answer(PLACE, None))
    assert journey.first_open() is None, "without a title no desk is needed"


def test_the_municipality_is_asked_only_where_the_postcode_is_not_clear(
    journey: Journey, controller: Controller
) -> None:
    library = controller.library
    unclear = [
        postcode
        for postcode, places in library.municipalities_by_postcode.items()
        if len({place.district for place in places}) > 1
    ]
    assert unclear, "no postcode spans two districts any more"
    settle(controller)
    controller.do(Answer(PLACE, unclear[0]))
    assert journey.first_open() == TOWN


def test_offered_questions_are_asked_after_all_others(journey: Journey, controller: Controller) -> None:
    controller.do(Answer("person.citizenship", ("FR",)))
    controller.do(Answer(PLACE, "02763"))
    controller.do(Answer(START, "unknown"))
    journey.offer(("employer.name", "employer.address"))
    assert journey.current == "employer.name"
    answer(journey, controller, "Muster-Metallbau")
    assert journey.current == "employer.address"
    assert journey.previous() == "employer.name"


def test_the_estimate_never_promises_less_than_one(controller: Controller) -> None:
    controller.create()
    seen = []
    for value in ("employment", True, "abroad", "unknown", Decimal(36000)):
        found = controller.interview()
        left = questions_left(controller.assessment(), found)
        assert 1 <= left <= len(found.next_facts)
        seen.append(left)
        fact = controller.library.facts[found.next_facts[0]]
        controller.do(Answer(fact.id, value if fact.kind != "money" else Decimal(36000)))
    assert max(seen) < 60, "an estimate of a hundred questions helps nobody"
