"""How far a desk's details can be relied on, in words, the same for papers, window and command line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from employer_assistant.content.corrections import OWN_NOTE
from employer_assistant.content.model import Body, Checked, Office
from employer_assistant.content.offices_state import office_state
from employer_assistant.content.phrases import phrase
from employer_assistant.papers.words import as_of
from employer_assistant.rules.wording import date_text


def desk_marks(desk: Office | Body, on: date, language: str) -> tuple[str, ...]:
    """Return short remarks: date or who confirmed it, age, confidence, end of money, corrections of this user."""
    return tuple(_marks(desk, on, language))


def _marks(desk: Office | Body, on: date, language: str) -> Iterator[str]:
    state = office_state(desk, on)
    if state.confirmed is not None:
        yield phrase("office.confirmed", language, **_who(state.confirmed, language))
    else:
        yield as_of(state.as_of, language)
    if state.old:
        yield phrase("office.old", language)
    if state.confidence != "high" or not state.dated or state.old:
        sure = "low" if state.confidence == "low" else "medium"
        yield phrase(f"papers.confidence.{sure}", language)
    if state.funded_until is not None:
        key = "office.funding-ended" if state.ended else "office.funded-until"
        yield phrase(key, language, day=date_text(state.funded_until, language))
    for one in state.corrected:
        if one.field != OWN_NOTE and not one.differs:
            key = "office.right" if one.value == one.content else "office.corrected"
            yield phrase(key, language, field=field_name(one.field, language), **_who(one, language))
    for one in state.differing:
        yield _difference(one, language)


def field_name(field: str, language: str) -> str:
    """Return the name of a field that can be corrected."""
    return phrase(f"office.field.{field}", language)


def _difference(one: Checked, language: str) -> str:
    who = _who(one, language)
    if not one.field:
        return phrase("office.differs-whole", language, **who)
    nothing = phrase("office.nothing", language)
    words = {"field": field_name(one.field, language), "content": one.content or nothing, "value": one.value or nothing}
    return phrase("office.differs", language, **words, **who)


def _who(one: Checked, language: str) -> dict[str, str]:
    return {"day": date_text(one.on, language), "by": one.by}
