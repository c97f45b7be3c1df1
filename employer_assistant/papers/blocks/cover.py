"""The head of a paper: whose case, which route, when work can begin, what to do next, who decides."""

from __future__ import annotations

from datetime import date

from employer_assistant.content.phrases import phrase
from employer_assistant.papers import notation
from employer_assistant.papers.amounts import open_amounts
from employer_assistant.papers.blocks.findings import remedy_titles, setting_of
from employer_assistant.papers.parts import Item, Part, Rule
from employer_assistant.papers.procedure import accelerated_words
from employer_assistant.papers.search import DEPARTURE, only_if_applied_for_here, plans_a_search
from employer_assistant.papers.sheet import Sheet
from employer_assistant.papers.words import span
from employer_assistant.plan.deadlines import fixed_day
from employer_assistant.plan.desk_of_step import RESIDENCE_ROLE
from employer_assistant.plan.model import Plan, PlannedStep
from employer_assistant.plan.remedies import either_or, fitting_remedies
from employer_assistant.plan.selection import approval_key, may_work
from employer_assistant.plan.wording import begin_late_text, start_text
from employer_assistant.rules.assessment import RouteAssessment, Status
from employer_assistant.rules.wording import date_text, warning_text

DECIDERS = ("abh", "ba", "recognition_body", "mission")
READINESS = ("next", "open", "waiting")
"""The order in which next steps are named."""
BRIEF = 4
"""A head with at most so many points needs no heading of its own, nor does the only page."""


def cover(block: notation.Cover, sheet: Sheet) -> list[Part]:
    """Write title, main points and next steps."""
    reader = sheet.say(f"cover.for.{sheet.form.reader}")
    story: list[Part] = [
        sheet.line(reader, "small"),
        sheet.strong(sheet.words(block.title or sheet.form.title), "title"),
        sheet.line(sheet.case_title, "case"),
        Rule(),
    ]
    if not block.show:
        return story
    if len(block.show) > BRIEF and not sheet.form.one_page:
        story.append(sheet.heading(sheet.say("section.cover")))
    if not sheet.inputs.assessment.title_needed:
        return [*story, sheet.no_plan()]
    story += _main_points(block, sheet)
    if "next" in block.show and sheet.inputs.plan is not None:
        story += _next(block, sheet, sheet.inputs.plan)
    return story


def _main_points(block: notation.Cover, sheet: Sheet) -> list[Part]:
    route, plan = sheet.inputs.route, sheet.inputs.plan
    if route is None:
        return [sheet.no_plan()]
    title = sheet.say(
        "cover.route.value", title=sheet.words(route.route.title), paragraph=sheet.norm(route.route.paragraph)
    )
    rows: list[tuple[str, str | list[Part]]] = []
    if "route" in block.show:
        rows += [(sheet.say("cover.route"), title), (sheet.say("cover.status"), _status(sheet, route))]
    if "accelerated" in block.show:
        rows.append((sheet.say("result.accelerated"), accelerated_words(sheet, route)))
    if plan is None:
        return [sheet.pairs(rows), sheet.no_plan()]
    if "route" in block.show and may_work(sheet.inputs.situation):
        rows.append((sheet.say("cover.here"), sheet.say_to_reader("cover.here.yes")))
    if "procedure" in block.show:
        rows.append((sheet.say("cover.procedure"), sheet.say(f"cover.procedure.{plan.procedure}")))
    if "first_day" in block.show:
        label = "cover.first-day.search" if plans_a_search(sheet.inputs) else "cover.first-day"
        said = sheet.say(label)
        here = only_if_applied_for_here(sheet.inputs)
        rows.append((sheet.say("cover.first-day.applied-here", label=said) if here else said, _first_day(sheet, plan)))
    if "begin_by" in block.show:
        rows.append((sheet.say("cover.begin-by"), _begin_by(sheet, plan)))
    if "begin_by" in block.show and (fixed := _fixed(sheet, plan)):
        rows.append((sheet.say("cover.fixed"), fixed))
    if "amounts" in block.show and (open_then := open_amounts(sheet)):
        rows.append((sheet.say("cover.amounts", year=plan.finish.likely.year), " ".join(open_then.values())))
    if "decides" in block.show:
        rows.append((sheet.say("cover.decides"), _deciders(sheet, plan)))
    return [sheet.pairs(rows)]


def _status(sheet: Sheet, route: RouteAssessment) -> str:
    """Return the status with what it hangs on: the steps that lead there, or what is still to be clarified."""
    status = phrase(f"status.{route.status.id}", sheet.language)
    library = sheet.inputs.library
    if route.status is Status.REACHABLE:
        steps = _steps(sheet, route)
        return sheet.say("cover.status.after", status=status, steps=steps) if steps else status
    if route.status is Status.UNDECIDED:
        named = [sheet.words(library.facts[fact].label) for fact in route.open_facts]
        return sheet.say("cover.status.open", status=status, facts="; ".join(named)) if named else status
    return status


def _steps(sheet: Sheet, route: RouteAssessment) -> str:
    """Name the steps that lead to a reachable route; of several ways each by itself."""
    several = either_or(route, setting_of(sheet, route), sheet.language)
    named = dict.fromkeys(title for finding in route.weighing for title in remedy_titles(sheet, finding))
    return several or "; ".join(named)


def _first_day(sheet: Sheet, plan: Plan) -> list[Part]:
    limit: tuple[str, ...] = ()
    if may_work(sheet.inputs.situation):
        limit = (sheet.say("cover.first-day.here"),)
    elif plans_a_search(sheet.inputs):
        limit = (sheet.say("cover.first-day.search.limit"),)
    said = (sheet.say("cover.no-promise"), *limit, start_text(plan.start_of_work, sheet.language))
    library, language = sheet.inputs.library, sheet.language
    away = [warning_text(one, library, language) for one in plan.warnings if one.id in DEPARTURE]
    return [sheet.strong(span(plan.finish, language)), *map(sheet.line, away), sheet.line(" ".join(said), "small")]


def _begin_by(sheet: Sheet, plan: Plan) -> str:
    if plan.start_by is None:
        return sheet.say("cover.begin-by.no-wish")
    if plan.begin_by is None:
        return sheet.say("cover.begin-by.unknown")
    if late := begin_late_text(plan, sheet.spoken):
        return late
    begin, start = date_text(plan.begin_by, sheet.language), date_text(plan.start_by, sheet.language)
    return sheet.say("cover.begin-by.value", begin=begin, start=start)


def _fixed(sheet: Sheet, plan: Plan) -> str:
    """Name the steps of the road that the law wants by a day which no plan moves."""
    named: dict[date, str] = {}
    for one in plan.steps:
        until = None if one.status == "done" or one.contingent or one.optional else fixed_day(one)
        if until is not None:
            named.setdefault(until, sheet.words(one.step.title))
    days = ((date_text(day, sheet.language), named[day]) for day in sorted(named))
    said = (sheet.say("cover.fixed.value", day=day, step=step) for day, step in days)
    return "; ".join(said)


def _deciders(sheet: Sheet, plan: Plan) -> str:
    """Name the authorities whose decisions the plan waits for, in its order, and the consent that one of them needs."""
    named: dict[str, None] = {}
    for planned in plan.steps:
        step = planned.step
        decider = "abh" if step.office == RESIDENCE_ROLE else step.responsible
        # a recognition that runs beside a partnership: the visa does not wait for it
        later = decider == "recognition_body" and not planned.ahead
        if decider in DECIDERS and not planned.contingent and not planned.optional and not later:
            named[decider] = None
    asked = "required" if named.pop("ba", "") is None else plan.route.ba_approval
    desks = ", ".join(sheet.who(decider) for decider in named)
    if may_work(sheet.inputs.situation):
        desks = sheet.say("cover.decides.new-title", desks=desks)
    told = approval_key(asked, sheet.inputs.situation)
    return desks if asked == "none" else sheet.say(f"cover.decides.approval.{told}", desks=desks)


def _next(block: notation.Cover, sheet: Sheet, plan: Plan) -> list[Part]:
    """Name the reader's next steps: what can begin first, then what follows, each by its day."""
    ordinary = [step for step in plan.steps if not step.optional and not step.contingent and step.status != "done"]
    mine = [step for step in ordinary if step.step.responsible == sheet.form.reader] or ordinary
    mine.sort(key=lambda step: (READINESS.index(step.status), step.finish.likely if step.finish else date.max))
    head = sheet.heading(sheet.say("cover.next"), 1)
    if not mine:
        return [head, sheet.line(sheet.say("cover.next.none"))]
    return [head, *(_next_line(sheet, step) for step in _with_openers(mine, block.next_steps, _openers(sheet)))]


def _with_openers(steps: list[PlannedStep], most: int, openers: set[str]) -> list[PlannedStep]:
    """Return the first steps; the last of them make room for those that open the route, which the status names."""
    later = [step for step in steps[most:] if step.step.id in openers][: most - 1]
    return [*steps[: most - len(later)], *later]


def _openers(sheet: Sheet) -> set[str]:
    route = sheet.inputs.route
    if route is None:
        return set()
    setting = setting_of(sheet, route)
    return {step for finding in route.weighing for step in fitting_remedies(finding, setting)}


def _next_line(sheet: Sheet, planned: PlannedStep) -> Item:
    until = planned.finish.likely if planned.finish else None
    by = sheet.say("cover.next.by", day=date_text(until, sheet.language)) if until else ""
    who = sheet.who(planned.step.responsible) if planned.step.responsible != sheet.form.reader else ""
    after = sheet.say("cover.next.after") if planned.status == "waiting" else ""
    return Item(sheet.words(planned.step.title), False, aside=sheet.joined((who, after, by)))
