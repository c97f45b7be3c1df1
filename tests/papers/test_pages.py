"""Every form of the ten sample cases in every language: what is said stands there, nothing is overfull or alone."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from drawn import lone_headings, overfull, read, says
from made_up_hire import ON
from pypdf import PdfReader
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from employer_assistant.cases.case_file import read_case
from employer_assistant.content.library import Library
from employer_assistant.papers.candidate import spoken_key
from employer_assistant.papers.form import Form, form, form_in
from employer_assistant.papers.input import PaperInput
from employer_assistant.papers.of_case import input_of
from employer_assistant.papers.paper import paper
from employer_assistant.papers.parts import texts
from employer_assistant.papers.printing import form_ids, languages_of, render, unprintable
from employer_assistant.papers.sheet import Sheet
from employer_assistant.papers.texts import printable

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
NAMES = tuple(sorted(path.stem for path in SAMPLES.glob("*.yaml")))
MOST_PAGES = 14
QUICK = ("metallbauer", "lagerhelfer")
"""Samples that are always tried: a long road, and a clear No."""


def sample(name: str, library: Library) -> PaperInput:
    path = SAMPLES / f"{name}.yaml"
    # the watermark lies across the words; that samples bear it is tested elsewhere
    return input_of(replace(read_case(path.read_bytes(), path.name, library), sample=False), library, ON, "0.1.0")


def said(found: Form, inputs: PaperInput, language: str) -> set[str]:
    """Return everything the model says, as it may be printed."""
    return {printable(words) for words in texts(paper(Sheet(found, inputs, language))) if words.strip()}


@pytest.mark.timeout(600)
@pytest.mark.parametrize(
    "name", [name if name in QUICK else pytest.param(name, marks=pytest.mark.slow) for name in NAMES]
)
def test_every_form_in_every_language(name: str, library: Library) -> None:
    inputs = sample(name, library)
    for form_id in form_ids():
        for language in languages_of(form(form_id), library):
            found = form_in(form_id, language, library)
            pdf = render(form_id, inputs, language)
            written, where = read(pdf), (name, form_id, language)
            assert [words for words in said(found, inputs, language) if not says(written, words)] == [], where
            assert overfull(pdf) == [], where
            assert lone_headings(pdf) == [], where
            assert len(PdfReader(BytesIO(pdf)).pages) <= (1 if found.one_page else MOST_PAGES), where
            assert unprintable(form_id, inputs, language) == set()
            assert "\N{REPLACEMENT CHARACTER}" not in written
            if language == "de":
                assert render(form_id, inputs, language) == pdf, where


def test_the_checks_of_pages_see_faults() -> None:
    target = BytesIO()
    canvas = Canvas(target)
    canvas.bookmarkHorizontal("h", 0, 120)
    canvas.addOutlineEntry("Allein", "h", level=0)
    canvas.drawString(20 * mm, 110, "Allein")
    canvas.drawString(20 * mm, 600, "ein langer Satz in einer Zelle")
    canvas.drawString(40 * mm, 603, "darüber geschrieben")
    canvas.drawString(180 * mm, 500, "über den Rand hinaus geschrieben")
    canvas.save()
    pdf = target.getvalue()
    faults = overfull(pdf)
    assert len(faults) == 2
    assert any("darüber" in fault for fault in faults)
    assert lone_headings(pdf) == ["Allein"]
    written = read(pdf)
    assert says(written, "ein langer Satz")
    assert not says(written, "ein langer Satz, der fehlt")


@pytest.mark.parametrize("name", NAMES)
def test_papers_of_a_case_name_the_same_steps_and_documents(name: str, library: Library) -> None:
    """The plan's ids are the truth: no paper names a step or document of its own, none loses one it is for."""
    inputs = sample(name, library)
    if inputs.plan is None:
        assert name == "lagerhelfer"
        return
    german = library.languages["de"].texts

    def words(form_id: str) -> set[str]:
        return said(form_in(form_id, "de", library), inputs, "de")

    steps = {one.step.id: one.step.title.de for one in inputs.plan.steps}
    documents = {one.document.id: one.document.title.de for one in inputs.plan.documents}
    checklist, sheet, folder = words("employer-checklist"), words("candidate-sheet"), words("folder-index")
    assert set(steps.values()) <= checklist
    assert set(documents.values()) <= folder
    others = {one.title.de for one in library.content.documents} - set(documents.values())
    assert not others & folder
    mine = [
        one for one in inputs.plan.steps if one.step.responsible == "worker" and not (one.optional or one.contingent)
    ]
    told = {german.get(spoken_key(one.step, "title"), one.step.title.de) for one in mine}
    assert told <= sheet
    every = {german.get(f"steps.{one.id}.title", one.title.de) for one in library.content.steps}
    assert sheet & every == told & every
    papers = {german.get(f"documents.{key}.title", title) for key, title in documents.items()}
    known = {german.get(f"documents.{one.id}.title", one.title.de) for one in library.content.documents}
    assert sheet & known <= papers
    for form_id in ("visa-checklist", "arrival-checklist", "title-and-retention", "recognition-checklist"):
        assert words(form_id) & {one.title.de for one in library.content.steps} <= set(steps.values()), form_id
