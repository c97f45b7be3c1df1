"""Cases written from the text of the law, from courts and from pages of authorities, beside the cases of the rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from worked import Reader, read, typed_answer

from employer_assistant.content.library import Library
from employer_assistant.content.pack import installed
from employer_assistant.rules.assessment import assess
from employer_assistant.rules.levers import levers_for
from employer_assistant.rules.rulesets import ruleset_checks
from employer_assistant.rules.warnings import warnings

FILE = read("from-sources")
KEYS = {"name", "source", "base", "on", "answers", "events"}
EXPECTED = {"expect", "finding", "warnings", "title", "lever", "check"}


def differences(case: Mapping[str, Any], library: Library) -> Iterator[str]:
    """Say what comes out otherwise than the source says; nothing if all agrees."""
    found = assess(Reader(library).source_situation(FILE, case))
    if found.title_needed != (case.get("title") != "none"):
        yield f"title needed: {found.title_needed}"
        return
    for route, status in case.get("expect", {}).items():
        judged = found.route(route)
        if judged.status.id != status:
            blocking = [f"{one.condition.id} {one.verdict.value}" for one in judged.blocking]
            yield f"{route} is {judged.status.id}, expected {status}: {blocking}"
    verdicts = {one.condition.id: one.verdict.value for route in found.routes for one in route.findings}
    for condition, verdict in case.get("finding", {}).items():
        if verdicts.get(condition) != verdict:
            yield f"{condition} is {verdicts.get(condition)}, expected {verdict}"
    for route, change in case.get("lever", {}).items():
        wanted = {(fact, typed_answer(library, fact, value)) for fact, value in change.items()}
        offered = [
            {(one.fact, one.to) for one in lever.changes} for lever in levers_for(found.route(route), found.situation)
        ]
        if wanted not in offered:
            yield f"{route} offers {offered}, expected {wanted}"
    checked = {
        part.id: judged.verdict.value for one in ruleset_checks(found.situation) for part, judged in one.findings
    }
    for part, verdict in case.get("check", {}).items():
        if checked.get(part) != verdict:
            yield f"{part} is {checked.get(part)}, expected {verdict}"
    said = {warning.id for warning in warnings(found)}
    for warning in case.get("warnings", ()):
        if warning not in said:
            yield f"no warning {warning}, only {sorted(said)}"


@pytest.mark.parametrize("case", FILE["cases"], ids=lambda case: case["name"])
def test_case_from_a_source(case: Mapping[str, Any], library: Library) -> None:
    assert not set(case) - KEYS - EXPECTED
    assert EXPECTED & set(case)
    assert case["source"]
    assert list(differences(case, library)) == []


def test_names_are_unique() -> None:
    assert [name for name, count in Counter(case["name"] for case in FILE["cases"]).items() if count > 1] == []


def test_every_route_is_met_by_a_source(library: Library) -> None:
    assert set(library.routes) <= {route for case in FILE["cases"] for route in case.get("expect", {})}


def test_control_a_wrong_expectation_is_told() -> None:
    case = {**FILE["cases"][0], "expect": {"blue-card-regular": "closed"}, "title": "needed"}
    assert list(differences(case, Library(installed())))
