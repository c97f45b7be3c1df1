"""Checks of facts: their values, what they follow from, their place in the interview, and that each one matters."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation

from employer_assistant.content.checks.kinds import allowed_values
from employer_assistant.content.checks.reporter import Reporter
from employer_assistant.content.model import Content, Derivation, Fact
from employer_assistant.content.walk import facts_in

_OCCUPATION_KIND = {"regulated": "choice", "isco08": "text", "health_or_care": "yes_no", "qualified_training": "yes_no"}


def check_facts(content: Content, reporter: Reporter) -> None:
    """Report faults of facts."""
    facts = {fact.id: fact for fact in content.facts}
    for fact in content.facts:
        for message, *inner in (
            *_choices(fact),
            *_derivations(fact, facts, content),
            *_lever_to(fact, content),
        ):
            reporter.report("facts", fact.id, str(message), *inner)
        if _follows_from_itself(fact.id, facts):
            reporter.report("facts", fact.id, "The fact follows from itself. Break the circle.", "derived")
    _interview(content, reporter)
    for fact_id in sorted(facts.keys() - useful_facts(content)):
        message = "The question changes nothing: no condition, step, ruling or form uses it. Use or remove it."
        reporter.report("facts", fact_id, message)


def useful_facts(content: Content) -> set[str]:
    """Return the facts that something rests on: tests, events, forms, steps, and what such facts follow from."""
    facts = {fact.id: fact for fact in content.facts}
    groups = (content.shared_conditions, content.routes, content.rulesets, content.steps, content.events)
    useful = {fact for group in groups for item in group for fact in facts_in(item)}
    useful |= {anchor for event in content.events for anchor in event.anchors}
    useful |= {fact.id for fact in content.facts if fact.papers or fact.steps}
    waiting = list(useful)
    while waiting:
        fact = facts.get(waiting.pop())
        new = (_sources(fact) if fact else set()) - useful
        useful |= new
        waiting += new
    return useful


def _sources(fact: Fact) -> set[str]:
    """Return the facts from which a fact may follow."""
    found = facts_in(fact.derived)
    found |= {rule.fact for rule in fact.derived if rule.fact}
    return found | ({"job.occupation"} if any(rule.occupation for rule in fact.derived) else set())


def _follows_from_itself(start: str, facts: dict[str, Fact]) -> bool:
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        fact = facts.get(waiting.pop())
        for source in _sources(fact) if fact else ():
            if source == start:
                return True
            if source not in seen:
                seen.add(source)
                waiting.append(source)
    return False


_Fault = tuple[str | int, ...]


def _choices(fact: Fact) -> Iterator[_Fault]:
    values = [choice.value for choice in fact.choices]
    if (fact.kind == "choice") != bool(values):
        yield "A fact of kind choice, and no other, has 'choices'. Add or remove them.", "choices"
    if len(values) != len(set(values)):
        yield "A value stands among the choices twice. Keep one.", "choices"
    if "unknown" in values:
        yield "'unknown' is offered with every question by itself. Remove it.", "choices"


def _derivations(fact: Fact, facts: dict[str, Fact], content: Content) -> Iterator[_Fault]:
    for index, rule in enumerate(fact.derived):
        if sum(found is not None for found in (rule.value, rule.fact, rule.occupation)) != 1:
            yield "A derivation has exactly one of 'value', 'fact' and 'occupation'. Mend it.", "derived", index
        elif rule.value is not None and not _fits(fact, rule.value, content):
            yield f"'{fact.id}' has no value '{rule.value}'. Write one that it may take.", "derived", index, "value"
        elif _kind(rule, facts) not in (None, fact.kind):
            yield f"A fact of kind {_kind(rule, facts)} gives no {fact.kind}. Name another.", "derived", index
    if any(rule.occupation == "regulated" for rule in fact.derived):
        unknown = {str(job.regulated) for job in content.occupations if job.regulated}
        for value in sorted(unknown - {choice.value for choice in fact.choices}):
            yield f"Occupations say '{value}', which is no choice here. Add the choice.", "choices"


def _lever_to(fact: Fact, content: Content) -> Iterator[_Fault]:
    always = {aim.value for aim in fact.lever_to or () if aim.when is None}
    all_choices = {choice.value for choice in fact.choices}
    limited = fact.lever_to is not None and always != {None} and (not all_choices or always != all_choices)
    if limited != (fact.lever_why is not None):
        yield "'lever_why' says why a lever leads only to the answers of 'lever_to'. Add or remove it.", "id"
    if fact.changeable_by == "never" and (fact.lever_to is not None or fact.far_reaching):
        yield "Nobody can change the fact, so no lever leads anywhere. Remove 'lever_to' and 'far_reaching'.", "id"
    for index, aim in enumerate(fact.lever_to or ()):
        if aim.value is not None and not _fits(fact, aim.value, content):
            yield f"'{fact.id}' has no value '{aim.value}'. Write one that it may take.", "lever_to", index, "value"


def _kind(rule: Derivation, facts: dict[str, Fact]) -> str | None:
    if rule.fact is not None:
        return facts[rule.fact].kind if rule.fact in facts else None
    return _OCCUPATION_KIND[rule.occupation] if rule.occupation else None


def _fits(fact: Fact, value: str, content: Content) -> bool:
    allowed = allowed_values(fact, content)
    if allowed is not None:
        return value in allowed
    try:
        if fact.kind in ("money", "number"):
            Decimal(value)
        elif fact.kind == "date":
            date.fromisoformat(value)
    except (InvalidOperation, ValueError):
        return False
    return True


def _interview(content: Content, reporter: Reporter) -> None:
    order = content.interview.order
    for fact in content.facts:
        if order.count(fact.id) != 1:
            times = "twice" if fact.id in order else "not"
            message = f"The order of the interview names '{fact.id}' {times}. Name it once."
            reporter.report("interview", "interview", message, "order")
    facts = {fact.id: fact for fact in content.facts}
    for index, typical in enumerate(content.interview.typical):
        for name, value in typical.answers.items():
            if name not in facts or not _fits(facts[name], value, content):
                message = f"'{name}' is no fact, or has no value '{value}'. Write one that it may take."
                reporter.report("interview", "interview", message, "typical", index, "answers")
    stays = {choice.value for choice in facts["person.status_in_germany"].choices}
    for asked in {*content.interview.sooner, *content.interview.sooner.values()} - set(facts):
        reporter.report("interview", "interview", f"'{asked}' is no fact. Write the id of one.", "sooner")
    for value in {*content.interview.titled, *content.interview.permission_first} - stays:
        message = f"'{value}' is no status in Germany. Write one of the choices of 'person.status_in_germany'."
        reporter.report("interview", "interview", message, "titled")
    for index, section in enumerate(content.interview.sections):
        if all(fact.group != section.id for fact in content.facts):
            message = f"No fact belongs to the section '{section.id}'. Remove it."
            reporter.report("interview", "interview", message, "sections", index)
