"""The estimate that orders questions: what can close a route has a chance, what the road meets has none."""

from __future__ import annotations

from employer_assistant.content.library import Library
from employer_assistant.rules.closing import closing_chances


def test_what_closes_has_a_chance_and_what_the_road_meets_has_none(library: Library) -> None:
    chances = closing_chances(library)["vocational-18a"]
    assert chances["job.purpose"] > 0.5
    assert 0 < chances["job.level"] < 1
    assert "qualification.recognition" not in chances
    assert "person.conduct_clear" not in chances


def test_chances_are_shares(library: Library) -> None:
    for route, chances in closing_chances(library).items():
        assert chances, route
        assert all(0 < chance <= 1 for chance in chances.values()), route


def test_every_route_can_be_closed_by_the_purpose(library: Library) -> None:
    assert all("job.purpose" in chances for chances in closing_chances(library).values())
