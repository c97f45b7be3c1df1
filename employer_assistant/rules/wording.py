"""Answers and levers in words, for window, paper and command line alike."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from employer_assistant.content.library import Library
from employer_assistant.content.model import Condition, Fact
from employer_assistant.content.phrases import phrase, text
from employer_assistant.rules.answers import UNKNOWN, Answer
from employer_assistant.rules.assessment import CaseWarning
from employer_assistant.rules.levers import Lever
from employer_assistant.rules.overrides import Override
from employer_assistant.rules.situation import Situation
from employer_assistant.rules.verdict import Verdict
from employer_assistant.rules.ways import Change

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def answer_text(fact: Fact, answer: Answer, library: Library, language: str) -> str:
    """Return an answer as people read it: the label of a choice, an amount with its unit, a date, a name."""
    if answer == UNKNOWN:
        return phrase("answer.unknown", language)
    if isinstance(answer, bool):
        return phrase("answer.yes" if answer else "answer.no", language)
    if fact.zero is not None and answer == 0:
        return text(fact.zero, language)
    if isinstance(answer, Decimal):
        return amount_text(answer, fact, language)
    if isinstance(answer, date):
        return date_text(answer, language)
    if isinstance(answer, tuple):
        return ", ".join(_named(fact, part, library, language) for part in answer)
    return _named(fact, answer, library, language)


def _named(fact: Fact, value: str, library: Library, language: str) -> str:
    if fact.municipality and value in library.municipalities:
        return library.municipalities[value].name
    known = {
        "choice": {choice.value: choice.label for choice in fact.choices},
        "country": {code: country.name for code, country in library.countries.items()},
        "occupation": {key: occupation.name for key, occupation in library.occupations.items()},
    }
    names = known.get("country" if fact.kind == "countries" else fact.kind, {})
    return text(names[value], language) if value in names else value


def amount_text(value: Decimal, fact: Fact, language: str) -> str:
    """Return a number with the unit of its fact; money without a unit of its own is in euro per year."""
    unit = fact.unit or ("EUR per year" if fact.kind == "money" else "")
    number = number_text(value, language)
    return phrase(f"unit.{unit.lower().replace(' ', '-')}", language, number=number, n=value) if unit else number


def number_text(value: Decimal, language: str) -> str:
    """Return a number as the language writes it, with two places if it is not whole."""
    plain = f"{value:,.0f}" if value == value.to_integral_value() else f"{value:,.2f}"
    return plain if language == "en" else plain.translate({ord(","): ".", ord("."): ","})


def date_text(day: date, language: str) -> str:
    """Return a date as the language writes it: 01.03.2027, 1 March 2027."""
    if language == "en":
        return f"{day.day} {phrase(f'month.{day.month}', language)} {day.year}"
    return f"{day.day:02}.{day.month:02}.{day.year}"


def change_text(change: Change, library: Library, language: str) -> str:
    """Return one change in words: what, from, to; where time brings it about, from which day."""
    fact = library.facts[change.fact]
    label, day = text(fact.label, language), change.wait and date_text(change.wait, language)
    if day and fact.kind == "date":
        return phrase("lever.wait", language, label=label, day=day)
    old, new = (answer_text(fact, value, library, language) for value in (change.old, change.to))
    said = phrase(f"lever.{'choice' if fact.kind == 'choice' else 'change'}", language, label=label, old=old, new=new)
    return f"{said} {phrase('lever.earliest', language, day=day)}" if day else said


MOST_QUESTIONS = 4
"""Questions named that a lever leaves open; the others are counted."""


def lever_text(lever: Lever, library: Library, language: str) -> str:
    """Return a lever in words: what to do, then each change with its old and new value.

    A yes for a no, or a no for a yes, says nothing more where what to do is said: it would read as if another answer
    were enough.
    """
    how = [text(words, language) for words in lever.words]
    plain = len(how) >= len(lever.changes)
    told = [one for one in lever.changes if not (plain and _yes_or_no(one, library))]
    return " ".join((*how, *(change_text(change, library, language) for change in told)))


def _yes_or_no(change: Change, library: Library) -> bool:
    return library.facts[change.fact].kind == "yes_no" and change.wait is None


def lever_by(lever: Lever, library: Library, language: str) -> str:
    """Return who can make the changes of a lever, as a sentence."""
    actors = dict.fromkeys(library.facts[change.fact].changeable_by for change in lever.changes)
    who = ", ".join(phrase(f"result.by.{actor}", language) for actor in actors)
    return phrase("result.no.by", language, who=who)


def lever_effect(lever: Lever, library: Library, language: str) -> str:
    """Return how the route stands after the changes: open, reachable, or undecided with what is still to be settled."""
    if lever.opens:
        return phrase(f"lever.effect.{lever.status.id}", language)
    if not lever.questions:
        return phrase("lever.effect.authority", language)
    named = lever.questions if len(lever.questions) <= MOST_QUESTIONS + 1 else lever.questions[:MOST_QUESTIONS]
    facts = phrase("page.list", language).join(text(library.facts[fact].label, language) for fact in named)
    more = len(lever.questions) - len(named)
    return phrase("lever.effect.undecided.more" if more else "lever.effect.undecided", language, facts=facts, n=more)


def lever_line(lever: Lever, library: Library, language: str) -> str:
    """Return a lever in one line: what to do, what comes of it, and who can do it."""
    said = (lever_text, lever_effect, lever_by)
    return " ".join(part(lever, library, language) for part in said)


def override_text(override: Override, reason: str, library: Library, language: str) -> str:
    """Return that an answer departs from what follows, and why; that a reason is missing if there is none."""
    words = {
        "what": text(override.fact.label, language),
        "answer": answer_text(override.fact, override.answer, library, language),
        "derived": answer_text(override.fact, override.derived, library, language),
    }
    return phrase("override.reason" if reason else "override.no-reason", language, reason=reason, **words)


def warning_text(warning: CaseWarning, library: Library, language: str) -> str:
    """Return a warning in words; ids among its values become names, days become dates."""
    words = {name: warned_of(name, value, library, language) for name, value in warning.values.items()}
    case = warning.values.get("case")
    return phrase(f"warning.{warning.id}.{case}" if case else f"warning.{warning.id}", language, **words)


def warned_of(name: str, value: str, library: Library, language: str) -> str:
    """Return one value of a warning in words: a name for an id, a sum with its unit, a day as a day."""
    match name:
        case "figure" if value in library.figures:
            return text(library.figures[value].label, language)
        case "condition" if value in library.conditions:
            return text(library.conditions[value].text, language)
        case "unmet" if value in library.conditions:
            return text(library.conditions[value].unmet, language)
        case "route" if value in library.routes:
            return text(library.routes[value].title, language)
        case "step" if value in library.steps:
            return text(library.steps[value].title, language)
        case "occupation" if value in library.occupations:
            return text(library.occupations[value].name, language)
        case "pay_floor" | "pay_now" | "pay_draft" | "pay":
            return phrase("unit.eur-per-year", language, number=number_text(Decimal(value), language))
        case "weekly_hours":
            return number_text(Decimal(value), language)
        case "fact" | "facts":
            facts = (library.facts.get(fact) for fact in value.split(", "))
            return ", ".join(text(fact.label, language) for fact in facts if fact) or value
    return date_text(date.fromisoformat(value), language) if _DAY.fullmatch(value) else value


def condition_text(condition: Condition, verdict: Verdict, language: str) -> str:
    """Return the sentence of a condition that fits what is known of it."""
    if verdict is Verdict.UNKNOWN and condition.open is not None:
        return text(condition.open, language)
    return text(condition.unmet if verdict is Verdict.UNMET else condition.text, language)


def grounds_text(found: tuple[tuple[str, ...], ...], situation: Situation, language: str) -> str:
    """Say on which separate grounds a condition is met, each with its answers; empty if there are not several."""
    if not found:
        return ""
    named = (", ".join(_answered(fact, situation, language) for fact in facts) for facts in found)
    return phrase("finding.grounds", language, n=len(found), grounds="; ".join(named))


def _answered(fact_id: str, situation: Situation, language: str) -> str:
    library, value = situation.library, situation.value(fact_id)
    fact = library.facts[fact_id]
    label = text(fact.label, language)
    return label if value is None else f"{label}: {answer_text(fact, value, library, language)}"
