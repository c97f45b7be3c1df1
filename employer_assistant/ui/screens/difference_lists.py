"""What a change would add, drop and move on the road, by name: steps, documents, desks, deadlines, proofs, hints."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from employer_assistant.cases.preview import Preview
from employer_assistant.plan.model import Plan, PlannedStep
from employer_assistant.rules.wording import date_text, warning_text
from employer_assistant.ui.context import Context
from employer_assistant.ui.screens.difference_words import Pair, later
from employer_assistant.ui.screens.document_details import authentication
from employer_assistant.ui.screens.document_groups import desk_name


@dataclass(frozen=True)
class Lists:
    """What only one side has, by name, and how many there are on each side."""

    label: str
    counts: tuple[str, str]
    dropped: tuple[str, ...]
    added: tuple[str, ...]


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
        change = later(move.days, context)
        pairs.append(Pair(context.words(titles[move.step].title), before, after, change))
    return tuple(pairs)


def moved_deadlines(preview: Preview, context: Context) -> tuple[Pair, ...]:
    """Return the deadlines whose day differs."""
    moves = preview.road.moves.deadlines if preview.road else ()
    found = []
    for move in moves:
        before, after = (_day(day, context) for day in (move.old, move.new))
        change = later((move.new - move.old).days, context) if move.old and move.new else context.t("difference.other")
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
