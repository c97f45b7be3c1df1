"""Which steps belong to the road of a route, and in what form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from employer_assistant.content.model import Duration, Procedure, Step
from employer_assistant.plan.model import Progress
from employer_assistant.plan.reading import as_read
from employer_assistant.plan.setting import Setting, judged, met
from employer_assistant.rules.assessment import RouteAssessment
from employer_assistant.rules.judge import unique
from employer_assistant.rules.quick_check import DOCUMENT
from employer_assistant.rules.situation import Situation
from employer_assistant.rules.verdict import Verdict

PROCEDURE_STEP = "choose-procedure"
"""The step whose routes are those for which § 81a can be asked for at all."""
SEARCH_CARD = "opportunity_card"


@dataclass(frozen=True)
class Chosen:
    """A step of the road. ``contingent``: only if something goes otherwise; ``optional``: offered and not taken.

    ``start_events`` and ``finish_events`` are the names its beginning and its end have in this plan. ``late``: days
    by which it is supposed to take longer.
    """

    step: Step
    contingent: bool
    optional: bool
    provisional: bool
    duration: Duration
    start_events: tuple[str, ...]
    finish_events: tuple[str, ...]
    late: int = 0

    @property
    def counted(self) -> bool:
        """Whether the step moves the finish and the costs."""
        return not (self.contingent or self.optional)


def accelerated(found: RouteAssessment, situation: Situation) -> str:
    """Return whether § 81a is open for the route: yes, ask or no."""
    possible = found.route.id in situation.library.steps[PROCEDURE_STEP].applies_to
    return found.accelerated if possible else "no"


def in_germany(situation: Situation) -> bool:
    """Tell whether the person is already in Germany, where § 81a has no place."""
    return situation.value("person.location") == "germany"


def approval_key(value: str, situation: Situation) -> str:
    """Return the key of the words for a ruling on the agency's approval: of people here it is the rule (§ 9 BeschV)."""
    return f"{value}.here" if value == "required" and in_germany(situation) else value


def may_work(situation: Situation) -> bool:
    """Tell whether the document of a person in Germany allows the job already, by the answer given."""
    return in_germany(situation) and situation.value(DOCUMENT) == "yes"


def searching(found: RouteAssessment, situation: Situation) -> bool:
    """Tell whether the route leads to a title for the search: then trial work or a side job may begin, and no more.

    A job that the present document allows already does not wait for that title; who holds the search card already
    gets it anew for a job (§ 20a para. 5 sentence 2 AufenthG).
    """
    if situation.value("person.status_in_germany") == SEARCH_CARD or may_work(situation):
        return False
    return found.route.for_search


def happened(setting: Setting, progress: Progress) -> dict[str, date]:
    """Return the events that took place. A tick is the finish event of its step; an event outranks a tick."""
    steps = setting.library.steps
    ticked = {
        event: day for step, day in progress.ticks.items() if step in steps and (event := steps[step].finish_event)
    }
    return {**ticked, **progress.events}


def select(found: RouteAssessment, setting: Setting, progress: Progress) -> dict[str, Chosen]:
    """Return the steps of the plan by id, in the order of the content."""
    events = happened(setting, progress)
    remedies = _remedies(found)
    return {
        step.id: _chosen(step, setting, progress, events, remedies)
        for step in _applicable(setting)
        if met(step.when, setting) and not _decided(step, progress, events)
    }


def _decided(step: Step, progress: Progress, events: Mapping[str, date]) -> bool:
    """Whether the step asks for a procedure that the case names already; once dated, it stays as done."""
    return step.id == PROCEDURE_STEP and progress.procedure_chosen and step.finish_event not in events


def missing_answers(setting: Setting) -> tuple[str, ...]:
    """Return the facts without an answer on which it hangs whether a step that counts belongs to the road."""
    steps = (step for step in _applicable(setting) if not step.contingent and not _optional_for(step, setting))
    return unique(fact for step in steps for fact in judged(step.when, setting).open_facts)


def _applicable(setting: Setting) -> Iterator[Step]:
    for step in setting.library.steps.values():
        if _named(step.applies_to, setting.route) and step.procedure in (setting.procedure, "both"):
            yield step


def _named(routes: tuple[str, ...], route: str) -> bool:
    return "all" in routes or route in routes


def _optional_for(step: Step, setting: Setting) -> bool:
    return _named(step.optional_for, setting.route)


def _chosen(
    step: Step, setting: Setting, progress: Progress, events: Mapping[str, date], remedies: frozenset[str]
) -> Chosen:
    starts, finishes = _names(step, "start", setting), _names(step, "finish", setting)
    begun = step.id in progress.ticks or any(event in events for event in (*starts, *finishes))
    taken = begun or step.id in progress.taken or step.id in remedies
    return Chosen(
        as_read(step, setting),
        contingent=step.contingent,
        optional=_optional_for(step, setting) and not taken and not step.contingent,
        provisional=judged(step.when, setting).verdict is Verdict.UNKNOWN,
        duration=_duration(step, setting),
        start_events=starts,
        finish_events=finishes,
    )


def _names(step: Step, at: str, setting: Setting) -> tuple[str, ...]:
    own = step.start_event if at == "start" else step.finish_event
    more = (also.event for also in step.also_events if also.at == at and met(also.when, setting))
    return (*((own,) if own else ()), *more)


def _duration(step: Step, setting: Setting) -> Duration:
    return next((variant.duration for variant in step.variants if met(variant.when, setting)), step.duration)


def _remedies(found: RouteAssessment) -> frozenset[str]:
    unmet = (finding for finding in found.weighing if finding.verdict is Verdict.UNMET)
    return frozenset(step for finding in unmet for step in finding.remedy_steps)


def fitting_procedure(wished: Procedure, situation: Situation) -> Procedure:
    """Return the procedure that the law leaves: regular for a person already in Germany."""
    return "regular" if in_germany(situation) else wished
