"""What the tests of steps are judged against: a situation, one route and one procedure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from employer_assistant.content import expressions as x
from employer_assistant.content.library import Library
from employer_assistant.content.model import Procedure
from employer_assistant.rules.in_a_plan import decided
from employer_assistant.rules.judge import Judgement, judge
from employer_assistant.rules.situation import Situation

_TRUE, _FALSE = x.All(()), x.AnyOf(())


@dataclass(frozen=True)
class Setting:
    """A situation with the route and the procedure that the plan is for, and the start of work that is wished."""

    situation: Situation
    route: str
    procedure: Procedure
    wished: date | None = None

    @property
    def library(self) -> Library:
        """The content."""
        return self.situation.library


def met(test: x.Test | None, setting: Setting) -> bool:
    """Decide a test so that a plan exists at any time: a missing answer makes "is" and "in" unmet and "not in" met."""
    return test is None or decided(_bound(test, setting), setting.situation)


def judged(test: x.Test | None, setting: Setting) -> Judgement:
    """Judge a test with three values, so that what hangs on a missing answer can be told."""
    return judge(_bound(test, setting) if test is not None else _TRUE, setting.situation)


def _bound(test: x.Test, setting: Setting) -> x.Test:
    """Put in the route and the procedure, which the rules do not know."""
    match test:
        case x.RouteIs(routes=routes):
            return _TRUE if setting.route in routes else _FALSE
        case x.ProcedureIs(procedure=procedure):
            return _TRUE if setting.procedure == procedure else _FALSE
        case x.All(of=parts):
            return x.All(tuple(_bound(part, setting) for part in parts))
        case x.AnyOf(of=parts):
            return x.AnyOf(tuple(_bound(part, setting) for part in parts))
        case x.Not(of=part):
            return x.Not(_bound(part, setting))
    return test
