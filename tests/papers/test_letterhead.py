"""Letterhead and initials: what the sender puts on a paper, and what is left out."""

from __future__ import annotations

from io import BytesIO

import pytest
from made_up_hire import METALWORKER, Maker
from PIL import Image
from pypdf import PdfReader

from employer_assistant.content.phrases import phrase
from employer_assistant.papers.letterhead import Letterhead, LetterheadError, PaperOptions, checked
from employer_assistant.papers.printing import form_ids, render


def picture(kind: str) -> bytes:
    target = BytesIO()
    Image.new("RGB", (300, 100), (20, 90, 160)).save(target, kind)
    return target.getvalue()


def words_of(data: bytes, page: int = 0) -> str:
    return PdfReader(BytesIO(data)).pages[page].extract_text()


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_sender_and_logo_stand_on_the_first_page_and_our_part_is_named(kind: str, make: Maker) -> None:
    head = Letterhead(("Beratung <Mustermann> & Co.", "Am Markt 1", "01067 Dresden"), "#114477", picture(kind))
    found = PdfReader(BytesIO(render("costs", make(), "de", PaperOptions(letterhead=head))))
    first = found.pages[0].extract_text()
    assert "Beratung <Mustermann> & Co." in first
    assert "erstellt mit Employer Assistant" in first
    assert len(found.pages[0].images) == 1
    assert found.metadata is not None
    assert found.metadata.author == "Beratung <Mustermann> & Co."
    assert "erstellt mit" not in words_of(render("costs", make(), "de"))


@pytest.mark.parametrize(
    ("head", "key"),
    [
        (Letterhead(logo=b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), "svg"),
        (Letterhead(logo=b"GIF89a"), "unknown"),
        (Letterhead(logo=picture("PNG")[:60]), "damaged"),
        (Letterhead(logo=b"x" * 3_000_000), "too-large"),
        (Letterhead(colour="red"), "colour"),
        (Letterhead(sender=("x",) * 7), "sender"),
    ],
)
def test_what_cannot_be_printed_is_refused_in_words(head: Letterhead, key: str) -> None:
    with pytest.raises(LetterheadError) as caught:
        checked(head)
    assert caught.value.key == f"papers.letterhead.{key}"
    assert phrase(caught.value.key, "de").endswith(".")


@pytest.mark.parametrize("form_id", form_ids())
def test_initials_only(form_id: str, make: Maker) -> None:
    whole = "".join(page.extract_text() for page in PdfReader(BytesIO(render(form_id, make(), "de"))).pages)
    data = render(form_id, make(), "de", PaperOptions(initials=True))
    short = "".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)
    for personal in (METALWORKER.title, "Đặng", "Thị Hồng", "Seite 2 fehlt"):
        assert personal not in short
    if form_id == "employment-declaration":
        assert "Đặng" in whole
        assert "T. H." in short
