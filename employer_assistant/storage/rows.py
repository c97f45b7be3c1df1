"""A case as rows, and rows as a case. Nothing here opens a file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, TypeAlias, cast

from employer_assistant.cases.log import Act, LogEntry
from employer_assistant.cases.model import Case, DocumentState, DocumentStateName, Note, Variant
from employer_assistant.content.model import Procedure
from employer_assistant.rules.answers import Answer

Row: TypeAlias = dict[str, Any]

_TAKEN_BACK: Row = {"kind": "list", "value": "[]"}
"""How a variant says that a fact is not answered: no answer is an empty list."""


def head(case: Case) -> Row:
    """Return the row of table ``cases`` without id, revision and time."""
    return {
        "title": case.title,
        "route": case.route,
        "procedure": case.procedure,
        "content_version": case.content_version,
        "sample": int(case.sample),
    }


def children(case_id: str, case: Case) -> dict[str, list[Row]]:
    """Return the rows of every other table."""
    own = {"case_id": case_id}
    return {
        "answers": [{**own, "fact": fact, **_written(value)} for fact, value in case.answers.items()],
        "ticks": [{**own, "step": step, "day": day.isoformat()} for step, day in case.ticks.items()],
        "events": [{**own, "event": event, "day": day.isoformat()} for event, day in case.events.items()],
        "documents": [
            {
                **own,
                "document": document,
                "state": found.state,
                "day": found.date.isoformat() if found.date else None,
                "note": found.note,
                "path": found.path,
            }
            for document, found in case.documents.items()
        ],
        "notes": [
            {**own, "place": place, "day": note.on.isoformat(), "text": note.text}
            for place, note in enumerate(case.notes)
        ],
        "taken": [{**own, "step": step} for step in case.taken],
        "variants": [
            {**own, "place": place, "name": found.name, "route": found.route, "procedure": found.procedure}
            for place, found in enumerate(case.variants)
        ],
        "variant_answers": [
            {**own, "place": place, "fact": fact, **(_TAKEN_BACK if value is None else _written(value))}
            for place, found in enumerate(case.variants)
            for fact, value in found.answers.items()
        ],
        "reasons": [{**own, "fact": fact, "text": words} for fact, words in case.reasons.items()],
    }


def answer_rows(answers: Mapping[str, Answer]) -> list[Row]:
    """Return answers as rows without a case."""
    return [{"fact": fact, **_written(value)} for fact, value in answers.items()]


def answers_of(found: Iterable[Row]) -> dict[str, Answer]:
    """Return the answers that rows hold."""
    return _answers(found)


def log_row(case_id: str, entry: LogEntry) -> Row:
    """Return one entry of the log as a row."""
    return {
        "case_id": case_id,
        "at": entry.at.astimezone(UTC).isoformat(timespec="seconds"),
        "who": entry.who,
        "act": entry.act,
        "label": entry.label,
        "ids": json.dumps(dict(entry.ids), sort_keys=True),
        "content_version": entry.content_version,
    }


def log_of(row: Row) -> LogEntry:
    """Return the entry that a row holds."""
    return LogEntry(
        datetime.fromisoformat(row["at"]),
        row["who"],
        cast("Act", row["act"]),
        row["label"],
        json.loads(row["ids"]),
        row["content_version"],
    )


def case_of(row: Mapping[str, Any], tables: Mapping[str, list[Row]]) -> Case:
    """Return the case that the rows hold, entries in the order in which they were written."""
    return Case(
        title=row["title"],
        answers=_answers(tables["answers"]),
        route=row["route"],
        procedure=cast("Procedure | None", row["procedure"]),
        ticks={found["step"]: date.fromisoformat(found["day"]) for found in tables["ticks"]},
        events={found["event"]: date.fromisoformat(found["day"]) for found in tables["events"]},
        documents={found["document"]: _document(found) for found in tables["documents"]},
        notes=tuple(Note(date.fromisoformat(found["day"]), found["text"]) for found in tables["notes"]),
        taken=tuple(found["step"] for found in tables["taken"]),
        variants=tuple(_variant(found, tables["variant_answers"]) for found in tables["variants"]),
        reasons={found["fact"]: found["text"] for found in tables["reasons"]},
        content_version=row["content_version"],
        sample=bool(row["sample"]),
    )


def _document(row: Row) -> DocumentState:
    day = date.fromisoformat(row["day"]) if row["day"] else None
    return DocumentState(
        cast("DocumentStateName", row["state"]), day, row["note"], row.get("path", "")
    )  # a backup of an older version has no path


def _variant(row: Row, answers: list[Row]) -> Variant:
    own = _answers(found for found in answers if found["place"] == row["place"])
    told = {fact: None if value == () else value for fact, value in own.items()}
    return Variant(row["name"], told, row["route"], cast("Procedure | None", row["procedure"]))


def _answers(rows: Iterable[Row]) -> dict[str, Answer]:
    return {row["fact"]: _read(row["kind"], row["value"]) for row in rows}


def _written(value: Answer) -> Row:
    match value:
        case bool():
            return {"kind": "yes_no", "value": "true" if value else "false"}
        case Decimal():
            return {"kind": "number", "value": format(value, "f")}
        case date():
            return {"kind": "date", "value": value.isoformat()}
        case tuple():
            return {"kind": "list", "value": json.dumps(value)}
    return {"kind": "text", "value": value}


def _read(kind: str, value: str) -> Answer:
    match kind:
        case "yes_no":
            return value == "true"
        case "number":
            return Decimal(value)
        case "date":
            return date.fromisoformat(value)
        case "list":
            return tuple(json.loads(value))
    return value
