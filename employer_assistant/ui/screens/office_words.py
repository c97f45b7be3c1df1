"""A desk in words: name, how to reach it, how old the details are, and what is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from employer_assistant.content.corrections import OWN_NOTE
from employer_assistant.content.desks import address_lines, phone_line
from employer_assistant.content.model import Body, Office
from employer_assistant.content.offices_state import office_state
from employer_assistant.papers.desk_marks import desk_marks
from employer_assistant.papers.words import as_of
from employer_assistant.storage.corrections import CorrectionsError
from employer_assistant.ui.context import Context
from employer_assistant.ui.kit.colours import Tone
from employer_assistant.ui.screens.parts import breakable


def name(desk: Office | Body, context: Context) -> str:
    """Return the name of a desk."""
    return context.words(desk.name)


def address(desk: Office | Body, context: Context) -> tuple[str, ...]:
    """Return the lines of the address, as far as they are known."""
    return address_lines(desk, context.language)


def reach(desk: Office | Body, context: Context) -> tuple[str, ...]:
    """Return telephone, mail and web, each with its name; what is not known is left out here and named as missing."""
    found = (("phone", phone_line(desk, context.language)), ("email", desk.email), ("web", desk.web))
    return tuple(
        context.t("papers.findings.answer.one", label=context.t(f"papers.contacts.{label}"), answer=value)
        for label, value in found
        if value
    )


def marks(desk: Office | Body, context: Context) -> tuple[str, ...]:
    """Return how far the details can be relied on: date or who confirmed them, age, money that ends, corrections."""
    return desk_marks(desk, context.controller.today(), context.language)


def own_notes(desk: Office | Body) -> tuple[str, ...]:
    """Return what this user noted about a desk."""
    return tuple(one.value for one in desk.checked if one.field == OWN_NOTE and one.value)


def missing(desk: Office | Body, context: Context) -> str:
    """Return what was not found out about a desk, empty if nothing is missing."""
    if isinstance(desk, Office):
        fields = context.words(desk.missing) if desk.missing is not None else ""
    else:
        known = (("address", desk.address), ("phone", desk.phone), ("email", desk.email))
        fields = ", ".join(context.t(f"papers.contacts.{label}") for label, value in known if not value)
    return context.t("page.office.missing", fields=fields) if fields else ""


def state_word(desk: Office | Body, context: Context) -> tuple[str, Tone]:
    """Return the word that marks a desk, and its tone: confirmed by this user, or wanting a check; empty if neither."""
    state = office_state(desk, context.controller.today())
    if state.wants_check:
        return context.t("papers.confidence.low" if desk.confidence == "low" else "papers.confidence.medium"), "caution"
    if state.confirmed is not None:
        return context.t("page.office.confirmed"), "positive"
    return ("" if desk.confidence == "high" else context.t(f"papers.confidence.{desk.confidence}")), "caution"


def more(desk: Office | Body, context: Context) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what else is known, each under its heading: what it is for, hours, services, languages, remarks."""
    words: Callable[..., str] = context.words
    if isinstance(desk, Body):
        yield "page.office.competent", (words(desk.competent_for), words(desk.district))
        notes = tuple(words(text) for text in (desk.fee, desk.duration, desk.online) if text is not None)
        yield "page.office.note", (*notes, *((words(desk.note),) if desk.note else ()))
        yield "page.office.sources", read_where(desk.sources, context)
        return
    yield "page.office.operator", (words(desk.operator),) if desk.operator else ()
    yield "papers.contacts.hours", (words(desk.hours),) if desk.hours else ()
    yield "page.office.services", tuple(words(service) for service in desk.services)
    yield "page.office.online", tuple(words(online) for online in desk.online)
    yield "page.office.note", (words(desk.note),) if desk.note else ()
    yield "page.office.sources", read_where(desk.sources, context)


def read_where(sources: tuple[str, ...], context: Context) -> tuple[str, ...]:
    """Return where something was read: title, date and address of each source."""
    known = (context.library.sources[source] for source in sources)
    return tuple(
        context.t("page.separator").join(
            part for part in (one.title, as_of(one.as_of, context.language), breakable(one.url)) if part
        )
        for one in known
    )


def as_text(desk: Office | Body, context: Context) -> str:
    """Return everything needed to write or call, as lines to paste elsewhere."""
    lines = (
        name(desk, context),
        *address(desk, context),
        *reach(desk, context),
        "; ".join(dict.fromkeys((*marks(desk, context), state_word(desk, context)[0]))).strip("; "),
    )
    return "\n".join(line for line in lines if line)


def entry_count(context: Context) -> int:
    """Return how many confirmations and corrections this user has, none if their file cannot be read."""
    try:
        return len(context.controller.shelf.entries())
    except CorrectionsError:
        return 0
