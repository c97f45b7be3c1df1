"""Pages of the sample cases: no lone heading, one page where one page is promised, all letters known."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from made_up_hire import ON, Maker
from pypdf import PdfReader

from employer_assistant.cases.case_file import read_case
from employer_assistant.content.library import Library
from employer_assistant.papers.form import FormError, form
from employer_assistant.papers.input import PaperInput
from employer_assistant.papers.printing import form_ids, languages_of, render, render_portfolio, unprintable
from employer_assistant.papers.styles import BOTTOM
from employer_assistant.rules.assessment import Status

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
NAMES = tuple(sorted(path.stem for path in SAMPLES.glob("*.yaml")))
MOST_PAGES = 27


def sample(name: str, library: Library, make: Maker) -> PaperInput:
    path = SAMPLES / f"{name}.yaml"
    case = read_case(path.read_bytes(), path.name, library)
    found = make(case, planned=False)
    return found if found.route is None or found.route.status is Status.CLOSED else make(case)


def bookmarks(outline: list[Any]) -> list[Any]:
    return [one for part in outline for one in (bookmarks(part) if isinstance(part, list) else [part])]


def lone_headings(found: PdfReader) -> list[str]:
    heights: dict[int, list[float]] = {}
    for number, page in enumerate(found.pages):
        into = heights.setdefault(number, [])

        def note(words: str, outer: Any, inner: Any, *_: Any, into: list[float] = into) -> None:
            if words.strip():
                into.append(float(outer[5]) + float(inner[5]))

        page.extract_text(visitor_text=note)
    alone = []
    for one in bookmarks(found.outline):
        number = found.get_destination_page_number(one)
        assert number is not None
        if min(height for height in heights[number] if height >= BOTTOM) >= float(one.top) - 25:
            alone.append(str(one.title))
    return alone


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form_id", form_ids())
def test_pages(name: str, form_id: str, library: Library, make: Maker) -> None:
    inputs, wanted = sample(name, library, make), form(form_id)
    for language in {"de", "en", "vi"} & set(languages_of(wanted, library)):
        found = PdfReader(BytesIO(render(form_id, inputs, language)))
        assert lone_headings(found) == []
        assert len(found.pages) <= (1 if wanted.one_page else MOST_PAGES)
        assert unprintable(form_id, inputs, language) == set()
        assert render(form_id, inputs, language) == render(form_id, inputs, language)


def test_many_cases_on_one_report(library: Library, make: Maker) -> None:
    cases = [sample(name, library, make) for name in NAMES]
    for language in ("de", "en"):
        words = PdfReader(BytesIO(render_portfolio(cases, language))).pages[0].extract_text()
        assert all(inputs.case.title.split(",", 1)[0] in words.replace("\n", " ") for inputs in cases)
    assert ON.strftime("%d.%m.%Y") in PdfReader(BytesIO(render_portfolio(cases, "de"))).pages[0].extract_text()
    with pytest.raises(FormError, match="mindestens ein Fall"):
        render_portfolio([], "de")
