"""Papers under the desk that wants them first, in the order of the road."""

from __future__ import annotations

from dataclasses import dataclass

from employer_assistant.plan.model import Plan, PlannedDocument, PlannedStep
from employer_assistant.ui.context import Context


@dataclass(frozen=True)
class Wanted:
    """A paper at a desk. ``also``: the other desks that want it too."""

    planned: PlannedDocument
    also: tuple[str, ...]


def groups(plan: Plan, context: Context) -> dict[str, list[Wanted]]:
    """Return the papers by the name of the desk; what stays with the firm comes last."""
    desks: dict[str, list[str]] = {}
    for step in plan.steps:
        if not step.optional and not step.contingent:
            for document in step.documents:
                names = desks.setdefault(document, [])
                name = desk_name(step, context)
                if name not in names:
                    names.append(name)
    own = context.t("papers.documents.self")
    found: dict[str, list[Wanted]] = {}
    for planned in plan.documents:
        names = [name for name in desks.get(planned.document.id, []) if name != own] or [own]
        found.setdefault(names[0], []).append(Wanted(planned, tuple(names[1:])))
    kept = found.pop(own, None)
    return {**found, own: kept} if kept else found


def desk_name(step: PlannedStep, context: Context) -> str:
    """Return the name of the desk that wants to see the papers of a step; the firm itself if no desk does."""
    if step.office is not None:
        return context.words(step.office.name)
    if step.step.office == "mission":
        return context.t("papers.who.mission")
    if step.step.office is None and step.step.responsible in ("employer", "worker"):
        return context.t("papers.documents.self")
    return context.words(step.step.authority).removesuffix(".")
