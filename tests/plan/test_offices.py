"""Desks by place and occupation."""

from __future__ import annotations

import adviser_questions as asked
import pytest
from made_plans import Planner

from employer_assistant.content.library import Library
from employer_assistant.content.phrases import phrase
from employer_assistant.plan.offices import Desks, desks
from employer_assistant.rules.answers import Answer
from employer_assistant.rules.assessment import Status

ABROAD: dict[str, Answer] = {"job.offer": True, "person.location": "abroad", "person.citizenship": ("IN",)}


def of(found: Desks, role: str) -> list[str]:
    return [desk.desk.id for desk in found.of_role(role)]


def found_for(library: Library, place: str, occupation: str = "") -> Desks:
    """Look up a place as the command line does: digits of a postcode, else a key or a name."""
    postcode = place if len(place.removeprefix("D-")) == 5 and place[-5:].isdigit() else None
    return desks(library, postcode, None if postcode else place, occupation or None)


@pytest.mark.parametrize("one", [*asked.IN_CHARGE, *asked.RECOGNITION], ids=lambda one: f"{one.place} {one.desks}")
def test_what_advisers_ask(library: Library, one: asked.Asked) -> None:
    assert of(found_for(library, one.place, one.occupation), one.role) == list(one.desks)


@pytest.mark.parametrize(("place", "names"), asked.SEVERAL)
def test_a_place_in_two_districts_is_asked_back(library: Library, place: str, names: list[str]) -> None:
    found = found_for(library, place)
    assert sorted(one.name for one in found.candidates) == names
    assert found.district is None
    assert found.reason == "municipality-needed"
    assert not of(found, "abh")


@pytest.mark.parametrize("place", asked.OUTSIDE)
def test_a_place_outside_saxony_has_no_desk(library: Library, place: str) -> None:
    assert not found_for(library, place).candidates


@pytest.mark.parametrize("written", asked.SAME_PLACE)
def test_a_key_may_be_written_as_people_write_it(library: Library, written: str) -> None:
    assert [one.id for one in desks(library, None, written, None).candidates] == ["14523320"]


def test_the_key_of_a_district_means_all_of_it(library: Library) -> None:
    found = desks(library, None, "14729", None)
    assert of(found, "abh") == ["abh-lk-leipzig"]
    assert len(found.candidates) > 1


def test_a_body_that_is_not_in_charge_is_not_named(library: Library) -> None:
    named = {desk.desk.id for desk in desks(library, "02625", None, "pflegefachmann").desks}
    assert not named & {"ihk-fosa", "lasub-zast-berufe", "ingks", "aksachsen"}
    everything = [desk.desk.id for desk in desks(library, "02625", None, "pflegefachmann").desks]
    assert len(everything) == len(set(everything))


def test_branches_and_alliances_of_the_place_are_named(library: Library) -> None:
    assert "ihk-rk-plauen" in of(desks(library, "08523", None, None), "other")
    assert "ihk-rk-plauen" not in of(desks(library, "09111", None, None), "other")
    assert "welcome-team-goerlitz-city" in of(desks(library, "02826", None, None), "other")
    assert "fka-soe" in of(desks(library, "01705", None, None), "other")


def test_zittau(library: Library) -> None:
    found = desks(library, "02763", None, None)
    assert found.district is not None
    assert found.district.id == "14626"
    assert of(found, "abh") == ["abh-goerlitz"]
    assert of(found, "ihk") == ["ihk-dresden"]
    assert of(found, "employment_agency") == ["aa-bautzen"]
    assert of(found, "ba_admission") == ["ba-amz"]
    assert "fizu-dresden" in of(found, "advice")
    assert of(found, "welcome_center") == ["wc-goerlitz-zittau"]
    assert not found.fallbacks


def test_every_district_has_its_desks(library: Library) -> None:
    for place in library.municipalities.values():
        found = desks(library, None, place.id, None)
        assert found.municipality == place
        for role in ("abh", "ihk", "hwk", "employment_agency", "advice", "recognition_advice", "welcome_center", "sab"):
            assert of(found, role), (place.name, role)


def test_a_district_without_welcome_center_names_who_stands_in(library: Library) -> None:
    bautzen = next(place for place in library.municipalities.values() if place.district == "14625")
    found = desks(library, None, bautzen.id, None)
    assert [desk.desk.id for desk in found.fallbacks] == ["fallback-bautzen-servicestelle-heimat"]


def test_the_postcode_of_two_districts_asks_for_the_municipality(library: Library) -> None:
    found = desks(library, "09573", None, None)
    assert found.reason == "municipality-needed"
    assert sorted(place.name for place in found.candidates) == ["Augustusburg", "Gornau", "Leubsdorf"]
    assert found.district is None
    assert not of(found, "abh")
    assert of(found, "ba_admission") == ["ba-amz"]
    named = desks(library, "09573", "augustusburg", None)
    assert named.district is not None
    assert named.district.id == "14522"
    assert named.reason is None


@pytest.mark.parametrize(
    ("postcode", "municipality", "reason"),
    [
        ("10115", None, "postcode-unknown"),
        ("10115", "Zittau", "postcode-unknown"),
        (None, None, "place-missing"),
        (None, "Nirgendwo", "municipality-unknown"),
    ],
)
def test_what_is_not_found_is_said(
    library: Library, postcode: str | None, municipality: str | None, reason: str
) -> None:
    found = desks(library, postcode, municipality, None)
    assert found.reason == reason
    assert found.district is None
    assert phrase(f"reason.{reason}", "de")
    assert phrase(f"warning.{reason}", "en")


def test_of_three_chambers_of_crafts_the_one_of_the_district(library: Library) -> None:
    craft = next(job for job in library.occupations.values() if job.group == "hwk")
    either = next(job for job in library.occupations.values() if job.group == "ihk_or_hwk")
    assert of(desks(library, "01067", None, craft.id), "recognition_body") == ["hwk-dresden"]
    assert of(desks(library, "01067", None, either.id), "recognition_body") == ["ihk-fosa", "hwk-dresden"]
    assert len(of(desks(library, None, None, craft.id), "recognition_body")) == 3


def test_desks_of_steps(planner: Planner, library: Library) -> None:
    craft = next(job for job in library.occupations.values() if job.group == "hwk")
    answers = {**ABROAD, "job.site_postcode": "01067", "job.occupation": craft.id, "job.regulated": "no"}
    plan = planner("vocational-18a", "accelerated", answers, status=Status.OPEN)
    found = {planned.step.id: planned for planned in plan.steps}
    assert _desk(found["abh-agreement"]) == ("abh-dresden", False)
    assert _desk(found["residence-title-application"]) == ("abh-dresden", True)
    assert _desk(found["recognition-processing-accelerated"]) == ("hwk-dresden", False)
    assert _desk(found["visa-appointment"]) == (None, False)
    moved = planner(
        "vocational-18a", "accelerated", {**answers, "job.future_residence_postcode": "04109"}, status=Status.OPEN
    )
    found = {planned.step.id: planned for planned in moved.steps}
    assert _desk(found["abh-agreement"]) == ("abh-dresden", False)
    assert _desk(found["residence-title-application"]) == ("abh-leipzig", False)


def test_the_chamber_of_an_apprenticeship(planner: Planner, library: Library) -> None:
    expected = {"hwk": ("hwk-leipzig", False), "ihk": ("ihk-leipzig", False), "ihk_or_hwk": ("ihk-leipzig", True)}
    for group, desk in expected.items():
        job = next(job for job in library.occupations.values() if job.group == group)
        answers = {**ABROAD, "job.site_postcode": "04109", "job.occupation": job.id}
        plan = planner("training-16a", answers=answers, status=Status.OPEN)
        found = next(planned for planned in plan.steps if planned.step.id == "apprenticeship-contract")
        assert _desk(found) == desk


def _desk(planned: object) -> tuple[str | None, bool]:
    desk = getattr(planned, "office", None)
    return (desk.id if desk else None), bool(getattr(planned, "office_assumed", False))
