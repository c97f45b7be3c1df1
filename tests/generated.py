"""Answers and cases as hypothesis makes them: a worked profile with some answers changed, removed or unknown."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from worked import Reader, typed_answer

from employer_assistant.cases.commands import (
    Answer as GiveAnswer,
)
from employer_assistant.cases.commands import (
    ChooseProcedure,
    ChooseRoute,
    Command,
    EnterEvent,
    SetDocument,
    TakeStep,
    TickStep,
)
from employer_assistant.cases.model import Case, DocumentState
from employer_assistant.content.library import Library
from employer_assistant.content.model import Fact
from employer_assistant.rules.answers import UNKNOWN, Answer


def examples(most: int) -> settings:
    """Return settings for so many generated cases, however long each takes."""
    return settings(max_examples=most, deadline=None, suppress_health_check=list(HealthCheck))


THOUSANDS = examples(2000)
NUMBERS = ("0", "1", "2", "3", "6", "24", "36", "1091.20", "45934.20", "50700", "60000")
COUNTRIES = ("VN", "NG", "RS", "US", "FR")
CODES = ("2512", "2142", "3221", "7212")
PAST = ("1975-01-01", "1981-11-22", "1995-05-05", "2020-01-01", "2023-11-22", "2026-08-01", "2027-02-01")


def _written(fact: Fact) -> list[Any]:
    match fact.kind:
        case "choice":
            return [choice.value for choice in fact.choices]
        case "yes_no":
            return ["true", "false"]
        case "money" | "number":
            return list(NUMBERS)
        case "date":
            return list(PAST)
        case "country":
            return list(COUNTRIES)
        case "countries":
            return [[country] for country in COUNTRIES]
        case "occupation":
            return ["pflegefachmann", "berufskraftfahrer", "arzt"]
        case "postcode":
            return ["01067", "09573"]
    return list(CODES) if fact.id.endswith("isco08") else []


@lru_cache(maxsize=2)
def possible_answers(library: Library) -> dict[str, list[Any]]:
    """Telling answers of each fact, as they are written in a file."""
    return {fact.id: answers for fact in library.facts.values() if (answers := _written(fact))}


@st.composite
def answer_sets(draw: st.DrawFn, library: Library, reader: Reader) -> dict[str, Answer]:
    """A profile with some answers changed, removed or unknown."""
    possible = possible_answers(library)
    answers = dict(reader.situation(draw(st.sampled_from(sorted(reader.profiles))), {}).answers)
    for fact in draw(st.lists(st.sampled_from(sorted(possible)), max_size=12, unique=True)):
        change = draw(st.sampled_from([*map(str, range(len(possible[fact]))), "absent", UNKNOWN]))
        if change == "absent":
            answers.pop(fact, None)
        elif change == UNKNOWN:
            answers[fact] = UNKNOWN
        else:
            answers[fact] = typed_answer(library, fact, possible[fact][int(change)])
    return answers


DAYS = st.sampled_from([date(2026, 9, 1), date(2026, 11, 2), date(2026, 11, 22)])
EVENTS = ("work_start", "visa_application", "first_title_issued")
"""Days on which something happened, and events to which ages and spans count."""


@st.composite
def told_cases(draw: st.DrawFn, library: Library, reader: Reader) -> Case:
    """A case as an office keeps it: answers of a profile, mostly with a route, some steps, papers and days entered."""
    answers = draw(answer_sets(library, reader))
    answers |= draw(st.sampled_from([{}, {"job.start_wished": date(2027, 9, 1)}, {"job.site_postcode": "01067"}]))
    steps = st.sampled_from(sorted(library.steps))
    events = st.sampled_from(EVENTS)
    return Case(
        "Musterfall",
        answers,
        draw(st.none() | st.sampled_from(sorted(library.routes))),
        draw(st.sampled_from([None, "regular", "accelerated"])),
        ticks=draw(st.dictionaries(steps, DAYS, max_size=3)),
        events=draw(st.dictionaries(events, DAYS, max_size=2)),
        documents=draw(
            st.dictionaries(st.sampled_from(sorted(library.documents)), st.just(DocumentState("received")), max_size=2)
        ),
        taken=tuple(draw(st.lists(steps, max_size=2, unique=True))),
    )


@st.composite
def other_answers(draw: st.DrawFn, library: Library, case: Case) -> tuple[str, Answer | None]:
    """A fact with another answer, or with none; mostly one that was answered before."""
    possible = possible_answers(library)
    given = sorted(fact for fact in case.answers if fact in possible)
    fact = draw(st.sampled_from(given if given and draw(st.booleans()) else sorted(possible)))
    written = draw(st.sampled_from([None, UNKNOWN, *possible[fact]]))
    return fact, written if written in (None, UNKNOWN) else typed_answer(library, fact, written)


@st.composite
def acts(draw: st.DrawFn, library: Library, case: Case) -> Command:
    """Something that can be done to a case."""
    steps = st.sampled_from([*case.ticks, *case.taken, *sorted(library.steps)])
    return draw(
        st.one_of(
            other_answers(library, case).map(lambda told: GiveAnswer(*told)),
            other_answers(library, case).map(lambda told: GiveAnswer(*told)),
            st.builds(ChooseRoute, st.none() | st.sampled_from(sorted(library.routes))),
            st.builds(ChooseProcedure, st.sampled_from([None, "regular", "accelerated"])),
            st.builds(TickStep, steps, st.none() | DAYS),
            st.builds(EnterEvent, st.sampled_from(EVENTS), DAYS),
            st.builds(TakeStep, steps, st.booleans()),
            st.builds(
                SetDocument,
                st.sampled_from(sorted(library.documents)),
                st.none() | st.just(DocumentState("checked")),
            ),
        )
    )
