"""Own experience: taken once, without persons, never in a plan."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

from test_portfolio import hire

from employer_assistant.cases.model import Case
from employer_assistant.cases.view import progress_of, situation_of
from employer_assistant.content.library import Library
from employer_assistant.plan.model import Plan
from employer_assistant.plan.planning import plan
from employer_assistant.rules.assessment import assess_route
from employer_assistant.storage.experience import (
    Observation,
    as_csv,
    as_json,
    forget,
    observations,
    observed,
    summaries,
    take,
)
from employer_assistant.storage.workspace import Workspace

TICKS = {
    "advance_consent_issued": date(2026, 12, 28),
    "appointment_request": date(2027, 1, 4),
    "visa_application": date(2027, 3, 8),
}


def of(case: Case, library: Library) -> Plan:
    situation = situation_of(case, library, date(2027, 4, 1))
    route = assess_route(library.routes["vocational-18a"], situation)
    return plan(situation, route, "accelerated", progress_of(case), None)


def test_what_a_step_took_is_seen_with_desk_and_month(library: Library) -> None:
    found = {one.step: one for one in observed(of(hire("Lan", events=TICKS), library))}
    assert found["visa-appointment"] == Observation("visa-appointment", "mission", 63, "2027-03")
    assert "need-and-route" not in found


def test_a_case_is_counted_once_and_names_nobody(workspace: Workspace, library: Library) -> None:
    seen = observed(of(hire("Lan", events=TICKS), library))
    assert take(workspace, "a" * 16, seen) == len(seen) > 0
    assert take(workspace, "a" * 16, seen) == 0
    assert take(workspace, "b" * 16, seen) == len(seen)
    assert len(observations(workspace)) == 2 * len(seen)
    columns = set(workspace.database.table("experience").columns_dict)
    assert columns == {"origin", "step", "desk", "days", "month"}
    whole = workspace.path.read_bytes()
    assert b"a" * 16 not in whole
    forget(workspace)
    assert observations(workspace) == ()


def test_summaries_by_step_and_desk() -> None:
    found = summaries(Observation("s", "d", days, f"2027-0{days}") for days in (9, 1, 4))
    assert len(found) == 1
    one = found[0]
    assert (one.count, one.shortest, one.middle, one.longest, one.newest_month) == (3, 1, 4, 9, "2027-09")


def test_the_file_for_a_chamber_opens_elsewhere(library: Library) -> None:
    found = [Observation("visa-appointment", "=cmd|x", 63, "2027-03")]
    table = list(csv.reader(io.StringIO(as_csv(found, library, "de").decode("utf-8-sig")), delimiter=";"))
    assert table[1][0] == "visa-appointment"
    assert table[1][2] == "'=cmd|x"
    assert json.loads(as_json(found)) == [
        {"step": "visa-appointment", "desk": "=cmd|x", "days": 63, "month": "2027-03"}
    ]


def test_experience_never_moves_a_plan(workspace: Workspace, library: Library) -> None:
    before = of(hire("x"), library)
    take(workspace, "a" * 16, [Observation("visa-appointment", "mission", 500, "2027-03")])
    assert of(hire("x"), library) == before
