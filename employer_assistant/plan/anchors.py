"""The day of an event: as entered, as planned, or as assumed until somebody enters it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from employer_assistant.content.figures import value_on
from employer_assistant.content.model import AssumedEvent
from employer_assistant.plan.road import Road, before
from employer_assistant.plan.setting import met
from employer_assistant.plan.start_of_work import start_of_work

START, FINISH = "start:", "finish:"
"""Before the id of a step in an anchor: the beginning or the end of the step, if the plan has it."""


class Anchor(NamedTuple):
    """A day; ``assumed`` if it has not happened or nobody entered it. ``step``: whose planned day it is."""

    day: date
    assumed: bool
    step: str | None = None


def anchor(event: str, road: Road, asking: str) -> Anchor | None:
    """Return the day of an event for the step ``asking``; None if nobody can tell it yet."""
    real = road.events.get(event)
    if real is not None:
        return Anchor(real, assumed=False)
    of_step = _of_steps(event, road)
    if of_step is not None:
        return of_step
    rule = road.setting.library.events.get(event)
    return _assumed(rule, road, asking) if rule else None


def _of_steps(event: str, road: Road) -> Anchor | None:
    """Return the likely day of a step's beginning or end; for the start of work the day the plan reckons with."""
    for step, chosen in road.steps.items():
        dated = road.dated[step]
        if chosen.step.milestone and event in chosen.finish_events:
            return Anchor(start_of_work(road).day, not dated.done, step)
        if event == START + step or event in chosen.start_events:
            if dated.start is not None:
                return Anchor(dated.start.likely, not dated.begun, step)
        elif event in (FINISH + step, *chosen.finish_events) and dated.finish is not None:
            return Anchor(dated.finish.likely, not dated.done, step)
    return None


def _assumed(rule: AssumedEvent, road: Road, asking: str) -> Anchor | None:
    counted = _counted(rule, road, asking)
    fixed = road.setting.situation.figure(rule.not_before) if rule.not_before else None
    if fixed is None or fixed.day is None or (counted is not None and counted.day > fixed.day):
        return counted
    return Anchor(fixed.day, assumed=False)  # the law names the day; the words of the clause say for whom


def _counted(rule: AssumedEvent, road: Road, asking: str) -> Anchor | None:
    """Return the day counted from the first anchor that has one."""
    base = _first(rule, road)
    if base is None:
        return None
    day = _ends(rule, base.day, road)
    later = day != base.day
    if day is None or (later and base.step in road.steps and asking in ancestors(str(base.step), road)):
        return None  # what runs out here began before this road: a step cannot wait for the end of what it brings
    if rule.end_of_month:
        day += relativedelta(day=31)
    itself = len(rule.anchors) == 1 and rule.anchors[0] in road.setting.library.facts
    return Anchor(day, assumed=not itself)


def _first(rule: AssumedEvent, road: Road) -> Anchor | None:
    """Return the first anchor that is certain, else the first that is planned."""
    found = [one for name in rule.anchors if (one := _anchored(name, road)) is not None]
    return next((one for one in found if not one.assumed), found[0] if found else None)


def _anchored(name: str, road: Road) -> Anchor | None:
    return _answered(name, road) if name in road.setting.library.facts else _named(name, road)


def _answered(fact: str, road: Road) -> Anchor | None:
    value = road.setting.situation.value(fact)
    return Anchor(value, assumed=False) if isinstance(value, date) else None


def _named(event: str, road: Road) -> Anchor | None:
    real = road.events.get(event)
    return Anchor(real, assumed=False) if real is not None else _of_steps(event, road)


def _ends(rule: AssumedEvent, base: date, road: Road) -> date | None:
    """Return the last day of the span; None if the length of the contract decides and is not known.

    Contract and transfer run from the start of work, also where the title is issued months later (§§ 18 Abs. 4, 19
    Abs. 4 AufenthG).
    """
    setting, start = road.setting, start_of_work(road).day
    for case in rule.cases:
        if met(case.when, setting):
            most = base + relativedelta(months=case.months, days=case.days)
            days = setting.situation.value(case.lasts) if case.lasts else None
            return min(most, start + relativedelta(days=int(days))) if isinstance(days, Decimal) else most
    most = base + relativedelta(months=rule.months, days=rule.days)
    if rule.contract_plus is None:
        return most
    contract = setting.situation.value("job.contract_months")
    figure = value_on(setting.library.figures[rule.contract_plus], base)
    if not isinstance(contract, Decimal) or figure is None or figure.value is None:
        return None
    return min(most, start + relativedelta(months=int(contract + figure.value))) if contract else most


def ancestors(step: str, road: Road) -> frozenset[str]:
    """Return all steps that come before a step."""
    found: set[str] = set()
    left = [step]
    while left:
        for earlier in before(left.pop(), road.steps):
            if earlier not in found:
                found.add(earlier)
                left.append(earlier)
    return frozenset(found)
