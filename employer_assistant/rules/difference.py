"""What differs between two assessments of one case: routes, findings, approval of the labour agency, § 81a."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from employer_assistant.content.model import Route
from employer_assistant.rules.assessment import Assessment, Finding, RouteAssessment, Status
from employer_assistant.rules.told import routes_told


@dataclass(frozen=True)
class RouteTurn:
    """A route whose status differs; None where no title is needed, so that no route is judged."""

    route: Route
    old: Status | None
    new: Status | None


@dataclass(frozen=True)
class FindingTurn:
    """A condition of a route that came out otherwise; None where it is not told (no title, not judged, or parked)."""

    route: Route
    old: Finding | None
    new: Finding | None


@dataclass(frozen=True)
class RulingTurn:
    """An approval of the labour agency (none, required, depends) or § 81a (yes, ask, no) that differs."""

    route: Route
    old: str
    new: str


@dataclass(frozen=True)
class Difference:
    """Everything that differs, best rank first. ``best``: the id of the best route before and after."""

    title_needed: tuple[bool, bool]
    best: tuple[str | None, str | None]
    routes: tuple[RouteTurn, ...]
    findings: tuple[FindingTurn, ...]
    ba_approval: tuple[RulingTurn, ...]
    accelerated: tuple[RulingTurn, ...]

    @property
    def nothing(self) -> bool:
        """Whether both assessments say the same."""
        turns = self.routes or self.findings or self.ba_approval or self.accelerated
        return not turns and self.title_needed[0] == self.title_needed[1]


def difference(old: Assessment, new: Assessment) -> Difference:
    """Compare two assessments over the same content, as their routes are told: nothing else is shown anywhere."""
    before, after = ({found.route.id: found for found in routes_told(one)} for one in (old, new))
    pairs = [(route, before.get(id), after.get(id)) for id, route in old.situation.library.routes.items()]
    return Difference(
        title_needed=(old.title_needed, new.title_needed),
        best=(_best(old), _best(new)),
        routes=tuple(_routes(pairs)),
        findings=tuple(turn for pair in pairs for turn in _findings(*pair) if not _parked(turn, old, new)),
        ba_approval=tuple(_rulings(pairs, lambda found: found.ba_approval)),
        accelerated=tuple(_rulings(pairs, lambda found: found.accelerated)),
    )


_Pair = tuple[Route, RouteAssessment | None, RouteAssessment | None]


def _best(assessment: Assessment) -> str | None:
    return assessment.best.route.id if assessment.best else None


def _routes(pairs: list[_Pair]) -> Iterator[RouteTurn]:
    for route, old, new in pairs:
        turn = RouteTurn(route, old.status if old else None, new.status if new else None)
        if turn.old is not turn.new:
            yield turn


def _findings(route: Route, old: RouteAssessment | None, new: RouteAssessment | None) -> Iterator[FindingTurn]:
    before, after = (
        {finding.condition.id: finding for finding in (found.findings if found else ())} for found in (old, new)
    )
    for condition in dict.fromkeys((*before, *after)):
        was, now = before.get(condition), after.get(condition)
        if _said(was) != _said(now):
            yield FindingTurn(route, was, now)


def _parked(turn: FindingTurn, old: Assessment, new: Assessment) -> bool:
    """Tell whether a point comes out the same, and is only told on one side because its answers count there."""
    one_sided = turn.old or turn.new if turn.old is None or turn.new is None else None
    return one_sided is not None and _judged(one_sided, turn.route, old) == _judged(one_sided, turn.route, new)


def _judged(point: Finding, route: Route, assessment: Assessment) -> tuple[object, ...] | None:
    its = (found.findings for found in assessment.routes if found.route.id == route.id)
    return _said(next((one for findings in its for one in findings if one.condition.id == point.condition.id), None))


def _said(finding: Finding | None) -> tuple[object, ...] | None:
    return None if finding is None else (finding.verdict, finding.status, finding.assumed)


def _rulings(pairs: list[_Pair], ruling: Callable[[RouteAssessment], str]) -> Iterator[RulingTurn]:
    for route, old, new in pairs:
        if old is not None and new is not None and ruling(old) != ruling(new):
            yield RulingTurn(route, ruling(old), ruling(new))
