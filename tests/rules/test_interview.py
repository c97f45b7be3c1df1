"""The interview: it ends, asks no more than it must, and comes to the same best route as the full answers."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

import pytest
from generated import answer_sets, possible_answers
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace as replace_struct
from worked import DAY, LIBRARY, Reader, WorkedCase, typed_answer

from employer_assistant.content import model
from employer_assistant.content.library import Library
from employer_assistant.rules import interview as rules_interview
from employer_assistant.rules.answers import UNKNOWN, Answer
from employer_assistant.rules.assessment import Assessment, RouteAssessment, Status, assess
from employer_assistant.rules.interview import interview, rarely_matters
from employer_assistant.rules.prospects import prospect
from employer_assistant.rules.situation import Situation

LOG = logging.getLogger(__name__)


def _contradicts_what_follows(case: WorkedCase) -> bool:
    """Tell whether an answer overrides a fact that follows from others: such a fact is not asked, only corrected."""
    answers = case.situation.answers
    for fact in (fact for fact in LIBRARY.facts.values() if fact.derived and answers.get(fact.id, UNKNOWN) != UNKNOWN):
        others = {other: answer for other, answer in answers.items() if other != fact.id}
        follows = replace(case.situation, answers=others).value(fact.id)
        if follows is not None and follows != answers[fact.id]:
            return True
    return False


CASES = [case for case in Reader(LIBRARY).all() if not _contradicts_what_follows(case)]
OPEN = [case for case in CASES if case.name.endswith(": open")]
USUAL = ("blue-card-regular", "academic-18b", "vocational-18a", "training-16a")
LIMIT = 160
MAINLY = "qualification.measure_mainly_in_company"
OF_OCCUPATION = ("job.regulated", "job.isco08", "job.health_or_care")


def _hangs(found: RouteAssessment, situation: Situation) -> bool:
    """Tell whether an undecided route stays so or gets closed whatever else is answered."""
    undecided = found.status is Status.UNDECIDED
    return undecided and prospect(found, situation, Status.REACHABLE).possible is Status.UNDECIDED


def _best(assessment: Assessment) -> str | None:
    return assessment.best.route.id if assessment.best else None


def _interviewed(case: WorkedCase) -> tuple[Assessment, list[Assessment]]:
    """Answer what is asked, one by one, "unknown" where the case has no answer; return the end and all stations."""
    full = case.situation
    answers: dict[str, Answer] = {}
    stations = []
    while True:
        assessment = assess(Situation(LIBRARY, answers, full.on, full.events))
        asked = interview(assessment).next_facts if assessment.title_needed else ()
        stations.append(assessment)
        if not asked:
            return assessment, stations
        assert len(answers) < LIMIT
        assert asked[0] not in answers
        answers = {**answers, asked[0]: full.answers.get(asked[0], UNKNOWN)}


def _same_best(case: WorkedCase) -> None:
    end, _ = _interviewed(case)
    full = assess(case.situation)
    assert _best(end) == _best(full)
    assert end.title_needed == full.title_needed


@pytest.mark.parametrize("case", CASES[::45], ids=lambda case: case.name)
def test_same_best_route_as_the_full_answers(case: WorkedCase) -> None:
    _same_best(case)


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_same_best_route_for_every_case(case: WorkedCase) -> None:
    _same_best(case)


def test_all_questions_lead_to_all_statuses() -> None:
    """Whoever answers the optional questions too learns the same of every route as from the full answers."""
    for case in CASES[::400]:
        answers: dict[str, Answer] = {}
        while True:
            situation = Situation(LIBRARY, answers, case.situation.on, case.situation.events)
            assessment = assess(situation)
            asked = interview(assessment) if assessment.title_needed else None
            left = [*asked.next_facts, *asked.optional_facts] if asked else []
            if not left:
                break
            answers[left[0]] = case.situation.answers.get(left[0], UNKNOWN)
        full = assess(case.situation)
        said = {found.route.id: found.status for found in assessment.routes}
        assert said == {found.route.id: found.status for found in full.routes}, case.name


def test_first_question_is_the_purpose() -> None:
    asked = interview(assess(Situation(LIBRARY, {}, CASES[0].situation.on))).next_facts
    assert asked[0] == "job.purpose"


def test_purpose_never_asked_twice_and_a_fact_that_follows_is_asked_by_its_source() -> None:
    on = CASES[0].situation.on
    asked = interview(assess(Situation(LIBRARY, {"job.purpose": UNKNOWN}, on))).next_facts
    assert "job.purpose" not in asked
    assert "job.occupation" in asked
    assert "job.regulated" not in asked


@pytest.mark.parametrize(
    "case", [case for case in CASES if case.warnings == ("no-title-needed",)], ids=lambda c: c.name
)
def test_whether_a_title_is_needed_is_asked(case: WorkedCase) -> None:
    _same_best(case)


def test_rare_obstacles_come_last() -> None:
    asked = interview(assess(Situation(LIBRARY, {"job.purpose": "employment"}, CASES[0].situation.on))).next_facts
    rare = [asked.index(fact) for fact in ("person.identity_clarified", "person.conduct_clear")]
    assert min(rare) > max(asked.index(fact) for fact in asked if fact in ("person.passport_valid", "person.entry_ban"))


def test_number_of_questions_of_the_usual_routes() -> None:
    counted = []
    for case in OPEN:
        if case.route in USUAL:
            _, stations = _interviewed(case)
            assert any(found.status is Status.CLOSED for found in stations[1].routes)
            counted.append(len(stations) - 1)
    assert median(counted) <= 23


def _named(case: WorkedCase) -> WorkedCase:
    """Return the case with an occupation that gives what the case says of it, as people know the occupation first."""
    situation = case.situation
    told = {fact: situation.answers.get(fact, UNKNOWN) for fact in OF_OCCUPATION}
    for occupation in LIBRARY.occupations:
        given = Situation(LIBRARY, {"job.occupation": occupation}, situation.on)
        if all(answer == UNKNOWN or given.value(fact) == answer for fact, answer in told.items()):
            answers = {"job.occupation": occupation, **situation.answers}
            return replace(case, situation=replace(situation, answers=answers))
    return case


@dataclass(frozen=True)
class Counted:
    """How a case was asked: questions in all, to what is known early, and changes of section on the way."""

    every: int
    first_settled: int
    best_ranked_settled: int
    first_usable: int
    jumps: int


def _counted(case: WorkedCase) -> Counted:
    asked, stations = _interviewed(_named(case))
    groups = [LIBRARY.facts[fact].group for fact in asked.situation.answers]
    return Counted(
        len(stations) - 1,
        _first(stations, lambda routes: any(found.status is not Status.UNDECIDED for found in routes)),
        _first(stations, lambda routes: routes[0].status is not Status.UNDECIDED),
        _first(stations, _usable_or_closed),
        sum(one != other for one, other in pairwise(groups)),
    )


def _usable_or_closed(routes: Sequence[RouteAssessment]) -> bool:
    """Tell whether a route is open or reachable, or all are closed for good."""
    statuses = {found.status for found in routes}
    return min(statuses) <= Status.REACHABLE or statuses == {Status.CLOSED}


def _first(stations: list[Assessment], enough: Callable[[Sequence[RouteAssessment]], bool]) -> int:
    """Return after how many questions enough is known of the routes."""
    for asked, station in enumerate(stations):
        if not station.title_needed or enough(station.routes):
            return asked
    return len(stations) - 1


def _within_bounds(cases: list[WorkedCase]) -> None:
    """Log the medians and hold the bounds. The fewest answers that open a title for a job are about 12 to 16."""
    counted = [_counted(case) for case in cases]
    medians = {name: median(getattr(one, name) for one in counted) for name in Counted.__annotations__}
    LOG.info("%d cases, medians: %s", len(counted), medians)
    assert medians["every"] <= 24
    assert medians["first_settled"] <= 10
    assert medians["best_ranked_settled"] <= 10
    assert medians["first_usable"] <= 19
    assert medians["jumps"] <= 11


def test_median_of_questions() -> None:
    _within_bounds(CASES[3::33])


def test_a_wasteful_order_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: asked the other way round, the questions are too many."""
    backwards = Library(replace_struct(LIBRARY.content, interview=_turned_round()))
    monkeypatch.setitem(globals(), "LIBRARY", backwards)
    monkeypatch.setattr(rules_interview, "NEARLY", 0.0)
    with pytest.raises(AssertionError):
        _within_bounds(CASES[::120])


def _turned_round() -> model.Interview:
    known = LIBRARY.content.interview
    return replace_struct(known, order=tuple(reversed(known.order)))


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_median_of_questions_over_all_cases() -> None:
    _within_bounds(CASES)


def test_gates_open_every_conversation() -> None:
    """Purpose, citizenship and place come first, whatever is answered to the one before."""
    answers: dict[str, Answer] = {}
    for gate in ("job.purpose", "person.citizenship", "person.location"):
        asked = interview(assess(Situation(LIBRARY, answers, CASES[0].situation.on))).next_facts
        assert asked[0] == gate
        answers[gate] = UNKNOWN


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(answer_sets(LIBRARY, Reader(LIBRARY)), st.data())
def test_a_route_that_hangs_on_something_unknown_never_opens_by_other_answers(
    answers: dict[str, Answer], data: st.DataObject
) -> None:
    """What was answered "unknown" stays so, and what follows from others stays as it follows."""
    situation = Situation(LIBRARY, answers, CASES[0].situation.on)
    hung = [found.route.id for found in assess(situation).routes if _hangs(found, situation)]
    more = dict(answers)
    for fact in data.draw(st.lists(st.sampled_from(sorted(possible_answers(LIBRARY))), max_size=8, unique=True)):
        if fact not in answers:
            more[fact] = typed_answer(LIBRARY, fact, data.draw(st.sampled_from(possible_answers(LIBRARY)[fact])))
    after = assess(Situation(LIBRARY, more, situation.on))
    for route in hung if after.title_needed else ():
        assert after.route(route).status in (Status.UNDECIDED, Status.CLOSED), route


def test_a_route_hangs_on_what_is_not_known_and_no_longer_once_it_is() -> None:
    reader = Reader(LIBRARY)
    for answer, hung in ((UNKNOWN, True), ("full", False)):
        situation = reader.situation("vocational-18a", {"qualification.recognition": answer})
        assert _hangs(assess(situation).route("vocational-18a"), situation) == hung


def test_not_to_know_a_rare_obstacle_changes_nothing_and_another_question_is_none() -> None:
    answers = dict(Reader(LIBRARY).situation("vocational-18a", {}).answers)
    for fact in ("person.conduct_clear", "person.free_movement_right"):
        told = {one: answer for one, answer in answers.items() if one != fact}
        without, unknown = (assess(Situation(LIBRARY, given, DAY)) for given in (told, {**told, fact: UNKNOWN}))
        assert rarely_matters(fact, without)
        assert rarely_matters(fact, assess(Situation(LIBRARY, answers, DAY))), "answered, it is as rare as before"
        assert [one.status for one in without.routes] == [one.status for one in unknown.routes]
    assert not rarely_matters("job.level", assess(Situation(LIBRARY, answers, DAY)))


def test_what_the_approval_hangs_on_is_offered_to_whoever_wants_the_whole_picture() -> None:
    situation = Reader(LIBRARY).situation("recognition-measure-16d1", {MAINLY: "absent"})
    assessment = assess(situation)
    assert assessment.route("recognition-measure-16d1").status is Status.OPEN
    assert MAINLY in interview(assessment).optional_facts
    assert MAINLY not in interview(assess(situation.answered({MAINLY: True}))).optional_facts


def test_an_answer_copied_from_another_one_is_offered_as_a_question_of_its_own() -> None:
    level = "job.interim_level"
    situation = Reader(LIBRARY).situation("recognition-partnership-16d3", {level: "absent", "job.level": "skilled"})
    assessment = assess(situation)
    assert assessment.route("recognition-partnership-16d3").status is not Status.CLOSED
    assert situation.value(level) == "skilled"
    assert level in interview(assessment).optional_facts
    assert level not in interview(assess(situation.answered({level: "helper"}))).optional_facts
    closed = assess(situation.answered({"job.level": "helper"}))
    assert closed.route("recognition-partnership-16d3").status is Status.CLOSED
    assert level in interview(closed).optional_facts
