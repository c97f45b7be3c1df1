"""What the user knows better about a desk than the pack does: confirmed or corrected, with date and initials.

A correction stays when new content comes. It outranks the content until it is taken back; where the content has changed
meanwhile, both are shown. Confirming holds for what the desk said on that day: once the content says something else, it
no longer counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec
from msgspec.structs import replace

from employer_assistant.content.model import Body, Checked, Content, Office, Text

WHOLE = ""
"""In place of a field: the desk as a whole was confirmed."""
IN_ADDRESS = ("street", "postcode", "city")
OWN_NOTE = "own_note"
"""A note of this user beside what the content says. It stays in window and command line and is never printed."""
CONFIRMED = (*IN_ADDRESS, "phone", "email", "web", "hours")
"""What confirming a desk as a whole covers."""
FIELDS = (*CONFIRMED, OWN_NOTE)
KEPT_BY_BODIES = (WHOLE, "phone", "email", "web", OWN_NOTE)
_MISSING = {**{name: f"address.{name}" for name in IN_ADDRESS}, "hours": "opening_hours"}


class Correction(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One entry. ``old`` is what the content said when it was made; ``confirmed``: that was found to be right."""

    office: str
    field: str = WHOLE
    old: str
    new: str
    confirmed: bool = False
    on: date
    by: str


def confirmation(desk: Office | Body, on: date, by: str) -> Correction:
    """Return the entry that a desk as it stands was found to be right."""
    return Correction(office=desk.id, old=_all(desk), new=_all(desk), confirmed=True, on=on, by=by)


def correction(desk: Office | Body, field: str, value: str, on: date, by: str) -> Correction:
    """Return the entry that a field is otherwise; ``desk`` is as the content has it. Raises KeyError if it has none."""
    old = value_of(desk, field)
    return Correction(office=desk.id, field=field, old=old, new=value, confirmed=old == value, on=on, by=by)


def value_of(desk: Office | Body, field: str) -> str:
    """Return what a desk says in a field; a body has its address in one piece. Raises KeyError for other fields."""
    if field not in FIELDS or (isinstance(desk, Body) and field in ("hours", "postcode", "city")):
        raise KeyError(field)
    if field == OWN_NOTE:
        return next((one.value for one in desk.checked if one.field == OWN_NOTE), "")
    if field in IN_ADDRESS:
        return desk.address if isinstance(desk, Body) else str(getattr(desk.address, field))
    found = getattr(desk, field)
    return found.de if isinstance(found, Text) else found or ""


def merged(own: Sequence[Correction], others: Iterable[Correction]) -> tuple[Correction, ...]:
    """Return the entries with those of a colleague: for each desk and field the later one counts, else one's own."""
    found = {(one.office, one.field): one for one in own}
    for one in others:
        mine = found.get((one.office, one.field))
        if mine is None or one.on > mine.on:
            found[one.office, one.field] = one
    return tuple(sorted(found.values(), key=lambda one: (one.office, one.field)))


def corrected(content: Content, entries: Iterable[Correction]) -> Content:
    """Return the content as this user sees it: corrected fields replaced, confirmed desks dated and sure."""
    of: dict[str, list[Correction]] = {}
    for one in entries:
        of.setdefault(one.office, []).append(one)
    if not of:
        return content
    offices = tuple(_office(desk, of[desk.id]) if desk.id in of else desk for desk in content.offices)
    twins = {desk.id: desk for desk in content.offices}  # a chamber is desk and recognition body under one id
    bodies = tuple(
        _body(desk, of[desk.id], twins.get(desk.id, desk)) if desk.id in of else desk for desk in content.bodies
    )
    return replace(content, offices=offices, bodies=bodies)


def _office(desk: Office, entries: list[Correction]) -> Office:
    whole, fields = _checked(desk, entries)
    values = {one.field: one.value for one in fields if one.field != OWN_NOTE}
    address = {name: values.pop(name) for name in IN_ADDRESS if name in values}
    changes: dict[str, object] = dict(values)
    if "hours" in changes:
        changes["hours"] = Text(de=values["hours"], en=values["hours"]) if values["hours"] else None
    if address:
        changes["address"] = replace(desk.address, **address)
    missing, missing_fields = _still_missing(desk, {one.field for one in fields if one.value})
    known = replace(desk, **changes, missing=missing, missing_fields=missing_fields, checked=(*whole, *fields))
    return replace(known, as_of=whole[0].on.isoformat(), confidence="high") if _sure(whole) else known


def _body(desk: Body, entries: list[Correction], known_as: Office | Body) -> Body:
    parts = {one.field: one for one in entries if one.field in IN_ADDRESS}
    whole, fields = _checked(known_as, [one for one in entries if one.field in KEPT_BY_BODIES])
    changes = {one.field: one.value for one in fields if one.field != OWN_NOTE}
    if parts:
        place = " ".join(parts[name].new for name in ("postcode", "city") if name in parts)
        changes["address"] = ", ".join(
            part for part in (parts["street"].new if "street" in parts else "", place) if part
        )
    known = replace(desk, **changes, checked=(*whole, *fields))
    return replace(known, as_of=whole[0].on.isoformat(), confidence="high") if _sure(whole) else known


def _checked(desk: Office | Body, entries: list[Correction]) -> tuple[tuple[Checked, ...], tuple[Checked, ...]]:
    """Return what was confirmed as a whole, and the single fields, each compared with what the content says now."""
    whole = [
        Checked(field=WHOLE, value="", content="", on=one.on, by=one.by, differs=one.old != _all(desk))
        for one in entries
        if one.field == WHOLE
    ]
    fields = []
    for one in entries:
        if one.field == WHOLE:
            continue
        now = value_of(desk, one.field)
        differs = now not in (one.old, one.new)
        fields.append(Checked(field=one.field, value=one.new, content=now, on=one.on, by=one.by, differs=differs))
    return tuple(whole), tuple(fields)


def _sure(whole: tuple[Checked, ...]) -> bool:
    return bool(whole) and not whole[0].differs


def _still_missing(desk: Office, known: set[str]) -> tuple[Text | None, tuple[str, ...]]:
    """Return what is not known yet; the words stand in the order of the fields, else they are left as they are."""
    found = {_MISSING.get(name, name) for name in known}
    left = tuple(name for name in desk.missing_fields if name not in found)
    if not left or desk.missing is None or left == desk.missing_fields:
        return (desk.missing if left or not desk.missing_fields else None), left
    words = {language: getattr(desk.missing, language).split(", ") for language in ("de", "en")}
    if any(len(parts) != len(desk.missing_fields) for parts in words.values()):
        return desk.missing, left
    kept = {
        language: ", ".join(part for part, name in zip(parts, desk.missing_fields, strict=True) if name in left)
        for language, parts in words.items()
    }
    return Text(**kept), left


def _all(desk: Office | Body) -> str:
    """Return everything that confirming covers, one value a line."""
    fields = ("street", "phone", "email", "web") if isinstance(desk, Body) else CONFIRMED
    return "\n".join(value_of(desk, field) for field in fields)
