"""The candidate's sheet: what the worker does and the worker's papers, the German term beside each."""

from __future__ import annotations

from datetime import date

from employer_assistant.content.model import AlsoDue, Fee, OnTop, Step
from employer_assistant.content.phrases import LANGUAGES, phrase
from employer_assistant.papers import notation
from employer_assistant.papers.blocks.documents import MISSION, READY, handed
from employer_assistant.papers.blocks.steps import kind
from employer_assistant.papers.candidate import GERMAN, day_words, in_german, own_words, spoken, spoken_key, translated
from employer_assistant.papers.filled import desk_from_abroad, value
from employer_assistant.papers.parts import Box, Item, Line, Part, Rule
from employer_assistant.papers.search import plans_a_search
from employer_assistant.papers.sheet import Cell, Sheet
from employer_assistant.papers.words import money_range
from employer_assistant.plan.deadlines import fixed_day
from employer_assistant.plan.desk_of_step import RESIDENCE_ROLE, places
from employer_assistant.plan.model import Plan, PlannedDocument, PlannedStep
from employer_assistant.plan.selection import in_germany

OURS = ("worker", "both")
TAKERS = (MISSION, RESIDENCE_ROLE)
"""Roles of the desks that decide on visa and card."""
WIDTHS = (0.6, 10.2, 6.2)
"""Shares of the page's width: box, document, form."""


def own_tasks(block: notation.OwnTasks, sheet: Sheet) -> list[Part]:
    """Write the whole sheet; nothing that only concerns the employer stands on it."""
    say, plan = spoken(sheet), sheet.inputs.plan
    second = "sheet.authority_decides" if sheet.language == GERMAN else "sheet.orientation_only"
    story: list[Part] = [
        Line(say("sheet.title"), "title"),
        *([] if sheet.language == GERMAN else [Line(sheet.form.title.de, "case", GERMAN)]),
        Rule(),
        Line(" ".join(say(key) for key in ("sheet.for_you", second))),
    ]
    if own_words(sheet):
        story.append(Line(say("sheet.own_translation"), "strong"))
    if sheet.language != GERMAN:
        story.append(Line(say("sheet.authority_decides")))
    story.append(sheet.pairs(_facts(sheet)))
    story += [Line(say("sheet.no_plan"))] if plan is None else _steps(sheet, plan) + _papers(sheet, plan)
    return story + _advice(sheet)


def _facts(sheet: Sheet) -> list[tuple[str, str | list[Part]]]:
    say, inputs = spoken(sheet), sheet.inputs
    town = places(inputs.situation).work.municipality
    named = town.name if town else value(sheet, "job.site_municipality")
    place = " ".join(part for part in (value(sheet, "job.site_postcode"), named) if part)
    posted = inputs.situation.value("job.purpose") == "secondment"
    title = value(sheet, "job.title")
    title = value(sheet, "case:job") if title and sheet.language in LANGUAGES else title
    rows: list[tuple[str, str | list[Part]]] = [
        (say("sheet.firm_in_germany" if posted else "sheet.your_employer"), value(sheet, "employer.name")),
        (say("sheet.contact"), value(sheet, "employer.contact")),
        (say("sheet.job"), title or _occupation(sheet)),
        (say("sheet.place"), place),
        (say("sheet.your_way"), _way(sheet)),
    ]
    if inputs.plan is not None:
        finish = inputs.plan.finish
        days = [(say("sheet.earliest"), finish.earliest), (say("sheet.likely"), finish.likely)]
        days += [(say("sheet.latest"), finish.latest)] if finish.latest else []
        words = ", ".join(f"{name} {day_words(sheet, day)}" for name, day in days)
        rows.append((say("sheet.start_search" if plans_a_search(inputs) else "sheet.start_planned"), words))
        wished = inputs.situation.value("job.start_wished")
        if isinstance(wished, date):
            rows.append((say("sheet.start_wished"), day_words(sheet, wished)))
    return rows


def _way(sheet: Sheet) -> list[Part]:
    """Return the name of the route in German, before it in the paper's language."""
    if sheet.inputs.route is None:
        return []
    route = sheet.inputs.route.route
    german = Line(f"{route.short.de} ({route.paragraph})", lang=GERMAN)
    own, lang = translated(sheet, f"routes.{route.id}.short", route.short)
    return [german] if GERMAN in (sheet.language, lang) else [Line(own), german]


def _occupation(sheet: Sheet) -> list[Part]:
    found = sheet.inputs.library.occupations.get(str(sheet.inputs.situation.value("job.occupation")))
    if found is None:
        return []
    own = sheet.language in LANGUAGES
    job, training = sheet.words(found.name), sheet.inputs.situation.value("job.purpose") == "apprenticeship"
    if training:
        job = phrase("papers.filled.apprenticeship", sheet.language if own else GERMAN, job=job)
    named = Line(job, lang="" if own else GERMAN)
    return [Line(spoken(sheet)("sheet.training")), named] if training and not own else [named]


def _steps(sheet: Sheet, plan: Plan) -> list[Part]:
    mine = [step for step in plan.steps if step.step.responsible == "worker" and kind(step) == "ordinary"]
    mine.sort(key=lambda one: one.finish.likely if one.finish else date.min)
    head = sheet.heading(spoken(sheet)("sheet.what_you_do"))
    return [head, *(_step(sheet, step) for step in mine)] if mine else []


def _step(sheet: Sheet, planned: PlannedStep) -> Item:
    say, step = spoken(sheet), planned.step
    key = spoken_key(step, "title")
    title, lang = translated(sheet, key, step.title)
    what, what_lang = translated(sheet, spoken_key(step, "what"), step.what)
    done = planned.status == "done"
    german = "" if sheet.language == GERMAN or lang else in_german(sheet, key, step.title)
    below: list[Part] = [] if done else [Line(what, "under", what_lang)]
    details = []
    if planned.finish is not None and not done:
        days = [f"{say('sheet.earliest')} {day_words(sheet, planned.finish.earliest)}"]
        days.append(f"{say('sheet.likely')} {day_words(sheet, planned.finish.likely)}")
        details.append((say("sheet.finished"), ", ".join(days)))
    until = None if done else fixed_day(planned)
    if until is not None:
        details.append((say("sheet.fixed_day"), day_words(sheet, until)))
    if not done and planned.fee.max != 0:
        details.append((say("sheet.fee"), _fee(sheet, planned.fee)))
    also = [] if done else [(_also(sheet, step, one), _fee(sheet, one.fee)) for one in planned.also_due]
    more = [] if done else [(say("sheet.on_top"), _on_top(sheet, one)) for one in planned.on_top]
    below += [*sheet.runs([*details, *also]), *sheet.runs(more)]
    return Item(title, done, tuple(below), german, GERMAN if german else "")


def _also(sheet: Sheet, step: Step, also: AlsoDue) -> str:
    return translated(sheet, f"steps.{step.id}.also_due.{also.key}.title", also.title)[0]


def _on_top(sheet: Sheet, due: OnTop) -> str:
    return translated(sheet, f"on_top.{due.key}", due.text)[0]


def _fee(sheet: Sheet, fee: Fee) -> str:
    say = spoken(sheet)
    payer = say({"worker": "sheet.fee_you", "employer": "sheet.fee_employer"}.get(fee.payer, "sheet.fee_agree"))
    known = fee.min is not None and fee.max is not None
    amount = money_range(fee.min, fee.max, sheet.language) if known else say("sheet.fee_unknown")
    if sheet.language not in LANGUAGES and known and fee.min != fee.max:
        low, high = (money_range(one, one, sheet.language) for one in (fee.min, fee.max))
        amount = high if fee.min == 0 else f"{low} – {high}"
    return f"{amount} ({payer})"


def _papers(sheet: Sheet, plan: Plan) -> list[Part]:
    say = spoken(sheet)
    mine = [found for found in plan.documents if found.document.who in OURS]
    if not mine:
        return []
    whom = f"sheet.check_with_{'authority' if in_germany(sheet.inputs.situation) else 'mission'}"
    head = ("", say("sheet.your_papers"), say("sheet.form"))
    story: list[Part] = [sheet.heading(say("sheet.your_papers")), Line(say(whom), "lead")]
    story.append(sheet.table(head, [_paper(sheet, found) for found in mine], WIDTHS))
    if issued := _issued(plan):
        story += [Line(say("sheet.issued_by_others"), "lead")]
        story.append(sheet.table(head, [_paper(sheet, found) for found in issued], WIDTHS))
    return story


def _issued(plan: Plan) -> list[PlannedDocument]:
    """Return what others give out and the worker surely hands in: for the visa, then for the card."""
    others = [found for found in plan.documents if found.document.who not in (*OURS, "employer")]
    papers = {found.document.id: found for found in others if found.only_if is None}
    taken = {
        paper
        for planned in plan.steps
        if planned.step.responsible == "worker" and kind(planned) == "ordinary" and planned.step.office in TAKERS
        for paper in planned.documents
        if paper in papers and handed(papers[paper], planned)
    }
    return [found for paper, found in papers.items() if paper in taken]


def _paper(sheet: Sheet, found: PlannedDocument) -> tuple[Cell, ...]:
    say, document = spoken(sheet), found.document
    title, lang = translated(sheet, f"documents.{document.id}.title", document.title)
    words: list[Part] = [Line(title, "cell_strong", lang)]
    if sheet.language != GERMAN and not lang:
        words.append(Line(document.title.de, "cell", GERMAN))
    forms = ", ".join(say(f"forms.{one}") for one in found.forms if one != "internal")
    also: list[Part] = [Line(forms, "cell")] if forms else []
    if found.only_if is not None:
        condition, condition_lang = translated(sheet, f"only_if.{found.only_if_key}", found.only_if)
        words.append(Line(condition, "cell", condition_lang))
    return (Box(found.state in READY), words, also)


def _advice(sheet: Sheet) -> list[Part]:
    say = spoken(sheet)
    lines = desk_from_abroad(sheet, "fair_integration")
    return [
        sheet.heading(say("sheet.free_advice")),
        *([Line(lines, "lead", GERMAN)] if lines else []),
        sheet.bullets([say("sheet.no_passport_away"), say("sheet.no_secret_fees")]),
    ]
