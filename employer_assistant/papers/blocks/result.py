"""The route in words: status, who it is for, what it brings, pitfalls, warnings."""

from __future__ import annotations

from employer_assistant.papers import form
from employer_assistant.papers.parts import Part
from employer_assistant.papers.sheet import Sheet
from employer_assistant.rules.assessment import RouteAssessment
from employer_assistant.rules.judge import judge
from employer_assistant.rules.warnings import warnings
from employer_assistant.rules.wording import warning_text

OUTCOME = ("recognition", "language", "pay", "validity", "change_of_employer", "family", "settlement")


def result(block: form.Result, sheet: Sheet) -> list[Part]:
    """Write what became of the route. Without a route only the warnings stand here."""
    route = sheet.inputs.route
    story: list[Part] = [sheet.head(block.title, "result")]
    if route is None:
        key = "no-route" if sheet.inputs.assessment.title_needed else "no-title-needed"
        return [*story, sheet.line(sheet.say(key))]
    story += [
        sheet.strong(sheet.say(f"result.{route.status.id}")),
        sheet.line(sheet.words(route.route.who)),
        sheet.pairs(_rows(block, sheet, route), small=True),
    ]
    if "pitfalls" in block.show:
        story += _list(sheet, "result.pitfalls", [sheet.words(pitfall) for pitfall in route.route.pitfalls])
    if "warnings" in block.show:
        story += _list(sheet, "result.warnings", _warnings(sheet, route))
    return story


def _rows(block: form.Result, sheet: Sheet, route: RouteAssessment) -> list[tuple[str, str | list[Part]]]:
    rows: list[tuple[str, str | list[Part]]] = [
        (sheet.say("result.claim"), sheet.words(route.route.claim_note)),
        (sheet.say("result.approval"), sheet.say(f"result.approval.{route.ba_approval}")),
        (sheet.say("result.accelerated"), sheet.say(f"result.accelerated.{route.accelerated}")),
    ]
    if "outcome" in block.show:
        outcome = route.route.outcome
        rows += [(sheet.say(f"result.{part}"), sheet.words(getattr(outcome, part))) for part in OUTCOME]
    return rows


def _warnings(sheet: Sheet, route: RouteAssessment) -> list[str]:
    """Return the warnings about the case and its plan, without those about other routes and figures."""
    inputs = sheet.inputs
    found = (*warnings(inputs.assessment), *(inputs.plan.warnings if inputs.plan else ()))
    figures = {
        figure
        for finding in route.findings
        for figure in judge(finding.condition.met_when, inputs.situation, finding.condition.counted_at).figures
    }
    mine = (
        one
        for one in found
        if one.values.get("figure", "") in {"", *figures} and one.values.get("route", "") in {"", route.route.id}
    )
    return list(dict.fromkeys(warning_text(one, inputs.library, sheet.language) for one in mine))


def _list(sheet: Sheet, head: str, lines: list[str]) -> list[Part]:
    return [sheet.heading(sheet.say(head), 1), sheet.bullets(lines, "cell")] if lines else []
