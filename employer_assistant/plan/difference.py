"""What differs between two plans: steps and dates, deadlines, desks, papers, costs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from employer_assistant.content.model import Deadline, Procedure
from employer_assistant.plan.costs import PAYERS
from employer_assistant.plan.model import Costs, Payer, Plan, PlannedDocument, PlannedStep, Range


@dataclass(frozen=True)
class StepMove:
    """A step that both plans hold and whose dates differ."""

    step: str
    start: tuple[Range | None, Range | None]
    finish: tuple[Range | None, Range | None]

    @property
    def days(self) -> int:
        """How much later it likely ends (or begins, without an end); negative = earlier, 0 = only its limits moved."""
        old, new = self.finish if all(self.finish) else self.start
        return (new.likely - old.likely).days if old and new else 0


@dataclass(frozen=True)
class DeadlineMove:
    """A deadline whose day differs, as the new plan has it; None = no day, or no such deadline."""

    step: str
    deadline: Deadline
    old: date | None
    new: date | None


@dataclass(frozen=True)
class Moves:
    """Old and new value of what differs. ``added`` and ``dropped``: steps that only one of the plans counts."""

    finish: tuple[Range, Range]
    begin_by: tuple[date | None, date | None]
    steps: tuple[StepMove, ...]
    deadlines: tuple[DeadlineMove, ...]
    done: tuple[str, ...]
    added: tuple[str, ...]
    dropped: tuple[str, ...]

    @property
    def finish_days(self) -> int:
        """How much later the first working day likely is; negative = earlier."""
        return (self.finish[1].likely - self.finish[0].likely).days

    @property
    def nothing(self) -> bool:
        """Whether both plans say the same."""
        moved = self.finish[0] != self.finish[1] or self.begin_by[0] != self.begin_by[1]
        return not (moved or self.steps or self.deadlines or self.done or self.added or self.dropped)


@dataclass(frozen=True)
class PlanDifference:
    """Old and new values of what differs; papers by id; ``costs`` holds only payers whose sum differs.

    ``desks``: steps of both plans whose desk differs, or is no longer or newly the only one that may be in charge.
    ``unsure``: steps of both plans of which it becomes sure, or unsure, that they are needed; ``beside``: optional and
    contingent steps that only the old or only the new plan names.
    ``proofs``: papers of both plans that have to be proved genuine in another way.
    """

    route: tuple[str, str]
    procedure: tuple[Procedure, Procedure]
    moves: Moves
    unsure: tuple[tuple[PlannedStep, PlannedStep], ...]
    beside: tuple[tuple[str, ...], tuple[str, ...]]
    desks: tuple[tuple[PlannedStep, PlannedStep], ...]
    documents_added: tuple[str, ...]
    documents_dropped: tuple[str, ...]
    proofs: tuple[tuple[PlannedDocument, PlannedDocument], ...]
    costs: Mapping[Payer, tuple[Costs, Costs]]

    @property
    def nothing(self) -> bool:
        """Whether both plans say the same."""
        same_road = self.route[0] == self.route[1] and self.procedure[0] == self.procedure[1]
        papers = self.documents_added or self.documents_dropped or self.proofs
        steps = self.unsure or any(self.beside) or self.desks
        return same_road and self.moves.nothing and not papers and not steps and not self.costs


def moves(old: Plan, new: Plan) -> Moves:
    """Return what differs between the steps of two plans of one case."""
    before = {step.step.id: step for step in old.steps}
    after = {step.step.id: step for step in new.steps}
    both = [step for step in after if step in before]
    counted_before, counted_after = (
        {step.step.id: None for step in plan.steps if not (step.contingent or step.optional)} for plan in (old, new)
    )
    return Moves(
        finish=(old.finish, new.finish),
        begin_by=(old.begin_by, new.begin_by),
        steps=tuple(move for step in both if (move := _step(before[step], after[step]))),
        deadlines=tuple(move for step in both for move in _deadlines(before[step], after[step])),
        done=tuple(step for step in both if after[step].status == "done" and before[step].status != "done"),
        added=tuple(step for step in counted_after if step not in counted_before),
        dropped=tuple(step for step in counted_before if step not in counted_after),
    )


def plan_difference(old: Plan, new: Plan) -> PlanDifference:
    """Compare two plans, also of different routes."""
    before, after = ({paper.document.id: paper for paper in plan.documents} for plan in (old, new))
    steps = tuple(_of_both(old, new))
    papers = [(before[paper], after[paper]) for paper in after if paper in before]
    return PlanDifference(
        route=(old.route.route.id, new.route.route.id),
        procedure=(old.procedure, new.procedure),
        moves=moves(old, new),
        unsure=tuple(pair for pair in steps if pair[0].provisional != pair[1].provisional),
        beside=(_beside(old, new), _beside(new, old)),
        desks=tuple(pair for pair in steps if _desk(pair[0]) != _desk(pair[1])),
        documents_added=tuple(paper for paper in after if paper not in before),
        documents_dropped=tuple(paper for paper in before if paper not in after),
        proofs=tuple(pair for pair in papers if pair[0].authentications != pair[1].authentications),
        costs={payer: sums for payer in PAYERS if (sums := (old.costs[payer], new.costs[payer]))[0] != sums[1]},
    )


def _of_both(old: Plan, new: Plan) -> Iterator[tuple[PlannedStep, PlannedStep]]:
    before = {step.step.id: step for step in old.steps}
    yield from ((before[step.step.id], step) for step in new.steps if step.step.id in before)


def _beside(one: Plan, other: Plan) -> tuple[str, ...]:
    """Return the optional and contingent steps that only the first plan names."""
    named = {step.step.id for step in other.steps}
    found = (step for step in one.steps if step.contingent or step.optional)
    return tuple(step.step.id for step in found if step.step.id not in named)


def _desk(step: PlannedStep) -> tuple[object, bool]:
    return step.office, step.office_assumed


def _step(old: PlannedStep, new: PlannedStep) -> StepMove | None:
    if old.start == new.start and old.finish == new.finish:
        return None
    return StepMove(new.step.id, (old.start, new.start), (old.finish, new.finish))


def _deadlines(old: PlannedStep, new: PlannedStep) -> Iterator[DeadlineMove]:
    """Pair the clauses that count from the same event in the same way, also if other content words them otherwise."""
    left = list(old.deadlines)
    for clause in new.deadlines:
        pair = next((one for one in left if _counted(one.deadline) == _counted(clause.deadline)), None)
        if pair is not None:
            left.remove(pair)
        before = pair.date if pair is not None else None
        if before != clause.date:
            yield DeadlineMove(new.step.id, clause.deadline, before, clause.date)
    yield from (DeadlineMove(new.step.id, one.deadline, one.date, None) for one in left if one.date is not None)


def _counted(clause: Deadline) -> tuple[str, str]:
    return clause.anchor_event, clause.relation
