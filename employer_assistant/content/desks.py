"""Offices and recognition bodies in words that every room shares."""

from __future__ import annotations

from employer_assistant.content.model import Body, Office
from employer_assistant.content.phrases import text


def address_lines(desk: Office | Body, language: str) -> tuple[str, ...]:
    """Return the address by lines (street, place, remark) as far as it is known; empty if nothing is."""
    if isinstance(desk, Body):
        return (desk.address,) if desk.address else ()
    place = f"{desk.address.postcode} {desk.address.city}".strip()
    remark = f"({text(desk.address.remark, language)})" if desk.address.remark else ""
    return tuple(line for line in (desk.address.street, place, remark) if line)
