"""A plan as JSON."""

from __future__ import annotations

from typing import Any

from employer_assistant.cli.assess import described_warnings
from employer_assistant.cli.parts import library
from employer_assistant.content.phrases import text
from employer_assistant.plan.after_start import duties_after_start
from employer_assistant.plan.documents import complete_for
from employer_assistant.plan.model import Plan, PlannedCost, PlannedDocument, PlannedStep, Range
from employer_assistant.plan.moves import possible_now

__all__ = ["described", "described_range", "described_warnings"]


def described(plan: Plan, language: str) -> dict[str, Any]:
    """Return the whole plan as the contract writes it."""
    return {
        "route": plan.route.route.id,
        "route_status": plan.route.status.id,
        "procedure": plan.procedure,
        "on": plan.on,
        "start_by": plan.start_by,
        "finish": described_range(plan.finish),
        "start_of_work": {"date": plan.start_of_work.day, "reason": plan.start_of_work.reason},
        "begin_by": plan.begin_by,
        "steps": [_step(step, plan, language) for step in plan.steps],
        "documents": [_document(document, language) for document in plan.documents],
        "costs": {
            payer: {
                "min": costs.min,
                "max": costs.max,
                "unknown": costs.unknown,
                "on_top": [text(one, language) for one in costs.on_top],
            }
            for payer, costs in plan.costs.items()
        },
        "cost_items": [_cost(item, language) for item in plan.items],
        "duties_after_start": {
            group.group: [planned.step.id for planned in group.steps] for group in duties_after_start(plan)
        },
        "possible_now": [planned.step.id for planned in possible_now(plan)],
        "offices": tuple(dict.fromkeys(step.office.id for step in plan.steps if step.office)),
        "warnings": described_warnings(plan.warnings, library(), language),
    }


def described_range(days: Range | None) -> dict[str, Any]:
    """Return three days as the contract writes them; the days of what has no date yet are null."""
    if days is None:
        return {"earliest": None, "likely": None, "latest": None}
    return {"earliest": days.earliest, "likely": days.likely, "latest": days.latest}


def _step(planned: PlannedStep, plan: Plan, language: str) -> dict[str, Any]:
    step = planned.step
    return {
        "id": step.id,
        "title": text(step.title, language),
        "phase": step.phase,
        "responsible": step.responsible,
        "status": planned.status,
        "contingent": planned.contingent,
        "optional": planned.optional,
        "provisional": planned.provisional,
        "start": described_range(planned.start),
        "finish": described_range(planned.finish),
        "critical": planned.critical,
        "duration_kind": planned.duration.kind,
        "deadlines": [
            {
                "date": clause.date,
                "rule": text(clause.deadline.text, language),
                "strength": clause.deadline.strength,
                "norm": clause.deadline.norm,
                "relation": clause.deadline.relation,
                "assumed": clause.assumed,
                "late": clause.late,
                "at_risk": clause.at_risk,
            }
            for clause in planned.deadlines
        ],
        "documents": planned.documents,
        "missing_documents": [paper.document.id for paper in complete_for(plan, step.id).missing],
        "office": planned.office.id if planned.office else None,
        "office_assumed": planned.office_assumed,
        "fee": {"min": planned.fee.min, "max": planned.fee.max, "payer": planned.fee.payer},
        "depends_on": step.depends_on,
        "norms": step.norms,
    }


def _document(planned: PlannedDocument, language: str) -> dict[str, Any]:
    document = planned.document
    form = text(document.form_text, language) if document.form_text else ", ".join(planned.forms)
    return {
        "id": document.id,
        "title": text(document.title, language),
        "who": document.who,
        "form": form,
        "forms": planned.forms,
        "steps": planned.steps,
        "state": planned.state,
        "only_if": text(planned.only_if, language) if planned.only_if else None,
        "checked": document.checked,
        "authentication": [
            {
                "country": found.country.id,
                "rule": found.rule,
                "text": text(found.text, language) if found.text else None,
            }
            for found in planned.authentications
        ],
    }


def _cost(item: PlannedCost, language: str) -> dict[str, Any]:
    return {
        "step": item.step,
        "label": text(item.label, language),
        "min": item.min,
        "max": item.max,
        "payer": item.payer,
        "certainty": item.certainty,
        "basis": text(item.basis, language) if item.basis else None,
        "note": text(item.note, language) if item.note else None,
        "on_top": [text(one, language) for one in item.on_top],
    }
