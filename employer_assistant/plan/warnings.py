"""What has to be said beside a plan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from employer_assistant.content.model import Procedure
from employer_assistant.plan.anchors import anchor
from employer_assistant.plan.deadlines import ENDS
from employer_assistant.plan.model import PlannedStep, Range
from employer_assistant.plan.offices import Desks
from employer_assistant.plan.road import Road
from employer_assistant.plan.selection import accelerated, fitting_procedure, in_germany, missing_answers
from employer_assistant.plan.start_of_work import start_of_work
from employer_assistant.rules.assessment import CaseWarning, Finding, RouteAssessment, Status
from employer_assistant.rules.figures_then import below_minimum_wage, without_figure
from employer_assistant.rules.situation import Situation
from employer_assistant.rules.verdict import Verdict

VISA_ISSUED, VISA_EXPIRY = "visa_issued", "visa_expiry"


def warnings(
    found: RouteAssessment, wished: Procedure, road: Road, steps: tuple[PlannedStep, ...]
) -> Iterator[CaseWarning]:
    """Return the warnings; values named ``route``, ``step`` and ``facts`` are ids, days are ISO dates."""
    situation = road.setting.situation
    if found.status is Status.UNDECIDED:
        yield CaseWarning("undecided-route", {"route": found.route.id, "facts": ", ".join(found.open_facts)})
    if fitting_procedure(wished, situation) != wished:
        yield CaseWarning("accelerated-not-in-germany", {})
    elif wished == "accelerated" and accelerated(found, situation) == "ask":
        yield CaseWarning("accelerated-ask", {"route": found.route.id})
    yield from _without_visa(found, steps, road)
    missing = missing_answers(road.setting)
    if missing:
        yield CaseWarning("answers-missing", {"facts": ", ".join(missing)})
    start_by = road.setting.wished
    if start_by is not None and not road.dated[road.milestone.step.id].done:
        if situation.value("job.purpose") == "scouting":
            yield CaseWarning("start-of-search", {"wished": start_by.isoformat()})
        yield from _start(road.finish, start_by)
        if road.finish.likely > start_by and _faster_perhaps(found, road):
            yield CaseWarning("start-faster", {})
    yield from _visa_over(road)
    yield from _missed(steps, situation.on)
    yield from _unreached(steps, situation.on)
    start = road.finish.likely
    if start.year > situation.on.year and not road.dated[road.milestone.step.id].done:
        open_then = without_figure((found,), situation, start)
        yield from (warning for warning in open_then if warning.values.get("case") != "idle")
        yield from below_minimum_wage(situation, start)


def _without_visa(found: RouteAssessment, steps: tuple[PlannedStep, ...], road: Road) -> Iterator[CaseWarning]:
    """The plan applies in Germany, but the law wants a visa: surely by a condition of the route, else probably.

    §§ 39, 41 AufenthV, for the search card § 20a Abs. 4 Satz 2 AufenthG.
    """
    planned, situation = {one.step.id for one in steps}, road.setting.situation
    away = [one for one in found.findings if one.verdict is Verdict.UNMET and _visa_left_out(one, planned, situation)]
    perhaps = [one for one in away if one.condition.effect == "procedure"]
    needed = [one for one in found.weighing if one in away and one not in perhaps and in_germany(situation)]
    for finding in needed or perhaps:
        kind = "departure-needed" if needed else "departure-perhaps"
        yield CaseWarning(kind, {"condition": finding.condition.id})


def _visa_left_out(finding: Finding, planned: set[str], situation: Situation) -> bool:
    """Tell whether what would meet the condition is a visa, and none is on the road."""
    known = situation.library.steps
    visa = {step for step in finding.condition.remedy_steps if known[step].phase == "visa"}
    return bool(visa) and not visa & planned


def of_place(work: Desks) -> tuple[CaseWarning, ...]:
    """Say why the place of work has no desks (not known, not in Saxony, not unambiguous)."""
    return (CaseWarning(work.reason, {}),) if work.reason else ()


def _start(finish: Range, start_by: date) -> Iterator[CaseWarning]:
    """Compare the wished day with what the road allows: likely too late, or only perhaps in time."""
    values = {"wished": start_by.isoformat(), "likely": finish.likely.isoformat()}
    if finish.likely > start_by:
        yield CaseWarning("start-not-reachable", values)
    elif finish.latest is None:
        yield CaseWarning("start-without-latest", values)
    elif finish.latest > start_by:
        yield CaseWarning("start-at-risk", {**values, "latest": finish.latest.isoformat()})


def _faster_perhaps(found: RouteAssessment, road: Road) -> bool:
    """Tell whether § 81a can be asked for and has not been chosen."""
    setting = road.setting
    return setting.procedure == "regular" and not (
        in_germany(setting.situation) or accelerated(found, setting.situation) == "no"
    )


def _visa_over(road: Road) -> Iterator[CaseWarning]:
    """A visa that is not issued yet would run out before the start that is wished, if it began with its issue."""
    start, expiry = start_of_work(road), anchor(VISA_EXPIRY, road, "")
    later = start.reason in ("wished", "agreed") and VISA_ISSUED not in road.events
    if later and expiry is not None and expiry.assumed and expiry.day < start.day:
        yield CaseWarning("visa-before-start", {"day": expiry.day.isoformat(), "start": start.day.isoformat()})


def _unreached(steps: tuple[PlannedStep, ...], on: date) -> Iterator[CaseWarning]:
    """A period of the law that is still to run will likely be too short for a step of the road."""
    for planned in steps:
        for clause in planned.deadlines:
            binding = clause.deadline.strength == "statute" and not (planned.contingent or planned.optional)
            day = clause.date
            if day is not None and binding and clause.late and (clause.assumed or day >= on):
                yield CaseWarning("deadline-unreached", {"step": planned.step.id, "day": day.isoformat()})


def _missed(steps: tuple[PlannedStep, ...], on: date) -> Iterator[CaseWarning]:
    """A period of the law that really runs has ended, and the step is not done."""
    for planned in steps:
        if planned.status == "done" or (planned.contingent and planned.start is None):
            continue
        for clause in planned.deadlines:
            binding = clause.deadline.strength == "statute" and clause.deadline.relation in ENDS
            if binding and not clause.assumed and clause.date is not None and clause.date < on:
                yield CaseWarning("deadline-passed", {"step": planned.step.id, "day": clause.date.isoformat()})
