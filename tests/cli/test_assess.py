"""``assess``: the shape and the truth of its answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from employer_assistant.content.library import Library
from tests.cli.conftest import ON, Answer, refused

DEVELOPER: dict[str, Any] = {
    "job.purpose": "employment",
    "job.offer": True,
    "job.matches_degree": True,
    "job.level": "academic",
    "job.isco08": "2512",
    "job.contract_months": 0,
    "job.gross_annual_salary": 44000,
    "person.location": "abroad",
    "person.citizenship": ["IN"],
    "qualification.kind": "academic",
    "qualification.recognition": "comparable",
}
Call = Callable[..., Answer]


def route(answer: Answer, route_id: str) -> dict[str, Any]:
    return next(found for found in answer.json["routes"] if found["id"] == route_id)


def test_the_whole_shape(call: Call, case: Callable[..., Path], library: Library) -> None:
    answer = call("assess", case(DEVELOPER), "--on", ON, "--json")
    assert answer.status == 0
    assert answer.err == ""
    found = answer.json
    assert found["on"] == ON
    assert found["content"] == {"version": library.content.version, "law_as_of": "2026-08-19"}
    assert [one["rank"] for one in found["routes"]] == sorted(one["rank"] for one in found["routes"])
    assert {one["id"] for one in found["routes"]} == set(library.routes)
    for one in found["routes"]:
        assert one["status"] in ("open", "reachable", "undecided", "closed")
        assert one["ba_approval"] in ("none", "required", "depends")
        assert one["accelerated"] in ("yes", "no", "ask")
        for finding in one["findings"]:
            _is_finding(finding, library)
        for lever in one["levers"]:
            _is_lever(lever, library)
    for fact in (*found["next_facts"], *found["optional_facts"]):
        assert fact in library.facts
        assert fact not in DEVELOPER
    for warning in found["warnings"]:
        assert warning["id"]
        assert warning["text"]


def _is_finding(finding: dict[str, Any], library: Library) -> None:
    assert finding["id"] in library.conditions
    assert finding["verdict"] in ("met", "unmet", "unknown")
    assert finding["kind"] in ("law", "discretion", "practice")
    assert finding["norm"]
    assert finding["text"]
    assert set(finding["facts"]) <= set(library.facts)
    assert set(finding["remedy"]) <= set(library.steps)
    assert isinstance(finding["assumed"], bool)
    for figure in finding["figures"]:
        assert figure["id"] in library.figures
        assert isinstance(figure["value"], int | float | str)
        assert len(figure["valid_from"]) == 10
        assert figure["status"]


def _is_lever(lever: dict[str, Any], library: Library) -> None:
    assert lever["by"] in ("employer", "worker", "authority", "time")
    assert lever["text"]
    assert 1 <= len(lever["changes"]) <= 2
    for change in lever["changes"]:
        assert change["fact"] in library.facts
        assert change["from"] != change["to"]


def test_numbers_are_exact(call: Call, case: Callable[..., Path]) -> None:
    answer = call("assess", case(DEVELOPER), "--on", ON, "--json")
    reduced = route(answer, "blue-card-reduced")
    [figure] = next(f for f in reduced["findings"] if f["id"] == "blue-card-reduced.c4")["figures"]
    assert figure == {
        "id": "blue-card-reduced",
        "value": 45934.2,
        "valid_from": "2026-01-01",
        "status": figure["status"],
    }
    [lever] = reduced["levers"]
    assert lever["by"] == "employer"
    [change] = lever["changes"]
    assert (change["fact"], change["from"], change["to"]) == ("job.gross_annual_salary", 44000, 45934.2)
    assert isinstance(change["from"], int)


def test_the_lever_really_opens_the_route(call: Call, case: Callable[..., Path]) -> None:
    closed = route(call("assess", case(DEVELOPER), "--on", ON, "--json"), "blue-card-reduced")
    assert closed["status"] == "closed"
    changed = DEVELOPER | {change["fact"]: change["to"] for change in closed["levers"][0]["changes"]}
    assert route(call("assess", case(changed), "--on", ON, "--json"), "blue-card-reduced")["status"] != "closed"


def test_the_day_decides_which_figure_holds(call: Call, case: Callable[..., Path]) -> None:
    def figure(on: str) -> Any:
        found = route(call("assess", case(DEVELOPER), "--on", on, "--json"), "blue-card-regular")
        return next(f for f in found["findings"] if f["id"] == "blue-card-regular.c3")["figures"]

    assert figure("2026-12-31")[0]["value"] == 50700
    assert figure("2027-01-01")[0]["status"] == "draft"


def test_no_title_needed_for_eu_citizens(call: Call, case: Callable[..., Path]) -> None:
    found = call("assess", case({"person.citizenship": ["PL"], "job.purpose": "employment"}), "--on", ON, "--json").json
    assert found["routes"] == []
    assert [warning["id"] for warning in found["warnings"]] == ["no-title-needed"]


def test_checks_beside_the_routes_for_people_already_here(call: Call, case: Callable[..., Path]) -> None:
    here = case({"person.location": "germany", "person.document_allows_this_job": "permission_needed"})
    [check] = call("assess", here, "--on", ON, "--json").json["rulesets"]
    assert {finding["verdict"] for finding in check["findings"]} == {"unmet", "unknown"}
    assert check["title"] in call("assess", here, "--on", ON).out
    assert call("assess", case({"person.location": "abroad"}), "--on", ON, "--json").json["rulesets"] == []


def test_a_no_begins_with_what_the_document_of_a_person_here_allows(
    call: Call, sample: Callable[[str], Path], tmp_path: Path
) -> None:
    abroad = sample("lagerhelfer").read_text(encoding="utf-8")
    assert "person.location: abroad" in abroad
    here = tmp_path / "here.yaml"
    status = "person.location: germany\n  person.status_in_germany: asylum_pending"
    here.write_text(abroad.replace("person.location: abroad", status), encoding="utf-8")
    found = call("assess", here, "--on", ON, "--json").json
    assert {one["status"] for one in found["routes"]} == {"closed"}
    [check] = found["rulesets"]
    said = call("assess", here, "--on", ON).out
    assert said.count(check["title"]) == 1
    assert said.index(check["title"]) < said.index("[blue-card-regular]")


def test_english_text_cites_norms_in_the_english_form(call: Call, sample: Callable[[str], Path]) -> None:
    for command in ("assess", "plan"):
        said = call(command, sample("metallbauer"), "--on", ON, "--language", "en").out
        assert "Abs." not in said
        assert "Satz " not in said
    assert "Abs." in call("assess", sample("metallbauer"), "--on", ON).out


def test_an_empty_case_closes_nothing(call: Call, case: Callable[..., Path]) -> None:
    found = call("assess", case({}), "--on", ON, "--json").json
    assert {one["status"] for one in found["routes"]} == {"undecided"}
    assert found["next_facts"][0] == "job.purpose"


def test_text_begins_with_the_best_route_and_its_reasons(call: Call, sample: Callable[[str], Path]) -> None:
    german = call("assess", sample("metallbauer"), "--on", ON).out
    assert german.startswith("Muster: Metallbauer aus Vietnam, Zittau")
    assert german.index("[vocational-18a]") < german.index("[recognition-partnership-16d3]")
    assert "fehlt: Die volle Anerkennung liegt noch nicht vor." in german
    assert max(len(line) for line in german.splitlines()) <= 110
    english = call("assess", sample("metallbauer"), "--on", ON, "--language", "en").out
    assert "missing: Full recognition is not there yet." in english


@pytest.mark.parametrize(
    ("name", "route_id", "status"),
    [
        ("metallbauer", "vocational-18a", "reachable"),
        ("auszubildender-koch", "training-16a", "reachable"),
        ("softwareentwicklerin", "blue-card-regular", "open"),
        ("pflegefachfrau", "recognition-partnership-16d3", "open"),
        ("elektriker", "experienced-worker", "open"),
        ("chancenkarte-elektroniker", "opportunity-card-20a", "open"),
        ("pflegehelfer", "care-assistant-22a", "open"),
        ("konzern-ingenieurin", "ict-card-19", "open"),
        ("tischler-ukraine", "vocational-18a", "open"),
    ],
)
def test_samples_show_what_they_are_for(
    call: Call, sample: Callable[[str], Path], name: str, route_id: str, status: str
) -> None:
    assert route(call("assess", sample(name), "--on", ON, "--json"), route_id)["status"] == status


def test_one_sample_is_a_clear_no(call: Call, sample: Callable[[str], Path]) -> None:
    found = call("assess", sample("lagerhelfer"), "--on", ON, "--json").json
    assert {one["status"] for one in found["routes"]} == {"closed"}
    assert found["next_facts"] == []


def test_every_sample_is_marked_as_made_up(project: Path) -> None:
    files = sorted((project / "resources" / "samples").glob("*.yaml"))
    assert len(files) == 10
    for path in files:
        words = path.read_text(encoding="utf-8")
        assert "sample: true" in words
        assert "person.family_name" not in words


def test_bad_input_is_refused_in_one_sentence(call: Call, case: Callable[..., Path], tmp_path: Path) -> None:
    assert "nix.yaml" in refused(call("assess", tmp_path / "nix.yaml"))
    assert "job.purpos" in refused(call("assess", case({"job.purpos": "employment"})))
    assert "32.13.2026" in refused(call("assess", case({}), "--on", "32.13.2026"))
    assert "CASE" in refused(call("assess"))
    assert "--frobnicate" in refused(call("assess", case({}), "--frobnicate"))
    (tmp_path / "bytes.yaml").write_bytes(b"\xff\xfe\x00")
    refused(call("assess", tmp_path / "bytes.yaml"))
    refused(call("assess", tmp_path))
    assert "missing" in refused(call("assess", "--language", "en"))


def test_an_answer_against_what_follows_is_told_with_its_reason(call: Call, case: Callable[..., Path]) -> None:
    answers = {**DEVELOPER, "job.is_ict": False}
    path = case(answers, reasons={"job.is_ict": "Verkauf, keine Entwicklung"})
    (found,) = call("assess", path, "--on", ON, "--json").json["overrides"]
    assert (found["fact"], found["derived"], found["answer"]) == ("job.is_ict", True, False)
    assert found["reason"] == "Verkauf, keine Entwicklung"
    assert "abweichend von der Ableitung „ja“. Grund: Verkauf" in found["text"]
    said = " ".join(call("assess", path, "--on", ON).out.split())
    assert "abweichend von der Ableitung „ja“. Grund: Verkauf" in said
    assert call("assess", case(DEVELOPER), "--on", ON, "--json").json["overrides"] == []
    assert call("assess", case(answers), "--on", ON, "--json").json["overrides"][0]["reason"] is None


def test_a_clear_no_names_whom_to_ask_and_never_a_wait_that_cannot_help(
    call: Call, sample: Callable[[str], Path]
) -> None:
    words = " ".join(call("assess", sample("lagerhelfer"), "--on", ON).out.split())
    assert "Wen Sie fragen können" in words
    assert "Warten Sie, bis" not in words


def test_an_undecided_route_names_the_question_that_decides(call: Call, sample: Callable[[str], Path]) -> None:
    words = call("assess", sample("metallbauer"), "--on", ON).out
    assert "? Ist die Person zur Prüfung zugelassen?" in words
