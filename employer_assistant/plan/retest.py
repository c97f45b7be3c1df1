"""One plan worked out under old and new content: which day moved, which step or paper came or went."""

from __future__ import annotations

from collections.abc import Iterator

from employer_assistant.plan.model import Plan, PlannedDeadline, PlannedStep
from employer_assistant.rules.retest import Effect, Told


def plans_changed(old: Plan, new: Plan) -> tuple[Effect, ...]:
    """Return what changed on the road of one route: first working day, deadlines, steps, papers."""
    return (*_finish(old, new), *_deadlines(old, new), *_steps(old, new), *_documents(old, new))


def _finish(old: Plan, new: Plan) -> Iterator[Effect]:
    if old.finish.likely != new.finish.likely:
        yield Effect("finish-moved", new.route.route.id, {"old": old.finish.likely, "new": new.finish.likely})


def _deadlines(old: Plan, new: Plan) -> Iterator[Effect]:
    before = {planned.step.id: planned for planned in old.steps}
    for planned in new.steps:
        was = before.get(planned.step.id)
        if was is None or planned.contingent:
            continue
        left = list(was.deadlines)
        for deadline in planned.deadlines:
            pair = next((one for one in left if _counted(one) == _counted(deadline)), None)
            if pair is not None:
                left.remove(pair)
            yield from _moved(planned, pair, deadline)
        for one in left:
            if one.date is not None:
                values: dict[str, Told] = {"step": planned.step.title, "rule": one.deadline.text, "old": one.date}
                yield Effect("deadline-removed", planned.step.id, values)


def _moved(planned: PlannedStep, old: PlannedDeadline | None, new: PlannedDeadline) -> Iterator[Effect]:
    if new.date is None:
        return
    values: dict[str, Told] = {"step": planned.step.title, "rule": new.deadline.text, "new": new.date}
    if old is None or old.date is None:
        yield Effect("deadline-added", planned.step.id, values)
    elif old.date != new.date:
        yield Effect("deadline-moved", planned.step.id, {**values, "old": old.date})


def _counted(planned: PlannedDeadline) -> tuple[str, str]:
    return planned.deadline.anchor_event, planned.deadline.relation


def _steps(old: Plan, new: Plan) -> Iterator[Effect]:
    before, after = ({one.step.id: one.step for one in plan.steps if _counts(one)} for plan in (old, new))
    yield from (Effect("step-added", id, {"step": step.title}) for id, step in after.items() if id not in before)
    yield from (Effect("step-removed", id, {"step": step.title}) for id, step in before.items() if id not in after)


def _counts(planned: PlannedStep) -> bool:
    return not planned.contingent and not planned.optional


def _documents(old: Plan, new: Plan) -> Iterator[Effect]:
    before, after = ({one.document.id: one.document for one in plan.documents} for plan in (old, new))
    for kind, these, those in (("added", after, before), ("removed", before, after)):
        for id, document in these.items():
            if id not in those:
                yield Effect(f"document-{kind}", id, {"document": document.title})
