"""Where personal data is reduced to initials, nothing that points to one person is left, wherever it could stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from made_up_hire import METALWORKER, Maker
from pypdf import PdfReader

from employer_assistant.cases.model import Case, DocumentState
from employer_assistant.content.library import Library
from employer_assistant.papers.batch import Job, paths
from employer_assistant.papers.filled import CONTACT, NAMES
from employer_assistant.papers.html import render_html
from employer_assistant.papers.letterhead import PaperOptions
from employer_assistant.papers.printing import form_ids, render

REDUCED = PaperOptions(initials=True)
SECRETS: dict[str, Any] = {
    "person.family_name": "Zwölfgeheim",
    "person.given_names": "Quixotina Ypsilanta",
    "person.birth_date": date(1981, 12, 15),
    "person.birth_place": "Xanadustadt",
    "person.passport_number": "QX7654321",
    "person.passport_expires": date(2031, 7, 13),
    "person.email": "quix@geheim.example",
    "person.identity_clarified_on": date(2011, 3, 9),
    "person.entered_germany_on": date(2013, 2, 11),
    "person.tolerated_since": date(2013, 5, 17),
    "qualification.completed_on": date(2009, 8, 7),
    "job.future_residence_municipality": "Oybin",
    "stay.cook_title_ended_on": date(2014, 6, 3),
}
NAMED = replace(
    METALWORKER,
    title="Zwölfgeheim, Quixotina Ypsilanta",
    answers={**METALWORKER.answers, **SECRETS, "employer.contact": "Frau Kontakt, 03583 1234"},
    documents={"passport": DocumentState("received", date(2026, 11, 20), "Pass QX7654321 von Frau Zwölfgeheim")},
)
WORDS = tuple(
    word
    for value in SECRETS.values()
    for word in ((value.strftime("%d.%m.%Y"), value.isoformat()) if isinstance(value, date) else str(value).split())
)


def told(data: bytes) -> str:
    """Return all that a PDF tells: pages, bookmarks, title and author."""
    found = PdfReader(BytesIO(data))
    return " ".join((*(page.extract_text() for page in found.pages), str(found.outline), str(found.metadata)))


@pytest.mark.parametrize("form_id", form_ids())
def test_nothing_that_points_to_one_person_is_left(form_id: str, make: Maker) -> None:
    inputs = make(NAMED)
    for said in (told(render(form_id, inputs, "de", REDUCED)), render_html(form_id, inputs, "de", REDUCED)):
        assert [word for word in WORDS if word in said] == []
    (where,) = paths([Job(NAMED.title, lambda: inputs, form_id, "de", REDUCED)], Path("x"))
    assert "zwoelfgeheim" not in where.name


def test_the_same_words_stand_there_otherwise(make: Maker) -> None:
    inputs = make(NAMED)
    whole = " ".join(told(render(form_id, inputs, "de")) for form_id in ("employment-declaration", "answers", "result"))
    for word in ("Zwölfgeheim", "15.12.1981", "07.08.2009", "Xanadustadt"):
        assert word in whole


def test_a_verdict_still_says_that_it_rests_on_what_is_left_out(make: Maker) -> None:
    said = " ".join(told(render("result", make(NAMED), "de", REDUCED)).split())
    assert "Geburtsdatum: angegeben, hier weggelassen" in said


def test_every_sensitive_day_or_text_is_among_the_secrets(library: Library) -> None:
    personal = {one.id for one in library.facts.values() if one.sensitive and one.kind in ("text", "date")}
    coded = {"qualification.isco08"}
    assert personal - {CONTACT} - coded == SECRETS.keys(), "a new one wants a secret here"
    assert {*NAMES} <= SECRETS.keys()
    assert isinstance(NAMED, Case)
