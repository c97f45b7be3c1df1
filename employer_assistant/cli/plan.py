"""``plan``: the road of one route with dates, papers, desks and costs."""

from __future__ import annotations

from typing import Any

from employer_assistant.cli.arguments import Commands, Options, add_case, add_wish, day, today, wish_of
from employer_assistant.cli.assess import described_warnings
from employer_assistant.cli.case_source import read_case
from employer_assistant.cli.output import Exit, say, say_json
from employer_assistant.cli.parts import judged, library, planned
from employer_assistant.cli.plan_text import report
from employer_assistant.content.phrases import text
from employer_assistant.plan.model import Plan, PlannedDocument, PlannedStep, Range


def add(commands: Commands) -> None:
    """Add the command."""
    command = commands.add("plan", run, json=True)
    add_case(command, commands)
    add_wish(command, commands)
    command.add_argument("--start-by", type=day, metavar="DATE", help=commands.say("start_by"))


def run(options: Options) -> Exit:
    """Work out the plan and print it."""
    case = read_case(options.case)
    found = planned(judged(case, today(options)), case, wish_of(options))
    if options.json:
        say_json(described(found, options.speak))
    else:
        for line in report(case.title, found, options.speak):
            say(line)
    return Exit.DONE


def described(plan: Plan, language: str) -> dict[str, Any]:
    """Return the whole plan as the contract writes it."""
    return {
        "route": plan.route.route.id,
        "route_status": plan.route.status.id,
        "procedure": plan.procedure,
        "on": plan.on,
        "start_by": plan.start_by,
        "finish": _range(plan.finish),
        "begin_by": plan.begin_by,
        "steps": [_step(step, language) for step in plan.steps],
        "documents": [_document(document, language) for document in plan.documents],
        "costs": {
            payer: {"min": costs.min, "max": costs.max, "unknown": costs.unknown} for payer, costs in plan.costs.items()
        },
        "offices": tuple(dict.fromkeys(step.office.id for step in plan.steps if step.office)),
        "warnings": described_warnings(plan.warnings, library(), language),
    }


def _range(days: Range | None) -> dict[str, Any] | None:
    if days is None:
        return None
    return {"earliest": days.earliest, "likely": days.likely, "latest": days.latest}


def _step(planned: PlannedStep, language: str) -> dict[str, Any]:
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
        "start": _range(planned.start),
        "finish": _range(planned.finish),
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
            }
            for clause in planned.deadlines
        ],
        "documents": planned.documents,
        "office": planned.office.id if planned.office else None,
        "office_assumed": planned.office_assumed,
        "fee": {"min": planned.fee.min, "max": planned.fee.max, "payer": planned.fee.payer},
        "depends_on": step.depends_on,
        "norms": step.norms,
    }


def _document(planned: PlannedDocument, language: str) -> dict[str, Any]:
    document = planned.document
    form = text(document.form_text, language) if document.form_text else ", ".join(document.forms)
    return {
        "id": document.id,
        "title": text(document.title, language),
        "who": document.who,
        "form": form,
        "forms": document.forms,
        "steps": planned.steps,
        "state": planned.state,
        "only_if": text(planned.only_if, language) if planned.only_if else None,
        "checked": document.checked,
    }
