"""A copy for a second opinion holds nothing that was typed about a person, whatever the case holds."""

from __future__ import annotations

from datetime import date

from case_strategies import cases
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from employer_assistant.cases.anonymous import anonymised
from employer_assistant.cases.case_file import read_case, write_case
from employer_assistant.cases.model import Case, DocumentState, Note, Variant
from employer_assistant.content.library import Library
from employer_assistant.rules.answers import Answer

MARK = "Thị Hồng 02763"
HEAD: dict[str, Answer] = {
    "person.citizenship": ("VN",),
    "job.occupation": "metallbauer",
    "person.birth_date": date(1995, 5, 17),
}


def planted(library: Library) -> Case:
    """Return a case with a mark wherever something can be typed."""
    typed: dict[str, Answer] = {one.id: MARK for one in library.facts.values() if one.kind == "text"}
    typed |= {one.id: "02763" for one in library.facts.values() if one.kind == "postcode"}
    return Case(
        MARK,
        {**typed, **HEAD},
        "vocational-18a",
        ticks={"need-and-route": date(2026, 11, 1)},
        events={"visa_application": date(2026, 11, 2)},
        documents={"passport": DocumentState("asked", date(2026, 11, 3), MARK, f"/home/{MARK}/pass.pdf")},
        notes=(Note(date(2026, 11, 4), MARK),),
        variants=(Variant(MARK, {**typed, "job.offer": True}),),
        content_version="1",
        reasons={"job.regulated": MARK},
    )


def told(data: bytes) -> list[str]:
    """Return what of the mark is in a file."""
    text = data.decode()
    return [part for part in (*MARK.split(), "1995-05-17", "/home") if part in text]


def test_nothing_that_was_planted_remains(library: Library) -> None:
    found = anonymised(planted(library), library)
    for notation in ("yaml", "json"):
        assert told(write_case(planted(library), notation)), "the control: the mark is in the case"  # type: ignore[arg-type]
        assert told(write_case(found, notation)) == []  # type: ignore[arg-type]
    assert found.answers["person.citizenship"] == ("VN",)
    assert found.answers["job.occupation"] == "metallbauer"
    assert found.answers["person.birth_date"] == date(1995, 1, 1)
    assert (len(found.ticks), len(found.events), found.documents["passport"].state) == (1, 1, "asked")
    assert found.variants == (Variant("1", {"job.offer": True}),)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_the_copy_of_any_case_can_be_read_again(library: Library, data: st.DataObject) -> None:
    found = anonymised(data.draw(cases(library)), library)
    assert read_case(write_case(found, "yaml"), "x.yaml", library) == found
    assert (found.title, found.notes, found.reasons) == ("", (), {})
