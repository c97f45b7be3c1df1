"""What the document of a person in Germany allows: the first thing to say where no route is usable."""

from __future__ import annotations

from employer_assistant.content.phrases import phrase
from employer_assistant.papers.parts import Bullets, Part
from employer_assistant.papers.sheet import Sheet
from employer_assistant.plan.selection import in_germany
from employer_assistant.rules.rulesets import RulesetCheck, ruleset_checks
from employer_assistant.rules.wording import condition_text


def document_here(sheet: Sheet) -> list[Part]:
    """Write each rule set that matters, for a person in Germany who needs a title; otherwise nothing."""
    inputs = sheet.inputs
    if not inputs.assessment.title_needed or not in_germany(inputs.situation):
        return []
    return [part for check in ruleset_checks(inputs.situation) for part in _ruleset(check, sheet)]


def _ruleset(check: RulesetCheck, sheet: Sheet) -> list[Part]:
    title = f"{sheet.words(check.ruleset.title)} ({sheet.norm(check.ruleset.paragraph)})"
    pairs = []
    for row in check.here:
        work = phrase("result.documents.work", sheet.language, words=sheet.words(row.may_work))
        pairs.append((sheet.words(row.status), f"{work} {sheet.words(row.check)} ({sheet.norm(row.norm)})"))
    for condition, judged in check.findings:
        said = condition_text(condition, judged.verdict, sheet.language)
        pairs.append(
            (phrase(f"verdict.{judged.verdict.value}", sheet.language), f"{said} ({sheet.norm(condition.norm)})")
        )
    shown = Bullets(tuple(tuple(sheet.runs([pair], under=False)) for pair in pairs))
    return [sheet.heading(title, 1), shown]
