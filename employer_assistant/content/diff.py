"""What changed between two versions of the content, as data: items added, removed, changed, and in what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal, TypeAlias, get_args

from msgspec import Struct

from employer_assistant.content import expressions as x
from employer_assistant.content.assemble import LISTS
from employer_assistant.content.model import Content, Deadline, FigureValue, Route, Ruleset, Text

Shown: TypeAlias = "Text | str | Decimal | date | int | bool | None"
Names: TypeAlias = "dict[str, Text | str]"

ASPECTS = {
    **dict.fromkeys(("title", "name", "label", "topic"), "name"),
    **dict.fromkeys(("norm", "norms", "paragraph"), "norm"),
    **dict.fromkeys(("met_when", "requires", "when", "applies_if", "applies_to", "derived", "remedy_steps"), "rule"),
    **dict.fromkeys(("valid_from", "valid_to"), "validity"),
    **dict.fromkeys(("street", "postcode", "city", "address"), "address"),
    **dict.fromkeys(("duration", "variants"), "duration"),
    **dict.fromkeys(("documents", "documents_if"), "documents"),
    **dict.fromkeys(("value", "day", "unit"), "value"),
    **dict.fromkeys(("sources", "source", "as_of", "confidence"), "source"),
    **dict.fromkeys(("choices", "values"), "choices"),
    **{name: name for name in ("deadlines", "depends_on", "fee", "phone", "email", "web", "hours", "rank", "kind")},
    **dict.fromkeys(("fee_variants", "also_due"), "fee"),
    "ends_after": "depends_on",
    **{name: name for name in ("status", "outcome", "ba_approval", "accelerated", "districts", "bodies")},
}
"""The name under which a field is shown (phrase ``diff.aspect.<name>``); others: ``wording`` for texts, ``details``."""

LINES = ("routes", "conditions", "figures", "steps", "documents", "offices", "bodies")
_TITLES = ("title", "name", "label", "topic", "text")
_RULES = (*get_args(x.Test), *get_args(x.Term))


@dataclass(frozen=True)
class Detail:
    """One thing that changed in an item. ``under`` names a part of it: a deadline, a period of a figure."""

    aspect: str
    old: Shown
    new: Shown
    under: Text | tuple[date, date | None] | None = None


@dataclass(frozen=True)
class Difference:
    """An item that was added, removed or changed. ``of`` is the route (or rule set) that a condition belongs to."""

    collection: str
    id: str
    change: Literal["added", "removed", "changed"]
    title: Text | str
    of: Text | str | None = None
    details: tuple[Detail, ...] = ()


def differences(old: Content, new: Content) -> tuple[Difference, ...]:
    """Return all that differs: version and date of the law, then what decides cases, then the rest."""
    names = {**_names(old), **_names(new)}
    found = list(_head(old, new))
    before, after = dict(_collections(old)), dict(_collections(new))
    for collection in (*LINES, *(name for name in before if name not in LINES)):
        found += _compared(collection, before[collection], after[collection], names)
    return tuple(found)


def _head(old: Content, new: Content) -> Iterator[Difference]:
    fields = ("version", "law_as_of", "read_on")
    details = [Detail(name, getattr(old, name), getattr(new, name)) for name in fields]
    changed = tuple(detail for detail in details if detail.old != detail.new)
    if changed:
        yield Difference("meta", "meta", "changed", new.version, details=changed)
    if old.interview != new.interview:
        yield Difference("interview", "interview", "changed", "")
    if any(getattr(old, name) != getattr(new, name) for name in ("holidays", "mission_holidays", "desk_days_off")):
        yield Difference("holidays", "holidays", "changed", "")


_Items: TypeAlias = "dict[str, tuple[Struct, Text | str | None]]"


def _collections(content: Content) -> Iterator[tuple[str, _Items]]:
    """Return every collection by id; conditions of routes and rule sets form one of their own."""
    conditions: _Items = {condition.id: (condition, None) for condition in content.shared_conditions}
    holders: tuple[Route | Ruleset, ...] = (*content.routes, *content.rulesets)
    for holder in holders:
        conditions |= {condition.id: (condition, holder.title) for condition in holder.conditions}
    yield "conditions", conditions
    for name in LISTS:
        if name != "shared_conditions":
            yield name, {item.id: (item, None) for item in getattr(content, name)}


def _names(content: Content) -> Names:
    return {item_id: _title(item) for _, items in _collections(content) for item_id, (item, _) in items.items()}


def _title(item: Struct) -> Text | str:
    found = (getattr(item, name, None) for name in _TITLES)
    title: Text | str = next((name for name in found if name), getattr(item, "id", ""))
    return title


def _compared(collection: str, old: _Items, new: _Items, names: Names) -> Iterator[Difference]:
    for item_id, (item, of) in new.items():
        if item_id not in old:
            yield Difference(collection, item_id, "added", _title(item), of)
        elif old[item_id][0] != item:
            details = tuple(dict.fromkeys(_details(old[item_id][0], item, names)))
            if details:
                yield Difference(collection, item_id, "changed", _title(item), of, details)
    for item_id, (item, of) in old.items():
        if item_id not in new:
            yield Difference(collection, item_id, "removed", _title(item), of)


def _details(old: Struct, new: Struct, names: Names) -> Iterator[Detail]:
    for name in new.__struct_fields__:
        before, after = getattr(old, name), getattr(new, name)
        if before == after or name == "conditions":
            continue
        yield from _of_field(name, before, after, names)


def _of_field(name: str, old: Any, new: Any, names: Names) -> Iterator[Detail]:
    aspect = ASPECTS.get(name, "wording" if isinstance(old or new, Text) else "details")
    sample = new if new not in (None, ()) else old
    if isinstance(sample, (*_RULES, Mapping)):
        yield Detail(aspect, None, None)
    elif isinstance(sample, Text) or not isinstance(sample, Struct | tuple):
        yield Detail(aspect, old, new)
    elif isinstance(sample, Struct):
        if old is None or new is None:
            yield Detail(aspect, None, None)
        else:
            yield from (Detail(aspect, d.old, d.new, d.under) for d in _details(old, new, names))
    elif isinstance(sample[0], FigureValue):
        yield from _periods(old, new)
    elif isinstance(sample[0], Deadline):
        yield from _deadlines(old, new)
    elif isinstance(sample[0], Text | str):
        yield from (Detail(aspect, _name(one, names), None) for one in old if one not in new)
        yield from (Detail(aspect, None, _name(one, names)) for one in new if one not in old)
    else:
        yield Detail(aspect, None, None)


def _name(value: Text | str, names: Names) -> Text | str:
    return names.get(value, value) if isinstance(value, str) else value


def _periods(old: tuple[FigureValue, ...], new: tuple[FigureValue, ...]) -> Iterator[Detail]:
    before, after = ({value.valid_from: value for value in values} for values in (old, new))
    for start in sorted({*before, *after}):
        was, now = before.get(start), after.get(start)
        if was == now:
            continue
        known = now or was
        period = (start, known.valid_to) if known else None
        if was is None or now is None or _amount(was) != _amount(now):
            yield Detail("value", _amount(was), _amount(now), period)
        if was is not None and now is not None:
            for name in ("valid_to", "status", "norm", "note"):
                if getattr(was, name) != getattr(now, name):
                    yield Detail(ASPECTS.get(name, "wording"), getattr(was, name), getattr(now, name), period)


def _amount(value: FigureValue | None) -> Shown:
    return None if value is None else value.day or value.value


def _deadlines(old: tuple[Deadline, ...], new: tuple[Deadline, ...]) -> Iterator[Detail]:
    """Pair deadlines that count from the same event in the same way; what is left over came or went."""
    left = list(old)
    for deadline in new:
        was = next((one for one in left if _counted(one) == _counted(deadline)), None)
        if was is None:
            yield Detail("deadlines", None, deadline.text)
            continue
        left.remove(was)
        if (was.value, was.unit) != (deadline.value, deadline.unit):
            yield Detail("deadlines", _span(was), _span(deadline), deadline.text)
        elif was != deadline:
            yield Detail("deadlines", was.text, deadline.text)
    yield from (Detail("deadlines", one.text, None) for one in left)


def _counted(deadline: Deadline) -> tuple[str, str]:
    return deadline.anchor_event, deadline.relation


def _span(deadline: Deadline) -> str:
    return f"{deadline.value if deadline.value is not None else ''} {deadline.unit or ''}".strip()
