"""A case as the rules and the plan want to see it."""

from __future__ import annotations

from datetime import date

from employer_assistant.cases.model import Case
from employer_assistant.content.library import Library
from employer_assistant.plan.model import Progress
from employer_assistant.rules.situation import Situation


def situation_of(case: Case, library: Library, on: date) -> Situation:
    """Return the case on a day. A ticked step counts as its finish event; an event that was entered outranks it.

    Where two ticked steps have one finish event, the earlier day counts: then it had happened.
    """
    steps = library.steps
    days = sorted(case.ticks.items(), key=lambda tick: tick[1], reverse=True)
    ticked = {event: day for step, day in days if step in steps and (event := steps[step].finish_event)}
    return Situation(library, case.answers, on, {**ticked, **case.events})


def progress_of(case: Case) -> Progress:
    """Return what has happened in the case so far."""
    states = {document: state.state for document, state in case.documents.items()}
    return Progress(case.ticks, case.events, case.taken, states, case.procedure is not None)
