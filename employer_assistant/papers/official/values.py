"""What a rule of a mapping gives for a case: a text, a tick or an option; None where an answer is missing."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from employer_assistant.papers.filled import value
from employer_assistant.papers.official.mapping import PLACE, Rule
from employer_assistant.papers.official.reading import Option
from employer_assistant.papers.sheet import Sheet
from employer_assistant.papers.texts import clean
from employer_assistant.rules.judge import judge
from employer_assistant.rules.verdict import Verdict
from employer_assistant.rules.wording import number_text

_ADDRESS = re.compile(
    r"(?P<street>\D.*?)\s+(?P<house_number>\d+\s?[a-zA-Z]?(?:\s?[-/]\s?\d+\s?[a-zA-Z]?)?)\s*[,\n]\s*"
    r"(?P<postcode>\d{5})\s+(?P<town>\D.*)",
    re.DOTALL,
)
"""A German address: Musterstraße 12a, 01234 Musterstadt."""


def text_of(rule: Rule, sheet: Sheet) -> str | None:
    """Return the first line of the rule whose answers are all known."""
    for line in rule.text:
        parts = {place[0]: _said(sheet, place[1], place[2] or "") for place in PLACE.finditer(line)}
        if all(parts.values()):
            return clean(PLACE.sub(lambda place, parts=parts: parts[place[0]], line))  # type: ignore[misc]
    return None


def ticked(rule: Rule, sheet: Sheet) -> bool | None:
    """Tell whether the box is ticked; None = the case does not say."""
    if rule.tick is None:
        return None
    verdict = judge(rule.tick, sheet.inputs.situation).verdict
    return None if verdict is Verdict.UNKNOWN else verdict is Verdict.MET


def chosen(rule: Rule, sheet: Sheet) -> tuple[str, ...] | None:
    """Return the words or states of the one option that fits; None = the case does not say."""
    met = [one for one in rule.choose if judge(one.when, sheet.inputs.situation).verdict is Verdict.MET]
    return met[0].option if len(met) == 1 else None


def option_for(wanted: tuple[str, ...], known: tuple[Option, ...]) -> Option | None:
    """Return the option of the form that is meant: by its words first, then by the name of its state."""
    for word in wanted:
        by_words = [one for one in known if one.words.casefold() == word.casefold()]
        found = by_words or [one for one in known if one.state == word]
        if len(found) == 1:
            return found[0]
    return None


def _said(sheet: Sheet, name: str, form: str) -> str:
    """Return an answer in the form asked for, empty if it is unknown or has not that form."""
    if ":" in name or form in _WORDS or not form:
        said = value(sheet, name)
        return _WORDS[form](said) if form else said
    known = sheet.inputs.situation.value(name)
    if isinstance(known, date) and form in _DATES:
        return known.strftime(_DATES[form])
    if isinstance(known, Decimal) and form == "number":
        return number_text(known, sheet.language)
    return ""


def _of_address(part: str) -> Callable[[str], str]:
    def found(said: str) -> str:
        address = _ADDRESS.fullmatch(said.strip())
        return address[part].strip() if address else ""

    return found


_DATES = {"day": "%d", "month": "%m", "year": "%Y"}
_WORDS: dict[str, Callable[[str], str]] = {
    "upper": str.upper,
    "digits": lambda said: re.sub(r"\D", "", said),
    "amount": lambda said: re.sub(r"[^0-9.,]", "", said),
    **{part: _of_address(part) for part in ("street", "house_number", "postcode", "town")},
}
