"""Checks of the ways to reach a desk: that what is said of one desk fits together."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from employer_assistant.content.checks.reporter import Reporter
from employer_assistant.content.model import Body, Content, Office, Text

CHANNELS = {
    "email": re.compile(r"\bper e-?mail|\bby e-?mail", re.IGNORECASE),
    "phone": re.compile(r"^telefon |\bam telefon|\btelefonisch|^phone |\bby phone|\bon the phone", re.IGNORECASE),
}
"""Words that send people to a way of reaching the desk: it must be known, or the words say that it is not."""
KEPT = {"phone": "phone", "email": "email", "web": "web", "opening_hours": "hours"}
"""What ``missing_fields`` calls a field, and the field."""
_HOST = re.compile(r"(?<![\w-])(?:[\w-]+\.)+[a-z]{2,}\b")
_TOWN = re.compile(r"\b\d{5} (.+)$")


def check_ways(content: Content, reporter: Reporter) -> None:
    """Report a phone of another town, a channel without its address, two hosts of one name, a wrong "missing"."""
    town_of = _towns(content)
    for collection, desk in _desks(content):
        faults = [*_phone(desk, town_of), *_channels(desk), *_hosts(desk)]
        for field, message in (*faults, *(_missing(desk) if isinstance(desk, Office) else ())):
            reporter.report(collection, desk.id, message, field)


def _desks(content: Content) -> Iterator[tuple[str, Office | Body]]:
    yield from (("offices", desk) for desk in content.offices)
    yield from (("bodies", desk) for desk in content.bodies)


def _town(desk: Office | Body) -> str:
    if isinstance(desk, Office):
        return desk.address.city
    found = _TOWN.search(desk.address)
    return found.group(1) if found else ""


def _code(desk: Office | Body) -> str:
    """Return the area code; empty for numbers of the whole country."""
    number = desk.phone.replace("+49 ", "0")
    return "" if number.startswith(("0800", "0180", "01")) else number.partition(" ")[0]


def _towns(content: Content) -> dict[str, str]:
    """Return the town of each area code: the one most desks of that code stand in."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for _, desk in _desks(content):
        if _code(desk) and _town(desk) and desk.phone_remark is None:
            found[_code(desk)][_town(desk)] += 1
    return {code: towns.most_common(1)[0][0] for code, towns in found.items()}


def _phone(desk: Office | Body, town_of: dict[str, str]) -> Iterator[tuple[str, str]]:
    town, other = _town(desk), town_of.get(_code(desk), "")
    if town and other and town != other and desk.phone_remark is None:
        yield (
            "phone",
            f"The desk is in {town}, its phone in {other}. Write phone and address of one office, or a 'phone_remark'.",
        )


def _texts(desk: Office | Body) -> Iterator[str]:
    parts = (
        (desk.note, desk.online) if isinstance(desk, Body) else (desk.note, desk.hours, *desk.services, *desk.online)
    )
    return (words for part in parts if isinstance(part, Text) for words in (part.de, part.en))


def _channels(desk: Office | Body) -> Iterator[tuple[str, str]]:
    for field, words in CHANNELS.items():
        if not getattr(desk, field) and any(words.search(text) for text in _texts(desk)):
            yield (
                "note",
                f"A text sends people to a way of which '{field}' knows nothing. Add it, or say that it was not found.",
            )


def _hosts(desk: Office | Body) -> Iterator[tuple[str, str]]:
    """Yield web addresses whose name the desk writes with another ending: one of both is that of a former host."""
    endings: dict[str, set[str]] = defaultdict(set)
    for text in (desk.web, desk.email, *_texts(desk)):
        for host in _HOST.findall(text.lower()):
            name, ending = host.rsplit(".", 2)[-2:]
            endings[name].add(ending)
    for name, found in endings.items():
        if len(found) > 1:
            both = " and ".join(f"'{name}.{ending}'" for ending in sorted(found))
            yield "web", f"The desk names {both}. Keep the address that is in use."


def _missing(desk: Office) -> Iterator[tuple[str, str]]:
    for name, field in KEPT.items():
        if name in desk.missing_fields and getattr(desk, field):
            yield "missing_fields", f"'{name}' is said to be missing and stands there. Keep one of both."
