"""Spans of days, money and figures as the language writes them. No locale: the words come from the phrases."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from employer_assistant.content.model import Duration, FigureValue, Text
from employer_assistant.content.phrases import phrase, text
from employer_assistant.plan.model import Costs, Range
from employer_assistant.rules.wording import date_text, number_text

EURO = "€"
NOT_FINAL = ("draft", "projection")
"""Statuses of a value that does not hold and decides nothing."""


def money(amount: Decimal, language: str) -> str:
    """Return an amount in euro: 45.934,20 € or €45,934.20."""
    return phrase("papers.money", language, number=number_text(amount, language))


def money_range(low: Decimal | None, high: Decimal | None, language: str) -> str:
    """Return an amount or a span of amounts in euro; unknown amounts are named as such, never taken as nothing."""
    if low is None or high is None:
        return phrase("papers.money.unknown", language)
    if high == 0:
        return phrase("papers.money.none", language)
    if low == high:
        return money(low, language)
    return phrase("papers.money.range", language, min=money(low, language), max=money(high, language))


def sum_of(costs: Costs, language: str) -> str:
    """Return the sum of one payer; "and more" where something is due as often as the case does not say.

    Nothing is a sum that may still grow: what is agreed freely can fall to this payer too.
    """
    if costs.max == 0 and not costs.on_top:
        return phrase("papers.money.none-known", language)
    amount = money_range(costs.min, costs.max, language)
    return phrase("papers.money.more", language, amount=amount) if costs.on_top else amount


def span(days: Range, language: str) -> str:
    """Return three days as a sentence part; an unknown latest day is said to be unknown."""
    earliest, likely = date_text(days.earliest, language), date_text(days.likely, language)
    if days.latest is None:
        return phrase("papers.range.likely-open", language, earliest=earliest, likely=likely)
    if days.earliest == days.latest:
        return phrase("papers.range.one", language, day=earliest)
    latest = date_text(days.latest, language)
    return phrase("papers.range.likely", language, earliest=earliest, likely=likely, latest=latest)


def short_span(days: Range, language: str) -> str:
    """Return the first and last day only."""
    earliest = date_text(days.earliest, language)
    if days.latest is None:
        return phrase("papers.range.from", language, earliest=earliest)
    if days.earliest == days.latest:
        return phrase("papers.range.one", language, day=earliest)
    return phrase("papers.range.between", language, earliest=earliest, latest=date_text(days.latest, language))


def within(days: Range, language: str) -> str:
    """Return between which days something begins or ends: "1 to 9 May" would read as how long it takes."""
    if days.latest in (None, days.earliest):
        return short_span(days, language)
    earliest, latest = (date_text(day, language) for day in (days.earliest, days.latest) if day is not None)
    return phrase("papers.range.within", language, earliest=earliest, latest=latest)


def duration(found: Duration, language: str) -> str:
    """Return how long something takes, with the likely value if it differs."""
    if found.unit is None or (found.min is None and found.max is None):
        return text(found.unknown, language) if found.unknown else phrase("papers.duration.unknown", language)
    last = found.max if found.max is not None else found.min
    unit = phrase(f"papers.unit.{found.unit}{'.one' if last == 1 else ''}", language)
    low = found.min if found.min is not None else found.max
    shape = "from" if found.max is None else "one" if low == found.max else "range"
    words = phrase(f"papers.duration.{shape}", language, min=low, max=found.max, unit=unit)
    if found.likely is None or found.likely in (found.min, found.max):
        return words
    return phrase("papers.duration.likely", language, range=words, likely=found.likely)


def as_of(stated: str, language: str) -> str:
    """Return the day a source or an address was last known to be valid, as far as the source says it."""
    if stated.startswith("undated"):
        return phrase("papers.as-of.undated", language)
    if stated.endswith("+"):
        return phrase("papers.as-of.later", language, day=stated[:-1])
    try:
        stated = date_text(date.fromisoformat(stated), language)
    except ValueError:
        year, _, month = stated.partition("-")
        if year.isdigit() and month.isdigit() and 1 <= int(month) <= 12:
            stated = f"{phrase(f'month.{int(month)}', language)} {year}"
    return phrase("papers.as-of", language, day=stated)


def figure_text(label: Text, unit: Text, value: FigureValue, language: str) -> str:
    """Return a figure of law with its value, unit, period and status."""
    amount = amount_text(unit, value, language)
    start = date_text(value.valid_from, language)
    holds = "planned" if value.status in NOT_FINAL else "closed"
    period = (
        phrase("papers.period.open", language, start=start)
        if value.valid_to is None
        else phrase(f"papers.period.{holds}", language, start=start, end=date_text(value.valid_to, language))
    )
    status = phrase(f"papers.figure.{value.status}", language)
    words = {"label": text(label, language), "value": amount, "period": period, "status": status}
    return phrase("papers.findings.figure", language, **words)


def amount_text(unit: Text, value: FigureValue, language: str) -> str:
    """Return a value of a figure of law with its unit, money as it is written elsewhere; a day as a day."""
    if value.day is not None:
        return date_text(value.day, language)
    amount, words = value.value or Decimal(0), text(unit, language)
    if words.startswith(EURO):
        return money(amount, language) + words.removeprefix(EURO)
    return f"{number_text(amount, language)} {words}"


def initials(title: str) -> str:
    """Return a title with every word cut to its first letter."""
    return " ".join(f"{word[0]}." if word[0].isalpha() else word for word in title.split())
