"""Age and confidence of a desk, and what a user's confirmations and corrections make of it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from employer_assistant.content.corrections import (
    FIELDS,
    Correction,
    confirmation,
    corrected,
    correction,
    merged,
    value_of,
)
from employer_assistant.content.desks import phone_line
from employer_assistant.content.library import Library
from employer_assistant.content.model import Checked, Office
from employer_assistant.content.offices_state import office_state, stated_day
from employer_assistant.content.pack import installed
from employer_assistant.papers.desk_marks import desk_marks

ON = date(2026, 11, 22)
CONTENT = installed()
DESK = next(o for o in CONTENT.offices if "phone" in o.missing_fields and o.missing and o.confidence == "low")


def seen(*entries: Correction, **changes: Any) -> Office:
    """Return the desk as the user sees it, after the content itself changed."""
    offices = tuple(replace(o, **changes) if o.id == DESK.id else o for o in CONTENT.offices)
    return Library(corrected(replace(CONTENT, offices=offices), entries)).offices[DESK.id]


@pytest.mark.parametrize(
    ("as_of", "old", "dated"),
    [
        ("2024-11-22", False, True),
        ("2024-11-21", True, True),
        ("2024-12", False, True),
        ("2024-11", True, True),
        ("2025", False, True),
        ("2024", True, True),
        ("2024+", True, True),
        ("undated", False, False),
        ("undated copy", False, False),
        ("2024-13-01", False, False),
    ],
)
def test_what_is_older_than_24_months_is_old_and_what_has_no_date_is_marked_too(
    as_of: str, old: bool, dated: bool
) -> None:
    sure = replace(DESK, as_of=as_of, confidence="high")
    state = office_state(sure, ON)
    assert (state.old, state.dated) == (old, dated)
    assert state.wants_check == (old or not dated)
    assert (len(desk_marks(sure, ON, "de")) > 1) == (old or not dated)


def test_ages_are_counted_on_leap_days_too() -> None:
    assert office_state(replace(DESK, as_of="2022-02-27"), date(2024, 2, 29)).old
    assert not office_state(replace(DESK, as_of="2022-02-28"), date(2024, 2, 29)).old


def test_money_that_runs_out_is_told() -> None:
    desk = next(o for o in CONTENT.offices if o.funded_until)
    assert desk.funded_until
    assert not office_state(desk, desk.funded_until).ended
    assert office_state(desk, date(2027, 1, 1)).wants_check
    assert any("2026" in mark for mark in desk_marks(desk, ON, "en"))


def test_confirming_makes_a_desk_dated_and_sure() -> None:
    desk = seen(confirmation(DESK, ON, "AB"))
    assert (desk.as_of, desk.confidence) == ("2026-11-22", "high")
    assert desk_marks(desk, ON, "de") == ("bestätigt am 22.11.2026 von AB",)
    assert desk_marks(desk, date(2029, 1, 1), "de")[1] == "älter als zwei Jahre"


def test_a_confirmation_ends_when_the_content_says_something_else() -> None:
    entry = confirmation(DESK, ON, "AB")
    assert seen(entry, note=None).confidence == "high", "what it does not cover may change"
    desk = seen(entry, email="neu@example.org")
    assert desk.confidence == DESK.confidence
    assert office_state(desk, ON).differing
    assert "Bestätigen Sie sie neu" in desk_marks(desk, ON, "de")[-1]


def test_correcting_a_field_replaces_it_and_only_it() -> None:
    desk = seen(correction(DESK, "phone", "+49 341 1", ON, "AB"))
    assert desk.phone == "+49 341 1"
    assert "phone" not in desk.missing_fields
    assert len(desk.missing_fields) == len(DESK.missing_fields) - 1
    assert DESK.missing
    assert desk.missing
    assert "Telefon" in DESK.missing.de
    assert "Telefon" not in desk.missing.de
    assert (desk.as_of, desk.confidence) == (DESK.as_of, DESK.confidence), "the rest was not checked"
    assert desk_marks(desk, ON, "de")[-1] == "Telefon berichtigt am 22.11.2026 von AB"


def test_a_correction_outlives_an_update_and_both_values_are_shown_when_they_differ() -> None:
    entry = correction(DESK, "phone", "+49 341 1", ON, "AB")
    assert not office_state(seen(entry, phone="+49 341 1"), ON).differing, "the content caught up"
    desk = seen(entry, phone="+49 341 2")
    assert desk.phone == "+49 341 1"
    said = desk_marks(desk, ON, "de")[-1]
    assert "sagen jetzt +49 341 2" in said
    assert "(AB) sagt +49 341 1" in said


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_can_be_corrected(field: str) -> None:
    assert value_of(seen(correction(DESK, field, "Neues", ON, "AB")), field) == "Neues"


def test_a_chamber_is_corrected_as_desk_and_as_recognition_body() -> None:
    shared = next(body for body in CONTENT.bodies if body.id in {o.id for o in CONTENT.offices})
    desk = next(o for o in CONTENT.offices if o.id == shared.id)
    entries = (correction(desk, "phone", "1", ON, "AB"), confirmation(desk, ON, "AB"))
    library = Library(corrected(CONTENT, entries))
    for found in (library.offices[shared.id], library.bodies[shared.id]):
        assert found.phone == "1"
        assert found.confidence == "high"
        assert not office_state(found, ON).differing


def test_a_body_of_its_own_can_be_corrected() -> None:
    body = next(body for body in CONTENT.bodies if body.id not in {o.id for o in CONTENT.offices})
    entry = correction(body, "street", "Neuer Weg 1, 01067 Dresden", ON, "AB")
    assert Library(corrected(CONTENT, (entry,))).bodies[body.id].address == "Neuer Weg 1, 01067 Dresden"
    with pytest.raises(KeyError):
        correction(body, "hours", "x", ON, "AB")


def test_unknown_desks_and_no_entries_change_nothing() -> None:
    assert corrected(CONTENT, ()) is CONTENT
    gone = Correction(office="gone", field="phone", old="", new="1", on=ON, by="AB")
    assert corrected(CONTENT, (gone,)) == CONTENT


def test_of_two_entries_the_later_one_counts_and_of_equally_old_ones_the_own() -> None:
    mine, theirs = (correction(DESK, "phone", value, ON, "AB") for value in ("1", "2"))
    assert merged((mine,), (theirs,)) == (mine,)
    later = replace(theirs, on=date(2026, 11, 23))
    assert merged((mine,), (later,)) == (later,)
    assert merged((later,), (mine,)) == (later,)
    other = correction(DESK, "email", "a@b.de", ON, "AB")
    assert set(merged((mine,), (other,))) == {mine, other}


def test_days_are_read_as_sources_print_them() -> None:
    assert [stated_day(text) for text in ("2024", "2024-08", "2024-08-12", "n.d.")] == [
        date(2024, 1, 1),
        date(2024, 8, 1),
        date(2024, 8, 12),
        None,
    ]


def test_the_phone_of_another_office_says_whose_it_is_until_the_user_corrects_it() -> None:
    desk = Library(CONTENT).offices["abh-bautzen"]
    assert phone_line(desk, "de") == f"{desk.phone} (Nummer des Landratsamts in Bautzen)"
    mine = Checked(field="phone", value="03578 1", content=desk.phone, on=ON, by="")
    assert phone_line(replace(desk, phone="03578 1", checked=(mine,)), "de") == "03578 1"
