"""The route in words: status, who it is for, what it brings, pitfalls, warnings."""

from __future__ import annotations

from employer_assistant.papers import notation
from employer_assistant.papers.amounts import open_amounts
from employer_assistant.papers.blocks.here import document_here
from employer_assistant.papers.blocks.useful_no import useful_no
from employer_assistant.papers.parts import Part
from employer_assistant.papers.procedure import accelerated_words
from employer_assistant.papers.sheet import Sheet
from employer_assistant.plan.selection import approval_key, may_work
from employer_assistant.rules.assessment import RouteAssessment
from employer_assistant.rules.told import overrides_told, pitfalls_told
from employer_assistant.rules.warnings import telling, warnings
from employer_assistant.rules.wording import override_text, warning_text

OUTCOME = ("recognition", "language", "pay", "validity", "change_of_employer", "family", "settlement")


def result(block: notation.Result, sheet: Sheet) -> list[Part]:
    """Write what became of the route; without a usable one what would open one, and whom to ask."""
    route = sheet.inputs.route
    story: list[Part] = [sheet.head(block.title, "result")]
    if route is None:
        key = "no-route" if sheet.inputs.assessment.title_needed else "no-title-needed"
        return [*story, *(_without_route(block, sheet) or [sheet.line(sheet.say(key))])]
    story += [
        sheet.strong(sheet.say(f"result.{route.status.id}")),
        sheet.line(sheet.words(route.route.who)),
        sheet.pairs(_rows(block, sheet, route), small=True),
    ]
    story += _list(sheet, "result.overrides", _overridden(sheet))
    if "warnings" in block.show:
        story += _list(sheet, "result.warnings", _warnings(sheet, route))
    if "pitfalls" in block.show:
        notes = pitfalls_told(route.route, sheet.inputs.assessment)
        story += _list(sheet, "result.route-notes", [sheet.words(pitfall) for pitfall in notes])
    return story


def _without_route(block: notation.Result, sheet: Sheet) -> list[Part]:
    """Write what there is to say where no route is usable: first what the document of a person here allows."""
    notes = (("result.overrides", _overridden(sheet)), ("result.warnings", _warnings(sheet, None)))
    told = [part for head, lines in notes for part in _list(sheet, head, lines)]
    return [*document_here(sheet), *told, *useful_no(sheet)]


def _rows(block: notation.Result, sheet: Sheet, route: RouteAssessment) -> list[tuple[str, str | list[Part]]]:
    rows: list[tuple[str, str | list[Part]]] = [
        (sheet.say("result.claim"), sheet.words(route.route.claim_note)),
        (sheet.say("result.approval"), _approval(sheet, route)),
        (sheet.say("result.accelerated"), accelerated_words(sheet, route)),
    ]
    if "outcome" in block.show:
        outcome = route.route.outcome
        rows += [(sheet.say(f"result.{part}"), sheet.words(getattr(outcome, part))) for part in OUTCOME]
    return rows


def _approval(sheet: Sheet, route: RouteAssessment) -> str:
    """Return whether the agency must approve; of somebody here with what may spare it (§ 9 BeschV), where known."""
    told, note = approval_key(route.ba_approval, sheet.inputs.situation), route.route.ba_approval.note
    here = told != route.ba_approval
    return sheet.words(note) if here and note is not None else sheet.say(f"result.approval.{told}")


def _warnings(sheet: Sheet, route: RouteAssessment | None) -> list[str]:
    """Return the warnings that a reader of this route needs, and those of its plan; without a route all that tell."""
    inputs = sheet.inputs
    near = telling(warnings(inputs.assessment), inputs.assessment)
    about = [one for one in near if route is None or not one.routes or route.route.id in one.routes]
    planned = inputs.plan.warnings if inputs.plan else ()
    found = (*about, *planned)
    told = {one.values.get("figure") for one in found}
    amounts = (words for figure, words in open_amounts(sheet).items() if figure not in told)
    dated = may_work(inputs.situation) and any(one.id.startswith("start-") for one in planned)
    counted = (sheet.say("cover.first-day.here"),) if dated else ()
    said = (warning_text(one, inputs.library, sheet.language) for one in found)
    return list(dict.fromkeys((*said, *counted, *amounts)))


def _overridden(sheet: Sheet) -> list[str]:
    inputs = sheet.inputs
    return [
        override_text(one, inputs.case.reasons.get(one.fact.id, ""), inputs.library, sheet.language)
        for one in overrides_told(inputs.assessment)
    ]


def _list(sheet: Sheet, head: str, lines: list[str]) -> list[Part]:
    return [sheet.heading(sheet.say(head), 1), sheet.bullets(lines, "cell")] if lines else []
