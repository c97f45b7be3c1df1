"""Tests in a plan: what is left of one where route and procedure are known, and how it is decided in any case."""

from __future__ import annotations

from typing import Any

from employer_assistant.content import expressions as x
from employer_assistant.content.model import Procedure
from employer_assistant.rules.judge import judge
from employer_assistant.rules.situation import Situation
from employer_assistant.rules.verdict import Verdict

ALWAYS, NEVER = x.All(()), x.AnyOf(())
"""What is left of a test that every answer meets in one plan, and of one that no answer can meet."""


def settle(test: Any, route: str, procedure: Procedure) -> Any:
    """Replace what a test says of route and procedure by what is so in one plan; the rest still asks for answers."""
    match test:
        case x.RouteIs(routes=routes):
            return ALWAYS if route in routes else NEVER
        case x.ProcedureIs(procedure=wanted):
            return ALWAYS if wanted == procedure else NEVER
        case x.All(of=parts):
            return _folded(x.All, [settle(part, route, procedure) for part in parts], drop=ALWAYS, decides=NEVER)
        case x.AnyOf(of=parts):
            return _folded(x.AnyOf, [settle(part, route, procedure) for part in parts], drop=NEVER, decides=ALWAYS)
        case x.Not(of=part):
            inner = settle(part, route, procedure)
            return {ALWAYS: NEVER, NEVER: ALWAYS}.get(inner, x.Not(inner))
    return test


def decided(test: Any, situation: Situation) -> bool:
    """Decide a settled test so that a plan exists at any time: a missing answer makes "is" unmet and "not in" met."""
    match test:
        case x.All(of=parts):
            return all(decided(part, situation) for part in parts)
        case x.AnyOf(of=parts):
            return any(decided(part, situation) for part in parts)
        case x.Not(of=part):
            return not decided(part, situation)
        case x.NotIn():
            return judge(test, situation).verdict is not Verdict.UNMET
    return judge(test, situation).verdict is Verdict.MET


def _folded(join: type[x.All] | type[x.AnyOf], parts: list[Any], *, drop: Any, decides: Any) -> Any:
    """Leave out what is settled, so that fewer answers have to be tried."""
    left = tuple(dict.fromkeys(part for part in parts if part != drop))
    return decides if decides in left else left[0] if len(left) == 1 else join(left)
