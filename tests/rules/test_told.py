"""What is told of a closed route: what closes it, and nothing that rests on parked answers, the same everywhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from worked import LIBRARY, Reader

from employer_assistant.cases.model import Case
from employer_assistant.cli.assess import described
from employer_assistant.cli.assess_text import report
from employer_assistant.cli.parts import Result
from employer_assistant.content.phrases import text
from employer_assistant.papers.html import render_html
from employer_assistant.papers.of_case import input_of
from employer_assistant.rules.assessment import Assessment, Status, assess
from employer_assistant.rules.difference import difference
from employer_assistant.rules.interview import interview
from employer_assistant.rules.levers import levers
from employer_assistant.rules.overrides import overrides
from employer_assistant.rules.parked import parked
from employer_assistant.rules.situation import Situation
from employer_assistant.rules.told import overrides_told, route_told, routes_told
from employer_assistant.rules.verdict import Verdict
from employer_assistant.rules.warnings import warnings

DAY = date(2026, 11, 22)
READER = Reader(LIBRARY)
ROUTE, STALE = "training-16a", "apprenticeship.state_recognised"
ANSWERS = {
    **READER.situation(ROUTE, {}).answers,
    "job.purpose": "employment",
    "apprenticeship.type": "school",
    "apprenticeship.school_place_confirmed": False,
    STALE: False,
}
"""Tried as a training that fails for its own reasons, then as a job."""
CASE = Case("Musterfall", ANSWERS, ROUTE)


def _judged() -> Assessment:
    return assess(Situation(LIBRARY, ANSWERS, DAY))


def test_a_closed_route_is_told_without_points_that_rest_on_parked_answers() -> None:
    assessment = _judged()
    told = route_told(assessment, ROUTE)
    assert told is not None
    stale = [one for one in assessment.route(ROUTE).findings if STALE in one.facts]
    assert STALE in parked(assessment)
    assert stale[0].verdict is Verdict.UNMET, "control: judged all the same"
    assert not {fact for one in told.findings for fact in one.facts} & set(parked(assessment))
    assert told.status is Status.CLOSED
    assert [one.condition.id for one in told.blocking] == [f"{ROUTE}.purpose"]
    assert all(
        one is other for one, other in zip(routes_told(assessment), assessment.routes, strict=True) if one.status < 3
    )


@pytest.mark.parametrize("language", ["de", "en"])
def test_papers_and_command_tell_the_same_points(language: str) -> None:
    assessment = _judged()
    raw = assessment.route(ROUTE)
    words = {one.condition.id: text(one.condition.unmet, language) for one in raw.findings}
    stale = [one.condition.id for one in raw.blocking if one.condition.id != f"{ROUTE}.purpose"]
    assert len(stale) == 2
    paper = render_html("result", input_of(CASE, LIBRARY, DAY, ""), language)
    listed = render_html("adviser-handout", input_of(replace(CASE, route=None), LIBRARY, DAY, ""), language)
    said = " ".join(" ".join(report(_result(assessment), language)).split())
    for place in (paper, said):
        assert words[f"{ROUTE}.purpose"] in place
    for place in (paper, listed, said):
        assert not [one for one in stale if words[one] in place]


def test_the_answer_for_machines_keeps_every_point_and_says_which_count() -> None:
    routes = described(_result(_judged()), "de")["routes"]
    points = {one["id"]: one for route in routes if route["id"] == ROUTE for one in route["findings"]}
    assert points[f"{ROUTE}.purpose"]["counts"]
    assert {one["verdict"] for one in points.values() if STALE in one["facts"]} == {"unmet"}
    assert not any(one["counts"] for one in points.values() if STALE in one["facts"])


def test_an_answer_that_departs_from_what_follows_is_told_only_where_it_counts() -> None:
    for base, told in (("training-search-17", False), ("blue-card-regular", True)):
        answers = {**READER.situation(base, {}).answers, "job.occupation": "pflegefachmann", "job.isco08": "7212"}
        found = assess(Situation(LIBRARY, answers, DAY))
        assert "job.isco08" in {one.fact.id for one in overrides(found.situation)}
        assert ("job.isco08" in {one.fact.id for one in overrides_told(found)}) == told


def _result(assessment: Assessment) -> Result:
    return Result(CASE, assessment, levers(assessment), interview(assessment), warnings(assessment), ())


def test_a_change_shows_no_point_of_a_closed_route_that_is_not_told() -> None:
    old, new = _judged(), assess(Situation(LIBRARY, {**ANSWERS, STALE: True}, DAY))
    turned = [one.verdict for found in (old, new) for one in found.route(ROUTE).findings if STALE in one.facts]
    assert len(set(turned)) > 1, "control: judged otherwise all the same"
    assert difference(old, new).nothing
    trained = assess(Situation(LIBRARY, {**ANSWERS, "job.purpose": "apprenticeship"}, DAY))
    points = {turn.new.condition.id for turn in difference(old, trained).findings if turn.new}
    assert f"{ROUTE}.purpose" in points
    same = [one.condition.id for one in trained.route(ROUTE).findings if STALE in one.facts]
    assert same
    assert not points & set(same), "it fails as before, and is only told again"
