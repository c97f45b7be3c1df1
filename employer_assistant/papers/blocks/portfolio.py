"""How far many cases are. Nothing about the people stands here: they are never compared."""

from __future__ import annotations

from collections import Counter

from employer_assistant.content.phrases import phrase
from employer_assistant.papers import notation
from employer_assistant.papers.input import CaseState
from employer_assistant.papers.parts import Line, Part
from employer_assistant.papers.sheet import Cell, Sheet
from employer_assistant.papers.texts import clean
from employer_assistant.papers.words import initials, short_span
from employer_assistant.plan.outlook import Due, Outlook
from employer_assistant.rules.wording import date_text

MOST = 500
"""Cases listed, about 50 pages; of more nobody turns the pages, and a table sorts them better."""


def portfolio(block: notation.Portfolio, sheet: Sheet) -> list[Part]:
    """Write how many cases stand how, then one row per case, in the order given."""
    head = tuple(sheet.say(f"portfolio.{column}") for column in ("case", "next", "day", "first-day"))
    rows = [_row(sheet, state) for state in sheet.cases[:MOST]]
    story: list[Part] = [
        sheet.head(block.title, "portfolio"),
        Line(sheet.say("portfolio.fair"), "lead_small"),
        Line(_numbers(sheet)),
    ]
    if len(sheet.cases) > MOST:
        story.append(Line(sheet.say("portfolio.most", shown=MOST, all=len(sheet.cases)), "lead_small"))
    return [*story, sheet.table(head, rows, (4.6, 4.3, 4.3, 3.8))]


def _numbers(sheet: Sheet) -> str:
    """Count the cases by their state, the most frequent first."""
    states = Counter(state.outlook.risk for state in sheet.cases)
    counted = [
        sheet.say("portfolio.count", state=phrase(f"portfolio.risk.{risk}", sheet.spoken), n=n)
        for risk, n in states.most_common()
    ]
    return sheet.joined((sheet.say("portfolio.sum", n=len(sheet.cases)), *counted))


def _row(sheet: Sheet, state: CaseState) -> tuple[Cell, ...]:
    title, found = clean(state.title).replace("\n", " ").strip() or sheet.say("untitled"), state.outlook
    named = Line(initials(title) if sheet.initials_only else title, "cell_strong")
    step = sheet.inputs.library.steps.get(found.next_step or "")
    who = [Line(sheet.who(found.waiting_for), "small")] if found.waiting_for else []
    made_up = sheet.say("portfolio.sample") if state.sample and not sheet.inputs.case.sample else ""
    return (
        (named, Line(sheet.joined((made_up, phrase(f"portfolio.risk.{found.risk}", sheet.spoken))), "small")),
        (Line(sheet.words(step.title), "cell"), *who) if step else "",
        _day(sheet, found),
        _first_day(sheet, found),
    )


def _day(sheet: Sheet, found: Outlook) -> Cell:
    """Write the first day that has passed, else the next to come, and what is due then."""
    due = found.overdue[0] if found.overdue else found.next_due
    if due is None:
        return ""
    day = sheet.say(f"portfolio.{_how(due, found)}", day=date_text(due.day, sheet.language))
    library = sheet.inputs.library
    about = library.steps[due.step].title if due.step is not None else library.events[str(due.event)].title
    return (Line(day, "cell"), Line(sheet.words(about), "small"))


def _how(due: Due, found: Outlook) -> str:
    if due.day < found.on:
        return "day.passed"
    return "day.likely" if due.assumed else "day.sure"


def _first_day(sheet: Sheet, found: Outlook) -> str:
    if found.finish is None:
        return ""
    span = short_span(found.finish, sheet.language)
    return sheet.say("portfolio.started", day=span) if found.started else span
