"""Each condition of the route: verdict, sentence, and on what the verdict rests."""

from __future__ import annotations

from collections.abc import Iterable

from employer_assistant.content.phrases import phrase
from employer_assistant.papers import notation
from employer_assistant.papers.amounts import amount_lines
from employer_assistant.papers.filled import told
from employer_assistant.papers.parts import Line, Part
from employer_assistant.papers.sheet import Sheet
from employer_assistant.plan.remedies import fitting_remedies, nothing_known
from employer_assistant.plan.setting import Setting
from employer_assistant.rules.assessment import Finding, RouteAssessment, Status
from employer_assistant.rules.situation import Situation
from employer_assistant.rules.told import findings_told
from employer_assistant.rules.verdict import Verdict
from employer_assistant.rules.wording import condition_text


def findings(block: notation.Findings, sheet: Sheet) -> list[Part]:
    """Write all findings of the route: missing ones first, then met, assumed and spare ones, then what else applies."""
    route = sheet.inputs.route
    if route is None:
        return []
    story: list[Part] = [sheet.head(block.title, "findings")]
    for group, members in _grouped(route, sheet.inputs.situation).items():
        if members:
            story += [sheet.heading(sheet.say(f"findings.{group}"), 1), _table(block, sheet, members, group)]
    return story


def _grouped(route: RouteAssessment, situation: Situation) -> dict[str, list[Finding]]:
    groups: dict[str, list[Finding]] = {"open": [], "met": [], "assumed": [], "spare": [], "duties": []}
    for finding in sorted(findings_told(route, situation), key=lambda found: -found.status):
        groups[_group(finding, route)].append(finding)
    return groups


def _group(finding: Finding, route: RouteAssessment) -> str:
    if not finding.blocks:
        return "duties"
    if finding.assumed:
        return "assumed"
    if finding.status is Status.OPEN:
        return "met"
    # a part joined by "and" can never be worse than the route; a worse one is an alternative that another part replaces
    return "spare" if finding.status > route.status else "open"


def _table(block: notation.Findings, sheet: Sheet, members: Iterable[Finding], group: str) -> Part:
    rows = [(_verdict(sheet, finding, group), _said(block, sheet, finding, group)) for finding in members]
    return sheet.table(("", ""), rows, (2.6, 14.4))


def _verdict(sheet: Sheet, finding: Finding, group: str) -> Line:
    """Write the verdict; a duty that is still to come was not failed."""
    if group == "duties" and finding.verdict is Verdict.UNMET:
        return Line(sheet.say("findings.word.duty"), "cell_strong")
    if finding.assumed:
        return Line(sheet.say("findings.word.assumed"), "cell_strong")
    return Line(phrase(f"verdict.{finding.verdict.value}", sheet.language), "cell_strong")


def _said(block: notation.Findings, sheet: Sheet, finding: Finding, group: str) -> list[Part]:
    """Write the sentence and what it rests on; what is missing stands in larger letters than what is settled."""
    condition = finding.condition
    sentence = condition_text(condition, finding.verdict, sheet.language)
    lines: list[Part] = [Line(sentence, "body" if group == "open" else "cell")]
    if "figure" in block.show:
        amounts = (words for key, value in finding.figures for words in amount_lines(sheet, key, value))
        lines += [Line(words, "small") for words in amounts]
    if "remedy" in block.show and finding.blocks and finding.verdict is not Verdict.MET:
        lines += [Line(words, "small") for words in _remedy(sheet, finding)]
    answered = _answers(sheet, finding) if "answer" in block.show else ""
    norm = sheet.norm(condition.norm) if "norm" in block.show else ""
    kind = phrase(f"kind.{condition.kind}", sheet.language) if "kind" in block.show else ""
    basis = sheet.joined((answered, norm, kind))
    return [*lines, Line(basis, "small")] if basis else lines


def _answers(sheet: Sheet, finding: Finding) -> str:
    """Name the answers a verdict rests on; what follows from other answers is said to."""
    library, situation = sheet.inputs.library, sheet.inputs.situation
    parts = []
    for fact_id in finding.facts:
        fact = library.facts[fact_id]
        given = situation.answers.get(fact_id)
        value = given if given is not None else situation.value(fact_id)
        if value is None and finding.verdict is Verdict.MET and not finding.assumed:
            continue
        if value is None:
            words = sheet.say("findings.answer.missing")
        else:
            words = told(sheet, fact, value) or sheet.say("findings.answer.reduced")
            words = words if given is not None else sheet.say("findings.answer.derived", answer=words)
        parts.append(sheet.say("findings.answer.one", label=sheet.words(fact.label), answer=words))
    return sheet.say("findings.answer", answers="; ".join(parts)) if parts else ""


def _remedy(sheet: Sheet, finding: Finding) -> list[str]:
    steps = tuple(remedy_titles(sheet, finding))
    found = [sheet.say("findings.remedy", steps="; ".join(steps))] if steps else []
    if finding.verdict is Verdict.UNMET and nothing_known(finding, steps):
        found.append(phrase("remedy.unknown", sheet.language))
    if finding.condition.action is not None and finding.verdict is Verdict.UNMET:
        found.append(sheet.say("findings.action", action=sheet.words(finding.condition.action)))
    return found


def remedy_titles(sheet: Sheet, finding: Finding) -> list[str]:
    """Return the titles of the steps by which the road of the case meets a condition."""
    found = sheet.inputs.route
    steps = fitting_remedies(finding, setting_of(sheet, found)) if found else ()
    return [sheet.words(sheet.inputs.library.steps[step].title) for step in steps]


def setting_of(sheet: Sheet, found: RouteAssessment) -> Setting:
    """Return the situation with the route and the procedure of the paper."""
    plan = sheet.inputs.plan
    return Setting(sheet.inputs.situation, found.route.id, plan.procedure if plan else "regular")
