"""A new route, step or office needs YAML only: it shows in assessment, plan and desks, and the check lets it pass."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from typing import Any

import pytest
from planting import EVERY_RULE, Sources, said

from employer_assistant.content.build import build_pack
from employer_assistant.content.library import Library
from employer_assistant.content.pack import decode
from employer_assistant.content.strict_yaml import read_yaml
from employer_assistant.plan.model import Progress
from employer_assistant.plan.offices import desks
from employer_assistant.plan.planning import plan
from employer_assistant.rules.assessment import Status, assess
from employer_assistant.rules.interview import interview
from employer_assistant.rules.situation import Situation

ON = date(2026, 11, 23)
ROUTE = "new-title-99"
STEP = "new-notice"
SHEETS = ("es", "fr", "ru", "tr", "uk", "uz", "vi")
"""Languages of the candidate's sheet that have a file of words alone; the sheet names the route in each."""
SHORT = {f"routes.{ROUTE}.short": "99"}
PATTERN = "routes/listed-nationals-26-1.yaml"


def words(german: str, english: str) -> dict[str, str]:
    return {"de": german, "en": english}


def new_route(sources: Sources) -> dict[str, Any]:
    """Return a title for people from Vietnam with one condition of its own, written after a title that is there."""
    text = (sources.folder / PATTERN).read_text(encoding="utf-8")
    tree: Any = deepcopy(read_yaml(text, PATTERN).value)
    (route,) = tree["routes"]
    condition = {
        **route["conditions"][0],
        "id": f"{ROUTE}.c1",
        "text": words("Die Person ist aus Vietnam.", "The person is from Vietnam."),
        "met_when": {"test": "in", "fact": "person.citizenship", "values": ["VN"]},
    }
    return {
        **route,
        "id": ROUTE,
        "rank": "32",
        "title": words("Neuer Weg", "New route"),
        "requires": {"test": "condition", "condition": f"{ROUTE}.c1"},
        "conditions": [condition],
        "ba_approval": {"value": "none"},
        "accelerated": {"value": "no"},
    }


def new_step() -> dict[str, Any]:
    return {
        "id": STEP,
        "phase": "preparation",
        "title": words("Neue Anzeige schicken", "Send the new notice"),
        "what": words("Schicken Sie die Anzeige.", "Send the notice."),
        "authority": words("Sie selbst", "You"),
        "applies_to": [ROUTE],
        "procedure": "both",
        "when": {"test": "is", "fact": "job.offer", "value": "true"},
        "responsible": "employer",
        "finish_event": "new_notice_sent",
        "duration": {
            "min": "1",
            "likely": "2",
            "max": "3",
            "unit": "days",
            "kind": "estimate",
            "basis": words("Eigene Schätzung.", "Own estimate."),
        },
        "fee": {"min": "0", "max": "0", "payer": "employer"},
        "documents": ["passport-copy"],
    }


@pytest.fixture
def grown(sources: Sources, real_faults: set[str]) -> Library:
    """The real content with a route, a step and an office more, checked and packed."""
    sources.add(PATTERN, new_route(sources))
    sources.add("steps/preparation.yaml", new_step())
    sources.add(
        "offices.yaml",
        {
            "id": "new-desk",
            "role": "advice",
            "name": words("Neue Beratung", "New advice desk"),
            "districts": ["14612"],
            "address": {"street": "Beispielweg 1", "postcode": "01067", "city": "Dresden"},
            "as_of": "2026-11-22",
            "confidence": "low",
            "sources": ["law-aufenthg"],
        },
    )
    for language in SHEETS:
        sources.change(f"languages/{language}.yaml", lambda items: next(iter(items.values()))["texts"].update(SHORT))
    sources.change("districts.yaml", lambda items: items["14612"]["advice"].append("new-desk"))
    assert said(sources.problems(EVERY_RULE)) <= real_faults
    return Library(decode(build_pack(sources.folder)))


def case(library: Library, **answers: Any) -> Situation:
    return Situation(library, {fact.replace("__", "."): answer for fact, answer in answers.items()}, ON)


def test_a_route_is_assessed(grown: Library) -> None:
    vietnam = assess(case(grown, person__citizenship=("VN",)))
    india = assess(case(grown, person__citizenship=("IN",)))
    assert vietnam.route(ROUTE).status is Status.OPEN
    assert india.route(ROUTE).status is Status.CLOSED
    assert vietnam.routes[-1].route.id == ROUTE, "its rank is the last"


def test_a_route_is_asked_for(grown: Library) -> None:
    found = interview(assess(case(grown, job__purpose="scouting")))
    assert "person.citizenship" in (*found.next_facts, *found.optional_facts)


def test_a_step_is_selected_for_its_route_only(grown: Library) -> None:
    situation = case(grown, person__citizenship=("VN",), job__offer=True, person__location="abroad")
    found = assess(situation).route(ROUTE)
    made = plan(situation, found, "regular", Progress({}, {}), None)
    (step,) = [step for step in made.steps if step.step.id == STEP]
    assert (step.duration.likely, step.fee.payer) == (2, "employer")
    assert any(paper.document.id == "passport-copy" and STEP in paper.steps for paper in made.documents)
    without = case(grown, person__citizenship=("VN",), job__offer=False, person__location="abroad")
    other = plan(without, assess(without).route(ROUTE), "regular", Progress({}, {}), None)
    assert STEP not in {step.step.id for step in other.steps}


def test_an_office_is_found_by_its_place(grown: Library) -> None:
    dresden, leipzig = (desks(grown, postcode, None, None) for postcode in ("01067", "04109"))
    assert "new-desk" in {desk.desk.id for desk in dresden.of_role("advice")}
    assert "new-desk" not in {desk.desk.id for desk in leipzig.desks}


def test_without_them_nothing_of_it_shows(library: Library) -> None:
    assert ROUTE not in library.routes
    assert STEP not in library.steps
    assert "new-desk" not in library.offices
