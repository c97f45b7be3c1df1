"""Three values joined as Kleene does: any unmet makes `all` unmet, whatever else is unknown."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum


class Verdict(Enum):
    """What is known about a requirement."""

    MET = "met"
    UNMET = "unmet"
    UNKNOWN = "unknown"


def all_of(verdicts: Iterable[Verdict]) -> Verdict:
    """Unmet if any is unmet, met if all are met, else unknown."""
    found = set(verdicts)
    if Verdict.UNMET in found:
        return Verdict.UNMET
    return Verdict.UNKNOWN if Verdict.UNKNOWN in found else Verdict.MET


def any_of(verdicts: Iterable[Verdict]) -> Verdict:
    """Met if any is met, unmet if all are unmet, else unknown."""
    found = set(verdicts)
    if Verdict.MET in found:
        return Verdict.MET
    return Verdict.UNKNOWN if Verdict.UNKNOWN in found else Verdict.UNMET


def negated(verdict: Verdict) -> Verdict:
    """Turn met and unmet around; unknown stays."""
    return {Verdict.MET: Verdict.UNMET, Verdict.UNMET: Verdict.MET}.get(verdict, Verdict.UNKNOWN)


def verdict_of(truth: bool) -> Verdict:
    """Return met for true, unmet for false."""
    return Verdict.MET if truth else Verdict.UNMET
