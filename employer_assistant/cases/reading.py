"""Reading what people type: amounts, numbers, days in German or English notation. What is ambiguous is asked."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from employer_assistant.content.phrases import SaidError

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Years outside are slips of the keyboard; arithmetic with months stays inside the calendar."""

_CURRENCY = re.compile(r"^(?:€|eur|euro)\s*|\s*(?:€|eur|euro)$", re.IGNORECASE)
_EMPTY_CENTS = re.compile(r"[.,](?:-{1,2}|–|—)$")
_BLANKS_BETWEEN_THOUSANDS = re.compile(r"(?<=[0-9])[ \u00a0\u202f\u2009'’](?=[0-9]{3}(?![0-9]))")
_FIGURES = re.compile(r"[0-9]{1,12}(?:[.,][0-9]{1,6})?")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:([.,])[0-9]{3})(?:\1[0-9]{3})*(?:(?!\1)[.,][0-9]{1,6})?")
_EITHER_WAY = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
_THOUSANDS = {"de": ".", "en": ","}

_GERMAN_DAY = re.compile(r"([0-9]{1,2})\.\s?([0-9]{1,2})\.\s?([0-9]{4}|[0-9]{2})")
_ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


class ReadingError(SaidError, ValueError):
    """Something typed that cannot be read, or could mean two things. ``key`` is the phrase id."""


def read_amount(typed: str, language: str) -> Decimal:
    """Read an amount in euro, with at most two decimals; "48.300" is 48300 in German, "48,300" in English.

    The same three digits behind the other language's sign could be thousands or decimals: ReadingError asks.
    """
    plain = _EMPTY_CENTS.sub("", _CURRENCY.sub("", typed.strip()).strip())
    found = _decimal(plain, "cases.reading.amount", _THOUSANDS[language])
    if _decimals(found) > 2:
        raise ReadingError("cases.reading.cents")
    return found


def read_number(typed: str) -> Decimal:
    """Read a number such as "39,5" or "39.5". Three digits behind one sign could be thousands: ReadingError asks."""
    return _decimal(typed.strip(), "cases.reading.number", None)


def read_date(typed: str, latest: date | None = None) -> date:
    """Read a day as "1.3.2027", "1.3.27" or "2027-03-01".

    Of two-digit years 00 to 49 mean 20.. and 70 to 99 mean 19..; those between are asked. With ``latest`` (for a day
    that cannot lie after it, such as a birth) the newest century that fits counts.
    """
    text = typed.strip()
    if found := _ISO_DAY.fullmatch(text):
        year, month, day = (int(part) for part in found.groups())
    elif found := _GERMAN_DAY.fullmatch(text):
        day, month = int(found[1]), int(found[2])
        year = int(found[3]) if len(found[3]) == 4 else _full_year(int(found[3]), month, day, latest)
    else:
        raise ReadingError("cases.reading.date")
    return real_day(year, month, day)


def real_day(year: int, month: int, day: int) -> date:
    """Return the day. Raises ReadingError if the calendar has no such day or the year is a slip."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ReadingError("cases.reading.year", first=str(FIRST_YEAR), last=str(LAST_YEAR))
    try:
        return date(year, month, day)
    except ValueError:
        raise ReadingError("cases.reading.no_such_day") from None


def _decimal(text: str, key: str, thousands: str | None) -> Decimal:
    """Read figures; ``thousands`` is the sign that groups them in the user's language, None = ask whenever it could."""
    text = _BLANKS_BETWEEN_THOUSANDS.sub("", text)
    if text.startswith(("-", "−", "–")):
        raise ReadingError("cases.reading.negative")
    if _EITHER_WAY.fullmatch(text):
        sign = next(mark for mark in text if mark in ".,")
        if sign != thousands:
            whole, rest = text.split(sign)
            raise ReadingError("cases.reading.ambiguous", whole=whole + rest, decimal=f"{whole},{rest}")
        return Decimal(text.replace(sign, ""))
    if grouped := _GROUPED.fullmatch(text):
        return Decimal(text.replace(grouped[1], "").replace(",", "."))
    if _FIGURES.fullmatch(text):
        return Decimal(text.replace(",", "."))
    raise ReadingError(key)


def _decimals(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _full_year(short: int, month: int, day: int, latest: date | None) -> int:
    if latest is not None:
        newest = latest.year - latest.year % 100 + short
        return newest if (newest, month, day) <= (latest.year, latest.month, latest.day) else newest - 100
    if short < 50:
        return 2000 + short
    if short >= 70:
        return 1900 + short
    raise ReadingError("cases.reading.century", earlier=str(1900 + short), later=str(2000 + short))
