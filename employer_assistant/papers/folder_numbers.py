"""The dividers of the folder: each document has one number, the same on every paper."""

from __future__ import annotations

from employer_assistant.plan.model import Plan


def numbers(plan: Plan) -> dict[str, int]:
    """Return the number of each document by its id, as first needed; those needed only in a certain case come last."""
    ordered = sorted(plan.documents, key=lambda found: found.only_if is not None)
    return {found.document.id: number for number, found in enumerate(ordered, 1)}
