"""The report on many cases: each stands there with its state, thousands are summed up, initials hide titles."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pytest
from made_up_hire import METALWORKER, ON
from pypdf import PdfReader
from test_pages import NAMES, sample

from employer_assistant.cases.view import progress_of, situation_of
from employer_assistant.content.library import Library
from employer_assistant.papers.blocks.portfolio import MOST
from employer_assistant.papers.form import FormError
from employer_assistant.papers.input import CaseState, no_case
from employer_assistant.papers.letterhead import Letterhead, PaperOptions
from employer_assistant.papers.printing import render_portfolio
from employer_assistant.plan.outlook import outlook


@pytest.fixture(scope="module")
def states(library: Library) -> list[CaseState]:
    cases = [METALWORKER, *(sample(name, library).case for name in NAMES)]
    return [
        CaseState(
            case.title,
            outlook(situation_of(case, library, ON), case.route, case.procedure or "regular", progress_of(case)),
        )
        for case in cases
    ]


def printed(
    library: Library, states: list[CaseState], language: str = "de", options: PaperOptions | None = None
) -> list[str]:
    shared = no_case(library, ON, "0.1.0", sample=all(one.sample for one in states))
    data, letters = render_portfolio(states, shared, language, options)
    assert not letters
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(data)).pages]


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_case_stands_there_with_its_next_step(library: Library, states: list[CaseState], language: str) -> None:
    words = " ".join(printed(library, states, language))
    for state in states:
        assert state.title.split(",", 1)[0] in words
        step = library.steps.get(state.outlook.next_step or "")
        assert step is None or (step.title.de if language == "de" else step.title.en).split("(")[0].strip() in words
    assert not re.search(r"\b(\d \d{3}|\d\d \d\d)\b", words), "no year is torn"


def test_head_names_day_letterhead_and_how_many_stand_how(library: Library, states: list[CaseState]) -> None:
    head = PaperOptions(letterhead=Letterhead(("Beratung Beispiel",)))
    first = printed(library, states, options=head)[0]
    assert ON.strftime("%d.%m.%Y") in first
    assert "Beratung Beispiel" in first
    assert f"Fälle: {len(states)}" in first
    assert "Beratung Beispiel" not in printed(library, states)[0]


def test_initials_leave_no_title(library: Library, states: list[CaseState]) -> None:
    said = CaseState("Zwölfgeheim, Quixotina", states[0].outlook)
    assert "Zwölfgeheim" in printed(library, [said])[0]
    reduced = printed(library, [said], options=PaperOptions(initials=True))[0]
    assert "Z. Q." in reduced
    assert "Zwölfgeheim" not in reduced


def test_a_day_that_has_passed_is_said_to_have(library: Library, states: list[CaseState]) -> None:
    due = replace(states[0].outlook.dues[0], day=ON - timedelta(days=3), assumed=False)
    late = CaseState("Lan", replace(states[0].outlook, dues=(due,), risk="overdue"))
    words = printed(library, [late])[0]
    assert "ist vorbei" in words
    assert "Frist abgelaufen" in words
    assert "ist vorbei" not in printed(library, [CaseState("Lan", replace(late.outlook, dues=()))])[0]


def test_samples_are_marked(library: Library, states: list[CaseState]) -> None:
    assert "Musterfall" in printed(library, [replace(states[0], sample=True), states[1]])[0]
    assert "Musterfall" not in printed(library, states[:2])[0]


def test_of_thousands_the_first_are_listed_and_all_are_counted(library: Library, states: list[CaseState]) -> None:
    many = [CaseState(f"Fall {n:04}", states[1].outlook) for n in range(1, MOST + 3)]
    pages = printed(library, many)
    words = " ".join(pages)
    assert f"Fall {MOST:04}" in words
    assert f"Fall {MOST + 1:04}" not in words
    assert f"die ersten {MOST} von {MOST + 2}" in pages[0]
    assert f"Fälle: {MOST + 2}" in pages[0]
    assert "die ersten" not in printed(library, many[:3])[0]


def test_no_case_is_no_report(library: Library) -> None:
    with pytest.raises(FormError, match="mindestens ein Fall"):
        printed(library, [])
