"""Hires whose status was written down from the statute before they were run: every one comes out as written."""

from __future__ import annotations

from typing import Any

import pytest
from worked import Reader, read

from employer_assistant.content.library import Library
from employer_assistant.rules.assessment import assess_route

CASES: list[dict[str, Any]] = read("second-look")["cases"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_statute_was_read_first(case: dict[str, Any], library: Library) -> None:
    assert case["source"].startswith("§")
    situation = Reader(library).situation(case["base"], case["answers"])
    got = {route: assess_route(library.routes[route], situation).status.id for route in case["expect"]}
    assert got == case["expect"]
