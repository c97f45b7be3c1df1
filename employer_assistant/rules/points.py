"""The points table of a route (Annex to § 20a AufenthG), line by line: met, unmet or unknown, the sum and the need."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from employer_assistant.content import expressions as x
from employer_assistant.content.model import Condition, Point
from employer_assistant.rules.assessment import Finding, RouteAssessment
from employer_assistant.rules.judge import Judgement, judge, measure
from employer_assistant.rules.situation import Situation
from employer_assistant.rules.verdict import Verdict


@dataclass(frozen=True)
class PointLine:
    """A line of the table. ``counts``: whether its points are in the sum; of alternatives only the best one counts."""

    point: Point
    judged: Judgement
    counts: bool


@dataclass(frozen=True)
class PointsTable:
    """``sure``: points reached for sure; ``possible``: the most with what is still open; ``need``: the minimum."""

    finding: Finding
    lines: tuple[PointLine, ...]
    sure: int
    possible: int
    need: int | None

    @property
    def condition(self) -> Condition:
        """The condition that counts the points."""
        return self.finding.condition


def points_table(found: RouteAssessment, situation: Situation) -> PointsTable | None:
    """Return the table of a route with every line judged; None if the route counts no points."""
    for finding in found.findings:
        test = finding.condition.met_when
        if isinstance(test, x.AtLeast) and any(points_in(test.left)):
            return _table(found.route.points, finding, test, situation)
    return None


def points_in(term: x.Term) -> Iterator[x.Points]:
    """Yield the points of a term, in the order of its lines."""
    match term:
        case x.Points():
            yield term
        case x.Sum(of=parts) | x.Largest(of=parts):
            for part in parts:
                yield from points_in(part)


def _table(points: tuple[Point, ...], finding: Finding, test: x.AtLeast, situation: Situation) -> PointsTable:
    moment = finding.condition.counted_at
    features = iter(points)
    lines: list[PointLine] = []
    sure = possible = 0
    for group in test.left.of if isinstance(test.left, x.Sum) else (test.left,):
        judged = [(next(features), judge(part.when, situation, moment)) for part in points_in(group)]
        best = max((point.points for point, one in judged if one.verdict is Verdict.MET), default=0)
        sure += best
        possible += max((best, *(point.points for point, one in judged if one.verdict is Verdict.UNKNOWN)))
        counting = next((point for point, one in judged if one.verdict is Verdict.MET and point.points == best), None)
        lines += [PointLine(point, one, point is counting) for point, one in judged]
    need = measure(test.right, situation, moment).value
    return PointsTable(finding, tuple(lines), sure, possible, int(need) if isinstance(need, Decimal) else None)
