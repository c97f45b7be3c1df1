"""What to find out next after a quick check: what decides this case first, what is asked of everybody last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from employer_assistant.rules.answers import UNKNOWN
from employer_assistant.rules.assessment import Assessment, Finding, RouteAssessment
from employer_assistant.rules.judge import judge, unique
from employer_assistant.rules.quick_check import DOCUMENT, IN_GERMANY, LOCATION, QuickCheck
from employer_assistant.rules.situation import Situation
from employer_assistant.rules.verdict import Verdict

MOST_POINTS = 5
"""Points that are named; the interview asks the others."""
MOST_WEIGHED = 3
"""Routes, best first, whose open facts tell what decides."""
RECOGNISED_BY = ("recognition_body", "zab")


def to_find_out(check: QuickCheck, assessment: Assessment) -> tuple[str, ...]:
    """Return facts to clear up, those that decide first.

    What the present document allows, what the nearest route is known to lack, what it depends on (while none is near
    first what decides most of the first ones), then the rest, what few routes ask before what all of them ask.
    """
    if not check.title_needed:
        return ()
    situation = assessment.situation
    found = [DOCUMENT] if permission_open(situation) else []
    for nearest in check.considered[:1] or check.lines[: 0 if found else 1]:
        found += [fact for one in nearest.missing for fact in _lacking(one, situation)]
        found += [*(deciding(check) if nearest.looks == "depends" else ()), *nearest.depends]
        rare = _rare(nearest.found, assessment)
        found += sorted(nearest.later, key=lambda fact: rare.get(fact, 0))
    return unique(found)


def permission_open(situation: Situation) -> bool:
    """Tell whether the document of somebody who is in Germany does not allow the job, as far as is known."""
    return situation.value(LOCATION) == IN_GERMANY and situation.value(DOCUMENT) != "yes"


def is_lacking(fact: str, situation: Situation) -> bool:
    """Tell whether a fact to find out was answered, so that something is to be obtained and not to be asked."""
    return situation.answers.get(fact, UNKNOWN) != UNKNOWN


def deciding(check: QuickCheck) -> list[str]:
    """Return the facts on which the first routes hang that suit the occupation, those of most routes first."""
    hanging = Counter(fact for line in check.considered[:MOST_WEIGHED] for fact in line.depends)
    return [fact for fact, _ in hanging.most_common()]


def _lacking(finding: Finding, situation: Situation) -> Iterator[str]:
    """Yield the answer that keeps a point from being met: a recognition or licence, else the one asked last."""
    able = [
        fact
        for fact in finding.facts
        if is_lacking(fact, situation)
        and judge(finding.condition.met_when, situation.answered({fact: None})).verdict is not Verdict.UNMET
    ]
    known = situation.library.facts
    recognised = [fact for fact in able if known[fact].asked_when_unknown in RECOGNISED_BY]
    yield from (recognised or able[-1:])[:1]


def _rare(nearest: RouteAssessment, assessment: Assessment) -> dict[str, int]:
    """Return of each fact how many routes ask for what its points ask: a passport all, a hosting agreement one."""
    asking = Counter(
        fact for found in assessment.routes for fact in {fact for one in found.findings for fact in one.facts}
    )
    rare = dict(asking)
    for finding in nearest.findings:
        least = min((asking[fact] for fact in finding.facts), default=0)
        rare.update((fact, min(rare[fact], least)) for fact in finding.facts)
    return rare
