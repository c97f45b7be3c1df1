"""``assess`` from empty answers, answering what it asks for one by one, comes to the best route of the full answers."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.conftest import ON, Answer

SAMPLES = ("lagerhelfer", "metallbauer", "auszubildender-koch")
MOST = 60


def _assessed(call: Callable[..., Answer], file: Path, answers: dict[str, Any]) -> Any:
    file.write_text(json.dumps({"format": 1, "answers": answers}, default=str), encoding="utf-8")
    found = call("assess", file, "--on", ON, "--json")
    assert found.status == 0, found.err
    return found.json


def _best(found: Any) -> str | None:
    return next((one["id"] for one in found["routes"] if one["status"] in ("open", "reachable")), None)


def _talk(call: Callable[..., Answer], file: Path, full: dict[str, Any], most: int = MOST) -> tuple[Any, int]:
    answers: dict[str, Any] = {}
    for asked in range(most):
        found = _assessed(call, file, answers)
        if not found["next_facts"]:
            return found, asked
        question = found["next_facts"][0]
        assert question not in answers
        answers[question] = full.get(question, "unknown")
    raise AssertionError("Too many questions")


def _sample(project: Path, name: str) -> dict[str, Any]:
    text = (project / "resources" / "samples" / f"{name}.yaml").read_text(encoding="utf-8")
    answers: dict[str, Any] = yaml.safe_load(text)["answers"]
    return answers


@pytest.mark.parametrize("name", SAMPLES)
def test_same_best_route(call: Callable[..., Answer], project: Path, tmp_path: Path, name: str) -> None:
    full = _sample(project, name)
    end, _ = _talk(call, tmp_path / "case.json", full)
    assert _best(end) == _best(_assessed(call, tmp_path / "full.json", full))


def test_the_first_questions_in_a_process_of_its_own(shell: Callable[..., Answer], tmp_path: Path) -> None:
    file = tmp_path / "case.json"
    first = _assessed(shell, file, {})["next_facts"]
    second = _assessed(shell, file, {first[0]: "unknown"})["next_facts"]
    assert first[0] == "job.purpose"
    assert first[0] not in second


def test_an_interview_that_is_too_long_is_noticed(call: Callable[..., Answer], project: Path, tmp_path: Path) -> None:
    """Control: three questions are never enough."""
    with pytest.raises(AssertionError, match="Too many"):
        _talk(call, tmp_path / "case.json", _sample(project, SAMPLES[0]), most=3)
