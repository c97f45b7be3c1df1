"""Plans: ticks and events move them, counting back, § 81a, what is optional, contingent or missing."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import msgspec
import pytest
from made_plans import MONDAY, Planner

from employer_assistant.content.library import Library
from employer_assistant.content.phrases import phrase
from employer_assistant.plan.calendar import is_working_day
from employer_assistant.plan.model import Plan, PlannedStep, Progress
from employer_assistant.plan.planning import NotPossible
from employer_assistant.rules.answers import Answer
from employer_assistant.rules.assessment import Status

TRADE: dict[str, Answer] = {
    "job.offer": True,
    "job.purpose": "employment",
    "person.location": "abroad",
    "person.citizenship": ("IN",),
    "person.family_joins": "none",
    "qualification.country": "IN",
    "qualification.kind": "vocational",
    "qualification.recognition": "none",
    "qualification.licence": "not_needed",
    "job.regulated": "no",
}
IN_GERMANY: dict[str, Answer] = {**TRADE, "person.location": "germany"}


def step(plan: Plan, name: str) -> PlannedStep:
    return next(planned for planned in plan.steps if planned.step.id == name)


def names(plan: Plan) -> list[str]:
    return [planned.step.id for planned in plan.steps]


def warned(plan: Plan) -> set[str]:
    return {warning.id for warning in plan.warnings}


def test_a_tick_moves_everything_after_it(planner: Planner) -> None:
    plain = planner("vocational-18a", "regular", TRADE)
    late = date(2027, 6, 1)
    ticked = planner("vocational-18a", "regular", TRADE, progress=Progress({"authenticate-translate": late}, {}))
    done = step(ticked, "authenticate-translate")
    assert done.status == "done"
    assert done.finish is not None
    assert done.finish.earliest == done.finish.latest == late
    assert ticked.finish.likely > plain.finish.likely
    following = step(ticked, "recognition-application-regular").start
    assert following is not None
    assert following.likely == late


def test_an_event_outranks_a_tick_and_is_the_same_thing(planner: Planner) -> None:
    day, other = date(2026, 11, 25), date(2026, 11, 30)
    by_tick = planner("vocational-18a", "regular", TRADE, progress=Progress({"need-and-route": day}, {}))
    by_event = planner("vocational-18a", "regular", TRADE, progress=Progress({}, {"route_chosen": day}))
    both = planner(
        "vocational-18a", "regular", TRADE, progress=Progress({"need-and-route": other}, {"route_chosen": day})
    )
    assert by_tick.steps == by_event.steps == both.steps


def test_a_begun_step_ends_from_its_real_beginning_but_not_before_today(planner: Planner) -> None:
    begun = Progress({}, {"recognition_complete": date(2026, 8, 1)})
    found = step(planner("vocational-18a", "regular", TRADE, progress=begun), "recognition-processing-regular")
    assert found.start is not None
    assert found.finish is not None
    assert found.start.likely == date(2026, 8, 1)
    assert found.finish.earliest == MONDAY  # three months were over on 1 November
    assert found.finish.likely == date(2026, 12, 1)
    assert found.status == "open"  # translating is the longer chain now


def test_nothing_unfinished_begins_before_today(planner: Planner) -> None:
    plan = planner("vocational-18a", "accelerated", TRADE)
    assert all(planned.start is None or planned.start.earliest >= MONDAY for planned in plan.steps)


def test_counting_back_then_forward_meets_the_wished_day(planner: Planner) -> None:
    for offset in range(40):
        wished = date(2029, 2, 10) + timedelta(days=offset)
        plan = planner("vocational-18a", "accelerated", TRADE, start_by=wished)
        assert plan.begin_by is not None
        in_time = planner("vocational-18a", "accelerated", TRADE, on=plan.begin_by, start_by=wished)
        too_late = planner("vocational-18a", "accelerated", TRADE, on=plan.begin_by + timedelta(days=1))
        assert in_time.finish.latest is not None
        assert too_late.finish.latest is not None
        assert in_time.finish.latest <= wished < too_late.finish.latest
        assert not warned(in_time) & {"start-at-risk", "start-not-reachable"}


def test_the_wish_never_moves_what_is_possible(planner: Planner) -> None:
    plain = planner("vocational-18a", "regular", TRADE)
    wish = {**TRADE, "job.start_wished": date(2027, 1, 4)}
    wished = planner("vocational-18a", "regular", wish)
    assert wished.finish == plain.finish
    assert wished.start_by == date(2027, 1, 4)
    assert plain.begin_by is None
    assert "start-not-reachable" in warned(wished)
    outranked = planner("vocational-18a", "regular", wish, start_by=plain.finish.likely)
    assert outranked.start_by == plain.finish.likely
    assert "start-at-risk" in warned(outranked)


def test_an_unknown_longest_duration_leaves_the_end_open(planner: Planner, library: Library) -> None:
    def without_longest(name: str) -> Library:
        found = library.steps[name]
        duration = msgspec.structs.replace(found.duration, max=None)
        changed = msgspec.structs.replace(found, duration=duration, variants=())
        steps = tuple(changed if one.id == name else one for one in library.content.steps)
        return Library(msgspec.structs.replace(library.content, steps=steps))

    wished = date(2029, 3, 1)
    on_the_way = planner("vocational-18a", answers=TRADE, start_by=wished, content=without_longest("visa-appointment"))
    assert on_the_way.finish.latest is None
    assert on_the_way.begin_by is None
    assert "start-without-latest" in warned(on_the_way)
    afterwards = planner("vocational-18a", answers=TRADE, start_by=wished, content=without_longest("onboarding"))
    assert afterwards.finish.latest is not None
    assert afterwards.begin_by is not None


def test_the_first_working_day_is_lawful(planner: Planner, library: Library) -> None:
    for offset in range(60):
        finish = planner("academic-18b", answers=IN_GERMANY, on=date(2026, 11, 1) + timedelta(days=offset)).finish
        assert all(
            is_working_day(day, library.holidays) for day in (finish.earliest, finish.likely, finish.latest) if day
        )


def test_81a_only_where_the_law_has_it(planner: Planner, library: Library) -> None:
    possible = library.steps["choose-procedure"].applies_to
    for route in library.routes:
        if route in possible:
            plan = planner(route, "accelerated", TRADE, status=Status.OPEN)
            assert plan.procedure == "accelerated"
            assert ("accelerated-ask" in warned(plan)) == (library.routes[route].accelerated.value == "ask")
        else:
            with pytest.raises(NotPossible) as refused:
                planner(route, "accelerated", TRADE, status=Status.OPEN)
            assert refused.value.reason == "accelerated-excluded"
            assert route in phrase("reason.accelerated-excluded", "de", **refused.value.values)


def test_in_germany_the_procedure_is_regular(planner: Planner) -> None:
    plan = planner("academic-18b", "accelerated", IN_GERMANY)
    assert plan.procedure == "regular"
    assert "accelerated-not-in-germany" in warned(plan)
    assert "abh-agreement" not in names(plan)


def test_the_plan_in_germany_says_when_a_visa_is_probably_needed(planner: Planner) -> None:
    here: dict[str, Answer] = {**IN_GERMANY, "person.asylum_history": "none"}
    for status, told in (("schengen_visit", True), ("toleration", True), ("study", False)):
        plan = planner("academic-18b", answers={**here, "person.status_in_germany": status}, status=Status.OPEN)
        assert "title-application-in-germany" in names(plan)
        assert ("departure-perhaps" in warned(plan)) is told
    assert "departure-perhaps" not in warned(planner("academic-18b", answers=TRADE))


def test_the_search_card_says_that_its_days_are_not_those_of_a_visa_from_abroad(planner: Planner) -> None:
    """§ 20a Abs. 4 Satz 2 AufenthG: in Germany only from a title for training or work."""
    here: dict[str, Answer] = {**IN_GERMANY, "person.asylum_history": "none"}
    for status, told in (("temporary_protection", True), ("toleration", True), ("study", False)):
        plan = planner("opportunity-card-20a", answers={**here, "person.status_in_germany": status})
        assert ("departure-needed" in warned(plan)) is told
        assert "departure-perhaps" not in warned(plan), "one of both is enough"


def test_a_closed_route_has_no_plan(planner: Planner) -> None:
    with pytest.raises(NotPossible) as refused:
        planner("vocational-18a", answers=TRADE, status=Status.CLOSED)
    assert refused.value.reason == "route-closed"


def test_optional_steps_stay_outside_until_taken(planner: Planner) -> None:
    plain = planner("vocational-18a", answers=TRADE)
    taken = planner(
        "vocational-18a", answers=TRADE, progress=Progress({}, {}, taken=("professional-title-permission",))
    )
    course = planner("vocational-18a", answers=TRADE, progress=Progress({}, {}, taken=("language-course-from-abroad",)))
    assert taken.finish == plain.finish
    assert step(plain, "language-course-from-abroad").optional
    assert not step(course, "language-course-from-abroad").optional
    assert "language-course-from-abroad" in course.costs["worker"].unknown
    assert "language-course-from-abroad" not in plain.costs["worker"].unknown


def test_a_remedy_of_an_unmet_condition_is_no_option(planner: Planner) -> None:
    serbian = {**TRADE, "person.citizenship": ("RS",), "job.level": "helper"}
    nationals = {**serbian, "person.citizenship": ("US",), "employer.priority_check_passed": False}
    unmet = planner("listed-nationals-26-1", answers=nationals, status=Status.REACHABLE)
    met = planner(
        "listed-nationals-26-1", answers={**nationals, "employer.priority_check_passed": True}, status=Status.OPEN
    )
    assert not step(unmet, "ba-advance-approval").optional
    assert step(met, "ba-advance-approval").optional


def test_contingent_steps_have_dates_only_once_they_happen(planner: Planner) -> None:
    plain = planner("vocational-18a", answers=TRADE)
    assert all(planned.start is None and planned.finish is None for planned in plain.steps if planned.contingent)
    refused = Progress({}, {"refusal_received": date(2026, 11, 20)})
    plan = planner("vocational-18a", answers=TRADE, progress=refused)
    found = step(plan, "visa-refusal")
    assert found.contingent
    assert found.start is not None
    assert found.deadlines[0].date == date(2026, 12, 21)  # a month later is a Sunday
    assert not found.deadlines[0].assumed
    assert plan.finish == plain.finish
    assert plan.costs == plain.costs
    early = planner("vocational-18a", answers=TRADE, progress=Progress({}, {"early_end_known": date(2026, 11, 20)}))
    assert step(early, "early-end-employer").start is not None
    assert step(early, "early-end-employer").deadlines[0].date == date(2026, 12, 18)


def test_what_hangs_on_a_missing_answer_is_provisional(planner: Planner) -> None:
    known: dict[str, Answer] = {**TRADE, "qualification.completed_in_germany": "none"}
    unknown = {fact: value for fact, value in known.items() if fact != "qualification.recognition"}
    assert not step(planner("vocational-18a", answers=known), "recognition-decision").provisional
    plan = planner("vocational-18a", answers=unknown)
    assert step(plan, "recognition-decision").provisional
    missing = next(warning for warning in plan.warnings if warning.id == "answers-missing")
    assert "qualification.recognition" in missing.values["facts"]


def test_status_of_steps(planner: Planner) -> None:
    first = planner("vocational-18a", answers=TRADE)
    assert [planned.step.id for planned in first.steps if planned.status == "next"] == ["need-and-route"]
    after = planner("vocational-18a", answers=TRADE, progress=Progress({"need-and-route": MONDAY}, {}))
    found = {planned.step.id: planned.status for planned in after.steps}
    assert found["need-and-route"] == "done"
    assert found["find-competent-offices"] == found["privacy-notice"] == "next"
    assert found["employer-self-check"] == "open"
    assert found["first-working-day"] == "waiting"


def test_nobody_knows_when_data_can_be_deleted(planner: Planner) -> None:
    found = step(planner("vocational-18a", answers=TRADE), "retention-deletion")
    assert found.start is None
    ended = planner("vocational-18a", answers=TRADE, progress=Progress({}, {"employment_end": date(2026, 11, 20)}))
    assert step(ended, "retention-deletion").start is not None


def test_a_deadline_that_passed_is_named(planner: Planner) -> None:
    moved = Progress({}, {"move_in": date(2026, 11, 2)})
    plan = planner("vocational-18a", answers=TRADE, progress=moved)
    passed = [warning.values["step"] for warning in plan.warnings if warning.id == "deadline-passed"]
    assert passed == ["registration"]
    done = Progress({"registration": date(2026, 11, 5)}, {"move_in": date(2026, 11, 2)})
    assert "deadline-passed" not in warned(planner("vocational-18a", answers=TRADE, progress=done))


def test_a_deadline_that_is_only_assumed_has_not_passed(planner: Planner) -> None:
    plan = planner("vocational-18a", answers={**TRADE, "job.start_wished": date(2026, 9, 1)})
    assert step(plan, "nachweis").deadlines[1].assumed
    assert step(plan, "nachweis").deadlines[1].date > plan.finish.likely
    assert "deadline-passed" not in warned(plan)


def test_papers_of_steps_outside_the_road_are_not_asked_for(planner: Planner) -> None:
    plan = planner("vocational-18a", answers=TRADE)
    counted = {planned.step.id for planned in plan.steps if not planned.contingent and not planned.optional}
    assert all(set(paper.steps) <= counted for paper in plan.documents)
    assert {paper for planned in plan.steps for paper in planned.documents} > {
        one.document.id for one in plan.documents
    }


def test_papers_name_their_steps_and_states(planner: Planner) -> None:
    some = Progress({}, {}, documents={"passport": "received"})
    papers = {paper.document.id: paper for paper in planner("vocational-18a", answers=TRADE, progress=some).documents}
    assert papers["passport"].state == "received"
    assert "collect-candidate-docs" in papers["passport"].steps
    assert papers["job-description"].state == "missing"
    assert papers["name-change-proof"].only_if is not None
    assert papers["passport"].only_if is None
    assert "cook-proof" not in papers


def test_costs_of_the_accelerated_procedure(planner: Planner) -> None:
    costs = planner("vocational-18a", "accelerated", TRADE).costs
    assert (costs["employer"].min, costs["employer"].max) == (Decimal(411 + 500), Decimal(411 + 1200))
    assert (costs["worker"].min, costs["worker"].max) == (Decimal(75 + 100), Decimal(75 + 100))
    assert "authenticate-translate" in costs["negotiable"].unknown


def test_every_warning_has_a_sentence(planner: Planner) -> None:
    wish = {**IN_GERMANY, "job.start_wished": date(2027, 1, 4), "job.site_postcode": "09573"}
    plan = planner("academic-18b", "accelerated", wish, status=Status.UNDECIDED)
    assert warned(plan) >= {"undecided-route", "municipality-needed", "start-not-reachable", "answers-missing"}
    for warning in plan.warnings:
        for language in ("de", "en"):
            assert phrase(f"warning.{warning.id}", language, **warning.values)


def test_duties_of_the_first_day_wait_for_the_visa_and_cost_no_time(planner: Planner) -> None:
    for procedure in ("regular", "accelerated"):
        road = planner("vocational-18a", procedure, TRADE)
        visa, entry, checked = (step(road, name) for name in ("visa-check", "travel-entry", "check-title-before-work"))
        assert visa.finish is not None
        assert entry.finish is not None
        for name, ready in (
            ("info-45c", visa),
            ("nachweis", visa),
            ("sofortmeldung", entry),
            ("id-carry-notice", entry),
        ):
            duty = step(road, name)
            assert duty.start is not None
            assert ready.finish is not None
            assert duty.start.earliest >= ready.finish.earliest, name
            assert not duty.critical, name
        assert checked.critical
    # somebody who is here already does them once the contract is made
    here = step(planner("vocational-18a", "regular", IN_GERMANY), "nachweis")
    assert here.start is not None


def test_a_road_into_the_next_year_warns_of_its_figures_without_a_wished_day(planner: Planner) -> None:
    answers = {
        **TRADE,
        "job.purpose": "employment",
        "job.gross_annual_salary": Decimal(29500),
        "job.weekly_hours": Decimal(40),
    }
    plan = planner("blue-card-regular", answers=answers, status=Status.OPEN)
    found = {warning.id: warning.values for warning in plan.warnings}
    assert plan.finish.likely.year == 2027
    assert found["figure-not-final"]["year"] == "2027"
    assert found["below-minimum-wage"]["day"] == plan.finish.likely.isoformat()
    enough = planner(
        "blue-card-regular", answers={**answers, "job.gross_annual_salary": Decimal(30368)}, status=Status.OPEN
    )
    assert "below-minimum-wage" not in {warning.id for warning in enough.warnings}
    young = planner("vocational-18a", answers={**answers, "person.birth_date": date(1996, 1, 1)}, status=Status.OPEN)
    assert "figure-not-final" not in {warning.id for warning in young.warnings}, "nothing hangs on the figure"
