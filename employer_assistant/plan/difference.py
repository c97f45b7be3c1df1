"""What differs between the plans of two states of a case: steps and dates, papers, costs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from employer_assistant.content.model import Procedure
from employer_assistant.plan.costs import PAYERS
from employer_assistant.plan.model import Costs, Payer, Plan
from employer_assistant.plan.moves import Moves, moves


@dataclass(frozen=True)
class PlanDifference:
    """Old and new values of what differs; papers by id; ``costs`` holds only payers whose sum differs."""

    route: tuple[str, str]
    procedure: tuple[Procedure, Procedure]
    moves: Moves
    documents_added: tuple[str, ...]
    documents_dropped: tuple[str, ...]
    costs: Mapping[Payer, tuple[Costs, Costs]]

    @property
    def nothing(self) -> bool:
        """Whether both plans say the same."""
        same_road = self.route[0] == self.route[1] and self.procedure[0] == self.procedure[1]
        papers = self.documents_added or self.documents_dropped
        return same_road and self.moves.nothing and not papers and not self.costs


def plan_difference(old: Plan, new: Plan) -> PlanDifference:
    """Compare two plans, also of different routes."""
    before, after = ([paper.document.id for paper in plan.documents] for plan in (old, new))
    return PlanDifference(
        route=(old.route.route.id, new.route.route.id),
        procedure=(old.procedure, new.procedure),
        moves=moves(old, new),
        documents_added=tuple(paper for paper in after if paper not in before),
        documents_dropped=tuple(paper for paper in before if paper not in after),
        costs={payer: sums for payer in PAYERS if (sums := (old.costs[payer], new.costs[payer]))[0] != sums[1]},
    )
