"""All answers that count, to check: what is not known first with whom to ask, decisive ones marked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from employer_assistant.papers import notation
from employer_assistant.papers.filled import told
from employer_assistant.papers.parts import Line, Part
from employer_assistant.papers.sheet import Sheet
from employer_assistant.rules.answers import Answer
from employer_assistant.rules.checked_answers import CheckedAnswers, checked_answers


def answers(block: notation.Answers, sheet: Sheet) -> list[Part]:
    """Write the answers by section; those that are parked do not count and are not printed."""
    inputs = sheet.inputs
    found, given = checked_answers(inputs.assessment, inputs.case.route), inputs.situation.answers
    story: list[Part] = [sheet.head(block.title, "answers"), sheet.line(sheet.say("answers.marks"), "lead_small")]
    if not given:
        return [*story, sheet.line(sheet.say("answers.none"))]
    groups: list[tuple[str, Iterable[str], Mapping[str, Answer]]] = [
        (sheet.say("answers.unknown"), found.unknown, given),
        *((sheet.words(section.title), facts, given) for section, facts in found.known),
        (sheet.say("answers.derived"), found.derived, found.derived),
    ]
    for title, facts, values in groups:
        rows = [row for fact in facts if (row := _row(fact, values[fact], found, sheet))]
        if rows:
            story += [sheet.heading(title, 1), sheet.table(("", ""), rows, (7, 10))]
    return story


def _row(fact_id: str, answer: Answer, found: CheckedAnswers, sheet: Sheet) -> tuple[list[Part], ...]:
    """Return label and answer, nothing for what this paper leaves out."""
    fact = sheet.inputs.library.facts[fact_id]
    decided = fact_id in found.decisive
    said = told(sheet, fact, answer)
    if not said:
        return ()
    words: list[Part] = [Line(said, "cell_strong" if decided else "cell")]
    if decided:
        words.append(Line(sheet.say("answers.decisive"), "tiny"))
    if fact_id in found.unknown:
        words.append(Line(sheet.words(fact.where), "tiny"))
    return [Line(sheet.words(fact.label), "cell")], words
