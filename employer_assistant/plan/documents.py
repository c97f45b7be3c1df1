"""The papers a case needs, what for, and how far each is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from employer_assistant.content.model import DocumentIf, Step, Text
from employer_assistant.plan.model import PlannedDocument
from employer_assistant.plan.selection import Chosen
from employer_assistant.plan.setting import Setting, met

MISSING = "missing"
"""State of a paper of which nothing was entered."""


def papers_of(step: Step, setting: Setting) -> tuple[str, ...]:
    """Return the papers of a step: those always needed, and those this case needs or may need."""
    some = (item.document for item in step.documents_if if met(item.when, setting))
    return tuple(dict.fromkeys((*step.documents, *some)))


def documents(steps: Iterable[Chosen], setting: Setting, states: Mapping[str, str]) -> tuple[PlannedDocument, ...]:
    """Return the papers of all steps that count, in the order in which they are first needed."""
    counted = [chosen.step for chosen in steps if chosen.counted]
    needed: dict[str, list[str]] = {}
    for step in counted:
        for paper in papers_of(step, setting):
            needed.setdefault(paper, []).append(step.id)
    return tuple(
        PlannedDocument(
            setting.library.documents[paper],
            tuple(ids),
            states.get(paper, MISSING),
            _only_if(paper, [step for step in counted if step.id in ids], setting),
        )
        for paper, ids in needed.items()
    )


def _only_if(paper: str, steps: list[Step], setting: Setting) -> Text | None:
    """Return in which case the paper is needed, unless a step needs it anyway."""
    doubts: list[DocumentIf] = []
    for step in steps:
        items = [item for item in step.documents_if if item.document == paper and met(item.when, setting)]
        if paper in step.documents or any(item.when is not None for item in items):
            return None
        doubts += items
    return next((item.text for item in doubts if item.text), None)
