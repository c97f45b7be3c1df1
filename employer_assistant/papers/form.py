"""Forms: what a paper shows, in what order, for whom. Written in ``forms/*.yaml``, packed as JSON."""

from __future__ import annotations

from importlib.resources import files
from typing import Literal

import msgspec
from msgspec import Struct

from employer_assistant.content.model import Text
from employer_assistant.content.phrases import LANGUAGES, phrase

Reader = Literal["employer", "authority", "worker", "adviser"]
Who = Literal["employer", "worker", "abh", "ba", "recognition_body", "mission", "other"]
Phase = Literal["preparation", "recruiting", "recognition", "permission", "visa", "arrival", "integration", "retention"]


class FormError(ValueError):
    """A form that is not there, lacks a language or is faulty; the message is a sentence for the user."""


class _Block(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="block"):
    """Base of all blocks. ``title`` replaces the usual heading."""

    title: Text | None = None


class Cover(_Block, frozen=True, kw_only=True, tag="cover"):
    """The head of the paper and the main points. ``next_steps``: how many of the reader's next steps are named."""

    show: tuple[Literal["route", "procedure", "first_day", "begin_by", "decides", "next"], ...] = (
        "route",
        "procedure",
        "first_day",
        "begin_by",
        "decides",
        "next",
    )
    next_steps: int = 3


class Result(_Block, frozen=True, kw_only=True, tag="result"):
    """The route in words: status, who it is for, what it brings, pitfalls, warnings."""

    show: tuple[Literal["outcome", "pitfalls", "warnings"], ...] = ("outcome", "pitfalls", "warnings")


class Findings(_Block, frozen=True, kw_only=True, tag="findings"):
    """Each condition of the route with its verdict. ``show``: what stands below the sentence."""

    show: tuple[Literal["answer", "norm", "kind", "figure", "remedy"], ...] = (
        "answer",
        "norm",
        "kind",
        "figure",
        "remedy",
    )


class Routes(_Block, frozen=True, kw_only=True, tag="routes"):
    """The other routes: usable ones in a table, closed ones with the sentence that blocks."""

    which: tuple[Literal["open", "reachable", "undecided", "closed"], ...] = (
        "open",
        "reachable",
        "undecided",
        "closed",
    )


class Steps(_Block, frozen=True, kw_only=True, tag="steps"):
    """Steps with tick boxes by phase. Empty ``responsible`` or ``phases`` = all."""

    kinds: tuple[Literal["ordinary", "optional", "contingent"], ...] = ("ordinary", "optional", "contingent")
    responsible: tuple[Who, ...] = ()
    phases: tuple[Phase, ...] = ()
    show: tuple[Literal["what", "who", "when", "duration", "deadline", "desk", "fee", "hint", "norm"], ...] = (
        "what",
        "who",
        "when",
        "duration",
        "deadline",
        "desk",
        "fee",
        "hint",
    )


class DocumentsByDesk(_Block, frozen=True, kw_only=True, tag="documents_by_desk"):
    """Documents with tick boxes, under the desk that wants them. Empty ``who`` = from everybody."""

    who: tuple[Literal["worker", "employer", "both", "abh", "recognition_body", "mission", "other"], ...] = ()
    notes: bool = False


class Contacts(_Block, frozen=True, kw_only=True, tag="contacts"):
    """The desks of the plan with address, date and what is missing; ``advice``: also those that advise."""

    advice: bool = True


class Dates(_Block, frozen=True, kw_only=True, tag="dates"):
    """All deadlines in order of their days. Empty ``strength`` = all."""

    strength: tuple[Literal["statute", "practice", "recommended"], ...] = ()


class Costs(_Block, frozen=True, kw_only=True, tag="costs"):
    """Sums by payer and single amounts. Empty ``payers`` = all."""

    payers: tuple[Literal["employer", "worker", "negotiable"], ...] = ()


class LawState(_Block, frozen=True, kw_only=True, tag="law_state"):
    """Until when the law was read, which pack, what is only a draft, and who decides."""


class Words(_Block, frozen=True, kw_only=True, tag="text"):
    """A text of the form itself."""

    text: Text


class Sources(_Block, frozen=True, kw_only=True, tag="sources"):
    """The sources of everything the paper says."""


Block = (
    Cover | Result | Findings | Routes | Steps | DocumentsByDesk | Contacts | Dates | Costs | LawState | Words | Sources
)


class Form(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One paper. ``form`` is the version of this notation; ``case_title`` says how the case is named on it."""

    form: Literal[1]
    id: str
    title: Text
    reader: Reader
    languages: tuple[str, ...]
    case_title: Literal["full", "initials"] = "full"
    sections: tuple[Block, ...]


def form_ids() -> tuple[str, ...]:
    """Return the ids of all forms, sorted."""
    folder = files("employer_assistant").joinpath("data", "forms")
    return tuple(sorted(entry.name[:-5] for entry in folder.iterdir() if entry.name.endswith(".json")))


def form(form_id: str, language: str = "de") -> Form:
    """Read one form. Raises FormError with a sentence in the language (German if the app does not speak it)."""
    spoken = language if language in LANGUAGES else LANGUAGES[0]
    known = form_ids()
    if form_id not in known:
        raise FormError(phrase("papers.error.unknown-form", spoken, form=form_id, known=", ".join(known)))
    data = files("employer_assistant").joinpath("data", "forms", f"{form_id}.json").read_bytes()
    try:
        return decode(data)
    except msgspec.MsgspecError as error:
        raise FormError(phrase("papers.error.bad-form", spoken, form=form_id, problem=error)) from None


def form_in(form_id: str, language: str) -> Form:
    """Read one form to be printed in the language. Raises FormError if it does not have it."""
    found = form(form_id, language)
    if language not in found.languages or language not in LANGUAGES:
        spoken = language if language in LANGUAGES else LANGUAGES[0]
        known = ", ".join(found.languages)
        raise FormError(phrase("papers.error.no-language", spoken, form=form_id, language=language, known=known))
    return found


def decode(data: bytes) -> Form:
    """Turn the packed form (every scalar as text) into a Form. Raises msgspec.MsgspecError with the place."""
    return msgspec.convert(msgspec.json.decode(data), Form, strict=False)
