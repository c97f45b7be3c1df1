"""Offices and recognition bodies in words that every room shares."""

from __future__ import annotations

from employer_assistant.content.model import Body, Mission, Office
from employer_assistant.content.phrases import phrase, text


def address_lines(desk: Office | Body, language: str) -> tuple[str, ...]:
    """Return the address by lines (street, place with its remark) as far as it is known; empty if nothing is."""
    lines = postal_lines(desk)
    if isinstance(desk, Body) or desk.address.remark is None:
        return lines
    remark = f"({text(desk.address.remark, language)})"
    return (*lines[:-1], f"{lines[-1]} {remark}") if lines else (remark,)


def mission_name(mission: Mission, language: str) -> str:
    """Return what a German mission is called: its kind and its city."""
    kind = phrase(f"page.missions.{mission.kind.replace(' ', '-')}", language)
    return phrase("page.missions.name", language, kind=kind, city=text(mission.city, language))


def phone_line(desk: Office | Body, language: str) -> str:
    """Return the phone with its remark; a number that the user corrected stands alone. Empty if none is known."""
    corrected = any(one.field == "phone" and one.value != one.content for one in desk.checked)
    if not desk.phone or desk.phone_remark is None or corrected:
        return desk.phone
    return f"{desk.phone} ({text(desk.phone_remark, language)})"


def postal_lines(desk: Office | Body) -> tuple[str, ...]:
    """Return street and place as they stand on a letter, as far as they are known."""
    if isinstance(desk, Body):
        return (desk.address,) if desk.address else ()
    place = f"{desk.address.postcode} {desk.address.city}".strip()
    return tuple(line for line in (desk.address.street, place) if line)
