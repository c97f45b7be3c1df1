"""Text that comes from people is printed as it was typed and acts as nothing."""

from __future__ import annotations

import time
import unicodedata
from datetime import date
from decimal import Decimal

import pytest
from reportlab import rl_config
from reportlab.platypus import Paragraph

from employer_assistant.content.library import Library
from employer_assistant.content.model import Duration, Text
from employer_assistant.papers.fonts import missing_characters
from employer_assistant.papers.styles import HEIGHT, STYLES
from employer_assistant.papers.texts import MAX_LENGTH, REPLACEMENT, clean, paragraph
from employer_assistant.papers.words import (
    amount_text,
    as_of,
    duration,
    initials,
    money,
    money_range,
    short_span,
    span,
    within,
)
from employer_assistant.plan.model import Range

EVIL = ("<b", "</para>", '<img src="/etc/passwd"/>', '<a href="file:///etc/passwd">x</a>', "<Spitzname>", "a & b &lt;")


def shown(words: str) -> str:
    return str(paragraph(words, STYLES["body"], Paragraph).getPlainText(identify=True))


@pytest.mark.parametrize("words", EVIL)
def test_markup_is_shown_not_obeyed(words: str) -> None:
    assert shown(words) == words


def test_without_escaping_the_same_markup_acts() -> None:
    with pytest.raises(OSError, match="Cannot open resource"):
        Paragraph('<img src="/no/such/picture.png"/>', STYLES["body"]).wrap(200, 200)


def test_no_address_is_trusted() -> None:
    assert rl_config.trustedHosts == []
    assert rl_config.trustedSchemes == []


def test_cleaning() -> None:
    assert clean("a\x00b\x07c\ud800d\te") == "abcd e"
    assert clean("eins\r\nzwei\rdrei") == "eins\nzwei\ndrei"
    assert clean(unicodedata.normalize("NFD", "Đặng Thị Hồng ầ Größe")) == "Đặng Thị Hồng ầ Größe"
    with pytest.raises(TypeError):
        clean(7)  # type: ignore[arg-type]


def test_long_texts_are_cut_and_say_so() -> None:
    assert clean("x" * MAX_LENGTH) == "x" * MAX_LENGTH
    assert clean("x" * (MAX_LENGTH + 1), "(gekürzt)") == "x" * MAX_LENGTH + " (gekürzt)"


def test_a_very_long_word_is_broken_in_no_time() -> None:
    started = time.perf_counter()
    found = paragraph("W" * 100_000, STYLES["cell"], Paragraph)
    width, _ = found.wrap(60, HEIGHT)
    assert len(found.blPara.lines) > 100
    assert width <= 60
    assert time.perf_counter() - started < 1


def test_letters_the_font_lacks_are_named_and_replaced() -> None:
    assert missing_characters("Đặng Thị Hồng ầ, Жук Ґанок їжа, äöüß § € – „“") == set()
    assert missing_characters("李 and ☐") == {"李", "☐"}
    assert shown("Frau 李") == f"Frau {REPLACEMENT}"


@pytest.mark.parametrize(
    ("amount", "german", "english"),
    [
        ("45934.20", "45.934,20\N{NO-BREAK SPACE}€", "€45,934.20"),
        ("411", "411\N{NO-BREAK SPACE}€", "€411"),
        ("1000000", "1.000.000\N{NO-BREAK SPACE}€", "€1,000,000"),
    ],
)
def test_money(amount: str, german: str, english: str) -> None:
    assert money(Decimal(amount), "de") == german
    assert money(Decimal(amount), "en") == english


def test_unknown_money_is_never_nothing() -> None:
    assert money_range(None, None, "de") == "Betrag nicht bekannt"
    assert money_range(Decimal(0), Decimal(0), "de") == "keine Kosten"
    assert money_range(Decimal(500), Decimal(1200), "de") == "500\N{NO-BREAK SPACE}€ bis 1.200\N{NO-BREAK SPACE}€"


def test_spans_are_never_one_promise() -> None:
    days = Range(date(2027, 3, 30), date(2027, 7, 13), date(2028, 2, 15))
    assert span(days, "de") == "frühestens 30.03.2027, wahrscheinlich 13.07.2027, spätestens 15.02.2028"
    assert short_span(days, "en") == "30 March 2027 to 15 February 2028"
    assert within(days, "de") == "zwischen 30.03.2027 und 15.02.2028"
    assert within(Range(date(2027, 3, 30), date(2027, 3, 30), date(2027, 3, 30)), "de") == "30.03.2027"
    open_end = Range(date(2027, 3, 30), date(2027, 7, 13), None)
    assert "spätester Tag nicht bekannt" in span(open_end, "de")
    assert "spätester Tag nicht bekannt" in short_span(open_end, "de")


def test_durations() -> None:
    def of(low: int | None, likely: int | None, high: int | None) -> str:
        basis = Text(de="x", en="x")
        return duration(Duration(min=low, likely=likely, max=high, unit="weeks", kind="estimate", basis=basis), "de")

    assert of(1, 3, 8) == "1 bis 8 Wochen, meist 3"
    assert of(1, 1, 1) == "1 Woche"
    assert of(2, None, None) == "mindestens 2 Wochen"
    assert of(None, None, None) == "Dauer nicht bekannt"


def test_days_of_sources_as_far_as_they_are_known() -> None:
    assert as_of("2025-06-18", "de") == "Stand 18.06.2025"
    assert as_of("2022-04", "de") == "Stand April 2022"
    assert as_of("2024", "de") == "Stand 2024"
    assert as_of("undated copy", "de") == "ohne Datum"


def test_initials() -> None:
    assert initials("Đặng Thị Hồng – Metallbauer") == "Đ. T. H. – M."


@pytest.mark.parametrize(("language", "said"), [("de", "90.600 € im Jahr"), ("en", "€90,600 per year")])
def test_a_figure_of_law_is_written_like_other_money(library: Library, language: str, said: str) -> None:
    figure = next(one for one in library.content.figures if any(value.value == 90600 for value in one.values))
    value = next(value for value in figure.values if value.value == 90600)
    assert amount_text(figure.unit, value, language) == said.replace(" €", "\N{NO-BREAK SPACE}€")
