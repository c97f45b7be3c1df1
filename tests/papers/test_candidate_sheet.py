"""The candidate's sheet: every language, German terms beside, nothing of the employer's own business."""

from __future__ import annotations

import re
from decimal import Decimal
from io import BytesIO

import pytest
from made_up_hire import METALWORKER, Maker
from pypdf import PdfReader

from employer_assistant.content.library import Library
from employer_assistant.content.pack import installed
from employer_assistant.papers.form import FormError, form
from employer_assistant.papers.printing import languages_of, render, unprintable

SHEET = "candidate-sheet"
FURTHER = tuple(language.id for language in installed().languages if language.id not in ("de", "en"))


def words_of(data: bytes) -> str:
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages))


def test_every_language_of_the_content_is_offered(library: Library) -> None:
    assert languages_of(form(SHEET), library) == ("de", "en", *FURTHER)
    assert languages_of(form("result"), library) == ("de", "en")
    assert {"es", "fr", "tr", "vi", "uk", "ru", "uz"} <= set(FURTHER)


@pytest.mark.parametrize("language", FURTHER)
def test_titles_stand_beside_the_german_term(language: str, make: Maker, library: Library) -> None:
    inputs = make()
    assert inputs.plan is not None
    data = render(SHEET, inputs, language)
    words, texts, german = words_of(data), library.languages[language].texts, library.languages["de"].texts
    squeezed = words.replace(" ", "")
    assert texts["sheet.own_translation"].replace(" ", "") in squeezed
    assert "Faire Integration" in words
    for found in inputs.plan.documents:
        if found.document.who in ("worker", "both"):
            assert found.document.title.de.replace(" ", "") in squeezed
            translated = texts.get(f"documents.{found.document.id}.title", "")
            assert translated.replace(" ", "") in squeezed
    for step in inputs.plan.steps:
        if step.step.responsible == "worker" and not step.optional and not step.contingent:
            assert german[f"steps.{step.step.id}.title"].replace(" ", "") in squeezed
    assert PdfReader(BytesIO(data)).root_object["/Lang"] == language
    assert unprintable(SHEET, inputs, language) == set()


@pytest.mark.parametrize("language", ["de", "en"])
def test_german_and_english_speak_to_the_worker_too(language: str, make: Maker, library: Library) -> None:
    words, texts = words_of(render(SHEET, make(), language)), library.languages[language].texts
    assert texts["steps.collect-candidate-docs.what"] in words
    assert "Die Fachkraft" not in words
    assert "The worker" not in words
    assert (texts["sheet.own_translation"] in words) == (language == "en")


def test_nothing_internal_is_on_it(make: Maker) -> None:
    answers = {**METALWORKER.answers, "job.gross_annual_salary": Decimal(98765)}
    words = words_of(render(SHEET, make(answers=answers), "vi"))
    assert METALWORKER.title not in words
    assert "98.765" not in words
    assert "Seite 2 fehlt" not in words


def test_a_language_that_is_not_there_is_refused(make: Maker) -> None:
    with pytest.raises(FormError, match="xx"):
        render(SHEET, make(), "xx")
