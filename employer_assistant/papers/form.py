"""Forms: what a paper shows, in what order, for whom. Written in ``forms/*.yaml``, packed as JSON."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec
from msgspec import Struct

from employer_assistant.content.library import Library
from employer_assistant.content.model import Text
from employer_assistant.content.phrases import LANGUAGES, phrase
from employer_assistant.papers.notation import Block

Reader = Literal["employer", "authority", "worker", "adviser"]


PORTFOLIO, QUICK_CHECK = "portfolio", "quick-check"
"""The form about many cases, and that of a check without a name; neither is offered among the papers of a case."""


class FormError(ValueError):
    """A form that is not there, lacks a language or is faulty; the message is a sentence for the user."""


class Form(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One paper. ``form`` is the version of this notation; ``case_title`` says how the case is named on it.

    ``further``: also in every further language that the content holds. ``one_page``: made smaller if it must be.
    ``steps``: the steps of the road at which it is wanted.
    """

    form: Literal[1]
    id: str
    title: Text
    reader: Reader
    languages: tuple[str, ...]
    further: bool = False
    one_page: bool = False
    case_title: Literal["full", "initials", "none"] = "full"
    steps: tuple[str, ...] = ()
    sections: tuple[Block, ...]


def form_ids() -> tuple[str, ...]:
    """Return the ids of all forms for one case, sorted."""
    folder = files("employer_assistant").joinpath("data", "forms")
    found = sorted(entry.name[:-5] for entry in folder.iterdir() if entry.name.endswith(".json"))
    return tuple(form_id for form_id in found if form_id not in (PORTFOLIO, QUICK_CHECK))


def form(form_id: str, language: str = "de") -> Form:
    """Read one form. Raises FormError with a sentence in the language (German if the app does not speak it)."""
    spoken = language if language in LANGUAGES else LANGUAGES[0]
    known = form_ids()
    if form_id not in (*known, PORTFOLIO, QUICK_CHECK):
        raise FormError(phrase("papers.error.unknown-form", spoken, form=form_id, known=", ".join(known)))
    data = files("employer_assistant").joinpath("data", "forms", f"{form_id}.json").read_bytes()
    try:
        return decode(data)
    except msgspec.MsgspecError as error:
        raise FormError(phrase("papers.error.bad-form", spoken, form=form_id, problem=error)) from None


@cache
def forms_of_steps() -> dict[str, tuple[Form, ...]]:
    """Return the forms that are wanted at each step, by its id."""
    found: dict[str, list[Form]] = {}
    for one in map(form, form_ids()):
        for step in one.steps:
            found.setdefault(step, []).append(one)
    return {step: tuple(forms) for step, forms in found.items()}


def languages_of(found: Form, library: Library) -> tuple[str, ...]:
    """Return the codes of all languages in which a form can be printed, German first."""
    return tuple(dict.fromkeys((*found.languages, *(library.languages if found.further else ()))))


def form_in(form_id: str, language: str, library: Library) -> Form:
    """Read one form to be printed in the language. Raises FormError if it does not have it."""
    found = form(form_id, language)
    known = languages_of(found, library)
    if language not in known:
        spoken = language if language in LANGUAGES else LANGUAGES[0]
        names = ", ".join(known)
        raise FormError(phrase("papers.error.no-language", spoken, form=form_id, language=language, known=names))
    return found


def decode(data: bytes) -> Form:
    """Turn the packed form (every scalar as text) into a Form. Raises msgspec.MsgspecError with the place."""
    return msgspec.convert(msgspec.json.decode(data), Form, strict=False)
