"""What people type, in German and English notation."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from employer_assistant.cases.reading import ReadingError, read_amount, read_date, read_number

AMOUNTS = [
    ("48.300,00", "de", "48300"),
    ("48.300,00", "en", "48300"),
    ("48,300.00", "de", "48300"),
    ("48,300.00", "en", "48300"),
    ("48.300", "de", "48300"),
    ("48,300", "en", "48300"),
    ("48300", "de", "48300"),
    ("48300,5", "de", "48300.5"),
    ("48300.50", "de", "48300.5"),
    ("48,30", "en", "48.3"),
    ("1.234.567", "en", "1234567"),
    ("1.234.567,89", "de", "1234567.89"),
    ("1,234,567.89", "de", "1234567.89"),
    ("48 300", "de", "48300"),
    ("48\u00a0300,50", "de", "48300.5"),
    ("48'300", "de", "48300"),
    (" 48.300 € ", "de", "48300"),
    ("€48,300", "en", "48300"),
    ("EUR 48.300,-", "de", "48300"),
    ("48300 Euro", "de", "48300"),
    ("0,500", "de", "0.5"),
    ("0", "de", "0"),
]
BAD_AMOUNTS = [
    ("48.300", "en", "ambiguous"),
    ("48,300", "de", "ambiguous"),
    ("1.5,5", "de", "amount"),
    ("1.23.456", "de", "amount"),
    ("1.234,567", "de", "cents"),
    ("1.234,567.89", "de", "amount"),
    ("48300,505", "de", "cents"),
    ("-5", "de", "negative"),
    ("−5", "de", "negative"),
    ("nan", "de", "amount"),
    ("inf", "de", "amount"),
    ("1e5", "de", "amount"),
    ("48_300", "de", "amount"),
    ("٤٨", "de", "amount"),
    ("48k", "de", "amount"),
    ("", "de", "amount"),
    (",", "de", "amount"),
    ("9" * 40, "de", "amount"),
    ("48 30", "de", "amount"),
    ("$48300", "en", "amount"),
]


@pytest.mark.parametrize(("typed", "language", "expected"), AMOUNTS)
def test_amounts(typed: str, language: str, expected: str) -> None:
    assert read_amount(typed, language) == Decimal(expected)


@pytest.mark.parametrize(("typed", "language", "key"), BAD_AMOUNTS)
def test_amounts_that_are_refused_or_asked(typed: str, language: str, key: str) -> None:
    with pytest.raises(ReadingError) as caught:
        read_amount(typed, language)
    assert caught.value.key == f"cases.reading.{key}"
    for spoken in ("de", "en"):
        assert "{" not in caught.value.say(spoken)


def test_what_the_question_proposes_can_be_typed() -> None:
    with pytest.raises(ReadingError) as caught:
        read_amount("48,300", "de")
    assert read_amount(caught.value.values["whole"], "de") == 48300
    assert read_amount(caught.value.values["decimal"] + "0", "de") == Decimal("48.3")


@pytest.mark.parametrize(("typed", "expected"), [("39,5", "39.5"), ("39.5", "39.5"), ("36", "36"), ("0,125", "0.125")])
def test_numbers(typed: str, expected: str) -> None:
    assert read_number(typed) == Decimal(expected)


@pytest.mark.parametrize(("typed", "key"), [("1.200", "ambiguous"), ("1,200", "ambiguous"), ("viel", "number")])
def test_numbers_that_are_refused_or_asked(typed: str, key: str) -> None:
    with pytest.raises(ReadingError) as caught:
        read_number(typed)
    assert caught.value.key == f"cases.reading.{key}"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("1.3.27", date(2027, 3, 1)),
        ("01.03.2027", date(2027, 3, 1)),
        ("1. 3. 2027", date(2027, 3, 1)),
        ("2027-03-01", date(2027, 3, 1)),
        ("29.2.28", date(2028, 2, 29)),
        ("1.3.85", date(1985, 3, 1)),
        ("1.2.2026", date(2026, 2, 1)),
    ],
)
def test_days(typed: str, expected: date) -> None:
    assert read_date(typed) == expected


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("30.2.2026", "no_such_day"),
        ("2026-02-30", "no_such_day"),
        ("29.2.27", "no_such_day"),
        ("1.13.2026", "no_such_day"),
        ("01/03/2027", "date"),
        ("10", "date"),
        ("20270301", "date"),
        ("1.3.", "date"),
        ("morgen", "date"),
        ("1.3.127", "date"),
        ("1.3.60", "century"),
        ("1.3.0027", "year"),
        ("2926-01-01", "year"),
        ("١.٣.٢٠٢٧", "date"),
    ],
)
def test_days_that_are_refused_or_asked(typed: str, key: str) -> None:
    with pytest.raises(ReadingError) as caught:
        read_date(typed)
    assert caught.value.key == f"cases.reading.{key}"


def test_a_day_in_the_past_takes_the_newest_century_that_fits() -> None:
    today = date(2026, 11, 22)
    assert read_date("1.3.60", today) == date(1960, 3, 1)
    assert read_date("1.3.85", today) == date(1985, 3, 1)
    assert read_date("22.11.26", today) == date(2026, 11, 22)
    assert read_date("23.11.26", today) == date(1926, 11, 23)


@given(st.decimals(0, 10**9, places=2), st.sampled_from(["de", "en"]))
def test_what_a_language_writes_it_reads(value: Decimal, language: str) -> None:
    written = f"{value:,.2f}"
    if language == "de":
        written = written.translate(str.maketrans(".,", ",."))
    assert read_amount(written, language) == value


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_day_is_read_in_both_notations(day: date) -> None:
    assert read_date(f"{day.day}.{day.month}.{day.year}") == day
    assert read_date(day.isoformat()) == day


@given(st.text(max_size=12))
def test_any_text_is_read_or_refused(typed: str) -> None:
    for read in (lambda text: read_amount(text, "de"), lambda text: read_amount(text, "en"), read_number, read_date):
        with suppress(ReadingError):
            assert read(typed) is not None
