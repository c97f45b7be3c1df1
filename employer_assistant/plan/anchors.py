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
    span = _span(rule, base.day, road)
    if span is None or (span and base.step in road.steps and asking in ancestors(str(base.step), road)):
        return None  # what runs out here began before this road: a step cannot wait for the end of what it brings
    day = base.day + span
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


def _span(rule: AssumedEvent, day: date, road: Road) -> relativedelta | None:
    """Return the span to add; None if the length of the contract decides and is not known."""
    setting = road.setting
    contract = setting.situation.value("job.contract_months")
    for case in rule.cases:
        if met(case.when, setting):
            most = int(contract) if case.contract and isinstance(contract, Decimal) and contract else case.months
            return relativedelta(months=min(case.months, most), days=case.days)
    if rule.contract_plus is None:
        return relativedelta(months=rule.months, days=rule.days)
    figure = value_on(setting.library.figures[rule.contract_plus], day)
    if not isinstance(contract, Decimal) or figure is None or figure.value is None:
        return None
    return relativedelta(months=min(rule.months, int(contract + figure.value)) if contract else rule.months)


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
