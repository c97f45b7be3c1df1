"""Judging a test over a situation: met, unmet or unknown, with the facts and figures it rested on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from dateutil.relativedelta import relativedelta

from employer_assistant.content import expressions as x
from employer_assistant.rules.answers import Answer, plain
from employer_assistant.rules.situation import Situation
from employer_assistant.rules.verdict import Verdict, all_of, any_of, negated, verdict_of

Quantity: TypeAlias = Decimal | date
LEVELS = ("none", "a1", "a2", "b1", "b2", "c1", "c2")
"""Language levels of the Common European Framework, lowest first."""


@dataclass(frozen=True)
class Judgement:
    """A verdict, all facts the test asks about, those whose answer is still missing and matters, the figures used."""

    verdict: Verdict
    facts: tuple[str, ...] = ()
    open_facts: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()


def holds(test: x.Test, situation: Situation) -> bool:
    """Tell whether the test is met for sure."""
    return judge(test, situation).verdict is Verdict.MET


def possible(test: x.Test | None, situation: Situation) -> bool:
    """Tell whether a note with this test can be about the situation: it has none, or no answer rules it out."""
    return test is None or judge(test, situation).verdict is not Verdict.UNMET


def judge(test: x.Test, situation: Situation, moment: str = "decision") -> Judgement:
    """Judge one test. ``moment`` names the event to which ages and spans count."""
    match test:
        case x.All(of=parts):
            return _joined([judge(part, situation, moment) for part in parts], all_of)
        case x.AnyOf(of=parts):
            return _joined([judge(part, situation, moment) for part in parts], any_of)
        case x.Not(of=part):
            inner = judge(part, situation, moment)
            return Judgement(negated(inner.verdict), inner.facts, inner.open_facts, inner.figures)
        case x.AtLeast() | x.AtMost() | x.MoreThan() | x.Before():
            return _compared(test, situation, moment)
        case x.ConditionMet() | x.RouteIs() | x.ProcedureIs():
            raise TypeError(f"{type(test).__name__} is judged by the route or the plan, not here")
    return _about_one_fact(test, situation, moment)


def telling_figures(test: x.Test, situation: Situation, moment: str = "decision") -> tuple[str, ...]:
    """Return the figures a verdict rests on: once an alternative is met, those of the unmet ones say nothing."""
    if not isinstance(test, x.All | x.AnyOf):
        return judge(test, situation, moment).figures
    parts = [part for part in test.of if judge(part, situation, moment).verdict is Verdict.MET]
    told = parts if parts and isinstance(test, x.AnyOf) else test.of
    return unique(figure for part in told for figure in telling_figures(part, situation, moment))


def unique(items: Iterable[str]) -> tuple[str, ...]:
    """Return the items without repeats, in their order."""
    return tuple(dict.fromkeys(items))


def _joined(parts: list[Judgement], join: Callable[[Iterable[Verdict]], Verdict]) -> Judgement:
    verdict = join(part.verdict for part in parts)
    undecided = [part for part in parts if part.verdict is Verdict.UNKNOWN] if verdict is Verdict.UNKNOWN else []
    return Judgement(
        verdict,
        unique(fact for part in parts for fact in part.facts),
        unique(fact for part in undecided for fact in part.open_facts),
        unique(figure for part in parts for figure in part.figures),
    )


_OneFact: TypeAlias = x.Is | x.In | x.NotIn | x.LevelAtLeast | x.BeginsWith | x.WithinYears | x.CountryListed


def _about_one_fact(test: _OneFact, situation: Situation, moment: str) -> Judgement:
    answer = situation.value(test.fact)
    able = (answer,) if answer is not None else situation.able(test.fact)
    verdicts = {_answered(test, one, situation, moment) for one in able}
    verdict = verdicts.pop() if len(verdicts) == 1 else Verdict.UNKNOWN
    open_facts = (test.fact,) if verdict is Verdict.UNKNOWN else ()
    return Judgement(verdict, (test.fact,), open_facts)


def _answered(test: _OneFact, answer: Answer, situation: Situation, moment: str) -> Verdict:
    given = answer if isinstance(answer, tuple) else (plain(answer),)
    match test:
        case x.Is(value=value):
            return verdict_of(value in given)
        case x.In(values=values):
            return verdict_of(any(value in values for value in given))
        case x.NotIn(values=values):
            return verdict_of(all(value not in values for value in given))
        case x.LevelAtLeast(level=level):
            return verdict_of(LEVELS.index(given[0]) >= LEVELS.index(level))
        case x.BeginsWith(prefixes=prefixes):
            return verdict_of(given[0].startswith(prefixes))
        case x.WithinYears(years=years):
            day = answer if isinstance(answer, date) else situation.on
            return verdict_of(situation.counted_to(moment) <= day + relativedelta(years=years))
    country = situation.library.countries.get(given[0])
    listed = country.annex_38 if country else None
    return Verdict.UNKNOWN if listed is None else verdict_of(listed)


def _compared(test: x.AtLeast | x.AtMost | x.MoreThan | x.Before, situation: Situation, moment: str) -> Judgement:
    left, right = measure(test.left, situation, moment), measure(test.right, situation, moment)
    facts = unique((*left.facts, *right.facts))
    figures = unique((*left.figures, *right.figures))
    possible = {_holds(test, one, other) for one in (left.low, left.high) for other in (right.low, right.high)}
    if len(possible) > 1 or None in possible:
        return Judgement(Verdict.UNKNOWN, facts, unique((*left.open_facts, *right.open_facts)), figures)
    return Judgement(verdict_of(True in possible), facts, (), figures)


def _holds(
    test: x.AtLeast | x.AtMost | x.MoreThan | x.Before, left: Quantity | None, right: Quantity | None
) -> bool | None:
    """Compare two values; None if one is not known."""
    if left is None or right is None:
        return None
    order = _order(left, right)
    return {x.AtLeast: order >= 0, x.AtMost: order <= 0, x.MoreThan: order > 0, x.Before: order < 0}[type(test)]


def _order(left: Quantity, right: Quantity) -> int:
    if isinstance(left, date) and isinstance(right, date):
        return (left - right).days
    if isinstance(left, Decimal) and isinstance(right, Decimal):
        return 1 if left > right else -1 if left < right else 0
    raise TypeError("A day cannot be compared with a number")


@dataclass(frozen=True)
class Measure:
    """A term lies between ``low`` and ``high`` (None = not known), and what it rested on.

    Points whose test is not known are worth nothing up to all of them; everything else is known exactly or not at all.
    """

    low: Quantity | None
    high: Quantity | None
    facts: tuple[str, ...] = ()
    open_facts: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()

    @property
    def value(self) -> Quantity | None:
        """The value if it is known exactly."""
        return self.low if self.low == self.high else None


def _exactly(
    value: Quantity | None,
    facts: tuple[str, ...] = (),
    open_facts: tuple[str, ...] = (),
    figures: tuple[str, ...] = (),
) -> Measure:
    return Measure(value, value, facts, open_facts, figures)


def measure(term: x.Term, situation: Situation, moment: str) -> Measure:
    """Work out one term."""
    match term:
        case x.Number(value=value):
            return _exactly(value)
        case x.Day(on=day):
            return _exactly(day)
        case x.Today():
            return _exactly(situation.on)
        case x.FigureTerm(figure=figure):
            return _exactly(situation.deciding_figure(figure), figures=(figure,))
        case x.FactTerm(fact=fact):
            return _of_fact(fact, situation)
        case x.Age(fact=fact) | x.YearsSince(fact=fact):
            return _span(fact, situation, moment, lambda gap: gap.years)
        case x.MonthsSince(fact=fact):
            return _span(fact, situation, moment, lambda gap: gap.years * 12 + gap.months)
        case x.MonthsBetween(start=start, end=end):
            return _combined([measure(start, situation, moment), measure(end, situation, moment)], _months_between)
        case x.DaysBetween(start=start, end=end):
            return _combined([measure(start, situation, moment), measure(end, situation, moment)], _days_between)
        case x.Sum(of=parts):
            return _combined([measure(part, situation, moment) for part in parts], sum)
        case x.Largest(of=parts):
            return _combined([measure(part, situation, moment) for part in parts], max)
        case x.Points(when=when, points=points):
            judged = judge(when, situation, moment)
            low = points if judged.verdict is Verdict.MET else Decimal(0)
            high = Decimal(0) if judged.verdict is Verdict.UNMET else points
            return Measure(low, high, judged.facts, judged.open_facts, judged.figures)


def _of_fact(fact: str, situation: Situation) -> Measure:
    answer = situation.value(fact)
    if isinstance(answer, Decimal | date):
        return _exactly(answer, (fact,))
    return _exactly(None, (fact,), (fact,))


def _span(fact: str, situation: Situation, moment: str, count: Callable[[relativedelta], int]) -> Measure:
    found = _of_fact(fact, situation)
    if not isinstance(found.value, date):
        return found
    gap = relativedelta(situation.counted_to(moment), found.value)
    return _exactly(Decimal(count(gap)), found.facts)


def _combined(parts: list[Measure], join: Callable[..., object]) -> Measure:
    facts = unique(fact for part in parts for fact in part.facts)
    figures = unique(figure for part in parts for figure in part.figures)
    open_facts = unique(fact for part in parts if part.value is None for fact in part.open_facts)
    low, high = (_joined_values([getattr(part, end) for part in parts], join) for end in ("low", "high"))
    return Measure(low, high, facts, open_facts, figures)


def _joined_values(values: list[Quantity | None], join: Callable[..., object]) -> Decimal | None:
    return None if None in values else Decimal(str(join(values)))


def _months_between(days: list[date]) -> int:
    """Count begun months, so that "at most six" means: on or before the day six months later."""
    gap = relativedelta(days[1], days[0])
    whole = gap.years * 12 + gap.months
    return whole + (1 if days[0] + relativedelta(months=whole) < days[1] else 0)


def _days_between(days: list[date]) -> int:
    return (days[1] - days[0]).days
