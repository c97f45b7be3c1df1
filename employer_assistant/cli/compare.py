"""``plan --compare``: both procedures side by side, and where § 81a brings nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from employer_assistant.cli.lines import wrapped
from employer_assistant.cli.parts import library
from employer_assistant.cli.plan_json import described, described_range, described_warnings
from employer_assistant.content.norms import cited
from employer_assistant.content.phrases import phrase, text
from employer_assistant.papers.words import span, sum_of
from employer_assistant.plan.comparison import Comparison, Side, source_of
from employer_assistant.plan.model import PlannedStep
from employer_assistant.rules.wording import date_text, warning_text


def compared(found: Comparison, language: str) -> dict[str, Any]:
    """Return both procedures as JSON knows them."""
    return {
        "route": found.regular.plan.route.route.id,
        "on": found.regular.plan.on,
        "brings": found.brings,
        "text": phrase(f"comparison.brings.{found.brings}", language),
        "reasons": [
            {"id": reason.id, "text": phrase(f"comparison.reason.{reason.id}", language), "norm": reason.norm}
            for reason in found.reasons
        ],
        "likely_days_earlier": found.likely_days,
        "surely_earlier": found.sure,
        "advice": [text(hint, language) for hint in found.advice],
        "regular": _side(found.regular, language),
        "accelerated": _side(found.accelerated, language) if found.accelerated else None,
        "warnings": described_warnings(found.warnings, library(), language),
    }


def _side(side: Side, language: str) -> dict[str, Any]:
    return {
        "finish": described_range(side.plan.finish),
        "begin_by": side.plan.begin_by,
        "costs": {
            payer: {"min": cost.min, "max": cost.max, "unknown": cost.unknown} for payer, cost in side.costs.items()
        },
        "durations": {kind: [_duration(step, language) for step in steps] for kind, steps in side.by_kind.items()},
        "statutory": [
            {
                "step": period.step,
                "value": period.statutory.value,
                "unit": period.statutory.unit,
                "norm": period.statutory.norm,
            }
            for period in side.periods
        ],
        "lapses": [
            {
                "step": lapse.step,
                "date": lapse.clause.date,
                "assumed": lapse.clause.assumed,
                "strength": lapse.clause.deadline.strength,
                "text": text(lapse.clause.deadline.text, language),
            }
            for lapse in side.lapses
        ],
        "plan": described(side.plan, language),
    }


def _duration(step: PlannedStep, language: str) -> dict[str, Any]:
    found, source = step.duration, source_of(step, library())
    return {
        "step": step.step.id,
        "min": found.min,
        "likely": found.likely,
        "max": found.max,
        "unit": found.unit,
        "basis": text(found.basis, language),
        "source": {"title": source[0], "as_of": source[1]} if source else None,
    }


def report(found: Comparison, language: str) -> Iterator[str]:
    """Yield the comparison as text to read."""
    yield phrase("comparison.title", language)
    yield from wrapped(phrase(f"comparison.brings.{found.brings}", language))
    for reason in found.reasons:
        norm = f" ({cited(reason.norm, language)})" if reason.norm else ""
        yield from wrapped("- " + phrase(f"comparison.reason.{reason.id}", language) + norm, 2)
    if found.likely_days is not None and found.likely_days > 0:
        yield from wrapped(phrase("comparison.likely", language, days=found.likely_days))
        if not found.sure:
            yield from wrapped(phrase("comparison.overlap", language))
    for side in (found.regular, found.accelerated):
        if side is not None:
            yield ""
            yield from _lines(side, language)
    for warning in found.warnings:
        yield from wrapped("! " + warning_text(warning, library(), language))
    yield ""
    yield from wrapped(phrase("disclaimer", language))


def _lines(side: Side, language: str) -> Iterator[str]:
    found = side.plan
    yield phrase(f"cli.plan.{found.procedure}", language, on=date_text(found.on, language))
    yield from wrapped(phrase("cli.plan.finish", language, days=span(found.finish, language)), 2)
    if found.begin_by:
        yield from wrapped(phrase("cli.plan.begin_by", language, day=date_text(found.begin_by, language)), 2)
    for payer, cost in side.costs.items():
        unknown = phrase("cli.plan.unknown_costs", language, n=len(cost.unknown)) if cost.unknown else ""
        said = phrase(f"cli.payer.{payer}", language, sum=sum_of(cost, language))
        yield from wrapped(f"- {said} {unknown}", 2)
    for kind, steps in side.by_kind.items():
        if steps:
            words = phrase(f"comparison.kind.{kind}", language)
            yield from wrapped("- " + phrase("comparison.kind", language, kind=words, n=len(steps)), 2)
    for lapse in side.lapses:
        said = text(lapse.clause.deadline.text, language)
        yield from wrapped("- " + phrase("comparison.lapse", language, text=said), 2)
