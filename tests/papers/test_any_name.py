"""Any name prints as written, in every paper that prints names."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import pytest
from made_up_hire import METALWORKER, Maker
from pypdf import PdfReader

from employer_assistant.papers.html import render_html
from employer_assistant.papers.input import PaperInput
from employer_assistant.papers.printing import form_ids, render, unprintable

NAMES = (
    "<b>Fett</b> & </para> <img src='/etc/passwd'/>",
    "{employer.name} %s {0}",
    "Nguyễn Thị Ầ Ố ỹ",
    "Łukasz Șerban Øster",
    "Щербак Ґанна Їжак",
    "O‘zbek G‘ofur",
    "W" * 200,
    "q\u0308x\u0301",
    "A\u202eB",
)
BEYOND = ("محمد", "דוד", "王小明", "🙂 Emma", "김")
"""Names with letters the font lacks: printed with a replacement sign, and said before."""


def named(make: Maker, name: str) -> PaperInput:
    answers = {**METALWORKER.answers, "person.family_name": name, "person.given_names": name, "employer.name": name}
    return make(title=name, answers=answers)


def packed(words: str) -> str:
    return re.sub(r"\s+", "", words)


def printed(data: bytes) -> str:
    return packed("".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages))


@pytest.mark.parametrize("form_id", form_ids())
@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_no_name_breaks_a_paper(form_id: str, name: str, make: Maker) -> None:
    data = render(form_id, named(make, name), "de")
    assert data.startswith(b"%PDF")
    assert all("/Annots" not in page for page in PdfReader(BytesIO(data)).pages)


@pytest.mark.parametrize("name", NAMES[:6])
def test_names_are_read_back_as_written(name: str, make: Maker) -> None:
    inputs = named(make, name)
    assert packed(name) in printed(render("employment-declaration", inputs, "de"))
    assert unprintable("employment-declaration", inputs, "de") == set()


@pytest.mark.parametrize("name", BEYOND)
def test_letters_the_font_lacks_are_said_before(name: str, make: Maker) -> None:
    inputs = named(make, name)
    lacking = unprintable("employment-declaration", inputs, "de")
    assert lacking
    assert lacking <= set(name)
    assert "\N{REPLACEMENT CHARACTER}" in printed(render("employment-declaration", inputs, "de"))
    assert name.split(maxsplit=1)[0] in render_html("employment-declaration", inputs, "de")


def test_many_documents_and_none(make: Maker) -> None:
    inputs = make()
    assert inputs.plan is not None
    many = replace(inputs, plan=replace(inputs.plan, documents=inputs.plan.documents * 3))
    none = replace(inputs, plan=replace(inputs.plan, documents=()))
    assert len(many.plan.documents if many.plan else ()) >= 60
    for one in (many, none):
        for form_id in ("folder-index", "candidate-sheet", "employer-checklist"):
            assert render(form_id, one, "de").startswith(b"%PDF")
    assert "keineUnterlagengebraucht" in printed(render("folder-index", none, "de"))
