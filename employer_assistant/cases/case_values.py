"""One value of a case file, read as the kind of its fact demands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from employer_assistant.cases.case_text import Digits, Path, Raw, Source
from employer_assistant.cases.reading import ReadingError, real_day
from employer_assistant.content.library import Library
from employer_assistant.content.model import Fact
from employer_assistant.rules.answers import UNKNOWN, Answer

MAX_TEXT = 2_000
_NUMBER = re.compile(r"(?:0|[1-9][0-9]{0,11})(?:\.([0-9]{1,12}))?")
_ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_POSTCODE = re.compile(r"[0-9]{5}")
_TRUTHS = {"true": True, "yes": True, "false": False, "no": False}


def read_answer(source: Source, fact: Fact, raw: Raw, path: Path, library: Library) -> Answer:
    """Return the answer. Raises CaseFileError; the message names the fact, never the answer."""
    if raw == UNKNOWN:
        return UNKNOWN
    if raw is None or raw in ("", []):
        raise source.fault(path, "no_answer")
    match fact.kind:
        case "yes_no":
            return _truth(source, raw, path)
        case "money" | "number":
            return _number(source, raw, path, money=fact.kind == "money")
        case "date":
            return read_day(source, raw, path)
        case "countries":
            return _countries(source, raw, path, library)
    text = read_text(source, raw, path, MAX_TEXT, fault="postcode" if fact.kind == "postcode" else "not_text")
    _check(source, fact, text, path, library)
    return text


def read_text(source: Source, raw: Raw, path: Path, longest: int, fault: str = "not_text") -> str:
    """Return a text of at most so many characters."""
    if not isinstance(raw, str):
        raise source.fault(path, fault)
    if len(raw) > longest:
        raise source.fault(path, "too_long", longest=str(longest))
    return raw


def read_day(source: Source, raw: Raw, path: Path) -> date:
    """Return a day written as 2027-03-01."""
    found = _ISO_DAY.fullmatch(raw) if isinstance(raw, str) else None
    if found is None:
        raise source.fault(path, "not_iso")
    try:
        return real_day(int(found[1]), int(found[2]), int(found[3]))
    except ReadingError as error:
        values = {name: str(value) for name, value in error.values.items()}
        raise source.fault(path, error.key.rpartition(".")[2], **values) from None


def near(written: str, known: Iterable[str]) -> str | None:
    """Return the known id that is most like what was written, if one is."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(written[:100], list(known), 1)), None)


def _check(source: Source, fact: Fact, text: str, path: Path, library: Library) -> None:
    match fact.kind:
        case "choice":
            allowed = [choice.value for choice in fact.choices]
            if text not in allowed:
                raise source.fault(path, "choice", allowed=", ".join([*allowed, UNKNOWN]))
        case "postcode":
            if not _POSTCODE.fullmatch(text):
                raise source.fault(path, "postcode")
        case "country":
            _check_country(source, text, path, library)
        case "occupation":
            if text not in library.occupations:
                raise source.fault(path, "occupation", near=near(text, library.occupations))


def _truth(source: Source, raw: Raw, path: Path) -> bool:
    if source.typed:
        if not isinstance(raw, bool):
            raise source.fault(path, "json_truth")
        return raw
    truth = _TRUTHS.get(raw.lower()) if isinstance(raw, str) else None
    if truth is None:
        raise source.fault(path, "truth")
    return truth


def _number(source: Source, raw: Raw, path: Path, *, money: bool) -> Decimal:
    """Read digits with a decimal point. In YAML three digits behind it could be thousands; JSON knows only decimals."""
    if source.typed:
        if not isinstance(raw, Digits):
            raise source.fault(path, "json_number")
        text = raw.text
    elif isinstance(raw, str):
        text = raw
    else:
        raise source.fault(path, "number")
    if text.startswith("-"):
        raise source.fault(path, "negative")
    found = _NUMBER.fullmatch(text)
    if found is None:
        raise source.fault(path, "number")
    decimals = found[1] or ""
    if len(decimals) == 3 and (money or (not source.typed and not text.startswith("0."))):
        raise source.fault(path, "ambiguous_number")
    if money and len(decimals.rstrip("0")) > 2:
        raise source.fault(path, "cents")
    return Decimal(text)


def _countries(source: Source, raw: Raw, path: Path, library: Library) -> tuple[str, ...]:
    if isinstance(raw, str):
        raw = [raw]
    if not isinstance(raw, list):
        raise source.fault(path, "countries")
    codes: list[str] = []
    for index, part in enumerate(raw):
        code = read_text(source, part, (*path, index), MAX_TEXT, fault="countries")
        _check_country(source, code, (*path, index), library)
        if code in codes:
            raise source.fault((*path, index), "double_country")
        codes.append(code)
    return tuple(codes)


def _check_country(source: Source, code: str, path: Path, library: Library) -> None:
    if code not in library.countries:
        raise source.fault(path, "country")
