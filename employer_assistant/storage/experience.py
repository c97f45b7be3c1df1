"""What the user's own cases took: observed durations of steps, with the desk and the month. Beside law and reports.

An observation has no case id and no day, so that it names nobody and may outlive the case. Plans never use it.
"""

from __future__ import annotations

import csv
import io
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import sha256
from statistics import median

import msgspec

from employer_assistant.cases.cells import guarded
from employer_assistant.content.library import Library
from employer_assistant.content.phrases import text
from employer_assistant.plan.model import Plan, PlannedStep
from employer_assistant.storage.workspace import Workspace

MOST_DAYS = 3 * 366
"""Longer spans are slips of the pen."""


@dataclass(frozen=True)
class Observation:
    """A step took so many days at a desk (its id, else its role); it ended in a month (2027-03)."""

    step: str
    desk: str
    days: int
    month: str


@dataclass(frozen=True)
class Summary:
    """All observations of a step at one desk."""

    step: str
    desk: str
    count: int
    shortest: int
    middle: int
    longest: int
    newest_month: str


def observed(plan: Plan) -> tuple[Observation, ...]:
    """Return what a plan tells of steps that are over, from the end of what had to be there before or a real beginning.

    A step whose beginning nobody dated (it has no finished predecessor) tells nothing.
    """
    return tuple(_observed(plan))


def _observed(plan: Plan) -> Iterator[Observation]:
    done = {step.step.id: step for step in plan.steps if step.status == "done"}
    for planned in done.values():
        begin = _begin(planned, [done[name] for name in planned.step.depends_on if name in done])
        if planned.finish is None or begin is None:
            continue
        days = (planned.finish.likely - begin).days
        if 0 < days <= MOST_DAYS:
            desk = planned.office.id if planned.office else planned.step.office or planned.step.responsible
            yield Observation(planned.step.id, desk, days, f"{planned.finish.likely:%Y-%m}")


def _begin(planned: PlannedStep, before: list[PlannedStep]) -> date | None:
    """Return when a finished step began: as entered, else when the last finished step before it ended."""
    if planned.start and planned.finish and planned.start.likely < planned.finish.likely:
        return planned.start.likely
    return max((step.finish.likely for step in before if step.finish), default=None)


def take(workspace: Workspace, case_id: str, found: Iterable[Observation]) -> int:
    """Keep observations of a case, on request of the user; those taken before are not counted twice."""
    wanted = {_origin(case_id, one): one for one in found}

    def write() -> int:
        known = {row[0] for row in workspace.database.execute("SELECT origin FROM experience")}
        new = {origin: one for origin, one in wanted.items() if origin not in known}
        for origin, one in new.items():
            workspace.database.table("experience").insert({"origin": origin, **asdict(one)})
        return len(new)

    return workspace.transact(write, lambda: True)


def observations(workspace: Workspace) -> tuple[Observation, ...]:
    """Return all observations by step and month."""
    with workspace.reading():
        found = workspace.database.query("SELECT step, desk, days, month FROM experience ORDER BY step, month, desk")
        return tuple(Observation(row["step"], row["desk"], row["days"], row["month"]) for row in found)


def kept(workspace: Workspace) -> dict[str, Observation]:
    """Return all observations by their mark, by step and month."""
    with workspace.reading():
        found = workspace.database.query("SELECT * FROM experience ORDER BY step, month, desk")
        return {row["origin"]: Observation(row["step"], row["desk"], row["days"], row["month"]) for row in found}


def add(workspace: Workspace, one: Observation) -> None:
    """Keep what was observed outside the cases of this workspace."""
    origin = secrets.token_hex(12)
    row = {"origin": origin, **asdict(one)}
    workspace.transact(lambda: workspace.database.table("experience").insert(row), lambda: origin in kept(workspace))


def correct(workspace: Workspace, origin: str, days: int) -> None:
    """Give an observation another length."""
    query = "UPDATE experience SET days = ? WHERE origin = ?"
    workspace.transact(
        lambda: workspace.database.execute(query, [days, origin]), lambda: kept(workspace)[origin].days == days
    )


def drop(workspace: Workspace, origin: str) -> None:
    """Delete one observation."""
    query = "DELETE FROM experience WHERE origin = ?"
    workspace.transact(lambda: workspace.database.execute(query, [origin]), lambda: origin not in kept(workspace))


def forget(workspace: Workspace) -> None:
    """Delete all observations."""
    workspace.transact(lambda: workspace.database.execute("DELETE FROM experience"), lambda: True)


def summaries(found: Iterable[Observation]) -> tuple[Summary, ...]:
    """Return shortest, middle and longest duration by step and desk."""
    groups: dict[tuple[str, str], list[Observation]] = {}
    for one in found:
        groups.setdefault((one.step, one.desk), []).append(one)
    return tuple(
        Summary(
            step,
            desk,
            len(group),
            min(one.days for one in group),
            int(median(one.days for one in group)),
            max(one.days for one in group),
            max(one.month for one in group),
        )
        for (step, desk), group in sorted(groups.items())
    )


def as_json(found: Iterable[Observation]) -> bytes:
    """Return the observations for a chamber, without anything about persons, firms or cases."""
    return msgspec.json.format(msgspec.json.encode(list(found)), indent=1) + b"\n"


def as_csv(found: Iterable[Observation], library: Library, language: str) -> bytes:
    """Return the observations as a table (UTF-8 with mark, semicolons), as office programs open it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    writer.writerow(("step", "title", "desk", "days", "month"))
    for one in found:
        title = text(library.steps[one.step].title, language) if one.step in library.steps else one.step
        writer.writerow([guarded(cell) for cell in (one.step, title, one.desk, str(one.days), one.month)])
    return out.getvalue().encode("utf-8-sig")


def _origin(case_id: str, one: Observation) -> str:
    """Return a mark that tells doubles and cannot be led back to the case once its id is deleted."""
    return sha256(f"{case_id}/{one.step}/{one.days}/{one.month}".encode()).hexdigest()[:24]
