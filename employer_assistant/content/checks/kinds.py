"""Checks that tests and terms fit the kind of the fact they ask about, and stand where they may stand."""

from __future__ import annotations

from typing import Any, Literal

from employer_assistant.content import expressions as x
from employer_assistant.content.checks.reporter import Reporter
from employer_assistant.content.checks.walk import items
from employer_assistant.content.model import Content, Fact, Figure
from employer_assistant.content.walk import Path, expressions

Measured = Literal["number", "day"]
WITH_A_PLAN = ("steps", "events", "funding", "cost_warnings")
"""Collections whose tests are judged for one route and procedure."""
LEVELS = frozenset({"none", "a1", "a2", "b1", "b2", "c1", "c2"})
_VALUES = ("choice", "yes_no", "country", "countries", "occupation")
_ONE_KIND: dict[type, tuple[tuple[str, ...], str]] = {
    x.Is: (_VALUES, "a fact with a list of values"),
    x.In: (_VALUES, "a fact with a list of values"),
    x.NotIn: (_VALUES, "a fact with a list of values"),
    x.LevelAtLeast: (("choice",), "a language level"),
    x.BeginsWith: (("text",), "a code (text)"),
    x.WithinYears: (("date",), "a date"),
    x.CountryListed: (("country",), "one country"),
    x.FactTerm: (("money", "number", "date"), "a number or a date"),
    x.Age: (("date",), "a date"),
    x.MonthsSince: (("date",), "a date"),
    x.YearsSince: (("date",), "a date"),
}


def check_kinds(content: Content, reporter: Reporter) -> None:
    """Report tests and terms that ask a fact for what it cannot say, or stand in the wrong place."""
    facts = {fact.id: fact for fact in content.facts}
    figures = {figure.id: figure for figure in content.figures}
    for collection, item_id, item in items(content):
        for path, node in expressions(item):
            misplaced = _misplaced(node, path, collection)
            if misplaced:
                reporter.report(collection, item_id, misplaced, *path)
            for message, *inner in _faults(node, content, facts, figures):
                reporter.report(collection, item_id, str(message), *path, *inner)


def allowed_values(fact: Fact, content: Content) -> frozenset[str] | None:
    """Return the values a fact may take, or None where any text, number or date will do."""
    if fact.kind == "choice":
        return frozenset(choice.value for choice in fact.choices)
    if fact.kind == "yes_no":
        return frozenset({"true", "false"})
    if fact.kind in ("country", "countries"):
        return frozenset(country.id for country in content.countries)
    if fact.kind == "occupation":
        return frozenset(occupation.id for occupation in content.occupations)
    return None


def measured(term: Any, facts: dict[str, Fact], figures: dict[str, Figure]) -> Measured | None:
    """Tell whether a term gives a number or a day; None if its fact or figure is not known."""
    if isinstance(term, x.FactTerm):
        fact = facts.get(term.fact)
        return ("day" if fact.kind == "date" else "number") if fact else None
    if isinstance(term, x.FigureTerm):
        figure = figures.get(term.figure)
        return ("day" if any(value.day for value in figure.values) else "number") if figure else None
    return "day" if isinstance(term, x.Day | x.Today) else "number"


_Fault = tuple[str | int, ...]


def _misplaced(node: Any, path: Path, collection: str) -> str | None:
    """Return what is wrong if a test stands where nobody judges it."""
    if isinstance(node, x.ConditionMet) and (collection != "routes" or path[0] != "requires"):
        return "A test 'condition' may stand in 'requires' of a route only. Write the test itself."
    if isinstance(node, x.RouteIs | x.ProcedureIs) and collection not in WITH_A_PLAN:
        return (
            f"A test '{type(node).__struct_config__.tag}' may stand in {', '.join(WITH_A_PLAN)} only. Write it without."
        )
    return None


def _faults(node: Any, content: Content, facts: dict[str, Fact], figures: dict[str, Figure]) -> list[_Fault]:
    """Return message and inner path of each fault of one node."""
    if isinstance(node, x.All | x.AnyOf | x.Sum | x.Largest):
        return [] if node.of else [("The list 'of' is empty. Name at least one part.", "of")]
    if isinstance(node, x.AtLeast | x.AtMost | x.MoreThan | x.Before):
        return _compared(node, facts, figures)
    if isinstance(node, x.MonthsBetween | x.DaysBetween):
        return _must_be("day", (("start", node.start), ("end", node.end)), facts, figures)
    fact = facts.get(getattr(node, "fact", ""))
    return _of_fact(node, fact, content) if fact else []


def _compared(node: Any, facts: dict[str, Fact], figures: dict[str, Figure]) -> list[_Fault]:
    sides = {measured(node.left, facts, figures), measured(node.right, facts, figures)} - {None}
    return [("A number is compared with a day. Compare like with like.",)] if len(sides) == 2 else []


def _must_be(
    wanted: Measured, terms: tuple[tuple[str, Any], ...], facts: dict[str, Fact], figures: dict[str, Figure]
) -> list[_Fault]:
    wrong = [name for name, term in terms if measured(term, facts, figures) not in (wanted, None)]
    return [(f"'{name}' must be a {wanted}. Name a date fact, a day or today.", name) for name in wrong]


def _of_fact(node: Any, fact: Fact, content: Content) -> list[_Fault]:
    wanted, words = _ONE_KIND.get(type(node), ((fact.kind,), ""))
    test = type(node).__struct_config__.tag
    if fact.kind not in wanted:
        return [(f"'{test}' needs {words}, but '{fact.id}' is of kind {fact.kind}. Use another test.", "fact")]
    if isinstance(node, x.LevelAtLeast) and not {choice.value for choice in fact.choices} <= LEVELS:
        return [(f"'{test}' needs a language level, which '{fact.id}' is not. Use 'in'.", "fact")]
    if isinstance(node, x.BeginsWith):
        return [] if all(prefix.isdigit() for prefix in node.prefixes) else [("A prefix of a code has digits only.",)]
    given = (node.value,) if isinstance(node, x.Is) else node.values if isinstance(node, x.In | x.NotIn) else ()
    allowed = allowed_values(fact, content)
    wrong = [value for value in given if allowed is not None and value not in allowed]
    return [(f"'{fact.id}' has no value '{value}'. {_choose(fact, allowed)}",) for value in wrong]


def _choose(fact: Fact, allowed: frozenset[str] | None) -> str:
    if fact.kind in ("choice", "yes_no"):
        return f"Choose among: {', '.join(sorted(allowed or ()))}."
    return f"Name an id of the {'occupations' if fact.kind == 'occupation' else 'countries'}."
