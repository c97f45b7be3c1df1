"""What follows from an assessment and is asked for by many, worked out once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from employer_assistant.rules.assessment import Assessment

_T = TypeVar("_T")


def once(work: Callable[[Assessment], _T]) -> Callable[[Assessment], _T]:
    """Return the function so that what it says is kept with the assessment, as a cached property would keep it."""

    @wraps(work)
    def kept(assessment: Assessment) -> _T:
        beside = vars(assessment)
        if work.__name__ not in beside:
            beside[work.__name__] = work(assessment)
        found: _T = beside[work.__name__]
        return found

    return kept
