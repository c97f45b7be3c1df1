"""Any name prints as written, in every paper that prints names."""

from __future__ import annotations

import random
import re
import unicodedata
from dataclasses import replace
from io import BytesIO

import drawn
import pytest
from made_up_hire import METALWORKER, Maker
from pypdf import PdfReader

from employer_assistant.papers.form import form_in
from employer_assistant.papers.html import render_html
from employer_assistant.papers.input import PaperInput
from employer_assistant.papers.letterhead import Letterhead, PaperOptions
from employer_assistant.papers.paper import paper
from employer_assistant.papers.parts import texts
from employer_assistant.papers.printing import form_ids, render, unprintable
from employer_assistant.papers.sheet import Sheet
from employer_assistant.papers.texts import clean, printable

MARKUP = "<b>Fett</b> & </para> <img src='/etc/passwd'/> {employer.name} %s {0} Łukasz Șerban Їжак"
PIECES = (
    "Nguyễn Thị Ầ",
    "Щербак",
    "O‘zbek",
    "<b>&amp;</b>",
    "</para>",
    "{x} %s",
    "W" * 200,
    "i" * 200,
    "ß" * 90,
    "-" * 150,
    "a b " * 40,
    "q\u0308x\u0301",
    "Ἀθῆναι",
    "§ 18a",
    "\n\nzwei\nZeilen",
    "\tTab",
    "A\u202eB\u2066C\u200bD",
    "x\u2028y\x0bz",
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


def mixed(seed: int) -> str:
    """Return a made-up name of several pieces, the same for the same seed."""
    chance = random.Random(seed)
    return " ".join(chance.sample(PIECES, chance.randint(2, 4)))


@pytest.mark.parametrize("form_id", form_ids())
def test_every_paper_says_any_name_as_written_and_stays_in_its_margins(form_id: str, make: Maker) -> None:
    for name in (MARKUP, mixed(form_ids().index(form_id))):
        inputs = named(make, name)
        head = PaperOptions(letterhead=Letterhead(sender=(name, name)))
        data = render(form_id, inputs, "de", head)
        assert all("/Annots" not in page for page in PdfReader(BytesIO(data)).pages)
        written = drawn.read(data)
        said = [printable(words) for words in texts(paper(Sheet(form_in(form_id, "de", inputs.library), inputs, "de")))]
        assert [words for words in said if not drawn.says(written, words)] == [], name
        assert drawn.overfull(data) == [], name
        assert unprintable(form_id, inputs, "de", head) == set(), name
        html = render_html(form_id, inputs, "de", head)
        assert not {letter for letter in html if unicodedata.category(letter) in ("Cc", "Cs") and letter != "\n"}
    other = drawn.read(render(form_id, make(), "de"))
    assert [words for words in said if not drawn.says(other, words)], "control: another case does not say this"


def test_signs_that_turn_what_follows_are_not_written() -> None:
    assert clean("A\u202eB\u2066C\u200bD\u00adE") == "ABCDE"
    assert clean("a\u2028b\x0bc\r\nd\te") == "a\nb\nc\nd e"
    assert clean("Nam\u200cName\u200dN") == "Nam\u200cName\u200dN", "signs that some scripts need stay"


@pytest.mark.parametrize("form_id", form_ids())
def test_a_replacement_sign_is_announced_wherever_it_stands(form_id: str, make: Maker) -> None:
    inputs = named(make, "王小明 🙂 משה")
    announced = bool(unprintable(form_id, inputs, "de"))
    assert announced == ("\N{REPLACEMENT CHARACTER}" in printed(render(form_id, inputs, "de")))


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
