"""The state of the law: until when it was read, which pack, what is only a draft, and who decides."""

from __future__ import annotations

from employer_assistant.content.phrases import phrase
from employer_assistant.papers import notation
from employer_assistant.papers.parts import Line, Part
from employer_assistant.papers.sheet import Sheet
from employer_assistant.papers.words import NOT_FINAL, figure_text
from employer_assistant.rules.wording import date_text


def law_state(block: notation.LawState, sheet: Sheet) -> list[Part]:
    """Write the state of law, content and program, and the one disclaimer."""
    content, language = sheet.inputs.library.content, sheet.language
    program = sheet.say("law.app.value", name=phrase("app.name", language), version=sheet.inputs.app_version)
    rows: list[tuple[str, str | list[Part]]] = [
        (sheet.say("law.judged"), date_text(sheet.inputs.on, language)),
        (sheet.say("law.as-of"), date_text(content.law_as_of, language)),
        (sheet.say("law.read-on"), date_text(content.read_on, language)),
        (sheet.say("law.version"), content.version),
        (sheet.say("law.app"), program),
        (sheet.say("law.drafts"), _drafts(sheet)),
    ]
    if block.brief:
        # day, law and version stand at the foot of every page
        read = sheet.say("law.read-on.brief", day=date_text(content.read_on, language))
        return [Line(f"{phrase('disclaimer', language)} {read}", "small")]
    return [
        sheet.head(block.title, "law_state"),
        sheet.pairs(rows, small=True),
        sheet.line(phrase("disclaimer", language)),
        sheet.line(sheet.say("law.osm"), "small"),
    ]


def _drafts(sheet: Sheet) -> list[Part]:
    """Name the values that are not final among the figures of the route."""
    route, figures = sheet.inputs.route, sheet.inputs.library.figures
    used = {key for finding in route.findings for key, _ in finding.figures} if route else set()
    lines = [
        sheet.line(figure_text(figure.label, figure.unit, value, sheet.language), "cell")
        for key, figure in figures.items()
        if key in used
        for value in figure.values
        if value.status in NOT_FINAL
    ]
    return list(lines) or [sheet.line(sheet.say("law.no-drafts"), "cell")]
