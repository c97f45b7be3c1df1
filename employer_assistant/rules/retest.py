"""One case judged under old and new content: which routes opened or closed, which figure was crossed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from employer_assistant.content.model import FigureValue, Text
from employer_assistant.content.phrases import phrase, text
from employer_assistant.rules.assessment import Assessment, Finding, RouteAssessment, Status
from employer_assistant.rules.verdict import Verdict
from employer_assistant.rules.wording import date_text, number_text

Told: TypeAlias = "Text | str | date | Decimal | Status"


@dataclass(frozen=True)
class Effect:
    """What new content does to a case. ``about`` is the id of the route, figure, step or paper meant.

    ``values`` fill the phrase ``retest.<id>``.
    """

    id: str
    about: str
    values: Mapping[str, Told]


def effect_text(effect: Effect, language: str) -> str:
    """Return an effect as a sentence."""
    return phrase(f"retest.{effect.id}", language, **{name: _told(v, language) for name, v in effect.values.items()})


def routes_changed(old: Assessment, new: Assessment) -> tuple[Effect, ...]:
    """Return what became of the routes of one case, those of best rank first, and the figures that decided it."""
    if old.title_needed != new.title_needed:
        return (Effect("title-needed" if new.title_needed else "no-title-needed", "", {}),)
    before = {found.route.id: found for found in old.routes}
    after = {found.route.id: found for found in new.routes}
    found = [effect for route in after.values() for effect in _route(before.get(route.route.id), route)]
    found += [
        Effect("route-gone", id, {"route": one.route.title})
        for id, one in before.items()
        if id not in after and one.status is not Status.CLOSED
    ]
    labels = {id: figure.label for id, figure in new.situation.library.figures.items()}
    crossed = [effect for id in after if id in before for effect in _crossed(before[id], after[id], labels)]
    return (*found, *{effect.about: effect for effect in crossed}.values())


def _route(old: RouteAssessment | None, new: RouteAssessment) -> Iterator[Effect]:
    if old is None:
        if new.status is not Status.CLOSED:
            yield Effect("route-new", new.route.id, {"route": new.route.title, "now": new.status})
        return
    if old.status is new.status:
        return
    usable, was_usable = new.status <= Status.REACHABLE, old.status <= Status.REACHABLE
    kind = "closed" if new.status is Status.CLOSED else "opened" if usable and not was_usable else "changed"
    values: dict[str, Told] = {"route": new.route.title, "before": old.status, "now": new.status}
    yield Effect(f"route-{kind}", new.route.id, values)


def _crossed(old: RouteAssessment, new: RouteAssessment, labels: Mapping[str, Text]) -> Iterator[Effect]:
    """Yield the figures whose new value turns a condition of a route that is, or was, not closed."""
    if old.status is new.status is Status.CLOSED:
        return
    before = {finding.condition.id: finding for finding in old.findings}
    for finding in new.findings:
        was = before.get(finding.condition.id)
        if was is None or was.verdict is finding.verdict:
            continue
        for figure, was_value, value in _moved(was, finding):
            met = "met" if finding.verdict is Verdict.MET else "unmet"
            values: dict[str, Told] = {"figure": labels[figure], "old": _amount(was_value), "new": _amount(value)}
            yield Effect(f"figure-crossed-{met}", figure, {**values, "condition": finding.condition.text})


def _moved(old: Finding, new: Finding) -> Iterator[tuple[str, FigureValue, FigureValue]]:
    before = dict(old.figures)
    for figure, value in new.figures:
        was = before.get(figure)
        if was is not None and _amount(was) != _amount(value):
            yield figure, was, value


def _amount(value: FigureValue) -> Decimal | date:
    return value.day or value.value or Decimal(0)


def _told(value: Told, language: str) -> str:
    if isinstance(value, Status):
        return phrase(f"status.{value.id}", language)
    if isinstance(value, Text):
        return text(value, language)
    if isinstance(value, Decimal):
        return number_text(value, language)
    return date_text(value, language) if isinstance(value, date) else value
