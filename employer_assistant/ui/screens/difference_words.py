"""What a change would do, in words: each thing as it is now and as it would be, and how much that differs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from employer_assistant.cases.preview import Outlook, Preview
from employer_assistant.papers.words import money, span, sum_of
from employer_assistant.plan.costs import PAYERS
from employer_assistant.plan.model import Costs, Plan, PlannedStep
from employer_assistant.rules.difference import FindingTurn, RouteTurn
from employer_assistant.rules.verdict import Verdict
from employer_assistant.rules.wording import date_text, warning_text
from employer_assistant.ui.context import Context
from employer_assistant.ui.screens.document_details import authentication
from employer_assistant.ui.screens.document_groups import desk_name
from employer_assistant.ui.screens.findings import badge, sentence


@dataclass(frozen=True)
class Pair:
    """One thing now and as it would be. ``change`` says how much it differs, empty = it stays."""

    label: str
    before: str
    after: str
    change: str = ""


@dataclass(frozen=True)
class Lists:
    """What only one side has, by name, and how many there are on each side."""

    label: str
    counts: tuple[str, str]
    dropped: tuple[str, ...]
    added: tuple[str, ...]


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
        change = _later((new.finish.likely - old.finish.likely).days, context)
    return _pair(label, before, after, change)


def _days_of(outlook: Outlook, context: Context) -> str:
    if outlook.plan is not None:
        return span(outlook.plan.finish, context.language)
    return context.t("difference.no_plan")


def _later(days: int, context: Context) -> str:
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
    change = _later((days[1] - days[0]).days, context) if days[0] and days[1] else context.t("difference.other")
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


# ---- lists


def lists(preview: Preview, context: Context) -> tuple[Lists, ...]:
    """Return steps and documents that only one of the two plans has, where both are there, and hints of one side."""
    found = (*_plan_lists(preview, context), _beside(preview, context), _hints(preview, context))
    return tuple(one for one in found if one.dropped or one.added)


def _beside(preview: Preview, context: Context) -> Lists:
    gone, come = preview.road.beside if preview.road else ((), ())
    dropped, added = (
        tuple(context.words(context.library.steps[step].title) for step in steps) for steps in (gone, come)
    )
    return Lists(context.t("difference.beside"), ("", ""), dropped, added)


def _hints(preview: Preview, context: Context) -> Lists:
    gone, come = (
        tuple(warning_text(hint, context.library, context.language) for hint in hints) for hints in preview.hints
    )
    return Lists(context.t("difference.hints"), ("", ""), gone, come)


def _plan_lists(preview: Preview, context: Context) -> tuple[Lists, ...]:
    road, old, new = preview.road, preview.old.plan, preview.new.plan
    if road is None or old is None or new is None:
        return ()
    library = context.library
    steps, papers = library.steps, library.documents
    return (
        Lists(
            context.t("difference.steps"),
            _counts("difference.n_steps", (_counted(old), _counted(new)), context),
            tuple(context.words(steps[step].title) for step in road.moves.dropped),
            tuple(context.words(steps[step].title) for step in road.moves.added),
        ),
        Lists(
            context.t("difference.documents"),
            _counts("difference.n_documents", (len(old.documents), len(new.documents)), context),
            tuple(context.words(papers[paper].title) for paper in road.documents_dropped),
            tuple(context.words(papers[paper].title) for paper in road.documents_added),
        ),
    )


def _counted(plan: Plan) -> int:
    return sum(not step.contingent and not step.optional for step in plan.steps)


def _counts(key: str, numbers: tuple[int, int], context: Context) -> tuple[str, str]:
    before, after = (context.t(f"{key}.one" if n == 1 else key, n=n) for n in numbers)
    return before, after


def moved_steps(preview: Preview, context: Context) -> tuple[Pair, ...]:
    """Return the steps whose likely days differ, in the order of the new plan."""
    moves = preview.road.moves.steps if preview.road else ()
    titles = context.library.steps
    pairs = []
    for move in moves:
        days = move.finish if all(move.finish) else move.start
        before, after = (date_text(one.likely, context.language) if one else "" for one in days)
        change = _later(move.days, context)
        pairs.append(Pair(context.words(titles[move.step].title), before, after, change))
    return tuple(pairs)


def moved_deadlines(preview: Preview, context: Context) -> tuple[Pair, ...]:
    """Return the deadlines whose day differs."""
    moves = preview.road.moves.deadlines if preview.road else ()
    found = []
    for move in moves:
        before, after = (_day(day, context) for day in (move.old, move.new))
        change = _later((move.new - move.old).days, context) if move.old and move.new else context.t("difference.other")
        found.append(Pair(context.words(context.library.steps[move.step].title), before, after, change))
    return tuple(found)


def other_desks(preview: Preview, context: Context) -> tuple[Pair, ...]:
    """Return the steps for which another desk is in charge, or it is no longer or newly sure that this one is."""
    moved = preview.road.desks if preview.road else ()
    return tuple(
        Pair(context.words(new.step.title), _desk(old, context), _desk(new, context), context.t("difference.other"))
        for old, new in moved
    )


def _desk(step: PlannedStep, context: Context) -> str:
    name = desk_name(step, context)
    return context.t("difference.desk.assumed", desk=name) if step.office_assumed else name


def unsure_steps(preview: Preview, context: Context) -> tuple[Pair, ...]:
    """Return the steps of which it becomes sure, or unsure, that they are needed."""
    words = {True: context.t("difference.perhaps"), False: context.t("difference.needed")}
    found = preview.road.unsure if preview.road else ()
    change = context.t("difference.other")
    return tuple(
        Pair(context.words(new.step.title), words[old.provisional], words[new.provisional], change)
        for old, new in found
    )


def other_proofs(preview: Preview, context: Context) -> tuple[Pair, ...]:
    """Return the documents that have to be proved genuine in another way."""
    papers = preview.road.proofs if preview.road else ()
    found = []
    for old, new in papers:
        before, after = (
            "; ".join(authentication(one, context) for one in paper.authentications) for paper in (old, new)
        )
        none, change = context.t("difference.no_proof"), context.t("difference.other")
        found.append(Pair(context.words(new.document.title), before or none, after or none, change))
    return tuple(found)


def _day(day: date | None, context: Context) -> str:
    return date_text(day, context.language) if day else context.t("difference.no_day")


# ---- reasons


def why_turned(turn: RouteTurn, preview: Preview, context: Context) -> str:
    """Return the point that turned a route, with its norm; empty if none of its points is judged on both sides."""
    its = [one for one in preview.difference.findings if one.route.id == turn.route.id and turn.new is not None]
    found = [one.new for one in its if one.new and one.new.blocks and one.new.status <= (turn.new or 0)]
    telling = max(found, key=lambda one: one.status, default=None)
    if telling is None:
        return ""
    said = sentence(telling, context.language)
    if telling.verdict is not Verdict.UNMET:
        key = "met" if telling.verdict is Verdict.MET else "to_clarify"
        said = context.t(f"difference.{key}", sentence=said)
    parts = (said, telling.condition.norm)
    return context.t("page.separator").join(part for part in parts if part)


def turned_findings(preview: Preview, context: Context) -> tuple[Pair, ...]:
    """Return the points that come out otherwise, each once, even if several routes share it."""
    seen: dict[str, Pair] = {}
    for turn in _counted_findings(preview.difference.findings):
        shown = turn.new or turn.old
        if shown is None or shown.condition.id in seen:
            continue
        label = context.t("page.separator").join((context.words(shown.condition.text), shown.condition.norm))
        before, after = (badge(one, context.language)[0] if one else "" for one in (turn.old, turn.new))
        none = context.t("difference.not_judged")
        seen[shown.condition.id] = Pair(label, before or none, after or none, context.t("difference.other"))
    return tuple(one for one in seen.values() if one.before != one.after)


def _counted_findings(found: Iterable[FindingTurn]) -> Iterator[FindingTurn]:
    for turn in found:
        if any(one is not None and one.blocks for one in (turn.old, turn.new)):
            yield turn
