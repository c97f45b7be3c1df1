"""The case file of the command line: a whole case as YAML or JSON; reading what was written gives the same case."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Literal, TypeVar, cast, get_args

from employer_assistant.cases.case_error import CaseFileError
from employer_assistant.cases.case_text import Digits, Path, Raw, Source, parse
from employer_assistant.cases.case_values import MAX_TEXT, near, read_answer, read_day, read_text
from employer_assistant.cases.model import Case, DocumentState, DocumentStateName, Note, Variant
from employer_assistant.content.library import Library
from employer_assistant.content.model import Procedure
from employer_assistant.rules.answers import Answer

__all__ = ["FORMAT", "CaseFileError", "known_events", "read_case", "write_case"]

FORMAT = 1
_MAX_TITLE = 200
_KEYS = (
    "format",
    "title",
    "answers",
    "route",
    "procedure",
    "ticks",
    "events",
    "documents",
    "notes",
    "taken",
    "variants",
    "reasons",
    "content_version",
    "sample",
)
_T = TypeVar("_T")


def read_case(data: bytes, file: str, library: Library) -> Case:
    """Read a case file; ``file`` is its name for messages, the ending tells YAML from JSON. Raises CaseFileError."""
    source = parse(data, file)
    top = _mapping(source, source.value, (), _KEYS)
    _check_format(source, top.get("format"))
    if "answers" not in top:
        raise source.fault((), "no_answers")
    return Case(
        title=read_text(source, top.get("title", ""), ("title",), _MAX_TITLE),
        answers=_answers(source, top["answers"], ("answers",), library),
        route=_route(source, top.get("route"), ("route",), library),
        procedure=_procedure(source, top.get("procedure"), ("procedure",)),
        ticks=_days(source, top.get("ticks"), "ticks", library.steps, "unknown_step"),
        events=_days(source, top.get("events"), "events", known_events(library), "unknown_event"),
        documents=_documents(source, top.get("documents"), library),
        notes=tuple(_note(source, *part) for part in _list(source, top.get("notes"), ("notes",))),
        taken=_taken(source, top.get("taken"), library),
        variants=tuple(_variant(source, *part, library) for part in _list(source, top.get("variants"), ("variants",))),
        reasons=_reasons(source, top.get("reasons"), library),
        content_version=read_text(source, top.get("content_version", ""), ("content_version",), _MAX_TITLE),
        sample=_sample(source, top.get("sample", False)),
    )


def write_case(case: Case, notation: Literal["yaml", "json"]) -> bytes:
    """Return the case as the bytes of a file. Raises ValueError for text that no file can hold (lone surrogates)."""
    plain: dict[str, Any] = {"format": FORMAT, "title": case.title, "answers": dict(case.answers)}
    rest: dict[str, Any] = {
        "route": case.route,
        "procedure": case.procedure,
        "ticks": dict(case.ticks),
        "events": dict(case.events),
        "documents": {
            id: _without_empty({"state": found.state, "date": found.date, "note": found.note, "path": found.path})
            for id, found in case.documents.items()
        },
        "notes": [{"on": note.on, "text": note.text} for note in case.notes],
        "taken": list(case.taken),
        "variants": [
            {
                "name": found.name,
                "answers": {fact: value for fact, value in found.answers.items() if value is not None},
                **_without_empty({"not_answered": [fact for fact, value in found.answers.items() if value is None]}),
                **_without_empty({"route": found.route, "procedure": found.procedure}),
            }
            for found in case.variants
        ],
        "reasons": dict(case.reasons),
        "content_version": case.content_version,
        "sample": case.sample,
    }
    plain |= _without_empty(rest)
    if notation == "json":
        import msgspec

        encoder = msgspec.json.Encoder(decimal_format="number")
        return msgspec.json.format(encoder.encode(_spelled(plain)), indent=2) + b"\n"
    from employer_assistant.cases.case_yaml import dump

    return dump(plain)


def known_events(library: Library) -> frozenset[str]:
    """Return every event a case can date: events of their own, starts and finishes of steps, anchors of deadlines."""
    found = set(library.events)
    for step in library.steps.values():
        found |= {step.start_event or "", step.finish_event or ""}
        found |= {also.event for also in step.also_events}
        found |= {deadline.anchor_event for deadline in step.deadlines}
    return frozenset(found - {""})


# ---- parts of the file


def _check_format(source: Source, raw: Raw) -> None:
    written = raw.text if isinstance(raw, Digits) else raw
    if written is not None and written != str(FORMAT):
        raise source.fault(("format",), "format", known=str(FORMAT))


def _answers(source: Source, raw: Raw, path: Path, library: Library) -> dict[str, Answer]:
    found: dict[str, Answer] = {}
    for id, value in _mapping(source, raw, path).items():
        fact = library.facts.get(id)
        if fact is None:
            raise source.fault((*path, id), "unknown_fact", near=near(id, library.facts))
        found[id] = read_answer(source, fact, value, (*path, id), library)
    return found


def _route(source: Source, raw: Raw, path: Path, library: Library) -> str | None:
    if _absent(source, raw):
        return None
    route = read_text(source, raw, path, MAX_TEXT)
    if route not in library.routes:
        raise source.fault(path, "unknown_route", near=near(route, library.routes))
    return route


def _procedure(source: Source, raw: Raw, path: Path) -> Procedure | None:
    if _absent(source, raw):
        return None
    if raw not in get_args(Procedure):
        raise source.fault(path, "procedure")
    return cast("Procedure", raw)


def _days(
    source: Source, raw: Raw, key: str, known: Mapping[str, object] | frozenset[str], fault: str
) -> dict[str, date]:
    found: dict[str, date] = {}
    for id, day in _mapping(source, raw, (key,)).items():
        if id not in known:
            raise source.fault((key, id), fault, near=near(id, known))
        found[id] = read_day(source, day, (key, id))
    return found


def _documents(source: Source, raw: Raw, library: Library) -> dict[str, DocumentState]:
    found: dict[str, DocumentState] = {}
    for id, part in _mapping(source, raw, ("documents",)).items():
        path: Path = ("documents", id)
        if id not in library.documents:
            raise source.fault(path, "unknown_document", near=near(id, library.documents))
        keys = _mapping(source, part, path, ("state", "date", "note", "path"))
        state = keys.get("state")
        if state not in get_args(DocumentStateName):
            raise source.fault(path, "document_state", allowed=", ".join(get_args(DocumentStateName)))
        day = None if _absent(source, keys.get("date")) else read_day(source, keys["date"], (*path, "date"))
        note = read_text(source, keys.get("note", ""), (*path, "note"), MAX_TEXT)
        place = read_text(source, keys.get("path", ""), (*path, "path"), MAX_TEXT)
        found[id] = DocumentState(cast("DocumentStateName", state), day, note, place)
    return found


def _note(source: Source, raw: Raw, path: Path) -> Note:
    keys = _mapping(source, raw, path, ("on", "text"))
    on = read_day(source, keys.get("on"), (*path, "on"))
    return Note(on, read_text(source, keys.get("text"), (*path, "text"), MAX_TEXT))


def _taken(source: Source, raw: Raw, library: Library) -> tuple[str, ...]:
    found: list[str] = []
    for part, path in _list(source, raw, ("taken",)):
        step = read_text(source, part, path, MAX_TEXT)
        if step not in library.steps:
            raise source.fault(path, "unknown_step", near=near(step, library.steps))
        if step in found:
            raise source.fault(path, "double_step")
        found.append(step)
    return tuple(found)


def _variant(source: Source, raw: Raw, path: Path, library: Library) -> Variant:
    keys = _mapping(source, raw, path, ("name", "answers", "not_answered", "route", "procedure"))
    told: dict[str, Answer | None] = dict(_answers(source, keys.get("answers"), (*path, "answers"), library))
    for part, place in _list(source, keys.get("not_answered"), (*path, "not_answered")):
        fact = read_text(source, part, place, MAX_TEXT)
        if fact not in library.facts:
            raise source.fault(place, "unknown_fact", near=near(fact, library.facts))
        if fact in told:
            raise source.fault(place, "double_fact")
        told[fact] = None
    return Variant(
        read_text(source, keys.get("name"), (*path, "name"), _MAX_TITLE),
        told,
        _route(source, keys.get("route"), (*path, "route"), library),
        _procedure(source, keys.get("procedure"), (*path, "procedure")),
    )


def _reasons(source: Source, raw: Raw, library: Library) -> dict[str, str]:
    found: dict[str, str] = {}
    for id, words in _mapping(source, raw, ("reasons",)).items():
        if id not in library.facts:
            raise source.fault(("reasons", id), "unknown_fact", near=near(id, library.facts))
        found[id] = read_text(source, words, ("reasons", id), MAX_TEXT)
    return found


def _sample(source: Source, raw: Raw) -> bool:
    if isinstance(raw, bool):
        return raw
    if source.typed or raw not in ("true", "false"):
        raise source.fault(("sample",), "json_truth" if source.typed else "truth")
    return raw == "true"


def _mapping(source: Source, raw: Raw, path: Path, allowed: tuple[str, ...] | None = None) -> dict[str, Raw]:
    if _absent(source, raw):
        return {}
    if not isinstance(raw, dict):
        raise source.fault(path, "not_mapping" if path else "not_case")
    for key in raw:
        if allowed is not None and key not in allowed:
            raise source.fault((*path, key), "unknown_key", near=near(key, allowed), allowed=", ".join(allowed))
    return raw


def _list(source: Source, raw: Raw, path: Path) -> list[tuple[Raw, Path]]:
    if _absent(source, raw):
        return []
    if not isinstance(raw, list):
        raise source.fault(path, "not_list")
    return [(part, (*path, index)) for index, part in enumerate(raw)]


def _absent(source: Source, raw: Raw) -> bool:
    """Tell whether nothing is said: no key, null, or in YAML a key without a value."""
    return raw is None or (not source.typed and raw in ("", "null", "~"))


# ---- writing


def _without_empty(plain: dict[str, _T]) -> dict[str, _T]:
    return {key: value for key, value in plain.items() if value}


def _spelled(plain: Any) -> Any:
    """Write numbers with plain digits, never with an exponent."""
    return _mapped(plain, lambda value: Decimal(format(value, "f")) if isinstance(value, Decimal) else value)


def _mapped(plain: Any, change: Callable[[Any], Any]) -> Any:
    if isinstance(plain, dict):
        return {key: _mapped(value, change) for key, value in plain.items()}
    if isinstance(plain, list | tuple):
        return [_mapped(value, change) for value in plain]
    return change(plain)
