"""One case in a few words, for the list of cases: its name, its route, how far it is, what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from employer_assistant.cases.model import Case
from employer_assistant.cases.titles import shown_title
from employer_assistant.cases.view import progress_of, situation_of
from employer_assistant.content.library import Library
from employer_assistant.content.phrases import phrase, text
from employer_assistant.plan.model import Plan
from employer_assistant.rules.assessment import Assessment, Status, assess
from employer_assistant.rules.interview import interview
from employer_assistant.rules.wording import date_text
from employer_assistant.ui.wizard.journey import questions_left


@dataclass(frozen=True)
class Summary:
    """Words for one line of the list. ``next_day`` is the day of the next deadline, None if there is none."""

    title: str
    route: str
    state: str
    next_step: str
    next_day: date | None


def summary(case: Case, library: Library, on: date, language: str) -> Summary:
    """Work out the line of a case."""
    assessment = assess(situation_of(case, library, on))
    title = shown_title(case, library, language)
    if not assessment.title_needed:
        return Summary(title, phrase("ui.start.route.not_needed", language), "", "", None)
    left = questions_left(assessment, interview(assessment))
    asked = phrase("ui.start.state.questions", language, n=left) if left else ""
    found = _plan(case, assessment)
    if found is None:
        closed = all(one.status is Status.CLOSED for one in assessment.routes)
        words = phrase("ui.start.route.none" if closed else "ui.start.route.unclear", language)
        return Summary(title, words, asked, "", None)
    road = [step for step in found.steps if not step.optional and not step.contingent]
    done = sum(step.status == "done" for step in road)
    state = phrase("ui.start.state.steps", language, done=done, all=len(road))
    step, day = _next(found)
    next_step = text(library.steps[step].title, language) if step else ""
    route = f"{text(found.route.route.short, language)} ({phrase(f'status.{found.route.status.id}', language)})"
    return Summary(title, route, "\n".join(part for part in (state, asked) if part), next_step, day)


def next_words(found: Summary, language: str) -> str:
    """Return what comes next and until when."""
    day = date_text(found.next_day, language) if found.next_day else ""
    return "\n".join(part for part in (day, found.next_step) if part)


def _plan(case: Case, assessment: Assessment) -> Plan | None:
    """Return the plan of the chosen or best route, None where there is none."""
    from employer_assistant.plan.planning import NotPossible, plan

    best = assessment.best
    known = {one.route.id for one in assessment.routes}
    route = case.route if case.route in known else best.route.id if best is not None else None
    if route is None:
        return None
    wished = assessment.situation.value("job.start_wished")
    try:
        return plan(
            assessment.situation,
            assessment.route(route),
            case.procedure or "regular",
            progress_of(case),
            wished if isinstance(wished, date) else None,
        )
    except NotPossible:
        return None


def _next(found: Plan) -> tuple[str, date | None]:
    """Return the next step to do, and the day of the next deadline of a step not done."""
    waiting = [step for step in found.steps if step.status == "next" and not step.optional and not step.contingent]
    days = [
        (deadline.date, step.step.id)
        for step in waiting
        for deadline in step.deadlines
        if deadline.date is not None and not deadline.assumed and deadline.date >= found.on
    ]
    if days:
        day, step = min(days)
        return step, day
    return (waiting[0].step.id, None) if waiting else ("", None)
