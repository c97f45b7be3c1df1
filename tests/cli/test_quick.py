"""``assess --quick``: question by question to a first orientation, and the page of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.cli.conftest import ON, Answer

CARE: dict[str, Any] = {
    "job.purpose": "employment",
    "job.offer": True,
    "person.location": "abroad",
    "person.citizenship": ["IN"],
    "job.occupation": "softwareentwickler",
    "job.gross_annual_salary": 58000,
    "job.contract_months": 0,
    "qualification.kind": "academic",
    "qualification.completed_in_germany": "none",
    "qualification.recognition": "comparable",
    "job.matches_degree": True,
}


def test_question_by_question_to_the_nearest_route(call: Callable[..., Answer], case: Callable[..., Path]) -> None:
    known: dict[str, Any] = {}
    while True:
        found = call("assess", case(known), "--quick", "--json", "--on", ON).json
        if found["question"] is None:
            break
        known[found["question"]] = CARE.get(found["question"], "unknown")
    assert 5 <= found["asked"] <= 12
    first = found["routes"][0]
    assert (first["id"], first["looks"]) == ("blue-card-regular", "open")
    assert {route["looks"] for route in found["routes"]} == {"open", "depends", "closed"}
    assert "person.passport_valid" in found["find_out"]


def test_as_text_it_names_the_next_question_and_closed_routes(
    call: Callable[..., Answer], case: Callable[..., Path]
) -> None:
    path = case({"job.purpose": "employment", "person.citizenship": ["VN"], "job.offer": True})
    said = call("assess", path, "--quick", "--on", ON).out
    assert "Nächste Frage" in said
    assert "Geschlossen" in said
    assert "[person.location]" in said
    english = call("assess", path, "--quick", "--language", "en", "--on", ON).out
    assert "Next question" in english
    assert "looks" not in said


def test_the_page_is_printed_by_name_and_not_among_the_papers_of_a_case(
    call: Callable[..., Answer], sample: Callable[[str], Path], tmp_path: Path
) -> None:
    done = call("print", sample("metallbauer"), "--form", "quick-check", "--out", tmp_path, "--on", ON)
    assert done.status == 0
    assert [path.suffix for path in tmp_path.iterdir()] == [".pdf"]
    assert "--quick" in call("assess", "--help").out
