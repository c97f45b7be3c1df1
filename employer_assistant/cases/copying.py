"""A case for the next hire in the same job, and the employer's data entered once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from employer_assistant.cases.model import Case
from employer_assistant.content.library import Library
from employer_assistant.rules.answers import Answer as Value

KEPT_GROUPS = frozenset({"job", "employer"})


def is_kept(fact: str, library: Library) -> bool:
    """Tell whether the answer to a fact holds for the next hire in the same job too."""
    known = library.facts.get(fact)
    return known is not None and known.group in KEPT_GROUPS and not known.per_hire


def next_hire(case: Case, library: Library, title: str) -> Case:
    """Return a new case with what is known of job and employer; person, ticks, events, papers and notes stay out."""
    return Case(
        title=title,
        answers={fact: value for fact, value in case.answers.items() if is_kept(fact, library)},
        reasons={fact: why for fact, why in case.reasons.items() if is_kept(fact, library)},
        content_version=library.content.version,
        sample=case.sample,
    )


def employer_answers(case: Case, library: Library) -> dict[str, Value]:
    """Return the answers about the employer that hold for every hire, to keep them with the workspace."""
    return {
        fact: value
        for fact, value in case.answers.items()
        if is_kept(fact, library) and library.facts[fact].group == "employer"
    }


def with_employer(case: Case, answers: Mapping[str, Value]) -> Case:
    """Return a case with the employer's data where nothing is answered yet."""
    return replace(case, answers={**answers, **case.answers})
