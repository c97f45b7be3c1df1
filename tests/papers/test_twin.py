"""The accessible twin says what the PDF says, marks its structure and loads nothing."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from io import BytesIO
from itertools import pairwise

import pytest
from made_up_hire import Maker
from pypdf import PdfReader

from employer_assistant.papers.form import form_in
from employer_assistant.papers.html import render_html
from employer_assistant.papers.paper import paper
from employer_assistant.papers.parts import texts
from employer_assistant.papers.printing import form_ids, render
from employer_assistant.papers.sheet import Sheet

EVIL = "<b>Ann & <img src=x onerror=y> </p>"


class Read(HTMLParser):
    """Text, headings, tags and attributes of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.levels: list[int] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if re.fullmatch(r"h[1-6]", tag):
            self.levels.append(int(tag[1]))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


VOID = ("meta", "br")


class Structure(HTMLParser):
    """What is wrong with the nesting: ends that do not fit, cells and points outside, tables without heads."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.heads: list[int] = []
        self.faults: list[str] = []
        self.feed(html)
        self.faults += [f"{tag} stays open" for tag in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        within = self.open[-1] if self.open else ""
        wanted = {"li": ("ul", "ol"), "td": ("tr",), "th": ("tr",), "tr": ("thead", "tbody")}.get(tag, (within,))
        if within not in wanted or ("p" in self.open and tag in ("p", "ul", "ol", "table", "h1", "h2", "h3")):
            self.faults.append(f"{tag} in {within}")
        if tag == "th" and ("scope" not in dict(attrs)):
            self.faults.append("th without scope")
        if tag == "table":
            self.heads.append(0)
        if tag == "th" and self.heads:
            self.heads[-1] += 1
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"/{tag}")
        if tag == "table" and not self.heads.pop():
            self.faults.append("table without heads")


def packed(words: str) -> str:
    return re.sub(r"\s+", "", words)


@pytest.mark.parametrize("form_id", form_ids())
def test_pdf_and_html_say_all_that_the_paper_says(form_id: str, make: Maker) -> None:
    inputs = make()
    said = [packed(words) for words in texts(paper(Sheet(form_in(form_id, "de", inputs.library), inputs, "de")))]
    assert said
    pages = PdfReader(BytesIO(render(form_id, inputs, "de"))).pages
    # a text may run over a page; footers stand between its halves
    printed = packed("".join(re.sub(r"(?s)Gedruckt für den.*$", "", page.extract_text()) for page in pages))
    html = packed("".join(Read(render_html(form_id, inputs, "de")).words))
    assert [words for words in said if words not in html] == []
    broken = [words for words in said if words not in printed]
    assert len(broken) <= 2 * len(pages), broken


def test_structure_is_marked(make: Maker) -> None:
    found = Read(render_html("employer-checklist", make(), "de"))
    assert "ol" in Read(render_html("result", make(), "de")).tags
    assert found.levels[0] == 1
    assert found.levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in zip(found.levels, found.levels[1:], strict=False))
    assert {"main", "header", "footer", "ul", "table", "th"} <= set(found.tags)
    assert ("lang", "de") in found.attributes
    assert ("scope", "col") in found.attributes
    assert ("aria-label", "erledigt") in found.attributes


def test_nothing_is_loaded_and_nothing_acts(make: Maker) -> None:
    html = render_html("employer-checklist", make(title=EVIL), "en")
    found = Read(html)
    assert not {"img", "script", "link", "iframe", "object"} & set(found.tags)
    assert not [value for name, value in found.attributes if name in ("src", "onerror")]
    assert EVIL.split(maxsplit=1)[0] in "".join(found.words)


def test_german_terms_are_marked_in_other_languages(make: Maker) -> None:
    found = Read(render_html("candidate-sheet", make(), "vi"))
    assert ("lang", "vi") in found.attributes
    assert ("lang", "de") in found.attributes


@pytest.mark.parametrize("form_id", form_ids())
def test_every_paper_has_one_title_letters_too(form_id: str, make: Maker) -> None:
    assert Read(render_html(form_id, make(), "de")).levels.count(1) == 1


def test_own_words_on_a_sheet_in_a_further_language_are_marked_as_german(make: Maker) -> None:
    assert '<span role="img" lang="de" aria-label="offen">' in render_html("candidate-sheet", make(), "vi")
    assert '<span role="img" aria-label="offen">' in render_html("candidate-sheet", make(), "de")


@pytest.mark.parametrize("form_id", form_ids())
def test_pages_are_nested_as_they_should_be_and_tables_have_heads(form_id: str, make: Maker) -> None:
    for language in ("de", "vi" if form_id == "candidate-sheet" else "en"):
        html = render_html(form_id, make(title=EVIL), language)
        assert Structure(html).faults == []
        levels = Read(html).levels
        assert levels[0] == 1
        assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_the_check_of_nesting_finds_faults() -> None:
    assert Structure("<table><tbody><tr><td>x</td></tr></tbody></table>").faults == ["table without heads"]
    assert Structure("<p><ul><li>x</li></ul></p>").faults == ["ul in p"]
    assert Structure("<ul><li>x</ul>").faults != []
