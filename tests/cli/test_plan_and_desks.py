"""``plan`` and ``offices``: the shape of the answers and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from employer_assistant.content.desks import address_lines
from employer_assistant.content.library import Library
from employer_assistant.content.phrases import phrase
from tests.cli.conftest import ON, Answer, refused

Call = Callable[..., Answer]
Sample = Callable[[str], Path]


def test_plan_shape(call: Call, sample: Sample, library: Library) -> None:
    found = call("plan", sample("metallbauer"), "--on", ON, "--json").json
    assert found["route"] == "vocational-18a"
    assert found["procedure"] == "accelerated"
    assert found["on"] == ON
    assert found["finish"]["earliest"] <= found["finish"]["likely"]
    assert {"begin_by", "costs", "offices", "documents", "warnings"} <= set(found)
    assert set(found["costs"]) == {"employer", "worker", "negotiable"}
    for step in found["steps"]:
        _is_step(step, library)
    for document in found["documents"]:
        assert document["id"] in library.documents
        assert set(document["steps"]) <= {step["id"] for step in found["steps"]}
        assert {"who", "form", "state"} <= set(document)
    [fee] = [step["fee"] for step in found["steps"] if step["id"] == "abh-fee"]
    assert fee == {"min": 411, "max": 411, "payer": "employer"}


def _is_step(step: dict[str, Any], library: Library) -> None:
    assert step["id"] in library.steps
    assert step["status"] in ("done", "next", "open", "waiting")
    assert isinstance(step["contingent"], bool)
    assert isinstance(step["optional"], bool)
    assert {"earliest", "latest"} <= set(step["start"])
    assert {"earliest", "likely", "latest"} <= set(step["finish"])
    assert step["fee"]["payer"] in ("employer", "worker", "negotiable")
    assert (step["fee"]["min"] is None) == (step["fee"]["max"] is None)
    for clause in step["deadlines"]:
        assert clause["strength"] in ("statute", "practice", "recommended")


def test_options_outrank_the_case(call: Call, sample: Sample) -> None:
    found = call("plan", sample("metallbauer"), "--procedure", "regular", "--on", ON, "--json").json
    assert found["procedure"] == "regular"
    assert "abh-fee" not in {step["id"] for step in found["steps"]}
    other = call("plan", sample("elektriker"), "--route", "vocational-18a", "--on", ON, "--json").json
    assert other["route"] == "vocational-18a"
    assert other["procedure"] == "regular"


def test_the_wished_day_outranks_the_answer(call: Call, sample: Sample) -> None:
    late = call("plan", sample("metallbauer"), "--start-by", "2029-01-01", "--on", ON, "--json").json
    assert late["start_by"] == "2029-01-01"
    assert late["begin_by"] > ON


def test_a_day_to_begin_by_that_has_passed_is_not_named(call: Call, sample: Sample) -> None:
    late = call("plan", sample("metallbauer"), "--start-by", "2029-01-01", "--on", ON).out
    assert "Spätestens beginnen" in late
    assert "Beginnen Sie sofort" not in late
    here = call("plan", sample("tischler-ukraine"), "--on", ON).out
    assert "Spätestens beginnen" not in here
    assert "Beginnen Sie sofort" in here
    assert "Rund um den ersten Arbeitstag" in here, "who is here does not arrive"


def test_what_is_not_possible_is_refused(call: Call, sample: Sample, case: Callable[..., Path]) -> None:
    no = sample("lagerhelfer")
    assert "Blaue Karte" in refused(call("plan", no, "--route", "blue-card-regular", "--on", ON))
    assert "--route" in refused(call("plan", no, "--on", ON))
    assert "vocational-18a" in refused(call("plan", no, "--route", "nonsense", "--on", ON))
    refused(call("plan", sample("metallbauer"), "--procedure", "slow"))
    european = case({"person.citizenship": ["PL"]})
    assert "Aufenthaltstitel" in refused(call("plan", european, "--route", "vocational-18a", "--on", ON))


def test_plan_as_text(call: Call, sample: Sample) -> None:
    german = call("plan", sample("metallbauer"), "--on", ON).out
    assert "Erster Arbeitstag:" in german
    assert "Kosten" in german
    assert "First working day:" in call("plan", sample("metallbauer"), "--on", ON, "--language", "en").out
    search = call("plan", sample("chancenkarte-elektroniker"), "--on", ON).out
    assert "Probearbeit oder Nebenjob: frühestens" in " ".join(search.split())
    assert "Erster Arbeitstag:" not in search


def test_desks_of_zittau(call: Call) -> None:
    found = call("offices", "--postcode", "02763", "--occupation", "metallbauer", "--json").json
    assert found["district"] == "14626"
    roles = {office["role"]: office for office in found["offices"]}
    assert {"abh", "welcome_center", "ihk", "hwk", "employment_agency", "recognition_body", "advice"} <= set(roles)
    for office in found["offices"]:
        keys = {"id", "name", "address", "phone", "email", "web", "as_of", "confidence", "missing"}
        assert keys <= set(office)
        assert isinstance(office["missing"], list)
    [place] = [one for one in found["candidates"] if one["name"] == "Zittau"]
    by_key = call("offices", "--municipality", place["id"], "--json").json
    assert by_key["municipality"]["name"] == "Zittau"
    assert "candidates" not in by_key


def test_a_district_without_a_welcome_center_names_who_stands_in(call: Call, library: Library) -> None:
    [district] = [one for one in library.districts.values() if one.id == "14523"]
    place = next(one for one in library.municipalities.values() if one.district == district.id)
    found = call("offices", "--municipality", place.id, "--json").json
    assert found["fallbacks"]["welcome_center"]["id"] == district.welcome_center_fallback


@pytest.mark.parametrize("place", ["10115", "00000", "abc", ""])
def test_places_outside_saxony_are_refused(call: Call, place: str) -> None:
    refused(call("offices", "--postcode", place))


def test_offices_refuses_what_it_does_not_know(call: Call) -> None:
    refused(call("offices"))
    refused(call("offices", "--postcode", "02763", "--municipality", "14626610"))
    refused(call("offices", "--postcode", "02763", "--occupation", "nonsense"))


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_role_and_address_can_be_shown(call: Call, library: Library, language: str) -> None:
    for office in library.offices.values():
        assert phrase(f"cli.role.{office.role}", language)
        assert all(address_lines(office, language))
    assert "Zittau" in call("offices", "--postcode", "02763", "--language", language).out


def test_both_procedures_side_by_side(call: Call, sample: Sample) -> None:
    answer = call("plan", sample("metallbauer"), "--compare", "--on", ON, "--json").json
    assert answer["brings"] == "may_help"
    assert answer["regular"]["plan"]["procedure"] == "regular"
    assert answer["accelerated"]["plan"]["procedure"] == "accelerated"
    assert answer["likely_days_earlier"] > 0
    assert set(answer["regular"]["durations"]) == {"statute", "reported", "estimate"}
    assert answer["accelerated"]["statutory"]
    alone = call("plan", sample("metallbauer"), "--procedure", "accelerated", "--on", ON, "--json").json
    assert answer["accelerated"]["plan"] == alone
    text = call("plan", sample("metallbauer"), "--compare", "--on", ON)
    assert text.status == 0
    assert "keine Zusage" in text.out


def test_a_plan_tells_missing_papers_amounts_and_what_can_be_done_now(call: Call, sample: Sample) -> None:
    plan = call("plan", sample("metallbauer"), "--on", ON, "--json").json
    for payer, sums in plan["costs"].items():
        own = [item for item in plan["cost_items"] if item["payer"] == payer]
        assert sums["max"] == sum(item["max"] or 0 for item in own)
    assert any(step["missing_documents"] for step in plan["steps"])
    assert plan["possible_now"]
    assert "end" in plan["duties_after_start"]
