"""A desk in words: name, how to reach it, how old the details are, and what is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from employer_assistant.content.desks import address_lines
from employer_assistant.content.model import Body, Office
from employer_assistant.papers.words import as_of
from employer_assistant.ui.context import Context


def name(desk: Office | Body, context: Context) -> str:
    """Return the name of a desk."""
    return context.words(desk.name)


def address(desk: Office | Body, context: Context) -> tuple[str, ...]:
    """Return the lines of the address, as far as they are known."""
    return address_lines(desk, context.language)


def reach(desk: Office | Body, context: Context) -> tuple[str, ...]:
    """Return telephone, mail and web, each with its name; what is not known is left out here and named as missing."""
    found = (("phone", desk.phone), ("email", desk.email), ("web", desk.web))
    return tuple(
        context.t("papers.findings.answer.one", label=context.t(f"papers.contacts.{label}"), answer=value)
        for label, value in found
        if value
    )


def age(desk: Office | Body, context: Context) -> str:
    """Return how old the details are."""
    return context.t("page.office.as_of", day=as_of(desk.as_of, context.language))


def missing(desk: Office | Body, context: Context) -> str:
    """Return what was not found out about a desk, empty if nothing is missing."""
    if isinstance(desk, Office):
        fields = context.words(desk.missing) if desk.missing is not None else ""
    else:
        known = (("address", desk.address), ("phone", desk.phone), ("email", desk.email))
        fields = ", ".join(context.t(f"papers.contacts.{label}") for label, value in known if not value)
    return context.t("page.office.missing", fields=fields) if fields else ""


def confidence(desk: Office | Body, context: Context) -> str:
    """Return the mark of a desk whose details want a check, empty for good ones."""
    return "" if desk.confidence == "high" else context.t(f"papers.confidence.{desk.confidence}")


def more(desk: Office | Body, context: Context) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what else is known, each under its heading: what it is for, hours, services, languages, remarks."""
    words: Callable[..., str] = context.words
    if isinstance(desk, Body):
        yield "page.office.competent", (words(desk.competent_for), words(desk.district))
        notes = tuple(words(text) for text in (desk.fee, desk.duration, desk.online) if text is not None)
        yield "page.office.note", notes
        return
    yield "page.office.operator", (words(desk.operator),) if desk.operator else ()
    yield "papers.contacts.hours", (words(desk.hours),) if desk.hours else ()
    yield "page.office.services", tuple(words(service) for service in desk.services)
    yield "page.office.online", tuple(words(online) for online in desk.online)
    yield "page.office.note", (words(desk.note),) if desk.note else ()


def as_text(desk: Office | Body, context: Context) -> str:
    """Return everything needed to write or call, as lines to paste elsewhere."""
    lines = (
        name(desk, context),
        *address(desk, context),
        *reach(desk, context),
        age(desk, context),
        confidence(desk, context),
    )
    return "\n".join(line for line in lines if line)
