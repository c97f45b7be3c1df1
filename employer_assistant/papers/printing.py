"""Printing: a form and a case become a PDF in memory."""

from __future__ import annotations

from collections.abc import Sequence

from employer_assistant.content.phrases import LANGUAGES, phrase
from employer_assistant.papers.form import PORTFOLIO, Form, FormError, form, form_ids, form_in, languages_of
from employer_assistant.papers.input import CaseState, PaperInput
from employer_assistant.papers.letterhead import Letterhead, LetterheadError, PaperOptions

__all__ = [
    "FormError",
    "Letterhead",
    "LetterheadError",
    "PaperInput",
    "PaperOptions",
    "form_ids",
    "forms_for",
    "languages_of",
    "render",
    "render_and_tell",
    "render_portfolio",
    "unprintable",
]


def forms_for(language: str) -> list[Form]:
    """Return the forms that can be printed in the language, by id; a further language must be one of the content's."""
    found = (form(form_id, language) for form_id in form_ids())
    return [one for one in found if language in one.languages or (one.further and language not in LANGUAGES)]


def render(form_id: str, inputs: PaperInput, language: str, options: PaperOptions | None = None) -> bytes:
    """Return the paper as PDF; equal input gives equal bytes. Raises FormError for an unknown form or language.

    Letters the font lacks are printed as a replacement sign; ask `unprintable` before. A letterhead that cannot be
    printed raises LetterheadError.
    """
    from employer_assistant.papers.pdf import build
    from employer_assistant.papers.sheet import Sheet

    return build(Sheet(form_in(form_id, language, inputs.library), inputs, language, options or PaperOptions()))


def render_portfolio(
    cases: Sequence[CaseState], shared: PaperInput, language: str, options: PaperOptions | None = None
) -> tuple[bytes, set[str]]:
    """Return how far many cases are, as PDF, and the letters it could not print; ``shared`` lends day and content.

    Raises FormError without a case, LetterheadError as `render` does.
    """
    from employer_assistant.papers.pdf import build_and_tell
    from employer_assistant.papers.sheet import Sheet

    if not cases:
        raise FormError(phrase("papers.portfolio.none", language if language in LANGUAGES else LANGUAGES[0]))
    whole = form_in(PORTFOLIO, language, shared.library)
    sheet = Sheet(whole, shared, language, options or PaperOptions(), tuple(cases))
    return build_and_tell(sheet)


def render_and_tell(
    form_id: str, inputs: PaperInput, language: str, options: PaperOptions | None = None
) -> tuple[bytes, set[str]]:
    """Return what `render` and `unprintable` do, and raise as they do; the paper is written once."""
    from employer_assistant.papers.pdf import build_and_tell
    from employer_assistant.papers.sheet import Sheet

    return build_and_tell(
        Sheet(form_in(form_id, language, inputs.library), inputs, language, options or PaperOptions())
    )


def unprintable(form_id: str, inputs: PaperInput, language: str, options: PaperOptions | None = None) -> set[str]:
    """Return the letters of the case that this paper could not print. Raises FormError as `render` does."""
    from employer_assistant.papers.paper import missing, paper
    from employer_assistant.papers.sheet import Sheet

    sheet = Sheet(form_in(form_id, language, inputs.library), inputs, language, options or PaperOptions())
    return missing(sheet, paper(sheet))
