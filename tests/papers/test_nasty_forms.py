"""Official forms as hard as real ones: every field is filled right, or left alone and listed in words."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import nasty_forms
import pypdfium2
import pytest
from made_up_forms import registration
from made_up_hire import METALWORKER, Maker
from pypdf import PdfReader

from employer_assistant.content.library import Library
from employer_assistant.papers.official.filling import Filled, fill
from employer_assistant.papers.official.mapping import Mapping, read_mapping
from employer_assistant.papers.official.reading import opened
from employer_assistant.papers.official.refusals import OfficialError
from employer_assistant.papers.official.report import groups
from employer_assistant.papers.official.skeleton import skeleton

FAMILY, GIVEN = "Nguyễn Thị Ầ Ố ỹ", "Щербак Їжак"
RULES = """
  Angaben zur Person.Nachname (Größe 1): {text: ["{person.family_name}"]}
  Angaben zur Person.Vorname: {text: ["{person.given_names}"]}
  Angaben zur Person.Geburtsdatum: {text: ["{person.birth_date|digits}"]}
  Angaben zur Person.Kürzel: {text: ["{person.family_name}"]}
  Angaben zur Person.Senkrecht: {text: ["{person.family_name}"]}
  Aufgaben: {text: ["{job.tasks}"]}
  Betrieb: {text: ["{employer.name}"]}
  Unsichtbar: {text: ["{employer.name}"]}
  Ohne Platz: {text: ["{employer.name}"]}
  Bemerkung: {text: ["{employer.name}"]}
  Vollzeit: {tick: {test: is, fact: job.full_time, value: true}}
  Tarif: {tick: {test: is, fact: job.full_time, value: true}}
  Anlass: {choose: [{option: [Vorabzustimmung], when: {test: is, fact: person.location, value: abroad}}]}
  Überlassung: {choose: [{option: [nein], when: {test: is, fact: job.temporary_agency_work, value: false}}]}
  Aufenthalt: {choose: [{option: ["Ausland (Visum nötig)"], when: {test: is, fact: person.location, value: abroad}}]}
  Stufe: {choose: [{option: [II], when: {test: is, fact: person.location, value: abroad}}]}
  Ort frei: {text: ["{employer.address|town}"]}
  Siegel: {text: ["{employer.name}"]}
"""
HEAD = """official: 1
id: x
title: {de: X, en: X}
publisher: P
version: "1"
as_of: "2026"
source: {de: x, en: x}
fields:"""


@pytest.fixture(scope="module")
def mapping(library: Library) -> Mapping:
    return read_mapping(f"{HEAD}{RULES}".encode(), "m.yaml", library)


@pytest.fixture(scope="module")
def filled(mapping: Mapping, make: Maker) -> Filled:
    answers: dict[str, Any] = {
        **METALWORKER.answers,
        "person.family_name": FAMILY,
        "person.given_names": GIVEN,
        "employer.name": "Müller & Söhne <GmbH>",
        "employer.address": "Straße des Friedens 12a, 02763 Zittau",
        "job.tasks": "Bauteile zuschneiden\nund schweißen",
    }
    return fill(nasty_forms.office_form(), "bogen.pdf", [mapping], make(answers=answers), "de")


def test_what_is_stored_is_what_the_case_says(filled: Filled) -> None:
    said = {
        name: str(field.get("/V", "")) for name, field in (PdfReader(BytesIO(filled.pdf)).get_fields() or {}).items()
    }
    assert said["Angaben zur Person.Nachname (Größe 1)"] == FAMILY
    assert said["Angaben zur Person.Vorname"] == GIVEN
    assert said["Angaben zur Person.Geburtsdatum"] == "17051996"
    assert said["Angaben zur Person.Senkrecht"] == FAMILY
    assert said["Aufgaben"] == "Bauteile zuschneiden\nund schweißen"
    assert (said["Vollzeit"], said["Anlass"], said["Überlassung"]) == ("/selektiert", "/2", "/nein")
    assert said["Tarif"].endswith("rz")
    assert said["Aufenthalt"] == "A"
    assert said["Ort frei"] == "Zittau"
    for name in ("Angaben zur Person.Kürzel", "Betrieb", "Unsichtbar", "Ohne Platz", "Stufe", "Siegel"):
        assert said[name] == ""


def test_every_field_is_filled_or_listed_in_words(filled: Filled) -> None:
    became = {one.name.rpartition(".")[2]: one.outcome for one in filled.fields}
    assert became == {
        **dict.fromkeys(("Nachname (Größe 1)", "Vorname", "Geburtsdatum", "Senkrecht", "Aufgaben"), "filled"),
        **dict.fromkeys(("Vollzeit", "Tarif", "Anlass", "Überlassung", "Aufenthalt", "Ort frei"), "filled"),
        **dict.fromkeys(("Unsichtbar", "Ohne Platz", "Siegel"), "by_hand"),
        "Kürzel": "too_long",
        "Betrieb": "read_only",
        "Bemerkung": "kept",
        "Stufe": "no_option",
    }
    told = [line for _, lines in groups(filled, "de") for line in lines]
    for name in ("Kürzel", "Betrieb", "Bemerkung", "Stufe", "Siegel"):
        assert any(name in line for line in told), name


def test_it_looks_as_it_is_stored(filled: Filled) -> None:
    words = drawn(filled.pdf)
    for part in (FAMILY, GIVEN, "und schweißen", "Ausland (Visum nötig)", "Zittau"):
        assert part in words
    assert words.count(GIVEN) == 2, "both places of one field"
    assert "alt" not in words, "the old rich text is gone"
    assert "Müller" not in words
    assert GIVEN not in drawn(nasty_forms.office_form()), "control"


def test_buttons_of_one_group_agree_with_its_value(filled: Filled) -> None:
    _, fields = opened(filled.pdf, "bogen.pdf")
    for field in fields:
        if field.kind in ("radio", "check") and field.value:
            states = {str(widget["/AS"]).removeprefix("/") for widget in field.widgets}
            assert field.value in states
            assert states <= {field.value, "Off"}


def test_a_skeleton_of_such_a_form_can_be_read_again(library: Library) -> None:
    _, fields = opened(nasty_forms.office_form(), "bogen.pdf")
    again = read_mapping(skeleton(fields, "Bogen").encode(), "bogen.yaml", library)
    assert again.fields.keys() == {field.name for field in fields if field.kind != "signature"}


def test_a_form_locked_in_a_newer_way_is_said_to_be_locked(mapping: Mapping, make: Maker) -> None:
    with pytest.raises(OfficialError) as refusal:
        fill(nasty_forms.locked(), "bogen.pdf", [mapping], make(), "de")
    assert refusal.value.key == "official.encrypted"


def test_places_without_colours_or_borders_are_filled(mapping: Mapping, library: Library, make: Maker) -> None:
    """Writer programs leave out what they do not need; the form of reportlab names everything."""
    assert b"/MK" in registration()
    plain = read_mapping(f'{HEAD}\n  Betrieb: {{text: ["{{person.family_name}}"]}}\n'.encode(), "m.yaml", library)
    form = nasty_forms.Form()
    form.field("Betrieb", "Tx", form.place())
    found = fill(
        form.data(), "b.pdf", [plain], make(answers={**METALWORKER.answers, "person.family_name": FAMILY}), "de"
    )
    assert FAMILY in drawn(found.pdf)


def drawn(pdf: bytes) -> str:
    """Return the words of all pages as a viewer draws them, form fields included."""
    document, flat = pypdfium2.PdfDocument(pdf), BytesIO()
    document.init_forms()
    for page in document:
        page.flatten()
    document.save(flat)
    return " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(flat.getvalue()))
