"""Steps with tick boxes, by phase; optional and contingent ones apart and short."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from employer_assistant.content.model import Fee, Text
from employer_assistant.content.phrases import phrase
from employer_assistant.papers import notation
from employer_assistant.papers.desks import desk_name
from employer_assistant.papers.parts import Item, Line, Part
from employer_assistant.papers.sheet import Sheet
from employer_assistant.papers.words import duration, money_range, within
from employer_assistant.plan.fitting import fitting
from employer_assistant.plan.model import PlannedDeadline, PlannedStep
from employer_assistant.plan.wording import phase_text
from employer_assistant.rules.wording import date_text

APART = frozenset({"what", "deadline"})
"""What is said of optional and contingent steps; the rest waits until they become ordinary."""


def steps(block: notation.Steps, sheet: Sheet) -> list[Part]:
    """Write the steps of the plan that the form asks for."""
    story: list[Part] = [sheet.head(block.title, "steps")]
    plan = sheet.inputs.plan
    if plan is None:
        return [*story, sheet.no_plan()]
    chosen = [step for step in plan.steps if _wanted(block, step)]
    if not any(kind(step) in block.kinds for step in chosen):
        return [*story, sheet.line(sheet.say("steps.none"))]
    story.append(sheet.line(sheet.say_to_reader("steps.intro"), "lead"))
    if "ordinary" in block.kinds:
        ordinary = [step for step in chosen if kind(step) == "ordinary"]
        phases = tuple(dict.fromkeys(step.step.phase for step in ordinary))
        for phase in phases:
            if len(phases) > 1:
                story.append(sheet.heading(phase_text(phase, plan, sheet.inputs.situation, sheet.spoken), 1))
            story += [_step(block, sheet, step) for step in ordinary if step.step.phase == phase]
    for apart in ("optional", "contingent"):
        members = [step for step in chosen if kind(step) == apart]
        if apart in block.kinds and members:
            story += [
                sheet.heading(sheet.say(f"steps.{apart}"), 1),
                sheet.line(sheet.say(f"steps.{apart}.intro"), "lead"),
            ]
            story += [_step(block, sheet, step) for step in members]
    return story


def kind(planned: PlannedStep) -> str:
    """Return whether the step is ordinary, optional or contingent."""
    return "contingent" if planned.contingent else "optional" if planned.optional else "ordinary"


def _wanted(block: notation.Steps, planned: PlannedStep) -> bool:
    step = planned.step
    return all(
        not wanted or value in wanted
        for wanted, value in (
            (block.responsible, step.responsible),
            (block.phases, step.phase),
            (block.offices, step.office),
        )
    )


def _step(block: notation.Steps, sheet: Sheet, planned: PlannedStep) -> Item:
    done = planned.status == "done"
    title, aside = sheet.words(planned.step.title), sheet.joined(_marks(sheet, planned))
    return Item(title, done, () if done else tuple(_below(block, sheet, planned)), aside)


def _below(block: notation.Steps, sheet: Sheet, planned: PlannedStep) -> list[Part]:
    ordinary = kind(planned) == "ordinary"
    shown: frozenset[str] = frozenset(block.show) if ordinary else APART & {*block.show}
    below: list[Part] = []
    if "what" in shown:
        below.append(Line(sheet.words(planned.step.what), "under" if ordinary else "mark"))
    below += sheet.runs(_brief(sheet, planned) if block.brief and ordinary else _details(shown, sheet, planned))
    if "deadline" in shown and not (ordinary and _in_table(sheet, planned)):
        binding = [one for one in planned.deadlines if one.deadline.strength != "recommended"]
        told = binding if block.brief and not ordinary else list(planned.deadlines)
        told.sort(key=lambda one: one.date or date.max)
        parts = _as_one(sheet, planned, told) if block.brief and ordinary else ""
        deadlines = {parts: "deadline"} if parts else {deadline_words(sheet, one): _label(one) for one in told}
        below += [part for words, key in deadlines.items() for part in sheet.runs([(sheet.say(f"steps.{key}"), words)])]
    if "hint" in shown and not block.brief:
        hints = fitting(planned.step.hints, sheet.inputs.situation)[: block.most_hints]
        below += [part for hint in hints for part in sheet.runs([(sheet.say("steps.hint"), sheet.words(hint))])]
    return below


def _as_one(sheet: Sheet, planned: PlannedStep, told: Sequence[PlannedDeadline]) -> str:
    """Return several dated deadlines of one norm as one duty with its note; empty if they are not, or have none."""
    note, rules = planned.step.deadline_note, {(one.deadline.norm, one.deadline.strength) for one in told}
    days = sorted({one.date for one in told if one.date is not None})
    apart = any(one.overshoot or one.earliest for one in told)
    if note is None or len(rules) != 1 or len(days) < 2 or apart:
        return ""
    shape = "assumed" if any(one.assumed for one in told) else "on"
    strength = sheet.say(f"strength.{told[0].deadline.strength}")
    named = ", ".join(date_text(day, sheet.language) for day in days)
    return sheet.say(f"steps.deadline.{shape}", day=named, text=sheet.words(note), strength=strength)


def _in_table(sheet: Sheet, planned: PlannedStep) -> bool:
    """Whether the paper has a table of the deadlines of its own steps, and this is one of them."""
    tables = (section for section in sheet.form.sections if isinstance(section, notation.Dates))
    return any(table.of_form for table in tables) and planned.step.id in sheet.form.steps


def _marks(sheet: Sheet, planned: PlannedStep) -> Iterator[str]:
    if planned.status == "done":
        day = sheet.inputs.case.ticks.get(planned.step.id) or sheet.inputs.case.events.get(
            planned.step.finish_event or ""
        )
        yield sheet.say("steps.done.on", day=date_text(day, sheet.language)) if day else sheet.say("steps.done")
        return
    if kind(planned) != "ordinary":
        yield sheet.who(planned.step.responsible)
    if planned.status == "next":
        yield sheet.say("steps.next")
    if planned.provisional:
        yield sheet.say("steps.provisional")
    if planned.critical:
        yield sheet.say("steps.critical")


def _details(shown: frozenset[str], sheet: Sheet, planned: PlannedStep) -> Iterator[tuple[str, str]]:
    step, language = planned.step, sheet.language
    if "who" in shown:
        yield sheet.say("steps.who"), sheet.who(step.responsible)
    if "when" in shown:
        yield sheet.say("steps.when"), _when(sheet, planned)
    if "duration" in shown and planned.duration.unit is not None:
        words = {"duration": duration(planned.duration, language)}
        kind_of = phrase(f"kind.{planned.duration.kind}", language)
        yield sheet.say("steps.duration"), sheet.say("steps.duration.value", **words, kind=kind_of)
    if "desk" in shown:
        yield sheet.say("steps.desk"), desk_name(sheet, planned)
    if "fee" in shown:
        yield sheet.say("steps.fee"), _fee(sheet, planned)
    if "norm" in shown:
        yield sheet.say("steps.norm"), ", ".join(map(sheet.norm, step.norms))


def _brief(sheet: Sheet, planned: PlannedStep) -> Iterator[tuple[str, str]]:
    """Say what a reader with many steps needs; what the reader does oneself names nobody."""
    if planned.step.responsible != sheet.form.reader:
        yield sheet.say("steps.who"), sheet.who(planned.step.responsible)
    if planned.told_finish is not None:
        yield sheet.say("steps.done-by"), within(planned.told_finish, sheet.language)
    if planned.office is not None:
        yield sheet.say("steps.desk"), sheet.words(planned.office.name)
    amount = () if planned.fee.max == 0 else (money_range(planned.fee.min, planned.fee.max, sheet.language),)
    if said := (*amount, *_beside(sheet, planned)):
        yield sheet.say("steps.fee"), ". ".join(said)


def _when(sheet: Sheet, planned: PlannedStep) -> str:
    parts = []
    if planned.told_start is not None and planned.told_start == planned.told_finish:
        return within(planned.told_start, sheet.language)
    if planned.told_start is not None:
        parts.append(sheet.say("steps.start", range=within(planned.told_start, sheet.language)))
    if planned.told_finish is not None:
        parts.append(sheet.say("steps.finish", range=within(planned.told_finish, sheet.language)))
    return ", ".join(parts)


def _label(found: PlannedDeadline) -> str:
    return "from" if found.earliest else "deadline"


def deadline_words(sheet: Sheet, planned: PlannedDeadline) -> str:
    """Return a deadline with its day, how binding it is (unless its words say so) and its words."""
    deadline = planned.deadline
    words, strength = sheet.words(deadline.text), sheet.say(f"strength.{deadline.strength}")
    said = deadline.strength_said
    if planned.date is None:
        if said:
            return sheet.say("steps.deadline.undated.said", text=words)
        return sheet.say("steps.deadline.undated", text=words, strength=strength)
    day = date_text(planned.date, sheet.language)
    shape = "assumed" if planned.assumed else "on"
    if said:
        told = sheet.say(f"steps.deadline.{shape}.said", day=day, text=words)
    else:
        told = sheet.say(f"steps.deadline.{shape}", day=day, text=words, strength=strength)
    if planned.overshoot:
        return sheet.say(f"steps.deadline.{planned.overshoot}", deadline=told)
    return told


def _fee(sheet: Sheet, planned: PlannedStep) -> str:
    fee = planned.fee
    note = fee.basis or fee.reason
    told = [_paid(sheet, fee), *([sheet.words(note)] if note else [])]
    said = (*([] if fee.max == 0 else told), *_beside(sheet, planned))
    return " ".join((*(one if one.endswith(".") else f"{one}." for one in said[:-1]), *said[-1:]))


def _paid(sheet: Sheet, fee: Fee) -> str:
    return sheet.say(
        "steps.fee.value", amount=money_range(fee.min, fee.max, sheet.language), payer=sheet.who(fee.payer)
    )


def _beside(sheet: Sheet, planned: PlannedStep) -> Iterator[str]:
    """Say what is due beside the fee, with its own payer where that can be another one."""
    yield from on_top(sheet, [one.text for one in planned.on_top])
    for also in planned.also_due:
        said = f"{sheet.words(also.title)}, {_paid(sheet, also.fee)}"
        yield phrase("costs.on_top", sheet.language, text=said)


def on_top(sheet: Sheet, texts: Sequence[Text]) -> Iterator[str]:
    """Say what is due beside the amount, so many times as nobody asked: a sum for one child is not that of three."""
    return (phrase("costs.on_top", sheet.language, text=sheet.words(one)) for one in texts)
