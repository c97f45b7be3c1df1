"""What a change would do, in words: each thing as it is now and as it would be, and how much that differs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from employer_assistant.cases.preview import Outlook, Preview
from employer_assistant.papers.words import money, span, sum_of
from employer_assistant.plan.costs import PAYERS
from employer_assistant.plan.model import Costs
from employer_assistant.rules.wording import date_text
from employer_assistant.ui.context import Context


@dataclass(frozen=True)
class Pair:
    """One thing now and as it would be. ``change`` says how much it differs, empty = it stays."""

    label: str
    before: str
    after: str
    change: str = ""


def main_lines(preview: Preview, context: Context) -> tuple[Pair, ...]:
    """Return what every comparison begins with: the route, the procedure, the first working day, the costs."""
    lines = (
        _route(preview, context),
        _procedure(preview, context),
        _first_day(preview, context),
        _begin_by(preview, context),
        *_rulings(preview, context),
        *_costs(preview, context),
    )
    return tuple(line for line in lines if line is not None)


def _pair(label: str, before: str, after: str, change: str) -> Pair:
    return Pair(label, before, after, change if before != after else "")


def _route(preview: Preview, context: Context) -> Pair:
    before, after = (route_of(one, context) for one in (preview.old, preview.new))
    return _pair(context.t("difference.route"), before, after, context.t("difference.other"))


def route_of(outlook: Outlook, context: Context) -> str:
    """Return the followed route with its status, or that there is none."""
    assessment = outlook.assessment
    if not assessment.title_needed:
        return context.t("difference.not_needed")
    found = next((one for one in assessment.routes if one.route.id == outlook.route), None)
    if found is None:
        return context.t("difference.no_route")
    status = context.t(f"status.{found.status.id}")
    return context.t("difference.route.value", route=context.words(found.route.short), status=status)


def _procedure(preview: Preview, context: Context) -> Pair | None:
    chosen = [_procedure_of(one) for one in (preview.old, preview.new)]
    if chosen[0] == chosen[1]:
        return None
    before, after = (context.t(f"page.procedure.{procedure}") for procedure in chosen)
    return Pair(context.t("page.procedure.name"), before, after, context.t("difference.other"))


def _procedure_of(outlook: Outlook) -> str:
    return outlook.plan.procedure if outlook.plan else outlook.case.procedure or "regular"


def _first_day(preview: Preview, context: Context) -> Pair:
    before, after = (_days_of(one, context) for one in (preview.old, preview.new))
    label, change = context.t("difference.first_day"), context.t("difference.other")
    old, new = preview.old.plan, preview.new.plan
    if old is not None and new is not None:
        change = later((new.finish.likely - old.finish.likely).days, context)
    return _pair(label, before, after, change)


def _days_of(outlook: Outlook, context: Context) -> str:
    if outlook.plan is not None:
        return span(outlook.plan.finish, context.language)
    return context.t("difference.no_plan")


def later(days: int, context: Context) -> str:
    """Return how much later a likely day is, or that only its limits moved."""
    if not days:
        return context.t("difference.limits")
    key = f"difference.{'later' if days > 0 else 'earlier'}{'.one' if abs(days) == 1 else ''}"
    return context.t(key, n=abs(days))


def _begin_by(preview: Preview, context: Context) -> Pair | None:
    days = [one.plan.begin_by if one.plan else None for one in (preview.old, preview.new)]
    if not any(days):
        return None
    on = preview.old.assessment.situation.on
    before, after = (_begin_day(day, on, context) for day in days)
    change = later((days[1] - days[0]).days, context) if days[0] and days[1] else context.t("difference.other")
    return _pair(context.t("difference.begin_by"), before, after, change)


def _begin_day(day: date | None, on: date, context: Context) -> str:
    if day is None:
        return context.t("difference.unknown")
    said = date_text(day, context.language)
    return context.t("difference.past", day=said) if day < on else said


def _rulings(preview: Preview, context: Context) -> Iterator[Pair]:
    """Return approval and § 81a of the followed route, as far as they differ."""
    turns = (("approval", preview.difference.ba_approval), ("accelerated", preview.difference.accelerated))
    for name, found in turns:
        for turn in found:
            if turn.route.id == preview.new.route == preview.old.route:
                label = context.t(f"papers.result.{name}")
                before, after = (context.t(f"papers.result.{name}.{value}") for value in (turn.old, turn.new))
                yield Pair(label, before, after, context.t("difference.other"))


def _costs(preview: Preview, context: Context) -> Iterator[Pair]:
    old, new = preview.old.plan, preview.new.plan
    for payer in PAYERS:
        sums = [plan.costs[payer] if plan else None for plan in (old, new)]
        if any(one is not None and (one.max or one.unknown) for one in sums):
            before, after = (fees(one, context) for one in sums)
            label = context.t("difference.costs", who=context.t(f"papers.who.{payer}"))
            yield _pair(label, before, after, _dearer(sums, context))


def fees(found: Costs | None, context: Context) -> str:
    """Return a sum with the number of amounts that are not known."""
    if found is None:
        return context.t("difference.no_plan")
    n, unknown = len(found.unknown), ""
    if n:
        unknown = context.t("difference.unknown_fee" if n == 1 else "difference.unknown_fees", n=n)
    known = sum_of(found, context.language) if found.max or not n else ""
    return context.t("page.separator").join(part for part in (known, unknown) if part)


def _dearer(sums: list[Costs | None], context: Context) -> str:
    old, new = sums
    if old is None or new is None:
        return context.t("difference.other")
    more: Decimal = new.max - old.max
    same_step = new.min - old.min == more and old.unknown == new.unknown
    if not more or not same_step:
        return context.t("difference.other")
    return context.t(f"difference.{'more' if more > 0 else 'less'}", amount=money(abs(more), context.language))
