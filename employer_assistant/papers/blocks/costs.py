"""What the road costs: sums by payer with what is not known, and the single amounts."""

from __future__ import annotations

from employer_assistant.papers import notation
from employer_assistant.papers.blocks.steps import on_top
from employer_assistant.papers.parts import Part
from employer_assistant.papers.sheet import Cell, Sheet
from employer_assistant.papers.words import money_range, sum_of
from employer_assistant.plan.model import PlannedCost

PAYERS = ("employer", "worker", "negotiable")


def costs(block: notation.Costs, sheet: Sheet) -> list[Part]:
    """Write sums and single amounts; an unknown amount is named, never counted as nothing."""
    story: list[Part] = [sheet.head(block.title, "costs")]
    plan = sheet.inputs.plan
    if plan is None:
        return [*story, sheet.no_plan()]
    payers = [payer for payer in PAYERS if payer in plan.costs and (not block.payers or payer in block.payers)]
    titles = {planned.step.id: sheet.words(planned.step.title) for planned in plan.steps}
    sums: list[tuple[Cell, ...]] = []
    for payer in payers:
        cost = plan.costs[payer]
        unknown = "; ".join(titles[step] for step in cost.unknown)
        known = sum_of(cost, sheet.language) if cost.max or not unknown else sheet.say("money.unknown")
        missing = [sheet.say("costs.not-known", steps=unknown)] if unknown else []
        sums.append((sheet.who(payer), known, "\n".join([*missing, *on_top(sheet, cost.on_top)])))
    head = tuple(sheet.say(f"costs.{column}") for column in ("payer", "sum", "unknown"))
    story += [sheet.heading(sheet.say("costs.sums"), 1), sheet.table(head, sums, (3, 4, 8))]
    story.append(sheet.line(sheet.say("costs.note"), "small"))
    single = [item for item in plan.items if item.payer in payers and (item.max or item.on_top)]
    if single and block.single:
        columns = tuple(sheet.say(f"costs.{column}") for column in ("step", "amount", "payer", "basis"))
        rows = [_row(sheet, item) for item in single]
        story += [sheet.heading(sheet.say("costs.single"), 1), sheet.table(columns, rows, (4.6, 2.7, 3.3, 6))]
    return story


def _row(sheet: Sheet, item: PlannedCost) -> tuple[Cell, ...]:
    return (
        sheet.words(item.label),
        money_range(item.min, item.max, sheet.language),
        sheet.who(item.payer),
        sheet.words(item.basis),
    )
