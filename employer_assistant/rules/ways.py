"""Ways to meet an unmet condition: which answers would have to be different, and how."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import ROUND_UP, Decimal
from itertools import combinations, product

from dateutil.relativedelta import relativedelta

from employer_assistant.content import expressions as x
from employer_assistant.content.model import Condition, Fact, LeverTo
from employer_assistant.content.walk import expressions
from employer_assistant.rules.answers import Answer, plain
from employer_assistant.rules.judge import LEVELS, judge, measure
from employer_assistant.rules.points import points_in
from employer_assistant.rules.situation import Situation, typed
from employer_assistant.rules.verdict import Verdict

MOST_FACTS = 2
OPPOSITE: Mapping[type, type[x.AtLeast | x.AtMost | x.MoreThan | x.Before]] = {
    x.AtLeast: x.Before,
    x.AtMost: x.MoreThan,
    x.MoreThan: x.AtMost,
    x.Before: x.AtLeast,
}
"""The comparison that holds exactly where another does not."""


@dataclass(frozen=True)
class Change:
    """A fact that would have to be different. ``distance`` tells how far the new value is from the old one.

    ``wait``: the first day on which time alone has brought it about. A day in the past stays what it is; ``to`` is
    then the day that would do today.
    """

    fact: str
    old: Answer
    to: Answer
    distance: Decimal
    wait: date | None = None


Way = tuple[Change, ...]


def ways_to_meet(condition: Condition, route: str, situation: Situation) -> list[Way]:
    """Return the ways, of one or two facts each that somebody can change, in which the condition stands no longer.

    Either it would be met, or it would no longer apply to the route.
    """
    moment, only_if = condition.counted_at, condition.applies_if.get(route)
    ways = list(_ways(condition.met_when, situation, moment, wanted=True))
    if only_if is not None:
        ways += _ways(only_if, situation, moment, wanted=False)
    return [tuple(_longest(change, route, situation) for change in way) for way in ways]


def _longest(change: Change, route: str, situation: Situation) -> Change:
    """From no limit at all (0, "permanent") the near choice is the most that the route allows, not the least."""
    known = situation.library.facts[change.fact]
    if known.zero is None or change.old != 0 or not isinstance(change.to, Decimal):
        return change
    room = max(change.to, min(_rooms(change.fact, route, situation), default=change.to))
    return replace(change, to=room, distance=room)


def _rooms(fact: str, route: str, situation: Situation) -> Iterator[Decimal]:
    """Return what each upper limit of the route leaves for the fact, which is 0 now; what is not known uses nothing."""
    blocking = (one for one in situation.library.routes[route].conditions if one.effect == "blocks")
    for node, moment in ((node, one.counted_at) for one in blocking for _, node in expressions(one.met_when)):
        if isinstance(node, x.AtMost) and fact in _facts_in(node.left):
            used, limit = (measure(side, situation, moment).value for side in (node.left, node.right))
            if isinstance(limit, Decimal):
                yield limit - used if isinstance(used, Decimal) else limit


def aims(fact: Fact, situation: Situation) -> tuple[LeverTo, ...] | None:
    """Return the answers a lever may lead to, as the content says and as far as they are sensible; None = any."""
    if fact.lever_to is None:
        return None
    fitting = (aim for aim in fact.lever_to if aim.when is None or judge(aim.when, situation).verdict is Verdict.MET)
    return tuple(fitting)


def _ways(test: x.Test, situation: Situation, moment: str, *, wanted: bool) -> Iterator[Way]:
    """Yield ways to make an unmet test met (or, not wanted, a met one unmet)."""
    match test:
        case x.Not(of=part):
            yield from _ways(part, situation, moment, wanted=not wanted)
        case x.All(of=parts) if wanted:
            yield from _together(parts, situation, moment, wanted=wanted)
        case x.AnyOf(of=parts) if not wanted:
            yield from _together(parts, situation, moment, wanted=wanted)
        case x.All(of=parts) | x.AnyOf(of=parts):
            for part in parts:
                yield from _ways(part, situation, moment, wanted=wanted)
        case x.AtLeast() | x.AtMost() | x.MoreThan() | x.Before():
            bound = test if wanted else OPPOSITE[type(test)](test.left, test.right)
            yield from _past_the_bound(bound, situation, moment)
            if isinstance(bound, x.AtLeast | x.MoreThan):
                yield from _by_waiting(bound, situation, moment)
                yield from _by_points(bound, situation, moment)
        case x.Is() | x.In() | x.NotIn() | x.LevelAtLeast():
            yield from _other_answer(test, situation, wanted=wanted)


def _together(parts: tuple[x.Test, ...], situation: Situation, moment: str, *, wanted: bool) -> Iterator[Way]:
    """Combine the ways of all parts that stand in the way; parts not yet known stay as they are."""
    against = Verdict.UNMET if wanted else Verdict.MET
    failing = [part for part in parts if judge(part, situation, moment).verdict is against]
    if len(failing) > MOST_FACTS:
        return
    for combined in product(*(list(_ways(part, situation, moment, wanted=wanted)) for part in failing)):
        changes = {change.fact: change for way in combined for change in way}
        if len(changes) == sum(len(way) for way in combined) <= MOST_FACTS:
            yield tuple(changes.values())


def _other_answer(test: x.Is | x.In | x.NotIn | x.LevelAtLeast, situation: Situation, *, wanted: bool) -> Iterator[Way]:
    fact, old = situation.library.facts[test.fact], situation.value(test.fact)
    if old is None or isinstance(old, tuple) or not _changeable(fact):
        return
    aimed = aims(fact, situation)
    for value in _values(test, fact, wanted=wanted):
        new = typed(fact, value)
        if new != old and (aimed is None or any(aim.value in (None, value) for aim in aimed)):
            yield (Change(fact.id, old, new, _steps_between(fact, old, value)),)


def _values(test: x.Is | x.In | x.NotIn | x.LevelAtLeast, fact: Fact, *, wanted: bool) -> tuple[str, ...]:
    """Return the values that turn the test; where "anything else" would, all others that can be chosen."""
    named: tuple[str, ...]
    match test:
        case x.LevelAtLeast(level=level):
            return (level,) if wanted else ()
        case x.Is(value=value):
            named, good = (value,), wanted
        case x.In(values=values):
            named, good = values, wanted
        case x.NotIn(values=values):
            named, good = values, not wanted
    if good:
        return named
    possible = ("true", "false") if fact.kind == "yes_no" else tuple(choice.value for choice in fact.choices)
    return tuple(value for value in possible if value not in named)


def _steps_between(fact: Fact, old: Answer, new: str) -> Decimal:
    """Count how far two choices lie apart in the order in which they are offered."""
    order = LEVELS if plain(old) in LEVELS and new in LEVELS else tuple(choice.value for choice in fact.choices)
    if new not in order or plain(old) not in order:
        return Decimal(1)
    return Decimal(abs(order.index(new) - order.index(plain(old))))


def _past_the_bound(
    test: x.AtLeast | x.AtMost | x.MoreThan | x.Before, situation: Situation, moment: str
) -> Iterator[Way]:
    """Move a fact on one side exactly to (or, for strict bounds, one past) the value of the other side."""
    left, right = measure(test.left, situation, moment).value, measure(test.right, situation, moment).value
    if left is None or right is None:
        return
    strict = {x.MoreThan: 1, x.Before: -1}.get(type(test), 0)
    for term, own, bound, margin in ((test.left, left, right, strict), (test.right, right, left, -strict)):
        for fact in _facts_in(term):
            moved, known = _moved(situation.value(fact), own, bound, margin), situation.library.facts[fact]
            if moved is not None and _changeable(known) and aims(known, situation) != ():
                yield (moved_to(fact, situation, moved),)


def _by_waiting(test: x.AtLeast | x.MoreThan, situation: Situation, moment: str) -> Iterator[Way]:
    """Wait until enough months or years have passed since a day, unless an event fixes the day counted to."""
    left, bound = test.left, measure(test.right, situation, moment).value
    if not isinstance(left, x.MonthsSince | x.YearsSince) or not isinstance(bound, Decimal):
        return
    since, on = situation.value(left.fact), situation.on
    if situation.library.facts[left.fact].changeable_by != "time" or not isinstance(since, date):
        return
    count = int(bound) + (1 if isinstance(test, x.MoreThan) else 0)
    span = relativedelta(years=count) if isinstance(left, x.YearsSince) else relativedelta(months=count)
    wait = since + span
    if (since + span).day < since.day:
        wait += timedelta(days=1)  # the last day of a shorter month does not complete it
    if situation.counted_to(moment) == on and wait > on:
        yield (Change(left.fact, since, on - span, Decimal((wait - on).days), wait),)


def _by_points(test: x.AtLeast | x.MoreThan, situation: Situation, moment: str) -> Iterator[Way]:
    """Reach the points by one more feature, else by two."""
    features = [part for part in points_in(test.left) if judge(part.when, situation, moment).verdict is Verdict.UNMET]
    ways = [way for part in features for way in _ways(part.when, situation, moment, wanted=True)]
    one = [way for way in ways if _reached(test, way, situation, moment)]
    yield from one
    if one:
        return
    for first, second in combinations(ways, 2):
        joined = {change.fact: change for change in (*first, *second)}
        both = tuple(joined.values())
        if len(both) == len(first) + len(second) <= MOST_FACTS and _reached(test, both, situation, moment):
            yield both


def _reached(test: x.Test, way: Way, situation: Situation, moment: str) -> bool:
    changed = {**situation.answers, **{change.fact: change.to for change in way}}
    return judge(test, replace(situation, answers=changed), moment).verdict is Verdict.MET


def _facts_in(term: x.Term) -> tuple[str, ...]:
    match term:
        case x.FactTerm(fact=fact):
            return (fact,)
        case x.Sum(of=parts):
            return tuple(part.fact for part in parts if isinstance(part, x.FactTerm))
    return ()


def _moved(old: Answer | None, own: Decimal | date, bound: Decimal | date, margin: int) -> Decimal | date | None:
    """Return what the fact must be so that its side reaches the bound; ``own`` is what its side is worth now."""
    if isinstance(old, Decimal) and isinstance(own, Decimal) and isinstance(bound, Decimal):
        moved = old + bound - own + margin
        return moved if moved >= 0 else None
    if isinstance(old, date) and isinstance(bound, date):
        return bound + timedelta(days=margin)
    return None


def moved_to(fact: str, situation: Situation, value: Decimal | date) -> Change:
    """Return the change of a number or day. No amount at all (0, "permanent") is never the near choice."""
    old = situation.value(fact)
    if isinstance(old, date) and isinstance(value, date):
        return Change(fact, old, value, Decimal(abs((value - old).days)))
    if isinstance(old, Decimal) and isinstance(value, Decimal):
        far = abs(value - old) if value else Decimal("Infinity")
        return Change(fact, old, value, far, _grown(fact, situation, value - old))
    raise TypeError(f"{fact} is neither a number nor a day")


def _grown(fact: str, situation: Situation, gap: Decimal) -> date | None:
    """Return the first day on which time alone has added so many months or years; None if time does not do it."""
    known = situation.library.facts[fact]
    if known.changeable_by != "time" or gap <= 0 or known.unit not in ("months", "years"):
        return None
    return situation.on + relativedelta(months=int((gap * (12 if known.unit == "years" else 1)).to_integral(ROUND_UP)))


def _changeable(fact: Fact) -> bool:
    """Tell whether somebody can really change the fact. A day in the past only recedes; it cannot be moved."""
    return fact.changeable_by != "never" and not (fact.kind == "date" and fact.changeable_by == "time")
