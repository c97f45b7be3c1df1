"""Amounts of law that decide today and have no final value yet in the year in which work is to begin."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from employer_assistant.content.figures import value_on
from employer_assistant.content.model import FigureValue
from employer_assistant.papers.sheet import Sheet
from employer_assistant.papers.words import amount_text, figure_text
from employer_assistant.rules.assessment import CaseWarning
from employer_assistant.rules.figures_then import without_figure
from employer_assistant.rules.wording import warned_of


def later_year(sheet: Sheet) -> date | None:
    """Return the likely first working day if it lies in a later year, else None: amounts change with the year."""
    plan = sheet.inputs.plan
    return plan.finish.likely if plan is not None and plan.finish.likely.year > sheet.inputs.on.year else None


def open_amounts(sheet: Sheet) -> dict[str, str]:
    """Return, by figure, a sentence on each amount by which the route is judged and that is not final for the start.

    A draft that the pay reaches by far is not told: nothing hangs on it.
    """
    route, day = sheet.inputs.route, later_year(sheet)
    if route is None or day is None:
        return {}
    decides = {figure for finding in route.findings for figure, _ in finding.figures}
    open_then = without_figure((route,), sheet.inputs.situation, day)
    return {one.values["figure"]: _sentence(one, sheet, day) for one in open_then if _counts(one, decides)}


def _counts(warning: CaseWarning, decides: set[str]) -> bool:
    known = warning.id == "figure-not-known" or warning.values.get("case") != "idle"
    return warning.values["figure"] in decides and known


def _sentence(warning: CaseWarning, sheet: Sheet, day: date) -> str:
    figure = sheet.inputs.library.figures[warning.values["figure"]]
    words = {"figure": sheet.words(figure.label), "year": day.year, "now": sheet.inputs.on.year}
    value = value_on(figure, day)
    if value is None:
        return sheet.say("amounts.unknown", **words)
    if warning.values.get("case") == "between":
        pay = warned_of("pay", warning.values["pay"], sheet.inputs.library, sheet.language)
        return sheet.say("amounts.between", **words, pay=pay, then=amount_text(figure.unit, value, sheet.language))
    return sheet.say(f"amounts.{value.status}", **words, then=amount_text(figure.unit, value, sheet.language))


def amount_lines(sheet: Sheet, key: str, value: FigureValue) -> Iterator[str]:
    """Return an amount in words, then that of the year in which work is to begin, or that it is not known yet."""
    figure, day = sheet.inputs.library.figures[key], _day_after(sheet, value)
    yield figure_text(figure.label, figure.unit, value, sheet.language)
    if day is None:
        return
    then = value_on(figure, day)
    if then is None:
        yield sheet.say("amounts.none", year=day.year)
    else:
        yield figure_text(figure.label, figure.unit, then, sheet.language)


def amount_sources(sheet: Sheet, key: str, value: FigureValue) -> tuple[str, ...]:
    """Return the ids of the sources of an amount, and of that of the year in which work is to begin."""
    day = _day_after(sheet, value)
    then = value_on(sheet.inputs.library.figures[key], day) if day else None
    return (*value.sources, *(then.sources if then else ()))


def _day_after(sheet: Sheet, value: FigureValue) -> date | None:
    """Return the likely first working day if the amount no longer holds then."""
    day = later_year(sheet)
    return None if day is None or value.valid_to is None or day <= value.valid_to else day
