"""Printing: a form and a case become a PDF in memory."""

from __future__ import annotations

from employer_assistant.content.phrases import LANGUAGES
from employer_assistant.papers.form import Form, FormError, form, form_ids, form_in
from employer_assistant.papers.input import PaperInput

__all__ = ["FormError", "PaperInput", "form_ids", "forms_for", "render", "unprintable"]


def forms_for(language: str) -> list[Form]:
    """Return the forms that can be printed in the language, by id."""
    found = (form(form_id, language) for form_id in form_ids())
    return [one for one in found if language in one.languages and language in LANGUAGES]


def render(form_id: str, inputs: PaperInput, language: str) -> bytes:
    """Return the paper as PDF; equal input gives equal bytes. Raises FormError for an unknown form or language.

    Letters the font lacks are printed as a replacement sign; ask `unprintable` before.
    """
    from employer_assistant.papers.pdf import build

    return build(form_in(form_id, language), inputs, language)


def unprintable(form_id: str, inputs: PaperInput, language: str) -> set[str]:
    """Return the letters of the case that this paper could not print. Raises FormError as `render` does."""
    from employer_assistant.papers.pdf import missing

    return missing(form_in(form_id, language), inputs, language)
