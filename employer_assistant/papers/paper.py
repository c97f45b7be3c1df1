"""A paper as parts: every block of the form, written in its order."""

from __future__ import annotations

from collections.abc import Iterator

from employer_assistant.papers.blocks import WRITE
from employer_assistant.papers.desk_list import BODIES
from employer_assistant.papers.fonts import missing_characters
from employer_assistant.papers.footer import footer_words
from employer_assistant.papers.input import PaperInput
from employer_assistant.papers.parts import Heading, Part, texts
from employer_assistant.papers.search import plans_a_search
from employer_assistant.papers.sheet import Sheet
from employer_assistant.papers.texts import clean
from employer_assistant.plan.model import PlannedStep
from employer_assistant.plan.selection import accelerated, in_germany, may_work
from employer_assistant.rules.assessment import Status


def paper(sheet: Sheet) -> list[Part]:
    """Return everything the paper says, in order."""
    said: list[Part] = []
    here = present(sheet.inputs) | {_wanted(sheet)}
    for block in sheet.form.sections:
        if not here.issuperset((block.when,) if isinstance(block.when, str) else block.when):
            continue
        written = WRITE[type(block)](block, sheet)
        # a case without a plan is told so once, not under every heading
        if not (len(written) == 2 and isinstance(written[0], Heading) and written[1] in said):
            said += written
    return list(_without_gaps(said))


_WISH = {"apprenticeship": "to_train", "secondment": "to_have_posted", "scouting": "to_get_to_know"}


def present(inputs: PaperInput) -> set[str]:
    """Return which conditions of blocks (``when``) hold in a case; without a plan recognition is not ruled out."""
    plan, route = inputs.plan, inputs.route
    here = {"always", "no_plan" if plan is None else "plan"}
    needs_title = inputs.assessment.title_needed
    if plan is None:
        here.add("no_route_yet" if needs_title else "no_title_needed")
    needed = plan is None or any(_judged(step) for step in plan.steps)
    here.add("recognition" if needed else "no_recognition")
    if needed and inputs.situation.value("qualification.recognition") == "applied":
        here.add("recognition_running")
    wish = _WISH.get(str(inputs.situation.value("job.purpose")), "to_employ") if needs_title else "to_employ"
    wish = _WISH["scouting"] if plans_a_search(inputs) else wish
    here |= {wish} if wish == "to_get_to_know" else {wish, "to_hire"}
    here.add("may_work" if may_work(inputs.situation) else "may_not_work_yet")
    here.add("fits_now" if route is not None and route.status is Status.OPEN else "fits_later")
    if inputs.situation.value("employer.recruited_by") == "private_agency":
        here.add("by_agency")
    if in_germany(inputs.situation):
        return here | {"in_germany"}
    if route is None:
        return here | {"abroad"} | ({"accelerated_unsettled"} if needs_title else set())
    chosen = plan is not None and plan.procedure == "accelerated"
    swift = accelerated(route, inputs.situation)
    if swift == "no":
        return here | {"abroad", "not_accelerated"}
    if swift == "ask" and not chosen:
        return here | {"abroad", "accelerated_to_ask"}
    return here | {"abroad", "accelerated", "accelerated_chosen" if chosen else "accelerated_not_chosen"}


def _judged(planned: PlannedStep) -> bool:
    """Tell whether at a step a body judges the qualification; a language certificate alone is no recognition."""
    step = planned.step
    ordinary = not (planned.contingent or planned.optional)
    return ordinary and step.office in BODIES and step.responsible != "employer"


def _wanted(sheet: Sheet) -> str:
    """Tell whether the plan has one of the steps at which the form is wanted; not yet planned, it is not ruled out.

    Where a title is needed and no route is there yet, it is neither wanted nor not.
    """
    plan, route = sheet.inputs.plan, sheet.inputs.route
    if plan is None and route is None and sheet.inputs.assessment.title_needed:
        return "no_route_yet"
    planned = any(step.step.id in sheet.form.steps for step in plan.steps) if plan else route is not None
    return "wanted" if planned else "not_wanted"


def _without_gaps(parts: list[Part]) -> Iterator[Part]:
    """Raise headings that would skip a level: neither the bookmarks nor a reader by voice can follow that."""
    last = -1
    for part in parts:
        if isinstance(part, Heading):
            last = min(part.level, last + 1)
            yield Heading(part.words, last)
        else:
            yield part


def missing(sheet: Sheet, parts: list[Part]) -> set[str]:
    """Return the letters of the paper, which has these parts, that the font lacks."""
    head = sheet.options.letterhead
    words = (*texts(parts), footer_words(sheet).left, *(head.sender if head else ()))
    return {letter for one in words for letter in missing_characters(clean(one))}
