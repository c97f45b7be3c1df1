"""Every worked case, and that the cases and the table of statuses leave no route and no condition out."""

from __future__ import annotations

from collections import Counter

import pytest
from worked import CLASSES, LIBRARY, Reader, Rules, WorkedCase, failures, route_files

from employer_assistant.content.library import Library
from employer_assistant.rules.assessment import Status, shared_for
from employer_assistant.rules.verdict import Verdict

CASES = list(Reader(LIBRARY).all())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: WorkedCase, library: Library) -> None:
    assert case.norm.startswith("§")
    assert list(failures(case, library)) == []


def test_names_are_unique() -> None:
    assert [name for name, count in Counter(case.name for case in CASES).items() if count > 1] == []


def test_every_route_has_open_undecided_and_closed_cases(library: Library) -> None:
    assert set(route_files()) == set(library.routes)
    seen = {(route, status) for case in CASES for route, status in case.expect.items()}
    assert {(route, status) for route in library.routes for status in ("open", "undecided", "closed")} <= seen


def test_every_route_with_a_remedy_has_a_reachable_case(library: Library) -> None:
    reachable = {route for case in CASES for route, status in case.expect.items() if status == "reachable"}
    with_remedy = {case.route for case in CASES if case.alone and case.alone[1] == "reachable"}
    assert with_remedy - reachable == set()


def test_table_names_every_blocking_condition_once(library: Library) -> None:
    reader = Reader(library)
    for route, classes in reader.table.items():
        named = [reader.condition_id(route, short) for part in CLASSES for short in classes[part]]
        known = library.routes[route]
        situation = reader.situation(route, {})
        conditions = (*known.conditions, *shared_for(known, situation))
        blocking = {condition.id for condition in conditions if condition.effect == "blocks"} - {f"{route}.purpose"}
        assert sorted(named) == sorted(blocking), route


def test_lever_means_that_somebody_can_act(library: Library) -> None:
    reader = Reader(library)
    for route, classes in reader.table.items():
        for part in ("lever", "closing"):
            for short in classes[part]:
                condition = library.conditions[reader.condition_id(route, short)]
                assert (condition.action is not None) == (part == "lever"), f"{route} {condition.id}"


def test_unknown_law_makes_undecided(library: Library) -> None:
    """Each condition whose answers are all unknown is undecided, unless it is a rare obstacle: then met, assumed."""
    reader = Reader(library)
    judged = 0
    for route in library.routes:
        for finding in Rules(library, reader.situation(route, {})).route(route).findings:
            hidden = dict.fromkeys(finding.facts, "unknown")
            rules = Rules(library, reader.situation(route, hidden))
            found = next(f for f in rules.route(route).findings if f.condition.id == finding.condition.id)
            if found.blocks and found.verdict is Verdict.UNKNOWN:
                judged += 1
                assert found.status is Status.UNDECIDED
                assert not found.condition.assume_met
            elif found.assumed:
                assert found.condition.assume_met
    assert judged > 200


def test_control_a_wrong_expectation_fails(library: Library) -> None:
    case = CASES[0]
    route = next(iter(case.expect))
    wrong = WorkedCase(case.name, case.route, case.norm, case.why, case.situation, {route: "closed"})
    assert list(failures(wrong, library))
