"""What a step costs in this case and at its time: the fee of the title in question, with the figures valid then."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from employer_assistant.content.figures import DECIDING, value_on
from employer_assistant.content.library import Library
from employer_assistant.content.model import AlsoDue, Fee, FeeVariant, OnTop, Step, Text
from employer_assistant.content.phrases import LANGUAGES, phrase
from employer_assistant.plan.setting import Setting, met


def fee_of(step: Step, setting: Setting) -> Fee:
    """Return the fee of the step in this case: the first variant that is met, else the usual one."""
    return next((variant.fee for variant in step.fee_variants if _fits(variant, setting)), step.fee)


def on_top_of(step: Step, setting: Setting) -> tuple[OnTop, ...]:
    """Return what is due beside the fee of the step in this case, as often as the case does not say."""
    return tuple(one for one in step.on_top if met(one.when, setting))


def also_due_of(step: Step, day: date, setting: Setting) -> tuple[AlsoDue, ...]:
    """Return the further amounts that come with the step in this case, as they stand on the day."""
    return tuple(
        replace(one, fee=fee_on(one.fee, day, setting.library)) for one in step.also_due if _fits(one, setting)
    )


def _fits(variant: FeeVariant | AlsoDue, setting: Setting) -> bool:
    job = setting.library.occupations.get(str(setting.situation.value("job.occupation")))
    of_body = not variant.bodies or (job is not None and bool(job.bodies) and set(job.bodies) <= set(variant.bodies))
    return of_body and met(variant.when, setting)


def fee_on(fee: Fee, day: date, library: Library) -> Fee:
    """Return the fee as the figures it names stand on the day; without amounts where one of them is not known then.

    The amounts in the content are those of the day on which the sources were read; the check holds both together.
    """
    read_on = library.content.read_on
    then: dict[Decimal | None, Decimal] = {}
    for name in fee.figures:
        old, new = (_amount(name, when, library) for when in (read_on, day))
        if new is None:
            return replace(fee, min=None, max=None, basis=None, reason=_not_known(day.year))
        then[old] = new
    low, high = (then.get(amount, amount) for amount in (fee.min, fee.max))
    return fee if (low, high) == (fee.min, fee.max) else replace(fee, min=low, max=high)


def _amount(name: str, day: date, library: Library) -> Decimal | None:
    found = value_on(library.figures[name], day)
    return found.value if found is not None and found.status in DECIDING else None


def _not_known(year: int) -> Text:
    german, english = (phrase("plan.fee.not_known", language, year=year) for language in LANGUAGES)
    return Text(de=german, en=english)
