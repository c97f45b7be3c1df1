"""Subsidies and warnings about costs that fit a case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from employer_assistant.content.expressions import Test
from employer_assistant.content.model import CostWarning, Funding, Procedure
from employer_assistant.plan.setting import Setting, judged
from employer_assistant.rules.situation import Situation
from employer_assistant.rules.verdict import Verdict


@dataclass(frozen=True)
class FittingFunding:
    """A subsidy that may fit. ``open_facts``: answers still missing that decide whether it does."""

    funding: Funding
    open_facts: tuple[str, ...]


def funding_for(situation: Situation, route: str, procedure: Procedure) -> tuple[FittingFunding, ...]:
    """Return the subsidies of the day that no answer excludes; whether they are granted, others decide."""
    return tuple(_fitting(Setting(situation, route, procedure)))


def cost_warnings_for(situation: Situation, route: str, procedure: Procedure) -> tuple[CostWarning, ...]:
    """Return what must not be asked of the worker in this case, unless an answer excludes it."""
    setting = Setting(situation, route, procedure)
    return tuple(one for one in setting.library.content.cost_warnings if _possible(one.when, setting))


def _fitting(setting: Setting) -> Iterator[FittingFunding]:
    on = setting.situation.on
    for one in setting.library.content.funding:
        in_time = (one.valid_from or on) <= on <= (one.valid_to or on)
        if in_time and _possible(one.when, setting):
            yield FittingFunding(one, judged(one.when, setting).open_facts)


def _possible(test: Test | None, setting: Setting) -> bool:
    return judged(test, setting).verdict is not Verdict.UNMET
