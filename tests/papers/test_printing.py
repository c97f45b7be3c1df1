"""Whole papers: rendered, then read back."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import msgspec
import pytest
from made_up_hire import METALWORKER, Maker
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Spacer

from employer_assistant.cases.model import DocumentState
from employer_assistant.content.library import Library
from employer_assistant.content.strict_yaml import read_yaml
from employer_assistant.papers import form, notation
from employer_assistant.papers.breaks import unbroken
from employer_assistant.papers.draw import flowables
from employer_assistant.papers.form import decode
from employer_assistant.papers.pdf import build
from employer_assistant.papers.printing import forms_for, render, unprintable
from employer_assistant.papers.sheet import Sheet
from employer_assistant.papers.styles import BOTTOM, HEIGHT, MARGIN, PAGE, WIDTH
from employer_assistant.rules.wording import condition_text

FORM = "employer-checklist"
LANGUAGES = ("de", "en")
NOTES = (notation.Cover(), notation.DocumentsByDesk())
"""The blocks that print what people typed."""


def reader(data: bytes) -> PdfReader:
    return PdfReader(BytesIO(data))


def text(data: bytes) -> str:
    return squeezed("\n".join(page.extract_text() for page in reader(data).pages))


KEPT = ("accelerated-sheet", "notice-45c")
"""Forms whose last page stays with the firm and has no number."""


def squeezed(words: str) -> str:
    return re.sub(r"\s+", " ", words)


def bookmarks(outline: list[Any]) -> list[Any]:
    return [one for part in outline for one in (bookmarks(part) if isinstance(part, list) else [part])]


@pytest.fixture(scope="module")
def german(make: Maker) -> bytes:
    return render(FORM, make(), "de")


@pytest.mark.parametrize(
    ("form_id", "language"), [(one.id, spoken) for spoken in LANGUAGES for one in forms_for(spoken)]
)
def test_every_form_prints_in_every_language(form_id: str, language: str, make: Maker, library: Library) -> None:
    found = reader(render(form_id, make(), language))
    kept = form_id in KEPT
    pages = len(found.pages) - kept
    titled = form.form(form_id).case_title == "full"
    law = {"de": "19.08.2026", "en": "19 August 2026"}[language]
    of_pages = {"de": "Seite {} von {}", "en": "Page {} of {}"}[language]
    for number, page in enumerate(found.pages, 1):
        words = squeezed(page.extract_text())
        assert (of_pages.format(number, pages) in words) is (number <= pages)
        assert (METALWORKER.title in words) is titled
        assert library.content.version in words
        assert law in words
        assert round(float(page.mediabox.width)), round(float(page.mediabox.height)) == (595, 842)
    assert found.root_object["/Lang"] == language
    assert found.metadata is not None
    assert (METALWORKER.title in str(found.metadata.title)) is titled


def test_the_checklist_says_what_rules_and_plan_found(make: Maker, german: bytes) -> None:
    inputs, words = make(), text(german)
    assert inputs.plan is not None
    for planned in inputs.plan.steps:
        assert squeezed(planned.step.title.de) in words
    given_out = ("abh", "mission", "recognition_body")
    for found in (one for one in inputs.plan.documents if one.document.who not in given_out):
        if any(found.document.id in step.documents and not step.contingent for step in inputs.plan.steps):
            assert squeezed(found.document.title.de) in words
    assert "frühestens 30.03.2027" in words or str(inputs.plan.finish.earliest.year) in words
    assert "Das ist eine Spanne und keine Zusage." in words
    assert "411 €" in words
    assert "vor Gebrauch prüfen" in words
    assert "erledigt am 18.11.2026" in words
    assert "Seite 2 fehlt, Frau Ầ. Жук fragt nach" in words
    assert words.count("Es berät niemanden im Recht.") == 1


def test_the_result_says_why(make: Maker) -> None:
    inputs, words = make(), text(render("result", make(), "de"))
    assert inputs.plan is not None
    idle = [finding for finding in inputs.plan.route.findings if finding.idle]
    assert not any(squeezed(finding.condition.text.de) in words for finding in idle)
    for finding in (finding for finding in inputs.plan.route.findings if not finding.idle):
        assert squeezed(condition_text(finding.condition, finding.verdict, "de")) in words
        assert squeezed(finding.condition.norm) in words
    assert "36.400,50 Euro im Jahr" in text(render("answers", inputs, "de"))
    assert words.count("Es berät niemanden im Recht.") == 1


def test_names_are_not_printed_unless_the_form_asks(german: bytes) -> None:
    assert "Thị Hồng" not in text(german)


def test_sections_are_bookmarks_in_order(german: bytes) -> None:
    found = reader(german)
    titles = [str(one.title) for one in found.outline if not isinstance(one, list)]
    assert titles == [
        "In Kürze",
        "Ergebnis",
        "Kosten",
        "Fristen des Gesetzes",
        "Schritte zum Abhaken",
        "Unterlagen nach Stelle",
        "Stellen und Kontakte",
    ]
    for one in bookmarks(found.outline):
        number = found.get_destination_page_number(one)
        assert number is not None
        assert squeezed(str(one.title)) in squeezed(found.pages[number].extract_text())


def test_no_page_ends_with_a_heading(german: bytes) -> None:
    found = reader(german)
    for one in bookmarks(found.outline):
        number = found.get_destination_page_number(one)
        assert number is not None
        heights: list[float] = []

        def note(words: str, outer: Any, inner: Any, *_: Any, into: list[float] = heights) -> None:
            if words.strip():
                into.append(float(outer[5]) + float(inner[5]))

        found.pages[number].extract_text(visitor_text=note)
        assert BOTTOM <= min(height for height in heights if height >= BOTTOM) < float(one.top) - 30, one.title


def pages_of(parts: list[Flowable]) -> list[str]:
    target = BytesIO()
    document = BaseDocTemplate(target, pagesize=PAGE, invariant=1)
    frame = Frame(MARGIN, BOTTOM, WIDTH, HEIGHT, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
    document.addPageTemplates(PageTemplate("page", [frame]))
    document.build(parts)
    return [squeezed(page.extract_text()) for page in reader(target.getvalue()).pages]


def test_breaking_before_a_heading_is_what_keeps_it_company(make: Maker) -> None:
    def parts() -> list[Flowable]:
        sheet = Sheet(form.form(FORM), make(), "de")
        rows = [("eins " * 30, "zwei")] * 40
        return [Spacer(0, HEIGHT - 70), *flowables([sheet.heading("Kopf"), sheet.table(("a", "b"), rows, (1, 1))], "…")]

    assert pages_of(parts())[0].strip() == "Kopf"
    assert pages_of(list(unbroken(parts())))[0].strip() == ""


def test_same_input_gives_the_same_bytes(make: Maker, german: bytes) -> None:
    assert render(FORM, make(), "de") == german
    assert render(FORM, make(title="anders"), "de") != german


@pytest.mark.parametrize("language", LANGUAGES)
def test_samples_are_marked_on_every_page(make: Maker, language: str) -> None:
    marked = reader(render(FORM, make(sample=True, title="Fall"), language))
    assert all("Muster" in page.extract_text() for page in marked.pages)
    unmarked = reader(render(FORM, make(title="Fall"), language))
    assert not all("Muster" in page.extract_text() for page in unmarked.pages)


def test_names_in_other_scripts_are_read_back_as_written(make: Maker) -> None:
    title = "Đặng Thị Hồng ầ – Жук Ґанок – Größe"
    assert title in text(render(FORM, make(title=title), "de"))


def test_unprintable_letters_are_reported_before(make: Maker) -> None:
    note = DocumentState("asked", None, "Frau 李")
    assert unprintable(FORM, make(title="Herr 王", documents={"cv": note}), "de") == {"李", "王"}
    assert unprintable(FORM, make(), "de") == set()
    assert "Herr \N{REPLACEMENT CHARACTER}" in text(render(FORM, make(title="Herr 王"), "de"))


@pytest.mark.parametrize(
    "words", ["<b", "</para>", '<img src="/etc/passwd"/>', "a\x00b\ud800", "W" * 5000, "wort " * 3000, "", "\n" * 3000]
)
def test_no_text_breaks_or_acts(make: Maker, words: str) -> None:
    note = DocumentState("received", date(2026, 11, 20), words)
    inputs = make(title=words, documents={"cv": note, "passport-copy": note})
    found = reader(build(Sheet(msgspec.structs.replace(form.form(FORM), sections=NOTES), inputs, "de")))
    assert all("/Annots" not in page for page in found.pages)
    assert not [image for page in found.pages for image in page.images]


def test_initials_instead_of_the_title(make: Maker, project: Path) -> None:
    file = project / "forms" / f"{FORM}.yaml"
    whole = decode(msgspec.json.encode(read_yaml(file.read_text(encoding="utf-8"), file.name).value))
    short = msgspec.structs.replace(whole, case_title="initials", sections=whole.sections[:1])
    words = text(build(Sheet(short, make(title="Đặng Hồng"), "de")))
    assert "Đ. H." in words
    assert "Hồng" not in words


def test_without_plan_or_need_the_paper_says_so(make: Maker) -> None:
    assert "noch keinen Fahrplan" in text(render(FORM, make(planned=False), "de"))
    european = {**METALWORKER.answers, "person.citizenship": ("PL",)}
    words = text(render(FORM, make(replace(METALWORKER, answers=european), planned=False, route=None), "de"))
    assert "braucht keinen Aufenthaltstitel" in words


def test_every_block_writes_something(make: Maker) -> None:
    needed = {
        notation.Words: notation.Words(text=form.Text(de="Grüße", en="Regards")),
        notation.DeskLists: notation.DeskLists(desk="abh"),
        notation.Codes: notation.Codes(
            links=(notation.Link(words=form.Text(de="Seite", en="Page"), url="https://example.org"),)
        ),
    }
    whole = form.form(FORM)

    def length(*sections: notation.Block) -> int:
        return len(text(build(Sheet(msgspec.structs.replace(whole, sections=sections), make(), "de"))))

    for kind in notation.Block.__args__:
        # sources are those of what the paper says
        before = (notation.Findings(),) if kind is notation.Sources else ()
        assert length(*before, needed.get(kind) or kind()) > length(*before)


ACTS = frozenset({"/JS", "/JavaScript", "/OpenAction", "/AA", "/A", "/URI", "/Launch", "/EmbeddedFiles", "/EF"})


def objects(pdf: bytes) -> list[DictionaryObject]:
    """Return every dictionary that can be reached from the root of the file."""
    found: list[DictionaryObject] = []
    seen: set[int] = set()
    waiting: list[Any] = [reader(pdf).trailer["/Root"]]
    while waiting:
        one = waiting.pop()
        if isinstance(one, IndirectObject):
            if one.idnum in seen:
                continue
            seen.add(one.idnum)
            one = one.get_object()
        if isinstance(one, dict):
            found.append(one)  # type: ignore[arg-type]
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one
    return found


@pytest.mark.parametrize("form_id", ["employer-checklist", "employer-roadmap", "candidate-sheet", "letter-candidate"])
def test_fonts_are_in_the_file_and_nothing_acts_or_points_outside(form_id: str, make: Maker) -> None:
    parts = objects(render(form_id, make(), "de"))
    fonts = [part for part in parts if part.get("/Type") == "/Font"]
    assert fonts
    for font in fonts:
        descriptor = font["/FontDescriptor"].get_object() if "/FontDescriptor" in font else {}
        assert "/FontFile2" in descriptor, font.get("/BaseFont")
    assert not ACTS & {key for part in parts for key in part}


def test_the_check_of_fonts_sees_one_that_is_not_in_the_file() -> None:
    target = BytesIO()
    canvas = Canvas(target)
    canvas.linkURL("https://example.org", (0, 0, 9, 9))
    canvas.drawString(20, 20, "x")
    canvas.save()
    parts = objects(target.getvalue())
    assert any(part.get("/Type") == "/Font" and "/FontDescriptor" not in part for part in parts)
    assert ACTS & {key for part in parts for key in part}
