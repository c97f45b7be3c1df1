"""The other routes: usable ones in a table, closed ones with the sentence that blocks."""

from __future__ import annotations

from employer_assistant.content.phrases import phrase
from employer_assistant.papers import notation
from employer_assistant.papers.parts import Bullets, Part
from employer_assistant.papers.sheet import Cell, Sheet
from employer_assistant.rules.assessment import Finding, RouteAssessment, Status
from employer_assistant.rules.deciding import deciding
from employer_assistant.rules.nearest import nearest_first
from employer_assistant.rules.wording import condition_text

GROUPS: dict[str, tuple[Status, ...]] = {
    "usable": (Status.OPEN, Status.REACHABLE),
    "undecided": (Status.UNDECIDED,),
    "closed": (Status.CLOSED,),
}

MANY = 3
"""So many routes closed by the same sentence are named together."""


def routes(block: notation.Routes, sheet: Sheet) -> list[Part]:
    """Write all other routes, best rank first in each group, the nearest of the closed ones."""
    shown = others(block, sheet)
    story: list[Part] = [sheet.head(block.title, "routes" if sheet.inputs.route else "routes.all")]
    if not shown:
        return [*story, sheet.line(sheet.say("routes.none"))]
    for group, statuses in GROUPS.items():
        members = [found for found in shown if found.status in statuses]
        if members:
            story += [sheet.heading(sheet.say(f"routes.{group}"), 1), _table(sheet, members, group)]
    return story


def others(block: notation.Routes, sheet: Sheet) -> list[RouteAssessment]:
    """Return the routes that the section names: all but that of the paper."""
    chosen = sheet.inputs.route
    return [
        found
        for found in nearest_first(sheet.inputs.assessment)
        if found.status.id in block.which and (chosen is None or found.route.id != chosen.route.id)
    ]


def _table(sheet: Sheet, members: list[RouteAssessment], group: str) -> Part:
    if group == "closed":
        return Bullets(tuple(tuple(sheet.runs([row], under=False)) for row in _closed_rows(sheet, members)))
    head = (sheet.say("routes.route"), sheet.say("routes.needs"), sheet.say("routes.approval"))
    rows: list[tuple[Cell, ...]] = [
        (_name(sheet, found), _why(sheet, found), sheet.say(f"routes.approval.{found.ba_approval}"))
        for found in members
    ]
    return sheet.table(head, rows, (5, 6.5, 3))


def _closed_rows(sheet: Sheet, members: list[RouteAssessment]) -> list[tuple[str, str]]:
    """Name each route with the sentence that closes it; a sentence that closes many is said once, with all of them."""
    by_reason: dict[str, list[RouteAssessment]] = {}
    for found in members:
        by_reason.setdefault(_deciding(sheet, found)[0], []).append(found)
    rows: list[tuple[str, str]] = []
    for found in members:
        reason = _deciding(sheet, found)[0]
        alike = by_reason[reason]
        if len(alike) < MANY:
            rows.append((_title(sheet, found), _closed(found, sheet)))
        elif found is alike[0]:
            titles = "; ".join(_title(sheet, one) for one in alike)
            rows.append((reason, sheet.say("routes.closed.same", routes=titles)))
    return rows


def _title(sheet: Sheet, found: RouteAssessment) -> str:
    return f"{sheet.words(found.route.short)} ({sheet.norm(found.route.paragraph)})"


def _closed(found: RouteAssessment, sheet: Sheet) -> str:
    """Return the first sentence that closes the route, its norm and how many more there are."""
    sentence, norm, more = _deciding(sheet, found)
    return sheet.joined((f"{sentence} ({norm})" if norm else sentence, more))


def _name(sheet: Sheet, found: RouteAssessment) -> list[Part]:
    status = phrase(f"status.{found.status.id}", sheet.language)
    return [
        sheet.strong(sheet.words(found.route.short), "cell_strong"),
        sheet.line(sheet.joined((sheet.norm(found.route.paragraph), status)), "cell"),
    ]


def _why(sheet: Sheet, found: RouteAssessment) -> list[Part]:
    sentence, norm, more = _deciding(sheet, found)
    choice = deciding(found, sheet.inputs.situation)
    if choice is not None:
        question = sheet.words(sheet.inputs.library.facts[choice.question].question)
        key = "routes.question" if choice.alone else "routes.question.first"
        return [sheet.line(sheet.say(key, question=question), "cell")]
    return [
        sheet.line(sentence, "cell"),
        *(sheet.line(words, "cell") for words in (sheet.joined((norm, more)),) if words),
    ]


def _deciding(sheet: Sheet, found: RouteAssessment) -> tuple[str, str, str]:
    """Say what decides the status: the first finding as bad as the route itself, its norm, and how many more."""
    blocking = _blocking(found)
    if not blocking:
        return (sheet.say("routes.nothing-missing"), "", "")
    condition = blocking[0].condition
    more = "routes.more.one" if len(blocking) == 2 else "routes.more"
    return (
        condition_text(condition, blocking[0].verdict, sheet.language),
        sheet.norm(condition.norm),
        sheet.say(more, n=len(blocking) - 1) if len(blocking) > 1 else "",
    )


def blocker(found: RouteAssessment) -> Finding | None:
    """Return the finding that the section names for a route, if one blocks it."""
    return next(iter(_blocking(found)), None)


def _blocking(found: RouteAssessment) -> list[Finding]:
    return [finding for finding in found.weighing if finding.status is found.status] or list(found.weighing)
