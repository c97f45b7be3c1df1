"""The points table: its lines are those the condition counts, alternatives count once, sum and verdict agree."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from employer_assistant.content.library import Library
from employer_assistant.rules.answers import Answer
from employer_assistant.rules.assessment import assess_route
from employer_assistant.rules.points import PointsTable, points_in, points_table
from employer_assistant.rules.situation import Situation
from employer_assistant.rules.verdict import Verdict

ON = date(2026, 11, 22)
CARD = "opportunity-card-20a"


def table(library: Library, **answers: Answer) -> PointsTable:
    given = {fact.replace("__", "."): answer for fact, answer in answers.items()}
    situation = Situation(library, given, ON)
    found = points_table(assess_route(library.routes[CARD], situation), situation)
    assert found is not None
    return found


def test_every_line_of_the_annex_is_counted_in_its_order(library: Library) -> None:
    found = table(library)
    counted = [part.points for part in points_in(found.condition.met_when.left)]  # type: ignore[union-attr]
    assert counted == [Decimal(line.point.points) for line in found.lines]
    assert len(found.lines) == len(library.routes[CARD].points) == 12


def test_of_alternatives_only_the_best_counts(library: Library) -> None:
    found = table(library, person__german_level="b2", person__birth_date=date(1996, 5, 5))
    met = [(line.point.feature.de, line.counts) for line in found.lines if line.judged.verdict is Verdict.MET]
    assert met == [
        ("Deutsch B2 oder besser", True),
        ("Deutsch B1", False),
        ("Deutsch A2", False),
        ("Höchstens 35 Jahre alt", True),
        ("Älter als 35, höchstens 40 Jahre", False),
    ]
    assert (found.sure, found.need) == (5, 6)
    assert found.finding.verdict is Verdict.UNKNOWN
    assert found.possible > found.sure


@pytest.mark.parametrize(("level", "verdict"), [("none", Verdict.UNMET), ("b1", Verdict.MET)])
def test_sum_and_verdict_agree_once_all_is_known(library: Library, level: str, verdict: Verdict) -> None:
    found = table(
        library,
        qualification__recognition="partial",
        person__german_level=level,
        person__english_level="none",
        qualification__relevant_experience_last_7_years=Decimal(0),
        qualification__relevant_experience_last_5_years=Decimal(0),
        qualification__isco08="5120",
        person__birth_date=date(1970, 1, 1),
        person__months_in_germany_last_5_years=Decimal(0),
        person__spouse_applies_too=False,
    )
    assert found.sure == found.possible
    assert found.finding.verdict is verdict
    assert (found.sure >= (found.need or 0)) == (verdict is Verdict.MET)


def test_other_routes_have_no_table(library: Library) -> None:
    situation = Situation(library, {}, ON)
    others = [route for route in library.routes.values() if route.id != CARD]
    assert all(points_table(assess_route(route, situation), situation) is None for route in others)


def test_points_decide_as_soon_as_the_sum_cannot_change_the_answer(library: Library) -> None:
    """With six points for sure the rest does not matter, nor where all that is open would not reach them."""
    enough: dict[str, Answer] = {
        "person__german_level": "b2",
        "person__birth_date": date(1996, 5, 5),
        "person__english_level": "c1",
    }
    found = table(library, **enough)
    assert (found.sure, found.finding.verdict, found.finding.open_facts) == (6, Verdict.MET, ())
    hopeless: dict[str, Answer] = {
        "qualification__recognition": "none",
        "person__german_level": "none",
        "qualification__relevant_experience_last_5_years": Decimal(0),
        "qualification__relevant_experience_last_7_years": Decimal(0),
        "person__birth_date": date(1970, 5, 5),
    }
    assert table(library, **hopeless).finding.verdict is Verdict.UNMET
    del hopeless["qualification__recognition"]
    assert table(library, **hopeless).finding.verdict is Verdict.UNKNOWN
