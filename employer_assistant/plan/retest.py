"""One plan worked out under old and new content: what differs, as effects to be told."""

from __future__ import annotations

from collections.abc import Iterator

from employer_assistant.plan.difference import DeadlineMove, plan_difference
from employer_assistant.plan.model import Plan
from employer_assistant.rules.retest import Effect, Told


def plans_changed(old: Plan, new: Plan) -> tuple[Effect, ...]:
    """Return what changed on the road of one route: first working day, deadlines, steps, papers."""
    return tuple(_changed(old, new))


def _changed(old: Plan, new: Plan) -> Iterator[Effect]:
    found = plan_difference(old, new)
    before, after = ({one.step.id: one for one in plan.steps} for plan in (old, new))
    if found.moves.finish_days:
        yield Effect("finish-moved", new.route.route.id, {"old": old.finish.likely, "new": new.finish.likely})
    for move in found.moves.deadlines:
        if not after[move.step].contingent:
            yield _deadline(move, {"step": after[move.step].step.title, "rule": move.deadline.text})
    yield from (Effect("step-added", id, {"step": after[id].step.title}) for id in found.moves.added)
    yield from (Effect("step-removed", id, {"step": before[id].step.title}) for id in found.moves.dropped)
    was, now = ({one.document.id: one.document for one in plan.documents} for plan in (old, new))
    yield from (Effect("document-added", id, {"document": now[id].title}) for id in found.documents_added)
    yield from (Effect("document-removed", id, {"document": was[id].title}) for id in found.documents_dropped)


def _deadline(move: DeadlineMove, words: dict[str, Told]) -> Effect:
    if move.new is None:
        return Effect("deadline-removed", move.step, {**words, **({"old": move.old} if move.old else {})})
    if move.old is None:
        return Effect("deadline-added", move.step, {**words, "new": move.new})
    return Effect("deadline-moved", move.step, {**words, "old": move.old, "new": move.new})
